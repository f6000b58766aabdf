"""Working days: promised, and spent waiting for somebody's papers."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.deadlines import due_day, pause_length

OFFICIAL = WorkingCalendar()


def day(text: str) -> date:
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("taken", "promised", "paused", "due"),
    [
        ("2026-11-23", [0], 0, "2026-11-23"),
        ("2026-11-23", [3], 0, "2026-11-26"),
        ("2026-11-27", [1], 0, "2026-11-30"),
        ("2026-11-28", [1], 0, "2026-11-30"),
        ("2026-11-23", [1, 5, 3], 0, "2026-11-30"),
        ("2026-11-23", [3], 2, "2026-11-30"),
        ("2026-09-30", [1], 0, "2026-10-08"),  # 1 to 7 October are off
        ("2026-02-13", [1], 0, "2026-02-14"),  # a Saturday at work before the Spring Festival
    ],
)
def test_the_due_day_counts_official_working_days(
    taken: str, promised: list[int], paused: int, due: str
) -> None:
    assert due_day(OFFICIAL, day(taken), promised, paused) == day(due)


@pytest.mark.parametrize(
    ("since", "until", "days"),
    [
        ("2026-11-23", "2026-11-23", 0),
        ("2026-11-23", "2026-11-24", 1),
        ("2026-11-27", "2026-11-29", 0),
        ("2026-11-27", "2026-11-30", 1),
        ("2026-09-30", "2026-10-07", 0),
        ("2026-11-25", "2026-11-23", 0),
    ],
)
def test_a_pause_counts_the_working_days_after_its_first(since: str, until: str, days: int) -> None:
    assert pause_length(OFFICIAL, day(since), day(until)) == days


DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))


@given(DAYS, st.integers(0, 40), st.lists(st.integers(0, 20), max_size=4))
def test_pauses_end_to_end_are_one_long_pause(begin: date, promised: int, lengths: list[int]) -> None:
    ends = [begin]
    for length in lengths:
        ends.append(ends[-1] + timedelta(days=length))
    parts = sum(pause_length(OFFICIAL, a, b) for a, b in pairwise(ends))
    assert parts == pause_length(OFFICIAL, begin, ends[-1])
    due = due_day(OFFICIAL, begin, [promised], parts)
    assert due >= due_day(OFFICIAL, begin, [promised])
    assert OFFICIAL.is_working(due) or due == begin


@given(DAYS, st.integers(1, 40), st.integers(0, 30))
def test_asked_for_at_once_a_pause_leaves_as_many_working_days_as_were_promised(
    taken: date, promised: int, waited: int
) -> None:
    back = taken + timedelta(days=waited)
    due = due_day(OFFICIAL, taken, [promised], pause_length(OFFICIAL, taken, back))
    assert pause_length(OFFICIAL, back, due) == promised
