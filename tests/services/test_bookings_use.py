"""Coming, not coming, and rooms that are taken for something else."""

from datetime import date, timedelta

import pytest

from db.work import Work
from kiosk.commands.bookings import CheckIn, NoShowBooking
from kiosk.domain.outcomes import Accepted, Outcome
from kiosk.domain.states import Role
from kiosk.services.registry import Actor, Made, run
from tests.builders import DemoStation
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

COMING = moment(THURSDAY, "08:20")
GONE = moment(THURSDAY, "08:46")
BLOCK = {"room": "huiyishi", "date": "2026-11-26", "why": "maintenance", "title": "检修"}


@pytest.mark.parametrize("who", ["clerk", "volunteer", "librarian", "manager", ZHANG])
def test_staff_volunteers_and_the_one_whose_it_is_check_in(demo: DemoStation, who: str) -> None:
    booking = an_approved(demo, who=ZHANG)
    assert demo.do("check_in", who=who, booking=booking, people=9, at=COMING).status == "accepted"
    row = show(demo, "bookings", id=booking)[0]
    assert (row["status"], row["attended"], row["checked_in_at"]) == ("checked_in", 9, "2026-11-26T08:20:00")


@pytest.mark.parametrize("who", [None, OUYANG])
def test_a_stranger_does_not_check_in_without_the_code(demo: DemoStation, who: str | None) -> None:
    booking = an_approved(demo, who=ZHANG)
    assert demo.do("check_in", who=who, booking=booking, at=COMING).reason == "not_allowed"


def test_the_slip_is_enough_to_check_in_wherever_its_code_is_put(demo: DemoStation) -> None:
    for room, field in (("huiyishi", "code"), ("dangjian", "booking")):
        answer = ask_for_room(demo, room=room)
        demo.accept("approve_booking", who="clerk", booking=answer.id)
        result = demo.accept("check_in", **{field: answer.result["code"]}, at=COMING)
        assert result["booking"] == answer.id


def test_a_slips_code_has_expired_when_its_day_is_over(demo: DemoStation) -> None:
    answer = ask_for_room(demo)
    demo.accept("approve_booking", who="clerk", booking=answer.id)
    for kind in ("check_in", "cancel_booking"):
        late = demo.do(kind, code=answer.result["code"], at=moment(THURSDAY + timedelta(days=1), "08:20"))
        assert (late.reason, late.detail) == ("expired_code", {"day": "2026-11-26"})


@pytest.mark.parametrize(
    ("time", "reason", "detail"),
    [
        ("07:59", "too_early", {"from": "2026-11-26T08:00"}),
        ("08:00", None, {}),
        ("08:45", None, {}),
        ("08:46", "too_late", {"until": "2026-11-26T08:45"}),
    ],
)
def test_checking_in_is_possible_from_30_minutes_before_to_15_after(
    demo: DemoStation, time: str, reason: str | None, detail: dict[str, str]
) -> None:
    booking = an_approved(demo)
    answer = demo.do("check_in", who="volunteer", booking=booking, at=moment(THURSDAY, time))
    assert (answer.reason, answer.detail) == (reason, detail)


def test_what_nobody_approved_cannot_be_used_and_nobody_comes_twice(demo: DemoStation) -> None:
    booking = a_booking(demo)
    assert demo.do("check_in", who="clerk", booking=booking, at=COMING).reason == "not_approved"
    coming = an_approved(demo, room="dangjian")
    demo.accept("check_in", who="clerk", booking=coming, at=COMING)
    assert demo.do("check_in", who="clerk", booking=coming, at=COMING).reason == "already_done"
    assert demo.do("cancel_booking", who="clerk", booking=coming, at=COMING).reason == "wrong_state"


def test_a_use_ends_by_being_completed(demo: DemoStation) -> None:
    booking = an_approved(demo)
    assert demo.do("complete_booking", who="clerk", booking=booking).reason == "wrong_state"
    demo.accept("check_in", who="clerk", booking=booking, at=COMING)
    assert demo.accept("complete_booking", who="clerk", booking=booking, at=GONE)["status"] == "completed"
    assert demo.do("complete_booking", who="clerk", booking=booking, at=GONE).reason == "already_done"


def test_a_no_show_is_marked_after_its_time_costs_a_strike_and_frees_the_room(demo: DemoStation) -> None:
    booking = an_approved(demo)
    early = demo.do("no_show_booking", who="clerk", booking=booking, at=moment(THURSDAY, "08:45"))
    assert (early.reason, early.detail) == ("too_early", {"what": "no_show", "from": "2026-11-26T08:45"})
    struck = demo.accept("no_show_booking", who="clerk", booking=booking, at=GONE)["strike"]
    assert show(demo, "strikes", id=struck)[0]["why"] == "no_show"
    row = show(demo, "bookings", id=booking)[0]
    assert (row["status"], row["start"], row["end"]) == ("no_show", "08:30", "10:00")
    assert show(demo, "occupations", booking=booking)[0]["live"] is False
    demo.accept("block_room", who="manager", start="09:00", end="10:00", at=GONE, **BLOCK)


