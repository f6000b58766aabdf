"""A new terminal's first walk through a store of a million rows: how long, and how much memory."""

import json
import subprocess
import sys
import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update

from db import tables as t
from db.engines import Database, sqlite_url
from tests.bench.table import line, median
from tests.builders import DemoStation

pytestmark = pytest.mark.bench
ROWS = 1_000_000
ROUNDS = 5
BEGAN = datetime(2016, 1, 4, 9)
WALKING = """
import json, resource, sys, time
from pathlib import Path
from kiosk.config import HomeFolder, Settings
from kiosk.sync.setup import being_made, make_home
from kiosk.station import Station
folder = HomeFolder(Path(sys.argv[1]))
with being_made(folder) as half:
    make_home(half, Settings(terminal="", role="desk", demo=True, store=sys.argv[2]))
station = Station(folder)
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
began = time.monotonic()
station.exchange()
taken = time.monotonic() - began
assert station.online, station.trouble
with station._database.read() as connection:
    counts = (connection.exec_driver_sql(f"SELECT count(*) FROM {name}") for name in ("tickets", "ticket_events", "loans"))
    rows = sum(count.scalar() for count in counts)
    stage = connection.exec_driver_sql("SELECT stage FROM home").scalar()
station.close()
after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps([taken, rows, stage, before, after]))
"""


def test_a_new_terminal_walks_through_a_million_rows(demo_template: Path, tmp_path: Path) -> None:
    demo = DemoStation(demo_template, tmp_path / "first")
    demo.close()
    url = sqlite_url(demo.folder.own_store)
    _fill(url)
    walks = [_walk(tmp_path / f"new-{n}", url) for n in range(ROUNDS)]
    taken, memory = median([walk[0] for walk in walks]), max(walk[4] - walk[3] for walk in walks)
    line(
        f"bootstrap from a store with {ROWS:,} rows",
        f"{taken:.0f} s ({taken / ROWS * 1e6:.0f} µs a row); memory grows by {memory // 1024} MiB",
        "at most 60 s, memory flat",
    )


def _walk(path: Path, url: str) -> list[Any]:
    done = subprocess.run(
        [sys.executable, "-c", WALKING, str(path), url], capture_output=True, text=True, check=True
    )
    said: list[Any] = json.loads(done.stdout)
    assert said[2] == "normal" and said[1] > ROWS // 2
    return said


def _fill(url: str) -> None:
    """Ten busy years: of ten rows four outcomes, three events, two tickets, a loan."""
    database = Database(url)
    revision = 1000  # beyond the demo's own
    with database.write() as connection:
        made = _rows(revision)
        while some := list(islice(made, 5_000)):
            for table in (t.outcomes, t.ticket_events, t.tickets, t.loans):
                if rows := [row for kind, row in some if kind is table]:
                    connection.execute(insert(table), rows)
        connection.execute(update(t.store).values(revision=revision + ROWS))
    database.close()


def _rows(first: int) -> Iterator[tuple[Any, dict[str, Any]]]:
    for n in range(ROWS // 10):
        at, revision = BEGAN + timedelta(minutes=50 * n), first + 4 * n
        tickets = [str(uuid.uuid4()) for _ in range(2)]
        for k in range(4):
            yield t.outcomes, _outcome(revision + k, at, tickets[k % 2])
        for k, key in enumerate(tickets):
            yield t.tickets, _ticket(key, n * 2 + k, at, revision)
        for k in range(3):
            yield t.ticket_events, _event(tickets[k % 2], at, revision)
        yield t.loans, _loan(n, at, revision)


def _outcome(revision: int, at: datetime, ticket: str) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()), "incarnation": "old", "seq": revision, "kind": "open_ticket", "status": "accepted",
        "actor": "terminal:A", "detail": {}, "flags": [], "made_at": at, "decided_at": at, "result": {"ticket": ticket},
        "told": {"number": "A001"}, "attention": False, "rows": [["tickets", ticket]], "revision": revision,
    }  # fmt: skip


def _ticket(key: str, n: int, at: datetime, revision: int) -> dict[str, Any]:
    return {
        "id": key, "number": f"Z{n}", "day": at.date(), "item": "gaoling", "mode": "counter", "state": "closed",
        "made_at": at, "queued_at": at, "called_at": at, "started_at": at, "ended_at": at, "due": at.date(),
        "code_hash": uuid.uuid4().hex * 2, "terminal": "A", "priority": False, "revision": revision, "deleted": False,
    }  # fmt: skip


def _event(ticket: str, at: datetime, revision: int) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()), "ticket": ticket, "what": "call", "at": at, "by": "clerk", "revision": revision,
        "deleted": False,
    }  # fmt: skip


def _loan(n: int, at: datetime, revision: int) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()), "copy": f"c{n % 5000}", "title": f"t{n % 4000}", "lent_at": at, "due": date(2016, 2, 1),
        "renewals": 0, "returned_at": at, "state": "returned", "revision": revision, "deleted": False,
    }  # fmt: skip
