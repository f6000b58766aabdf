"""The exchange on a SQLite store: deciding a queue in batches beside its own statements, and having nothing to do."""

import shutil
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from db.engines import Database, sqlite_url
from kiosk.config import HomeFolder
from kiosk.sync import answering
from kiosk.sync.exchange import Exchanger
from kiosk.sync.hub import StoreHub
from kiosk.sync.messages import BATCH, Request
from tests.bench.table import line, median, ms, seconds
from tests.builders import MONDAY, DemoStation

pytestmark = pytest.mark.bench
ROUNDS = 5
IDLE = 200
Statement = tuple[str, Any]


def test_an_exchange_with_nothing_to_do(demo_template: Path, tmp_path: Path) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.station.exchange()
    database, hub = (
        Database(sqlite_url(demo.folder.database)),
        StoreHub(sqlite_url(demo.folder.own_store), lambda: MONDAY),
    )
    exchanger = Exchanger(demo.folder, database, hub)
    exchanger.run(MONDAY)
    rounds = [seconds(lambda: [exchanger.run(MONDAY) for _ in range(IDLE)]) / IDLE for _ in range(ROUNDS)]
    hub.close()
    database.close()
    demo.close()
    line(
        "exchange with nothing to do",
        f"{ms(median(rounds))} (slowest round {ms(max(rounds))})",
        "at most 3 ms",
    )


def test_deciding_a_queue_in_batches(
    demo_template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The floor decides nothing and commits once; the hub lets others in after each 15 ms."""
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.station.exchange()
    _queue(demo)
    demo.close()
    with monkeypatch.context() as patch:
        patch.setattr(answering, "BATCH_SECONDS", 60)
        statements = _recorded(_copy(demo.folder, tmp_path / "recorded"))
    hubs, floors = [], []
    for n in range(ROUNDS):
        floors.append(_replay(_copy(demo.folder, tmp_path / f"floor{n}"), statements))
        hubs.append(_decide(_copy(demo.folder, tmp_path / f"home{n}")))
    rate, floor = BATCH / median([hub.taken for hub in hubs]), BATCH / median(floors)
    line(
        f"deciding {BATCH} numbers, calls and room requests, in {median([hub.batches for hub in hubs]):.0f} batches",
        f"{rate:,.0f} commands/s, {rate / floor:.2f} of plain Core with the same {len(statements)} statements ({floor:,.0f}/s)",
        "at least 1,000/s and 0.25",
    )


def _queue(demo: DemoStation) -> None:
    """As many as one message carries, made while the store was away."""
    hidden = demo.folder.own_store.rename(demo.folder.path / "elsewhere.db")
    for n in range(BATCH):
        kind, fields = _wish(n)
        answer = demo.do(kind, at=MONDAY + timedelta(seconds=30 * n), **fields)
        assert answer.status == "pending", answer
    hidden.rename(demo.folder.own_store)


SLOTS = (("08:30", "10:00"), ("10:00", "11:30"), ("14:00", "15:30"), ("15:30", "17:00"))


def _wish(n: int) -> tuple[str, dict[str, Any]]:
    """Half numbers, a quarter calls for help, a quarter rooms, each slot once."""
    if n % 4 < 2:
        return "open_ticket", {"item": "gaoling"}
    if n % 4 == 2:
        return "call_help", {"page": "home"}
    start, end = SLOTS[n // 4 % 4]
    fields = {
        "room": "huiyishi",
        "date": f"2026-12-{1 + n // 16:02}",
        "start": start,
        "end": end,
        "people": 5,
    }
    party = {"kind": "group", "name": f"太极{n}队"}
    return "request_booking", fields | {"party": party, "contact_name": "李丽", "contact_phone": f"138{n:08}"}


def _copy(folder: HomeFolder, path: Path) -> HomeFolder:
    return HomeFolder(Path(shutil.copytree(folder.path, path)))


class TimedHub(StoreHub):
    """Seconds that its decisions took, and in how many transactions."""

    taken, batches = 0.0, 0

    def exchange(self, request: Request) -> Any:
        replies: list[Any] = []
        taken = seconds(lambda: replies.append(super(TimedHub, self).exchange(request)))
        if request.commands:
            self.taken, self.batches = self.taken + taken, self.batches + 1
        return replies[0]


def _decide(folder: HomeFolder, ready: Callable[[StoreHub], None] = lambda _: None) -> TimedHub:
    hub, home = (
        TimedHub(sqlite_url(folder.own_store), lambda: MONDAY),
        Database(sqlite_url(folder.database)),
    )
    hub.reach()
    ready(hub)
    decided = Exchanger(folder, home, hub).run(MONDAY)
    hub.close()
    home.close()
    assert [one.status for one in decided.values()] == ["accepted"] * BATCH
    return hub


def _recorded(folder: HomeFolder) -> list[Statement]:
    """Every statement of the deciding transaction as the driver got it, values apart: the floor compiles none anew."""
    said: list[Statement] = []

    class Recording(sqlite3.Cursor):
        def execute(self, statement: str, values: Any = ()) -> Any:
            said.append((statement, values))
            return super().execute(statement, values)

        def executemany(self, statement: str, many: Any) -> Any:
            values = list(many)
            said.extend((statement, each) for each in values)
            return super().executemany(statement, values)

    class Recorded(sqlite3.Connection):
        def cursor(self, factory: Any = Recording) -> Any:
            return super().cursor(factory)

        def execute(self, statement: str, values: Any = ()) -> Any:
            """BEGIN, SAVEPOINT, COMMIT ... go this way (db/engines.py)."""
            said.append((statement, values))
            return super().execute(statement, values)

    def record(hub: StoreHub) -> None:
        engine = hub._database.engine
        hub._database.close()
        event.listen(engine, "do_connect", lambda _d, _r, _args, named: named.update(factory=Recorded))
        hub.reach()
        said.clear()

    _decide(folder, record)
    asked = [statement for statement, _ in said]
    assert asked.count("BEGIN IMMEDIATE") == 1 and asked.count("SAVEPOINT one") == BATCH and "COMMIT" in asked
    return said[: asked.index("COMMIT") + 1]


def _replay(folder: HomeFolder, statements: list[Statement]) -> float:
    database = Database(sqlite_url(folder.own_store))
    connection = database.connection

    def run() -> None:
        for statement, values in statements:
            result = connection.exec_driver_sql(statement, values)
            if result.returns_rows:
                result.all()

    taken = seconds(run)
    database.close()
    return taken
