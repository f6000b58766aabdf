"""Opening hours: half-open, local, and honest about closed days."""

from datetime import date, datetime

import pytest

from kiosk.domain.hours import (
    Hours,
    closing,
    interval,
    intervals,
    is_open,
    is_open_throughout,
    next_opening,
    open_intervals,
)

DEMO = Hours.from_data({"every_day": ["08:30-21:00"]})
LIBRARY = Hours.from_data(
    {"every_day": ["13:30-17:00", "09:00-11:30"], "1": [], "7": ["09:00-24:00"], "closed": ["2026-02-17"]}
)
MONDAY, TUESDAY, SUNDAY = date(2026, 11, 23), date(2026, 11, 24), date(2026, 11, 29)


def test_the_door_opens_at_the_first_minute_and_is_shut_at_the_last() -> None:
    assert not is_open(DEMO, datetime(2026, 11, 23, 8, 29, 59))
    assert is_open(DEMO, datetime(2026, 11, 23, 8, 30))
    assert is_open(DEMO, datetime(2026, 11, 23, 20, 59, 59))
    assert not is_open(DEMO, datetime(2026, 11, 23, 21))


def test_public_holidays_are_open_days_too() -> None:
    assert is_open(DEMO, datetime(2026, 10, 1, 12))


def test_weekdays_have_their_own_line_and_closed_days_have_none() -> None:
    assert open_intervals(LIBRARY, TUESDAY) == ((540, 690), (810, 1020))
    assert open_intervals(LIBRARY, MONDAY) == ()
    assert open_intervals(LIBRARY, date(2026, 2, 17)) == ()


def test_24_00_is_the_end_of_its_own_day() -> None:
    assert is_open(LIBRARY, datetime(2026, 11, 29, 23, 59))
    assert not is_open(LIBRARY, datetime(2026, 11, 30, 0, 0))


def test_a_use_must_not_reach_over_the_noon_break() -> None:
    assert is_open_throughout(LIBRARY, TUESDAY, 540, 690)
    assert not is_open_throughout(LIBRARY, TUESDAY, 540, 691)
    assert not is_open_throughout(LIBRARY, TUESDAY, 600, 900)
    assert not is_open_throughout(LIBRARY, MONDAY, 600, 660)
    touching = Hours.from_data({"every_day": ["09:00-10:00", "10:00-11:00"]})
    assert is_open_throughout(touching, MONDAY, 540, 660)


def test_the_next_opening_goes_over_breaks_and_closed_days() -> None:
    assert next_opening(LIBRARY, datetime(2026, 11, 24, 12)) == datetime(2026, 11, 24, 13, 30)
    assert next_opening(LIBRARY, datetime(2026, 11, 29, 8)) == datetime(2026, 11, 29, 9)
    assert next_opening(LIBRARY, datetime(2026, 11, 30, 8)) == datetime(2026, 12, 1, 9)
    assert next_opening(DEMO, datetime(2026, 11, 23, 9)) == datetime(2026, 11, 23, 9)
    assert next_opening(Hours.from_data({}), datetime(2026, 11, 23, 9)) is None


@pytest.mark.parametrize(
    ("day", "closed"),
    [
        (TUESDAY, datetime(2026, 11, 24, 17)),
        (SUNDAY, datetime(2026, 11, 30)),
        (MONDAY, datetime(2026, 11, 24)),
        (date(2026, 12, 31), datetime(2026, 12, 31, 17)),
    ],
)
def test_a_day_is_over_with_its_last_span_or_at_midnight_where_it_has_none(
    day: date, closed: datetime
) -> None:
    assert closing(LIBRARY, day) == closed


@pytest.mark.parametrize(
    "text", ["", "8:30", "10:00-08:30", "10:00-10:00", "08:30-25:00", "a-b", "08:30–10:00"]
)
def test_what_is_no_span_is_an_error(text: str) -> None:
    with pytest.raises(ValueError, match="not a time"):
        interval(text)


def test_overlapping_spans_and_unknown_keys_are_errors() -> None:
    with pytest.raises(ValueError, match="overlap"):
        intervals(["08:30-10:00", "09:59-11:00"])
    with pytest.raises(ValueError, match="sunday"):
        Hours.from_data({"sunday": []})
