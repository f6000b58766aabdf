"""The notice rule: examples that people argue about, and whole years against an oracle that just counts."""

from datetime import date, datetime, timedelta
from functools import cache

import holidays
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.notice import (
    NoticeKind,
    NoticePolicy,
    earliest_day,
    judge_notice,
    judge_still_ahead,
    latest_day,
)
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.times import minutes

CALENDAR = WorkingCalendar()
THREE_WORKING_DAYS = NoticePolicy()
UNLIMITED = NoticePolicy(days_ahead=None)


def judged(
    made_at: str, day: str, start: str = "10:00", policy: NoticePolicy = THREE_WORKING_DAYS
) -> Refused | None:
    return judge_notice(
        policy, CALENDAR, datetime.fromisoformat(made_at), date.fromisoformat(day), minutes(start)
    )


@pytest.mark.parametrize(
    ("made_at", "day"),
    [
        ("2026-11-23T09:41", "2026-11-26"),  # Monday for Thursday
        ("2026-11-24T09:41", "2026-11-28"),  # Tuesday for Saturday: Wednesday, Thursday, Friday
        ("2026-11-25T09:41", "2026-11-30"),  # Wednesday for Monday
        ("2026-11-28T09:41", "2026-12-02"),  # Saturday for Wednesday
        (
            "2026-02-11T09:00",
            "2026-02-14",
        ),  # Thursday, Friday and the make-up Saturday before Spring Festival
        ("2026-02-11T09:00", "2026-02-15"),  # ... and so any day of the festival itself
        ("2026-02-13T09:00", "2026-02-25"),  # 14 February, then 24 and 25
        ("2026-09-25T09:00", "2026-10-01"),  # 28 to 30 September; the holiday itself need not count
        ("2026-10-07T09:00", "2026-10-10"),  # the make-up Saturday is the third
        ("2024-02-27T09:00", "2024-03-01"),  # 28 and 29 February, 1 March
        ("2024-02-26T09:00", "2024-02-29"),
        ("2025-12-30T09:00", "2026-01-05"),  # 31 December, Sunday 4 January (make-up), 5 January
        ("2026-12-29T09:00", "2027-01-01"),  # 2027 is not published: a Friday like any other
    ],
)
def test_three_working_days_are_enough(made_at: str, day: str) -> None:
    assert judged(made_at, day) is None


@pytest.mark.parametrize(
    ("made_at", "day", "earliest"),
    [
        ("2026-11-23T09:41", "2026-11-25", "2026-11-26"),  # Monday for Wednesday
        ("2026-11-25T09:41", "2026-11-28", "2026-11-30"),  # Wednesday for Saturday: 2
        ("2026-11-25T09:41", "2026-11-29", "2026-11-30"),
        ("2026-11-27T09:41", "2026-12-01", "2026-12-02"),  # Friday for Tuesday
        ("2026-02-12T09:00", "2026-02-23", "2026-02-24"),  # 13, 14, and then only after Spring Festival
        ("2026-09-29T09:00", "2026-10-07", "2026-10-09"),  # 30 September, 8, 9 October
        ("2026-10-06T09:00", "2026-10-09", "2026-10-10"),
        ("2024-02-26T09:00", "2024-02-28", "2024-02-29"),
        ("2025-12-30T09:00", "2026-01-04", "2026-01-05"),
        ("2026-12-30T09:00", "2027-01-03", "2027-01-04"),
        ("2026-11-23T09:41", "2026-11-23", "2026-11-26"),  # today, later
    ],
)
def test_fewer_are_refused_with_the_first_possible_day(made_at: str, day: str, earliest: str) -> None:
    assert judged(made_at, day) == Refused(Reason.TOO_SOON, {"earliest": earliest})


def test_what_began_a_minute_ago_is_past_and_what_begins_now_is_not() -> None:
    at_once = NoticePolicy(days=0)
    assert judged("2026-11-23T10:01", "2026-11-23", policy=at_once) == Refused(
        Reason.PAST_DATE, {"today": "2026-11-23"}
    )
    assert judged("2026-11-23T10:00", "2026-11-23", policy=at_once) is None
    assert judged("2026-11-23T10:00", "2026-11-22").reason is Reason.PAST_DATE  # type: ignore[union-attr]


def test_a_start_at_24_00_belongs_to_the_day_that_ends() -> None:
    at_once = NoticePolicy(days=0)
    assert judged("2026-11-23T23:59", "2026-11-23", "24:00", at_once) is None
    assert judged("2026-11-24T00:00", "2026-11-23", "24:00", at_once) == Refused(
        Reason.PAST_DATE, {"today": "2026-11-24"}
    )


def test_thirty_days_ahead_is_the_last_day() -> None:
    assert judged("2026-11-23T09:41", "2026-12-23") is None
    assert judged("2026-11-23T09:41", "2026-12-24") == Refused(Reason.TOO_FAR_AHEAD, {"latest": "2026-12-23"})
    assert judged("2026-11-23T09:41", "9999-12-31").reason is Reason.TOO_FAR_AHEAD  # type: ignore[union-attr]
    assert judged("2026-11-23T09:41", "2029-12-24", policy=UNLIMITED) is None
    assert latest_day(UNLIMITED, datetime(2026, 11, 23)) is None


