"""Errands and home visits, ratings and complaints, messages left to be called back."""

from datetime import datetime
from typing import Any

import pytest

from kiosk.commands.tickets import TicketOf
from tests.builders import DemoStation
from tests.services.housekeeping import keep_house
from tests.services.tickets import (
    LI,
    PHONE,
    ZHANG,
    clerk,
    done,
    later,
    listed,
    refused,
    serve,
    shown,
    take,
)

WEDNESDAY = {"date": "2026-11-25", "start": "14:00"}


def visit(demo: DemoStation, ticket: str, **fields: Any) -> str:
    return str(clerk(demo, "schedule_visit", ticket=ticket, **(WEDNESDAY | fields))["visit"])


def at_home(demo: DemoStation) -> str:
    return take(demo, item="canbao", mode="home_visit", phone=PHONE)


def test_a_visit_says_who_comes_and_when(demo: DemoStation) -> None:
    ticket = at_home(demo)
    key = visit(demo, ticket, operator="manager")
    (planned,) = shown(demo, ticket)["visits"]
    assert planned == {
        "id": key, "at": "2026-11-25T14:00", "operator": "manager", "status": "planned", "ended_at": None,
    }  # fmt: skip


def test_whoever_plans_a_visit_goes_if_nobody_else_is_named(demo: DemoStation) -> None:
    visit(demo, at_home(demo))
    assert [row["operator"] for row in listed(demo, "visits")] == ["clerk"]


@pytest.mark.parametrize(
    ("kind", "status"), [("complete_visit", "done"), ("miss_visit", "missed"), ("cancel_visit", "cancelled")]
)
def test_a_visit_ends_once(demo: DemoStation, kind: str, status: str) -> None:
    key = visit(demo, at_home(demo))
    clerk(demo, kind, later(days=2), visit=key)
    assert [row["status"] for row in listed(demo, "visits")] == [status]
    assert refused(demo, kind, visit=key) == "already_done"
    others = {"complete_visit", "miss_visit", "cancel_visit"} - {kind}
    assert {refused(demo, other, visit=key) for other in others} == {"wrong_state"}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"date": "2026-11-22"}, "past_date"),
        ({"start": "09:40", "date": "2026-11-23"}, "past_date"),
        ({"date": "2027-02-01"}, "too_far_ahead"),
        ({"date": "9999-12-31", "start": "24:00"}, "too_far_ahead"),
        ({"operator": "volunteer"}, "unknown_operator"),
    ],
)
def test_a_visit_that_cannot_be_says_why(demo: DemoStation, fields: dict[str, Any], reason: str) -> None:
    ticket = at_home(demo)
    assert refused(demo, "schedule_visit", ticket=ticket, **(WEDNESDAY | fields)) == reason


def test_nobody_goes_where_the_thing_is_done_or_called_off(demo: DemoStation) -> None:
    ticket = at_home(demo)
    visit(demo, ticket)
    clerk(demo, "cancel_ticket", ticket=ticket)
    assert [row["status"] for row in listed(demo, "visits")] == ["cancelled"]
    assert refused(demo, "schedule_visit", ticket=ticket, **WEDNESDAY) == "wrong_state"
    assert refused(demo, "complete_visit", visit="nosuch") == "unknown_visit"


@pytest.mark.parametrize("stars", [1, 2])
def test_the_two_lowest_ratings_are_called_back_within_a_day(demo: DemoStation, stars: int) -> None:
    ticket = done(demo)
    demo.accept("rate_ticket", ticket=ticket, stars=stars)
    (to_call,) = listed(demo, "callbacks")
    assert (to_call["ticket"], to_call["why"], to_call["status"]) == (ticket, "rating", "call_back")
    assert (to_call["due"], to_call["overdue"]) == ("2026-11-24", False)
    assert listed(demo, "callbacks", at=later(days=2))[0]["overdue"]


@pytest.mark.parametrize("stars", [3, 4, 5])
def test_better_ratings_call_for_nothing(demo: DemoStation, stars: int) -> None:
    ticket = done(demo)
    demo.accept("rate_ticket", ticket=ticket, stars=stars)
    assert listed(demo, "callbacks") == []
    assert refused(demo, "uphold_complaint", ticket=ticket) == "unknown_ticket"


def test_upheld_it_is_put_right_in_fifteen_working_days_and_rated_once_more(demo: DemoStation) -> None:
    ticket = done(demo)
    demo.accept("rate_ticket", ticket=ticket, stars=1)
    upheld = clerk(demo, "uphold_complaint", later(days=1), ticket=ticket, note="确实等太久")
    assert upheld["due"] == "2026-12-15"
    assert refused(demo, "rate_ticket", who=None, ticket=ticket, stars=5) == "already_done"
    clerk(demo, "fix_complaint", later(days=10), ticket=ticket)
    demo.accept("rate_ticket", ticket=ticket, stars=2, at=later(days=11))
    (rating,) = listed(demo, "ratings")
    assert (rating["stars"], rating["first_stars"], rating["complaint"]) == (2, 1, "rated_again")
    assert refused(demo, "rate_ticket", who=None, ticket=ticket, stars=5, at=later(days=12)) == "already_done"


