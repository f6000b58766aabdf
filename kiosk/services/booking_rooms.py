"""Whether a room is free: bookings, classes and maintenance under one overlap rule."""

from collections.abc import Iterable
from datetime import date

from db import bookings as rows
from db.book import Book
from db.work import AnyRow, Work
from kiosk.domain.calendar import days_between
from kiosk.domain.occupation import Occupied, judge_free, related_rooms
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import BookingState, Why
from kiosk.services.house import parents_of, series_of

UNDECIDED = frozenset({BookingState.REQUESTED, BookingState.WAITLISTED})


def judge_room_free(work: Work, wanted: Occupied) -> Refused | None:
    """Against everything live in the room, its whole and its parts; never against itself (same id)."""
    parents = parents_of(work.book)
    related = related_rooms(wanted.room, parents)
    held = map(occupied, rows.in_use(work, related, wanted.day, wanted.day))
    return judge_free(wanted, [*held, *classes_on(work.book, related, [wanted.day])], parents)


def occupations_between(work: Work, room: str, first: date, last: date) -> list[Occupied]:
    """What a calendar shows of a room: undecided requests are told from bookings."""
    related = related_rooms(room, parents_of(work.book))
    held = [
        occupied(row, undecided=row.state in UNDECIDED)
        for row in rows.in_use_with_state(work, related, first, last)
    ]
    return held + classes_on(work.book, related, [first, *days_between(first, last)])


def held_between(work: Work, room: str, first: date, last: date) -> list[Occupied]:
    """The same for whoever only asks whether anything is free: cheaper."""
    related = related_rooms(room, parents_of(work.book))
    held = [occupied(row) for row in rows.in_use(work, related, first, last)]
    return held + classes_on(work.book, related, [first, *days_between(first, last)])


def classes_on(book: Book, rooms: Iterable[str], days: Iterable[date]) -> list[Occupied]:
    here = [series for series in series_of(book) if series.room in set(rooms)]
    return [found for day in days for series in here if (found := series.on(day))] if here else []


def occupied(row: AnyRow, undecided: bool = False) -> Occupied:
    return Occupied(row.room, row.day, row.start, row.end, Why(row.why), row.title, undecided, row.id)
