"""The help desk: a number's way from the kiosk to the counter and out of the door."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import text

from kiosk.commands.tickets import ItemsOf, TicketOf
from tests.builders import MONDAY, DemoStation

CARD, OTHER_CARD, BLOCKED_CARD = "3709152841", "5281639400", "7823406959"


def later(minutes: int) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def take(demo: DemoStation, **fields: object) -> str:
    """A number's ticket; the desk may give as many a minute as it likes."""
    return str(demo.accept("open_ticket", **({"item": "gaoling", "who": "clerk"} | fields))["ticket"])


def call(demo: DemoStation, at: datetime = MONDAY) -> str:
    return str(demo.accept("call_next", who="clerk", counter="1", at=at)["number"])


def state(demo: DemoStation, ticket: str) -> str:
    return str(demo.ask(TicketOf(ticket=ticket)).state)


def refusal(demo: DemoStation, kind: str, **fields: object) -> str:
    answer = demo.do(kind, **fields)
    assert answer.status == "refused", answer
    return str(answer.reason)


def test_a_walk_in_gets_a_number_and_a_slip_code(demo: DemoStation) -> None:
    result = demo.accept("open_ticket", item="gaoling")
    assert result["number"] == "A001"
    assert result["code"].startswith("YZ1:")
    assert set(result) == {"ticket", "number", "code"}


def test_a_ticket_goes_from_waiting_to_rated(demo: DemoStation) -> None:
    ticket = take(demo)
    assert demo.accept("call_next", who="clerk", counter="1", at=later(5)) == {
        "ticket": ticket,
        "number": "A001",
    }
    demo.accept("start_ticket", who="clerk", ticket="A001", at=later(6))
    demo.accept("resolve_ticket", who="clerk", ticket="A001", note="材料齐了", at=later(15))
    demo.accept("rate_ticket", ticket="A001", stars=5, at=later(16))
    shown = demo.ask(TicketOf(ticket="A001"))
    assert (shown.state, shown.stars, shown.counter) == ("resolved", 5, "1")


def test_the_promised_day_counts_working_days(demo: DemoStation) -> None:
    friday = datetime(2026, 11, 27, 10, 0)
    ticket = demo.ask(TicketOf(ticket=take(demo, item="canbao", at=friday)))
    assert ticket.due.isoformat() == "2026-11-30"


def test_an_errand_does_not_wait_in_the_queue(demo: DemoStation) -> None:
    ticket = take(demo, mode="errand")
    assert state(demo, ticket) == "open"
    assert refusal(demo, "call_next", who="clerk", counter="1") == "nobody_waiting"
    demo.accept("resolve_ticket", who="clerk", ticket=ticket)


def test_an_item_that_is_only_an_errand_needs_no_mode_said(demo: DemoStation) -> None:
    assert demo.ask(TicketOf(ticket=take(demo, item=errand_only(demo)))).mode == "errand"


def errand_only(demo: DemoStation) -> str:
    return next(item.code for item in demo.ask(ItemsOf(area="paotui")) if item.modes == ("errand",))


def test_the_longest_waiting_is_called_first(demo: DemoStation) -> None:
    for minute in range(3):
        take(demo, at=later(minute))
    assert [call(demo, later(10 + n)) for n in range(3)] == ["A001", "A002", "A003"]


def test_priority_goes_first_but_at_most_twice_in_a_row(demo: DemoStation) -> None:
    take(demo)
    for minute in range(1, 4):
        take(demo, priority=True, at=later(minute))
    assert [call(demo, later(10)) for _ in range(4)] == ["A002", "A003", "A001", "A004"]


def test_a_missed_number_may_wait_again_behind_the_others(demo: DemoStation) -> None:
    first = take(demo)
    take(demo)
    call(demo)
    demo.accept("no_show_ticket", who="clerk", ticket="A001", at=later(2))
    demo.accept("reinstate_ticket", who="clerk", ticket="A001", at=later(62))
    assert state(demo, first) == "waiting"
    assert [call(demo, later(63)), call(demo, later(64))] == ["A002", "A001"]


def test_after_an_hour_a_missed_number_is_gone(demo: DemoStation) -> None:
    take(demo)
    call(demo)
    demo.accept("no_show_ticket", who="clerk", ticket="A001")
    answer = demo.do("reinstate_ticket", who="clerk", ticket="A001", at=later(61))
    assert (answer.reason, answer.detail) == ("too_late", {"until": "2026-11-23T10:41"})


def test_yesterdays_number_is_not_called_today(demo: DemoStation) -> None:
    take(demo)
    assert refusal(demo, "call_next", who="clerk", counter="1", at=later(24 * 60)) == "nobody_waiting"


def test_nobody_is_called_to_a_counter_that_is_not_there(demo: DemoStation) -> None:
    take(demo)
    assert refusal(demo, "call_next", who="clerk", counter="99") == "unknown_counter"


@pytest.mark.parametrize("who", [None, CARD, "librarian"])
@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("call_next", {"counter": "1"}),
        ("start_ticket", {"ticket": "A001"}),
        ("no_show_ticket", {"ticket": "A001"}),
        ("reinstate_ticket", {"ticket": "A001"}),
        ("resolve_ticket", {"ticket": "A001"}),
    ],
)
def test_only_clerks_and_managers_run_the_queue(
    demo: DemoStation, who: str | None, kind: str, fields: dict[str, str]
) -> None:
    take(demo)
    assert refusal(demo, kind, who=who, **fields) == "not_allowed"


