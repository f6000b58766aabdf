"""Asking for a room: everything that can be said against it, then the rows that hold the slot."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

import msgspec

from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.base import TimeOfDay
from kiosk.commands.bookings import BookingTold, RequestBooking
from kiosk.domain.bookings import decide_by, expires_at, judge_equipment, judge_party, judge_request
from kiosk.domain.codes import code_hash
from kiosk.domain.notice import judge_still_ahead
from kiosk.domain.occupation import Occupied, wholes_of
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState, Why
from kiosk.services.booking_parties import (
    KnownParty,
    Wish,
    judge_open_requests,
    judge_strikes,
    know_party,
)
from kiosk.services.booking_rooms import hold, take_rooms
from kiosk.services.booking_waitlist import may_wait
from kiosk.services.house import booking_policy_of, calendar_of, parents_of, room_hours_of
from kiosk.services.people import resident_named
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.suspensions import judge_suspension


@completes(RequestBooking)
def complete_request(work: Work, wish: RequestBooking, made: Made, drawer: Drawer) -> Completed | Refused:
    named = name_what_is_meant(work, wish, made)
    if isinstance(named, Refused):
        return named
    code = drawer.slip_code()
    told = BookingTold(number=drawer.booking_number(), code_hash=code_hash(code))
    return Completed(msgspec.structs.replace(named, told=told), {"code": code})


@handles(RequestBooking)
def request_booking(work: Work, wish: RequestBooking, made: Made) -> Outcome:
    """The request holds its slot until it is decided or expires."""
    rooms = rooms_wanted(work, wish)
    if isinstance(rooms, Refused):
        return rooms
    refused = judge_rooms_for(rooms, wish) or judge_day(work, rooms, wish, wish.date, made)
    if refused:
        return refused
    party = judge_who(work, rooms, wish, made)
    if isinstance(party, Refused):
        return party
    wanted = uses(rooms, wish, wish.date)
    taken = take_rooms(work, wanted, made.decided_at)
    refused = judge_waiting(work, wish, party, wish.date, taken, made.decided_at)
    if refused:
        return refused
    assert wish.told is not None, "a completed request has its number"
    new = NewBooking(made.id, wish.told.number, wish.told.code_hash, waits=taken is not None)
    keep(work, wish, party, wanted, new, made)
    waits = {"status": BookingState.WAITLISTED.value} if new.waits else {}
    return Accepted({"booking": made.id, "number": wish.told.number} | waits)


class Timed(Protocol):
    """Whatever wishes for a time of a day."""

    @property
    def start(self) -> TimeOfDay: ...

    @property
    def end(self) -> TimeOfDay: ...


# What is meant


def name_what_is_meant(work: Work, wish: Wish, made: Made) -> Wish | Refused:
    """Ids for rooms and people. A part needs no mention beside its whole."""
    found = [work.book.find(t.rooms, reference) for reference in (wish.room, *wish.also)]
    unknown = next(
        (name for name, row in zip((wish.room, *wish.also), found, strict=True) if row is None), None
    )
    if unknown is not None:
        return Refused.because(Reason.UNKNOWN_ROOM, room=unknown)
    resident = _resident(work, wish, made)
    if isinstance(resident, Refused):
        return resident
    room, *also = _without_parts(work, [row.id for row in found if row is not None])
    return msgspec.structs.replace(wish, room=room, also=tuple(also), resident=resident)


def _without_parts(work: Work, rooms: list[str]) -> list[str]:
    parents = parents_of(work.book)
    return [room for room in dict.fromkeys(rooms) if set(rooms).isdisjoint(wholes_of(room, parents))]


def _resident(work: Work, wish: Wish, made: Made) -> str | Refused | None:
    """Whoever identified themselves asks for themselves; only staff may name somebody else."""
    if wish.resident is None or wish.resident == made.actor.resident:
        return made.actor.resident
    resident = resident_named(work, wish.resident)
    if isinstance(resident, Refused) or made.actor.is_staff or resident == made.actor.resident:
        return resident
    return Refused.because(Reason.NOT_ALLOWED, role=made.actor.role.value)


# What can be said against it


def rooms_wanted(work: Work, wish: Wish) -> list[AnyRow] | Refused:
    found = [work.book.get(t.rooms, room) for room in (wish.room, *wish.also)]
    rooms = [row for row in found if row is not None]
    return rooms if len(rooms) == len(found) else Refused.because(Reason.UNKNOWN_ROOM)


def judge_rooms_for(rooms: Sequence[AnyRow], wish: Wish) -> Refused | None:
    """Whether they are for booking, hold so many, and have what is needed."""
    closed = next((row for row in rooms if not row.bookable), None)
    if closed is not None:
        return Refused.because(Reason.NOT_BOOKABLE, **({"room": closed.code} if len(rooms) > 1 else {}))
    seats = [row.seats for row in rooms]
    if None not in seats and wish.people > sum(seats):
        return Refused.because(Reason.OVER_CAPACITY, seats=sum(seats))
    return judge_equipment(equipment_of(rooms), things_of(wish)) if wish.equipment else None


def equipment_of(rooms: Sequence[AnyRow]) -> dict[str, int]:
    """What stands in these rooms, by name, and how many."""
    found: dict[str, int] = {}
    for thing in (thing for row in rooms for thing in row.equipment):
        found[thing["name"]] = found.get(thing["name"], 0) + thing.get("count", 1)
    return found


def things_of(wish: Wish) -> dict[str, int]:
    """Named twice counts twice."""
    found: dict[str, int] = {}
    for thing in wish.equipment:
        found[thing.name] = found.get(thing.name, 0) + thing.count
    return found


def judge_day(work: Work, rooms: Sequence[AnyRow], wish: Timed, day: date, made: Made) -> Refused | None:
    """Everything that is about time alone."""
    for row in rooms:
        refused = judge_request(
            booking_policy_of(work.book, row.id), calendar_of(work.book), room_hours_of(work.book, row.id),
            made.made_at, day, wish.start, wish.end,
        )  # fmt: skip
        if refused:
            return refused
    return judge_still_ahead(made.decided_at, day, wish.start)


def judge_who(
    work: Work, rooms: Sequence[AnyRow], wish: Wish, made: Made, dates: int = 1
) -> KnownParty | Refused:
    """The party, if the rooms are for such and it may ask."""
    party = know_party(work, wish)
    if isinstance(party, Refused):
        return party
    for row in rooms:
        if refused := judge_party(booking_policy_of(work.book, row.id), party.kind, party.verified):
            return refused
    policy = booking_policy_of(work.book, rooms[0].id)
    return (
        judge_suspension(work, party.organisation, made.made_at)
        or judge_strikes(work, policy, party, made.made_at)
        or judge_open_requests(work, policy, party.keys[0], made.made_at, dates)
        or party
    )


def judge_waiting(
    work: Work, wish: Wish, party: KnownParty, day: date, taken: Refused | None, now: datetime
) -> Refused | None:
    """Somebody else's booking may be waited for, a class not."""
    if taken is None or not wish.waitlist or taken.reason is not Reason.SLOT_TAKEN:
        return taken
    return may_wait(work, party.keys[0], day, wish.start, wish.end, wish.room, now)


