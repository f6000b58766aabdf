"""What a restored store keeps until it is itself again: a new epoch, and what terminals report of decisions it has lost."""

import uuid
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from db import tables as t

RECOVERING, NORMAL = "recovering", "normal"


def begin_epoch(connection: Connection) -> str:
    """From now on nothing is decided until terminals have said what they know."""
    epoch = uuid.uuid4().hex
    connection.execute(update(t.store).values(epoch=epoch, phase=RECOVERING, book=t.store.c.book + 1))
    connection.execute(update(t.incarnations).values(reported=None))
    connection.execute(delete(t.reports))
    return epoch


def end_recovery(connection: Connection) -> None:
    connection.execute(update(t.store).values(phase=NORMAL))


def add_reports(connection: Connection, rows: Iterable[dict[str, Any]]) -> None:
    """Said twice, a command is kept once."""
    for row in rows:
        known = select(t.reports.c.command_id).where(t.reports.c.command_id == row["command_id"])
        if connection.execute(known).first() is None:
            connection.execute(insert(t.reports), row)


def next_reports(connection: Connection, most: int) -> list[Row[Any]]:
    """In the order in which they had been decided; each terminal's own order before all."""
    r = t.reports.c
    place = func.max(r.revision).over(partition_by=r.incarnation, order_by=r.seq)
    return list(connection.execute(select(t.reports).order_by(place, r.incarnation, r.seq).limit(most)))


def drop_reports(connection: Connection, ids: list[str]) -> None:
    for key in ids:
        connection.execute(delete(t.reports).where(t.reports.c.command_id == key))


def blank_reports(connection: Connection, subject: str) -> None:
    """Of a resident who was erased."""
    connection.execute(update(t.reports).where(t.reports.c.subject == subject).values(payload=b""))


def set_last_seqs(connection: Connection, last: dict[str, int]) -> None:
    for key, seq in last.items():
        connection.execute(update(t.incarnations).where(t.incarnations.c.id == key).values(last_seq=seq))
