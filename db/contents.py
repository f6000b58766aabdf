"""What attachments hold: kept by its hash, in pieces, first in the home where it was attached, then in the store.

It never changes, so nobody has to decide about it: it goes beside the commands, one short transaction for each piece.
"""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    update,
)

from db import tables as t
from db.prepared import fetch
from kiosk.domain.attachments import CHUNK

_HOME, _STORE = t.home_contents, t.store_contents

_UNSENT = (
    select(_HOME.c.hash, _HOME.c.n)
    .where(or_(_HOME.c.sent.is_(None), _HOME.c.sent != bindparam("epoch")))
    .order_by(_HOME.c.hash, _HOME.c.n)
)
"""Asked with every command."""


class Piece(NamedTuple):
    """The n-th piece of what has this hash."""

    hash: str
    n: int


def keep(connection: Connection, content_hash: str, content: bytes) -> None:
    """In a home, if it is not there already."""
    if _is_there(connection, _HOME, Piece(content_hash, 0)):
        return
    pieces = [content[start : start + CHUNK] for start in range(0, len(content), CHUNK)]
    rows = [{"hash": content_hash, "n": n, "data": data, "sent": None} for n, data in enumerate(pieces)]
    connection.execute(insert(_HOME), rows)


def unsent(connection: Connection, epoch: str) -> list[Piece]:
    """What the store of this epoch has not been given yet: after it was put back, all of it."""
    return [Piece(row.hash, row.n) for row in fetch(connection, _UNSENT, {"epoch": epoch})]


def data_of(connection: Connection, piece: Piece) -> bytes | None:
    """None: nothing names it any more."""
    return connection.execute(select(_HOME.c.data).where(*_at(_HOME, piece))).scalar()


def note_sent(connection: Connection, piece: Piece, epoch: str) -> None:
    connection.execute(update(_HOME).where(*_at(_HOME, piece)).values(sent=epoch))


def receive(connection: Connection, piece: Piece, data: bytes, now: datetime) -> None:
    """In a store, however often it is sent."""
    if not _is_there(connection, _STORE, piece):
        row = {"hash": piece.hash, "n": piece.n, "data": data, "kept_at": now}
        connection.execute(insert(_STORE), row)


def read_home(connection: Connection, content_hash: str) -> bytes | None:
    return _read(connection, _HOME, content_hash)


def read_store(connection: Connection, content_hash: str) -> bytes | None:
    return _read(connection, _STORE, content_hash)


def drop_unnamed(connection: Connection) -> None:
    """In a home: what no attachment that is known here names any more; it was refused, forgotten or erased."""
    connection.execute(delete(_HOME).where(_HOME.c.hash.not_in(_named())))


def sweep(connection: Connection, before: datetime) -> int:
    """In a store: what nothing names, and came too long ago to be ahead of its command. How many pieces."""
    forgotten = delete(_STORE).where(_STORE.c.hash.not_in(_named()), _STORE.c.kept_at < before)
    return int(connection.execute(forgotten).rowcount)


def size_by_hash(connection: Connection) -> dict[str, int]:
    """Bytes that a store holds, by hash."""
    statement = select(_STORE.c.hash, func.sum(func.length(_STORE.c.data))).group_by(_STORE.c.hash)
    return {row[0]: int(row[1]) for row in connection.execute(statement)}


def _read(connection: Connection, table: Table, content_hash: str) -> bytes | None:
    statement = select(table.c.data).where(table.c.hash == content_hash).order_by(table.c.n)
    pieces = connection.execute(statement).scalars().all()
    return b"".join(pieces) if pieces else None


def _is_there(connection: Connection, table: Table, piece: Piece) -> bool:
    return connection.execute(select(table.c.n).where(*_at(table, piece))).first() is not None


def _at(table: Table, piece: Piece) -> tuple[ColumnElement[bool], ...]:
    return table.c.hash == piece.hash, table.c.n == piece.n


def _named() -> Select[Any]:
    a = t.attachments.c
    return select(a.hash).where(a.deleted.is_(False), a.hash.is_not(None))
