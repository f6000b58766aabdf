"""When a station, a counter, a room or the library is open."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Any

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.times import MIDNIGHT, at, clock_text, minute_of, minutes

Interval = tuple[int, int]
"""Minutes of a day, from the first to just before the second."""

_WEEKDAYS = "1234567"  # isoweekday: 1 is Monday
_LOOK_AHEAD = 400  # days


HOLIDAYS = "holidays"
MOST_SPANS = 12


def _never(day: date) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Hours:
    """`week`: the open intervals of Monday to Sunday, in order; `closed`: days on which it stays shut all
    the same; `holidays`: the intervals of public holidays, None where they are days like others; `is_holiday`
    knows them.
    """

    week: tuple[tuple[Interval, ...], ...]
    closed: frozenset[date] = frozenset()
    holidays: tuple[Interval, ...] | None = None
    is_holiday: Callable[[date], bool] = _never

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "Hours":
        """`{"every_day": ["08:30-21:00"], "7": [], "holidays": [], "closed": ["2026-02-17"]}`: a weekday's own line (1
        is Monday) wins, on public holidays theirs.
        """
        unknown = set(data) - {"every_day", "closed", HOLIDAYS, *_WEEKDAYS}
        if unknown:
            raise ValueError(f"unknown keys of opening hours: {sorted(unknown)}")
        usual = data.get("every_day", [])
        week = tuple(intervals(data.get(weekday, usual)) for weekday in _WEEKDAYS)
        holidays = intervals(data[HOLIDAYS]) if data.get(HOLIDAYS) is not None else None
        return cls(week, frozenset(date.fromisoformat(day) for day in data.get("closed", [])), holidays)


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


def judge_week(data: Mapping[str, Any]) -> Refused | None:
    """Whether this can be somebody's opening hours: known days, spans that do not overlap; a day may have none."""
    known = {"every_day", "closed", HOLIDAYS, *_WEEKDAYS}
    if set(data) - known or not all(isinstance(spans, list | tuple) for spans in data.values()):
        return Refused.because(Reason.BAD_SETTING, spans=True)
    for name, spans in data.items():
        if name != "closed" and (problem := what_is_wrong(spans)):
            return Refused.because(Reason.BAD_SETTING, **{problem: True}, most=MOST_SPANS)
    return None if _are_days(data.get("closed", ())) else Refused.because(Reason.BAD_SETTING, spans=True)


def what_is_wrong(spans: Any) -> str | None:
    """With a list of spans: the case of `bad_setting`, None where nothing is."""
    if not isinstance(spans, list | tuple) or not all(isinstance(span, str) for span in spans):
        return "spans"
    if len(spans) > MOST_SPANS:
        return "many"
    try:
        intervals(list(spans))
    except ValueError as error:
        return "overlap" if "overlap" in str(error) else "spans"
    return None


def _are_days(texts: Any) -> bool:
    try:
        return all(isinstance(text, str) and bool(date.fromisoformat(text)) for text in texts)
    except ValueError:
        return False


def open_intervals(hours: Hours, day: date) -> tuple[Interval, ...]:
    if day in hours.closed:
        return ()
    if hours.holidays is not None and hours.is_holiday(day):
        return hours.holidays
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