def test_what_was_put_right_late_may_still_be_rated_for_a_month(demo: DemoStation) -> None:
    ticket = done(demo)
    demo.accept("rate_ticket", ticket=ticket, stars=1, at=later(days=29))
    clerk(demo, "uphold_complaint", later(days=30), ticket=ticket)
    clerk(demo, "fix_complaint", later(days=50), ticket=ticket)
    assert refused(demo, "rate_ticket", ticket=ticket, stars=3, at=later(days=81)) == "too_late"
    demo.accept("rate_ticket", ticket=ticket, stars=3, at=later(days=79))


def test_dismissed_it_is_over(demo: DemoStation) -> None:
    ticket = done(demo)
    demo.accept("rate_ticket", ticket=ticket, stars=2)
    assert refused(demo, "fix_complaint", ticket=ticket) == "wrong_state"
    clerk(demo, "dismiss_complaint", ticket=ticket)
    assert refused(demo, "uphold_complaint", ticket=ticket) == "wrong_state"
    assert refused(demo, "dismiss_complaint", ticket=ticket) == "already_done"
    assert refused(demo, "rate_ticket", ticket=ticket, stars=5) == "already_done"


def test_nothing_is_filed_away_while_a_complaint_is_open(demo: DemoStation) -> None:
    ticket = done(demo)
    demo.accept("rate_ticket", ticket=ticket, stars=1)
    assert refused(demo, "close_ticket", ticket=ticket) == "wrong_state"
    clerk(demo, "dismiss_complaint", ticket=ticket)
    clerk(demo, "close_ticket", ticket=ticket)


def test_two_cut_off_ratings_of_one_ticket_open_one_complaint(demo: DemoStation) -> None:
    ticket = done(demo)
    demo.accept("rate_ticket", ticket=ticket, stars=1)
    assert refused(demo, "rate_ticket", who=None, ticket=ticket, stars=1) == "already_done"
    assert len(listed(demo, "callbacks")) == 1


def test_the_slip_knows_whether_there_is_something_to_rate(demo: DemoStation) -> None:
    ticket = serve(demo)
    assert not demo.ask(TicketOf(ticket=ticket)).rateable
    clerk(demo, "resolve_ticket", ticket=ticket)
    assert demo.ask(TicketOf(ticket=ticket)).rateable
    assert not demo.ask(TicketOf(ticket=ticket), at=later(days=31)).rateable
    demo.accept("rate_ticket", ticket=ticket, stars=4)
    assert not demo.ask(TicketOf(ticket=ticket)).rateable


def test_a_phone_is_left_by_the_slip_by_its_owner_or_by_a_clerk(desk: DemoStation) -> None:
    taken = desk.accept("open_ticket", item="gaoling")
    desk.accept("leave_phone", code=taken["code"], phone="134 9000 0001")
    assert shown(desk, taken["ticket"])["phone"] == "13490000001"
    assert refused(desk, "leave_phone", who=None, ticket=taken["ticket"], phone=PHONE) == "not_allowed"
    assert refused(desk, "leave_phone", who=None, code=taken["code"], phone="1") == "bad_phone"
    clerk(desk, "leave_phone", ticket=taken["ticket"], phone=PHONE)
    mine = take(desk, who=ZHANG)
    assert refused(desk, "leave_phone", who=LI, ticket=mine, phone=PHONE) == "not_allowed"
    desk.accept("leave_phone", who=ZHANG, ticket=mine, phone=PHONE)


def test_after_hours_one_leaves_a_phone_and_is_called_when_the_counters_open(desk: DemoStation) -> None:
    evening = datetime(2026, 11, 23, 18, 30)
    ticket = take(desk, mode="callback", phone=PHONE, at=evening, who=None)
    found = shown(desk, ticket)
    assert (found["status"], found["due"], found["phone"]) == ("open", "2026-11-24", PHONE)
    (to_call,) = listed(desk, "callbacks")
    assert (to_call["why"], to_call["phone"], to_call["due"]) == ("message", PHONE, "2026-11-24")
    (masked,) = listed(desk, "callbacks", who=None)
    assert masked["phone"] == "134****0009"
    clerk(desk, "resolve_ticket", later(days=1), ticket=ticket)
    assert listed(desk, "callbacks") == []


def test_nobody_can_be_called_back_without_a_phone(demo: DemoStation) -> None:
    assert refused(demo, "open_ticket", who=None, item="gaoling", mode="callback") == "bad_phone"
    take(demo, item="gaoling", mode="callback", who=ZHANG)


def test_a_message_left_before_midnight_is_swept_up_by_nobody(demo: DemoStation) -> None:
    ticket = take(demo, mode="callback", phone=PHONE)
    keep_house(demo, datetime(2026, 11, 23, 23, 0))
    assert shown(demo, ticket)["status"] == "open"
