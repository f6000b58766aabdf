"""Whatever is done to bookings, in whatever order: only allowed moves, no two in one room, no strike counted twice."""

from collections import Counter
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.domain.bookings import Move, next_state
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import BookingState
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import a_request, moment, show
from tests.services.test_bookings_races import ENDS, SLOTS, no_overlap

CLERKS = ("approve", "reject", "cancel", "complete", "no_show", "release", "move")
KINDS = (
    "request",
    "request",
    "request",
    "wait",
    "wait",
    "series",
    "both",
    "block",
    "unblock",
    "check_in",
    "appeal",
    "waive",
)
HOURS = ("2|09:00", "2|16:00", "14|08:20", "14|09:05", "14|20:00")
"""Days after the first one, and the time: before the decision, on the day itself, after it."""
STEPS = st.lists(
    st.tuples(
        st.sampled_from(CLERKS + KINDS), st.sampled_from(["lanqiu", "menqiu", "huiyishi"]), st.integers(0, 5),
        st.sampled_from(HOURS), st.booleans(),
    ),
    min_size=8,
    max_size=25,
)  # fmt: skip
TOGETHER = {
    before: {after for move in Move if not isinstance(after := next_state(before, move), Refused)}
    for before in BookingState
}


@pytest.fixture
def next_monday() -> Any:
    weeks = iter(range(0, 10_000, 8))
    return lambda: MONDAY + timedelta(weeks=next(weeks))


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_order_of_commands_breaks_a_rule(demo: DemoStation, next_monday: Any, steps: list[Any]) -> None:
    life = Life(demo, next_monday())
    for step in steps:
        before = life.states()
        life.live(step)
        for booking, state in life.states().items():
            was = before.get(booking, state)
            assert state == was or can_become(was, state), (step, was, state)
    assert no_overlap(demo)
    strikes = Counter(row["booking"] for row in show(demo, "strikes"))
    assert set(strikes.values()) <= {1}
    assert verify_store(store_url(demo.folder)) == verify_home(demo.folder) == []


def can_become(was: str, state: str) -> bool:
    """By one move, or by two of one command: who moves up may have been seen to expire, who comes late was given up."""
    near = TOGETHER[BookingState(was)]
    return BookingState(state) in near | {one for other in near for one in TOGETHER[other]}


class Life:
    """A day two weeks after a Monday, and what is done to its bookings."""

    def __init__(self, demo: DemoStation, monday: datetime) -> None:
        self.demo, self.monday = demo, monday
        self.day: date = monday.date() + timedelta(days=14)
        self.made: list[str] = []
        self.blocks: list[str] = []

    def states(self) -> dict[str, str]:
        return {row["id"]: str(row["status"]) for row in show(self.demo, "bookings")}

    def live(self, step: tuple[str, str, int, str, bool]) -> None:
        what, room, n, when, more = step
        days, _, time = when.partition("|")
        now = moment(self.monday.date() + timedelta(days=int(days)), time)
        booking = self.made[n % len(self.made)] if self.made else "none"
        span = {"start": SLOTS[n], "end": ENDS[n | more]}
        if what in ("request", "wait", "both", "series"):
            self._ask(what, room, n, span)
        elif what in CLERKS:
            self._decide(what, booking, n, now, more)
        elif what == "block":
            self._block(room, span)
        else:
            self._other(what, booking, n, now)

    def _ask(self, what: str, room: str, n: int, span: dict[str, str]) -> None:
        party = {"kind": "person", "name": f"试{'甲乙丙丁戊己'[n]}"}
        fields = a_request(
            room=room, date=self.day, party=party, contact_phone=f"1381234{len(self.made):04}", **span
        )
        kind = "request_series" if what == "series" else "request_booking"
        more: dict[str, Any] = {"waitlist": what == "wait"}
        more |= {"rule": "FREQ=DAILY;COUNT=3"} if what == "series" else {}
        more |= {"also": ["dangjian"]} if what == "both" else {}
        answer = self.demo.do(kind, at=self.monday, **fields, **more)
        result = answer.result
        self.made += (
            [result["booking"]]
            if "booking" in result
            else [one["booking"] for one in result.get("bookings", ())]
        )

    def _decide(self, what: str, booking: str, n: int, now: datetime, more: bool) -> None:
        fields: dict[str, Any] = {"why": "改期"} if what == "reject" else {}
        if what in ("approve", "reject", "cancel"):
            fields["whole_series"] = more
        if what == "release" and more:
            fields["end"] = ENDS[n]
        if what == "move":
            fields |= {"room": "huiyishi"} if more else {"date": (self.day + timedelta(days=1)).isoformat()}
        self.demo.do(f"{what}_booking", who="clerk", booking=booking, at=now, **fields)

    def _block(self, room: str, span: dict[str, str]) -> None:
        answer = self.demo.do(
            "block_room",
            who="manager",
            at=self.monday,
            room=room,
            date=self.day.isoformat(),
            why="class",
            title="课",
            **span,
        )
        self.blocks += [answer.result["occupation"]] if answer.result else []

    def _other(self, what: str, booking: str, n: int, now: datetime) -> None:
        if what == "unblock" and self.blocks:
            self.demo.do("unblock_room", who="clerk", at=now, occupation=self.blocks[n % len(self.blocks)])
        elif what == "check_in":
            self.demo.do("check_in", who="volunteer", booking=booking, at=now)
        elif what in ("appeal", "waive"):
            self.demo.do(f"{what}_strike", who="manager", strike=booking, at=now)
