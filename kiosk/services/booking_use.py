"""A room in use: people do not come; a class or maintenance takes the room."""

import msgspec

from db import tables as t
from db.work import Work
from kiosk.commands.bookings import BlockRoom, NoShowBooking
from kiosk.domain.bookings import Move, may_mark_no_show, no_show_from
from kiosk.domain.occupation import Occupied
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Why
from kiosk.services.booking_changes import whom_it_affects
from kiosk.services.booking_finder import booking_to_move
from kiosk.services.booking_rooms import take_rooms
from kiosk.services.booking_strikes import strike
from kiosk.services.booking_waitlist import free_rooms
from kiosk.services.house import booking_policy_of
from kiosk.services.registry import Completed, Drawer, Made, completes, handles


@completes(BlockRoom)
def complete_block(work: Work, wish: BlockRoom, made: Made, drawer: Drawer) -> Completed | Refused:
    room = work.book.find(t.rooms, wish.room)
    if room is None:
        return Refused.because(Reason.UNKNOWN_ROOM, room=wish.room)
    return Completed(msgspec.structs.replace(wish, room=room.id))


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
