"""Queries of the check-in stand: what holds a room today, with the booking behind it."""

from datetime import date

from sqlalchemy import bindparam, or_, select

from db import tables as t
from db.work import AnyRow, Work
from kiosk.domain.states import BookingState

_O, _B = t.occupations.c, t.bookings.c
_TODAY = (
    select(_O.id, _O.room, _O.start, _O.end, _O.why, _O.title, _O.booking, _B.state, _B.party)
    .outerjoin(t.bookings, _B.id == _O.booking)
    .where(
        _O.day == bindparam("day"),
        _O.end > bindparam("minute"),
        _O.live.is_(True),
        _O.deleted.is_(False),
        or_(_B.id.is_(None), _B.state.in_([BookingState.APPROVED.value, BookingState.CHECKED_IN.value])),
    )
)


def held_today(work: Work, day: date, minute: int) -> list[AnyRow]:
    """What holds a room that day and ends after `minute`; requests that nobody has decided are left out."""
    return work.all(_TODAY, day=day, minute=minute)
