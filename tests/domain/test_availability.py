"""What the calendar of a room shows, day by day and slot by slot."""

from datetime import date, datetime, timedelta

import pytest

from kiosk.domain.availability import DayAnswer, DayStatus, SlotStatus, day_answer, day_answers, slot_answers
from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.bookings import judge_request
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.hours import Hours
from kiosk.domain.occupation import Occupied
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Why

POLICY = BookingPolicy()
CALENDAR = WorkingCalendar()
HOURS = Hours.from_data({"every_day": ["08:30-21:00"]})
NOW = datetime(2026, 11, 23, 9, 41)
THURSDAY = date(2026, 11, 26)


def taken(start: int, end: int, why: Why = Why.BOOKING, undecided: bool = False) -> Occupied:
    return Occupied("hall", THURSDAY, start, end, why, "读书会", undecided)


def answer(day: date, occupied: list[Occupied] | None = None, now: datetime = NOW) -> DayAnswer:
    return day_answer(POLICY, CALENDAR, HOURS, now, day, occupied or [])


def statuses(occupied: list[Occupied], now: datetime = NOW, hours: Hours = HOURS) -> list[str]:
    return [slot.status.value for slot in slot_answers(POLICY, CALENDAR, hours, now, THURSDAY, occupied)]


def test_an_empty_day_is_available_with_all_its_slots() -> None:
    assert answer(THURSDAY) == DayAnswer(THURSDAY, DayStatus.AVAILABLE, 6, None, True, True)


def test_a_day_with_something_in_it_says_how_many_slots_are_left() -> None:
    partly = answer(THURSDAY, [taken(510, 690), taken(900, 905, Why.MAINTENANCE)])
    assert (partly.status, partly.slots_left, partly.reason) == (DayStatus.PARTLY, 3, None)


@pytest.mark.parametrize(
    ("occupied", "reason"),
    [
        ([taken(0, 1440)], Reason.SLOT_TAKEN),
        ([taken(0, 1440, undecided=True)], Reason.SLOT_TAKEN),
        ([taken(510, 690), taken(690, 1440, Why.CLASS)], Reason.SLOT_TAKEN),
        ([taken(0, 1440, Why.MAINTENANCE)], Reason.OCCUPIED),
    ],
)
def test_a_full_day_says_what_fills_it(occupied: list[Occupied], reason: Reason) -> None:
    full = answer(THURSDAY, occupied)
    assert (full.status, full.slots_left, full.reason) == (DayStatus.UNAVAILABLE, 0, reason)


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2026, 11, 22), Reason.PAST_DATE),
        (date(2026, 11, 23), Reason.TOO_SOON),
        (date(2026, 11, 25), Reason.TOO_SOON),
        (date(2026, 12, 23), None),
        (date(2026, 12, 24), Reason.TOO_FAR_AHEAD),
    ],
)
def test_every_day_that_cannot_be_had_says_why(day: date, reason: Reason | None) -> None:
    assert answer(day).reason is reason


def test_today_after_the_last_slot_began_is_past() -> None:
    assert answer(THURSDAY, now=datetime(2026, 11, 26, 19, 31)).reason is Reason.PAST_DATE
    assert answer(THURSDAY, now=datetime(2026, 11, 26, 19, 29)).reason is Reason.TOO_SOON


def test_a_closed_day_says_closed_rather_than_too_soon() -> None:
    wednesday = date(2026, 11, 25)
    by_calendar = WorkingCalendar(closed_days=frozenset({wednesday}))
    assert day_answer(POLICY, by_calendar, HOURS, NOW, wednesday, []).reason is Reason.CLOSED_DAY
    by_hours = Hours.from_data({"every_day": ["08:30-21:00"], "3": []})
    assert day_answer(POLICY, CALENDAR, by_hours, NOW, wednesday, []).reason is Reason.CLOSED_DAY


def test_a_room_that_opens_outside_all_slots_says_so() -> None:
    dawn = Hours.from_data({"every_day": ["05:00-06:00"]})
    assert day_answer(POLICY, CALENDAR, dawn, NOW, THURSDAY, []).reason is Reason.OUTSIDE_HOURS


def test_days_of_a_year_that_is_not_published_are_marked() -> None:
    december = datetime(2026, 12, 20, 9)
    assert answer(date(2026, 12, 31), now=december).official
    marked = answer(date(2027, 1, 4), now=december)
    assert (marked.official, marked.status) == (False, DayStatus.AVAILABLE)


def test_a_slot_shows_what_is_in_it() -> None:
    occupied = [
        taken(510, 600, undecided=True),
        taken(600, 690),
        taken(840, 930, Why.CLASS),
        taken(930, 931, Why.MAINTENANCE),
        taken(930, 1020, undecided=True),
    ]
    assert statuses(occupied) == ["requested", "taken", "class", "maintenance", "free", "free"]


def test_slots_that_began_are_past_and_slots_outside_hours_are_closed() -> None:
    at_ten = datetime(2026, 11, 26, 10, 0)
    assert statuses([], at_ten) == ["past", "free", "free", "free", "free", "free"]
    short = Hours.from_data({"every_day": ["08:30-19:30"]})
    assert statuses([], hours=short)[-2:] == ["free", "closed"]


def test_whose_booking_it_is_stays_unsaid_and_which_class_is_said() -> None:
    slots = slot_answers(
        POLICY, CALENDAR, HOURS, NOW, THURSDAY, [taken(510, 600), taken(840, 930, Why.CLASS)]
    )
    assert (slots[0].title, slots[2].title) == ("", "读书会")


def test_other_days_do_no_harm() -> None:
    assert answer(THURSDAY + timedelta(days=1), [taken(0, 1440)]).status is DayStatus.AVAILABLE


def test_the_calendar_and_the_refusal_agree_on_every_day_of_two_months() -> None:
    days = [NOW.date() + timedelta(days=ahead) for ahead in range(-5, 60)]
    occupied = [Occupied("hall", day, 0, 1440, Why.CLASS) for day in days[::9]]
    for shown in day_answers(POLICY, CALENDAR, HOURS, NOW, days, occupied):
        refusal = judge_request(POLICY, CALENDAR, HOURS, NOW, shown.day, 1170, 1260)
        if refusal or shown.day not in days[::9]:
            assert shown.refusal == refusal
        else:
            assert shown.reason is Reason.OCCUPIED


def test_every_free_slot_shown_may_really_be_asked_for() -> None:
    for slot in slot_answers(POLICY, CALENDAR, HOURS, NOW, THURSDAY, [taken(600, 690)]):
        if slot.status is SlotStatus.FREE:
            assert judge_request(POLICY, CALENDAR, HOURS, NOW, THURSDAY, slot.start, slot.end) is None
