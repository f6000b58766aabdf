"""The working calendar against the State Council's notices, typed off by hand."""

import time
from datetime import date, timedelta

import pytest

from kiosk.domain.calendar import WorkingCalendar

CALENDAR = WorkingCalendar()


def days(text: str) -> set[date]:
    """`"2026-02-15..2026-02-23 2026-06-19"` -> those days."""
    found = set()
    for part in text.split():
        first, _, last = part.partition("..")
        day, end = date.fromisoformat(first), date.fromisoformat(last or first)
        while day <= end:
            found.add(day)
            day += timedelta(days=1)
    return found


OFF = {
    2024: days(
        "2024-01-01 2024-02-10..2024-02-17 2024-04-04..2024-04-06 2024-05-01..2024-05-05 2024-06-10 "
        "2024-09-15..2024-09-17 2024-10-01..2024-10-07"
    ),
    2025: days(
        "2025-01-01 2025-01-28..2025-02-04 2025-04-04..2025-04-06 2025-05-01..2025-05-05 "
        "2025-05-31..2025-06-02 2025-10-01..2025-10-08"
    ),
    2026: days(
        "2026-01-01..2026-01-03 2026-02-15..2026-02-23 2026-04-04..2026-04-06 2026-05-01..2026-05-05 "
        "2026-06-19..2026-06-21 2026-09-25..2026-09-27 2026-10-01..2026-10-07"
    ),
}
AT_WORK = {
    2024: days("2024-02-04 2024-02-18 2024-04-07 2024-04-28 2024-05-11 2024-09-14 2024-09-29 2024-10-12"),
    2025: days("2025-01-26 2025-02-08 2025-04-27 2025-09-28 2025-10-11"),
    2026: days("2026-01-04 2026-02-14 2026-02-28 2026-05-09 2026-09-20 2026-10-10"),
}


def whole_year(year: int) -> list[date]:
    return sorted(days(f"{year}-01-01..{year}-12-31"))


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_day_of_a_published_year_is_as_the_state_council_said(year: int) -> None:
    for day in whole_year(year):
        expected = day in AT_WORK[year] or (day.weekday() < 5 and day not in OFF[year])
        assert CALENDAR.is_working(day) is expected, day


@pytest.mark.parametrize("year", [2026, 2025])
def test_a_whole_holiday_has_one_name_and_no_other_day_has(year: int) -> None:
    assert {day for day in whole_year(year) if CALENDAR.name(day)} == OFF[year]
    assert {day for day in whole_year(year) if CALENDAR.name(day, "en")} == OFF[year]


def test_days_are_called_after_their_holiday_even_if_they_were_only_moved_there() -> None:
    assert CALENDAR.name(date(2026, 10, 4)) == "国庆节"
    assert CALENDAR.name(date(2026, 10, 7), "en") == "National Day"
    assert CALENDAR.name(date(2026, 2, 23)) == "春节"
    assert CALENDAR.name(date(2018, 12, 31)) == "元旦"
    assert CALENDAR.name(date(2025, 10, 6)) == "中秋节"


def test_make_up_days_are_weekends_at_work() -> None:
    assert {day for day in whole_year(2026) if CALENDAR.is_make_up(day)} == AT_WORK[2026]


@pytest.mark.parametrize("year", range(2001, 2027))
def test_years_with_a_published_list_are_official(year: int) -> None:
    assert CALENDAR.is_official(year)


@pytest.mark.parametrize("year", [2000, 2027, 2030, 2050, 2099])
def test_a_year_without_a_list_counts_monday_to_friday_and_says_so(year: int) -> None:
    assert not CALENDAR.is_official(year)
    for day in whole_year(year):
        assert CALENDAR.is_working(day) is (day.weekday() < 5)
        assert CALENDAR.name(day) is None


def test_a_list_that_the_manager_imported_makes_a_year_official() -> None:
    spring = days("2027-02-05..2027-02-11")
    calendar = WorkingCalendar(
        overrides=dict.fromkeys(spring, False) | {date(2027, 1, 30): True},
        imported_years=frozenset({2027}),
        names=dict.fromkeys(spring, "春节"),
    )
    assert calendar.is_official(2027)
    assert not calendar.is_working(date(2027, 2, 8))
    assert calendar.is_working(date(2027, 1, 30))
    assert calendar.name(date(2027, 2, 8)) == "春节"
    assert not calendar.is_official_between(date(2026, 12, 1), date(2028, 1, 1))


def test_the_managers_word_is_above_the_official_list() -> None:
    calendar = WorkingCalendar(overrides={date(2026, 10, 1): True, date(2026, 10, 10): False})
    assert calendar.is_working(date(2026, 10, 1))
    assert not calendar.is_working(date(2026, 10, 10))


def test_a_closed_day_stays_a_working_day() -> None:
    calendar = WorkingCalendar(closed_days=frozenset({date(2026, 11, 25)}))
    assert calendar.is_closed(date(2026, 11, 25))
    assert calendar.is_working(date(2026, 11, 25))


def test_counting_goes_over_weekends_make_up_days_and_new_year() -> None:
    assert CALENDAR.next_working_day(date(2026, 2, 14)) == date(2026, 2, 24)
    assert CALENDAR.last_working_day_before(date(2026, 2, 24)) == date(2026, 2, 14)
    assert CALENDAR.next_working_day(date(2025, 12, 31)) == date(2026, 1, 4)
    assert CALENDAR.next_working_day(date(2026, 12, 31)) == date(2027, 1, 1)
    assert CALENDAR.add_working_days(date(2026, 11, 28), 0) == date(2026, 11, 28)
    with pytest.raises(ValueError, match="go back"):
        CALENDAR.add_working_days(date(2026, 11, 28), -1)


def test_the_ends_of_time_have_no_name_and_do_no_harm() -> None:
    assert CALENDAR.name(date.max) is None
    assert CALENDAR.name(date.min) is None


def test_sixty_days_for_a_screen_cost_less_than_a_millisecond_once_warm() -> None:
    screen = [date(2026, 11, 23) + timedelta(days=ahead) for ahead in range(60)]

    def look() -> float:
        began = time.perf_counter()
        for day in screen:
            CALENDAR.is_working(day)
            CALENDAR.name(day)
            CALENDAR.is_official(day.year)
        return time.perf_counter() - began

    look()
    assert min(look() for _ in range(20)) < 0.001