def test_a_request_after_the_latest_hour_counts_as_the_next_days() -> None:
    until_five = NoticePolicy(latest=minutes("17:00"))
    assert judged("2026-11-23T17:00", "2026-11-26", policy=until_five) is None
    late = judged("2026-11-23T17:00:01", "2026-11-26", policy=until_five)
    assert late == Refused(Reason.TOO_SOON, {"earliest": "2026-11-27"})
    assert judged("2026-11-23T18:00", "2026-12-24", policy=until_five) is None


def test_calendar_days_do_not_care_for_weekends() -> None:
    two_days = NoticePolicy(days=2, kind=NoticeKind.CALENDAR)
    assert judged("2026-11-27T20:00", "2026-11-29", policy=two_days) is None
    assert judged("2026-11-27T20:00", "2026-11-28", policy=two_days) == Refused(
        Reason.TOO_SOON, {"earliest": "2026-11-29"}
    )


def test_a_request_that_is_decided_after_its_start_is_too_late() -> None:
    assert judge_still_ahead(datetime(2026, 11, 26, 9, 59), date(2026, 11, 26), 600) is None
    assert judge_still_ahead(datetime(2026, 11, 26, 10), date(2026, 11, 26), 600) == Refused(
        Reason.TOO_LATE, {"until": "2026-11-26T10:00"}
    )


# The oracle: nothing shared with the code but the library's list.

YEARS = [*range(2004, 2027), 2027, 2030]


@cache
def listed(year: int) -> tuple[frozenset[date], frozenset[date]]:
    china = holidays.country_holidays("CN", years=year)
    return frozenset(china), frozenset(china.weekend_workdays)


@cache
def oracle_works(day: date) -> bool:
    off, make_up = listed(day.year)
    if not any(each.year == day.year for each in make_up):
        return day.strftime("%a") not in ("Sat", "Sun")
    return day in make_up or (day.strftime("%a") not in ("Sat", "Sun") and day not in off)


def oracle_count(made: date, use: date) -> int:
    between = [made + timedelta(days=step) for step in range(1, (use - made).days + 1)]
    return len([day for day in between if oracle_works(day)])


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_a_year_agrees_with_a_count_by_hand(year: int) -> None:
    made = date(year, 1, 1)
    while made.year == year:
        moment = datetime(made.year, made.month, made.day, 9, 41)
        for ahead in range(14):
            use = made + timedelta(days=ahead)
            answer = judge_notice(UNLIMITED, CALENDAR, moment, use, 600)
            if oracle_count(made, use) >= 3:
                assert answer is None, (made, use)
            else:
                assert answer is not None, (made, use)
                assert answer.reason is Reason.TOO_SOON
        made += timedelta(days=1)


moments = st.datetimes(datetime(2004, 1, 1), datetime(2031, 1, 1))
policies = st.builds(
    NoticePolicy,
    days=st.integers(0, 12),
    kind=st.sampled_from(NoticeKind),
    latest=st.none() | st.integers(0, 1440),
    days_ahead=st.none() | st.integers(0, 60),
)


@settings(max_examples=150)
@given(policies, moments, st.integers(-3, 70), st.integers(0, 1440))
def test_any_policy_agrees_with_a_count_by_hand(
    policy: NoticePolicy, made_at: datetime, ahead: int, start: int
) -> None:
    use = made_at.date() + timedelta(days=ahead)
    answer = judge_notice(policy, CALENDAR, made_at, use, start)
    assert (answer.reason if answer else None) == oracle_answer(policy, made_at, use, start)


def oracle_answer(policy: NoticePolicy, made_at: datetime, use: date, start: int) -> Reason | None:
    midnight = datetime(made_at.year, made_at.month, made_at.day)
    starts = datetime(use.year, use.month, use.day) + timedelta(minutes=start)
    if use < made_at.date() or starts < made_at:
        return Reason.PAST_DATE
    made = made_at.date()
    if policy.latest is not None and made_at - midnight > timedelta(minutes=policy.latest):
        made += timedelta(days=1)
    working = policy.kind is NoticeKind.WORKING
    counted = oracle_count(made, use) if working else (use - made).days
    if counted < policy.days or use < made:
        return Reason.TOO_SOON
    if policy.days_ahead is not None and (use - made).days > policy.days_ahead:
        return Reason.TOO_FAR_AHEAD
    return None


@settings(max_examples=100)
@given(policies, moments)
def test_the_earliest_day_is_possible_and_the_day_before_is_not(
    policy: NoticePolicy, made_at: datetime
) -> None:
    earliest = earliest_day(policy, CALENDAR, made_at)
    assert oracle_answer(policy, made_at, earliest, 1440) in (None, Reason.TOO_FAR_AHEAD)
    before = earliest - timedelta(days=1)
    assert oracle_answer(policy, made_at, before, 1440) in (Reason.TOO_SOON, Reason.PAST_DATE)
