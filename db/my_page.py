"""What one resident has at the station, the newest first."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, or_, select, text

from db import tables as t
from db.work import AnyRow, Work
from kiosk.domain.tickets import ENDED

MOST = 30
_t, _b, _s, _l = t.tickets.c, t.bookings.c, t.ledger.c, t.loans.c
_ticket_ends = or_(_t.state.not_in(sorted(ENDED)), _t.made_at >= bindparam("since"))
_TICKETS = (
    select(t.tickets)
    .where(_t.resident == bindparam("resident"), _ticket_ends, _t.deleted.is_(False))
    .order_by(_t.made_at.desc(), _t.id)
    .limit(MOST)
)
_TICKETS_FOR = (
    select(t.tickets)
    .where(
        text("on_behalf_of IS NOT NULL"), _t.on_behalf_of == bindparam("resident"), _ticket_ends, _t.deleted.is_(False)
    )
    .order_by(_t.made_at.desc(), _t.id)
    .limit(MOST)
)  # fmt: skip
_BOOKINGS = (
    select(t.bookings)
    .where(
        text("resident IS NOT NULL"), _b.resident == bindparam("resident"), _b.day >= bindparam("since"), _b.deleted.is_(False)
    )
    .order_by(_b.day.desc(), _b.start.desc(), _b.id)
    .limit(MOST)
)  # fmt: skip
_OWN_BOOKINGS = select(_b.id).where(
    text("bookings.resident IS NOT NULL"), _b.resident == bindparam("resident")
)
_CLOSED_LOANS = select(_l.returned_at).where(
    _l.resident == bindparam("resident"), _l.returned_at.is_not(None), _l.deleted.is_(False)
)
_TYPED_FOR_TICKETS = (
    select(_t.state, _t.ended_at, _t.missed_at)
    .where(or_(_t.resident == bindparam("resident"), _t.on_behalf_of == bindparam("resident")), _t.deleted.is_(False))
)  # fmt: skip
_BOOKED_DAYS = select(_b.day).where(
    text("resident IS NOT NULL"), _b.resident == bindparam("resident"), _b.deleted.is_(False)
)


def tickets_of(work: Work, resident: str, since: datetime) -> list[AnyRow]:
    """Open ones, and those made since; in their own name or on their behalf."""
    found = [
        *work.all(_TICKETS, resident=resident, since=since),
        *work.all(_TICKETS_FOR, resident=resident, since=since),
    ]
    once = {row.id: row for row in found}
    return sorted(once.values(), key=lambda row: row.made_at, reverse=True)


def bookings_of(work: Work, resident: str, since: date) -> list[AnyRow]:
    return work.all(_BOOKINGS, resident=resident, since=since)


def returned_at(work: Work, resident: str) -> list[Any]:
    """When books came back that still say who had them."""
    return [row.returned_at for row in work.all(_CLOSED_LOANS, resident=resident)]


def ticket_ends(work: Work, resident: str) -> list[AnyRow]:
    return work.all(_TYPED_FOR_TICKETS, resident=resident)


def booked_days(work: Work, resident: str) -> list[date]:
    return [row.day for row in work.all(_BOOKED_DAYS, resident=resident)]
