"""Queries of the calling board: who was called today, which rooms are in use."""

from datetime import date, datetime

from sqlalchemy import bindparam, case, or_, select

from db import tables as t
from db.work import AnyRow, Work
from kiosk.domain.states import BookingState

_T, _E, _O, _B = t.tickets.c, t.ticket_events.c, t.occupations.c, t.bookings.c
_CALLS = (
    select(_E.id, _E.at, _T.number, _T.counter, _T.state)
    .join_from(t.ticket_events, t.tickets, _E.ticket == _T.id)
    .where(
        _E.what.in_(["call", "recall"]),
        _E.at >= bindparam("since"),
        _E.at <= bindparam("now"),
        _E.deleted.is_(False),
    )
    .order_by(_E.at.desc(), case((_E.revision == 0, 0), else_=1), _E.revision.desc(), _E.id)
    .limit(bindparam("most"))
)
_IN_USE = (
    select(_O.room, _O.start, _O.end, _O.why, _O.title)
    .outerjoin(t.bookings, _B.id == _O.booking)
    .where(
        _O.day == bindparam("day"),
        _O.end > bindparam("minute"),
        _O.live.is_(True),
        _O.deleted.is_(False),
        or_(_B.id.is_(None), _B.state != BookingState.REQUESTED.value),
    )
)


def latest_calls(work: Work, since: datetime, now: datetime, most: int) -> list[AnyRow]:
    """The latest first; a number that was called twice is there twice."""
    return work.all(_CALLS, since=since, now=now, most=most)


def in_use(work: Work, day: date, minute: int) -> list[AnyRow]:
    """What holds a room that day and ends after `minute`; requests that nobody has decided are left out."""
    return work.all(_IN_USE, day=day, minute=minute)
