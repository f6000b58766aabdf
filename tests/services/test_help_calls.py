"""Somebody calls for help at a screen, and one of us comes."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from kiosk.commands.help_calls import HelpCallState
from kiosk.commands.records import HelpCall
from kiosk.commands.station import HomePage
from tests.builders import MONDAY, DemoStation, beside
from tests.services.people import ZHANG, show

STAFF = ("clerk", "librarian", "manager", "volunteer")


@pytest.fixture
def desk(demo: DemoStation, tmp_path: Path) -> Iterator[DemoStation]:
    """The front desk, beside the kiosk whose store it shares."""
    station = beside(demo, tmp_path / "beside")
    yield station
    station.close()


def called(demo: DemoStation) -> str:
    return str(demo.accept("call_help", page="rooms")["help_call"])


def state(demo: DemoStation, call: str, who: str | None = None, seconds: int = 0) -> HelpCall | None:
    found: HelpCall | None = demo.ask(
        HelpCallState(call=call), who=who, at=MONDAY + timedelta(seconds=seconds)
    )
    return found


@pytest.mark.parametrize("kind", ["answer_help", "close_help"])
@pytest.mark.parametrize("who", [None, ZHANG, *STAFF])
def test_every_one_of_us_may_answer_and_nobody_else(demo: DemoStation, kind: str, who: str | None) -> None:
    answer = demo.do(kind, who=who, call=called(demo))
    assert answer.status == ("accepted" if who in STAFF else "refused")
    assert answer.reason == (None if who in STAFF else "not_allowed")


@pytest.mark.parametrize("kind", ["answer_help", "close_help"])
def test_a_call_that_nobody_knows_is_named(demo: DemoStation, kind: str) -> None:
    assert demo.do(kind, who="clerk", call="x").reason == "unknown_help_call"


def test_the_screen_that_called_sees_that_somebody_comes(demo: DemoStation, desk: DemoStation) -> None:
    call = called(demo)
    first = state(demo, call)
    assert first is not None and (first.status, first.answered_by, first.phone) == ("open", "", "")
    desk.station.exchange()
    assert desk.accept("answer_help", who="volunteer", call=call)["answered_by"] == "volunteer"
    demo.station.exchange()
    then = state(demo, call, seconds=90)
    assert then is not None and (then.status, then.phone) == ("answered", "")
    desk.accept("close_help", who="clerk", call=call)
    demo.station.exchange()
    last = state(demo, call)
    assert last is not None and last.status == "closed"


def test_after_a_minute_the_stations_phone_is_told(demo: DemoStation) -> None:
    call = called(demo)
    before, after = state(demo, call, seconds=59), state(demo, call, seconds=60)
    assert before is not None and before.phone == ""
    assert after is not None and after.phone == demo.ask(HomePage()).phone != ""


def test_who_comes_is_named_for_those_of_us_alone(demo: DemoStation) -> None:
    call = called(demo)
    demo.accept("answer_help", who="clerk", call=call)
    names = {who: found.answered_by for who in (None, ZHANG, *STAFF) if (found := state(demo, call, who))}
    assert names == dict.fromkeys((None, ZHANG), "") | dict.fromkeys(STAFF, "周示岚")


def test_another_screen_hears_nothing_of_it(demo: DemoStation, desk: DemoStation) -> None:
    call = called(demo)
    desk.station.exchange()
    assert state(desk, call) is None
    assert state(desk, call, "volunteer") is not None
    assert state(desk, "x", "volunteer") is None


def test_both_go_there_when_two_desks_answer_without_a_line(demo: DemoStation, desk: DemoStation) -> None:
    call = called(demo)
    desk.station.exchange()
    with demo.cut_off():
        first = desk.do("answer_help", who="clerk", call=call)
        second = demo.do("answer_help", who="volunteer", call=call)
        assert (first.status, second.status) == ("pending", "pending")
    desk.station.exchange()
    demo.station.exchange()
    rows = {row["id"]: (row["status"], row["answered_by"]) for row in show(desk, "help_calls")}
    assert rows[call] in {("answered", "clerk"), ("answered", "volunteer")}
    assert {row["status"] for row in show(desk, "outbox")} == {"accepted"}


def test_a_second_answer_is_told_that_somebody_goes_already(demo: DemoStation) -> None:
    call = called(demo)
    demo.accept("answer_help", who="clerk", call=call)
    again = demo.do("answer_help", who="volunteer", call=call)
    assert (again.reason, again.detail) == ("already_done", {"state": "answered", "of": "help_call"})


def test_the_list_says_who_came_and_when(demo: DemoStation) -> None:
    call = called(demo)
    demo.accept("answer_help", who="volunteer", call=call, at=MONDAY + timedelta(minutes=1))
    demo.accept("close_help", who="clerk", call=call, at=MONDAY + timedelta(minutes=5))
    (row,) = show(demo, "help_calls", id=call)
    assert {name: row[name] for name in ("status", "answered_by", "answered_at", "closed_by", "closed_at")} == {
        "status": "closed", "answered_by": "volunteer", "answered_at": "2026-11-23T09:42",
        "closed_by": "clerk", "closed_at": "2026-11-23T09:46",
    }  # fmt: skip
