"""The waiting list: joining it, and moving up in the moment that the time is given back."""

import sqlite3
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.bookings import BookingOf
from tests.builders import MONDAY, DemoStation, beside
from tests.services.bookings import (
    PERSON,
    a_booking,
    a_request,
    an_approved,
    ask_for_room,
    make_bookable,
    moment,
    show,
    status,
)
from tests.services.housekeeping import keep_house

PHONES = [f"1381234000{n}" for n in range(5)]
LAST_MOMENT = moment(date(2026, 11, 25), "16:59")


def waiting(demo: DemoStation, n: int = 1, **changes: Any) -> str:
    """The n-th person waits for Thursday morning."""
    answer = ask_for_room(
        demo,
        party=PERSON,
        contact_phone=PHONES[n],
        waitlist=True,
        **{"at": MONDAY + timedelta(minutes=n)} | changes,
    )
    assert answer.result["status"] == "waitlisted", answer
    return str(answer.result["booking"])


def test_a_taken_time_is_waited_for_only_by_who_says_so(demo: DemoStation) -> None:
    a_booking(demo)
    assert ask_for_room(demo, party=PERSON).reason == "slot_taken"
    assert status(demo, waiting(demo)) == "waitlisted"
    assert len(show(demo, "occupations")) == 1


def test_a_free_time_is_simply_asked_for(demo: DemoStation) -> None:
    answer = ask_for_room(demo, waitlist=True)
    assert "status" not in answer.result
    assert status(demo, answer.result["booking"]) == "requested"


def test_a_class_is_not_waited_for(demo: DemoStation) -> None:
    demo.accept(
        "block_room",
        who="clerk",
        room="huiyishi",
        date="2026-11-26",
        start="08:00",
        end="12:00",
        why="class",
        title="英语课",
    )
    assert ask_for_room(demo, waitlist=True).reason == "occupied"


def test_nobody_waits_twice_for_the_same(demo: DemoStation) -> None:
    a_booking(demo)
    waiting(demo)
    again = ask_for_room(demo, party=PERSON, contact_phone=PHONES[1], waitlist=True)
    assert (again.reason, again.detail["state"]) == ("already_done", "waitlisted")


FREEING = {
    "reject_booking": {"who": "clerk", "why": "改期"},
    "cancel_booking": {"who": "clerk"},
    "move_booking": {"who": "clerk", "date": "2026-11-27"},
}


@pytest.mark.parametrize("kind", FREEING)
def test_whoever_asked_first_moves_up_in_the_moment_that_the_time_is_free(
    demo: DemoStation, kind: str
) -> None:
    holder = a_booking(demo)
    second, first = waiting(demo, 2), waiting(demo, 1)
    fields: dict[str, Any] = FREEING[kind]
    answer = demo.do(kind, booking=holder, at=MONDAY + timedelta(hours=1), **fields)
    assert answer.result["moved_up"] == [show(demo, "bookings", id=first)[0]["number"]]
    assert (status(demo, first), status(demo, second)) == ("requested", "waitlisted")
    assert ask_for_room(demo).reason == "slot_taken"
    demo.accept("approve_booking", who="clerk", booking=first)


def test_what_is_given_back_early_goes_to_who_waits_for_it(demo: DemoStation) -> None:
    holder = an_approved(demo, start="08:30", end="11:30")
    waits = waiting(demo, start="10:00", end="11:30")
    demo.accept("release_booking", who="clerk", booking=holder, end="10:00")
    assert status(demo, waits) == "requested"


def test_who_moves_up_has_the_whole_time_for_an_answer_again(demo: DemoStation) -> None:
    holder, first = a_booking(demo), waiting(demo)
    demo.accept("cancel_booking", who="clerk", booking=holder, at=moment(date(2026, 11, 24), "10:00"))
    shown = show(demo, "bookings", id=first)[0]
    assert (shown["decide_by"], shown["expires_at"]) == ("2026-11-25T17:00:00", "2026-11-25T17:00:00")


