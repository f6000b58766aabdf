"""What a station counts over a period: cases, room use, loans; the periods one may choose, and how a chart cuts them."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

LONGEST_DAYS = 3660
_DAYS_SHOWN, _WEEKS_SHOWN = 31, 26


class Span(StrEnum):
    """The periods to choose from; FREE is typed."""

    TODAY = "today"
    WEEK = "week"
    DAYS_30 = "days_30"
    THIS_MONTH = "this_month"
    LAST_MONTH = "last_month"
    FREE = "free"


def span_days(span: Span, today: date) -> tuple[date, date]:
    """The first and the last day; both are counted, today too. A month that has not ended ends today."""
    begin = today.replace(day=1)
    if span is Span.LAST_MONTH:
        last = begin - timedelta(days=1)
        return last.replace(day=1), last
    firsts = {Span.WEEK: today - timedelta(days=6), Span.DAYS_30: today - timedelta(days=29)}
    return (begin if span is Span.THIS_MONTH else firsts.get(span, today)), today


def month_of(day: date) -> tuple[date, date]:
    """The first and the last day of its month."""
    first = day.replace(day=1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def is_period(first: date, last: date) -> bool:
    return first <= last and (last - first).days < LONGEST_DAYS


def days_of(first: date, last: date) -> list[date]:
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def cut(first: date, last: date) -> list[tuple[date, date]]:
    """So that a chart can be read: days up to a month, weeks from Monday up to half a year, else months."""
    count = (last - first).days + 1
    if count <= _DAYS_SHOWN:
        return [(day, day) for day in days_of(first, last)]
    parts: list[tuple[date, date]] = []
    while first <= last:
        weekly = count <= _WEEKS_SHOWN * 7
        end = first + timedelta(days=6 - first.weekday()) if weekly else month_of(first)[1]
        parts.append((first, min(end, last)))
        first = end + timedelta(days=1)
    return parts


class _Sums:
    """Counts that may be added up, all of them from nought."""

    __slots__ = ()

    def __add__(self, other: Self) -> Self:
        return type(self)(
            **{one.name: getattr(self, one.name) + getattr(other, one.name) for one in fields(self)}  # type: ignore[arg-type]
        )


@dataclass(frozen=True, slots=True)
class Cases(_Sums):
    """Tickets. `waits` were called after waiting `wait_minutes` in all, `served` took `serve_minutes`, `rated` got `stars`."""

    taken: int = 0
    done: int = 0
    missed: int = 0
    left: int = 0
    waits: int = 0
    wait_minutes: float = 0
    served: int = 0
    serve_minutes: float = 0
    rated: int = 0
    stars: int = 0

    @property
    def wait(self) -> float | None:
        """Minutes on average; None when nobody was called."""
        return _mean(self.wait_minutes, self.waits)

    @property
    def service(self) -> float | None:
        return _mean(self.serve_minutes, self.served)

    @property
    def rating(self) -> float | None:
        return _mean(self.stars, self.rated)


@dataclass(frozen=True, slots=True)
class RoomUse(_Sums):
    """Bookings by the day of use. `booked` were agreed to, of them people came to `used` and not to `no_shows`;
    `minutes` of the `open_minutes` that could be booked were theirs or a weekly class's.
    """

    requested: int = 0
    booked: int = 0
    used: int = 0
    no_shows: int = 0
    cancelled: int = 0
    people: int = 0
    minutes: int = 0
    open_minutes: int = 0

    @property
    def share(self) -> float | None:
        """Of the time that could be booked, 0 to 1."""
        return min(1.0, self.minutes / self.open_minutes) if self.open_minutes else None

    @property
    def no_show_share(self) -> float | None:
        return _mean(self.no_shows, self.used + self.no_shows)


@dataclass(frozen=True, slots=True)
class Lending(_Sums):
    """`lent` by the day of lending, `returned` by that of the return; of these `late` came after they were due."""

    lent: int = 0
    renewed: int = 0
    returned: int = 0
    late: int = 0


def total_cases(parts: Iterable[Cases]) -> Cases:
    return sum(parts, Cases())


def total_use(parts: Iterable[RoomUse]) -> RoomUse:
    return sum(parts, RoomUse())


def total_lending(parts: Iterable[Lending]) -> Lending:
    return sum(parts, Lending())


def _mean(total: float, count: int) -> float | None:
    return total / count if count else None
