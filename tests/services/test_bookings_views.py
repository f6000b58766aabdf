"""What screens and scripts are shown of rooms and bookings."""

import time
from datetime import date, timedelta
from typing import Any

import pytest

from db import tables as t
from db.work import Work
from kiosk.commands import bookings as ask
from kiosk.commands import records
from tests.builders import DemoStation
from tests.services.bookings import (
    CLUB,
    OUYANG,
    PERSON,
    PHONE,
    THURSDAY,
    ZHANG,
    a_booking,
    an_approved,
    ask_for_room,
    moment,
    show,
)


def day_of(demo: DemoStation, day: date, room: str = "huiyishi", **at: Any) -> records.Day:
    days = demo.ask(ask.RoomDays(room=room), **at).days
    return next(found for found in days if found.date == day)


def test_rooms_come_bookable_first_with_their_earliest_day(demo: DemoStation) -> None:
    rooms = demo.ask(ask.Rooms())
    bookable = [room.bookable for room in rooms]
    assert bookable == sorted(bookable, reverse=True)
    assert (rooms[0].code, rooms[0].earliest, rooms[-1].earliest) == ("huiyishi", THURSDAY, None)
    assert {room.code: room.part_of for room in rooms}["lanqiu"] == "jianshen"
    assert len(demo.ask(ask.Rooms(bookable=True))) == 6


def test_a_calendar_runs_from_today_to_the_end_of_the_last_bookable_week(demo: DemoStation) -> None:
    found = demo.ask(ask.RoomDays(room="huiyishi"))
    assert (found.today, found.earliest, found.latest) == (demo.at.date(), THURSDAY, date(2026, 12, 23))
    assert (found.days[0].date, found.days[-1].date) == (demo.at.date(), date(2026, 12, 27))
    assert (found.notice_days, found.working_days) == (3, True)
    assert len(found.days) == 35


@pytest.mark.parametrize(
    ("day", "status", "reason"),
    [
        ("2026-11-23", "none", "too_soon"),
        ("2026-11-26", "free", None),
        ("2026-12-24", "none", "too_far_ahead"),
    ],
)
def test_every_day_says_why_it_cannot_be_had(
    demo: DemoStation, day: str, status: str, reason: str | None
) -> None:
    found = day_of(demo, date.fromisoformat(day))
    assert (found.status, found.reason) == (status, reason)


def test_a_day_with_some_slots_left_is_partly_free_and_a_full_one_says_so(demo: DemoStation) -> None:
    a_booking(demo, start="08:30", end="11:30")
    found = day_of(demo, THURSDAY)
    assert (found.status, found.free) == ("partly", 4)
    a_booking(demo, start="14:00", end="17:00")
    a_booking(demo, start="18:00", end="21:00")
    found = day_of(demo, THURSDAY)
    assert (found.status, found.free, found.reason) == ("none", 0, "slot_taken")
    assert demo.ask(ask.RoomDays(room="huiyishi")).earliest == THURSDAY + timedelta(days=1)
    assert demo.ask(ask.EarliestDay()) == THURSDAY, "another room has one"


def test_holidays_are_named_in_both_languages(demo: DemoStation) -> None:
    found = day_of(demo, date(2026, 10, 4), at=moment(date(2026, 9, 28), "09:00"))
    assert found.holiday == "国庆节"
    assert "National" in found.holiday_en
    assert day_of(demo, THURSDAY).holiday == ""


def test_days_of_a_year_that_is_not_published_are_marked(demo: DemoStation) -> None:
    at = moment(date(2031, 3, 3), "09:00")
    assert day_of(demo, date(2031, 3, 10), at=at).unofficial
    assert not day_of(demo, THURSDAY).unofficial


def test_slots_tell_requested_taken_and_maintenance_apart(demo: DemoStation) -> None:
    a_booking(demo, start="08:30", end="10:00")
    an_approved(demo, start="10:00", end="11:30")
    block = {"date": "2026-11-26", "start": "14:00", "end": "15:00", "why": "maintenance", "title": "检修"}
    demo.accept("block_room", who="manager", room="huiyishi", **block)
    slots = demo.ask(ask.RoomSlots(room="huiyishi", date=THURSDAY))
    assert [slot.status for slot in slots] == ["requested", "taken", "maintenance", "free", "free", "free"]
    assert [slot.title for slot in slots if slot.title] == ["检修"]


def test_slots_of_a_part_show_what_happens_in_its_whole(demo: DemoStation) -> None:
    block = {"date": "2026-11-26", "start": "08:00", "end": "12:00", "why": "class", "title": "运动会"}
    demo.accept("block_room", who="manager", room="jianshen", **block)
    slots = demo.ask(ask.RoomSlots(room="lanqiu", date=THURSDAY))
    assert [slot.status for slot in slots[:3]] == ["class", "class", "free"]


def test_what_is_unknown_is_answered_with_nothing(demo: DemoStation) -> None:
    assert demo.ask(ask.RoomDays(room="nowhere")) is None
    assert demo.ask(ask.RoomSlots(room="nowhere", date=THURSDAY)) == []
    assert demo.ask(ask.BookingRulesOf(room="nowhere")) is None
    assert demo.ask(ask.BookingOf(booking="AB0001")) is None
    assert demo.ask(ask.BookingSlipOf(booking="YZ1:XX")) is None


