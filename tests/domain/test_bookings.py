"""A booking's slots, moments and states, and its policy as data."""

from datetime import date, datetime, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.booking_policy import DEFAULT_DATA, BookingPolicy
from kiosk.domain.bookings import (
    Move,
    decide_by,
    earns_strike,
    expires_at,
    first_free_minute,
    has_ended,
    is_late_cancel,
    is_overdue,
    judge_equipment,
    judge_party,
    judge_release,
    judge_request,
    judge_times,
    may_check_in,
    may_mark_no_show,
    next_state,
)
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.hours import Hours
from kiosk.domain.notice import NoticeKind
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState, PartyKind
from kiosk.domain.times import minutes

POLICY = BookingPolicy()
CALENDAR = WorkingCalendar()
HOURS = Hours.from_data({"every_day": ["08:30-21:00"]})
THURSDAY = date(2026, 11, 26)
MONDAY_MORNING = datetime(2026, 11, 23, 9, 41)
TEN = minutes("10:00")


def times(start: str, end: str) -> Refused | None:
    return judge_times(POLICY, minutes(start), minutes(end))


# Slots


@pytest.mark.parametrize(
    ("start", "end"),
    [("08:30", "10:00"), ("19:30", "21:00"), ("08:30", "11:30"), ("14:00", "17:00"), ("18:00", "21:00")],
)
def test_one_slot_or_several_that_touch_may_be_booked(start: str, end: str) -> None:
    assert times(start, end) is None


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("10:00", "15:30"),  # over noon
        ("15:30", "19:30"),  # over the break at 17:00
        ("08:30", "21:00"),
        ("08:30", "09:59"),  # off the edge
        ("08:31", "10:00"),
        ("11:30", "14:00"),  # the break itself
        ("10:00", "08:30"),  # end before start
        ("10:00", "10:00"),
        ("00:00", "24:00"),
        ("19:30", "24:00"),
    ],
)
def test_times_off_the_slots_are_refused_with_the_slots(start: str, end: str) -> None:
    answer = times(start, end)
    assert answer is not None
    assert answer.reason is Reason.BAD_TIMES
    assert answer.detail["slots"] == DEFAULT_DATA["slots"]


@given(st.integers(0, 1440), st.integers(0, 1440))
def test_exactly_the_joins_of_touching_slots_are_good(start: int, end: int) -> None:
    mornings, afternoons, evenings = (510, 600, 690), (840, 930, 1020), (1080, 1170, 1260)
    good = {(a, b) for edges in (mornings, afternoons, evenings) for a, b in product(edges, edges) if a < b}
    assert (judge_times(POLICY, start, end) is None) is ((start, end) in good)


def test_a_slot_may_end_at_24_00() -> None:
    late = BookingPolicy.from_data({"slots": ["22:30-24:00"]})
    assert judge_times(late, minutes("22:30"), minutes("24:00")) is None


def test_a_request_is_judged_by_times_then_notice_then_opening() -> None:
    def judged(day: date, start: str, end: str, closed: frozenset[date] = frozenset()) -> Reason | None:
        calendar = WorkingCalendar(closed_days=closed)
        answer = judge_request(POLICY, calendar, HOURS, MONDAY_MORNING, day, minutes(start), minutes(end))
        return answer.reason if answer else None

    assert judged(THURSDAY, "10:00", "11:30") is None
    assert judged(THURSDAY, "11:30", "10:00") is Reason.BAD_TIMES
    assert judged(date(2026, 11, 25), "10:00", "11:30") is Reason.TOO_SOON
    assert judged(date(2026, 11, 20), "10:00", "11:30") is Reason.PAST_DATE
    assert judged(THURSDAY, "10:00", "11:30", frozenset({THURSDAY})) is Reason.CLOSED_DAY


