"""The desk's week of all rooms: bookings, blocks, the timetable's classes, days on which nobody is there."""

from collections.abc import Iterator
from datetime import date, timedelta

from db import desk_rooms as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import STAFF
from kiosk.commands.desk_rooms import RoomWeekOf
from kiosk.domain.hours import open_intervals
from kiosk.domain.occupation import related_rooms
from kiosk.domain.states import BookingState, Why
from kiosk.services.booking_rooms import classes_on, rooms_of
from kiosk.services.booking_views import equipment_in, is_pending, shown_state
from kiosk.services.house import booking_policy_of, calendar_of, parents_of, room_hours_of
from kiosk.services.registry import Asking, answers

_NOBODY_IN_IT = frozenset({BookingState.EXPIRED})


@answers(RoomWeekOf)
def room_week(work: Work, question: RoomWeekOf, asking: Asking) -> r.RoomWeek | None:
    if asking.actor.role not in STAFF:
        return None
    monday = question.date - timedelta(days=question.date.weekday())
    days = [monday + timedelta(days=n) for n in range(7)]
    every = work.book.all(t.rooms)
    rooms = [row for row in every if row.bookable]
    return r.RoomWeek(
        today=asking.now.date(),
        rooms=tuple(_room(work, row) for row in rooms),
        others=tuple(_room(work, row) for row in every if not row.bookable),
        days=tuple(_day(work, day) for day in days),
        blocks=(*_booked(work, days, asking), *_blocked(work, days)),
        shut=tuple(
            (room.id, day)
            for room in rooms
            for day in days
            if not open_intervals(room_hours_of(work.book, room.id), day)
        ),
    )


def _room(work: Work, row: AnyRow) -> r.DeskRoom:
    slots = booking_policy_of(work.book, row.id).slots
    return r.DeskRoom(
        id=row.id, code=row.code, name=row.name, name_en=row.name_en, slots=tuple(slots),
        equipment=tuple(equipment_in(row)),
    )  # fmt: skip


def _day(work: Work, day: date) -> r.DeskDay:
    calendar = calendar_of(work.book)
    return r.DeskDay(
        date=day, closed=calendar.is_closed(day), working=calendar.is_working(day), holiday=calendar.name(day) or "",
        holiday_en=calendar.name(day, "en") or "",
    )  # fmt: skip


def _booked(work: Work, days: list[date], asking: Asking) -> Iterator[r.RoomBlock]:
    for row in rows.booked_between(work, days[0], days[-1]):
        state = shown_state(row, asking)
        if state in _NOBODY_IN_IT:
            continue
        for room in rooms_of(row):
            yield r.RoomBlock(
                key=row.id, room=room, rooms=_near(work, room), day=row.day, start=row.start, end=row.end,
                why=Why.BOOKING, title=row.party_name or row.party, state=state, pending=is_pending(row, asking),
            )  # fmt: skip


def _blocked(work: Work, days: list[date]) -> Iterator[r.RoomBlock]:
    every = [row.id for row in work.book.all(t.rooms)]
    for row in rows.blocked_between(work, every, days[0], days[-1]):
        yield r.RoomBlock(
            key=row.id, room=row.room, rooms=_near(work, row.room), day=row.day, start=row.start, end=row.end,
            why=Why(row.why), title=row.title,
        )  # fmt: skip
    for one in classes_on(work.book, every, days):
        yield r.RoomBlock(
            key="", room=one.room, rooms=_near(work, one.room), day=one.day, start=one.start, end=one.end,
            why=one.why, title=one.title,
        )  # fmt: skip


def _near(work: Work, room: str) -> tuple[str, ...]:
    """Whoever is in a court has the square's other use in the way."""
    return tuple(sorted(related_rooms(room, parents_of(work.book))))
