"""A home's rows after a bad day: a new incarnation, another epoch, commands whose outcome is open again."""

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, or_, select, update

from db import tables as t
from db.prepared import run

_o = t.outbox.c
_DECIDED = (
    select(t.outbox)
    .where(_o.n > bindparam("after"), or_(_o.state != "pending", _o.before.is_not(None)))
    .order_by(_o.n)
    .limit(bindparam("most"))
)
_REOPEN = (
    update(t.outbox)
    .where(_o.command_id == bindparam("key"))
    .values(state="pending", before=bindparam("v_before"))
)
_REMEMBER = update(t.outbox).where(_o.command_id == bindparam("key")).values(before=bindparam("v_before"))


def set_stage(connection: Connection, stage: str) -> None:
    connection.execute(update(t.home).values(stage=stage))


def see_epoch(connection: Connection, epoch: str, stage: str) -> None:
    """The store is another than it was: what was seen of it counts for nothing."""
    connection.execute(
        update(t.home).values(
            epoch=epoch, stage=stage, cursor=0, seen=None, walk_table=None, walk_after=None, walk_upto=None
        )
    )


def begin_incarnation(connection: Connection, stage: str, *, is_copy: bool = False) -> None:
    """As somebody whom the hub does not know yet; without a letter, so no numbers are given out.

    The one that was ends with it, but not if this is a copy.
    """
    home = connection.execute(select(t.home)).one()
    follows = [] if is_copy else [home.incarnation, *(home.follows or [])]
    values = {
        "incarnation": uuid.uuid4().hex,
        "next_seq": 1,
        "letter": None,
        "stage": stage,
        "follows": follows,
    }
    connection.execute(update(t.home).values(values))


def set_follows(connection: Connection, follows: list[str]) -> None:
    """Which incarnations ended for this one."""
    connection.execute(update(t.home).values(follows=follows))


def set_machine(connection: Connection, machine: str) -> None:
    connection.execute(update(t.home).values(machine=machine))


def number_anew(connection: Connection) -> None:
    """All that is undecided goes under the home's own incarnation, in its old order."""
    home = connection.execute(select(t.home)).one()
    undecided = select(_o.n).where(_o.state == "pending", _o.incarnation != home.incarnation).order_by(_o.n)
    seq = home.next_seq
    for n in list(connection.execute(undecided).scalars()):
        row = update(t.outbox).where(_o.n == n).values(incarnation=home.incarnation, seq=seq)
        connection.execute(row)
        seq += 1
    connection.execute(update(t.home).values(next_seq=seq))


def joined(connection: Connection, letter: str, last_booking: int) -> None:
    connection.execute(
        update(t.home).values(letter=letter, last_booking=func.max(t.home.c.last_booking, last_booking))
    )


def decided_after(connection: Connection, n: int, most: int) -> list[Row[Any]]:
    """Commands whose outcome this home has known, also if it is open again."""
    return connection.execute(_DECIDED, {"after": n, "most": most}).all()  # type: ignore[return-value]


def reopen(connection: Connection, rows: Iterable[Row[Any]]) -> None:
    """Nobody knows of these decisions any more: they wait again; what was said is kept until they are decided anew."""
    for row in rows:
        run(connection, _REOPEN, {"key": row.command_id, "v_before": row.before or _said(row)})


def remember(connection: Connection, rows: Iterable[Row[Any]]) -> None:
    """The store says otherwise now than it did."""
    for row in rows:
        run(connection, _REMEMBER, {"key": row.command_id, "v_before": row.before or _said(row)})


def _said(row: Row[Any]) -> dict[str, Any]:
    return {
        "status": row.state,
        "reason": row.reason,
        "detail": row.detail or {},
        "revision": row.revision or 0,
    }


def blank_erased(connection: Connection) -> None:
    """Whatever this home still keeps of what people typed who were erased since: as the hub has decided, not as this
    terminal imagines, or its own wish to erase them would go out empty.
    """
    erased = select(t.residents.c.id).where(t.residents.c.erased, t.residents.c.revision > 0)
    connection.execute(
        update(t.outbox).where(_o.subject.in_(erased), _o.payload != b"").values(payload=b"", sealed=True)
    )


def count_lost(connection: Connection) -> int:
    statement = select(func.count()).select_from(t.outbox).where(_o.state == "pending")
    return int(connection.execute(statement).scalar_one())


def prune(connection: Connection, backed_up: int, before: Any) -> int:
    """Forget decided commands that a backup of the store holds and that are old enough; how many."""
    first_kept = select(func.min(_o.n)).where(
        or_(_o.state == "pending", _o.revision.is_(None), _o.revision > backed_up, _o.made_at >= before)
    )
    kept = connection.execute(first_kept).scalar()
    old = delete(t.outbox) if kept is None else delete(t.outbox).where(_o.n < kept)
    return connection.execute(old).rowcount
