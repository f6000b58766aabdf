"""What people say of a repetition is a rule that means those days."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.recurrence import days_of
from kiosk.domain.repeats import LAST, Every, Repeat, nth_of

MONDAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("repeat", "days"),
    [
        (Repeat(Every.WEEKS, 2, (0, 3), count=4), "11-30 12-03 12-14 12-17"),
        (Repeat(Every.WEEKS, 1, (4,), until=date(2026, 12, 18)), "12-04 12-11 12-18"),
        (Repeat(Every.NTH, 1, (1,), nth=2, count=2), "12-08 01-12"),
        (Repeat(Every.NTH, 2, (0,), nth=LAST, count=2), "11-30 01-25"),
        (Repeat(Every.DATE, 1, count=3), "11-30 12-30 01-30"),
        (Repeat(Every.DAYS, 3, count=3), "11-30 12-03 12-06"),
    ],
)
def test_a_repetition_means_the_days_that_were_said(repeat: Repeat, days: str) -> None:
    found = days_of(repeat.rule, MONDAY, 14 * 60, None, 60)
    assert isinstance(found, tuple) and " ".join(f"{day:%m-%d}" for day in found) == days


@given(
    st.dates(date(2026, 1, 1), date(2030, 1, 1)), st.integers(1, 12), st.sets(st.integers(0, 6), min_size=1),
    st.integers(1, 30),
)  # fmt: skip
def test_weeks_come_on_their_weekdays_so_many_times(
    first: date, weeks: int, weekdays: set[int], count: int
) -> None:
    found = days_of(Repeat(Every.WEEKS, weeks, tuple(weekdays), count=count).rule, first, 0, None, count)
    assert isinstance(found, tuple) and len(found) == count and {day.weekday() for day in found} <= weekdays
    monday = first - timedelta(days=first.weekday())
    assert all((day - monday).days // 7 % weeks == 0 for day in found)


@given(st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_a_day_is_among_the_months_that_its_own_number_names(day: date) -> None:
    rule = Repeat(Every.NTH, 1, (day.weekday(),), nth_of(day), until=day).rule
    assert days_of(rule, day, 0, None, 5) == (day,)
