"""What the home page says of the counters, and what scripts are shown of the help desk."""

from datetime import datetime, timedelta

from kiosk.commands.records import Call
from kiosk.commands.station import HomePage, Listing
from kiosk.commands.tickets import CallsNow, QueueNow, TicketOf
from tests.builders import MONDAY, DemoStation
from tests.services.tickets import PHONE, ZHANG, call, clerk, done, later, listed, serve, shown, take


def serve_for(demo: DemoStation, minutes: int, at: datetime, item: str = "gaoling") -> None:
    ticket = serve(demo, at, item=item)
    clerk(demo, "resolve_ticket", at + timedelta(minutes=minutes), ticket=ticket)


def wait(demo: DemoStation) -> int:
    return int(demo.ask(QueueNow()).minutes)


def test_the_wait_is_learnt_from_how_long_the_item_took_lately(demo: DemoStation) -> None:
    for _ in range(6):
        take(demo)
    by_the_book = wait(demo)
    for day in range(3):
        serve_for(demo, 40, MONDAY - timedelta(days=day + 1))
    assert wait(demo) > by_the_book
    assert wait(demo) == 120  # three of 40 minutes at each of two counters


def test_what_took_over_noon_or_waited_for_papers_teaches_nothing_wrong(demo: DemoStation) -> None:
    for _ in range(2):
        take(demo)
    by_the_book = wait(demo)
    for day in range(3):
        at = MONDAY - timedelta(days=day + 2)
        ticket = serve(demo, at)
        clerk(demo, "request_materials", at, ticket=ticket)
        clerk(demo, "start_ticket", at + timedelta(days=1), ticket=ticket)
        clerk(demo, "resolve_ticket", at + timedelta(days=1, minutes=90), ticket=ticket)
    assert wait(demo) == by_the_book


def test_a_night_between_start_and_done_is_no_service(demo: DemoStation) -> None:
    for _ in range(2):
        take(demo)
    for day in range(3):
        evening = (MONDAY - timedelta(days=day + 2)).replace(hour=17, minute=20)
        serve_for(demo, 15 * 60 + 20, evening)  # until 8:40: ten minutes that evening, ten in the morning
    assert wait(demo) == 20


def test_whoever_brings_three_errands_takes_as_long_as_three(demo: DemoStation) -> None:
    for _ in range(2):
        take(demo, item="canbao")
    before = wait(demo)
    clerk(demo, "add_item", ticket="A001", item="baoxiao")
    clerk(demo, "add_item", ticket="A001", item="gaoling")
    assert wait(demo) >= before


def test_home_shows_the_latest_call_and_the_numbers_before_it(demo: DemoStation) -> None:
    for _ in range(3):
        take(demo, resident=ZHANG)
    call(demo, later(1))
    call(demo, later(2), counter="2")
    clerk(demo, "recall_ticket", later(3), ticket="A001")
    calls = demo.ask(HomePage(), at=later(4)).calls
    assert calls == (Call(number="A001", counter="1"), Call(number="A002", counter="2"))


def test_yesterdays_calls_are_shown_no_more_and_at_most_five(demo: DemoStation) -> None:
    for n in range(7):
        take(demo, at=later(n))
        call(demo, later(n))
    assert [one.number for one in demo.ask(CallsNow(), at=later(10))] == [
        "A007",
        "A006",
        "A005",
        "A004",
        "A003",
    ]
    assert demo.ask(CallsNow(), at=later(days=1)) == []


def test_a_ticket_says_what_it_is_about_and_whether_it_waits_for_papers(demo: DemoStation) -> None:
    ticket = serve(demo)
    clerk(demo, "add_item", ticket=ticket, item="canbao")
    clerk(demo, "request_materials", ticket=ticket)
    found = demo.ask(TicketOf(ticket=ticket))
    assert (found.items, found.paused, found.state) == (("gaoling", "canbao"), True, "awaiting_materials")


def test_events_tell_who_did_what_with_the_codes_that_people_know(demo: DemoStation) -> None:
    ticket = serve(demo)
    clerk(demo, "transfer_ticket", ticket=ticket, counter="2", operator="manager")
    events = listed(demo, "events", ticket=ticket)
    assert [event["what"] for event in events] == ["open", "call", "start", "transfer"]
    assert events[-1]["detail"] == {"counter": "2", "operator": "manager"}
    assert {event["by"] for event in events} == {"clerk"} and events[0]["number"] == "A001"


def test_personal_things_are_masked_for_those_who_may_not_see_them(desk: DemoStation) -> None:
    ticket = take(desk, phone=PHONE, mode="home_visit", item="canbao")
    clerk(desk, "add_note", ticket=ticket, note="家里有狗")
    seen, masked = shown(desk, ticket), shown(desk, ticket, who=None)
    assert (seen["phone"], masked["phone"]) == (PHONE, "134****0009")
    assert seen["notes"][0]["text"] == "家里有狗" and "notes" not in masked and "answers" not in masked


def test_ratings_are_listed_with_who_served(demo: DemoStation) -> None:
    ticket = done(demo)
    demo.accept("rate_ticket", ticket=ticket, stars=4, at=later(3))
    assert demo.ask(Listing(what="ratings")) == [
        {
            "ticket": ticket, "number": "A001", "day": "2026-11-23", "item": "gaoling", "operator": "clerk", "stars": 4,
            "rated_at": "2026-11-23T09:44", "first_stars": 4, "complaint": None,
        }
    ]  # fmt: skip
