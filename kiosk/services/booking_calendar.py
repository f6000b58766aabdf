"""What other programs' calendars show of the rooms: bookings, blocks and classes, and no person's name."""

from collections.abc import Iterable
from datetime import timedelta

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import bookings as ask
from kiosk.commands import records
from kiosk.domain.bookings import HOLDS_ROOM
from kiosk.domain.states import BookingState, PartyKind, Why
from kiosk.services.booking_rooms import rooms_of
from kiosk.services.house import series_of
from kiosk.services.registry import Asking, answers

SHOWN = HOLDS_ROOM | {BookingState.COMPLETED}
_DAY = timedelta(days=1)


@answers(ask.CalendarEvents)
def calendar_events(work: Work, question: ask.CalendarEvents, asking: Asking) -> records.RoomsCalendar | None:
    """Bookings that hold or held their rooms, blocks, classes."""
    named = work.book.find(t.rooms, question.room) if question.room else None
    if question.room and named is None:
        return None
    found = [*_booked(work, asking), *_blocked(work), *_classes(work)]
    room = named.name if named is not None else None
    return records.RoomsCalendar(
        name=" · ".join(filter(None, (work.book.station.name, room))), made_at=asking.now,
        events=tuple(event for event in found if room in (None, event.room)),
    )  # fmt: skip


def _booked(work: Work, asking: Asking) -> Iterable[records.CalendarEvent]:
    for row in rows.listed_bookings(work):
        if row.state in SHOWN:
            for n, room in enumerate(rooms_of(row)):
                yield records.CalendarEvent(
                    id=f"{row.id}-{n}" if n else row.id, room=_name(work, room), day=row.day, start=row.start, end=row.end,
                    title=_title(row, asking), tentative=row.state == BookingState.REQUESTED,
                )  # fmt: skip


def _title(row: AnyRow, asking: Asking) -> str:
    """A person has no name outside."""
    if asking.sees_persons and row.party_name:
        return str(row.party_name)
    return "" if row.party_kind == PartyKind.PERSON else str(row.party)


def _blocked(work: Work) -> Iterable[records.CalendarEvent]:
    for row in rows.all_occupations(work):
        if row.live and row.why != Why.BOOKING:
            yield records.CalendarEvent(
                id=row.id,
                room=_name(work, row.room),
                day=row.day,
                start=row.start,
                end=row.end,
                title=row.title,
            )


def _classes(work: Work) -> Iterable[records.CalendarEvent]:
    """A weekly class begins on the first of its weekdays."""
    for series in series_of(work.book):
        days = (series.first + n * _DAY for n in range(7))
        first = next((day for day in days if series.on(day)), None)
        if first is not None:
            yield records.CalendarEvent(
                id=series.id, room=_name(work, series.room), day=first, start=series.start, end=series.end,
                title=series.title, weekdays=tuple(sorted(series.weekdays)), until=series.until,
            )  # fmt: skip


def _name(work: Work, room: str) -> str:
    row = work.book.get(t.rooms, room)
    return row.name if row is not None else room
