"""Queries of housekeeping: what may be due, whose details are still there."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, bindparam, func, select, update

from db import tables as t
from db.bookings import STRIKE
from db.store import outcomes_of
from kiosk.domain.bookings import HOLDS_ROOM, UNDECIDED
from kiosk.domain.states import HoldState, LoanState, TicketState
from kiosk.domain.tickets import ENDED

_b, _t, _l, _h, _s = t.bookings.c, t.tickets.c, t.loans.c, t.holds.c, t.ledger.c
_d, _a = t.booking_details.c, t.ticket_details.c

# asked for each row of details that is still there: joined, a planner would begin with all bookings of the past
_day_of_use = select(_b.day).where(_b.id == _d.id).scalar_subquery()
_end_of_ticket = (
    select(func.coalesce(_t.ended_at, _t.missed_at))
    .where(_t.id == _a.id, _t.state.in_(sorted(ENDED)))
    .scalar_subquery()
)

LIVE_BOOKINGS = select(_b.id, _b.state, _b.room, _b.day, _b.start, _b.end, _b.expires_at).where(
    _b.state.in_(sorted(HOLDS_ROOM | UNDECIDED)), _b.deleted.is_(False)
)
"""Few among many; one look at the table costs less than three by its days."""
QUEUED = select(_t.id, _t.day).where(
    _t.day <= bindparam("today"),
    _t.state.in_([TicketState.WAITING.value, TicketState.CALLED.value]),
    _t.deleted.is_(False),
)
LATE = select(_l.id).where(
    _l.state == LoanState.OPEN.value,
    _l.due < bindparam("today"),
    _l.overdue_on.is_(None),
    _l.deleted.is_(False),
)
UNCOLLECTED = select(_h.id).where(
    _h.state == HoldState.READY.value, _h.ready_until < bindparam("today"), _h.deleted.is_(False)
)
STRIKES = select(_s.id).where(
    _s.kind == STRIKE,
    _s.state == bindparam("state"),
    _s.expires_at <= bindparam("now"),
    _s.deleted.is_(False),
)
TYPED_FOR_BOOKINGS = select(_d.id).where(_d.deleted.is_(False), _day_of_use <= bindparam("last"))
TYPED_FOR_TICKETS = select(_a.id).where(_a.deleted.is_(False), _end_of_ticket < bindparam("before"))


def decided_of(connection: Connection, command_ids: Iterable[str]) -> set[str]:
    """Those that have their outcome."""
    return set(outcomes_of(connection, list(command_ids)))


def note_housekeeping(connection: Connection, now: datetime) -> None:
    connection.execute(update(t.store).values(housekept_at=now))
