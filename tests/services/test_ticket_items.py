"""What a ticket is about: another item, three under one number, priority, for whom, and parts of it."""

from typing import Any

import pytest

from tests.builders import DemoStation
from tests.services.tickets import (
    BLOCKED,
    LI,
    ZHANG,
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


def test_it_turned_out_to_be_something_else(demo: DemoStation) -> None:
    ticket = take(demo, item="canbao")
    clerk(demo, "change_item", ticket="A001", item="baoxiao")
    found = shown(demo, ticket)
    assert (found["item"], found["due"], found["status"]) == ("baoxiao", "2026-11-26", "waiting")
    assert refused(demo, "change_item", ticket="A001", item="baoxiao") == "already_done"


def test_an_item_that_is_not_done_at_the_counter_is_none_for_who_waits_there(demo: DemoStation) -> None:
    take(demo)
    for kind in ("change_item", "transfer_ticket"):
        assert refused(demo, kind, ticket="A001", item="paotui") == "bad_form"


def test_three_errands_go_under_one_number_and_the_longest_promise_counts(demo: DemoStation) -> None:
    ticket = take(demo, item="canbao")
    clerk(demo, "add_item", ticket="A001", item="baoxiao")
    clerk(demo, "add_item", ticket="A001", item="gaoling")
    found = shown(demo, ticket)
    assert found["items"] == ["canbao", "baoxiao", "gaoling"]
    assert found["due"] >= "2026-11-26"
    answer = demo.do("add_item", who="clerk", ticket="A001", item="renzheng")
    assert (answer.reason, answer.detail) == ("limit_reached", {"what": "items", "limit": 3})


def test_the_same_item_is_not_added_twice(demo: DemoStation) -> None:
    take(demo, item="canbao")
    assert refused(demo, "add_item", ticket="A001", item="canbao") == "already_done"


def test_changed_into_one_that_was_added_it_stands_there_once(demo: DemoStation) -> None:
    ticket = take(demo, item="canbao")
    clerk(demo, "add_item", ticket="A001", item="baoxiao")
    clerk(demo, "change_item", ticket="A001", item="baoxiao")
    assert shown(demo, ticket)["items"] == ["baoxiao"]


def test_priority_is_given_and_taken_back(demo: DemoStation) -> None:
    take(demo)
    take(demo, at=later(1))
    clerk(demo, "set_priority", later(2), ticket="A002", priority=True)
    assert refused(demo, "set_priority", ticket="A002", priority=True) == "already_done"
    assert call(demo, later(3)) == "A002"
    clerk(demo, "set_priority", later(4), ticket="A002", priority=False)


def test_somebody_does_it_for_somebody_else(demo: DemoStation) -> None:
    ticket = take(demo, resident=ZHANG)
    clerk(demo, "link_for", ticket=ticket, on_behalf_of=LI, relation="parent")
    found = shown(demo, ticket)
    assert found["relation"] == "parent" and found["on_behalf_of"] not in (None, found["resident"])


@pytest.mark.parametrize(
    ("other", "reason"),
    [(ZHANG, "not_allowed"), (BLOCKED, "revoked_card"), ("0000000000", "unknown_resident")],
)
def test_nobody_stands_in_for_themselves_or_for_nobody(demo: DemoStation, other: str, reason: str) -> None:
    take(demo, resident=ZHANG)
    assert refused(demo, "link_for", ticket="A001", on_behalf_of=other) == reason


def test_the_relation_is_said_when_the_number_is_taken(demo: DemoStation) -> None:
    ticket = take(demo, resident=ZHANG, on_behalf_of=LI, relation="neighbour")
    assert shown(demo, ticket)["relation"] == "neighbour"


def test_the_whole_is_not_done_before_its_parts(demo: DemoStation) -> None:
    whole = serve(demo, resident=ZHANG, priority=True)
    part = clerk(demo, "open_subticket", ticket=whole, item="canbao")
    assert (part["number"], shown(demo, part["ticket"])["status"]) == ("A002", "open")
    answer = demo.do("resolve_ticket", who="clerk", ticket=whole)
    assert (answer.reason, answer.detail) == ("still_open", {"count": 1})
    clerk(demo, "resolve_ticket", ticket=part["ticket"])
    clerk(demo, "resolve_ticket", ticket=whole)


def test_a_part_belongs_to_whom_the_whole_belongs_and_waits_in_no_queue(demo: DemoStation) -> None:
    whole = serve(demo, resident=ZHANG, on_behalf_of=LI, priority=True)
    part = clerk(demo, "open_subticket", ticket=whole, item="canbao", mode="counter")["ticket"]
    found, parent = shown(demo, part), shown(demo, whole)
    assert all(found[name] == parent[name] for name in ("resident", "on_behalf_of", "priority"))
    assert found["parent"] == whole
    clerk(demo, "transfer_ticket", ticket=part, counter="2")
    assert refused(demo, "call_next", counter="2") == "nobody_waiting"


def test_parts_have_parts(demo: DemoStation) -> None:
    whole = serve(demo)
    part = clerk(demo, "open_subticket", ticket=whole, item="canbao")["ticket"]
    clerk(demo, "open_subticket", ticket=part, item="baoxiao")
    assert refused(demo, "resolve_ticket", ticket=part) == "still_open"


def test_parts_are_cancelled_with_the_whole_and_their_own_parts_too(demo: DemoStation) -> None:
    whole = take(demo)
    part = clerk(demo, "open_subticket", ticket=whole, item="canbao")["ticket"]
    small = clerk(demo, "open_subticket", ticket=part, item="baoxiao")["ticket"]
    answer = clerk(demo, "cancel_ticket", ticket=whole)
    assert sorted(answer["parts"]) == sorted([part, small])
    assert {shown(demo, one)["status"] for one in (whole, part, small)} == {"cancelled"}
    (event,) = listed(demo, "events", ticket=small, what="cancel")
    assert event["detail"] == {"whole": part}


def test_a_part_that_is_done_or_being_done_stays_when_the_whole_is_cancelled(demo: DemoStation) -> None:
    whole = take(demo)
    ready, doing = (clerk(demo, "open_subticket", ticket=whole, item="canbao")["ticket"] for _ in range(2))
    clerk(demo, "resolve_ticket", ticket=ready)
    clerk(demo, "start_ticket", ticket=doing)
    assert "parts" not in clerk(demo, "cancel_ticket", ticket=whole)
    assert [shown(demo, one)["status"] for one in (ready, doing)] == ["resolved", "serving"]


def test_cut_off_the_parts_wait_for_the_hubs_word_with_the_whole(demo: DemoStation) -> None:
    whole = take(demo)
    part = clerk(demo, "open_subticket", ticket=whole, item="canbao")["ticket"]
    with demo.cut_off():
        assert demo.do("cancel_ticket", who="clerk", ticket=whole).status == "pending"
        assert [shown(demo, one)["pending"] for one in (whole, part)] == [True, True]
    found = [shown(demo, one) for one in (whole, part)]
    assert [(one["status"], one["pending"]) for one in found] == [("cancelled", False)] * 2


def test_what_is_done_gets_no_further_part_or_item(demo: DemoStation) -> None:
    ticket = done(demo)
    moves: list[tuple[str, dict[str, Any]]] = [
        ("open_subticket", {"item": "canbao"}), ("add_item", {"item": "canbao"}), ("change_item", {"item": "canbao"}),
        ("set_priority", {"priority": True}), ("assign_ticket", {"operator": "clerk"}), ("link_for", {"on_behalf_of": LI}),
    ]  # fmt: skip
    for kind, fields in moves:
        assert refused(demo, kind, ticket=ticket, **fields) == "wrong_state"