def test_several_move_up_where_there_is_room_for_several(demo: DemoStation) -> None:
    holder = a_booking(demo, start="08:30", end="11:30")
    early, whole = waiting(demo, 1), waiting(demo, 2, start="08:30", end="11:30")
    late = waiting(demo, 3, start="10:00", end="11:30")
    demo.accept("cancel_booking", who="clerk", booking=holder, at=LAST_MOMENT)
    assert [status(demo, one) for one in (early, whole, late)] == ["requested", "waitlisted", "requested"]


def test_who_wants_the_whole_square_waits_for_one_of_its_courts(demo: DemoStation) -> None:
    make_bookable(demo, "jianshen")
    holder = a_booking(demo, room="menqiu")
    whole, part = waiting(demo, 1, room="jianshen"), waiting(demo, 2, room="menqiu")
    demo.accept("cancel_booking", who="clerk", booking=holder)
    assert (status(demo, whole), status(demo, part)) == ("requested", "waitlisted")
    demo.accept("cancel_booking", who="clerk", booking=whole)
    assert status(demo, part) == "requested"


def test_the_end_of_a_block_lets_somebody_move_up(demo: DemoStation) -> None:
    holder = a_booking(demo)
    waits = waiting(demo, also=["dangjian"])
    block = {"room": "dangjian", "date": "2026-11-26", "start": "08:30", "end": "12:00", "title": "画线"}
    occupation = demo.accept("block_room", who="clerk", why="maintenance", **block)["occupation"]
    demo.accept("cancel_booking", who="clerk", booking=holder)
    assert status(demo, waits) == "waitlisted"
    freed = demo.accept("unblock_room", who="clerk", occupation=occupation)
    assert freed["moved_up"] == [show(demo, "bookings", id=waits)[0]["number"]]


def test_nobody_moves_up_after_their_time_is_over(demo: DemoStation) -> None:
    holder = an_approved(demo)
    waits = waiting(demo)
    expired = moment(date(2026, 11, 25), "17:00")
    answer = demo.accept("cancel_booking", who="clerk", booking=holder, at=expired)
    assert "moved_up" not in answer
    assert show(demo, "bookings", id=waits)[0]["status"] == "waitlisted"
    demo.at = expired
    assert status(demo, waits) == "expired"


def test_a_clerk_may_approve_whoever_waits_once_the_time_is_free(demo: DemoStation) -> None:
    holder = a_booking(demo)
    waits = waiting(demo)
    assert demo.do("approve_booking", who="clerk", booking=waits).reason == "slot_taken"
    demo.accept("reject_booking", who="clerk", booking=holder, why="改期")
    demo.accept("approve_booking", who="clerk", booking=waits)
    assert [row["live"] for row in show(demo, "occupations", booking=waits)] == [True]


def test_who_waits_knows_their_place_and_may_call_it_off(demo: DemoStation) -> None:
    a_booking(demo)
    first, second = waiting(demo, 1), waiting(demo, 2)
    assert [demo.ask(BookingOf(booking=one)).place for one in (first, second)] == [1, 2]
    demo.accept("cancel_booking", who="clerk", booking=first)
    assert demo.ask(BookingOf(booking=second)).place == 1
    assert show(demo, "strikes") == []


def test_housekeeping_lets_somebody_move_up_where_a_time_became_free_by_itself(demo: DemoStation) -> None:
    holder, waits = a_booking(demo), waiting(demo)
    for file in (demo.folder.database, demo.folder.own_store):  # as when a class has ended for good
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("UPDATE occupations SET live = 0")
            database.execute("UPDATE bookings SET state = 'cancelled' WHERE id = ?", (holder,))
    assert keep_house(demo, MONDAY + timedelta(hours=1)) == {"move_up_booking": 1}
    assert status(demo, waits) == "requested"


def test_what_was_free_here_and_taken_at_the_hub_is_waited_for(demo: DemoStation, tmp_path: Path) -> None:
    desk = beside(demo, tmp_path / "desk")
    desk.accept("request_booking", at=MONDAY, **a_request())
    answer = ask_for_room(demo, party=PERSON, contact_phone=PHONES[1], waitlist=True)
    assert answer.result["status"] == "waitlisted"
    assert status(demo, answer.result["booking"]) == "waitlisted"
    desk.close()