def test_who_was_never_approved_did_not_miss_anything(demo: DemoStation) -> None:
    booking = a_booking(demo)
    assert demo.do("no_show_booking", who="clerk", booking=booking, at=GONE).reason == "not_approved"
    assert demo.do("no_show_booking", who=ZHANG, booking=booking, at=GONE).reason == "not_allowed"


def test_two_no_shows_suspend(demo: DemoStation) -> None:
    for room in ("huiyishi", "dangjian"):
        booking = an_approved(demo, room=room)
        demo.accept("no_show_booking", who="clerk", booking=booking, at=GONE)
    answer = ask_for_room(demo, date=date(2026, 12, 7), at=GONE)
    assert (answer.reason, answer.detail) == ("suspended", {"until": "2026-12-26"})


def test_a_check_in_that_the_hub_learns_late_undoes_the_no_show_and_its_strike(demo: DemoStation) -> None:
    booking = an_approved(demo)
    struck = demo.accept("no_show_booking", who="clerk", booking=booking, at=GONE)["strike"]
    answer = at_the_hub(demo, CheckIn(booking=booking))
    assert isinstance(answer, Accepted) and not answer.flags
    assert status(demo, booking) == "checked_in"
    assert show(demo, "strikes", id=struck)[0]["state"] == "waived"
    assert show(demo, "occupations", booking=booking)[0]["live"] is True


def test_a_late_check_in_never_puts_two_into_one_room(demo: DemoStation) -> None:
    booking = an_approved(demo)
    demo.accept("no_show_booking", who="clerk", booking=booking, at=GONE)
    demo.accept("block_room", who="manager", start="09:00", end="10:00", at=GONE, **BLOCK)
    answer = at_the_hub(demo, CheckIn(booking=booking))
    assert isinstance(answer, Accepted) and answer.flags == ("occupied",)
    assert show(demo, "occupations", booking=booking)[0]["live"] is False


def test_a_fact_about_a_cancelled_booking_is_kept_with_a_flag(demo: DemoStation) -> None:
    booking = an_approved(demo)
    demo.accept("cancel_booking", who="clerk", booking=booking)
    answer = at_the_hub(demo, CheckIn(booking=booking, people=3))
    assert isinstance(answer, Accepted) and answer.flags == ("wrong_state",)
    row = show(demo, "bookings", id=booking)[0]
    assert (row["status"], row["attended"]) == ("cancelled", 3)


def test_a_no_show_after_a_check_in_is_refused_at_the_hub_too(demo: DemoStation) -> None:
    booking = an_approved(demo)
    demo.accept("check_in", who="clerk", booking=booking, at=COMING)
    assert not isinstance(at_the_hub(demo, NoShowBooking(booking=booking)), Accepted)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"room": "nowhere"}, "unknown_room"),
        ({"why": "booking"}, "bad_form"),
        ({"start": "10:00", "end": "09:00"}, "bad_times"),
        ({"date": "2026-11-22"}, "past_date"),
    ],
)
def test_a_block_that_makes_no_sense_is_refused(
    demo: DemoStation, changes: dict[str, str], reason: str
) -> None:
    fields = {**BLOCK, "start": "09:00", "end": "10:00", **changes}
    assert demo.do("block_room", who="manager", **fields).reason == reason


def test_only_staff_in_charge_of_bookings_block_a_room_and_never_over_a_booking(demo: DemoStation) -> None:
    a_booking(demo)
    assert demo.do("block_room", who="librarian", start="09:00", end="10:00", **BLOCK).reason == "not_allowed"
    assert demo.do("block_room", who="manager", start="09:00", end="10:00", **BLOCK).reason == "slot_taken"
    assert demo.do("block_room", who="manager", start="10:00", end="24:00", **BLOCK).status == "accepted"


def at_the_hub(demo: DemoStation, wish: CheckIn | NoShowBooking) -> Outcome:
    """The hub decides at nine about what a cut-off stand saw at twenty past eight."""
    made = Made(
        id="6f1c3c0e-3f6e-4c53-9c1e-0b5a0e2f7a11", actor=Actor(Role.VOLUNTEER, "somebody"), terminal="B",
        made_at=COMING, decided_at=GONE + timedelta(minutes=14), at_hub=True,
    )  # fmt: skip
    with demo.station._database.write() as connection:
        work = Work(connection, demo.station._database.books, 1)
        return run(work, wish, made)
