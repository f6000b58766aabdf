"""Deciding about a request, and calling a booking off or ending it."""

from datetime import datetime
from typing import Any

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.base import CLERK
from kiosk.commands.bookings import ApproveBooking, CancelBooking, CompleteBooking, RejectBooking
from kiosk.domain.bookings import Move, earns_strike, has_ended, next_state
from kiosk.domain.integrity import strike_made
from kiosk.domain.notice import judge_still_ahead
from kiosk.domain.occupation import Occupied
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState, Role, Why
from kiosk.services.booking_finder import booking_row, booking_to_move, judge_own
from kiosk.services.booking_parties import COUNTS
from kiosk.services.booking_rooms import take_room
from kiosk.services.house import booking_policy_of, calendar_of
from kiosk.services.registry import Made, handles


@handles(ApproveBooking)
def approve_booking(work: Work, wish: ApproveBooking, made: Made) -> Outcome:
    """Everything may have changed since it was asked for: the slot is checked again under the same lock."""
    found = booking_to_move(work, wish.booking, Move.APPROVE)
    if isinstance(found, Refused):
        return found
    booking, state = found
    refused = _judge_in_time(booking, made) or take_room(work, held(booking), made.decided_at)
    if refused:
        return refused
    work.change(t.bookings, booking.id, state=state.value, **_decided(made))
    calendar = calendar_of(work.book)
    official = calendar.is_official_between(min(booking.made_at.date(), booking.day), booking.day)
    warning = {} if official else {"unofficial": True}
    return Accepted({"booking": booking.id, "status": state.value} | warning)


@handles(RejectBooking)
def reject_booking(work: Work, wish: RejectBooking, made: Made) -> Outcome:
    found = booking_to_move(work, wish.booking, Move.REJECT)
    if isinstance(found, Refused):
        return found
    booking, state = found
    work.change(t.bookings, booking.id, state=state.value, why=wish.why, **_decided(made))
    free_slot(work, booking)
    return Accepted({"booking": booking.id, "status": state.value})


@handles(CancelBooking)
def cancel_booking(work: Work, wish: CancelBooking, made: Made) -> Outcome:
    """Calling off late what was promised costs a strike, whoever types it in."""
    booking = booking_row(work, wish.booking or "")
    if isinstance(booking, Refused):
        return booking
    refused = judge_own(wish, booking, made, CLERK)
    if refused:
        return refused
    before = BookingState(booking.state)
    state = next_state(before, Move.CANCEL)
    if isinstance(state, Refused):
        return state
    work.change(t.bookings, booking.id, state=state.value, **_decided(made))
    free_slot(work, booking)
    policy = booking_policy_of(work.book, booking.room)
    late = earns_strike(policy, before, Move.CANCEL, made.made_at, booking.day, booking.start)
    struck = strike(work, booking, made, "late_cancel", made.made_at) if late else {}
    return Accepted({"booking": booking.id, "status": state.value} | struck)


@handles(CompleteBooking)
def complete_booking(work: Work, wish: CompleteBooking, made: Made) -> Outcome:
    """A clerk may see them leave early."""
    found = booking_to_move(work, wish.booking, Move.COMPLETE)
    if isinstance(found, Refused):
        return found
    booking, state = found
    if made.actor.role is Role.HUB and not has_ended(made.decided_at, booking.day, booking.end):
        return Refused.because(Reason.TOO_EARLY)
    work.change(t.bookings, booking.id, state=state.value)
    free_slot(work, booking)
    return Accepted({"booking": booking.id, "status": state.value})


def held(booking: AnyRow) -> Occupied:
    """What a booking takes of its room."""
    return Occupied(
        booking.room, booking.day, booking.start, booking.end, Why.BOOKING, id=booking.occupation or ""
    )


def free_slot(work: Work, booking: AnyRow) -> None:
    """The booking keeps its times as history; its room is free again."""
    if booking.occupation:
        work.change(t.occupations, booking.occupation, live=False)


def strike(work: Work, booking: AnyRow, made: Made, what: str, when: datetime) -> dict[str, str]:
    """One for the party of a booking; the answer names it."""
    key = made.further_id(1)
    made_strike = strike_made(booking_policy_of(work.book, booking.room).strikes, when)
    work.add(
        t.ledger, key, kind=rows.STRIKE, subject=booking.party_key, cause=booking.id, note=what, state=COUNTS,
        made_at=made_strike.made_at, expires_at=made_strike.expires_at,
    )  # fmt: skip
    return {"strike": key}


def _judge_in_time(booking: AnyRow, made: Made) -> Refused | None:
    """An undecided request gives its slot back when it expires, even if nobody has swept it up yet."""
    if made.decided_at >= booking.expires_at:
        return Refused.because(Reason.TOO_LATE, until=booking.expires_at.isoformat(timespec="minutes"))
    return judge_still_ahead(made.decided_at, booking.day, booking.start)


def _decided(made: Made) -> dict[str, Any]:
    return {"decided_at": made.decided_at, "decided_by": made.actor.id}
