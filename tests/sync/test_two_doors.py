"""One code at two doors that are both cut off, then both are back: both scans are kept, one check-in, one report of both."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from db import tables as t
from kiosk.commands.base import from_fields
from kiosk.commands.checkin import ReadCode
from kiosk.commands.desk import TroublesNow
from kiosk.commands.station import Listing
from kiosk.station import Station
from tests.services.bookings import THURSDAY, a_request, moment
from tests.stores import Shared

MADE = datetime(2026, 11, 23, 9, 0)
FIRST, SECOND = moment(THURSDAY, "08:20"), moment(THURSDAY, "08:24")
GONE = moment(THURSDAY, "08:46")


def do(station: Station, kind: str, at: datetime, who: str | None = None, **fields: Any) -> Any:
    return station.do(from_fields(kind, fields), station.find_actor(who) if who else None, at)


def show(station: Station, what: str, at: datetime = GONE) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = station.ask(Listing(what=what, where={}), at=at)
    return found


def meet(station: Station) -> None:
    """The first try may find that its connection has ended."""
    for _ in range(2):
        station.exchange()
    assert station.online


def a_known_code(shared: Shared) -> tuple[str, str]:
    """Approved, and known to both doors."""
    request = do(shared["a"], "request_booking", MADE, **a_request())
    shared["c"].exchange()
    approved = do(shared["c"], "approve_booking", MADE, "clerk", booking=request.id)
    assert approved.status == "accepted", approved
    for name in "ab":
        shared[name].exchange()
    return request.id, request.result["code"]


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_both_scans_are_kept_and_the_desk_is_shown_both(shared: Shared, order: str) -> None:
    booking, code = a_known_code(shared)
    letters = {name: shared[name].settings.terminal for name in "abc"}
    shared.hide()
    first = do(shared["a"], "check_in", FIRST, code=code)
    second = do(shared["b"], "check_in", SECOND, code=code, people=7)
    assert first.status == second.status == "pending"
    shared.show()
    for name in (*order, "c", "a", "b"):
        meet(shared[name])
    for name in "abc":
        scans = show(shared[name], "check_ins")
        assert {(row["at"], row["on"]) for row in scans} == {
            ("2026-11-26T08:20:00", letters["a"]), ("2026-11-26T08:24:00", letters["b"]),
        }  # fmt: skip
        (twice,) = show(shared[name], "duplicates")
        assert (twice["booking"], twice["first_at"], twice["first_on"]) == (
            booking,
            "2026-11-26T08:20:00",
            letters["a"],
        )
        assert (twice["second_at"], twice["second_on"]) == ("2026-11-26T08:24:00", letters["b"])
    (row,) = shared.stored(t.bookings)
    assert (row.state, row.checked_in_at, row.checked_in_on, row.attended) == (
        "checked_in",
        FIRST,
        letters["a"],
        7,
    )
    (unheard,) = shared["c"].ask(TroublesNow(), shared["c"].find_actor("clerk"), GONE).unheard
    assert unheard.about.flags == ("checked_in_twice",)
    assert [(scan.at, scan.on) for scan in unheard.about.scans] == [
        (FIRST, letters["a"]),
        (SECOND, letters["b"]),
    ]
    assert shared.wrongs() == []


def test_word_of_who_came_in_time_undoes_the_no_show_and_its_strike_once(shared: Shared) -> None:
    booking, code = a_known_code(shared)
    shared.hide()
    do(shared["b"], "check_in", FIRST, code=code)
    shared.show()
    meet(shared["c"])
    struck = do(shared["c"], "no_show_booking", GONE, "clerk", booking=booking)
    assert struck.result["strike"]
    meet(shared["b"])
    assert [row.state for row in shared.stored(t.bookings)] == ["checked_in"]
    assert [row.state for row in shared.stored(t.ledger)] == ["waived"]
    assert [row.live for row in shared.stored(t.occupations)] == [True]
    (scan,) = [row.result for row in shared.stored(t.outcomes) if row.kind == "check_in"]
    assert (scan["arrival"], scan["undone"]) == ("in_time", "no_show")
    assert show(shared["c"], "duplicates") == [] and shared.wrongs() == []


def test_a_door_that_is_cut_off_says_that_it_does_not_know_the_code_yet(shared: Shared) -> None:
    shared["b"].exchange()
    request = do(shared["a"], "request_booking", MADE, **a_request())
    code = request.result["code"]
    shared.hide()
    shared["b"].exchange()
    read = shared["b"].ask(ReadCode(text=code), at=MADE)
    assert (read.kind, read.state) == ("unknown", "not_here_yet")
    here = do(shared["a"], "request_booking", MADE + timedelta(minutes=1), **a_request(room="dangjian"))
    waiting = shared["a"].ask(ReadCode(text=here.result["code"]), at=MADE + timedelta(minutes=2))
    assert (waiting.kind, waiting.state) == ("booking", "provisional") and waiting.booking.provisional
    shared.show()
    meet(shared["a"])
    meet(shared["b"])
    assert shared["b"].ask(ReadCode(text=code), at=MADE).state == "not_approved"
