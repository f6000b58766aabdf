"""How long one waits after wrong passwords."""

from datetime import datetime, timedelta

import pytest

from kiosk.domain.sign_in import wait_after, wait_left, whole_seconds

NINE = datetime(2026, 11, 23, 9)


@pytest.mark.parametrize(
    ("wrong", "seconds"),
    [
        (0, 0), (1, 0), (2, 0), (3, 5), (4, 10), (5, 20), (6, 40), (7, 80), (8, 160), (9, 300), (10, 300),
        (1_000_000, 300),
    ],
)  # fmt: skip
def test_the_third_wrong_one_costs_five_seconds_and_each_further_one_twice_as_much(
    wrong: int, seconds: int
) -> None:
    assert wait_after(wrong) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    ("wrong", "passed", "left"),
    [
        (2, 0, 0), (3, 0, 5), (3, 4.2, 1), (3, 5, 0), (3, 86_400, 0), (9, 60, 240),
        (3, -3600, 5), (9, -1, 300),
    ],
)  # fmt: skip
def test_what_is_left_is_never_more_than_the_whole_even_if_the_clock_was_put_back(
    wrong: int, passed: float, left: int
) -> None:
    assert whole_seconds(wait_left(wrong, NINE, NINE + timedelta(seconds=passed))) == left
