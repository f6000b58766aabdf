"""How long an item takes, learnt from how long it took."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.hours import Hours
from kiosk.domain.service_times import FEWEST, LATEST, Served, open_minutes, service_minutes

NOON_BREAK = Hours.from_data({"every_day": ["08:30-12:00", "14:00-17:30"]})
NINE = datetime(2026, 11, 23, 9, 0)


def served(item: str, *minutes: float) -> list[Served]:
    return [Served(item, NINE, NINE + timedelta(minutes=each)) for each in minutes]


def test_the_median_of_the_latest_counts_and_one_endless_case_does_not() -> None:
    assert service_minutes(NOON_BREAK, served("a", 4, 6, 5, 170), {"a": 20}) == {"a": 6}


def test_with_too_few_the_usual_minutes_are_believed() -> None:
    assert service_minutes(NOON_BREAK, served("a", *[5] * (FEWEST - 1)), {"a": 20, "b": 7}) == {
        "a": 20,
        "b": 7,
    }


def test_only_the_latest_count() -> None:
    lately = served("a", *[5] * LATEST) + served("a", *[60] * 100)
    assert service_minutes(NOON_BREAK, lately, {"a": 20}) == {"a": 5}


def test_closed_hours_are_nobodys_service() -> None:
    over_noon = open_minutes(NOON_BREAK, NINE.replace(hour=11, minute=50), NINE.replace(hour=14, minute=5))
    overnight = open_minutes(NOON_BREAK, NINE.replace(hour=17, minute=20), NINE + timedelta(days=1))
    assert (over_noon, overnight) == (15, 40)
    assert open_minutes(NOON_BREAK, NINE.replace(hour=20), NINE.replace(hour=21)) == 0


def test_an_item_that_is_gone_has_no_minutes() -> None:
    assert service_minutes(NOON_BREAK, served("gone", 5, 5, 5), {"a": 20}) == {"a": 20}


@given(st.lists(st.integers(0, 600), max_size=30), st.integers(1, 60))
def test_a_service_takes_at_least_a_minute_and_no_longer_than_the_longest(
    minutes: list[int], usual: int
) -> None:
    found = service_minutes(NOON_BREAK, served("a", *minutes), {"a": usual})["a"]
    assert 1 <= found <= max([usual, *minutes])
