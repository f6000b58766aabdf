"""One request for several dates: what can be had is asked for, the rest is named; all or one may be decided."""

from datetime import date, timedelta
from typing import Any

import pytest

from kiosk.commands.base import TimeOfDay, from_fields
from kiosk.commands.booking_series import SeriesPreview
from kiosk.commands.bookings import BookingOf
from kiosk.station import Answer, Station
from kiosk.sync.exchange import Message
from kiosk.sync.messages import Decided
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import (
    CLUB,
    PERSON,
    THURSDAY,
    ZHANG,
    a_booking,
    a_request,
    an_approved,
    moment,
    set_rule,
    show,
    status,
)
from tests.stores import Shared

WEEK = timedelta(days=7)


def ask_for_series(demo: DemoStation, rule: str = "FREQ=WEEKLY;COUNT=4", **changes: Any) -> Answer:
    return demo.do("request_series", rule=rule, **a_request(**changes))


def a_series(demo: DemoStation, rule: str = "FREQ=WEEKLY;COUNT=4", **changes: Any) -> list[str]:
    """The ids of its bookings."""
    answer = ask_for_series(demo, rule, **changes)
    assert answer.status == "accepted", answer
    return [one["booking"] for one in answer.result["bookings"]]


def reasons(failed: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["date"], one["reason"]) for one in failed]


def test_each_date_is_a_booking_of_its_own_with_its_own_number(demo: DemoStation) -> None:
    result = ask_for_series(demo).result
    assert [one["date"] for one in result["bookings"]] == [
        "2026-11-26",
        "2026-12-03",
        "2026-12-10",
        "2026-12-17",
    ]
    assert [one["number"] for one in result["bookings"]] == ["AB0001", "AB0002", "AB0003", "AB0004"]
    assert result["failed"] == []
    shown = show(demo, "bookings", series=result["series"])
    assert [row["status"] for row in shown] == ["requested"] * 4
    assert result["number"] == "AB0001" and result["code"].startswith("YZ1:")


def test_dates_that_cannot_be_had_are_named_with_their_reasons_and_the_rest_is_booked(
    demo: DemoStation,
) -> None:
    a_booking(demo, date=THURSDAY + WEEK, party=PERSON)
    demo.accept("override_day", who="manager", date="2026-12-10", open=False)
    result = ask_for_series(demo, "FREQ=WEEKLY;COUNT=6", date="2026-11-19").result
    assert [one["date"] for one in result["bookings"]] == ["2026-11-26", "2026-12-17"]
    assert reasons(result["failed"]) == [
        ("2026-11-19", "past_date"), ("2026-12-03", "slot_taken"), ("2026-12-10", "closed_day"), ("2026-12-24", "too_far_ahead"),
    ]  # fmt: skip
    assert [one["number"] for one in result["bookings"]] == ["AB0002", "AB0003"]


def test_where_no_date_can_be_had_it_is_refused_with_the_first_reason_and_no_number_is_used(
    demo: DemoStation,
) -> None:
    answer = ask_for_series(demo, "FREQ=DAILY;COUNT=2", date="2026-11-24")
    assert (answer.status, answer.reason) == ("refused", "too_soon")
    assert reasons(answer.detail["failed"]) == [("2026-11-24", "too_soon"), ("2026-11-25", "too_soon")]
    assert ask_for_series(demo).result["number"] == "AB0001"


def test_a_rule_without_an_end_ends_with_the_longest_advance(demo: DemoStation) -> None:
    result = ask_for_series(demo, "FREQ=WEEKLY").result
    assert [one["date"] for one in result["bookings"]] == [
        "2026-11-26",
        "2026-12-03",
        "2026-12-10",
        "2026-12-17",
    ]
    assert result["failed"] == []


def test_it_has_at_most_as_many_dates_as_policy_allows(demo: DemoStation) -> None:
    set_rule(demo, series_limit=3)
    answer = ask_for_series(demo, "FREQ=WEEKLY;COUNT=4")
    assert (answer.reason, answer.detail) == ("limit_reached", {"what": "dates", "limit": 3})
    assert len(a_series(demo, "FREQ=WEEKLY")) == 3


