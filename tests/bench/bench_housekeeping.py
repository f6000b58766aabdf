"""Housekeeping once a minute: what it costs when nothing is due, and how long a slice of it keeps others waiting."""

import uuid
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import insert, update

from db import tables as t
from db.engines import Database
from kiosk.sync import housekeeping
from tests.bench.filling import bookable_rooms, fill_bookings
from tests.bench.table import line, median, ms, seconds
from tests.builders import MONDAY, DemoStation

pytestmark = pytest.mark.bench
MANY, ROUNDS = 100_000, 5
FRIDAY = date(2026, 11, 20)
FLOOR = "SELECT count(*) FROM {} WHERE deleted = 0 AND state = 'nothing'"


def test_keeping_house_after_twenty_years(demo_template: Path, tmp_path: Path) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    fill_bookings(demo.folder, bookable_rooms(demo.folder), MANY, FRIDAY)
    database: Database = demo.station._hub._database  # type: ignore[attr-defined]
    with database.write() as connection:
        connection.execute(update(t.bookings).values(state="completed"))
        connection.execute(insert(t.tickets), [_ticket(n) for n in range(MANY)])
        connection.execute(insert(t.loans), [_loan() for _ in range(MANY)])
    assert demo.station.keep_house(MONDAY) == {}
    idle = median([seconds(lambda: demo.station.keep_house(MONDAY)) for _ in range(ROUNDS)])
    floor = median([seconds(lambda: _look(database)) for _ in range(ROUNDS)])
    line(
        f"housekeeping with nothing due among {MANY:,} bookings, tickets and loans",
        f"{ms(idle)}, {idle / floor:.1f} x one plain look at these tables",
        "at most 5 x",
    )
    with database.write() as connection:
        connection.execute(update(t.tickets).where(t.tickets.c.day == FRIDAY).values(state="waiting"))
    took = _slices(demo)
    line(
        "a slice of 100, while which others wait",
        f"{ms(median(took))}, slowest {ms(max(took))}",
        "at most 100 ms",
    )
    demo.close()


def _look(database: Database) -> None:
    with database.read() as connection:
        for table in ("bookings", "tickets", "loans"):
            connection.exec_driver_sql(FLOOR.format(table)).all()


def _slices(demo: DemoStation) -> list[float]:
    hub: Any = demo.station._hub
    taken: list[float] = []

    def decide(connection: Any, request: Any) -> Any:
        decided: list[Any] = []
        taken.append(seconds(lambda: decided.append(hub._decide_own(connection, request))))
        return decided[0]

    assert housekeeping.keep_house(hub._database, MONDAY, decide, 400) == {"leave_ticket": 400}
    return taken


def _ticket(n: int) -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()), "number": f"A{n % 400:03}", "day": FRIDAY - timedelta(days=n // 400),
        "state": "resolved", "made_at": datetime(2026, 1, 1), "ended_at": datetime(2026, 11, 20), "revision": 1,
    }  # fmt: skip


def _loan() -> dict[str, Any]:
    return {
        "id": str(uuid.uuid4()), "copy": str(uuid.uuid4()), "title": "b1", "resident": str(uuid.uuid4()),
        "lent_at": datetime(2026, 1, 1), "due": date(2026, 2, 1), "state": "returned", "revision": 1,
    }  # fmt: skip
