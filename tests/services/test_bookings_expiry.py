"""A request that nobody answered in time: it gives its slot back by itself."""

from datetime import date

from kiosk.commands.bookings import RoomSlots
from kiosk.sync.verify import verify_store
from tests.builders import DemoStation
from tests.services.bookings import (
    THURSDAY,
    a_booking,
    an_approved,
    ask_for_room,
    moment,
    set_rule,
    show,
    status,
)

EXPIRED = moment(date(2026, 11, 25), "17:00")
BLOCK = {"room": "huiyishi", "date": "2026-11-26", "why": "maintenance", "title": "检修"}


def block(demo: DemoStation) -> str | None:
    return demo.do("block_room", who="manager", start="08:30", end="10:00", at=EXPIRED, **BLOCK).reason


def test_a_request_that_nobody_answered_no_longer_keeps_the_room_from_others(demo: DemoStation) -> None:
    booking = a_booking(demo)
    assert block(demo) is None
    assert show(demo, "bookings", id=booking)[0]["status"] == "expired"
    assert not show(demo, "occupations", booking=booking)[0]["live"]
    assert not show(demo, "strikes")
    assert not verify_store(f"sqlite:///{demo.folder.own_store}")


def test_a_booking_that_was_approved_in_time_keeps_its_room(demo: DemoStation) -> None:
    booking = an_approved(demo)
    assert block(demo) == "slot_taken"
    assert status(demo, booking) == "approved"


def test_a_minute_before_it_expires_a_request_still_holds_its_slot(demo: DemoStation) -> None:
    a_booking(demo)
    before = moment(date(2026, 11, 25), "16:59")
    answer = demo.do("block_room", who="manager", start="08:30", end="10:00", at=before, **BLOCK)
    assert answer.reason == "slot_taken"


def test_screens_and_scripts_say_that_a_request_has_expired_before_anyone_writes_it_down(
    demo: DemoStation,
) -> None:
    booking = a_booking(demo)
    first = demo.ask(RoomSlots(room="huiyishi", date=THURSDAY), at=EXPIRED)[0]
    assert first.status == "free"
    demo.at = EXPIRED
    assert [row["id"] for row in show(demo, "bookings", status="expired")] == [booking]
    assert not show(demo, "bookings", status="requested")


def test_a_request_that_has_expired_counts_no_longer_against_the_limit_of_its_party(
    demo: DemoStation,
) -> None:
    set_rule(demo, max_open_requests=1)
    a_booking(demo)
    assert ask_for_room(demo, date="2026-12-01").reason == "limit_reached"
    assert ask_for_room(demo, date="2026-12-01", at=EXPIRED).status == "accepted"
