"""What may be told to everybody in the hall, and on which days it is."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kiosk.domain.announcements import MOST, MOST_ENGLISH, Announcement, judge, state_of
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import AnnouncementState

MONDAY = date(2026, 11, 23)
DAYS = some.dates(date(2026, 1, 1), date(2027, 12, 31))


@pytest.mark.parametrize(
    ("text", "text_en", "first", "last", "reason", "detail"),
    [
        ("  ", "", 0, 7, "bad_setting", "empty"),
        ("字" * (MOST + 1), "", 0, 7, "bad_setting", "long"),
        ("义诊", "a" * (MOST_ENGLISH + 1), 0, 7, "bad_setting", "long"),
        ("义诊", "", 3, 2, "bad_setting", "order"),
        ("义诊", "", -7, -1, "past_date", ""),
    ],
)
def test_what_cannot_be_read_or_will_never_be_seen_is_refused(
    text: str, text_en: str, first: int, last: int, reason: str, detail: str
) -> None:
    refused = judge(text, text_en, MONDAY + timedelta(days=first), MONDAY + timedelta(days=last), MONDAY)
    assert isinstance(refused, Refused)
    assert refused.reason.value == reason and (not detail or refused.detail[detail] is True)


def test_it_is_kept_on_one_line() -> None:
    kept = judge(" 周六上午\n义诊 ", "Free\tcheck-ups", MONDAY, MONDAY, MONDAY)
    assert kept == Announcement("周六上午 义诊", "Free check-ups", MONDAY, MONDAY)


@given(DAYS, some.integers(0, 400), DAYS)
def test_it_is_shown_on_its_first_day_its_last_and_all_between(first: date, more: int, today: date) -> None:
    last = first + timedelta(days=more)
    state = state_of(first, last, withdrawn=False, today=today)
    assert (state is AnnouncementState.SHOWN) == (first <= today <= last)
    assert (state is AnnouncementState.COMING) == (today < first)
    assert state_of(first, last, withdrawn=True, today=today) is AnnouncementState.WITHDRAWN
