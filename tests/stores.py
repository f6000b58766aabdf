"""A shared store of either kind with three terminals on it: made once a test process, copied for each test."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, select, text
from sqlalchemy.engine import make_url

from db import rejoining
from db.district import create_station
from db.engines import Database, file_of, sqlite_url
from db.schema import create_store, store_metadata
from kiosk.config import HomeFolder, Settings
from kiosk.station import Station
from kiosk.station_setup import init
from kiosk.sync.identity import machine_mark
from kiosk.sync.verify import verify_home, verify_store

MONDAY = datetime(2026, 11, 23, 9, 0)
ROLES = {"a": "kiosk", "b": "kiosk", "c": "desk"}


@dataclass
class Clock:
    """What everybody's clock shows."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True)
class Filled:
    """Three homes, and the store that they joined; `copy_store` gives a store like it, for homes in that folder."""

    homes: Path
    copy_store: Callable[[Path], str]


def fill(homes: Path, url: str) -> None:
    for name, role in ROLES.items():
        settings = Settings(terminal="", role=role, demo=True, store=url)
        init(HomeFolder(homes / name), settings, clock=lambda: MONDAY - timedelta(hours=1)).close()


def fill_file(homes: Path) -> Filled:
    """The store lies among its homes."""
    fill(homes, sqlite_url(homes / "store.db"))
    return Filled(homes, lambda path: sqlite_url(path / "store.db"))


def fill_schema(homes: Path, server: str) -> Filled:
    source, target = (create_station(server, f"{homes.name}_{which}") for which in ("filled", "used"))
    fill(homes, source)
    with closing(Database(target)) as database, database.write() as connection:
        create_store(connection)
    return Filled(homes, lambda _path: _refilled(server, source, target))


def _refilled(server: str, source: str, target: str) -> str:
    """One schema serves all tests of this process, one after the other: making another takes half a second."""
    here, there = (make_url(url).username for url in (source, target))
    names = [*(table.name for table in store_metadata().sorted_tables), "alembic_version"]
    with closing(Database(server)) as database, database.engine.begin() as connection:
        _unharm(connection, there)
        connection.execute(text(f"TRUNCATE {', '.join(f'{there}.{name}' for name in names)}"))
        for name in names:
            connection.execute(text(f"INSERT INTO {there}.{name} SELECT * FROM {here}.{name}"))
    return target


def _unharm(connection: Connection, role: Any) -> None:
    """The test before may have shut this station out."""
    for undone in ("LOGIN", "RESET default_transaction_read_only"):
        connection.execute(text(f"ALTER ROLE {role} {undone}"))


def stay(folder: HomeFolder, url: str) -> None:
    """The home was copied with its whole station: to itself it is where it always was."""
    folder.save(replace(folder.load(), store=url))
    with closing(Database(sqlite_url(folder.database))) as database, database.write() as connection:
        rejoining.set_machine(connection, machine_mark(folder))


@dataclass
class Shared:
    """Terminals a, b (kiosks) and c (the desk) on one store; `server` is None for a file."""

    path: Path
    url: str
    server: str | None
    opened: dict[str, Station] = field(default_factory=dict)

    def folder(self, name: str) -> HomeFolder:
        return HomeFolder(self.path / name)

    def __getitem__(self, name: str) -> Station:
        if name not in self.opened:
            self.opened[name] = Station(self.folder(name))
        return self.opened[name]

    def open(self, name: str, **more: Any) -> Station:
        """Once more, or otherwise than usual."""
        if name in self.opened:
            self.opened.pop(name).close()
        self.opened[name] = Station(self.folder(name), **more)
        return self.opened[name]

    def add(self, name: str, role: str = "kiosk") -> Station:
        """One terminal more joins."""
        self.opened[name] = init(self.folder(name), Settings("", role=role, demo=True, store=self.url))
        return self.opened[name]

    def stored(self, table: Any) -> list[Any]:
        with closing(Database(self.url)) as database, database.read() as connection:
            return list(connection.execute(select(table)))

    def in_home(self, name: str, table: Any) -> list[Any]:
        with self[name]._database.read() as connection:
            return list(connection.execute(select(table)))

    def hide(self) -> None:
        """The store is away: its file is gone, or its server ends every connection and takes no new one."""
        if self.server is None:
            self._file.rename(self._file.with_name("away.db"))
        else:
            self._ask_server(f"ALTER ROLE {self._role} NOLOGIN")
            self.end_connections()

    def show(self) -> None:
        if self.server is None:
            self._file.with_name("away.db").rename(self._file)
        else:
            self._ask_server(f"ALTER ROLE {self._role} LOGIN")

    def end_connections(self) -> None:
        self._ask_server(
            f"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE usename = '{self._role}'"
        )

    def wrongs(self) -> list[str]:
        """What breaks a promise once everybody has met the hub; empty is well."""
        for _ in range(2):
            for station in self.opened.values():
                station.exchange()
        found = [str(finding) for finding in verify_store(self.url)]
        for name in self.opened:
            found += [f"{name}: {finding}" for finding in verify_home(self.folder(name))]
        return found

    def close(self) -> None:
        for station in self.opened.values():
            station.close()

    @property
    def _file(self) -> Path:
        return Path(file_of(self.url) or "")

    @property
    def _role(self) -> str:
        return str(make_url(self.url).username)

    def _ask_server(self, statement: str) -> None:
        assert self.server is not None
        with closing(Database(self.server)) as database:
            database.connection.exec_driver_sql(statement)


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    return fill_file(tmp_path_factory.mktemp("shared") / "homes")


@pytest.fixture(scope="session")
def filled_schema(tmp_path_factory: pytest.TempPathFactory, postgres_server: str) -> Filled:
    return fill_schema(tmp_path_factory.mktemp("shared") / "homes", postgres_server)


@pytest.fixture(params=["file", "schema"])
def shared(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Shared]:
    """On a SQLite file, and on PostgreSQL."""
    filled: Filled = request.getfixturevalue(f"filled_{request.param}")
    path = tmp_path / "shared"
    shutil.copytree(filled.homes, path)
    url = filled.copy_store(path)
    server = request.getfixturevalue("postgres_server") if request.param == "schema" else None
    for name in ROLES:
        stay(HomeFolder(path / name), url)
    shared = Shared(path, url, server)
    yield shared
    if server is not None:
        shared.show()
    shared.close()
