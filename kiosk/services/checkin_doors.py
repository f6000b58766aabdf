"""A booking as it stands at the door: what it shows, whether it opens, and whose card opens it."""

from datetime import datetime
from typing import Any

from db import bookings as rows
from db import tables as t
from db.people import memberships_of
from db.work import AnyRow, Work
from kiosk.commands.records.checkin import CodeBooking
from kiosk.domain.bookings import check_in_from, no_show_from, state_at
from kiosk.domain.checkin import Use, booking_at_door
from kiosk.domain.codes import CodeState
from kiosk.domain.memberships import Term, belongs
from kiosk.domain.states import BookingState
from kiosk.services.booking_views import is_pending
from kiosk.services.house import booking_policy_of
from kiosk.services.registry import Asking

COMING = (
    CodeState.OK, CodeState.LATE, CodeState.ALREADY_IN, CodeState.TOO_EARLY, CodeState.NOT_APPROVED,
    CodeState.TOO_LATE,
)  # fmt: skip
"""Which of several bookings a card stands for; others of that day say nothing to whoever comes now."""
LEAVING = (CodeState.ALREADY_IN, CodeState.OK, CodeState.LATE, CodeState.TOO_EARLY)


def state_of(work: Work, row: AnyRow, now: datetime) -> CodeState:
    policy = booking_policy_of(work.book, row.room)
    return booking_at_door(policy, Use(state_now(row, now), row.day, row.start, row.end), now)


def state_now(row: AnyRow, now: datetime) -> BookingState:
    return state_at(BookingState(row.state), row.expires_at, now)


def at_door(work: Work, row: AnyRow, asking: Asking) -> CodeBooking:
    room, policy = work.book.get(t.rooms, row.room), booking_policy_of(work.book, row.room)
    resident, stand = work.row(t.residents, row.resident), work.row(t.terminals, row.checked_in_on)
    seats = [one.seats for key in (row.room, *(row.also or ())) if (one := work.book.get(t.rooms, key))]
    return CodeBooking(
        id=row.id, number=row.number, status=state_now(row, asking.now), room=room.code if room else row.room,
        room_name=room.name if room else "", room_name_en=room.name_en if room else "",
        way=room.way if room else "", way_en=room.way_en if room else "", date=row.day, start=row.start, end=row.end,
        party=row.party, leader=resident.masked_name if resident is not None and not resident.erased else "",
        people=row.people, attended=row.attended, seats=None if None in seats else sum(seats),
        opens_at=check_in_from(policy, row.day, row.start), until=no_show_from(policy, row.day, row.start),
        provisional=is_pending(row, asking), in_at=row.checked_in_at, in_on=row.checked_in_on,
        in_place=stand.place if stand is not None else "",
    )  # fmt: skip


def detail_of(shown: CodeBooking) -> dict[str, Any]:
    """What fills its sentence in, in both languages."""
    moment = {"at": f"{shown.in_at:%H:%M}"} if shown.in_at is not None else {}
    return moment | {
        "number": shown.number, "room": shown.room_name, "room_en": shown.room_name_en or shown.room_name,
        "day": shown.date.isoformat(), "from": f"{shown.opens_at:%H:%M}", "until": f"{shown.until:%H:%M}",
        "place": shown.in_place or f"终端 {shown.in_on}",
        "place_en": shown.in_place or f"terminal {shown.in_on}", "way": shown.way, "way_en": shown.way_en,
    }  # fmt: skip


def booking_of_card(
    work: Work, resident: str, now: datetime, likeliest: tuple[CodeState, ...] = COMING
) -> AnyRow | None:
    """Of today's, their own and those of organisations that they belong to today: the one they are likeliest here for."""
    found = rows.of_day_for(work, now.date(), resident, organisations_of(work, resident, now))
    ranked = {state: row for row in reversed(found) if (state := state_of(work, row, now)) in likeliest}
    return next((ranked[state] for state in likeliest if state in ranked), None)


def organisations_of(work: Work, resident: str, now: datetime) -> list[str]:
    return [
        row.organisation
        for row in memberships_of(work, resident)
        if belongs(Term(row.from_day, row.until_day), now.date())
    ]