def test_the_manager_may_call_too(demo: DemoStation) -> None:
    take(demo)
    demo.accept("call_next", who="manager", counter="2")


def test_whoever_holds_the_slip_may_cancel_once(demo: DemoStation) -> None:
    result = demo.accept("open_ticket", item="gaoling")
    demo.accept("cancel_ticket", code=result["code"].lower())
    assert state(demo, result["ticket"]) == "cancelled"
    assert refusal(demo, "cancel_ticket", code=result["code"]) == "already_done"


def test_a_walk_in_who_only_knows_the_number_may_not_cancel(demo: DemoStation) -> None:
    take(demo)
    assert refusal(demo, "cancel_ticket", ticket="A001") == "not_allowed"


def test_a_resident_cancels_the_own_ticket_and_no_other(demo: DemoStation) -> None:
    ticket = take(demo, who=CARD)
    assert refusal(demo, "cancel_ticket", who=OTHER_CARD, ticket=ticket) == "not_allowed"
    demo.accept("cancel_ticket", who=CARD, ticket=ticket)


def test_a_clerk_cancels_any_ticket(demo: DemoStation) -> None:
    take(demo)
    demo.accept("cancel_ticket", who="clerk", ticket="a001")


def test_a_ticket_is_rated_once_and_only_when_done(demo: DemoStation) -> None:
    take(demo)
    assert refusal(demo, "rate_ticket", ticket="A001", stars=4) == "wrong_state"
    call(demo)
    demo.accept("start_ticket", who="clerk", ticket="A001")
    demo.accept("resolve_ticket", who="clerk", ticket="A001")
    demo.accept("rate_ticket", ticket="A001", stars=4)
    assert refusal(demo, "rate_ticket", ticket="A001", stars=1) == "already_done"


def test_a_month_later_nobody_rates_any_more(demo: DemoStation) -> None:
    ticket = take(demo, mode="errand")
    demo.accept("resolve_ticket", who="clerk", ticket=ticket)
    assert refusal(demo, "rate_ticket", ticket=ticket, stars=5, at=later(31 * 24 * 60)) == "too_late"


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("start_ticket", "wrong_state"),
        ("no_show_ticket", "wrong_state"),
        ("reinstate_ticket", "already_done"),
        ("resolve_ticket", "wrong_state"),
    ],
)
def test_a_waiting_ticket_must_be_called_first(demo: DemoStation, kind: str, reason: str) -> None:
    take(demo)
    answer = demo.do(kind, who="clerk", ticket="A001")
    assert (answer.reason, answer.detail) == (reason, {"of": "ticket", "state": "waiting"})


@pytest.mark.parametrize("reference", ["A999", "nothing", "'; DROP TABLE tickets; --", "𠮷", "YZ1:XX"])
def test_an_unknown_ticket_is_refused_by_name(demo: DemoStation, reference: str) -> None:
    assert refusal(demo, "start_ticket", who="clerk", ticket=reference) == "unknown_ticket"


def test_the_code_of_yesterdays_number_has_expired_and_an_errands_has_not(demo: DemoStation) -> None:
    waits = demo.accept("open_ticket", item="gaoling")
    errand = demo.accept("open_ticket", item=errand_only(demo))
    tomorrow = later(24 * 60)
    assert refusal(demo, "cancel_ticket", code=waits["code"], at=tomorrow) == "expired_code"
    demo.accept("cancel_ticket", ticket=errand["code"], at=tomorrow)


def test_a_code_beside_another_ticket_is_not_its_code(demo: DemoStation) -> None:
    mine, other = demo.accept("open_ticket", item="gaoling"), demo.accept("open_ticket", item="gaoling")
    assert refusal(demo, "cancel_ticket", ticket=other["number"], code=mine["code"]) == "unknown_code"
    demo.accept("cancel_ticket", ticket=mine["number"], code=mine["code"])


def test_an_unknown_code_is_refused_by_name(demo: DemoStation) -> None:
    assert refusal(demo, "cancel_ticket", code="YZ1:" + "A" * 26) == "unknown_code"
    assert refusal(demo, "cancel_ticket", code="hello") == "unknown_code"
    assert refusal(demo, "cancel_ticket") == "unknown_ticket"


def test_a_call_needs_the_hub_and_other_moves_do_not(demo: DemoStation) -> None:
    take(demo)
    call(demo)
    demo.station.close()
    store = demo.folder.own_store
    store.rename(store.with_suffix(".away"))
    answer = demo.do("call_next", who="clerk", counter="1")
    assert (answer.status, answer.reason) == ("refused", "hub_unreachable")
    assert demo.do("start_ticket", who="clerk", ticket="A001").status == "pending"
    assert demo.do("open_ticket", item="gaoling").status == "pending"
    assert demo.ask(TicketOf(ticket="A001")).pending


def test_every_move_is_remembered(demo: DemoStation) -> None:
    take(demo)
    call(demo)
    demo.accept("no_show_ticket", who="clerk", ticket="A001")
    demo.accept("reinstate_ticket", who="clerk", ticket="A001")
    with demo.station._database.read() as connection:
        moves = connection.execute(text("select what from ticket_events order by revision")).scalars().all()
    assert moves == ["open", "call", "no_show", "reinstate"]
