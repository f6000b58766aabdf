"""Whether a room is free: bookings, classes and maintenance under one overlap rule."""

from collections.abc import Iterable
from datetime import date, datetime

from db import bookings as rows
from db import tables as t
from db.book import Book
from db.work import AnyRow, Work
from kiosk.domain.bookings import UNDECIDED, state_at
from kiosk.domain.calendar import days_between
from kiosk.domain.occupation import Occupied, conflicts, judge_free, related_rooms
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import BookingState, Why
from kiosk.services.house import parents_of, series_of


def take_room(work: Work, wanted: Occupied, now: datetime) -> Refused | None:
    """Against everything live in the room, its whole and its parts; never against itself (same id).

    Requests that have expired are not in the way: they give their slot back here, if nobody has noted it before.
    """
    parents = parents_of(work.book)
    related = related_rooms(wanted.room, parents)
    held = rows.in_use(work, related, wanted.day, wanted.day)
    stale = [row for row in held if _has_expired(row, now)]
    kept = [occupied(row) for row in held if row not in stale]
    refused = judge_free(wanted, [*kept, *classes_on(work.book, related, [wanted.day])], parents)
    if refused is None:
        for row in stale:
            if conflicts(wanted, occupied(row), related):
                expire_request(work, row.booking, row.id)
    return refused


def occupations_between(work: Work, room: str, first: date, last: date, now: datetime) -> list[Occupied]:
    """What a calendar shows of a room: undecided requests are told from bookings."""
    related = related_rooms(room, parents_of(work.book))
    held = [occupied(row) for row in rows.in_use(work, related, first, last) if not _has_expired(row, now)]
    return held + classes_on(work.book, related, [first, *days_between(first, last)])


def classes_on(book: Book, rooms: Iterable[str], days: Iterable[date]) -> list[Occupied]:
    here = [series for series in series_of(book) if series.room in set(rooms)]
    return [found for day in days for series in here if (found := series.on(day))] if here else []


def occupied(row: AnyRow) -> Occupied:
    undecided = row.state in UNDECIDED
    return Occupied(row.room, row.day, row.start, row.end, Why(row.why), row.title, undecided, row.id)


def _has_expired(row: AnyRow, now: datetime) -> bool:
    return row.state in UNDECIDED and state_at(row.state, row.expires_at, now) is BookingState.EXPIRED


def expire_request(work: Work, booking: str, occupation: str | None) -> None:
    work.change(t.bookings, booking, state=BookingState.EXPIRED.value)
    if occupation:
        work.change(t.occupations, occupation, live=False)
