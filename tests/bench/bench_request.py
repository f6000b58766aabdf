"""One room request, durable in the home and decided in the store, beside one durable raw insert."""

import sqlite3
import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.bench.filling import add_rooms, fill_bookings
from tests.bench.table import line, median, ms, p95, seconds
from tests.builders import DemoStation

pytestmark = pytest.mark.bench
ROOMS = 20
LAST_DAY = date(2026, 12, 1)
FREE = {"start": "19:30", "end": "21:00"}
ROUNDS = 5
PER_ROUND = 40


@pytest.mark.parametrize("bookings", [100, 10_000, 100_000])
def test_one_request_is_decided_among_many_bookings(
    demo_template: Path, tmp_path: Path, bookings: int, request: pytest.FixtureRequest
) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.close()
    fill_bookings(demo.folder, add_rooms(demo.folder, ROOMS), bookings, LAST_DAY)
    demo.station = type(demo.station)(demo.folder)
    wishes = _wishes(demo)
    raw = _raw(tmp_path / "raw.db")
    requests, floors = [], []
    for _ in range(ROUNDS):
        floors += [seconds(lambda: _insert(raw)) for _ in range(PER_ROUND)]
        requests += [seconds(lambda: next(wishes)) for _ in range(PER_ROUND)]
    demo.close()
    ratio = median(requests) / median(floors)
    line(
        f"room request among {bookings:,} bookings in {ROOMS} rooms",
        f"{ratio:.1f} x a raw durable insert ({ms(median(requests))}, p95 {ms(p95(requests))}; raw {ms(median(floors))})",
        "at most 10 x, flat from 100 to 100,000",
    )


def _wishes(demo: DemoStation) -> Iterator[object]:
    """The last free slot of each room, day after day."""
    for n in range(ROOMS * 20):
        day = LAST_DAY - timedelta(days=n // ROOMS)
        yield demo.accept(
            "request_booking", room=f"r{n % ROOMS}", date=day.isoformat(), **FREE, people=9, purpose="排练",
            party={"kind": "group", "name": f"合唱队{n}"}, contact_name="张示明", contact_phone="13490000001",
            at=datetime(day.year, day.month, day.day, 9) - timedelta(days=14),
        )  # fmt: skip


def _raw(path: Path) -> sqlite3.Connection:
    raw = sqlite3.connect(path, isolation_level=None)
    raw.execute("PRAGMA journal_mode=WAL")
    raw.execute("PRAGMA synchronous=FULL")
    raw.execute("CREATE TABLE bookings (id TEXT PRIMARY KEY, room TEXT, day TEXT, start INT, end INT)")
    return raw


def _insert(raw: sqlite3.Connection) -> None:
    raw.execute("BEGIN IMMEDIATE")
    raw.execute("INSERT INTO bookings VALUES (?, 'huiyishi', '2026-11-26', 840, 930)", (str(uuid.uuid4()),))
    raw.execute("COMMIT")
