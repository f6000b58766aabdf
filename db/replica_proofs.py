"""What must hold in a terminal's home, beside the store it belongs to."""

from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Table, func, select

from db import tables as t
from db.home import all_marked, read_home
from db.proofs import Finding, Findings
from kiosk.domain.reasons import Reason

UNDECIDED = "pending"


def outbox_order(home: Connection) -> Findings:
    """Each incarnation's commands are numbered without a gap, and the next number follows."""
    own = read_home(home)
    statement = select(t.outbox.c.incarnation, t.outbox.c.seq).order_by(
        t.outbox.c.incarnation, t.outbox.c.seq
    )
    rows = list(home.execute(statement))
    for before, after in pairwise(rows):
        if before.incarnation == after.incarnation and after.seq != before.seq + 1:
            yield Finding("outbox_gap", f"outbox {after.seq}", {"before": before.seq, "seq": after.seq})
    last = max((row.seq for row in rows if row.incarnation == own.incarnation), default=None)
    if last is not None and own.next_seq != last + 1:
        yield Finding("next_seq", "home", {"next": own.next_seq, "last": last})


def marks(home: Connection) -> Findings:
    """Each mark 待确认 points to a command that is not decided yet."""
    statement = select(t.pending.c.tab, t.pending.c.id, t.pending.c.n, t.outbox.c.state)
    for row in home.execute(statement.outerjoin(t.outbox, t.outbox.c.n == t.pending.c.n)):
        if row.state != UNDECIDED:
            yield Finding("mark_stray", f"{row.tab} {row.id}", {"n": row.n})


def kept_readable(home: Connection) -> Findings:
    """A home that seals keeps no decided command in words."""
    if read_home(home).seal_key is not None:
        statement = select(t.outbox.c.command_id).where(
            t.outbox.c.state != UNDECIDED, t.outbox.c.sealed.is_(False)
        )
        for row in home.execute(statement):
            yield Finding("not_sealed", f"outbox {row.command_id}")


def outbox_against(home: Connection, store: Connection) -> Findings:
    """What the home says of its decided commands is what the store says."""
    o = t.outcomes.c
    said = {
        row.id: tuple(row[1:]) for row in store.execute(select(o.id, o.status, o.reason, o.revision, o.seq))
    }
    for row in home.execute(select(t.outbox).where(t.outbox.c.state != UNDECIDED)):
        if row.reason == Reason.FORK:
            continue
        outcome = said.get(row.command_id)
        if outcome is None:
            yield Finding("outbox_unknown", f"outbox {row.command_id}", {"status": row.state})
        elif outcome != (row.state, row.reason, row.revision, row.seq):
            yield Finding(
                "outbox_differs", f"outbox {row.command_id}", {"here": row.state, "there": outcome[0]}
            )


def replica_against(home: Connection, store: Connection) -> Findings:
    """What the home has seen of each table is what the store shows to its role; rows that wait for the hub aside."""
    own = read_home(home)
    cursor = own.cursor
    role = store.execute(select(t.incarnations.c.role).where(t.incarnations.c.id == own.incarnation)).scalar()
    shown = t.held_by(role or "")
    counter = store.execute(select(t.store.c.revision)).scalar_one()
    if cursor > counter:
        yield Finding("cursor_beyond", "home", {"cursor": cursor, "counter": counter})
    marked = all_marked(home)
    for name, table in t.REPLICATED.items():
        there = _stamps(store, table) if name in shown else {}
        different = _different(_stamps(home, table), there, cursor)
        keys = sorted(key for key in different if (name, key) not in marked)
        if keys:
            yield Finding("replica_differs", name, {"count": len(keys), "first": keys[0]})
    if _outcomes_upto(home, cursor) != _outcomes_upto(store, cursor):
        yield Finding("replica_differs", "outcomes", {"count": 1, "first": "-"})


def _stamps(connection: Connection, table: Table) -> dict[str, tuple[int, bool]]:
    rows = connection.execute(select(table.c.id, table.c.revision, table.c.deleted))
    return {row[0]: (row[1], bool(row[2])) for row in rows}


def _different(
    here: dict[str, tuple[int, bool]], there: dict[str, tuple[int, bool]], cursor: int
) -> set[str]:
    """Rows that the store has changed after the cursor may still be old here, or not here at all."""
    return {
        key
        for key in here.keys() | there.keys()
        if here.get(key) != there.get(key) and (key not in there or there[key][0] <= cursor)
    }


def _outcomes_upto(connection: Connection, cursor: int) -> tuple[Any, ...]:
    o = t.outcomes.c
    statement = select(func.count(), func.sum(o.revision), func.max(o.revision)).where(o.revision <= cursor)
    return tuple(connection.execute(statement).one())
