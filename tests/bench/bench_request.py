"""One room request, durable in the home and decided in the store, beside one durable raw insert."""

import sqlite3
import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from db import tables as t
from db.engines import Database, sqlite_url
from tests.bench.table import line, median, ms, p95, seconds
from tests.builders import DemoStation

pytestmark = pytest.mark.bench
ROOMS = 20
TAKEN = [(510, 600), (600, 690), (840, 930), (930, 1020), (1080, 1170)]
FREE = {"start": "19:30", "end": "21:00"}
ROUNDS = 5
PER_ROUND = 40


@pytest.mark.parametrize("bookings", [100, 10_000, 100_000])
def test_one_request_is_decided_among_many_bookings(
    demo_template: Path, tmp_path: Path, bookings: int, request: pytest.FixtureRequest
) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.close()
    last_day = _fill(demo, bookings)
    demo.station = type(demo.station)(demo.folder)
    wishes = _wishes(demo, last_day)
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


def _fill(demo: DemoStation, count: int) -> date:
    """The same past in home and store: five of six slots of every room and day, up to the measured days."""
    rooms = [str(uuid.uuid4()) for _ in range(ROOMS)]
    first, days = date(2026, 12, 1), count // (ROOMS * len(TAKEN)) + 1
    start = first - timedelta(days=days - 1)
    named = [
        {
            "id": room, "code": f"r{n}", "name": f"房间{n}", "bookable": True, "seats": 50, "equipment": [], "revision": 1,
            "area_m2": 30.0,
        }
        for n, room in enumerate(rooms)
    ]  # fmt: skip
    taken = [
        (str(uuid.uuid4()), str(uuid.uuid4()), room, start + timedelta(days=n), *slot)
        for n in range(days)
        for room in rooms
        for slot in TAKEN
    ][-count:]
    for url in (sqlite_url(demo.folder.database), sqlite_url(demo.folder.own_store)):
        database = Database(url)
        with database.write() as connection:
            connection.execute(insert(t.rooms), named)
            connection.execute(insert(t.occupations), [_occupation(*row) for row in taken])
            connection.execute(insert(t.bookings), [_booking(*row) for row in taken])
            connection.exec_driver_sql(
                "UPDATE home SET book = book + 1" if "home.db" in url else "UPDATE store SET book = book + 1"
            )
        database.close()
    return first


def _occupation(booking: str, key: str, room: str, day: date, start: int, end: int) -> dict[str, object]:
    return {
        "id": key, "room": room, "day": day, "start": start, "end": end, "why": "booking", "booking": booking,
        "title": "", "live": True, "revision": 1,
    }  # fmt: skip


def _booking(key: str, occupation: str, room: str, day: date, start: int, end: int) -> dict[str, object]:
    return {
        "id": key, "number": f"Z{key}", "room": room, "day": day, "start": start, "end": end, "state": "approved",
        "occupation": occupation, "party_kind": "group", "party": "x", "party_key": key, "people": 5, "revision": 1,
        "made_at": datetime(2026, 1, 1),
    }  # fmt: skip


def _wishes(demo: DemoStation, last_day: date) -> Iterator[object]:
    """The last free slot of each room, day after day."""
    for n in range(ROOMS * 20):
        day = last_day - timedelta(days=n // ROOMS)
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
