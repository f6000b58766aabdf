"""What the clock has decided: what is due, and how it is written down. The rules are those that screens go by all along."""

from collections.abc import Iterator
from datetime import date, datetime

from db import housekeeping as rows
from db import tables as t
from db.tickets import ATTACHED
from db.work import AnyRow, Work
from kiosk.commands.base import Command
from kiosk.commands.booking_changes import MoveUpBooking
from kiosk.commands.bookings import CompleteBooking, NoShowBooking
from kiosk.commands.housekeeping import (
    ExpireBooking,
    ExpireHold,
    ExpireStrike,
    ForgetDetails,
    LeaveTicket,
    MarkOverdue,
)
from kiosk.domain import integrity
from kiosk.domain.bookings import Move, has_ended, may_mark_no_show, state_at
from kiosk.domain.hours import closing
from kiosk.domain.lending import hold_over, overdue_from
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.retention import is_forgotten, last_forgotten
from kiosk.domain.states import BookingState, HoldState, LoanState, PartyKind, StrikeState
from kiosk.domain.tickets import ENDED
from kiosk.domain.tickets import Move as TicketMove
from kiosk.domain.times import MIDNIGHT, at
from kiosk.services.booking_finder import booking_to_move
from kiosk.services.booking_parties import strike_of
from kiosk.services.booking_waitlist import can_move_up, free_rooms
from kiosk.services.holds import end_hold
from kiosk.services.house import booking_policy_of, retention_policy_of, staffed_hours_of
from kiosk.services.people_retention import due_of_people, forget_of_people
from kiosk.services.readers import has_expired
from kiosk.services.reading import readers_due
from kiosk.services.registry import Made, handles
from kiosk.services.ticket_moves import move_ticket

TOO_EARLY = Refused.because(Reason.TOO_EARLY)
CHANGED = Refused.because(Reason.WRONG_STATE)


def due(work: Work, now: datetime) -> Iterator[Command]:
    """A command for everything that is over by now and not written down yet."""
    yield from _bookings(work, now)
    yield from _tickets(work, now)
    yield from _library(work, now.date())
    yield from _strikes(work, now)
    yield from _details(work, now.date())
    yield from readers_due(work, now.date())


def _bookings(work: Work, now: datetime) -> Iterator[Command]:
    for row in work.all(rows.LIVE_BOOKINGS):
        if state_at(BookingState(row.state), row.expires_at, now) is BookingState.EXPIRED:
            yield ExpireBooking(booking=row.id)
        elif row.state == BookingState.WAITLISTED and _is_free_for(work, row.id, now):
            yield MoveUpBooking(booking=row.id)
        elif row.state == BookingState.APPROVED and _was_missed(work, row, now):
            yield NoShowBooking(booking=row.id)
        elif row.state == BookingState.CHECKED_IN and has_ended(now, row.day, row.end):
            yield CompleteBooking(booking=row.id)


def _was_missed(work: Work, row: AnyRow, now: datetime) -> bool:
    return may_mark_no_show(booking_policy_of(work.book, row.room), now, row.day, row.start) is None


def _is_free_for(work: Work, key: str, now: datetime) -> bool:
    booking = work.row(t.bookings, key)
    return booking is not None and can_move_up(work, booking, now)


def _tickets(work: Work, now: datetime) -> Iterator[Command]:
    for row in work.all(rows.QUEUED, today=now.date()):
        if now >= _closing(work, row.day):
            yield LeaveTicket(ticket=row.id)


def _library(work: Work, today: date) -> Iterator[Command]:
    for row in work.all(rows.LATE, today=today):
        yield MarkOverdue(loan=row.id)
    for row in work.all(rows.UNCOLLECTED, today=today):
        yield ExpireHold(hold=row.id)


def _strikes(work: Work, now: datetime) -> Iterator[Command]:
    for row in work.all(rows.STRIKES, state=StrikeState.COUNTS.value, now=now):
        yield ExpireStrike(strike=row.id)


def _details(work: Work, today: date) -> Iterator[Command]:
    policy = retention_policy_of(work.book)
    for row in work.all(rows.TYPED_FOR_BOOKINGS, last=last_forgotten(policy.contacts_days, today)):
        yield ForgetDetails(booking=row.id)
    before = at(last_forgotten(policy.answers_days, today), MIDNIGHT)
    for row in work.all(rows.TYPED_FOR_TICKETS, before=before):
        yield ForgetDetails(ticket=row.id)
    yield from due_of_people(work, today)


