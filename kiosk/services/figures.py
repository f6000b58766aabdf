"""What the station counts over a period, by day, item, hour, room and class of books."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from db import figures as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import CLERK, LIBRARIAN
from kiosk.commands.figures import FiguresOf
from kiosk.domain.classification import BY_LETTER
from kiosk.domain.figures import Cases, Lending, RoomUse, days_of, is_period, total_use
from kiosk.domain.hours import open_intervals
from kiosk.services.house import booking_policy_of, calendar_of, room_hours_of
from kiosk.services.registry import Asking, answers

_CASES = (
    "taken",
    "done",
    "missed",
    "left",
    "waits",
    "wait_minutes",
    "served",
    "serve_minutes",
    "rated",
    "stars",
)
_USE = ("requested", "booked", "used", "no_shows", "cancelled", "people", "minutes")
_LENT, _RETURNED = ("lent", "renewed"), ("returned", "late")
_ByRoom = dict[tuple[date, str], RoomUse]
_ByClass = dict[tuple[date, str], Lending]


@answers(FiguresOf)
def figures_of(work: Work, question: FiguresOf, asking: Asking) -> r.Figures | None:
    first, last, role = question.first, question.last, asking.actor.role
    if not (role in CLERK or role in LIBRARIAN) or not is_period(first, last):
        return None
    cases = rows.cases_by_day_and_item(work, first, last) if role in CLERK else []
    rooms = _rooms(work, first, last) if role in CLERK else {}
    loans = _loans(work, first, last) if role in LIBRARIAN else {}
    station = work.book.station
    return r.Figures(
        station=station.name, station_en=station.name_en, first=first, last=last, made_at=asking.now,
        counter=role in CLERK, library=role in LIBRARIAN,
        days=_days(first, last, cases, rooms, loans),
        items=_items(work, cases),
        hours=_hours(work, first, last) if role in CLERK else (),
        rooms=_by_room(work, rooms),
        classes=_classes(loans),
        stars=_stars(work, first, last) if role in CLERK else (0, 0, 0, 0, 0),
    )  # fmt: skip


def _days(
    first: date, last: date, cases: list[AnyRow], rooms: _ByRoom, loans: _ByClass
) -> tuple[r.DayFigures, ...]:
    cases_on: dict[date, Cases] = defaultdict(Cases)
    use_on: dict[date, RoomUse] = defaultdict(RoomUse)
    loans_on: dict[date, Lending] = defaultdict(Lending)
    for row in cases:
        cases_on[row.day] += Cases(**_picked(row, _CASES))
    for (day, _), use in rooms.items():
        use_on[day] += use
    for (day, _), lending in loans.items():
        loans_on[day] += lending
    return tuple(
        r.DayFigures(day=day, cases=cases_on[day], rooms=use_on[day], loans=loans_on[day])
        for day in days_of(first, last)
    )


def _items(work: Work, cases: list[AnyRow]) -> tuple[r.ItemFigures, ...]:
    """The most asked first; those nobody asked for are not there."""
    sums: dict[str, Cases] = defaultdict(Cases)
    for row in cases:
        sums[row.item] += Cases(**_picked(row, _CASES))
    known = {row.id: row for row in work.book.all(t.items)}
    found = [
        r.ItemFigures(name=_name(known.get(key)), name_en=_name(known.get(key), "name_en"), cases=one)
        for key, one in sums.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.cases.taken, one.name)))


def _hours(work: Work, first: date, last: date) -> tuple[r.HourFigures, ...]:
    """From the first to the last hour in which somebody came, none left out."""
    found = {row.hour: Cases(**_picked(row, _CASES)) for row in rows.cases_by_hour(work, first, last)}
    every = range(min(found), max(found) + 1) if found else ()
    return tuple(r.HourFigures(hour=hour, cases=found.get(hour, Cases())) for hour in every)


def _rooms(work: Work, first: date, last: date) -> _ByRoom:
    """Every day of every room that can be booked, and of others that were used all the same."""
    found: _ByRoom = defaultdict(RoomUse)
    for row in rows.rooms_by_day(work, first, last):
        found[(row.day, row.room)] += RoomUse(**_picked(row, _USE))
    for row in rows.also_by_day(work, first, last):
        for room in row.also:
            found[(row.day, room)] += RoomUse(minutes=row.minutes)
    for room in work.book.all(t.rooms):
        if room.bookable:
            for day, minutes in _open_minutes(work, room, first, last):
                found[(day, room.id)] += RoomUse(open_minutes=minutes)
    return found


def _open_minutes(work: Work, room: AnyRow, first: date, last: date) -> Iterable[tuple[date, int]]:
    """Of its slots that lie in its hours, on days that the station is open."""
    slots, hours = booking_policy_of(work.book, room.id).slots, room_hours_of(work.book, room.id)
    calendar = calendar_of(work.book)
    for day in days_of(first, last):
        spans = [] if calendar.is_closed(day) else open_intervals(hours, day)
        yield (
            day,
            sum(
                max(0, min(end, until) - max(start, since)) for start, end in slots for since, until in spans
            ),
        )


def _by_room(work: Work, rooms: _ByRoom) -> tuple[r.RoomFigures, ...]:
    """In the station's order."""
    sums: dict[str, list[RoomUse]] = defaultdict(list)
    for (_, room), use in rooms.items():
        sums[room].append(use)
    return tuple(
        r.RoomFigures(name=room.name, name_en=room.name_en, use=total_use(sums[room.id]))
        for room in work.book.all(t.rooms)
        if room.id in sums
    )


def _loans(work: Work, first: date, last: date) -> _ByClass:
    found: _ByClass = defaultdict(Lending)
    for row in rows.lent_by_day(work, first, last):
        found[_class_of(row)] += Lending(**_picked(row, _LENT))
    for row in rows.returned_by_day(work, first, last):
        found[_class_of(row)] += Lending(**_picked(row, _RETURNED))
    return found


def _class_of(row: AnyRow) -> tuple[date, str]:
    return date.fromisoformat(row.day), row.letter if row.letter in BY_LETTER else ""


def _classes(loans: _ByClass) -> tuple[r.ClassFigures, ...]:
    sums: dict[str, Lending] = defaultdict(Lending)
    for (_, letter), lending in loans.items():
        sums[letter] += lending
    found = [_class(letter, one) for letter, one in sums.items()]
    return tuple(sorted(found, key=lambda one: (-one.loans.lent, one.letter)))


def _class(letter: str, loans: Lending) -> r.ClassFigures:
    known = BY_LETTER.get(letter)
    return r.ClassFigures(
        letter=letter,
        name=known.name if known else "",
        name_en=known.name_en if known else "",
        loans=loans,
    )


def _stars(work: Work, first: date, last: date) -> tuple[int, int, int, int, int]:
    found = rows.stars_given(work, first, last)
    return (found.get(1, 0), found.get(2, 0), found.get(3, 0), found.get(4, 0), found.get(5, 0))


def _picked(row: AnyRow, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: getattr(row, name) for name in names}


def _name(row: AnyRow | None, column: str = "name") -> str:
    return str(getattr(row, column)) if row is not None else ""
