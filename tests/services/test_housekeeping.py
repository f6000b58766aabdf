"""What the clock has decided is written down, each thing once, and says what screens had said all along."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from db import tables as t
from kiosk.commands.housekeeping import (
    ExpireBooking,
    ExpireHold,
    ExpireStrike,
    ForgetDetails,
    LeaveTicket,
    MarkOverdue,
)
from kiosk.commands.tickets import QueueNow
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import (
    OUYANG,
    THURSDAY,
    ZHANG,
    a_booking,
    an_approved,
    ask_for_room,
    moment,
    show,
    status,
)
from tests.services.housekeeping import in_store, keep_house

COMING, GONE = moment(THURSDAY, "08:20"), moment(THURSDAY, "08:45")
CLOSED = moment(MONDAY.date(), "17:30")
BOOK, COPY = "9787540468422", "S0000001"
SECOND = timedelta(seconds=1)


# Rooms


def test_a_request_that_nobody_answered_expires_and_frees_its_slot(demo: DemoStation) -> None:
    booking = a_booking(demo)
    expires = moment(date(2026, 11, 25), "17:00")
    assert keep_house(demo, expires - SECOND) == {}
    assert keep_house(demo, expires) == {"expire_booking": 1}
    assert in_store(demo, t.bookings, booking).state == "expired"
    assert show(demo, "occupations", booking=booking)[0]["live"] is False
    assert show(demo, "strikes") == []


def test_screens_say_the_same_before_and_after(demo: DemoStation) -> None:
    a_booking(demo)
    demo.accept("check_out_copy", who=ZHANG, copy=COPY)
    demo.accept("place_hold", who=OUYANG, title=BOOK)
    demo.accept("return_copy", copy=COPY)
    demo.at = datetime(2026, 11, 27)
    shown = {what: show(demo, what) for what in ("bookings", "holds", "strikes", "availability", "loans")}
    assert keep_house(demo, demo.at) == {"expire_booking": 1, "expire_hold": 1}
    assert shown == {what: show(demo, what) for what in shown}


def test_whoever_did_not_check_in_is_a_no_show_with_a_strike_from_when_they_were_missed(
    demo: DemoStation,
) -> None:
    booking = an_approved(demo)
    assert keep_house(demo, GONE) == {}
    assert keep_house(demo, GONE + timedelta(days=3)) == {"no_show_booking": 1}
    assert status(demo, booking) == "no_show"
    (strike,) = show(demo, "strikes")
    assert (strike["cause"], strike["why"], strike["made_at"]) == (booking, "no_show", "2026-11-26T08:45:00")
    assert strike["expires_at"] == "2027-02-24T08:45:00"
    assert show(demo, "occupations", booking=booking)[0]["live"] is False


def test_a_second_after_the_last_moment_to_check_in_is_late_enough(demo: DemoStation) -> None:
    an_approved(demo)
    assert keep_house(demo, GONE + SECOND) == {"no_show_booking": 1}


def test_a_room_with_more_patience_has_its_own_time(demo: DemoStation) -> None:
    patient, other = an_approved(demo), an_approved(demo, room="dangjian")
    own = {"id": "own", "topic": "booking", "scope": show(demo, "bookings", id=patient)[0]["room_id"]}
    with demo.station._hub._database.write() as connection:  # type: ignore[attr-defined]
        connection.execute(t.policies.insert().values(numbers={"check_in_after": 60}, **own))
        connection.execute(t.store.update().values(book=t.store.c.book + 1))
    assert demo.station.keep_house(moment(THURSDAY, "09:30")) == {"no_show_booking": 1}
    assert [status(demo, booking) for booking in (patient, other)] == ["approved", "no_show"]
    assert demo.station.keep_house(moment(THURSDAY, "09:31")) == {"no_show_booking": 1}


def test_whoever_came_has_completed_when_the_time_is_over(demo: DemoStation) -> None:
    booking = an_approved(demo)
    demo.accept("check_in", who="volunteer", booking=booking, at=COMING)
    assert keep_house(demo, moment(THURSDAY, "09:59")) == {}
    assert keep_house(demo, moment(THURSDAY, "10:00")) == {"complete_booking": 1}
    assert status(demo, booking) == "completed"
    assert show(demo, "strikes") == []


def test_what_is_decided_otherwise_is_left_alone(demo: DemoStation) -> None:
    for room, kind, more in (
        ("huiyishi", "cancel_booking", {}),
        ("dangjian", "reject_booking", {"why": "检修"}),
    ):
        demo.accept(kind, who="clerk", booking=a_booking(demo, room=room), **more)
    assert keep_house(demo, GONE + timedelta(days=9)) == {}


# Numbers


def test_at_close_those_who_wait_or_were_called_have_left(demo: DemoStation) -> None:
    served, called, waiting = (demo.accept("open_ticket", item="gaoling")["ticket"] for _ in range(3))
    for counter in ("1", "2"):
        demo.accept("call_next", who="clerk", counter=counter)
    demo.accept("start_ticket", who="clerk", ticket=served)
    assert keep_house(demo, CLOSED - SECOND) == {}
    assert keep_house(demo, CLOSED) == {"leave_ticket": 2}
    shown = {row["id"]: (row["status"], row["ended_at"]) for row in show(demo, "tickets")}
    left = ("left", "2026-11-23T17:30")
    assert shown == {called: left, waiting: left, served: ("serving", None)}
    assert demo.ask(QueueNow(), at=CLOSED).ahead == 0


def test_numbers_of_earlier_days_have_left_when_their_own_day_was_over(demo: DemoStation) -> None:
    ticket = demo.accept("open_ticket", item="gaoling")["ticket"]
    assert keep_house(demo, CLOSED + timedelta(days=4)) == {"leave_ticket": 1}
    assert show(demo, "tickets", id=ticket)[0]["ended_at"] == "2026-11-23T17:30"


def test_on_a_day_that_was_shut_they_may_wait_until_midnight(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="gaoling")
    demo.accept("override_day", who="manager", date="2026-11-23", open=False)
    midnight = datetime(2026, 11, 24)
    assert keep_house(demo, midnight - SECOND) == {}
    assert keep_house(demo, midnight) == {"leave_ticket": 1}


def test_an_errand_goes_on_over_night(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="gaoling", mode="errand")
    assert keep_house(demo, CLOSED + timedelta(days=1)) == {}


def test_whoever_still_stands_at_the_counter_is_served_until_midnight(demo: DemoStation) -> None:
    first, second = (demo.accept("open_ticket", item="gaoling")["ticket"] for _ in range(2))
    keep_house(demo, CLOSED)
    demo.accept("start_ticket", who="clerk", ticket=first, at=CLOSED + SECOND)
    row = show(demo, "tickets", id=first)[0]
    assert (row["status"], row["ended_at"]) == ("serving", None)
    tomorrow = demo.do("start_ticket", who="clerk", ticket=second, at=MONDAY + timedelta(days=1))
    assert (tomorrow.reason, tomorrow.detail) == ("too_late", {"until": "2026-11-24T00:00"})


# Strikes


def two_strikes(demo: DemoStation) -> None:
    for room in ("huiyishi", "dangjian"):
        an_approved(demo, room=room)
    assert demo.station.keep_house(GONE + SECOND) == {"no_show_booking": 2}


def test_a_strike_expires_when_it_counts_no_longer(demo: DemoStation) -> None:
    two_strikes(demo)
    over = datetime(2027, 2, 24, 8, 45)
    assert keep_house(demo, over - SECOND) == {}
    assert keep_house(demo, over) == {"expire_strike": 2}
    assert {in_store(demo, t.ledger, row["id"]).state for row in show(demo, "strikes")} == {"expired"}


def test_a_suspension_is_the_same_whether_its_strikes_were_noted_as_expired_or_not(demo: DemoStation) -> None:
    two_strikes(demo)
    keep_house(demo, datetime(2027, 3, 1))
    asked = ask_for_room(demo, date="2026-12-10", at=datetime(2026, 12, 7, 9))
    assert (asked.reason, asked.detail) == ("suspended", {"until": "2026-12-26"})


# What identifies people


def test_what_was_typed_for_a_room_is_forgotten_so_many_days_after_its_use(desk: DemoStation) -> None:
    booking = a_booking(desk)
    last = datetime(2027, 11, 25, 23, 59)
    assert "forget_details" not in keep_house(desk, last)
    assert keep_house(desk, datetime(2027, 11, 26)) == {"forget_details": 1}
    row = in_store(desk, t.booking_details, booking)
    assert (row.party_name, row.contact_name, row.contact_phone, row.purpose, row.deleted) == (
        "",
        None,
        None,
        "",
        True,
    )
    assert show(desk, "bookings", who="clerk", id=booking)[0]["contact_phone"] is None


def test_what_was_typed_for_a_number_is_forgotten_so_many_days_after_it_ended(desk: DemoStation) -> None:
    ticket = desk.accept("open_ticket", item="gaoling", phone="13812341234")["ticket"]
    desk.accept("call_next", who="clerk", counter="1")
    desk.accept("start_ticket", who="clerk", ticket=ticket)
    desk.accept("resolve_ticket", who="clerk", ticket=ticket, note="张示明来过")
    assert keep_house(desk, MONDAY + timedelta(days=179)) == {}
    assert keep_house(desk, MONDAY + timedelta(days=180)) == {"forget_details": 1}
    row = in_store(desk, t.ticket_details, ticket)
    assert (row.answers, row.phone, row.notes, row.deleted) == (None, None, None, True)
    assert in_store(desk, t.tickets, ticket).state == "resolved"


def test_an_errand_that_goes_on_keeps_what_was_typed_for_it(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="gaoling", mode="errand", phone="13812341234")
    assert keep_house(demo, MONDAY + timedelta(days=800)) == {}


def test_after_years_away_everything_is_done_at_one_go(demo: DemoStation) -> None:
    demo.accept("open_ticket", item="gaoling", phone="13812341234")
    an_approved(demo)
    done = keep_house(demo, MONDAY + timedelta(days=800))
    assert done == {"leave_ticket": 1, "no_show_booking": 1, "expire_strike": 1, "forget_details": 2}


@pytest.mark.parametrize(
    "wish",
    [
        ExpireBooking(booking="none"), LeaveTicket(ticket="none"), MarkOverdue(loan="none"), ExpireHold(hold="none"),
        ExpireStrike(strike="none"), ForgetDetails(booking="none"), ForgetDetails(ticket="none"), ForgetDetails(),
    ],
)  # fmt: skip
def test_nobody_else_keeps_house(demo: DemoStation, wish: Any) -> None:
    for who in (None, ZHANG, "clerk", "manager"):
        actor = demo.station.find_actor(who) if who else None
        assert demo.station.do(wish, actor, MONDAY).reason == "not_allowed"
