"""Bookings that change: given back early, moved, in several rooms at once; blocks that come and go."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import DemoStation
from tests.services.bookings import (
    CLUB,
    PERSON,
    THURSDAY,
    ZHANG,
    a_booking,
    an_approved,
    ask_for_room,
    make_bookable,
    moment,
    set_rule,
    show,
    status,
)

FRIDAY = THURSDAY + timedelta(days=1)
IN_USE = moment(THURSDAY, "09:12")


def in_use(demo: DemoStation, **changes: Any) -> str:
    """Checked in on Thursday at half past eight."""
    booking = an_approved(demo, **changes)
    demo.accept("check_in", who="clerk", booking=booking, at=moment(THURSDAY, "08:30"))
    return booking


def spans(demo: DemoStation, booking: str) -> list[tuple[str, str, str, bool]]:
    return [
        (row["room"], row["start"], row["end"], row["live"])
        for row in show(demo, "occupations", booking=booking)
    ]


def shown(demo: DemoStation, booking: str) -> dict[str, Any]:
    return show(demo, "bookings", id=booking)[0]


# Given back early


def test_who_leaves_early_gives_back_the_rest(demo: DemoStation) -> None:
    booking = in_use(demo, end="11:30")
    answer = demo.accept("release_booking", who="clerk", booking=booking, at=IN_USE)
    assert answer == {"booking": booking, "status": "completed", "end": "09:13"}
    assert spans(demo, booking) == [("huiyishi", "08:30", "09:13", False)]
    assert show(demo, "strikes") == []


def test_who_has_checked_in_may_leave_before_it_even_begins(demo: DemoStation) -> None:
    booking = an_approved(demo)
    demo.accept("check_in", who="clerk", booking=booking, at=moment(THURSDAY, "08:00"))
    answer = demo.accept("release_booking", who="clerk", booking=booking, at=moment(THURSDAY, "08:05"))
    assert (answer["status"], answer["end"]) == ("completed", "08:31")


def test_who_stays_a_while_says_until_when(demo: DemoStation) -> None:
    booking = in_use(demo, end="11:30")
    answer = demo.accept("release_booking", who="clerk", booking=booking, end="10:00", at=IN_USE)
    assert (answer["status"], answer["end"]) == ("checked_in", "10:00")
    assert spans(demo, booking) == [("huiyishi", "08:30", "10:00", True)]


def test_before_it_begins_whole_slots_are_given_back(demo: DemoStation) -> None:
    booking = an_approved(demo, end="11:30")
    refused = demo.do("release_booking", who="clerk", booking=booking, end="09:00")
    assert refused.reason == "bad_times"
    demo.accept("release_booking", who="clerk", booking=booking, end="10:00")
    assert (shown(demo, booking)["end"], status(demo, booking)) == ("10:00", "approved")
    assert ask_for_room(demo, start="10:00", end="11:30", party=PERSON).status == "accepted"


@pytest.mark.parametrize(
    ("end", "reason"),
    [("08:30", "bad_times"), ("08:00", "bad_times"), ("11:30", "bad_times"), ("12:00", "bad_times")],
)
def test_something_is_kept_and_something_is_given(demo: DemoStation, end: str, reason: str) -> None:
    booking = an_approved(demo, end="11:30")
    assert demo.do("release_booking", who="clerk", booking=booking, end=end).reason == reason


def test_the_holder_of_the_slip_may_and_a_stranger_may_not(demo: DemoStation) -> None:
    answer = ask_for_room(demo, end="11:30")
    booking, code = answer.result["booking"], answer.result["code"]
    assert demo.do("release_booking", who=ZHANG, booking=booking, end="10:00").reason == "not_allowed"
    assert demo.do("release_booking", booking=booking, end="10:00").reason == "not_allowed"
    assert demo.do("release_booking", code=code, end="10:00").status == "accepted"


def test_what_is_over_gives_nothing_back(demo: DemoStation) -> None:
    booking = in_use(demo)
    assert (
        demo.do("release_booking", who="clerk", booking=booking, at=moment(THURSDAY, "10:00")).reason
        == "too_late"
    )
    demo.accept("complete_booking", who="clerk", booking=booking, at=IN_USE)
    assert demo.do("release_booking", who="clerk", booking=booking, at=IN_USE).reason == "wrong_state"


# Moved


def test_a_booking_moves_to_another_day_and_keeps_its_state_and_slip(demo: DemoStation) -> None:
    answer = ask_for_room(demo)
    booking = answer.result["booking"]
    demo.accept("approve_booking", who="clerk", booking=booking)
    demo.accept("move_booking", who="clerk", booking=booking, date=FRIDAY.isoformat())
    assert (shown(demo, booking)["date"], status(demo, booking)) == (FRIDAY.isoformat(), "approved")
    assert ask_for_room(demo, party=PERSON).status == "accepted"
    assert ask_for_room(demo, party=PERSON, date=FRIDAY).reason == "slot_taken"
    assert demo.do("cancel_booking", code=answer.result["code"]).status == "accepted"


def test_a_booking_moves_to_another_room_and_time(demo: DemoStation) -> None:
    booking = a_booking(demo)
    demo.accept("move_booking", who="clerk", booking=booking, room="dangjian", start="14:00", end="15:30")
    assert spans(demo, booking) == [("dangjian", "14:00", "15:30", True)]
    assert shown(demo, booking)["room"] == "dangjian"


def test_a_move_within_its_own_time_is_not_in_its_own_way(demo: DemoStation) -> None:
    booking = a_booking(demo, end="11:30")
    demo.accept("move_booking", who="clerk", booking=booking, start="10:00")
    assert spans(demo, booking) == [("huiyishi", "10:00", "11:30", True)]


def test_everything_but_the_notice_is_judged_again(demo: DemoStation) -> None:
    booking = a_booking(demo, people=20)
    taken = a_booking(demo, date=FRIDAY, party=PERSON)
    demo.accept("override_day", who="manager", date="2026-12-01", open=False)

    def refused(**to: Any) -> str | None:
        return demo.do("move_booking", who="clerk", booking=booking, **to).reason

    assert refused(date=FRIDAY.isoformat()) == "slot_taken"
    assert refused(room="dangjian") == "over_capacity"
    assert refused(room="jianshen") == "not_bookable"
    assert refused(room="nowhere") == "unknown_room"
    assert refused(start="09:00") == "bad_times"
    assert refused(date="2026-12-01") == "closed_day"
    assert refused(date="2026-11-20") == "too_late"
    assert refused() == "already_done"
    assert refused(date="2026-11-24") is None
    assert status(demo, taken) == "requested"


def test_what_is_over_or_in_use_is_not_moved(demo: DemoStation) -> None:
    booking = in_use(demo)
    assert demo.do("move_booking", who="clerk", booking=booking, date="2026-12-03").reason == "wrong_state"
    late = an_approved(demo, date=FRIDAY)
    gone = demo.do("move_booking", who="clerk", booking=late, date="2026-12-03", at=moment(FRIDAY, "08:31"))
    assert gone.reason == "too_late"


@pytest.mark.parametrize("who", [None, ZHANG, "librarian", "volunteer"])
def test_only_clerk_and_manager_move_and_unblock(demo: DemoStation, who: str | None) -> None:
    assert (
        demo.do("move_booking", who=who, booking=a_booking(demo), date="2026-12-03").reason == "not_allowed"
    )
    assert demo.do("unblock_room", who=who, occupation="x").reason == "not_allowed"


def test_without_the_hub_nothing_is_moved_or_unblocked(demo: DemoStation) -> None:
    booking = a_booking(demo)
    with demo.cut_off():
        assert (
            demo.do("move_booking", who="clerk", booking=booking, date="2026-12-03").reason
            == "hub_unreachable"
        )
        assert demo.do("unblock_room", who="clerk", occupation="x").reason == "hub_unreachable"


# Several rooms


def test_two_rooms_are_one_booking_and_all_or_none_are_had(demo: DemoStation) -> None:
    booking = a_booking(demo, also=["dangjian"], people=40)
    assert {span[0] for span in spans(demo, booking)} == {"huiyishi", "dangjian"}
    assert shown(demo, booking)["also"] == ["dangjian"]
    assert ask_for_room(demo, room="dangjian", party=PERSON).reason == "slot_taken"
    assert ask_for_room(demo, start="10:00", end="11:30", also=["dangjian"], people=47).detail == {
        "seats": 46
    }
    a_booking(demo, room="dangjian", start="14:00", end="15:30", party=PERSON)
    assert ask_for_room(demo, also=["dangjian"], start="14:00", end="15:30").reason == "slot_taken"
    assert ask_for_room(demo, start="14:00", end="15:30").status == "accepted"


def test_calling_two_rooms_off_late_frees_both_for_one_strike(demo: DemoStation) -> None:
    booking = an_approved(demo, also=["dangjian"])
    late = moment(date(2026, 11, 25), "20:00")
    demo.accept("cancel_booking", who="clerk", booking=booking, at=late)
    assert {span[3] for span in spans(demo, booking)} == {False}
    assert len(show(demo, "strikes")) == 1


def test_a_request_for_two_rooms_that_has_expired_gives_both_back(demo: DemoStation) -> None:
    set_rule(demo, notice_days=0)
    stale = a_booking(demo, also=["dangjian"])
    expired = moment(date(2026, 11, 25), "17:00")
    assert ask_for_room(demo, room="dangjian", party=PERSON, at=expired).status == "accepted"
    assert {span[3] for span in spans(demo, stale)} == {False}


def test_a_whole_is_had_with_its_parts_and_a_part_named_beside_it_is_had_once(demo: DemoStation) -> None:
    make_bookable(demo, "jianshen")
    booking = a_booking(demo, room="menqiu", also=["jianshen", "menqiu"])
    assert [span[0] for span in spans(demo, booking)] == ["jianshen"]
    assert ask_for_room(demo, room="menqiu", party=PERSON).reason == "slot_taken"
    assert ask_for_room(demo, room="lanqiu", party=PERSON).reason == "slot_taken"


def test_two_rooms_move_together(demo: DemoStation) -> None:
    booking = an_approved(demo, also=["dangjian"])
    demo.accept("move_booking", who="clerk", booking=booking, date=FRIDAY.isoformat())
    assert {row["date"] for row in show(demo, "occupations", booking=booking)} == {FRIDAY.isoformat()}


def test_unknown_rooms_beside_are_refused(demo: DemoStation) -> None:
    assert ask_for_room(demo, also=["nowhere"]).reason == "unknown_room"
    assert ask_for_room(demo, also=["jianshen"]).reason == "not_bookable"


# Equipment, and whom a room is for


def test_equipment_comes_from_the_rooms_own_list_with_its_counts(demo: DemoStation) -> None:
    booking = a_booking(demo, equipment=[{"name": "投影"}, {"name": "话筒", "count": 2}])
    assert shown(demo, booking)["equipment"] == {"投影": 1, "话筒": 2}
    later = {"start": "10:00", "end": "11:30"}
    assert ask_for_room(demo, equipment=[{"name": "话筒", "count": 3}], **later).reason == "not_equipped"
    assert (
        ask_for_room(demo, equipment=[{"name": "话筒", "count": 2}, {"name": "话筒"}], **later).reason
        == "not_equipped"
    )
    assert ask_for_room(demo, equipment=[{"name": "钢琴"}], **later).reason == "not_equipped"


def test_a_room_may_be_for_some_parties_and_for_the_verified_alone(demo: DemoStation) -> None:
    set_rule(demo, parties=["organisation"], verified_only=True)
    assert ask_for_room(demo, party=PERSON).detail["of"] == "party"
    assert ask_for_room(demo, party={"kind": "organisation", "name": "无名社"}).detail == {"of": "verified"}
    assert ask_for_room(demo, party=CLUB).status == "accepted"


# Blocks


def test_a_block_names_every_booking_in_its_way(demo: DemoStation) -> None:
    a_booking(demo)
    a_booking(demo, start="10:00", end="11:30", party=PERSON)
    answer = block(demo)
    assert (answer.reason, answer.detail["bookings"], answer.detail["count"]) == (
        "slot_taken",
        ["AB0001", "AB0002"],
        2,
    )


def test_what_was_blocked_is_freed_again_but_never_a_booking(demo: DemoStation) -> None:
    occupation = block(demo).result["occupation"]
    assert ask_for_room(demo).reason == "occupied"
    demo.accept("unblock_room", who="clerk", occupation=occupation)
    assert demo.do("unblock_room", who="clerk", occupation=occupation).reason == "already_done"
    a_booking(demo)
    own = show(demo, "occupations", why="booking")[0]["id"]
    assert demo.do("unblock_room", who="clerk", occupation=own).reason == "unknown_occupation"
    assert demo.do("unblock_room", who="clerk", occupation="nothing").reason == "unknown_occupation"


def block(demo: DemoStation) -> Any:
    return demo.do(
        "block_room", who="clerk", room="huiyishi", date=THURSDAY.isoformat(), start="08:30", end="12:00",
        why="maintenance", title="检修",
    )  # fmt: skip
