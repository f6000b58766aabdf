"""Several processes on one home, and processes killed at any instant: nothing twice, nothing lost, nothing half."""

import json
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.config import HomeFolder
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.builders import DemoStation

AT_WORK = """
import json, sys
from pathlib import Path
from datetime import datetime, timedelta
from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder
from kiosk.station import Station
station, count = Station(HomeFolder(Path(sys.argv[1]))), int(sys.argv[2])
print("ready", flush=True)
sys.stdin.readline()
at = datetime(2026, 11, 23, 9, 41)
wishes = [from_fields("open_ticket", {"item": "gaoling"}), from_fields("call_help", {"page": "home"})]
for n in range(count):
    answer = station.do(wishes[n % 2], at=at + timedelta(seconds=40 * n))
    print(json.dumps([answer.id, answer.status, answer.reason]), flush=True)
"""


def at_work(folder: HomeFolder, count: int) -> "subprocess.Popen[str]":
    """A process that does `count` commands, once it is told to start, and says each answer after its commit."""
    command = [sys.executable, "-c", AT_WORK, str(folder.path), str(count)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None and process.stdout.readline() == "ready\n"
    return process


def start(process: "subprocess.Popen[str]") -> None:
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()


def answers(process: "subprocess.Popen[str]") -> list[list[Any]]:
    """What it said until its end; a kill may cut the last line."""
    said, _ = process.communicate(timeout=60)
    return [json.loads(line) for line in said.splitlines(keepends=True) if line.endswith("\n")]


def stored(path: Path, table: Any) -> list[Any]:
    database = Database(sqlite_url(path))
    with database.read() as connection:
        rows = list(connection.execute(select(table)))
    database.close()
    return rows


def all_is_well(folder: HomeFolder) -> bool:
    return verify_store(store_url(folder)) == verify_home(folder) == []


def test_two_processes_on_one_home_both_work(demo: DemoStation) -> None:
    both = [at_work(demo.folder, 40) for _ in range(2)]
    for process in both:
        start(process)
    said = [answer for process in both for answer in answers(process)]
    assert [process.returncode for process in both] == [0, 0]
    assert {tuple(answer[1:]) for answer in said} == {("accepted", None)}
    assert len({answer[0] for answer in said}) == 80
    numbers = [row.number for row in stored(demo.folder.own_store, t.tickets)]
    assert len(numbers) == len(set(numbers)) == 40
    assert all_is_well(demo.folder)


def test_two_homes_on_one_store_give_every_number_and_room_once(demo: DemoStation, tmp_path: Path) -> None:
    from kiosk.config import Settings
    from kiosk.station_setup import init

    second = HomeFolder(tmp_path / "second")
    init(second, Settings(terminal="", role="kiosk", demo=True, store=store_url(demo.folder))).close()
    both = [at_work(folder, 30) for folder in (demo.folder, second)]
    for process in both:
        start(process)
    assert {answer[1] for process in both for answer in answers(process)} == {"accepted"}
    assert len(stored(demo.folder.own_store, t.tickets)) == 30
    demo.station.exchange()
    assert all_is_well(demo.folder) and verify_home(second) == []


@pytest.mark.parametrize("seed", range(5))
def test_what_a_killed_process_had_acknowledged_has_exactly_one_outcome(demo: DemoStation, seed: int) -> None:
    process = at_work(demo.folder, 100_000)
    start(process)
    time.sleep(random.Random(seed).uniform(0.02, 0.6))
    process.send_signal(signal.SIGKILL)
    said = answers(process)
    assert process.returncode == -signal.SIGKILL
    kept = {row.command_id for row in stored(demo.folder.database, t.outbox)}
    assert {answer[0] for answer in said} <= kept
    demo.station.exchange()
    outcomes = [row.id for row in stored(demo.folder.own_store, t.outcomes)]
    assert {answer[0] for answer in said} <= set(outcomes)
    assert kept == set(outcomes) and len(outcomes) == len(kept)
    assert all_is_well(demo.folder)


def test_a_process_killed_while_it_exchanges_leaves_the_turn_to_the_next(demo: DemoStation) -> None:
    killed, other = at_work(demo.folder, 100_000), at_work(demo.folder, 30)
    start(killed)
    start(other)
    time.sleep(0.15)
    killed.kill()
    answers(killed)
    assert {answer[1] for answer in answers(other)} == {"accepted"}
    demo.station.exchange()
    assert all_is_well(demo.folder)


def test_an_answer_waits_no_longer_than_two_seconds_for_a_busy_store(demo: DemoStation) -> None:
    other = Database(store_url(demo.folder))
    with other.write():
        began = time.monotonic()
        answer = demo.do("call_help", page="home")
        took = time.monotonic() - began
    assert answer.status == "pending" and took < 2
    other.close()
    assert [decided.status for decided in demo.station.exchange().values()] == ["accepted"]
