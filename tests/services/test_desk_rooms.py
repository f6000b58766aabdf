"""Rooms at the desk: the week, bookings found, one with what bears on it, the ledger, two who decide at once."""

from datetime import date, timedelta

from kiosk.commands.desk import RequestsToDecide
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.desk_rooms import DeskBookingOf, RoomWeekOf
from kiosk.reports.sentences import sentence
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import CLUB, PERSON, THURSDAY, a_booking, an_approved, moment


def found(desk: DemoStation, what: str, q: str = "", who: str = "clerk", **where: str) -> list[str]:
    page = desk.ask(DeskList(what=what, q=q, where=where), who=who)
    assert page.total == len(page.rows)
    return [row.number for row in page.rows]


def number_of(desk: DemoStation, booking: str) -> str:
    return str(desk.ask(DeskBookingOf(booking=booking), who="clerk").row.number)


def test_a_week_shows_who_is_where_and_what_is_in_the_way(desk: DemoStation) -> None:
    booking = an_approved(desk, room="lanqiu", people=8)
    block = desk.accept(
        "block_room", who="clerk", room="huiyishi", date="2026-11-25", start="13:00", end="17:00", why="maintenance",
        title="装空调",
    )["occupation"]  # fmt: skip
    week = desk.ask(RoomWeekOf(date=THURSDAY), who="clerk")
    assert {"话筒": 2, "投影": 1}.items() <= {one.name: one.count for one in week.rooms[0].equipment}.items()
    rooms = {room.code: room.id for room in week.rooms}
    (one,) = [block for block in week.blocks if block.key == booking]
    assert (one.day, one.state, one.title) == (THURSDAY, "approved", CLUB["name"])
    assert rooms["lanqiu"] in one.rooms and len(one.rooms) == 2  # and the square that it is part of
    (taken,) = [one for one in week.blocks if one.key == block]
    assert (taken.why, taken.title, taken.start) == ("maintenance", "装空调", 780)
    assert (week.days[0].date, len(week.days)) == (date(2026, 11, 23), 7)


def test_names_are_for_staff_only(desk: DemoStation) -> None:
    booking = a_booking(desk)
    assert desk.ask(RoomWeekOf(date=THURSDAY)) is None
    assert desk.ask(DeskBookingOf(booking=booking)) is None
    assert desk.ask(DeskBookingOf(booking=booking), who="librarian") is None
    assert found(desk, "bookings", who="librarian") == found(desk, "strikes", who="librarian") == []


def test_a_booking_is_found_by_number_party_contact_and_last_digits(desk: DemoStation) -> None:
    number = number_of(
        desk, a_booking(desk, party=PERSON, contact_name="欧阳示娜", contact_phone="13800005678")
    )
    for text in (number.lower(), "张示范", "阳示", "5678"):
        assert found(desk, "bookings", text, which="ahead") == [number], text
    assert found(desk, "bookings", "%") == found(desk, "bookings", "678") == []
    (row,) = desk.ask(DeskList(what="bookings", q=number), who="clerk").rows
    assert (row.contact, row.phone) == ("欧***", "138****5678") or "示" not in row.contact


def test_what_bears_on_a_request_stands_beside_it(desk: DemoStation) -> None:
    first = a_booking(desk)
    second = a_booking(desk, party=PERSON, contact_phone="13800005678", waitlist=True)
    shown = desk.ask(DeskBookingOf(booking=first), who="clerk")
    assert [(one.booking, one.state) for one in shown.rivals] == [(second, "waitlisted")]
    assert {one.how for one in shown.instead} == {"other_time", "other_room", "other_day"}
    assert desk.ask(DeskBookingOf(booking=second), who="clerk").place == 1
    inbox = {one.booking: one.rivals for one in desk.ask(RequestsToDecide(), who="clerk")}
    assert inbox[first] == ("张示范",)


def test_its_history_says_who_did_what(desk: DemoStation) -> None:
    booking = an_approved(desk)
    desk.accept("move_booking", who="manager", booking=booking, start="10:00", end="11:30")
    desk.accept("check_in", who="clerk", booking=booking, at=moment(THURSDAY, "09:55"))
    shown = desk.ask(DeskBookingOf(booking=booking), who="clerk")
    assert [one.what for one in shown.events] == ["request", "approve", "move", "check_in"]
    assert all(one.by for one in shown.events[1:]) and shown.events[0].place


def test_of_two_who_decide_at_once_the_later_hears_who_was_first(desk: DemoStation) -> None:
    booking = an_approved(desk)
    for kind, more in (("approve_booking", {}), ("reject_booking", {"why": "满了"})):
        answer = desk.do(kind, who="manager", booking=booking, **more)
        said = sentence(answer.reason or "", answer.detail, "zh")
        assert (answer.status, answer.detail["when"]) == ("refused", "2026-11-23T09:41")
        assert answer.detail["by"] in said and "09:41" in said and "已通过" in said
    desk.accept("cancel_booking", who="manager", booking=booking)
    answer = desk.do("move_booking", who="clerk", booking=booking, start="10:00", end="11:30")
    assert "已取消" in sentence(answer.reason or "", answer.detail, "zh") and answer.detail["colleague"]


def test_the_ledger_tells_open_appeals_from_waived_ones(desk: DemoStation) -> None:
    booking = an_approved(desk)
    late = moment(THURSDAY, "09:00")
    desk.at = late
    desk.accept("no_show_booking", who="clerk", booking=booking)
    number = number_of(desk, booking)
    (strike,) = desk.ask(DeskBookingOf(booking=booking), who="clerk").strikes
    assert (strike.why, strike.state, strike.can_appeal) == ("no_show", "counts", True)
    desk.accept("appeal_strike", who="clerk", strike=strike.id, why="堵车")
    assert found(desk, "strikes", which="appealed") == found(desk, "strikes", "读书会") == [number]
    desk.accept("waive_strike", who="manager", strike=strike.id, why="确实堵车")
    assert found(desk, "strikes", which="appealed") == [] and found(desk, "strikes", which="waived") == [
        number
    ]
    (row,) = desk.ask(DeskList(what="strikes"), who="clerk").rows
    assert (row.said, row.answer, row.appeal, bool(row.settled_by)) == ("堵车", "确实堵车", "granted", True)


def test_a_closed_day_brings_its_bookings_to_the_desk(desk: DemoStation) -> None:
    number = number_of(desk, a_booking(desk))
    assert number not in found(desk, "affected")
    desk.accept("override_day", who="manager", date=THURSDAY.isoformat(), working=False)
    (row,) = [row for row in desk.ask(DeskList(what="affected"), who="clerk").rows if row.number == number]
    assert row.because == ("now_a_day_off",)


def test_tomorrow_is_not_today(desk: DemoStation) -> None:
    number = number_of(desk, an_approved(desk))
    assert number not in found(desk, "bookings", which="today")
    desk.at = MONDAY + timedelta(days=3)
    assert number in found(desk, "bookings", which="today")
    desk.at = MONDAY + timedelta(days=4)
    assert number in found(desk, "bookings", which="over")
