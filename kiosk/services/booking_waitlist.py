"""The waiting list: who waits for a time that is taken, and who comes next when it is given back."""

from collections.abc import Iterable
from datetime import date, datetime

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.booking_changes import MoveUpBooking
from kiosk.domain.bookings import Move, decide_by
from kiosk.domain.occupation import overlaps, related_rooms
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState
from kiosk.services.booking_finder import booking_to_move
from kiosk.services.booking_rooms import held, hold, judge_rooms, let_go, rooms_of, take_rooms
from kiosk.services.house import booking_policy_of, calendar_of, parents_of
from kiosk.services.registry import Made, handles


def free_rooms(work: Work, booking: AnyRow, now: datetime) -> dict[str, list[str]]:
    """Give back what a booking holds; the answer names whoever moves up."""
    let_go(work, booking)
    return move_up(work, rooms_of(booking), booking.day, now) if booking.occupation else {}


def move_up(work: Work, freed: Iterable[str], day: date, now: datetime) -> dict[str, list[str]]:
    """Something of these rooms has become free: those who wait take it, in the order in which they asked."""
    waiting = rows.waiting_on(work, day, now)
    near = near_rooms(work, freed) if waiting else frozenset[str]()
    moved = [
        row.number for row in waiting if not near.isdisjoint(rooms_of(row)) and _moves_up(work, row, now)
    ]
    return {"moved_up": moved} if moved else {}


def may_wait(
    work: Work, key: str, day: date, start: int, end: int, room: str, now: datetime
) -> Refused | None:
    """Once for each time."""
    for row in rows.waiting_on(work, day, now):
        if row.party_key == key and row.room == room and overlaps((row.start, row.end), (start, end)):
            return Refused.because(Reason.ALREADY_DONE, of="booking", state=BookingState.WAITLISTED.value)
    return None


def can_move_up(work: Work, booking: AnyRow, now: datetime) -> bool:
    """Whether nothing is in its way any more, though nobody has noted that."""
    return judge_rooms(work, held(booking), now)[0] is None


def place_of(work: Work, booking: AnyRow, now: datetime) -> int:
    """How many stand in the queue for something of its time up to it: 1 is next."""
    near = near_rooms(work, rooms_of(booking))
    span = booking.start, booking.end
    waiting = [
        row.id
        for row in rows.waiting_on(work, booking.day, now)
        if overlaps(span, (row.start, row.end)) and not near.isdisjoint(rooms_of(row))
    ]
    return waiting.index(booking.id) + 1 if booking.id in waiting else 0


@handles(MoveUpBooking)
def move_up_booking(work: Work, wish: MoveUpBooking, made: Made) -> Outcome:
    """Whoever asked first comes first, whichever of them was looked at."""
    found = booking_to_move(work, wish.booking, Move.MOVE_UP)
    if isinstance(found, Refused):
        return found
    booking, _ = found
    if made.decided_at >= booking.expires_at:
        return Refused.because(Reason.TOO_LATE, until=booking.expires_at.isoformat(timespec="minutes"))
    moved = move_up(work, rooms_of(booking), booking.day, made.decided_at)
    return Accepted(moved) if moved else Refused.because(Reason.SLOT_TAKEN)


def near_rooms(work: Work, rooms: Iterable[str]) -> frozenset[str]:
    """All that cannot be used beside any of these."""
    parents = parents_of(work.book)
    return frozenset().union(*(related_rooms(room, parents) for room in rooms))


def _moves_up(work: Work, booking: AnyRow, now: datetime) -> bool:
    """It is a request like any other from now on: staff have their time to answer."""
    wanted = held(booking)
    if take_rooms(work, wanted, now) is not None:
        return False
    policy = booking_policy_of(work.book, booking.room)
    work.change(
        t.bookings, booking.id, state=BookingState.REQUESTED.value, occupation=hold(work, booking.id, wanted),
        decide_by=decide_by(policy, calendar_of(work.book), now),
    )  # fmt: skip
    return True