def uses(rooms: Sequence[AnyRow], wish: Timed, day: date) -> list[Occupied]:
    return [Occupied(row.id, day, wish.start, wish.end, Why.BOOKING) for row in rooms]


# What is written


@dataclass(frozen=True, slots=True)
class NewBooking:
    """`waits`: it holds no room yet."""

    id: str
    number: str
    code_hash: str
    series: str | None = None
    waits: bool = False


def keep(
    work: Work, wish: Wish, party: KnownParty, wanted: Sequence[Occupied], new: NewBooking, made: Made
) -> None:
    day, policy, calendar = wanted[0].day, booking_policy_of(work.book, wish.room), calendar_of(work.book)
    state = BookingState.WAITLISTED if new.waits else BookingState.REQUESTED
    work.add(
        t.bookings, new.id, number=new.number, room=wish.room, day=day, start=int(wish.start), end=int(wish.end),
        state=state.value, occupation=None if new.waits else hold(work, new.id, wanted), party_kind=party.kind.value,
        party=party.shown, organisation=party.organisation, party_key=party.keys[0], people=wish.people,
        resident=wish.resident, made_at=made.made_at, code_hash=new.code_hash, terminal=made.terminal,
        also=list(wish.also) or None, equipment=things_of(wish) or None, series=new.series,
        day_off=not calendar.is_working(day), unofficial=not calendar.is_official_between(made.made_at.date(), day),
        decide_by=decide_by(policy, calendar, made.made_at),
        expires_at=expires_at(policy, calendar, made.made_at, day, wish.start),
    )  # fmt: skip
    work.add(
        t.booking_details, new.id, party_name=party.name, contact_name=party.contact_name,
        contact_phone=party.contact_phone, purpose=wish.purpose,
    )  # fmt: skip
