"""The terminals as the store knows them: each home is an incarnation, under a letter of its own."""

import uuid
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, insert, or_, select, update

from db import tables as t
from db.store import Seen

HUB = "hub"
_i = t.incarnations.c
_GONE = or_(_i.written_off.is_(True), _i.followed_by.is_not(None))


def add(
    connection: Connection, key: str, terminal: str, role: str, letter: str | None, day: date | None
) -> None:
    connection.execute(
        insert(t.incarnations),
        {
            "id": key, "terminal": terminal, "role": role, "last_seq": 0, "letter": letter, "letter_day": day,
            "written_off": False,
        },
    )  # fmt: skip


def follow(connection: Connection, keys: Iterable[str], by: str, day: date) -> None:
    """These have ended: what they still say comes through the one that follows; their letters rest."""
    for key in keys:
        ended = update(t.incarnations).where(_i.id == key, _i.followed_by.is_(None))
        connection.execute(ended.values(followed_by=by, letter_day=day))


def of_terminal(connection: Connection, terminal: str) -> list[Row[Any]]:
    """Those of a terminal's homes that have not ended."""
    return list(connection.execute(select(t.incarnations).where(_i.terminal == terminal, ~_GONE)))


def write_off(connection: Connection, terminal: str, day: date) -> list[Row[Any]]:
    """Nothing more is taken from this terminal. -> what was known of it: last_seq, last_exchange."""
    of = or_(_i.terminal == terminal, _i.letter == terminal)
    found = list(connection.execute(select(t.incarnations).where(of, _i.written_off.is_(False))))
    connection.execute(update(t.incarnations).where(of).values(written_off=True, letter_day=day))
    return found


def note_seen(connection: Connection, key: str, seen: Seen) -> None:
    values = {"last_seen": seen.at, "clock_ahead": seen.clock_ahead, "version": seen.version}
    connection.execute(update(t.incarnations).where(_i.id == key).values(**values))


def shut_out(connection: Connection, terminal: str, day: date) -> None:
    """A manager revoked it: nothing more is taken from any of its homes; its letter rests until midnight."""
    of = update(t.incarnations).where(_i.terminal == terminal, ~_GONE)
    connection.execute(of.values(written_off=True, letter_day=day))


def is_revoked(connection: Connection, terminal: str) -> bool:
    statement = select(t.terminals.c.revoked).where(t.terminals.c.id == terminal)
    return bool(connection.execute(statement).scalar())


def terminals(connection: Connection) -> list[Row[Any]]:
    """All but the hub's own, as they were last seen."""
    return list(connection.execute(select(t.incarnations).where(_i.role != HUB).order_by(_i.letter, _i.id)))


def taken_letters(connection: Connection, today: date) -> set[str]:
    """All but those whose terminal has gone on an earlier day."""
    rests = or_(_i.letter_day.is_(None), _i.letter_day >= today)
    statement = select(_i.letter).where(_i.letter.is_not(None), or_(~_GONE, rests))
    return set(connection.execute(statement).scalars())


def last_booking(connection: Connection, letter: str) -> int:
    """The highest number of a booking under this letter; 0 where there is none."""
    n = t.bookings.c.number
    begin = f"{letter}B"
    longest = func.max(func.length(n))
    of = n.like(f"{begin}%")
    length = connection.execute(select(longest).where(of)).scalar()
    if not length:
        return 0
    highest = connection.execute(select(func.max(n)).where(of, func.length(n) == length)).scalar_one()
    digits = str(highest).removeprefix(begin)
    return int(digits) if digits.isdigit() else 0


def hub(connection: Connection) -> Row[Any]:
    """The hub's own incarnation, under which it keeps house; made when it is first asked for."""
    statement = select(t.incarnations).where(_i.role == HUB)
    if (found := connection.execute(statement).first()) is None:
        add(connection, uuid.uuid4().hex, HUB, HUB, None, None)
        found = connection.execute(statement).one()
    return found


def unreported(connection: Connection, epoch: str) -> list[Row[Any]]:
    """Those for whose report a recovering store waits."""
    waits = or_(_i.reported.is_(None), _i.reported != epoch)
    return list(connection.execute(select(t.incarnations).where(~_GONE, _i.role != HUB, waits)))


def set_reported(connection: Connection, key: str | None, epoch: str) -> None:
    """Also for those that followed it, if a home that was put back speaks as it was before."""
    while key is not None:
        connection.execute(update(t.incarnations).where(_i.id == key).values(reported=epoch))
        key = connection.execute(select(_i.followed_by).where(_i.id == key)).scalar()


def excuse(connection: Connection, terminal: str, epoch: str) -> int:
    """A recovering store waits no longer for this terminal; how many incarnations that are."""
    of = or_(_i.terminal == terminal, _i.letter == terminal)
    return connection.execute(update(t.incarnations).where(of).values(reported=epoch)).rowcount
