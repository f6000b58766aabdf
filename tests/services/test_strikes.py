"""Strikes: one for a booking at most, appealed by whom they concern, waived and never deleted."""

from datetime import date
from typing import Any

import pytest

from kiosk.commands.integrity import StrikesOf
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import (
    CLUB,
    OUYANG,
    PHONE,
    THURSDAY,
    ZHANG,
    a_booking,
    a_request,
    an_approved,
    ask_for_room,
    moment,
    show,
)

GONE = moment(THURSDAY, "08:46")
LATE = moment(date(2026, 11, 25), "20:00")


def missed(demo: DemoStation, **changes: Any) -> tuple[str, str]:
    """A booking of Thursday that nobody came to, and its strike."""
    booking = an_approved(demo, **changes)
    return booking, demo.accept("no_show_booking", who="clerk", booking=booking, at=GONE)["strike"]


def missed_by(demo: DemoStation, card: str) -> tuple[str, str]:
    booking = demo.accept("request_booking", who=card, **a_request())["booking"]
    demo.accept("approve_booking", who="clerk", booking=booking)
    return booking, demo.accept("no_show_booking", who="clerk", booking=booking, at=GONE)["strike"]


def strikes(demo: DemoStation) -> list[tuple[str, str | None]]:
    return [(row["state"], row["appeal"]) for row in show(demo, "strikes")]


def test_a_booking_has_one_strike_whatever_is_noted_of_it(demo: DemoStation) -> None:
    booking, _ = missed(demo)
    for kind, fields in (("no_show_booking", {}), ("cancel_booking", {}), ("no_show_booking", {})):
        assert demo.do(kind, who="clerk", booking=booking, at=GONE, **fields).status == "refused"
    assert strikes(demo) == [("counts", None)]


def test_who_came_after_all_has_none_that_counts(demo: DemoStation) -> None:
    booking = an_approved(demo)
    with demo.cut_off():
        demo.do("check_in", who="volunteer", booking=booking, at=moment(THURSDAY, "08:40"))
    assert strikes(demo) == []
    demo.accept("complete_booking", who="clerk", booking=booking, at=GONE)
    assert demo.do("no_show_booking", who="clerk", booking=booking, at=GONE).reason == "wrong_state"


def test_whom_it_concerns_appeals_and_it_counts_on(demo: DemoStation) -> None:
    booking, strike = missed_by(demo, ZHANG)
    answer = demo.accept("appeal_strike", who=ZHANG, strike=strike, why="孩子发烧了", at=GONE)
    assert answer == {"strike": strike, "appeal": "open"}
    assert strikes(demo) == [("counts", "open")]
    assert demo.do("appeal_strike", who=ZHANG, strike=strike, at=GONE).reason == "already_done"
    assert booking


@pytest.mark.parametrize("who", [None, OUYANG])
def test_a_stranger_does_not_appeal(demo: DemoStation, who: str | None) -> None:
    _, strike = missed_by(demo, ZHANG)
    assert demo.do("appeal_strike", who=who, strike=strike, at=GONE).reason == "not_allowed"


def test_the_holder_of_the_slip_and_staff_appeal_by_the_booking(desk: DemoStation) -> None:
    answer = ask_for_room(desk)
    desk.accept("approve_booking", who="clerk", booking=answer.result["booking"])
    desk.accept("no_show_booking", who="clerk", booking=answer.result["booking"], at=GONE)
    desk.accept("appeal_strike", code=answer.result["code"], why="地铁停运", at=GONE)
    second = an_approved(desk, start="10:00", end="11:30", party={"kind": "group", "name": "太极队"})
    desk.accept("cancel_booking", who="clerk", booking=second, at=LATE)
    number = show(desk, "bookings", id=second)[0]["number"]
    assert desk.do("appeal_strike", who="clerk", strike=number, at=GONE).status == "accepted"