def test_a_slot_outside_the_rooms_hours_says_the_hours() -> None:
    short = Hours.from_data({"every_day": ["08:30-20:00"], "5": []})
    asked = (MONDAY_MORNING, THURSDAY, minutes("19:30"), minutes("21:00"))
    assert judge_request(POLICY, CALENDAR, short, *asked) == Refused(
        Reason.OUTSIDE_HOURS, {"hours": ["08:30-20:00"]}
    )
    friday = judge_request(POLICY, CALENDAR, short, MONDAY_MORNING, date(2026, 11, 27), 510, 600)
    assert friday == Refused(Reason.CLOSED_DAY, {"day": "2026-11-27"})


# Moments


def test_staff_answer_by_five_on_the_next_working_day() -> None:
    assert decide_by(POLICY, CALENDAR, MONDAY_MORNING) == datetime(2026, 11, 24, 17)
    assert decide_by(POLICY, CALENDAR, datetime(2026, 11, 27, 20)) == datetime(2026, 11, 30, 17)
    assert decide_by(POLICY, CALENDAR, datetime(2026, 2, 14, 9)) == datetime(2026, 2, 24, 17)


def test_an_undecided_request_expires_on_the_last_working_day_before_use() -> None:
    assert expires_at(POLICY, CALENDAR, MONDAY_MORNING, THURSDAY, TEN) == datetime(2026, 11, 25, 17)
    saturday = date(2026, 11, 28)
    assert expires_at(POLICY, CALENDAR, MONDAY_MORNING, saturday, TEN) == datetime(2026, 11, 27, 17)
    festival = date(2026, 2, 20)
    assert expires_at(POLICY, CALENDAR, datetime(2026, 2, 10), festival, TEN) == datetime(2026, 2, 14, 17)


def test_a_short_notice_request_does_not_expire_before_it_was_made() -> None:
    wednesday_evening = datetime(2026, 11, 25, 17, 30)
    assert expires_at(POLICY, CALENDAR, wednesday_evening, THURSDAY, TEN) == datetime(2026, 11, 26, 10)


@pytest.mark.parametrize(
    ("now", "reason"),
    [
        ("09:29:59", Reason.TOO_EARLY),
        ("09:30:00", None),
        ("10:15:00", None),
        ("10:15:01", Reason.TOO_LATE),
    ],
)
def test_check_in_opens_half_an_hour_before_and_ends_a_quarter_after(now: str, reason: Reason | None) -> None:
    answer = may_check_in(POLICY, datetime.fromisoformat(f"2026-11-26T{now}"), THURSDAY, TEN)
    assert (answer.reason if answer else None) is reason


def test_a_refused_check_in_says_from_or_until_when() -> None:
    early = may_check_in(POLICY, MONDAY_MORNING, THURSDAY, TEN)
    assert early == Refused(Reason.TOO_EARLY, {"from": "2026-11-26T09:30"})
    late = may_check_in(POLICY, datetime(2026, 11, 27), THURSDAY, TEN)
    assert late == Refused(Reason.TOO_LATE, {"until": "2026-11-26T10:15"})


@given(st.integers(-100, 100))
def test_at_no_moment_may_one_both_check_in_and_be_a_no_show(offset: int) -> None:
    now = datetime(2026, 11, 26, 10) + timedelta(minutes=offset)
    came, missed = may_check_in(POLICY, now, THURSDAY, TEN), may_mark_no_show(POLICY, now, THURSDAY, TEN)
    assert came is not None or missed is not None
    if offset >= -30:
        assert came is None or missed is None


def test_exactly_a_day_before_is_in_time_to_cancel() -> None:
    assert not is_late_cancel(POLICY, datetime(2026, 11, 25, 10), THURSDAY, TEN)
    assert is_late_cancel(POLICY, datetime(2026, 11, 25, 10, 0, 1), THURSDAY, TEN)
    assert is_late_cancel(POLICY, datetime(2026, 11, 27), THURSDAY, TEN)


