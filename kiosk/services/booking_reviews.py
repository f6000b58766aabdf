"""Deciding about a request, and calling a booking off or ending it."""

from typing import Any

from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.base import CLERK
from kiosk.commands.bookings import ApproveBooking, CancelBooking, CompleteBooking, RejectBooking
from kiosk.domain.bookings import Move, earns_strike, has_ended, next_state
from kiosk.domain.notice import judge_still_ahead
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState, Role
from kiosk.services.booking_finder import booking_row, booking_to_move, judge_own
from kiosk.services.booking_rooms import held, hold, take_rooms
from kiosk.services.booking_strikes import strike
from kiosk.services.booking_together import each_of_series
from kiosk.services.booking_waitlist import free_rooms
from kiosk.services.house import booking_policy_of, calendar_of
from kiosk.services.registry import Made, handles


@handles(ApproveBooking)
def approve_booking(work: Work, wish: ApproveBooking, made: Made) -> Outcome:
    booking = booking_row(work, wish.booking)
    if isinstance(booking, Refused):
        return booking
    if wish.whole_series and booking.series:
        return each_of_series(work, booking, Move.APPROVE, made, lambda one: _approve(work, one, made))
    return _approve(work, booking, made)


@handles(RejectBooking)
def reject_booking(work: Work, wish: RejectBooking, made: Made) -> Outcome:
    booking = booking_row(work, wish.booking)
    if isinstance(booking, Refused):
        return booking
    if wish.whole_series and booking.series:
        return each_of_series(
            work, booking, Move.REJECT, made, lambda one: _reject(work, one, wish.why, made)
        )
    return _reject(work, booking, wish.why, made)


@handles(CancelBooking)
def cancel_booking(work: Work, wish: CancelBooking, made: Made) -> Outcome:
    """Calling off late what was promised costs a strike, whoever types it in."""
    booking = booking_row(work, wish.booking or "")
    if isinstance(booking, Refused):
        return booking
    refused = judge_own(wish, booking, made, CLERK)
    if refused:
        return refused
    if wish.whole_series and booking.series:
        return each_of_series(work, booking, Move.CANCEL, made, lambda one: _cancel(work, one, made))
    return _cancel(work, booking, made)


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
    return _moved(booking, state, free_rooms(work, booking, made.decided_at))


def tell_who(work: Work, booking: AnyRow, refused: Refused) -> Refused:
    """Of two who decide at once the later hears who was first, and when."""
    operator = work.book.get(t.operators, booking.decided_by)
    if operator is None or booking.decided_at is None:
        return refused
    when = booking.decided_at.isoformat(timespec="minutes")
    return Refused(refused.reason, {"colleague": True, "by": operator.name, "when": when} | refused.detail)


def _approve(work: Work, booking: AnyRow, made: Made) -> Outcome:
    """Everything may have changed since it was asked for: the slot is checked again under the same lock."""
    state = next_state(BookingState(booking.state), Move.APPROVE)
    if isinstance(state, Refused):
        return tell_who(work, booking, state)
    wanted = held(booking)
    refused = _judge_in_time(booking, made) or take_rooms(work, wanted, made.decided_at)
    if refused:
        return refused
    slots = {} if booking.occupation else {"occupation": hold(work, booking.id, wanted)}
    work.change(t.bookings, booking.id, state=state.value, **slots, **_decided(made))
    calendar = calendar_of(work.book)
    official = calendar.is_official_between(min(booking.made_at.date(), booking.day), booking.day)
    return _moved(booking, state, {} if official else {"unofficial": True})


def _reject(work: Work, booking: AnyRow, why: str, made: Made) -> Outcome:
    state = next_state(BookingState(booking.state), Move.REJECT)
    if isinstance(state, Refused):
        return tell_who(work, booking, state)
    work.change(t.bookings, booking.id, state=state.value, why=why, **_decided(made))
    return _moved(booking, state, free_rooms(work, booking, made.decided_at))


def _cancel(work: Work, booking: AnyRow, made: Made) -> Outcome:
    before = BookingState(booking.state)
    state = next_state(before, Move.CANCEL)
    if isinstance(state, Refused):
        return state
    work.change(t.bookings, booking.id, state=state.value, **_decided(made))
    moved_up = free_rooms(work, booking, made.decided_at)
    policy = booking_policy_of(work.book, booking.room)
    late = earns_strike(policy, before, Move.CANCEL, made.made_at, booking.day, booking.start)
    return _moved(
        booking, state, strike(work, booking, "late_cancel", made.made_at) if late else {}, moved_up
    )


def _moved(booking: AnyRow, state: BookingState, *more: dict[str, Any]) -> Accepted:
    result: dict[str, Any] = {"booking": booking.id, "status": state.value}
    for part in more:
        result |= part
    return Accepted(result)


def _judge_in_time(booking: AnyRow, made: Made) -> Refused | None:
    """An undecided request gives its slot back when it expires, even if nobody has swept it up yet."""
    if made.decided_at >= booking.expires_at:
        return Refused.because(Reason.TOO_LATE, until=booking.expires_at.isoformat(timespec="minutes"))
    return judge_still_ahead(made.decided_at, booking.day, booking.start)


def _decided(made: Made) -> dict[str, Any]:
    return {"decided_at": made.decided_at, "decided_by": made.actor.id}
