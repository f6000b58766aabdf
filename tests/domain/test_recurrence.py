"""Repeated use: what an RRULE says in days, where it ends, and what nobody can count."""

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.recurrence import days_of

THURSDAY = date(2026, 11, 26)
LEAP_DAY = date(2028, 2, 29)
NINE = 9 * 60
MOST = 30


def days(
    rule: str, first: date = THURSDAY, latest: date | None = None, most: int = MOST
) -> list[str] | Refused:
    found = days_of(rule, first, NINE, latest, most)
    return found if isinstance(found, Refused) else [day.isoformat() for day in found]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=WEEKLY;COUNT=3", "2026-11-26 2026-12-03 2026-12-10"),
        ("RRULE:FREQ=WEEKLY;COUNT=1", "2026-11-26"),
        ("freq=weekly;interval=2;count=2", "2026-11-26 2026-12-10"),
        ("FREQ=WEEKLY;UNTIL=20261203", "2026-11-26 2026-12-03"),
        ("FREQ=WEEKLY;UNTIL=20261203T090000", "2026-11-26 2026-12-03"),
        ("FREQ=WEEKLY;UNTIL=20261203T085959", "2026-11-26"),
        ("FREQ=WEEKLY;UNTIL=20261203T010000Z", "2026-11-26 2026-12-03"),
        ("FREQ=WEEKLY;UNTIL=20261203T005959Z", "2026-11-26"),
        ("FREQ=WEEKLY;BYDAY=TU,TH;COUNT=4", "2026-11-26 2026-12-01 2026-12-03 2026-12-08"),
        ("FREQ=DAILY;BYDAY=SA,SU;COUNT=3", "2026-11-28 2026-11-29 2026-12-05"),
        ("FREQ=DAILY;BYMONTH=12;COUNT=2", "2026-12-01 2026-12-02"),
        ("FREQ=MONTHLY;COUNT=3", "2026-11-26 2026-12-26 2027-01-26"),
        ("FREQ=MONTHLY;BYDAY=-1TH;COUNT=2", "2026-11-26 2026-12-31"),
        ("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "2026-12-31 2027-01-31 2027-03-31"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", "2026-11-30 2026-12-31"),
        ("FREQ=YEARLY;COUNT=2", "2026-11-26 2027-11-26"),
    ],
)
def test_a_rule_is_read_as_other_calendars_read_it(rule: str, expected: str) -> None:
    assert days(rule) == expected.split()


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=YEARLY;COUNT=3", "2028-02-29 2032-02-29 2036-02-29"),
        ("FREQ=YEARLY;INTERVAL=4;COUNT=2", "2028-02-29 2032-02-29"),
        ("FREQ=YEARLY;UNTIL=20310301", "2028-02-29"),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=3", "2028-02-29 2029-02-28 2030-02-28"),
        ("FREQ=MONTHLY;COUNT=2", "2028-02-29 2028-03-29"),
    ],
)
def test_29_february_comes_back_in_leap_years_alone_unless_the_last_day_is_meant(
    rule: str, expected: str
) -> None:
    assert days(rule, LEAP_DAY) == expected.split()


def test_29_february_1896_skips_the_year_that_was_none() -> None:
    assert days("FREQ=YEARLY;COUNT=2", date(1896, 2, 29)) == ["1896-02-29", "1904-02-29"]


def test_a_rule_without_an_end_takes_what_may_be_asked_for_and_no_more() -> None:
    assert days("FREQ=WEEKLY", latest=date(2026, 12, 17)) == [
        "2026-11-26",
        "2026-12-03",
        "2026-12-10",
        "2026-12-17",
    ]
    assert days("FREQ=WEEKLY", latest=date(2026, 12, 16), most=2) == ["2026-11-26", "2026-12-03"]
    assert len(days("FREQ=DAILY")) == MOST  # type: ignore[arg-type]


