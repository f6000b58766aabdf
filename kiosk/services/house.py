"""The station's rules as the domain reads them, made from the book once per change."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from db import tables as t
from db.book import Book
from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.hours import Hours
from kiosk.domain.loan_policy import LoanPolicy
from kiosk.domain.occupation import Series
from kiosk.domain.retention import RetentionPolicy
from kiosk.domain.stand import StandPolicy
from kiosk.domain.states import Why
from kiosk.domain.tickets import TicketPolicy

T = TypeVar("T")
Years = dict[int, list[dict[str, Any]]]
"""The imported list of each year: its days as {date, working, name}."""


def calendar_of(book: Book) -> WorkingCalendar:
    return _once(book, "calendar", lambda: _calendar(book, _imported(book)))


def calendar_with(book: Book, year: int, days: list[dict[str, Any]]) -> WorkingCalendar:
    """As it will be when this is the official list of that year."""
    return _calendar(book, _imported(book) | {year: days})


def booking_policy_of(book: Book, room: str) -> BookingPolicy:
    """`room` is an id."""
    return _once(
        book,
        ("booking", room),
        lambda: BookingPolicy.from_data(book.numbers("booking"), book.numbers("booking", room)),
    )


def ticket_policy_of(book: Book) -> TicketPolicy:
    return _once(book, "ticket", lambda: TicketPolicy(**book.numbers("ticket")))


def retention_policy_of(book: Book) -> RetentionPolicy:
    return _once(book, "retention", lambda: RetentionPolicy(**book.numbers("retention")))


def stand_policy_of(book: Book) -> StandPolicy:
    return _once(book, "stand", lambda: StandPolicy(**book.numbers("stand")))


def loan_policy_of(book: Book) -> LoanPolicy:
    return _once(book, "loan", lambda: LoanPolicy.from_data(book.numbers("loan")))


def hours_of(book: Book, whose: str) -> Hours:
    """`whose`: station, counter or library."""
    return _once(book, ("hours", whose), lambda: _hours(book, book.station.hours[whose]))


def staffed_hours_of(book: Book, whose: str) -> Hours:
    """`hours_of`, shut on the days that the manager closed."""
    return _once(book, ("staffed", whose), lambda: _but_closed(hours_of(book, whose), calendar_of(book)))


def room_hours_of(book: Book, room: str) -> Hours:
    """A room's own hours, else the station's."""
    row = book.get(t.rooms, room)
    own = row.hours if row is not None else None
    return _once(book, ("room hours", room), lambda: _hours(book, own)) if own else hours_of(book, "station")


def parents_of(book: Book) -> dict[str, str]:
    """Room id -> the room it is part of."""
    return _once(
        book, "parents", lambda: {room.id: room.part_of for room in book.all(t.rooms) if room.part_of}
    )


def series_of(book: Book) -> tuple[Series, ...]:
    return _once(book, "series", lambda: tuple(_series(row) for row in book.all(t.series)))


def salt_of(book: Book) -> bytes:
    return str(book.station.salt).encode()


def _once(book: Book, key: Any, make: Callable[[], T]) -> T:
    if key not in book.memo:
        book.memo[key] = make()
    found: T = book.memo[key]
    return found


def _hours(book: Book, data: dict[str, Any]) -> Hours:
    """A public holiday is a day off that the official list has a name for, whatever the manager calls other days."""
    official = replace(calendar_of(book), names=_listed_names(_imported(book)))
    return replace(Hours.from_data(data), is_holiday=lambda day: official.name(day) is not None)


def _but_closed(hours: Hours, calendar: WorkingCalendar) -> Hours:
    return replace(hours, closed=hours.closed | calendar.closed_days)


def _imported(book: Book) -> Years:
    return {row.year: row.days for row in book.all(t.calendar_years)}


def _calendar(book: Book, years: Years) -> WorkingCalendar:
    closed = frozenset(day for day, is_open in book.open_overrides.items() if not is_open)
    own = {row.day: row.note for row in book.all(t.calendar_days) if row.note}
    listed = {date.fromisoformat(day["date"]): day for _, days in sorted(years.items()) for day in days}
    working = {day: said["working"] for day, said in listed.items()}
    return WorkingCalendar(
        overrides=working | book.working_overrides, imported_years=frozenset(years), closed_days=closed,
        names=_listed_names(years) | own,
    )  # fmt: skip


def _listed_names(years: Years) -> dict[date, str]:
    """Of the days off that imported lists name."""
    days = (day for _, listed in sorted(years.items()) for day in listed)
    return {
        date.fromisoformat(day["date"]): day["name"] for day in days if day["name"] and not day["working"]
    }


def _series(row: Any) -> Series:
    return Series(
        room=row.room, weekdays=frozenset(row.weekdays), start=row.start, end=row.end, first=row.from_day,
        until=row.until_day, why=Why(row.why), title=row.title, id=row.id,
    )  # fmt: skip
