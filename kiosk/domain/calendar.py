"""Which days are working days in China, as far as it is published, with the manager's word above it.

Source: the State Council's yearly notice of holidays and make-up working days (调休), as kept by the
library `holidays`.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Literal, cast

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason

if TYPE_CHECKING:
    from holidays.holiday_base import HolidayBase

Language = Literal["zh", "en"]

LEAST_OFF = 10
"""Days off that every year's list has had since there is one; fewer are a part of a list."""
_ONE_DAY = timedelta(days=1)
_FRIDAY = 5  # isoweekday
_LONGEST_BREAK = 16  # days; how far a day may lie from the holiday that it is called after
_LOCALES: dict[Language, str] = {"zh": "zh_CN", "en": "en_US"}
_SUBSTITUTED = {"zh": "休息日（", "en": "Day off ("}
_OBSERVED = {"zh": "（补假）", "en": " (observed)"}


@dataclass(frozen=True, slots=True)
class _Year:
    """What is published about one year: the days off, the weekends at work; nothing if not yet official."""

    official: bool
    off: frozenset[date]
    make_up: frozenset[date]
    names: Mapping[Language, Mapping[date, str]]


@cache
def _china() -> "Callable[..., HolidayBase]":
    """The library's calendar of China alone, read when a day is first asked about.

    Its package of countries reads all 250 of them when it is imported, 0.2 s before the first frame. So an empty
    package stands in its place for that moment.
    """
    import holidays

    name = "holidays.countries"
    if name in sys.modules:
        return cast("Callable[..., HolidayBase]", import_module(f"{name}.china").China)
    package = ModuleType(name)
    package.__path__ = [str(Path(path) / "countries") for path in holidays.__path__]
    sys.modules[name] = package
    try:
        return cast("Callable[..., HolidayBase]", import_module(f"{name}.china").China)
    finally:
        del sys.modules[name]


@lru_cache(maxsize=256)
def _published(year: int) -> _Year:
    """A year to come is a guess of the library until it knows a make-up weekend of that very year."""
    listed = _china()
    spoken = {lang: listed(years=year, language=locale) for lang, locale in _LOCALES.items()}
    make_up = frozenset(day for day in spoken["zh"].weekend_workdays if day.year == year)
    if not make_up:
        return _Year(False, frozenset(), frozenset(), {"zh": {}, "en": {}})
    names = {lang: _plain_names(lang, dict(days.items())) for lang, days in spoken.items()}
    return _Year(True, frozenset(spoken["zh"]), make_up, names)


def _plain_names(lang: Language, listed: Mapping[date, str]) -> dict[date, str]:
    """`国庆节（补假）` is 国庆节; a day that was merely moved there has no name of its own."""
    return {
        day: name.replace(_OBSERVED[lang], "").replace("; ", "、" if lang == "zh" else ", ")
        for day, name in listed.items()
        if not name.startswith(_SUBSTITUTED[lang])
    }


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The official calendar with the station's own knowledge on top.

    `overrides`: the manager's word for a day (True: at work). `imported_years`: years whose list the
    manager brought; their days are in `overrides`, and what else is published of these years counts no
    longer. `closed_days`: the station is shut; whether it is a *working* day does not change. `names`:
    what the station calls a day.
    """

    overrides: Mapping[date, bool] = field(default_factory=dict)
    imported_years: frozenset[int] = frozenset()
    closed_days: frozenset[date] = frozenset()
    names: Mapping[date, str] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        said = self.overrides.get(day)
        if said is not None:
            return said
        if day.year in self.imported_years:
            return day.isoweekday() <= _FRIDAY
        year = _published(day.year)
        if day.isoweekday() > _FRIDAY:
            return day in year.make_up
        return day not in year.off

    def is_official(self, year: int) -> bool:
        """False: the year's holidays are not published, Monday to Friday counts, and screens say
        以正式放假安排为准.
        """
        return year in self.imported_years or _published(year).official

    def is_official_between(self, first: date, last: date) -> bool:
        return all(self.is_official(year) for year in range(first.year, last.year + 1))

    def is_closed(self, day: date) -> bool:
        return day in self.closed_days

    def is_make_up(self, day: date) -> bool:
        """A Saturday or Sunday at work: calendars mark it 班."""
        return day.isoweekday() > _FRIDAY and self.is_working(day)

    def name(self, day: date, lang: Language = "zh") -> str | None:
        """The holiday that this day off belongs to: 4 October is 国庆节 though it is a mere Sunday."""
        if day in self.names:
            return self.names[day]
        if self.is_working(day) or not self.is_official(day.year):
            return None
        return self._own_name(day, lang) or self._name_nearby(day, lang)

    def _own_name(self, day: date, lang: Language) -> str | None:
        if day in self.names or day.year in self.imported_years:
            return self.names.get(day)
        return _published(day.year).names[lang].get(day)

    def _name_nearby(self, day: date, lang: Language) -> str | None:
        around = [self._nearest_named(day, step, lang) for step in (-_ONE_DAY, _ONE_DAY)]
        found = [named for named in around if named]
        return min(found)[1] if found else None

    def _nearest_named(self, day: date, step: timedelta, lang: Language) -> tuple[int, str] | None:
        for distance in range(1, _LONGEST_BREAK):
            near = _shifted(day, step * distance)
            if near is None or self.is_working(near):
                return None
            if name := self._own_name(near, lang):
                return distance, name
        return None

    def add_working_days(self, day: date, count: int) -> date:
        """The count-th working day after `day`; 0 is the day itself, whatever it is."""
        if count < 0:
            raise ValueError(f"cannot go back {-count} working days")
        while count:
            day += _ONE_DAY
            count -= self.is_working(day)
        return day

    def next_working_day(self, day: date) -> date:
        return self.add_working_days(day, 1)

    def last_working_day_before(self, day: date) -> date:
        day -= _ONE_DAY
        while not self.is_working(day):
            day -= _ONE_DAY
        return day


def judge_list(year: int, days: Iterable[tuple[date, bool]]) -> Refused | None:
    """Whether these days (True: at work) may be the official list of a whole year.

    The notice of a year may name the last days of December before, where New Year's holiday begins.
    """
    listed = list(days)
    for day, _ in listed:
        if day.year != year and (day.year, day.month) != (year - 1, 12):
            return Refused.because(Reason.BAD_CALENDAR, year=year, date=day.isoformat())
    if len({day for day, _ in listed}) < len(listed):
        return Refused.because(Reason.BAD_CALENDAR, year=year, twice=True)
    off = sum(day.year == year and not working for day, working in listed)
    if off < LEAST_OFF:
        return Refused.because(Reason.BAD_CALENDAR, year=year, few=True, off=off)
    return None


def days_between(after: date, up_to: date) -> Iterator[date]:
    """Every day after `after` up to and including `up_to`."""
    while after < up_to:
        after += _ONE_DAY
        yield after


def _shifted(day: date, by: timedelta) -> date | None:
    try:
        return day + by
    except OverflowError:
        return None
