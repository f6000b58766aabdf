"""Bookings that change: the end of a time given back, another room or day; and blocks that end."""

from typing import Any

import msgspec

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.booking_changes import MoveBooking, ReleaseBooking, UnblockRoom
from kiosk.domain.bookings import (
    Move,
    expires_at,
    first_free_minute,
    has_ended,
    judge_open,
    judge_party,
    judge_release,
    judge_times,
    next_state,
)
from kiosk.domain.notice import judge_still_ahead
from kiosk.domain.occupation import Occupied, related_rooms
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState, Why
from kiosk.domain.times import at, clock_text
from kiosk.services.booking_finder import booking_id, booking_row
from kiosk.services.booking_reviews import tell_who
from kiosk.services.booking_rooms import held, let_go, rooms_of, slots_of_booking, take_rooms
from kiosk.services.booking_waitlist import move_up
from kiosk.services.checkin_arrivals import judge_giving, judge_present
from kiosk.services.house import booking_policy_of, calendar_of, parents_of, room_hours_of
from kiosk.services.registry import Completed, Drawer, Made, completes, handles


@handles(ReleaseBooking)
def release_booking(work: Work, wish: ReleaseBooking, made: Made) -> Outcome:
    """Who gives back time in use and leaves at once has completed it: whoever may come in may leave. Before that it is for
    those who may call it off.
    """
    booking = booking_row(work, wish.booking or "")
    if isinstance(booking, Refused):
        return booking
    judged = judge_present if booking.state == BookingState.CHECKED_IN else judge_giving
    refused = judged(work, wish, booking, made)
    state = refused or next_state(BookingState(booking.state), Move.RELEASE)
    if isinstance(state, Refused):
        return state
    earliest = first_free_minute(made.made_at, booking.day, booking.start)
    end = earliest if wish.end is None else max(int(wish.end), earliest)
    policy = booking_policy_of(work.book, booking.room)
    begun = state is BookingState.CHECKED_IN or made.made_at >= at(booking.day, booking.start)
    refused = judge_release(policy, made.made_at, booking.day, booking.start, booking.end, end, begun)
    if refused:
        return refused
    if state is BookingState.CHECKED_IN and end == earliest:
        state = BookingState.COMPLETED
    return _shorten(work, booking, end, state, made)


def _shorten(work: Work, booking: AnyRow, end: int, state: BookingState, made: Made) -> Accepted:
    work.change(t.bookings, booking.id, end=end, state=state.value)
    for slot in slots_of_booking(booking):
        work.change(t.occupations, slot, end=end)
    if state is BookingState.COMPLETED:
        let_go(work, booking)
    moved_up = move_up(work, rooms_of(booking), booking.day, made.decided_at)
    return Accepted({"booking": booking.id, "status": state.value, "end": clock_text(end)} | moved_up)


@completes(MoveBooking)
def complete_move(work: Work, wish: MoveBooking, made: Made, drawer: Drawer) -> Completed | Refused:
    found = booking_id(work, wish.booking)
    room = work.book.find(t.rooms, wish.room) if wish.room else None
    if isinstance(found, Refused):
        return found
    if wish.room and room is None:
        return Refused.because(Reason.UNKNOWN_ROOM, room=wish.room)
    return Completed(msgspec.structs.replace(wish, booking=found, room=room.id if room is not None else None))


@handles(MoveBooking)
def move_booking(work: Work, wish: MoveBooking, made: Made) -> Outcome:
    """The same booking with the same slip. Its old time is free in the same moment."""
    booking = booking_row(work, wish.booking)
    if isinstance(booking, Refused):
        return booking
    state = next_state(BookingState(booking.state), Move.RESCHEDULE)
    if isinstance(state, Refused):
        return tell_who(work, booking, state)
    wanted = _moved_to(booking, wish)
    refused = (
        _judge_move(work, booking, wanted, made)
        or _judge_changed(booking, wanted)
        or take_rooms(work, wanted, made.decided_at)
    )
    if refused:
        return refused
    _write_move(work, booking, wanted)
    moved_up = move_up(work, rooms_of(booking), booking.day, made.decided_at)
    return Accepted({"booking": booking.id, "status": state.value} | moved_up)


