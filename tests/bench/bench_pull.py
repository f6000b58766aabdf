"""Pulling what others decided into a home, beside the same rows copied with nothing but sqlite3."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db import replica_proofs
from db import tables as t
from db.engines import Database, sqlite_url
from db.search_index import add_functions
from kiosk.config import HomeFolder
from kiosk.sync.exchange import Exchanger
from kiosk.sync.hub import StoreHub
from tests.bench.changes import Decision, a_catalogue, count, fill, some_weeks
from tests.bench.table import line, median, seconds
from tests.builders import MONDAY, DemoStation

pytestmark = pytest.mark.bench
ROWS, TITLES, ROUNDS = 10_000, 2_000, 7


@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("what", "decisions"),
    [("rows of seven tables", some_weeks(ROWS)), ("titles, with their search index", a_catalogue(TITLES))],
    ids=["rows", "titles"],
)
def test_pulling_what_others_decided(
    demo_template: Path, tmp_path: Path, what: str, decisions: list[Decision]
) -> None:
    demo = DemoStation(demo_template, tmp_path / "home")
    demo.station.exchange()
    demo.close()
    fill(demo.folder, decisions)
    pulls, floors = [], []
    for n in range(ROUNDS):
        floors.append(_floor(_copy(demo.folder, tmp_path / f"floor{n}")))
        pulls.append(_pull(_copy(demo.folder, tmp_path / f"pull{n}")))
    rows = sum(map(count, decisions))
    line(
        f"pulling {rows:,} {what}, of {len(decisions):,} decisions",
        f"{median(pulls) / median(floors):.2f} x the same with plain sqlite3 "
        f"({median(pulls) / rows * 1e6:.1f} µs a row; plain {median(floors) / rows * 1e6:.1f} µs)",
        "at most 3 x, about 20 µs a row",
    )


def _copy(folder: HomeFolder, path: Path) -> HomeFolder:
    shutil.copytree(folder.path, path)
    return HomeFolder(path)


def _pull(folder: HomeFolder) -> float:
    home, hub = (
        Database(sqlite_url(folder.database)),
        StoreHub(sqlite_url(folder.own_store), lambda: MONDAY),
    )
    hub.reach()
    exchanger = Exchanger(folder, home, hub)
    taken = seconds(lambda: exchanger.run(MONDAY))
    with closing(Database(sqlite_url(folder.own_store))) as store, home.read() as here, store.read() as there:
        assert list(replica_proofs.replica_against(here, there)) == []
        assert (
            here.exec_driver_sql("SELECT cursor FROM home").scalar()
            == there.exec_driver_sql("SELECT revision FROM store").scalar()
        )
    hub.close()
    home.close()
    return taken


def _floor(folder: HomeFolder) -> float:
    """Everything of a later revision, read and put over what is there, in one transaction."""
    with closing(_open(folder.own_store)) as store, closing(_open(folder.database)) as home:
        cursor = home.execute("SELECT cursor FROM home").fetchone()[0]

        def copy() -> None:
            store.execute("BEGIN")
            home.execute("BEGIN IMMEDIATE")
            for table in t.domain.tables.values():
                names = [f'"{column.name}"' for column in table.columns]
                listed, puts = ", ".join(names), ", ".join(f"{name} = excluded.{name}" for name in names[1:])
                rows = store.execute(f"SELECT {listed} FROM {table.name} WHERE revision > ?", (cursor,))
                home.executemany(
                    f"INSERT INTO {table.name} ({listed}) VALUES ({', '.join('?' * len(names))}) "
                    f"ON CONFLICT (id) DO UPDATE SET {puts}",
                    rows.fetchall(),
                )
            home.execute("COMMIT")
            store.execute("COMMIT")

        return seconds(copy)


def _open(path: Path) -> sqlite3.Connection:
    """With what db/engines.py sets; synchronous as the exchange has it for what can be fetched again."""
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "temp_store=MEMORY", "cache_size=-16000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("PRAGMA wal_autocheckpoint=4000")
    add_functions(connection)
    return connection