def test_a_booking_is_shown_by_id_number_or_code(demo: DemoStation) -> None:
    result = ask_for_room(demo).result
    found = [demo.ask(ask.BookingOf(booking=result[key])) for key in ("booking", "number", "code")]
    assert {booking.id for booking in found} == {result["booking"]}
    assert (found[0].room_name_en, found[0].status, found[0].pending) == ("Meeting room", "requested", False)


def test_a_slip_says_the_way_the_hours_and_the_rules(demo: DemoStation) -> None:
    slip = demo.ask(ask.BookingSlipOf(booking=a_booking(demo)))
    assert (slip.opens, slip.closes, slip.way) == ("08:30", "21:00", "进门直走，右手最里间")
    assert slip.rules == demo.ask(ask.BookingRulesOf(room="huiyishi"))
    assert (slip.rules.strikes_limit, slip.rules.check_in_before, slip.rules.check_in_after) == (2, 30, 15)


def test_parties_are_known_organisations_with_their_suspension(demo: DemoStation) -> None:
    for room in ("huiyishi", "dangjian"):
        booking = an_approved(demo, room=room)
        demo.accept("cancel_booking", who="clerk", booking=booking, at=moment(date(2026, 11, 25), "12:00"))
    demo.at = moment(date(2026, 11, 25), "13:00")
    parties = {party.name: party for party in demo.ask(ask.Parties())}
    assert parties[CLUB["name"]].suspended_until == date(2026, 12, 25)
    assert parties["三八志愿队"].suspended_until is None
    listed = show(demo, "organisations", name=CLUB["name"])[0]
    assert (listed["suspended_until"], listed["verified"]) == ("2026-12-25", True)


@pytest.mark.parametrize("who", [None, OUYANG, "volunteer"])
def test_others_see_persons_masked_and_no_purpose(desk: DemoStation, who: str | None) -> None:
    a_booking(desk, party=PERSON)
    row = show(desk, "bookings", who=who)[0]
    assert (row["party"], row["contact_name"], row["contact_phone"]) == ("张*范", "张*明", "138****1234")
    assert "purpose" not in row


def test_the_desk_sees_who_it_is(desk: DemoStation) -> None:
    a_booking(desk, party=PERSON)
    row = show(desk, "bookings", who="clerk")[0]
    assert (row["party"], row["contact_phone"], row["purpose"]) == ("张示范", PHONE, "读书")


def test_bookings_are_narrowed_by_number_date_and_status(demo: DemoStation) -> None:
    first, _ = ask_for_room(demo).result["number"], a_booking(demo, date=date(2026, 11, 27), who=ZHANG)
    assert [row["number"] for row in show(demo, "bookings", number=first)] == [first]
    assert len(show(demo, "bookings", date="2026-11-27")) == 1
    assert len(show(demo, "bookings", status="requested")) == 2
    assert show(demo, "bookings", date="nonsense") == []


def test_a_listed_room_names_its_whole_by_code(demo: DemoStation) -> None:
    rows = {row["code"]: row for row in show(demo, "rooms")}
    assert (rows["lanqiu"]["part_of"], rows["lanqiu"]["bookable"], rows["huiyishi"]["seats"]) == (
        "jianshen",
        True,
        30,
    )


def test_availability_lists_days_and_with_a_date_slots(demo: DemoStation) -> None:
    a_booking(demo)
    assert len(show(demo, "availability")) == 6 * 14
    slots = show(demo, "availability", room="huiyishi", date="2026-11-26")
    assert [slot["status"] for slot in slots] == ["requested"] + ["free"] * 5
    assert show(demo, "availability", room="huiyishi", date="2026-11-24")[0]["reason"] == "too_soon"
    assert {day["reason"] for day in show(demo, "availability", room="yuelan")} == {"not_bookable"}
    assert show(demo, "availability", date="31 February") == []


def test_ten_thousand_bookings_do_not_slow_a_calendar_down(demo: DemoStation) -> None:
    fill(demo, 10_000)
    for question in (ask.RoomDays(room="huiyishi"), ask.Rooms(), ask.EarliestDay()):
        demo.ask(question)
        assert min(seconds(demo, question) for _ in range(5)) < 0.2, "usually 4 to 20 ms, all of them full"


def seconds(demo: DemoStation, question: Any) -> float:
    start = time.perf_counter()
    demo.ask(question)
    return time.perf_counter() - start


def fill(demo: DemoStation, count: int) -> None:
    """Every slot of every bookable room is held, day after day."""
    rooms = [room.id for room in demo.ask(ask.Rooms(bookable=True))]
    slots = [(510, 600), (600, 690), (840, 930), (930, 1020), (1080, 1170), (1170, 1260)]
    with demo.station._database.write() as connection:
        rows = [
            {
                "id": f"held {n}",
                "room": rooms[n % 6],
                "start": slots[n // 6 % 6][0],
                "end": slots[n // 6 % 6][1],
            }
            | {"day": THURSDAY + timedelta(days=n // 36), "why": "booking", "booking": f"b {n}"}
            for n in range(count)
        ]
        Work(connection, demo.station._database.books, 1).add_many(t.occupations, rows)