def test_one_that_begins_too_late_names_its_first_day_so_that_it_can_be_said_why() -> None:
    assert days("FREQ=WEEKLY", latest=date(2026, 11, 1)) == ["2026-11-26"]


def test_one_with_an_end_may_not_have_more_days_than_policy_allows() -> None:
    assert len(days("FREQ=DAILY;COUNT=30")) == MOST  # type: ignore[arg-type]
    limit = Refused(Reason.LIMIT_REACHED, {"what": "dates", "limit": MOST})
    assert days("FREQ=DAILY;COUNT=31") == days("FREQ=DAILY;UNTIL=20300101") == limit


@pytest.mark.parametrize(
    "rule",
    [
        "", ";", "weekly", "FREQ", "FREQ=", "COUNT=3", "FREQ=HOURLY;COUNT=3", "FREQ=SECONDLY",
        "FREQ=WEEKLY;COUNT=0", "FREQ=WEEKLY;COUNT=-1", "FREQ=WEEKLY;COUNT=9999999", "FREQ=WEEKLY;INTERVAL=0",
        "FREQ=WEEKLY;INTERVAL=1000", "FREQ=WEEKLY;COUNT=2;UNTIL=20270101", "FREQ=WEEKLY;FREQ=DAILY",
        "FREQ=WEEKLY;UNTIL=20261350", "FREQ=WEEKLY;UNTIL=tomorrow", "FREQ=WEEKLY;BYDAY=XX", "FREQ=WEEKLY;BYDAY=2TH",
        "FREQ=WEEKLY;BYMONTHDAY=3", "FREQ=DAILY;BYEASTER=1", "FREQ=DAILY;BYHOUR=9", "FREQ=MONTHLY;BYSETPOS=0",
        "FREQ=WEEKLY\nEXDATE:20261203", "DTSTART:20200101\nFREQ=DAILY;COUNT=3", "FREQ=WEEKLY;UNTIL=20200101",
        "FREQ=MONTHLY;BYDAY=59TH", "FREQ=YEARLY;BYDAY=59TH", "FREQ=WEEKLY;BYMONTH=13", "FREQ=WEEKLY;COUNT=３",
    ],
)  # fmt: skip
def test_what_cannot_be_counted_is_refused(rule: str) -> None:
    assert days(rule) == Refused(Reason.BAD_RULE)


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31", "FREQ=YEARLY;BYYEARDAY=999",
        "FREQ=YEARLY;BYWEEKNO=99", "FREQ=MONTHLY;BYSETPOS=300", "FREQ=DAILY;INTERVAL=7;BYDAY=FR",
        "FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=30",
    ],
)  # fmt: skip
def test_a_day_that_never_comes_is_not_looked_for_until_the_end_of_time(rule: str) -> None:
    begun = time.perf_counter()
    assert days(rule) == Refused(Reason.BAD_RULE)
    assert time.perf_counter() - begun < 1


PARTS = st.sampled_from(
    ["FREQ=DAILY", "FREQ=WEEKLY", "FREQ=MONTHLY", "FREQ=YEARLY", "COUNT=5", "INTERVAL=3", "UNTIL=20301231", "BYDAY=MO,TH",
     "BYDAY=1MO", "BYMONTH=2", "BYMONTHDAY=29,-1", "BYYEARDAY=366", "BYWEEKNO=53", "BYSETPOS=-1", "WKST=SU", "X=1"]
)  # fmt: skip


@given(st.lists(PARTS, max_size=6), st.dates(), st.one_of(st.none(), st.dates()), st.integers(1, 60))
def test_whatever_is_put_together_gives_few_days_in_order_or_a_refusal(
    parts: list[str], first: date, latest: date | None, most: int
) -> None:
    found = days_of(";".join(parts), first, NINE, latest, most)
    if not isinstance(found, Refused):
        assert 1 <= len(found) <= most
        assert list(found) == sorted(set(found))
        assert found[0] >= first


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    found = days_of(text, THURSDAY, NINE, None, MOST)
    assert isinstance(found, Refused) or found