@handles(ExpireBooking)
def expire_booking(work: Work, wish: ExpireBooking, made: Made) -> Outcome:
    found = booking_to_move(work, wish.booking, Move.EXPIRE)
    if isinstance(found, Refused):
        return found
    booking, state = found
    if state_at(BookingState(booking.state), booking.expires_at, made.decided_at) is not state:
        return TOO_EARLY
    work.change(t.bookings, booking.id, state=state.value)
    moved_up = free_rooms(work, booking, made.decided_at)
    return Accepted({"booking": booking.id, "status": state.value} | moved_up)


@handles(LeaveTicket)
def leave_ticket(work: Work, wish: LeaveTicket, made: Made) -> Outcome:
    ticket = work.row(t.tickets, wish.ticket)
    if ticket is None:
        return Refused.because(Reason.UNKNOWN_TICKET)
    closed = _closing(work, ticket.day)
    if made.decided_at < closed:
        return TOO_EARLY
    return move_ticket(work, made, ticket.id, TicketMove.LEAVE, ended_at=closed)


def _closing(work: Work, day: date) -> datetime:
    return closing(staffed_hours_of(work.book, "counter"), day)


@handles(MarkOverdue)
def mark_overdue(work: Work, wish: MarkOverdue, made: Made) -> Outcome:
    loan = work.row(t.loans, wish.loan)
    if loan is None or loan.state != LoanState.OPEN or loan.overdue_on is not None:
        return CHANGED
    first = overdue_from(loan.due)
    if made.decided_at.date() < first:
        return TOO_EARLY
    work.change(t.loans, loan.id, overdue_on=first)
    return Accepted({"loan": loan.id, "overdue_on": first.isoformat()})


@handles(ExpireHold)
def expire_hold(work: Work, wish: ExpireHold, made: Made) -> Outcome:
    hold = work.row(t.holds, wish.hold)
    today = made.decided_at.date()
    if hold is None or hold.state != HoldState.READY:
        return CHANGED
    if not has_expired(hold, today):
        return TOO_EARLY
    end_hold(work, hold, HoldState.EXPIRED, made.decided_at, hold_over(hold.ready_until))
    return Accepted({"hold": hold.id})


@handles(ExpireStrike)
def expire_strike(work: Work, wish: ExpireStrike, made: Made) -> Outcome:
    """For those who read the ledger; suspensions go by its times alone."""
    strike = work.row(t.ledger, wish.strike)
    if strike is None or strike.state != StrikeState.COUNTS:
        return CHANGED
    if not integrity.has_expired(strike_of(strike), made.decided_at):
        return TOO_EARLY
    work.change(t.ledger, strike.id, state=StrikeState.EXPIRED.value)
    return Accepted({"strike": strike.id})


@handles(ForgetDetails)
def forget_details(work: Work, wish: ForgetDetails, made: Made) -> Outcome:
    today = made.decided_at.date()
    if wish.booking is not None:
        return _forget_booking(work, wish.booking, today)
    if wish.wish is not None or wish.consent is not None:
        return forget_of_people(work, wish, today)
    return _forget_ticket(work, wish.ticket or "", today)


def _forget_booking(work: Work, key: str, today: date) -> Outcome:
    booking, typed = work.row(t.bookings, key), work.row(t.booking_details, key)
    if booking is None or typed is None:
        return CHANGED
    if not is_forgotten(retention_policy_of(work.book).contacts_days, booking.day, today):
        return TOO_EARLY
    work.blank(t.booking_details, key)
    if booking.party_kind == PartyKind.PERSON:
        work.change(t.bookings, key, party="")
    return Accepted({"booking": key})


def _forget_ticket(work: Work, key: str, today: date) -> Outcome:
    ticket, typed = work.row(t.tickets, key), work.row(t.ticket_details, key)
    if ticket is None or typed is None or ticket.state not in ENDED:
        return CHANGED
    ended = ticket.ended_at or ticket.missed_at
    if not is_forgotten(retention_policy_of(work.book).answers_days, ended and ended.date(), today):
        return TOO_EARLY
    work.blank(t.ticket_details, key)
    for attached in work.all(ATTACHED, ticket=key):
        work.blank(t.attachments, attached.id)
    return Accepted({"ticket": key})