def test_29_february_yearly_is_asked_for_in_leap_years_alone(demo: DemoStation) -> None:
    set_rule(demo, days_ahead=None)
    asked_at = moment(date(2028, 2, 1), "09:00")
    answer = demo.do(
        "request_series", rule="FREQ=YEARLY;COUNT=2", **a_request(date="2028-02-29"), at=asked_at
    )
    assert [one["date"] for one in answer.result["bookings"]] == ["2028-02-29", "2032-02-29"]


@pytest.mark.parametrize(
    "rule", ["FREQ=SECONDLY", "never", "FREQ=WEEKLY;UNTIL=20200101", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"]
)
def test_what_gives_no_dates_is_refused(demo: DemoStation, rule: str) -> None:
    assert ask_for_series(demo, rule).reason == "bad_rule"


def test_as_many_open_requests_as_the_party_may_have(demo: DemoStation) -> None:
    set_rule(demo, max_open_requests=3)
    assert ask_for_series(demo).reason == "limit_reached"
    assert len(a_series(demo, "FREQ=WEEKLY;COUNT=3")) == 3
    assert ask_for_series(demo, start="10:00", end="11:30").reason == "limit_reached"


def test_all_dates_may_be_approved_at_once_and_what_cannot_be_is_named(demo: DemoStation) -> None:
    first, second, third, _ = a_series(demo)
    demo.accept("cancel_booking", who="clerk", booking=second)
    late = moment(date(2026, 11, 25), "17:00")
    answer = demo.accept("approve_booking", who="clerk", booking=third, whole_series=True, at=late)
    assert len(answer["bookings"]) == 2
    assert [(one["booking"], one["reason"]) for one in answer["failed"]] == [(first, "too_late")]
    assert (status(demo, second), status(demo, third)) == ("cancelled", "approved")


def test_one_date_may_be_approved_alone(demo: DemoStation) -> None:
    first, second, *_ = a_series(demo)
    demo.accept("approve_booking", who="clerk", booking=first)
    assert (status(demo, first), status(demo, second)) == ("approved", "requested")


def test_rejecting_all_of_them_frees_all_of_them(demo: DemoStation) -> None:
    first, *_ = a_series(demo)
    demo.accept("reject_booking", who="clerk", booking=first, why="场地维修", whole_series=True)
    assert {row["status"] for row in show(demo, "bookings")} == {"rejected"}
    assert len(a_series(demo)) == 4


def test_one_slip_serves_all_dates_and_calls_off_the_next_one_or_all(demo: DemoStation) -> None:
    answer = ask_for_series(demo)
    code = answer.result["code"]
    assert demo.ask(BookingOf(booking=code)).date == THURSDAY
    demo.accept("cancel_booking", code=code)
    assert demo.ask(BookingOf(booking=code)).date == THURSDAY + WEEK
    gone = demo.accept("cancel_booking", code=code, whole_series=True)
    assert len(gone["bookings"]) == 3
    assert demo.do("cancel_booking", code=code).reason == "already_done"


def test_a_slip_calls_off_the_date_that_is_named_beside_it_and_none_of_others(demo: DemoStation) -> None:
    answer = ask_for_series(demo)
    _, second, *_ = [one["booking"] for one in answer.result["bookings"]]
    demo.accept("cancel_booking", code=answer.result["code"], booking=second)
    assert status(demo, second) == "cancelled"
    other = a_booking(demo, start="10:00", end="11:30", party=PERSON)
    assert demo.do("cancel_booking", code=answer.result["code"], booking=other).reason == "unknown_code"


def test_a_slip_checks_in_on_each_of_its_days(demo: DemoStation) -> None:
    answer = ask_for_series(demo)
    first, second, *_ = [one["booking"] for one in answer.result["bookings"]]
    demo.accept("approve_booking", who="clerk", booking=first, whole_series=True)
    for booking, day in ((first, THURSDAY), (second, THURSDAY + WEEK)):
        arrival = demo.accept("check_in", code=answer.result["code"], at=moment(day, "08:30"))
        assert (arrival["booking"], arrival["arrival"]) == (booking, "in_time")


def test_calling_all_of_them_off_late_costs_one_strike_for_the_one_that_is_near(demo: DemoStation) -> None:
    first, *_ = a_series(demo)
    demo.accept("approve_booking", who="clerk", booking=first, whole_series=True)
    late = moment(date(2026, 11, 25), "20:00")
    answer = demo.accept("cancel_booking", who="clerk", booking=first, whole_series=True, at=late)
    assert len(answer["bookings"]) == 4
    assert len(answer["strikes"]) == len(show(demo, "strikes")) == 1


def test_of_a_series_nobody_else_may_call_off_anything(demo: DemoStation) -> None:
    first, *_ = a_series(demo)
    assert demo.do("cancel_booking", who=ZHANG, booking=first, whole_series=True).reason == "not_allowed"


class CutOff(Station):
    """The hub is away."""

    def exchange(self, message: Message | None = None) -> dict[str, Decided]:
        return {}


def test_a_date_that_was_taken_before_the_hub_heard_of_it_is_named_and_the_desk_hears(shared: Shared) -> None:
    wish = from_fields("request_series", a_request(rule="FREQ=WEEKLY;COUNT=3"))
    kiosk = CutOff(shared.folder("a"))
    told = kiosk.do(wish, at=MONDAY)
    kiosk.close()
    assert (told.status, len(told.result["bookings"])) == ("pending", 3)
    quicker = from_fields("request_booking", a_request(date=THURSDAY + WEEK, party=PERSON))
    assert shared["c"].do(quicker, at=MONDAY).status == "accepted"
    decided = shared["a"].exchange()[told.id]
    assert (decided.status, decided.flags) == ("accepted", ("slot_taken",))
    assert [one["date"] for one in decided.result["bookings"]] == ["2026-11-26", "2026-12-10"]
    assert reasons(decided.result["failed"]) == [("2026-12-03", "slot_taken")]
    assert shared.wrongs() == []


def test_before_anything_is_sent_each_date_says_whether_it_can_be_had(demo: DemoStation) -> None:
    a_booking(demo, date=THURSDAY + WEEK)
    question = SeriesPreview(
        room="huiyishi", date=THURSDAY, start=TimeOfDay(510), end=TimeOfDay(600), rule="FREQ=WEEKLY;COUNT=5"
    )
    found = [(one.date.isoformat(), one.reason) for one in demo.ask(question)]
    assert found == [
        ("2026-11-26", None), ("2026-12-03", "slot_taken"), ("2026-12-10", None), ("2026-12-17", None),
        ("2026-12-24", "too_far_ahead"),
    ]  # fmt: skip
    assert (
        demo.ask(
            SeriesPreview(room="nowhere", date=THURSDAY, start=TimeOfDay(510), end=TimeOfDay(600), rule="x")
        )
        == []
    )


def test_dates_beyond_what_one_request_may_have_are_told_before(demo: DemoStation) -> None:
    set_rule(demo, series_limit=3)
    times = {"room": "huiyishi", "date": THURSDAY, "start": TimeOfDay(510), "end": TimeOfDay(600)}
    said = [one.reason for one in demo.ask(SeriesPreview(**times, rule="FREQ=WEEKLY;COUNT=5"))]
    assert said == [None, None, None, "limit_reached", "limit_reached"]
    assert len(demo.ask(SeriesPreview(**times, rule="FREQ=WEEKLY"))) == 3


def test_a_date_on_which_a_further_room_is_taken_cannot_be_had(demo: DemoStation) -> None:
    a_booking(demo, room="dangjian", date=THURSDAY + WEEK)
    times = {"room": "huiyishi", "date": THURSDAY, "start": TimeOfDay(510), "end": TimeOfDay(600)}
    both = SeriesPreview(**times, rule="FREQ=WEEKLY;COUNT=2", also=("dangjian",))
    assert [one.reason for one in demo.ask(both)] == [None, "slot_taken"]


def test_what_it_is_for_is_asked_once_for_all(demo: DemoStation) -> None:
    assert ask_for_series(demo, people=31).reason == "over_capacity"
    assert ask_for_series(demo, room="jianshen").reason == "not_bookable"
    assert ask_for_series(demo, party=CLUB | {"uscc": "1"}).reason == "bad_uscc"
    assert ask_for_series(demo, contact_phone="1").reason == "bad_phone"


def test_taken_dates_may_be_waited_for(demo: DemoStation) -> None:
    first = an_approved(demo, date=THURSDAY + WEEK)
    answer = ask_for_series(demo, party=PERSON, contact_phone="13812340001", waitlist=True)
    assert [one.get("status") for one in answer.result["bookings"]] == [None, "waitlisted", None, None]
    freed = demo.accept("cancel_booking", who="clerk", booking=first, at=MONDAY)
    assert freed["moved_up"] == [answer.result["bookings"][1]["number"]]
