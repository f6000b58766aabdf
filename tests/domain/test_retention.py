"""Details are kept for their days and not one longer."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.retention import RetentionPolicy, is_forgotten, last_forgotten

ENDED = date(2026, 7, 4)


@pytest.mark.parametrize(
    ("today", "forgotten"),
    [
        (date(2026, 7, 4), False),
        (date(2026, 12, 30), False),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), True),
    ],
)
def test_half_a_year_after_it_ended_it_is_forgotten(today: date, forgotten: bool) -> None:
    assert is_forgotten(RetentionPolicy().answers_days, ENDED, today) is forgotten


def test_what_has_not_ended_is_never_forgotten() -> None:
    assert not is_forgotten(0, None, ENDED)


@given(
    days=st.integers(0, 4000),
    ended=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    later=st.integers(-10, 4010),
)
def test_it_is_kept_for_its_days_exactly(days: int, ended: date, later: int) -> None:
    today = ended + timedelta(days=later)
    assert is_forgotten(days, ended, today) == (later >= days) == (ended <= last_forgotten(days, today))
