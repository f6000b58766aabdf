"""Queries of housekeeping: what may be due, whose details are still there, the hub's own incarnation."""

from collections.abc import Iterable
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, bindparam, func, insert, select, update

from db import tables as t
from db.bookings import STRIKE
from db.store import MOST_KEYS, AnyRow, read_incarnation
from kiosk.domain.bookings import UNDECIDED
from kiosk.domain.states import BookingState, HoldState, LoanState, TicketState
from kiosk.domain.tickets import ENDED

HUB = "hub"
"""Stands where a terminal's name and role do."""

_b, _t, _l, _h, _s = t.bookings.c, t.tickets.c, t.loans.c, t.holds.c, t.ledger.c

UNANSWERED = select(_b.id).where(
    _b.state.in_(sorted(UNDECIDED)), _b.expires_at <= bindparam("now"), _b.deleted.is_(False)
)
EXPECTED = select(_b.id, _b.room, _b.day, _b.start).where(
    _b.state == BookingState.APPROVED.value, _b.day <= bindparam("today"), _b.deleted.is_(False)
)
IN_USE = select(_b.id, _b.day, _b.end).where(
    _b.state == BookingState.CHECKED_IN.value, _b.day <= bindparam("today"), _b.deleted.is_(False)
)
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
TYPED_FOR_BOOKINGS = (
    select(_b.id)
    .join_from(t.booking_details, t.bookings, _b.id == t.booking_details.c.id)
    .where(t.booking_details.c.deleted.is_(False), _b.day <= bindparam("last"))
)
TYPED_FOR_TICKETS = (
    select(_t.id)
    .join_from(t.ticket_details, t.tickets, _t.id == t.ticket_details.c.id)
    .where(t.ticket_details.c.deleted.is_(False), _t.state.in_(sorted(ENDED)))
    .where(func.coalesce(_t.ended_at, _t.missed_at) < bindparam("before"))
)
_KNOWN = select(t.outcomes.c.id).where(t.outcomes.c.id.in_(bindparam("ids", expanding=True)))


def decided_of(connection: Connection, command_ids: Iterable[str]) -> set[str]:
    """Those that have their outcome."""
    rest, found = iter(command_ids), set[str]()
    while ids := list(islice(rest, MOST_KEYS)):
        found |= set(connection.execute(_KNOWN, {"ids": ids}).scalars())
    return found


def own_incarnation(connection: Connection, key: str) -> AnyRow:
    """The hub's, made when it first keeps house."""
    if (known := read_incarnation(connection, key)) is not None:
        return known
    connection.execute(insert(t.incarnations), {"id": key, "terminal": HUB, "role": HUB, "last_seq": 0})
    made = read_incarnation(connection, key)
    assert made is not None
    return made


def note_housekeeping(connection: Connection, now: datetime) -> None:
    connection.execute(update(t.store).values(housekept_at=now))
