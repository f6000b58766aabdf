"""The shared store's own rows: its one truth row, outcomes, incarnations; and domain rows by key."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    Insert,
    Row,
    Select,
    Table,
    Update,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from db import tables as t
from db.prepared import fetch, run, run_many
from kiosk.domain.times import in_station_time, station_now

AnyRow = Row[Any]
Key = tuple[str, str]

MOST_KEYS = 1000
"""In one statement: every SQLite takes that many."""

_STORE = select(t.store)
_INCARNATION = select(t.incarnations).where(t.incarnations.c.id == bindparam("key"))
_OUTCOME = select(t.outcomes).where(t.outcomes.c.id == bindparam("key"))
_OUTCOMES_BY_ID = select(t.outcomes).where(t.outcomes.c.id.in_(bindparam("keys", expanding=True)))
_ADD_OUTCOME = insert(t.outcomes)
_DECIDED_AT = select(t.outcomes.c.id).where(t.outcomes.c.revision == bindparam("revision"))
_FIRST_REFUSED = (
    select(t.outcomes)
    .where(t.outcomes.c.id.in_(bindparam("keys", expanding=True)), t.outcomes.c.status == "refused")
    .order_by(t.outcomes.c.revision)
    .limit(1)
)
_ADVANCE_STORE = update(t.store).values(
    revision=bindparam("v_revision"), book=bindparam("v_book"), clock=bindparam("v_clock")
)
_ADVANCE_INCARNATION = (
    update(t.incarnations)
    .where(t.incarnations.c.id == bindparam("key"))
    .values(last_seq=bindparam("v_seq"), last_exchange=bindparam("v_at"))
)


def read_store(connection: Connection) -> AnyRow:
    return fetch(connection, _STORE, {}).one()


def time_at(connection: Connection) -> datetime:
    """Station time by the clock of whoever owns the store: its server, or for a file this machine."""
    if connection.dialect.name != "postgresql":
        return station_now()
    now: datetime = connection.execute(select(func.clock_timestamp())).scalar_one()
    return in_station_time(now)


def decided_at(connection: Connection, revision: int) -> str | None:
    """The command that was decided at this revision."""
    found = fetch(connection, _DECIDED_AT, {"revision": revision}).first()
    return str(found.id) if found else None


def read_incarnation(connection: Connection, key: str) -> AnyRow | None:
    return fetch(connection, _INCARNATION, {"key": key}).first()


def outcomes_of(connection: Connection, command_ids: list[str]) -> dict[str, AnyRow]:
    if len(command_ids) <= 1:  # as it nearly always is; a list costs twice as much
        return {row.id: row for key in command_ids for row in fetch(connection, _OUTCOME, {"key": key})}
    return {row.id: row for row in connection.execute(_OUTCOMES_BY_ID, {"keys": command_ids})}


def add_outcome(connection: Connection, **row: Any) -> None:
    run(connection, _ADD_OUTCOME, row)


def first_refused(connection: Connection, ids: list[str]) -> AnyRow | None:
    """The first of these commands that was refused."""
    return connection.execute(_FIRST_REFUSED, {"keys": ids}).first() if ids else None


def advance(connection: Connection, revision: int, book: int, clock: Any) -> None:
    """`clock`: the latest time at which anything was decided, rehearsals apart."""
    run(connection, _ADVANCE_STORE, {"v_revision": revision, "v_book": book, "v_clock": clock})


def advance_incarnation(connection: Connection, key: str, last_seq: int, at: Any) -> None:
    run(connection, _ADVANCE_INCARNATION, {"key": key, "v_seq": last_seq, "v_at": at})


def rows_by_key(connection: Connection, keys: Iterable[Key]) -> dict[Key, dict[str, Any] | None]:
    """The named domain rows as they now are; None where there is none."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for table, key in keys:
        wanted[table].append(key)
    found: dict[Key, dict[str, Any] | None] = {
        (table, key): None for table, ids in wanted.items() for key in ids
    }
    for name, ids in wanted.items():
        for start in range(0, len(ids), MOST_KEYS):
            for row in connection.execute(
                _rows(t.REPLICATED[name]), {"keys": ids[start : start + MOST_KEYS]}
            ).mappings():
                found[(name, row["id"])] = dict(row)
    return found


_ROWS: dict[str, Select[Any]] = {}


def _rows(table: Table) -> Select[Any]:
    if table.name not in _ROWS:
        _ROWS[table.name] = select(table).where(table.c.id.in_(bindparam("keys", expanding=True)))
    return _ROWS[table.name]


def put_rows(connection: Connection, name: str, rows: list[dict[str, Any]]) -> None:
    """Rows of a domain table as the hub has them, over whatever is here."""
    run_many(connection, put_statement(name), rows)


@cache
def put_statement(name: str) -> Insert:
    table = t.domain.tables[name]
    statement = upsert(table)
    others = {c.name: statement.excluded[c.name] for c in table.columns if c.name != "id"}
    return statement.on_conflict_do_update(index_elements=["id"], set_=others)


_CONFIRMS: dict[str, Update] = {}


def confirm_row(connection: Connection, name: str, row: dict[str, Any]) -> None:
    """A row that this terminal imagined: mostly just so, and then only its revision is written, and no index."""
    if name not in _CONFIRMS:
        table = t.domain.tables[name]
        same = [
            c.is_not_distinct_from(bindparam(c.name))
            for c in table.columns
            if c.name not in ("id", "revision")
        ]
        key = table.c.id == bindparam("id")
        _CONFIRMS[name] = update(table).where(key, *same).values(revision=bindparam("revision"))
    if not run(connection, _CONFIRMS[name], row):
        put_rows(connection, name, [row])


def drop_row(connection: Connection, name: str, key: str) -> None:
    """A row that only this terminal had imagined."""
    table = t.domain.tables[name]
    connection.execute(delete(table).where(table.c.id == key))
