"""Asking for a room: everything that can be said against it, then the rows that hold the slot."""

import msgspec

from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.bookings import BookingTold, RequestBooking
from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.bookings import decide_by, expires_at, judge_request
from kiosk.domain.codes import code_hash
from kiosk.domain.notice import judge_still_ahead
from kiosk.domain.occupation import Occupied
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState, Why
from kiosk.services.booking_parties import KnownParty, judge_open_requests, judge_strikes, know_party
from kiosk.services.booking_rooms import take_room
from kiosk.services.house import booking_policy_of, calendar_of, room_hours_of
from kiosk.services.people import resident_named
from kiosk.services.registry import Completed, Drawer, Made, completes, handles


@completes(RequestBooking)
def complete_request(work: Work, wish: RequestBooking, made: Made, drawer: Drawer) -> Completed | Refused:
    room = work.book.find(t.rooms, wish.room)
    if room is None:
        return Refused.because(Reason.UNKNOWN_ROOM, room=wish.room)
    resident = _resident(work, wish, made)
    if isinstance(resident, Refused):
        return resident
    code = drawer.slip_code()
    told = BookingTold(number=drawer.booking_number(), code_hash=code_hash(code))
    wish = msgspec.structs.replace(wish, room=room.id, resident=resident, told=told)
    return Completed(wish, {"code": code})


@handles(RequestBooking)
def request_booking(work: Work, wish: RequestBooking, made: Made) -> Outcome:
    """The request holds its slot until it is decided or expires."""
    room = work.book.get(t.rooms, wish.room)
    if room is None:
        return Refused.because(Reason.UNKNOWN_ROOM)
    policy = booking_policy_of(work.book, room.id)
    refused = _judge_room(room, wish) or _judge_time(work, policy, wish, made)
    if refused:
        return refused
    party = know_party(work, wish)
    if isinstance(party, Refused):
        return party
    wanted = Occupied(room.id, wish.date, wish.start, wish.end, Why.BOOKING)
    refused = (
        judge_strikes(work, policy, party, made.made_at)
        or judge_open_requests(work, policy, party.keys[0], made.made_at)
        or take_room(work, wanted, made.decided_at)
    )
    return refused or _keep(work, policy, wish, party, made)


def _resident(work: Work, wish: RequestBooking, made: Made) -> str | Refused | None:
    """Whoever identified themselves asks for themselves; only staff may name somebody else."""
    if wish.resident is None or wish.resident == made.actor.resident:
        return made.actor.resident
    resident = resident_named(work, wish.resident)
    if isinstance(resident, Refused) or made.actor.is_staff or resident == made.actor.resident:
        return resident
    return Refused.because(Reason.NOT_ALLOWED, role=made.actor.role.value)


def _judge_room(room: AnyRow, wish: RequestBooking) -> Refused | None:
    if not room.bookable:
        return Refused.because(Reason.NOT_BOOKABLE)
    if room.seats is not None and wish.people > room.seats:
        return Refused.because(Reason.OVER_CAPACITY, seats=room.seats)
    return None


def _judge_time(work: Work, policy: BookingPolicy, wish: RequestBooking, made: Made) -> Refused | None:
    calendar, hours = calendar_of(work.book), room_hours_of(work.book, wish.room)
    return judge_request(
        policy, calendar, hours, made.made_at, wish.date, wish.start, wish.end
    ) or judge_still_ahead(made.decided_at, wish.date, wish.start)


def _keep(work: Work, policy: BookingPolicy, wish: RequestBooking, party: KnownParty, made: Made) -> Accepted:
    assert wish.told is not None, "a completed request has its number"
    calendar, slot = calendar_of(work.book), made.further_id(1)
    work.add(
        t.occupations, slot, room=wish.room, day=wish.date, start=int(wish.start), end=int(wish.end),
        why=Why.BOOKING.value, booking=made.id, live=True,
    )  # fmt: skip
    work.add(
        t.bookings, made.id, number=wish.told.number, room=wish.room, day=wish.date, start=int(wish.start),
        end=int(wish.end), state=BookingState.REQUESTED.value, occupation=slot, party_kind=party.kind.value,
        party=party.shown, organisation=party.organisation, party_key=party.keys[0], people=wish.people,
        resident=wish.resident, made_at=made.made_at, code_hash=wish.told.code_hash, terminal=made.terminal,
        unofficial=not calendar.is_official_between(made.made_at.date(), wish.date),
        decide_by=decide_by(policy, calendar, made.made_at),
        expires_at=expires_at(policy, calendar, made.made_at, wish.date, wish.start),
    )  # fmt: skip
    work.add(
        t.booking_details, made.id, party_name=party.name, contact_name=party.contact_name,
        contact_phone=party.contact_phone, purpose=wish.purpose,
    )  # fmt: skip
    return Accepted({"booking": made.id, "number": wish.told.number})
