"""By when a ticket is to be done: the promised working days, without those on which we wait for somebody's papers."""

from collections.abc import Iterable
from datetime import date

from kiosk.domain.calendar import WorkingCalendar, days_between


def due_day(calendar: WorkingCalendar, taken: date, promised: Iterable[int], paused: int = 0) -> date:
    """`promised` working days of each item: the longest counts for all; `paused`: working days spent waiting."""
    return calendar.add_working_days(taken, max(promised, default=0) + paused)


def pause_length(calendar: WorkingCalendar, since: date, until: date) -> int:
    """The working days after the papers were asked for, up to and including the day on which they came."""
    return sum(calendar.is_working(day) for day in days_between(since, until))
