"""Processes that want the same thing at the same moment: one gets it, everybody is answered, no number comes twice."""

import os
import random
import time
from collections import Counter
from typing import Any

import pytest

from db import tables as t
from kiosk.commands.base import from_fields
from tests.faults.processes import AT, Heard, Wish, Worker, all_at_once
from tests.stores import Shared

KILLS = max(2, int(os.environ.get("YIZHAN_SCHEDULES", "40")) // 50)
CARDS = ("3709152841", "5281639400")
DAYS = [f"2026-12-{day:02}" for day in range(1, 7)]


def a_room(day: str, party: str) -> Wish:
    fields = {
        "room": "huiyishi", "date": day, "start": "08:30", "end": "10:00", "people": 5, "contact_name": "李丽",
        "contact_phone": "13800000000", "party": {"kind": "group", "name": party},
    }  # fmt: skip
    return "request_booking", fields, None


A_NUMBER: Wish = ("open_ticket", {"item": "gaoling"}, None)
A_CALL: Wish = ("call_next", {"counter": "1"}, "clerk")


def wishes_of(n: int) -> list[Wish]:
    """The same rooms and copies as everybody wants, and numbers between."""
    mine: list[Wish] = []
    for k, day in enumerate(DAYS):
        mine += [a_room(day, f"太极{n}队"), A_NUMBER]
        if k < 3:
            mine.append(("check_out_copy", {"copy": f"S000000{1 + k}"}, CARDS[n % 2]))
    return mine


def assert_shared_out(shared: Shared, told: list[Heard], homes: int) -> None:
    rooms = Counter((row.room, row.day, row.start) for row in shared.stored(t.occupations) if row.live)
    assert len(rooms) == len(DAYS) and set(rooms.values()) == {1}
    loans = Counter(row.copy for row in shared.stored(t.loans) if row.state == "open")
    assert len(loans) == 3 and set(loans.values()) == {1}
    numbers = [row.number for row in shared.stored(t.tickets)]
    assert len(numbers) == len(set(numbers)) == homes * len(DAYS)
    assert_agrees(shared, told)


def assert_agrees(shared: Shared, told: list[Heard]) -> None:
    """Whoever was told anything that was kept finds it decided so."""
    decided = {row.id: (row.status, row.reason) for row in shared.stored(t.outcomes)}
    kept = {answer.id: answer for answer in told if answer.status != "refused" or answer.id in decided}
    assert kept.keys() <= decided.keys()
    finals = {key: (one.status, one.reason) for key, one in kept.items() if one.status != "pending"}
    assert finals == {key: decided[key] for key in finals}


def join_until(shared: Shared, count: int) -> list[str]:
    for name in "defgh"[: count - 3]:
        shared.add(name)
    return list("abcdefgh"[:count])


@pytest.mark.parametrize("count", [2, 8 if "YIZHAN_SCHEDULES" in os.environ else 4])
def test_of_many_processes_one_gets_the_room_and_the_book(shared: Shared, count: int) -> None:
    names = join_until(shared, count)
    told = all_at_once([Worker(shared.folder(name), wishes_of(n)) for n, name in enumerate(names)])
    for name in names:
        shared[name].exchange()
    assert_shared_out(shared, told, count)
    assert shared.wrongs() == []


def test_two_desks_never_call_one_number_twice(shared: Shared) -> None:
    clerk = shared["a"].find_actor("clerk")
    for _ in range(6):
        shared["a"].do(from_fields(*A_NUMBER[:2]), clerk, AT)
    shared["b"].exchange(), shared["c"].exchange()
    told = all_at_once([Worker(shared.folder(name), [A_CALL] * 4) for name in "bc"])
    called = [answer.result["number"] for answer in told if answer.status == "accepted"]
    assert len(called) == len(set(called)) >= 4
    states = Counter(row.state for row in shared.stored(t.tickets))
    assert states["called"] == len(called)
    assert_agrees(shared, told)
    assert shared.wrongs() == []


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_terminal_killed_while_two_others_want_the_same_leaves_nothing_half(
    shared: Shared, seed: int
) -> None:
    """On a file, whoever decides is the killed process itself; on a server its client."""
    rng = random.Random(seed)
    victim = Worker(shared.folder("a"), wishes_of(0) * 200)
    others = [Worker(shared.folder(name), wishes_of(n)) for n, name in enumerate("bc", start=1)]
    for worker in (victim, *others):
        worker.start()
    time.sleep(rng.uniform(0.05, 1.0))
    victim.kill()
    told = [answer for worker in (victim, *others) for answer in worker.answers()]
    assert [worker.process.exitcode for worker in (victim, *others)] == [-9, 0, 0]
    for name in "abc":
        shared[name].exchange()
    kept: set[Any] = {row.command_id for row in shared.in_home("a", t.outbox)}
    assert kept <= {row.id for row in shared.stored(t.outcomes)}
    assert_agrees(shared, told)
    assert shared.wrongs() == []
