"""The shared store's own rows: its one truth row, outcomes, incarnations; and domain rows by key."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import (
    ARRAY,
    Connection,
    Delete,
    Insert,
    Row,
    Select,
    Table,
    Text,
    Update,
    bindparam,
    delete,
    func,
    select,
    update,
)
from sqlalchemy.dialects.sqlite import insert as upsert

from db import tables as t
from db.prepared import fetch, run, run_many
from kiosk.domain.times import in_station_time, station_now

AnyRow = Row[Any]
Key = tuple[str, str]


class Seen(NamedTuple):
    """A terminal was here at this moment; `clock_ahead`: seconds that its clock shows more."""

    at: datetime
    clock_ahead: int
    version: str


_STORE = select(t.store)
_INCARNATION = select(t.incarnations).where(t.incarnations.c.id == bindparam("key"))
_OUTCOME = select(t.outcomes).where(t.outcomes.c.id == bindparam("key"))
_DECIDED_AT = select(t.outcomes.c.id).where(t.outcomes.c.revision == bindparam("revision"))
_ADVANCE_STORE = update(t.store).values(
    revision=bindparam("v_revision"), book=bindparam("v_book"), clock=bindparam("v_clock")
)
_ADVANCE_INCARNATION = (
    update(t.incarnations)
    .where(t.incarnations.c.id == bindparam("key"))
    .values(
        last_seq=bindparam("v_seq"),
        last_exchange=bindparam("v_at"),
        last_seen=bindparam("v_seen"),
        clock_ahead=bindparam("v_ahead"),
        version=bindparam("v_version"),
    )
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
    return {row.id: row for row in fetch(connection, *among(connection, t.outcomes, command_ids))}


def first_refused(connection: Connection, ids: list[str]) -> AnyRow | None:
    """The first of these commands that was refused."""
    found = [row for row in outcomes_of(connection, ids).values() if row.status == "refused"]
    return min(found, key=lambda row: row.revision, default=None)


def advance(connection: Connection, revision: int, book: int, clock: Any) -> None:
    """`clock`: the latest time at which anything was decided, rehearsals apart."""
    run(connection, _ADVANCE_STORE, {"v_revision": revision, "v_book": book, "v_clock": clock})


def advance_incarnation(connection: Connection, key: str, last_seq: int, at: Any, seen: Seen) -> None:
    values = {"key": key, "v_seq": last_seq, "v_at": at}
    seen_values = {"v_seen": seen.at, "v_ahead": seen.clock_ahead, "v_version": seen.version}
    run(connection, _ADVANCE_INCARNATION, values | seen_values)


def rows_by_key(connection: Connection, keys: Iterable[Key]) -> dict[Key, dict[str, Any] | None]:
    """The named domain rows as they now are; None where there is none."""
    wanted: dict[str, list[str]] = defaultdict(list)
    for table, key in keys:
        wanted[table].append(key)
    found: dict[Key, dict[str, Any] | None] = {
        (table, key): None for table, ids in wanted.items() for key in ids
    }
    for name, ids in wanted.items():
        for row in fetch(connection, *among(connection, t.REPLICATED[name], ids)).mappings():
            found[(name, row["id"])] = dict(row)
    return found


def among(
    connection: Connection, table: Table, keys: list[str], by: str = "id", only: tuple[str, ...] = ()
) -> tuple[Select[Any], dict[str, Any]]:
    """The rows with these ids, any number of them: a statement that stays the same, and its values.

    `by`: of another column; `only`: not all columns.
    """
    is_sqlite = connection.dialect.name == "sqlite"
    values = {"keys": msgspec.json.encode(keys).decode() if is_sqlite else keys}
    return _among(table, is_sqlite, by, only), values


@cache
def _among(table: Table, is_sqlite: bool, by: str, only: tuple[str, ...]) -> Select[Any]:
    wanted: Select[Any] = select(*[table.c[name] for name in only]) if only else select(table)
    if not is_sqlite:
        return wanted.where(table.c[by] == func.any(bindparam("keys", type_=ARRAY(Text))))
    keys = func.json_each(bindparam("keys", type_=Text)).table_valued("value")
    return wanted.where(table.c[by].in_(select(keys.c.value)))


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
    run(connection, _deletion(name), {"key": key})


@cache
def _deletion(name: str) -> Delete:
    table = t.domain.tables[name]
    return delete(table).where(table.c.id == bindparam("key"))