def _moved_to(booking: AnyRow, wish: MoveBooking) -> list[Occupied]:
    """Further rooms go along; where another main room is meant, it takes the old one's place."""
    day = wish.date or booking.day
    start = booking.start if wish.start is None else int(wish.start)
    end = booking.end if wish.end is None else int(wish.end)
    rooms = [wish.room or booking.room, *(booking.also or ())]
    return [
        Occupied(room, day, start, end, Why.BOOKING, id=slot)
        for room, slot in zip(dict.fromkeys(rooms), slots_of_booking(booking), strict=False)
    ]


def _judge_move(work: Work, booking: AnyRow, wanted: list[Occupied], made: Made) -> Refused | None:
    """Whatever a new request would be asked, but for the notice."""
    if has_ended(made.decided_at, booking.day, booking.start):
        return judge_still_ahead(made.decided_at, booking.day, booking.start)
    for one in wanted:
        if refused := _judge_room(work, booking, one):
            return refused
    seats = [row.seats for one in wanted if (row := work.book.get(t.rooms, one.room)) is not None]
    if None not in seats and booking.people > sum(seats):
        return Refused.because(Reason.OVER_CAPACITY, seats=sum(seats))
    return judge_still_ahead(made.decided_at, wanted[0].day, wanted[0].start)


def _judge_room(work: Work, booking: AnyRow, one: Occupied) -> Refused | None:
    room = work.book.get(t.rooms, one.room)
    if room is None:
        return Refused.because(Reason.UNKNOWN_ROOM)
    if not room.bookable:
        return Refused.because(Reason.NOT_BOOKABLE)
    policy, organisation = (
        booking_policy_of(work.book, room.id),
        work.row(t.organisations, booking.organisation),
    )
    verified = organisation is not None and bool(organisation.verified)
    return (
        judge_times(policy, one.start, one.end)
        or judge_open(calendar_of(work.book), room_hours_of(work.book, room.id), one.day, one.start, one.end)
        or judge_party(policy, booking.party_kind, verified)
    )


def _judge_changed(booking: AnyRow, wanted: list[Occupied]) -> Refused | None:
    return Refused.because(Reason.ALREADY_DONE) if wanted == held(booking) else None


def _write_move(work: Work, booking: AnyRow, wanted: list[Occupied]) -> None:
    one, calendar = wanted[0], calendar_of(work.book)
    policy = booking_policy_of(work.book, one.room)
    work.change(
        t.bookings, booking.id, room=one.room, day=one.day, start=one.start, end=one.end,
        also=[other.room for other in wanted[1:]] or None, day_off=not calendar.is_working(one.day),
        unofficial=not calendar.is_official_between(min(booking.made_at.date(), one.day), one.day),
        expires_at=expires_at(policy, calendar, booking.made_at, one.day, one.start),
    )  # fmt: skip
    for slot in slots_of_booking(booking)[len(wanted) :]:
        work.change(t.occupations, slot, live=False)
    for other in wanted:
        work.change(t.occupations, other.id, room=other.room, day=other.day, start=other.start, end=other.end)


@completes(UnblockRoom)
def complete_unblock(work: Work, wish: UnblockRoom, made: Made, drawer: Drawer) -> Completed | Refused:
    known = work.row(t.occupations, wish.occupation) is not None
    return Completed(wish) if known else Refused.because(Reason.UNKNOWN_OCCUPATION)


@handles(UnblockRoom)
def unblock_room(work: Work, wish: UnblockRoom, made: Made) -> Outcome:
    """Never what belongs to a booking: that is called off or moved."""
    taken = work.row(t.occupations, wish.occupation)
    if taken is None or taken.why == Why.BOOKING:
        return Refused.because(Reason.UNKNOWN_OCCUPATION)
    if not taken.live:
        return Refused.because(Reason.ALREADY_DONE)
    work.change(t.occupations, taken.id, live=False)
    return Accepted({"occupation": taken.id} | move_up(work, [taken.room], taken.day, made.decided_at))


def whom_it_affects(work: Work, wanted: Occupied, refused: Refused) -> Refused:
    """A block that is refused for others' bookings names all of them, so that somebody can move them."""
    if refused.reason is not Reason.SLOT_TAKEN:
        return refused
    near = related_rooms(wanted.room, parents_of(work.book))
    found = rows.in_the_way(work, near, wanted.day, wanted.start, wanted.end)
    numbers = list(dict.fromkeys(row.number for row in found))
    named: dict[str, Any] = {"bookings": numbers, "count": len(numbers)}
    return Refused(refused.reason, refused.detail | {"of": "block"} | named)