def test_what_was_said_in_an_appeal_only_the_desk_keeps(desk: DemoStation) -> None:
    booking, strike = missed(desk)
    desk.accept("appeal_strike", who="clerk", strike=strike, why="孩子发烧了", at=GONE)
    desk.accept("waive_strike", who="manager", strike=strike, why="情况属实", at=GONE)
    with desk.station._database.read() as connection:
        row = connection.exec_driver_sql(
            "SELECT appeal, appeal_answer FROM booking_details WHERE id = ?", (booking,)
        ).one()
    assert tuple(row) == ("孩子发烧了", "情况属实")
    assert "发烧" not in str(show(desk, "strikes")) + str(show(desk, "outbox"))


def test_a_waived_strike_stays_to_be_read_and_counts_no_longer(demo: DemoStation) -> None:
    _, first = missed(demo)
    second = an_approved(demo, start="10:00", end="11:30")
    demo.accept("cancel_booking", who="clerk", booking=second, at=LATE)
    blocked = {"at": GONE, "date": "2026-12-03"}
    assert ask_for_room(demo, **blocked).detail == {"until": "2026-12-26"}
    demo.accept("appeal_strike", who="clerk", strike=first, at=GONE)
    assert demo.accept("waive_strike", who="manager", strike=first, at=GONE) == {
        "strike": first,
        "state": "waived",
    }
    assert sorted(strikes(demo), key=str) == [("counts", None), ("waived", "granted")]
    assert ask_for_room(demo, **blocked).status == "accepted"
    assert demo.do("waive_strike", who="manager", strike=first, at=GONE).reason == "already_done"
    assert demo.do("appeal_strike", who="clerk", strike=first, at=GONE).reason == "already_done"


def test_an_appeal_may_be_dismissed_and_the_strike_stands(demo: DemoStation) -> None:
    _, strike = missed(demo)
    assert demo.do("dismiss_appeal", who="manager", strike=strike, at=GONE).reason == "wrong_state"
    demo.accept("appeal_strike", who="clerk", strike=strike, at=GONE)
    demo.accept("dismiss_appeal", who="manager", strike=strike, why="没有说明", at=GONE)
    assert strikes(demo) == [("counts", "dismissed")]
    demo.accept("waive_strike", who="manager", strike=strike, at=GONE)
    assert strikes(demo) == [("waived", "dismissed")]


@pytest.mark.parametrize("kind", ["waive_strike", "dismiss_appeal"])
def test_only_a_manager_settles_and_only_with_the_hub(demo: DemoStation, kind: str) -> None:
    _, strike = missed(demo)
    for who in (None, ZHANG, "clerk", "librarian", "volunteer"):
        assert demo.do(kind, who=who, strike=strike).reason == "not_allowed"
    with demo.cut_off():
        assert demo.do(kind, who="manager", strike=strike).reason == "hub_unreachable"


@pytest.mark.parametrize("kind", ["appeal_strike", "waive_strike", "dismiss_appeal"])
def test_an_unknown_strike_is_refused(demo: DemoStation, kind: str) -> None:
    booking = a_booking(demo)
    for reference in ("nothing", "AB9999", booking):
        assert demo.do(kind, who="manager", strike=reference).reason == "unknown_strike"


def test_an_expired_strike_is_not_appealed(demo: DemoStation) -> None:
    _, strike = missed(demo)
    later = moment(date(2027, 2, 25), "09:00")
    assert demo.do("appeal_strike", who="clerk", strike=strike, at=later).reason == "too_late"


def test_a_resident_sees_the_strikes_that_concern_them_and_nobody_elses(demo: DemoStation) -> None:
    _, strike = missed_by(demo, ZHANG)
    demo.at = GONE
    (seen,) = demo.ask(StrikesOf(resident=ZHANG), who=ZHANG)
    assert (seen.id, seen.why, seen.state.value, seen.appeal, seen.can_appeal) == (
        strike,
        "no_show",
        "counts",
        None,
        True,
    )
    assert (seen.room_name, seen.date, seen.party) == ("党群会议室", THURSDAY, CLUB["name"])
    assert demo.ask(StrikesOf(resident=ZHANG), who="clerk") == [seen]
    assert demo.ask(StrikesOf(resident=ZHANG), who=OUYANG) == demo.ask(StrikesOf(resident=ZHANG)) == []
    assert demo.ask(StrikesOf(resident=OUYANG), who="clerk") == []
    assert PHONE not in str(seen) and MONDAY < GONE