def test_only_no_show_and_a_late_cancel_of_what_was_promised_earn_a_strike() -> None:
    def earned(state: BookingState, move: Move, now: datetime) -> bool:
        return earns_strike(POLICY, state, move, now, THURSDAY, TEN)

    late, early = datetime(2026, 11, 26, 8), MONDAY_MORNING
    assert earned(BookingState.APPROVED, Move.NO_SHOW, datetime(2026, 11, 26, 11))
    assert earned(BookingState.APPROVED, Move.CANCEL, late)
    assert not earned(BookingState.APPROVED, Move.CANCEL, early)
    assert not earned(BookingState.REQUESTED, Move.CANCEL, late)
    assert not earned(BookingState.REQUESTED, Move.EXPIRE, late)


@pytest.mark.parametrize(
    ("kind", "verified", "refused"),
    [
        (PartyKind.GROUP, False, None),
        (PartyKind.ORGANISATION, True, None),
        (PartyKind.PERSON, False, {"of": "party", "kinds": ["group", "organisation"]}),
        (PartyKind.PARTY_BRANCH, True, {"of": "party", "kinds": ["group", "organisation"]}),
    ],
)
def test_a_room_may_be_for_some_kinds_of_parties(
    kind: PartyKind, verified: bool, refused: dict[str, Any] | None
) -> None:
    policy = BookingPolicy.from_data({"parties": ["organisation", "group"]})
    assert judge_party(policy, kind, verified) == (refused and Refused(Reason.NOT_FOR_YOU, refused))


def test_a_room_may_be_for_the_verified_alone() -> None:
    policy = BookingPolicy.from_data({"verified_only": True})
    assert judge_party(policy, PartyKind.ORGANISATION, True) is None
    assert judge_party(policy, PartyKind.ORGANISATION, False) == Refused(
        Reason.NOT_FOR_YOU, {"of": "verified"}
    )
    assert judge_party(policy, PartyKind.PERSON, False) == Refused(Reason.NOT_FOR_YOU, {"of": "verified"})


@pytest.mark.parametrize(
    ("wanted", "good"),
    [({}, True), ({"话筒": 2}, True), ({"话筒": 3}, False), ({"钢琴": 1}, False), ({"话筒": 0}, False)],
)
def test_equipment_is_what_stands_in_the_room_and_no_more(wanted: dict[str, int], good: bool) -> None:
    assert (judge_equipment({"话筒": 2, "投影": 1}, wanted) is None) is good


@pytest.mark.parametrize(
    ("now", "end", "reason"),
    [
        ("2026-11-25T09:00", "11:30", None),  # before it begins whole slots are given back
        ("2026-11-25T09:00", "11:00", "bad_times"),
        ("2026-11-26T10:40", "11:00", None),  # in use, any minute
        ("2026-11-26T10:40", "10:00", "bad_times"),  # nothing would be left
        ("2026-11-26T10:40", "15:30", "bad_times"),  # nothing would be given
        ("2026-11-26T15:30", "15:00", "too_late"),
    ],
)
def test_the_end_of_a_time_is_given_back_while_there_is_some(now: str, end: str, reason: str | None) -> None:
    policy = BookingPolicy.from_data({"slots": ["10:00-11:30", "11:30-15:30"]})
    moment = datetime.fromisoformat(now)
    begun = moment.date() == THURSDAY
    found = judge_release(policy, moment, THURSDAY, TEN, minutes("15:30"), minutes(end), begun)
    assert (found.reason.value if found else None) == reason


def test_who_stops_has_had_the_room_to_the_end_of_the_minute_and_for_one_at_least() -> None:
    assert first_free_minute(datetime(2026, 11, 26, 10, 40, 59), THURSDAY, TEN) == minutes("10:41")
    assert first_free_minute(datetime(2026, 11, 26, 9, 40), THURSDAY, TEN) == minutes("10:01")
    assert first_free_minute(datetime(2026, 11, 25, 23, 40), THURSDAY, TEN) == minutes("10:01")


def test_a_request_is_overdue_when_its_promised_time_has_passed() -> None:
    promised = datetime(2026, 11, 24, 17)
    assert not is_overdue(BookingState.REQUESTED, promised, promised)
    assert is_overdue(BookingState.REQUESTED, promised, promised + timedelta(seconds=1))
    assert not is_overdue(BookingState.APPROVED, promised, promised + timedelta(days=1))


# States

