"""A command at one terminal until it can be read at another on the same machine: two processes, one store."""

import json
import random
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from db.engines import sqlite_url
from kiosk.commands.tickets import CallHelp
from kiosk.config import HomeFolder, Settings
from kiosk.station import Station
from kiosk.station_setup import init
from tests.bench.table import line, median, ms, p95
from tests.builders import DemoStation

pytestmark = pytest.mark.bench
SAMPLES = 150
# CLOCK_MONOTONIC is the same in every process of a machine.
LISTENER = """
import json, queue, sys, time
from pathlib import Path
from kiosk.commands.station import Listing
from kiosk.config import HomeFolder
from kiosk.station import Station
station, changes, seen = Station(HomeFolder(Path(sys.argv[1]))), queue.SimpleQueue(), set()
station.follow(lambda: changes.put(None))
while len(seen) < int(sys.argv[2]):
    changes.get()
    known = {row["id"] for row in station.ask(Listing(what="help_calls"))}
    now = time.monotonic()
    for new in known - seen:
        print(json.dumps([new, now]), flush=True)
    if not seen and not known:
        print("listening", flush=True)
    seen |= known
station.close()
"""


def test_on_one_file(demo_template: Path, tmp_path: Path) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.close()
    _measure("SQLite", sqlite_url(demo.folder.own_store), tmp_path)


def test_on_one_server(tmp_path: Path, postgres_store: Callable[[], str]) -> None:
    _measure("PostgreSQL", postgres_store(), tmp_path)


def _measure(name: str, url: str, path: Path) -> None:
    settings = Settings(terminal="", role="desk", demo=True, store=url)
    here = init(HomeFolder(path / "here"), settings)
    init(HomeFolder(path / "there"), settings).close()
    here.follow(lambda: None)
    with _listener(path / "there") as there:
        begun = _commands(here)
        heard = {key: at for key, at in map(json.loads, there)}
    here.close()
    taken = [heard[key] - at for key, at in begun.items()]
    line(
        f"a command at one terminal, to be read at another ({name}, {len(taken)} times)",
        f"p95 {ms(p95(taken))}, half of them {ms(median(taken))}, at most {ms(max(taken))}",
        "p95 at most 300 ms",
    )


def _commands(station: Station) -> dict[str, float]:
    """Each command with the moment it was wished; at uneven times, so that no rhythm of the other's is met."""
    chance, begun = random.Random(7), {}
    for _ in range(SAMPLES):
        time.sleep(chance.uniform(0.05, 0.35))
        at = time.monotonic()
        answer = station.do(CallHelp(page="home"))
        assert answer.status == "accepted", answer
        begun[answer.id] = at
    return begun


@contextmanager
def _listener(home: Path) -> Iterator[Iterator[str]]:
    """What the other process says, once it has begun to listen."""
    words = [sys.executable, "-c", LISTENER, str(home), str(SAMPLES)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "listening\n"
        yield process.stdout
