"""When a station, a counter, a room or the library is open."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from kiosk.domain.times import MIDNIGHT, at, clock_text, minute_of, minutes

Interval = tuple[int, int]
"""Minutes of a day, from the first to just before the second."""

_WEEKDAYS = "1234567"  # isoweekday: 1 is Monday
_LOOK_AHEAD = 400  # days


@dataclass(frozen=True, slots=True)
class Hours:
    """`week`: the open intervals of Monday to Sunday, in order; `closed`: days on which it stays shut all
    the same.
    """

    week: tuple[tuple[Interval, ...], ...]
    closed: frozenset[date] = frozenset()

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Hours":
        """`{"every_day": ["08:30-21:00"], "7": [], "closed": ["2026-02-17"]}`: a weekday's own line (1 is
        Monday) wins.
        """
        unknown = set(data) - {"every_day", "closed", *_WEEKDAYS}
        if unknown:
            raise ValueError(f"unknown keys of opening hours: {sorted(unknown)}")
        usual = data.get("every_day", [])
        week = tuple(intervals(data.get(weekday, usual)) for weekday in _WEEKDAYS)
        return cls(week, frozenset(date.fromisoformat(day) for day in data.get("closed", [])))


def interval(text: str) -> Interval:
    """`"08:30-10:00"` -> (510, 600). Raises ValueError unless it starts before it ends."""
    first, dash, last = text.partition("-")
    start, end = minutes(first.strip()), minutes(last.strip())
    if not dash or start >= end:
        raise ValueError(f"not a time span: {text!r}")
    return start, end


def intervals(texts: list[str]) -> tuple[Interval, ...]:
    """Several spans in the order of the day. Raises ValueError if two overlap."""
    spans = tuple(sorted(interval(text) for text in texts))
    for before, after in pairwise(spans):
        if after[0] < before[1]:
            raise ValueError(f"{interval_text(before)} and {interval_text(after)} overlap")
    return spans


def interval_text(span: Interval) -> str:
    return f"{clock_text(span[0])}-{clock_text(span[1])}"


def open_intervals(hours: Hours, day: date) -> tuple[Interval, ...]:
    if day in hours.closed:
        return ()
    return hours.week[day.weekday()]


def is_open(hours: Hours, moment: datetime) -> bool:
    minute = minute_of(moment)
    return any(start <= minute < end for start, end in open_intervals(hours, moment.date()))


def is_open_throughout(hours: Hours, day: date, start: int, end: int) -> bool:
    """Whether it stays open from `start` to `end`; spans that touch count as one."""
    minute = start
    for opens, closes in open_intervals(hours, day):
        if opens <= minute < closes:
            minute = closes
    return minute >= end


def closing(hours: Hours, day: date) -> datetime:
    """When the last span of a day is over; midnight, where it does not open at all."""
    spans = open_intervals(hours, day)
    return at(day, spans[-1][1] if spans else MIDNIGHT)


def next_opening(hours: Hours, moment: datetime) -> datetime | None:
    """The moment itself if open, else the next time the door opens; None if it does not within a year."""
    if is_open(hours, moment):
        return moment
    for ahead in range(_LOOK_AHEAD):
        day = moment.date() + timedelta(days=ahead)
        for start, _ in open_intervals(hours, day):
            if at(day, start) >= moment:
                return at(day, start)
    return None