GOOD_MOVES = {
    "requested": "approve:approved reject:rejected cancel:cancelled expire:expired release:requested reschedule:requested",
    "waitlisted": "approve:approved reject:rejected cancel:cancelled expire:expired move_up:requested",
    "approved": "cancel:cancelled check_in:checked_in no_show:no_show release:approved reschedule:approved",
    "checked_in": "complete:completed release:checked_in",
}


@pytest.mark.parametrize(("state", "move"), list(product(BookingState, Move)))
def test_a_booking_moves_only_along_its_roads(state: BookingState, move: Move) -> None:
    roads = dict(road.split(":") for road in GOOD_MOVES.get(state, "").split())
    answer = next_state(state, move)
    if move in roads:
        assert answer is BookingState(roads[move])
    else:
        assert isinstance(answer, Refused)
        assert answer.detail == {"of": "booking", "state": state.value}


def test_a_refused_move_says_whether_it_was_done_not_approved_or_out_of_place() -> None:
    def reason(state: BookingState, move: Move) -> Reason:
        answer = next_state(state, move)
        assert isinstance(answer, Refused)
        return answer.reason

    assert reason(BookingState.APPROVED, Move.APPROVE) is Reason.ALREADY_DONE
    assert reason(BookingState.CHECKED_IN, Move.CHECK_IN) is Reason.ALREADY_DONE
    assert reason(BookingState.REQUESTED, Move.CHECK_IN) is Reason.NOT_APPROVED
    assert reason(BookingState.WAITLISTED, Move.COMPLETE) is Reason.NOT_APPROVED
    assert reason(BookingState.CANCELLED, Move.APPROVE) is Reason.WRONG_STATE
    assert reason(BookingState.CHECKED_IN, Move.CANCEL) is Reason.WRONG_STATE


# Policy as data


def test_the_default_policy_is_its_own_data() -> None:
    assert BookingPolicy.from_data() == POLICY
    assert BookingPolicy.from_data(POLICY.to_data()) == POLICY
    assert POLICY.notice.days == 3
    assert POLICY.notice.days_ahead == 30


def test_a_rooms_own_word_is_above_the_stations() -> None:
    station = {"notice_days": 2, "days_ahead": None, "notice_latest": "16:00"}
    room = {"notice_days": 1, "notice_kind": "calendar", "slots": ["10:00-11:00", "08:00-09:00"]}
    policy = BookingPolicy.from_data(station, room)
    assert (policy.notice.days, policy.notice.kind) == (1, NoticeKind.CALENDAR)
    assert (policy.notice.days_ahead, policy.notice.latest) == (None, 960)
    assert policy.slots == ((480, 540), (600, 660))
    assert BookingPolicy.from_data(policy.to_data()) == policy


@pytest.mark.parametrize(
    "wrong",
    [
        {"notice": 3},
        {"notice_days": -1},
        {"notice_days": True},
        {"notice_days": "3"},
        {"notice_days": None},
        {"notice_kind": "lunar"},
        {"notice_latest": 17},
        {"decide_by": "24:01"},
        {"slots": "08:30-10:00"},
        {"slots": [[510, 600]]},
        {"slots": ["08:30-10:00", "09:00-10:30"]},
        {"max_open_requests": 1.5},
        {"days_ahead": 10**9},
        {"series_limit": 0},
        {"series_limit": 61},
        {"parties": "person"},
        {"parties": ["robot"]},
        {"verified_only": 1},
    ],
)
def test_wrong_policy_data_is_an_error(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        BookingPolicy.from_data(wrong)


@pytest.mark.parametrize(
    ("end", "now", "ended"),
    [
        ("10:00", "2026-11-26T09:59:59", False),
        ("10:00", "2026-11-26T10:00", True),
        ("24:00", "2026-11-26T23:59:59", False),
        ("24:00", "2026-11-27T00:00", True),
    ],
)
def test_a_use_has_ended_at_its_last_minute(end: str, now: str, ended: bool) -> None:
    assert has_ended(datetime.fromisoformat(now), THURSDAY, minutes(end)) is ended
