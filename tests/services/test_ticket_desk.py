"""The help desk behind the counter: numbers called by typing, held, handed on, waiting for papers, given up."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.builders import DemoStation, beside
from tests.services.tickets import (
    call,
    clerk,
    done,
    later,
    listed,
    refused,
    serve,
    shown,
    take,
)

DESK_MOVES: list[tuple[str, dict[str, Any]]] = [
    ("call_number", {"counter": "1", "number": "A001"}),
    ("recall_ticket", {}),
    ("hold_ticket", {}),
    ("transfer_ticket", {"counter": "2"}),
    ("assign_ticket", {"operator": "clerk"}),
    ("change_item", {"item": "canbao"}),
    ("add_item", {"item": "canbao"}),
    ("set_priority", {"priority": True}),
    ("link_for", {"on_behalf_of": "3709152841"}),
    ("request_materials", {}),
    ("materials_received", {}),
    ("give_up", {}),
    ("close_ticket", {}),
    ("add_note", {"note": "x"}),
    ("attach_file", {"file": "x.png"}),
    ("open_subticket", {"item": "canbao"}),
    ("schedule_visit", {"date": date(2026, 11, 25), "start": "10:00"}),
    ("uphold_complaint", {}),
    ("dismiss_complaint", {}),
    ("fix_complaint", {}),
]


@pytest.mark.parametrize(("kind", "fields"), DESK_MOVES)
@pytest.mark.parametrize("who", [None, "3709152841", "librarian", "volunteer"])
def test_the_desk_is_run_by_clerks_and_managers_alone(
    demo: DemoStation, kind: str, fields: dict[str, Any], who: str | None
) -> None:
    take(demo)
    asked = fields | ({} if kind == "call_number" else {"ticket": "A001"})
    if isinstance(asked.get("date"), date):
        asked["date"] = asked["date"].isoformat()
    assert refused(demo, kind, who=who, **asked) == "not_allowed"


def test_a_number_is_called_by_typing_it_in_any_spelling(demo: DemoStation) -> None:
    ticket = take(demo)
    clerk(demo, "call_number", counter="1", number=" ａ００１ ")
    assert (shown(demo, ticket)["status"], shown(demo, ticket)["counter"]) == ("called", "1")
    assert refused(demo, "call_number", counter="1", number="A001") == "already_done"


@pytest.mark.parametrize("number", ["A999", "hello", "AB0001", "", "1"])
def test_a_number_that_was_never_given_is_refused(demo: DemoStation, number: str) -> None:
    assert refused(demo, "call_number", counter="1", number=number) == "unknown_ticket"


def test_yesterdays_number_is_not_called_by_typing_it_either(demo: DemoStation) -> None:
    take(demo)
    assert refused(demo, "call_number", counter="1", number="A001", at=later(days=1)) == "unknown_ticket"


def test_cut_off_a_desk_calls_a_number_that_it_has_never_heard_of(demo: DemoStation, tmp_path: Path) -> None:
    """Both are cut off: the kiosk gives the number, the desk calls it out; the hub puts it together."""
    desk = beside(demo, tmp_path / "desk")
    away = demo.folder.own_store.rename(demo.folder.path / "away.db")
    ticket = demo.do("open_ticket", item="gaoling").result["ticket"]
    assert desk.do("call_number", who="clerk", counter="2", number="A001").status == "pending"
    away.rename(demo.folder.own_store)
    demo.station.exchange()
    desk.station.exchange()
    assert (shown(desk, ticket)["status"], shown(desk, ticket)["counter"]) == ("called", "2")
    desk.close()


def test_cut_off_a_number_that_nobody_has_given_is_refused_once_the_hub_is_back(demo: DemoStation) -> None:
    away = demo.folder.own_store.rename(demo.folder.path / "away.db")
    answer = demo.do("call_number", who="clerk", counter="1", number="C001")
    assert answer.status == "pending"
    away.rename(demo.folder.own_store)
    assert demo.station.exchange()[answer.id].reason == "unknown_ticket"


def test_a_called_number_is_called_again_and_again(demo: DemoStation) -> None:
    ticket = take(demo)
    assert refused(demo, "recall_ticket", ticket="A001") == "wrong_state"
    call(demo)
    for minute in (1, 2):
        clerk(demo, "recall_ticket", later(minute), ticket="A001")
    assert [row["what"] for row in listed(demo, "events", ticket=ticket)] == [
        "open",
        "call",
        "recall",
        "recall",
    ]


def test_what_is_put_aside_goes_on_by_starting_it(demo: DemoStation) -> None:
    ticket = serve(demo)
    clerk(demo, "hold_ticket", ticket=ticket)
    assert shown(demo, ticket)["status"] == "held"
    clerk(demo, "start_ticket", ticket=ticket)
    assert shown(demo, ticket)["status"] == "serving"


def test_sent_on_to_a_counter_one_keeps_ones_place_and_is_called_there_alone(demo: DemoStation) -> None:
    ticket = take(demo)
    take(demo, at=later(1))
    call(demo, later(2))
    clerk(demo, "start_ticket", later(3), ticket="A001")
    clerk(demo, "transfer_ticket", later(5), ticket="A001", counter="2")
    assert shown(demo, ticket) | {"status": "waiting", "to_counter": "2", "counter": None} == shown(
        demo, ticket
    )
    assert call(demo, later(6), counter="1") == "A002"
    assert refused(demo, "call_next", counter="1", at=later(7)) == "nobody_waiting"
    assert call(demo, later(8), counter="2") == "A001"


def test_sent_on_to_an_operator_one_waits_for_that_one(demo: DemoStation) -> None:
    serve(demo)
    clerk(demo, "transfer_ticket", ticket="A001", operator="manager")
    assert refused(demo, "call_next", counter="1") == "nobody_waiting"
    assert call(demo, later(1), who="manager") == "A001"


def test_sent_on_as_another_item_it_is_due_by_that_ones_days(demo: DemoStation) -> None:
    ticket = serve(demo, item="canbao")
    clerk(demo, "transfer_ticket", ticket=ticket, item="baoxiao")
    found = shown(demo, ticket)
    assert (found["item"], found["status"], found["due"]) == ("baoxiao", "waiting", "2026-11-26")
    (event,) = listed(demo, "events", ticket=ticket, what="transfer")
    assert event["detail"] == {"item": "baoxiao"} and event["by"] == "clerk"


def test_an_errand_that_is_handed_on_lies_open_and_waits_in_no_queue(demo: DemoStation) -> None:
    ticket = take(demo, item="canbao", mode="home_visit")
    clerk(demo, "transfer_ticket", ticket=ticket, operator="manager")
    assert (shown(demo, ticket)["status"], shown(demo, ticket)["assigned"]) == ("open", "manager")
    assert refused(demo, "call_next", counter="1") == "nobody_waiting"


def test_what_was_held_overnight_is_handed_on_to_a_desk_and_not_to_yesterdays_queue(
    demo: DemoStation,
) -> None:
    ticket = serve(demo)
    clerk(demo, "hold_ticket", ticket=ticket)
    clerk(demo, "transfer_ticket", later(days=1), ticket=ticket, counter="2")
    assert shown(demo, ticket)["status"] == "open"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "bad_form"),
        ({"counter": "9"}, "unknown_counter"),
        ({"operator": "nobody"}, "unknown_operator"),
        ({"operator": "volunteer"}, "unknown_operator"),
        ({"item": "nothing"}, "unknown_item"),
        ({"item": "paotui"}, "bad_form"),
    ],
)
def test_a_transfer_to_nowhere_says_so(demo: DemoStation, fields: dict[str, Any], reason: str) -> None:
    serve(demo)
    assert refused(demo, "transfer_ticket", ticket="A001", **fields) == reason


def test_whose_work_it_is_is_said_and_taken_back(demo: DemoStation) -> None:
    ticket = take(demo, item="canbao", mode="home_visit")
    clerk(demo, "assign_ticket", ticket=ticket, operator="manager")
    assert refused(demo, "assign_ticket", ticket=ticket, operator="manager") == "already_done"
    assert shown(demo, ticket)["assigned"] == "manager"
    clerk(demo, "assign_ticket", ticket=ticket)
    assert shown(demo, ticket)["assigned"] is None


def test_waiting_for_papers_pauses_the_deadline_by_working_days(demo: DemoStation) -> None:
    """Three days from Monday is Thursday; asked for on Tuesday, brought on Friday: three working days later."""
    ticket = serve(demo, item="baoxiao")
    assert shown(demo, ticket)["due"] == "2026-11-26"
    clerk(demo, "request_materials", later(days=1), ticket=ticket, note="还差出院小结")
    paused = shown(demo, ticket)
    assert (paused["status"], paused["paused"], paused["paused_on"]) == (
        "awaiting_materials",
        True,
        "2026-11-24",
    )
    clerk(demo, "materials_received", later(days=4), ticket=ticket)
    found = shown(demo, ticket)
    assert (found["status"], found["paused"], found["paused_days"]) == ("open", False, 3)
    assert found["due"] == "2026-12-01"


def test_papers_brought_over_the_weekend_cost_no_day_and_on_the_same_day_neither(demo: DemoStation) -> None:
    friday = datetime(2026, 11, 27, 10, 0)
    ticket = serve(demo, friday, item="baoxiao")
    clerk(demo, "request_materials", friday, ticket=ticket)
    clerk(demo, "start_ticket", friday + timedelta(days=2), ticket=ticket)
    assert shown(demo, ticket)["due"] == "2026-12-02"
    clerk(demo, "request_materials", friday + timedelta(days=3), ticket=ticket)
    clerk(demo, "materials_received", friday + timedelta(days=3), ticket=ticket)
    assert (shown(demo, ticket)["due"], shown(demo, ticket)["paused_days"]) == ("2026-12-02", 0)


def test_a_pause_ends_with_the_ticket_whichever_way_it_ends(demo: DemoStation) -> None:
    for kind in ("resolve_ticket", "cancel_ticket"):
        ticket = serve(demo, item="baoxiao")
        clerk(demo, "request_materials", ticket=ticket)
        clerk(demo, kind, later(days=2), ticket=ticket)
        assert (shown(demo, ticket)["paused"], shown(demo, ticket)["paused_days"]) == (False, 2)


def test_a_change_of_item_keeps_the_days_that_were_waited(demo: DemoStation) -> None:
    ticket = serve(demo, item="canbao")
    clerk(demo, "request_materials", ticket=ticket)
    clerk(demo, "materials_received", later(days=2), ticket=ticket)
    assert shown(demo, ticket)["due"] == "2026-11-26"
    clerk(demo, "change_item", later(days=2), ticket=ticket, item="baoxiao")
    assert shown(demo, ticket)["due"] == "2026-11-30"


def test_whoever_leaves_is_off_the_queue_and_may_be_served_after_all_that_day(demo: DemoStation) -> None:
    ticket = take(demo)
    clerk(demo, "give_up", ticket="A001")
    assert shown(demo, ticket)["status"] == "left"
    assert refused(demo, "call_next", counter="1") == "nobody_waiting"
    assert refused(demo, "give_up", ticket="A001") == "already_done"
    clerk(demo, "start_ticket", later(5), ticket="A001")
    assert shown(demo, ticket)["status"] == "serving"


def test_at_close_those_who_wait_have_left_sent_on_or_not_and_what_is_worked_on_stays(
    demo: DemoStation,
) -> None:
    states = {
        "sent_on": "left",
        "held": "held",
        "papers": "awaiting_materials",
        "called": "left",
        "callback": "open",
    }
    tickets = {
        "sent_on": serve(demo),
        "held": serve(demo),
        "papers": serve(demo),
        "called": take(demo),
        "callback": take(demo, mode="callback", phone="13490000009"),
    }
    clerk(demo, "transfer_ticket", ticket=tickets["sent_on"], counter="2")
    clerk(demo, "hold_ticket", ticket=tickets["held"])
    clerk(demo, "request_materials", ticket=tickets["papers"])
    clerk(demo, "call_number", counter="1", number="A004")
    demo.station.keep_house(datetime(2026, 11, 23, 17, 31), most=None)
    assert {name: shown(demo, ticket)["status"] for name, ticket in tickets.items()} == states


def test_what_is_done_is_filed_away_once(demo: DemoStation) -> None:
    ticket = done(demo)
    clerk(demo, "close_ticket", ticket=ticket)
    assert shown(demo, ticket)["status"] == "closed"
    assert refused(demo, "close_ticket", ticket=ticket) == "already_done"
    demo.accept("rate_ticket", ticket=ticket, stars=5)


@pytest.mark.parametrize(("kind", "fields"), [one for one in DESK_MOVES if one[0] != "attach_file"])
def test_the_whole_desk_works_without_the_hub(demo: DemoStation, kind: str, fields: dict[str, Any]) -> None:
    """It is stored here and sent later; only what the rules refuse is refused."""
    take(demo)
    with demo.cut_off():
        asked = dict(fields) | ({} if kind == "call_number" else {"ticket": "A001"})
        if isinstance(asked.get("date"), date):
            asked["date"] = asked["date"].isoformat()
        answer = demo.do(kind, who="clerk", **asked)
        assert answer.reason != "hub_unreachable"
        assert answer.status == "pending" or answer.reason in ("wrong_state", "unknown_ticket")


def test_nobody_who_still_waits_is_asked_for_papers(demo: DemoStation) -> None:
    take(demo)
    assert refused(demo, "materials_received", ticket="A001") == "wrong_state"
    assert refused(demo, "request_materials", ticket="A001") == "wrong_state"
