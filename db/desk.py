"""Queries of the front desk: today's numbers, requests that wait, what falls due."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, func, select, text

from db import tables as t
from db.work import AnyRow, Work
from kiosk.domain.states import BookingState

_T, _B, _L, _H, _R = t.tickets.c, t.bookings.c, t.loans.c, t.holds.c, t.residents.c
_D, _O = t.booking_details.c, t.occupations.c
_ON_DAY = (
    select(t.tickets, _R.masked_name)
    .outerjoin(t.residents, _R.id == func.coalesce(_T.on_behalf_of, _T.resident))
    .where(_T.day == bindparam("day"), _T.deleted.is_(False))
)
_MADE_ON = select(_T.day, _T.made_at).where(
    _T.day.in_(bindparam("days", expanding=True)), _T.mode == "counter", _T.deleted.is_(False)
)
_REQUESTED = (
    select(t.bookings, _D.party_name, _D.contact_name, _D.purpose)
    .outerjoin(t.booking_details, _D.id == _B.id)
    .where(_B.day >= bindparam("today"), _B.state == BookingState.REQUESTED.value, _B.deleted.is_(False))
    .order_by(_B.decide_by, _B.day, _B.start, _B.number)
)
_TICKETS_DUE = select(_T.due).where(
    text("tickets.due IS NOT NULL"),
    _T.due <= bindparam("today"),
    _T.ended_at.is_(None),
    _T.deleted.is_(False),
)
_LOANS_DUE: Any = select(func.count(), func.count().filter(_L.due < bindparam("today"))).where(
    _L.due <= bindparam("today"), _L.returned_at.is_(None), _L.deleted.is_(False)
)
_HOLDS_READY = select(func.count()).where(text("holds.state = 'ready'"), _H.deleted.is_(False))
_EXPECTED = select(_B.start, _B.end).where(
    _B.day == bindparam("today"), _B.state == BookingState.APPROVED.value, _B.deleted.is_(False)
)
_USED = select(_O.room, _O.start, _O.end).where(
    _O.day == bindparam("today"), _O.live.is_(True), _O.deleted.is_(False)
)
_HELP = select(t.help_calls).where(
    t.help_calls.c.state == "open",
    t.help_calls.c.made_at >= bindparam("since"),
    t.help_calls.c.deleted.is_(False),
)
_HELP = _HELP.order_by(t.help_calls.c.made_at)


def tickets_on(work: Work, day: date) -> list[AnyRow]:
    """With `masked_name` of whom they are for."""
    return work.all(_ON_DAY, day=day)


def numbers_taken(work: Work, days: list[date]) -> list[AnyRow]:
    return list(work.connection.execute(_MADE_ON, {"days": days}))


def requested(work: Work, today: date) -> list[AnyRow]:
    """Requests for rooms from today on, the most urgent first."""
    return work.all(_REQUESTED, today=today)


def days_of_due_tickets(work: Work, today: date) -> list[date]:
    return [row.due for row in work.all(_TICKETS_DUE, today=today)]


def loans_due(work: Work, today: date) -> tuple[int, int]:
    """Due today or before, and of them before today."""
    found: Any = work.all(_LOANS_DUE, today=today)[0]
    return found[0], found[1]


def holds_ready(work: Work) -> int:
    return int(work.all(_HOLDS_READY)[0][0])


def expected_today(work: Work, today: date) -> list[AnyRow]:
    """Approved bookings that nobody has checked in yet."""
    return work.all(_EXPECTED, today=today)


def used_today(work: Work, today: date) -> list[AnyRow]:
    return work.all(_USED, today=today)


def open_help_calls(work: Work, since: datetime) -> list[AnyRow]:
    return work.all(_HELP, since=since)
