"""A home's own rows: who this terminal is, its outbox, its marks of what is not confirmed yet, its counters."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from db import tables as t
from db.prepared import fetch, run, run_many

AnyRow = Row[Any]

_HOME = select(t.home)
_SET_HOME_AFTER_DO = update(t.home).values(
    next_seq=t.home.c.next_seq + 1,
    last_made_at=bindparam("v_made"),
    last_booking=bindparam("v_booking"),
    book=t.home.c.book + bindparam("v_book"),
)
_MET_HUB = (
    update(t.home)
    .where(t.home.c.epoch == bindparam("v_epoch"))
    .values(
        {name: bindparam(f"v_{name}") for name in ("hub_time", "boot", "boot_seconds")}
        | {
            "cursor": bindparam("v_cursor"), "seen": bindparam("v_seen"),
            "backed_up": bindparam("v_backed_up"), "last_exchange": bindparam("v_hub_time"),
            "book": t.home.c.book + bindparam("v_book"),
            # a clock that ran ahead is believed no longer
            "last_made_at": func.min(t.home.c.last_made_at, bindparam("v_hub_time")),
        }
    )
)  # fmt: skip
_ADD_COMMAND = insert(t.outbox)
_MARK = upsert(t.pending)
_MARK = _MARK.on_conflict_do_update(index_elements=["tab", "id"], set_={"n": _MARK.excluded.n})
_UNDECIDED = (
    select(t.outbox).where(t.outbox.c.state == "pending").order_by(t.outbox.c.n).limit(bindparam("most"))
)
_COMMAND = select(t.outbox).where(t.outbox.c.command_id == bindparam("key"))
_MARKED = select(t.pending.c.tab, t.pending.c.id).where(t.pending.c.n <= bindparam("n"))
_UNMARK = delete(t.pending).where(t.pending.c.n <= bindparam("upto"))
_ALL_MARKED = select(t.pending.c.tab, t.pending.c.id, t.pending.c.n)
_IS_MARKED = select(t.pending.c.n).where(
    and_(t.pending.c.tab == bindparam("tab"), t.pending.c.id == bindparam("id"))
)
_DECIDED = (
    update(t.outbox)
    .where(t.outbox.c.command_id == bindparam("key"))
    .values({name: bindparam(f"v_{name}") for name in ("state", "reason", "detail", "result", "revision")})
)
_SEAL = (
    update(t.outbox)
    .where(t.outbox.c.command_id == bindparam("key"), t.outbox.c.sealed.is_(False))
    .values(payload=bindparam("v_payload"), sealed=True)
)
_NEXT_NUMBER = (
    upsert(t.numbers)
    .values(day=bindparam("day"), last=1)
    .on_conflict_do_update(index_elements=["day"], set_={"last": t.numbers.c.last + 1})
    .returning(t.numbers.c.last)
)

OUTCOMES = select(t.outcomes).order_by(t.outcomes.c.revision)
TERMINALS = select(t.terminals).where(t.terminals.c.deleted.is_(False)).order_by(t.terminals.c.id)
"""What `show` tells of the sync."""


def read_home(connection: Connection) -> AnyRow:
    return fetch(connection, _HOME, {}).one()


def add_command(connection: Connection, **row: Any) -> int:
    """Store a command as undecided; its place in this home's order."""
    return run(connection, _ADD_COMMAND, row | {"state": "pending"})


def mark_pending(connection: Connection, touched: Iterable[tuple[str, str]], n: int) -> None:
    marks = [{"tab": table, "id": key, "n": n} for table, key in touched]
    run_many(connection, _MARK, marks)


def advance(connection: Connection, made_at: datetime | None, last_booking: int, changed_book: bool) -> None:
    """One command more is in the outbox."""
    values = {"v_made": made_at, "v_booking": last_booking, "v_book": int(changed_book)}
    run(connection, _SET_HOME_AFTER_DO, values)


def met_hub(connection: Connection, request: Any, reply: Any, ticks: Any, changed_book: bool) -> bool:
    """Its time is ours from now on. False if the home has another epoch meanwhile; then nothing of the reply may be applied."""
    home = read_home(connection)
    is_ahead = request.cursor is not None and reply.upto >= home.cursor
    cursor, seen = (reply.upto, reply.seen) if is_ahead else (home.cursor, home.seen)
    values = {
        "v_epoch": reply.epoch, "v_cursor": cursor, "v_seen": seen,
        "v_backed_up": reply.backed_up, "v_hub_time": reply.time,
        "v_book": int(changed_book), "v_boot": ticks.boot, "v_boot_seconds": ticks.seconds,
    }  # fmt: skip
    return bool(run(connection, _MET_HUB, values))


def undecided(connection: Connection, most: int) -> list[AnyRow]:
    return list(fetch(connection, _UNDECIDED, {"most": most}))


def count_undecided(connection: Connection) -> int:
    statement = select(func.count()).select_from(t.outbox).where(t.outbox.c.state == "pending")
    return int(connection.execute(statement).scalar_one())


def marked_upto(connection: Connection, n: int) -> list[tuple[str, str]]:
    return [(row.tab, row.id) for row in fetch(connection, _MARKED, {"n": n})]


def all_marked(connection: Connection) -> dict[tuple[str, str], int]:
    """Row -> the last local command that wrote it and is not confirmed."""
    return {(row.tab, row.id): row.n for row in fetch(connection, _ALL_MARKED, {})}


def is_marked(connection: Connection, table: str, key: str) -> bool:
    return fetch(connection, _IS_MARKED, {"tab": table, "id": key}).first() is not None


def unmark_upto(connection: Connection, n: int) -> None:
    run(connection, _UNMARK, {"upto": n})


def record_outcomes(connection: Connection, outcomes: Iterable[dict[str, Any]]) -> None:
    """Outcomes as {key, v_state, v_reason, v_detail, v_result, v_revision} into the outbox."""
    rows = list(outcomes)
    run_many(connection, _DECIDED, rows)


def seal(connection: Connection, payloads: dict[str, bytes]) -> None:
    """Command id -> its payload, sealed."""
    run_many(connection, _SEAL, [{"key": key, "v_payload": value} for key, value in payloads.items()])


def next_number(connection: Connection, day: date) -> int:
    """The next queue number of a local day; it never goes back, whatever the clock does."""
    return int(connection.execute(_NEXT_NUMBER, {"day": day}).scalar_one())


def command(connection: Connection, command_id: str) -> AnyRow | None:
    return fetch(connection, _COMMAND, {"key": command_id}).first()


def outbox_rows(connection: Connection) -> list[AnyRow]:
    return list(connection.execute(select(t.outbox).order_by(t.outbox.c.n)))
