"""What the station counts over a period, by day, item, hour, room and class of books."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import product
from typing import Any

from db import figures as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import CLERK, LIBRARIAN
from kiosk.commands.figures import FiguresOf
from kiosk.domain.classification import BY_LETTER
from kiosk.domain.figures import Cases, Lending, RoomUse, days_of, is_period
from kiosk.domain.hours import Interval
from kiosk.services.house import booking_policy_of, calendar_of, room_hours_of, series_of
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


@answers(FiguresOf)
def figures_of(work: Work, question: FiguresOf, asking: Asking) -> r.Figures | None:
    first, last, role = question.first, question.last, asking.actor.role
    if not (role in CLERK or role in LIBRARIAN) or not is_period(first, last):
        return None
    counter, rooms = (role in CLERK and question.part in ("", part) for part in ("counter", "rooms"))
    library = role in LIBRARIAN and question.part in ("", "library")
    use_by_day, use_by_room = _use(work, first, last) if rooms else ({}, {})
    cases = _cases(work, "day", first, last) if counter else {}
    loans = _lending(work, "day", first, last) if library else {}
    station = work.book.station
    return r.Figures(
        station=station.name, station_en=station.name_en, first=first, last=last, made_at=asking.now,
        counter=role in CLERK, library=role in LIBRARIAN,
        days=tuple(
            r.DayFigures(
                day=day, cases=cases.get(day, Cases()), rooms=use_by_day.get(day, RoomUse()),
                loans=loans.get(day.isoformat(), Lending()),
            )
            for day in days_of(first, last)
        ),
        items=_items(work, _cases(work, "item", first, last)) if counter else (),
        hours=_hours(_cases(work, "hour", first, last)) if counter else (),
        rooms=_rooms(work, use_by_room),
        classes=_classes(_lending(work, "letter", first, last)) if library else (),
        stars=_stars(work, first, last) if counter else (0, 0, 0, 0, 0),
    )  # fmt: skip


def _cases(work: Work, by: str, first: date, last: date) -> dict[Any, Cases]:
    return {getattr(row, by): Cases(**_picked(row, _CASES)) for row in rows.cases(work, by, first, last)}


def _items(work: Work, cases: dict[str, Cases]) -> tuple[r.ItemFigures, ...]:
    """The most asked first; those nobody asked for are not there."""
    known = {row.id: row for row in work.book.all(t.items)}
    found = [
        r.ItemFigures(name=_name(known.get(key)), name_en=_name(known.get(key), "name_en"), cases=one)
        for key, one in cases.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.cases.taken, one.name)))


def _hours(cases: dict[int, Cases]) -> tuple[r.HourFigures, ...]:
    """From the first to the last hour in which somebody came, none left out."""
    every = range(min(cases), max(cases) + 1) if cases else ()
    return tuple(r.HourFigures(hour=hour, cases=cases.get(hour, Cases())) for hour in every)


def _use(work: Work, first: date, last: date) -> tuple[dict[date, RoomUse], dict[str, RoomUse]]:
    """By day and by room: of every room that can be booked, and of others that were used all the same."""
    by_day: dict[date, RoomUse] = defaultdict(RoomUse)
    by_room: dict[str, RoomUse] = defaultdict(RoomUse)
    for row in rows.rooms(work, "day", first, last):
        by_day[row.day] += RoomUse(**_picked(row, _USE))
    for row in rows.rooms(work, "room", first, last):
        by_room[row.room] += RoomUse(**_picked(row, _USE))
    for row in rows.also_held(work, first, last):
        by_day[row.day] += RoomUse(minutes=row.minutes * len(row.also))
        for room in row.also:
            by_room[room] += RoomUse(minutes=row.minutes)
    for room in (one for one in work.book.all(t.rooms) if one.bookable):
        opened = _open_minutes(work, room, first, last)
        for day, minutes in opened.items():
            use = RoomUse(open_minutes=minutes, minutes=_class_minutes(work, room, day))
            by_day[day] += use
            by_room[room.id] += use
    return by_day, by_room


def _open_minutes(work: Work, room: AnyRow, first: date, last: date) -> dict[date, int]:
    """Of its slots that lie in its hours, on days that the station is open."""
    slots, hours = booking_policy_of(work.book, room.id).slots, room_hours_of(work.book, room.id)
    closed = calendar_of(work.book).closed_days | hours.closed
    week = [_within(slots, spans) for spans in hours.week]
    return {day: week[day.weekday()] for day in days_of(first, last) if day not in closed}


def _class_minutes(work: Work, room: AnyRow, day: date) -> int:
    """What weekly classes take of its slots."""
    series = [one for one in series_of(work.book) if one.room == room.id]
    spans = [(held.start, held.end) for one in series if (held := one.on(day))]
    return _within(booking_policy_of(work.book, room.id).slots, spans) if spans else 0


def _within(slots: Iterable[Interval], spans: Iterable[Interval]) -> int:
    """Minutes of slots that lie in spans."""
    pairs = product(slots, spans)
    return sum(max(0, min(end, until) - max(start, since)) for (start, end), (since, until) in pairs)


def _rooms(work: Work, use: dict[str, RoomUse]) -> tuple[r.RoomFigures, ...]:
    """In the station's order."""
    return tuple(
        r.RoomFigures(name=room.name, name_en=room.name_en, use=use[room.id])
        for room in work.book.all(t.rooms)
        if room.id in use
    )


def _lending(work: Work, by: str, first: date, last: date) -> dict[str, Lending]:
    """`by` day (ISO text), or letter of the class."""
    found: dict[str, Lending] = defaultdict(Lending)
    for row in rows.lent(work, by, first, last):
        found[getattr(row, by) or ""] += Lending(**_picked(row, _LENT))
    for row in rows.returned(work, by, first, last):
        found[getattr(row, by) or ""] += Lending(**_picked(row, _RETURNED))
    return found


def _classes(loans: dict[str, Lending]) -> tuple[r.ClassFigures, ...]:
    """The most lent first; what is no class of the classification counts as none."""
    sums: dict[str, Lending] = defaultdict(Lending)
    for letter, one in loans.items():
        sums[letter if letter in BY_LETTER else ""] += one
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
