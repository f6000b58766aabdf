"""No two live occupations of a room overlap, whoever writes, in whatever order."""

import multiprocessing
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder
from kiosk.domain.times import at, minutes
from kiosk.station import Station
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import THURSDAY, a_request, moment, show

SLOTS = ("08:30", "10:00", "14:00", "15:30", "18:00", "19:30")
ENDS = ("10:00", "11:30", "15:30", "17:00", "19:30", "21:00")
RACED = [(day, slot) for day in range(4) for slot in range(6)]


def race(path: Path, start: Any, answers: Any) -> None:
    """One process asks for the same slots as the other, as fast as it can."""
    station = Station(HomeFolder(path))
    start.wait()
    for day, slot in RACED:
        fields = a_request(date=THURSDAY + timedelta(days=day), start=SLOTS[slot], end=ENDS[slot])
        answer = station.do(from_fields("request_booking", fields), None, MONDAY)
        answers.put(((day, slot), answer.status.value, answer.reason))
    station.close()


def test_of_two_processes_that_race_for_the_same_slots_each_slot_goes_to_one(demo: DemoStation) -> None:
    spawn = multiprocessing.get_context("spawn")
    start, answers = spawn.Barrier(2), spawn.Queue()
    racers = [spawn.Process(target=race, args=(demo.folder.path, start, answers)) for _ in range(2)]
    for racer in racers:
        racer.start()
    heard = [answers.get(timeout=60) for _ in range(2 * len(RACED))]
    for racer in racers:
        racer.join(timeout=30)
    assert sorted(wanted for wanted, status, _ in heard if status == "accepted") == RACED
    assert {reason for _, status, reason in heard if status != "accepted"} == {"slot_taken"}
    assert no_overlap(demo)


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["request", "request", "request", "approve", "reject", "cancel", "block", "no_show"]),
        st.sampled_from(["lanqiu", "lanqiu", "menqiu", "jianshen"]),
        st.integers(0, 5),
        st.integers(0, 1),
    ),
    min_size=10,
    max_size=20,
)


@pytest.fixture
def next_monday() -> Any:
    """Every example gets a week of its own, far from the others."""
    weeks = iter(range(0, 10_000, 2))
    return lambda: MONDAY + timedelta(weeks=next(weeks))


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_no_order_of_requests_and_answers_puts_two_into_one_room(
    demo: DemoStation, next_monday: Any, steps: list[tuple[str, str, int, int]]
) -> None:
    monday = next_monday()
    day = monday.date() + timedelta(days=14)
    made: list[str] = []
    for what, room, n, more in steps:
        span = SLOTS[n], ENDS[n | more]  # two slots that touch, or one
        answer = step(demo, what, room, span, day, made, n)
        if what == "request" and answer.status == "accepted":
            made.append(answer.id)
    assert no_overlap(demo, day)


def step(
    demo: DemoStation, what: str, room: str, span: tuple[str, str], day: date, made: list[str], n: int
) -> Any:
    asked = moment(day - timedelta(days=14), "09:41")
    start, end = span
    if what == "request":
        room = "lanqiu" if room == "jianshen" else room
        party = {"kind": "person", "name": f"试{'甲乙丙丁戊己'[n]}{len(made)}"}
        request = a_request(room=room, date=day, start=start, end=end, party=party)
        return demo.do("request_booking", at=asked, **request)
    if what == "block":
        block = {"room": room, "date": day.isoformat(), "start": start, "end": end}
        return demo.do("block_room", who="manager", at=asked, why="class", title="课", **block)
    booking = made[n % len(made)] if made else "none"
    more = {"why": "改期"} if what == "reject" else {}
    when = at(day, minutes("20:00")) if what == "no_show" else asked
    return demo.do(f"{what}_booking", who="clerk", at=when, booking=booking, **more)


def no_overlap(demo: DemoStation, day: date | None = None) -> bool:
    """Live occupations of the same room, or of a whole and its part, never share a minute."""
    where = {"date": day.isoformat()} if day else {}
    live = [row for row in show(demo, "occupations", **where) if row["live"]]
    whole = {row["code"]: row["part_of"] for row in show(demo, "rooms")}
    return not any(
        one["date"] == other["date"]
        and (
            one["room"] == other["room"]
            or one["room"] == whole[other["room"]]
            or other["room"] == whole[one["room"]]
        )
        and max(one["start"], other["start"]) < min(one["end"], other["end"])
        for one, other in combinations(live, 2)
    )
