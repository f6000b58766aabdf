"""Whose clock is believed: time does not go back, unless the clock was wrong before."""

from datetime import datetime, timedelta

import pytest

from kiosk.domain.times import believed

NOON = datetime(2026, 11, 23, 12)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("wall", "latest", "taken"),
    [
        (NOON, None, NOON),
        (datetime(2020, 1, 1), None, datetime(2020, 1, 1)),
        (NOON, NOON, NOON),
        (NOON + HOUR, NOON, NOON + HOUR),
        (NOON + 400 * DAY, NOON, NOON + 400 * DAY),
        (NOON - HOUR, NOON, NOON),
        (NOON - DAY, NOON, NOON),
        (datetime(2020, 1, 1), NOON, NOON),
        (datetime(2025, 12, 31, 23, 59), NOON, NOON),
        (NOON - 2 * DAY, NOON, NOON - 2 * DAY),
        (NOON, NOON + 300 * DAY, NOON),
        (datetime(2026, 12, 31, 23, 59), datetime(2027, 1, 1), datetime(2027, 1, 1)),
    ],
    ids=[
        "nothing else is known", "not even a good clock", "the same", "an hour on", "a year on", "an hour back",
        "a day back", "an empty battery", "before this program", "days back: it was wrong before",
        "put right after a year too far", "back over the year",
    ],
)  # fmt: skip
def test_what_a_clock_shows_is_believed_unless_time_would_go_back(
    wall: datetime, latest: datetime | None, taken: datetime
) -> None:
    assert believed(wall, latest) == taken
