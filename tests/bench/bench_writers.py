"""Eight processes, each with a home of its own, that write to one SQLite store as fast as they can."""

import json
import shutil
import statistics
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kiosk.config import HomeFolder, Settings
from kiosk.station_setup import init
from kiosk.sync.verify import store_url, verify_home, verify_store
from tests.bench.table import line, median, ms, share
from tests.builders import SUNDAY

pytestmark = pytest.mark.bench
PROCESSES, COMMANDS, ROUNDS = 8, 20_000, 5


@dataclass
class Round:
    rate: float
    waits: list[float]
    least: float
    """What the slowest had done of its fair share when the first had done all."""


@pytest.mark.timeout(3600)
def test_eight_processes_take_turns(demo_template: Path, tmp_path: Path) -> None:
    rounds = []
    for n in range(ROUNDS):
        folders = _homes(demo_template, tmp_path / str(n))
        rounds.append(_a_round(folders))
        assert verify_store(store_url(folders[0])) == []
        assert [finding for folder in folders for finding in verify_home(folder)] == []
        shutil.rmtree(tmp_path / str(n))
    longest = [share(one.waits, 0.999) for one in rounds]
    line(
        f"{PROCESSES} processes do {COMMANDS:,} commands in one SQLite store: waiting for the lock",
        f"p99.9 {ms(median(longest))} (slowest round {ms(max(longest))}), "
        f"middle {ms(median([median(one.waits) for one in rounds]))}",
        "p99.9 at most 150 ms",
    )
    line(
        "the slowest of them, none lost",
        f"{median([one.least for one in rounds]):.2f} of its fair share, "
        f"{median([one.rate for one in rounds]):,.0f} commands/s in all",
        "at least 0.5",
    )


def _homes(template: Path, path: Path) -> list[HomeFolder]:
    """The first has the store."""
    first = HomeFolder(Path(shutil.copytree(template, path / "0")))
    shared = Settings(terminal="", role="kiosk", demo=True, store=store_url(first))
    others = [HomeFolder(path / str(n)) for n in range(1, PROCESSES)]
    for folder in others:
        init(folder, shared, clock=lambda: SUNDAY).close()
    return [first, *others]


def _a_round(folders: list[HomeFolder]) -> Round:
    processes = [_process(folder) for folder in folders]
    for process in processes:
        assert process.stdout is not None and process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    said = [json.loads(process.communicate()[0]) for process in processes]
    assert [one["left"] for one in said] == [0] * PROCESSES
    done = [one["done"] for one in said]
    first_ready = min(moments[-1] for moments in done)
    counts = [sum(moment <= first_ready for moment in moments) for moments in done]
    taken = max(moments[-1] for moments in done) - min(moments[0] for moments in done)
    return Round(
        COMMANDS / taken,
        [wait for one in said for wait in one["waits"]],
        min(counts) / statistics.mean(counts),
    )


def _process(folder: HomeFolder) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.bench.writing", str(folder.path), str(COMMANDS // PROCESSES)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
