"""The front desk: whom the counter serves, what waits for a decision, what the day brings."""

from datetime import timedelta

from kiosk.commands.desk import CounterNow, DeskHouse, DeskToday, RequestsToDecide
from tests.builders import MONDAY, DemoStation


def test_the_counter_sees_who_waits_and_whom_it_serves(desk: DemoStation) -> None:
    first, second = (desk.accept("open_ticket", item="gaoling") for _ in range(2))
    now = desk.ask(CounterNow(counter="1"), who="clerk")
    assert (now.serving, [row.number for row in now.waiting]) == (None, [first["number"], second["number"]])
    desk.accept("call_next", counter="1", who="clerk")
    now = desk.ask(CounterNow(counter="1"), who="clerk")
    assert (now.serving.number, now.serving.state) == (first["number"], "called")
    desk.accept("start_ticket", ticket=first["ticket"], who="clerk")
    other = desk.ask(CounterNow(counter="2"), who="clerk")
    assert (other.serving, len(other.waiting)) == (None, 1)


def test_who_serves_at_two_counters_is_told_at_both(desk: DemoStation) -> None:
    for counter in ("1", "2"):
        desk.accept("open_ticket", item="gaoling")
        desk.accept("call_next", counter=counter, who="clerk")
    told = {
        (who, counter): [one.code for one in desk.ask(CounterNow(counter=counter), who=who).elsewhere]
        for who in ("clerk", "manager")
        for counter in ("1", "2")
    }
    assert told == {("clerk", "1"): ["2"], ("clerk", "2"): ["1"], ("manager", "1"): [], ("manager", "2"): []}


def test_what_is_done_counts_and_says_how_long_it_took(desk: DemoStation) -> None:
    ticket = desk.accept("open_ticket", item="gaoling")["ticket"]
    desk.accept("call_next", counter="1", who="clerk")
    desk.accept("start_ticket", ticket=ticket, who="clerk")
    assert desk.ask(CounterNow(counter="1"), who="clerk").usual is None
    later = MONDAY + timedelta(minutes=12)
    desk.accept("resolve_ticket", ticket=ticket, who="clerk", at=later)
    now = desk.ask(CounterNow(counter="1"), who="clerk", at=later)
    assert (now.serving, now.done, now.usual) == (None, 1, 12)


def test_whoever_was_put_aside_or_did_not_come_is_listed(desk: DemoStation) -> None:
    held, missed = (desk.accept("open_ticket", item="gaoling")["ticket"] for _ in range(2))
    for ticket, kind in ((held, "hold_ticket"), (missed, "no_show_ticket")):
        desk.accept("call_next", counter="1", who="clerk")
        if kind == "hold_ticket":
            desk.accept("start_ticket", ticket=ticket, who="clerk")
        desk.accept(kind, ticket=ticket, who="clerk")
    now = desk.ask(CounterNow(counter="1"), who="clerk")
    assert [row.ticket for row in now.aside] == [held]
    assert [row.ticket for row in now.missed] == [missed]


def test_requests_come_with_what_is_needed_to_decide(desk: DemoStation) -> None:
    booking = desk.accept("request_booking", **REQUEST)["booking"]
    (one,) = [row for row in desk.ask(RequestsToDecide(), who="clerk") if row.booking == booking]
    assert (one.party, one.contact, one.purpose, one.people) == ("银龄读书会", "张小明", "读书", 12)
    assert (one.overdue, one.strikes, one.repeated) == (False, 0, False)
    later = one.decide_by + timedelta(minutes=1)
    assert desk.ask(RequestsToDecide(), who="clerk", at=later)[0].overdue
    desk.accept("approve_booking", booking=booking, who="clerk")
    assert booking not in [row.booking for row in desk.ask(RequestsToDecide(), who="clerk")]


def test_purposes_and_contacts_are_for_staff(desk: DemoStation) -> None:
    desk.accept("request_booking", **REQUEST)
    assert all((row.contact, row.purpose) == ("", "") for row in desk.ask(RequestsToDecide()))


def test_the_day_counts_numbers_by_the_hour(desk: DemoStation) -> None:
    before = desk.ask(DeskToday(), who="clerk")
    for minutes in (0, 1, 65):
        desk.accept("open_ticket", item="gaoling", at=MONDAY + timedelta(minutes=minutes))
    hours = {one.hour: one.count for one in desk.ask(DeskToday(), who="clerk").hours}
    already = {one.hour: one.count for one in before.hours}
    assert hours[MONDAY.hour] == already.get(MONDAY.hour, 0) + 2
    assert hours[MONDAY.hour + 1] == already.get(MONDAY.hour + 1, 0) + 1


def test_a_call_for_help_says_where(desk: DemoStation) -> None:
    desk.accept("call_help", page="kiosk/rooms/RoomsPage.qml")
    (call,) = desk.ask(DeskToday(), who="clerk").help_calls
    assert call.page == "kiosk/rooms/RoomsPage.qml" and call.made_at == MONDAY
    assert desk.ask(DeskToday(), who="clerk", at=MONDAY + timedelta(hours=3)).help_calls == ()


def test_there_are_counters_to_sit_at(desk: DemoStation) -> None:
    assert [one.code for one in desk.ask(DeskHouse()).counters] == ["1", "2"]


REQUEST = {
    "room": "huiyishi", "date": "2026-11-30", "start": "14:00", "end": "15:30",
    "party": {"kind": "group", "name": "银龄读书会"}, "contact_name": "张小明", "contact_phone": "13812341234",
    "purpose": "读书", "people": 12,
}  # fmt: skip
