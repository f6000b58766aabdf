"""A room in use: people check in or do not come; a class or maintenance takes the room."""

import msgspec

from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.base import VOLUNTEER
from kiosk.commands.bookings import BlockRoom, CheckIn, NoShowBooking
from kiosk.domain.bookings import Move, may_check_in, may_mark_no_show, next_state, no_show_from
from kiosk.domain.occupation import Occupied
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState, Why
from kiosk.services.booking_changes import whom_it_affects
from kiosk.services.booking_finder import booking_row, booking_to_move, judge_own
from kiosk.services.booking_rooms import held, slots_of_booking, take_rooms
from kiosk.services.booking_strikes import strike, waive
from kiosk.services.booking_waitlist import free_rooms
from kiosk.services.house import booking_policy_of
from kiosk.services.registry import Completed, Drawer, Made, completes, handles


@completes(BlockRoom)
def complete_block(work: Work, wish: BlockRoom, made: Made, drawer: Drawer) -> Completed | Refused:
    room = work.book.find(t.rooms, wish.room)
    if room is None:
        return Refused.because(Reason.UNKNOWN_ROOM, room=wish.room)
    return Completed(msgspec.structs.replace(wish, room=room.id))


@handles(CheckIn)
def check_in(work: Work, wish: CheckIn, made: Made) -> Outcome:
    """They are here: where that is known first it may be refused, at the hub it can only be noted."""
    booking = booking_row(work, wish.booking or "")
    if isinstance(booking, Refused):
        return booking
    refused = judge_own(wish, booking, made, VOLUNTEER)
    if refused:
        return refused
    policy = booking_policy_of(work.book, booking.room)
    came_late = made.at_hub and booking.state == BookingState.NO_SHOW
    moved = BookingState.CHECKED_IN if came_late else next_state(BookingState(booking.state), Move.CHECK_IN)
    when = may_check_in(policy, made.made_at, booking.day, booking.start)
    refused = made.judge(moved if isinstance(moved, Refused) else None) or made.judge(when)
    if refused:
        return refused
    if came_late:
        _undo_no_show(work, booking, made)
    _note_arrival(work, booking, wish, made, moved)
    return Accepted({"booking": booking.id})


@handles(NoShowBooking)
def no_show_booking(work: Work, wish: NoShowBooking, made: Made) -> Outcome:
    """The strike counts from when they were missed, whoever notes it and however late."""
    found = booking_to_move(work, wish.booking, Move.NO_SHOW)
    if isinstance(found, Refused):
        return found
    booking, state = found
    policy = booking_policy_of(work.book, booking.room)
    early = may_mark_no_show(policy, made.made_at, booking.day, booking.start)
    if early:
        return early
    work.change(t.bookings, booking.id, state=state.value)
    moved_up = free_rooms(work, booking, made.decided_at)
    struck = strike(work, booking, "no_show", no_show_from(policy, booking.day, booking.start))
    return Accepted({"booking": booking.id, "status": state.value} | struck | moved_up)


@handles(BlockRoom)
def block_room(work: Work, wish: BlockRoom, made: Made) -> Outcome:
    """Whoever is there first stays: bookings in the way are named, and moved by people, not by this."""
    room = work.book.get(t.rooms, wish.room)
    if room is None:
        return Refused.because(Reason.UNKNOWN_ROOM)
    wanted = Occupied(room.id, wish.date, wish.start, wish.end, wish.why, wish.title)
    refused = _judge_block(wish, made) or take_rooms(work, [wanted], made.decided_at)
    if refused:
        return whom_it_affects(work, wanted, refused)
    work.add(
        t.occupations, made.id, room=room.id, day=wish.date, start=int(wish.start), end=int(wish.end),
        why=wish.why.value, title=wish.title, live=True,
    )  # fmt: skip
    return Accepted({"occupation": made.id})


def _judge_block(wish: BlockRoom, made: Made) -> Refused | None:
    if wish.why is Why.BOOKING:
        return Refused.because(
            Reason.BAD_FORM, field="why", label="占用原因", label_en="Why the room is taken"
        )
    if wish.start >= wish.end:
        return Refused.because(Reason.BAD_TIMES)
    if wish.date < made.made_at.date():
        return Refused.because(Reason.PAST_DATE, today=made.made_at.date().isoformat())
    return None


def _note_arrival(
    work: Work, booking: AnyRow, wish: CheckIn, made: Made, moved: BookingState | Refused
) -> None:
    """The first arrival stands; one that finds its booking called off is kept beside that."""
    if booking.checked_in_at is not None and booking.checked_in_at <= made.made_at:
        return
    arrival = {"checked_in_at": made.made_at, "attended": wish.people}
    if isinstance(moved, Refused):
        work.change(t.bookings, booking.id, **arrival)
    else:
        work.change(t.bookings, booking.id, state=moved.value, **arrival)


def _undo_no_show(work: Work, booking: AnyRow, made: Made) -> None:
    """Word of them came after someone had given up waiting: the strike is waived, the room is theirs if free."""
    waive(work, booking)
    conflict = take_rooms(work, held(booking), made.decided_at)
    if conflict:
        made.judge(conflict)
        return
    for slot in slots_of_booking(booking):
        work.change(t.occupations, slot, live=True)
