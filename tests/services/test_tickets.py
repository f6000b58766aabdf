"""The help desk: a number's way from the kiosk to the counter and out of the door."""

from datetime import datetime, timedelta

from kiosk.commands.station import HomePage, SyncState
from kiosk.commands.tickets import Areas, ItemOf, ItemsOf, NumberSlipOf, QueueNow, TicketOf
from tests.builders import MONDAY, DemoStation

CARD, OTHER_CARD, BLOCKED_CARD = "3709152841", "5281639400", "7823406959"


def later(minutes: int) -> datetime:
    return MONDAY + timedelta(minutes=minutes)


def test_a_walk_in_gets_a_number_and_a_slip_code(demo: DemoStation) -> None:
    result = demo.accept("open_ticket", item="gaoling")
    assert result["number"] == "A001"
    assert result["code"].startswith("YZ1:")
    assert set(result) == {"ticket", "number", "code"}


def test_a_ticket_goes_from_waiting_to_rated(demo: DemoStation) -> None:
    taken = demo.accept("open_ticket", item="gaoling")
    called = demo.accept("call_next", who="clerk", counter="1", at=later(5))
    assert called == {"ticket": taken["ticket"], "number": "A001"}
    demo.accept("start_ticket", who="clerk", ticket="A001", at=later(6))
    demo.accept("resolve_ticket", who="clerk", ticket="A001", note="材料齐了", at=later(15))
    demo.accept("rate_ticket", ticket="A001", stars=5, at=later(16))
    ticket = demo.ask(TicketOf(ticket="A001"))
    assert (ticket.state, ticket.stars, ticket.counter) == ("resolved", 5, "1")


def test_the_screens_questions_have_answers(demo: DemoStation) -> None:
    area = demo.ask(Areas())[0]
    item = demo.ask(ItemsOf(area=area.code))[0]
    assert demo.ask(ItemOf(item=item.code)) == item
    assert demo.ask(QueueNow()).ahead == 0
    taken = demo.accept("open_ticket", item=item.code)
    slip = demo.ask(NumberSlipOf(ticket=taken["ticket"]))
    assert (slip.number, slip.ahead, slip.opens, slip.closes) == ("A001", 0, "8:30", "21:00")
    home = demo.ask(HomePage())
    assert (home.waiting, home.counters_open, home.titles) == (1, True, 95)
    assert demo.ask(SyncState()).waiting == 0
