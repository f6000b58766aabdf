"""Making a home, and the store beside it when the terminal is its own hub.

A home is made in a folder inside its own and moved when it is whole, the settings last: what is cut off
at any instant is either a home, or recognised as half of one and made anew.
"""

import shutil
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout
from sqlalchemy import Connection, insert, inspect, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from db import incarnations
from db import tables as t
from db.engines import Database, StoreTrouble, sqlite_url
from db.postgres import DRIVER, is_postgres
from db.schema import create_home, create_store
from db.store import read_store
from kiosk.config import HomeFolder, Settings
from kiosk.domain.states import TerminalRole
from kiosk.domain.times import station_now
from kiosk.domain.trouble import KioskError
from kiosk.sync.joining import free_letter
from kiosk.sync.sealing import draw_key, public_key
from kiosk.sync.stages import Stage
from kiosk.sync.upgrade import upgrade_store

HALF = ".being-made"


@dataclass(frozen=True, slots=True)
class Joined:
    """What the store says to a new terminal.

    `is_filled`: its station is there; else someone must fill it. `seal_key`: a kiosk seals to it what it keeps.
    """

    station: str
    epoch: str
    terminal: str
    letter: str
    demo: bool
    is_filled: bool
    seal_key: bytes | None
    last_booking: int
    is_empty: bool


@contextmanager
def being_made(folder: HomeFolder) -> Iterator[HomeFolder]:
    """Where to make a home: it stands in `folder` once all went well, and nothing does otherwise.

    Raises KioskError: home_exists, home_is_file, home_foreign, home_incomplete, home_busy, home_unwritable.
    """
    was_there = folder.path.exists()
    half = HomeFolder(folder.path / HALF)
    try:
        _check_free(folder)
        half.path.mkdir(parents=True, exist_ok=True)
        if not was_there:
            folder.path.chmod(0o700)  # names and phones are for those who run the station
        with FileLock(half.path / "making.lock", timeout=0):
            _clear(folder, half)
            with _cleared_on_failure(folder, half, was_there):
                yield half
                for name in (half.own_store, half.database, half.settings_file):
                    if name.exists():
                        name.rename(folder.path / name.name)
        shutil.rmtree(half.path, ignore_errors=True)
    except Timeout as error:
        raise KioskError("home_busy", home=str(folder.path)) from error
    except OSError as error:
        raise KioskError("home_unwritable", home=str(folder.path), why=_plain(error)) from error


def _check_free(folder: HomeFolder) -> None:
    if folder.path.exists() and not folder.path.is_dir():
        raise KioskError("home_is_file", home=str(folder.path))
    if folder.exists:
        raise KioskError("home_exists", home=str(folder.path))
    if not folder.path.exists() or (folder.path / HALF).exists():
        return
    if folder.database.exists() or folder.own_store.exists():
        raise KioskError("home_incomplete", home=str(folder.path))
    if any(folder.path.iterdir()):
        raise KioskError("home_foreign", home=str(folder.path))


def _clear(folder: HomeFolder, half: HomeFolder) -> None:
    """What a making that was cut off has left; it had begun in an empty folder, so all of it is its own."""
    for path in (*folder.path.iterdir(), *half.path.iterdir()):
        if path.is_file() and path.name != "making.lock":
            path.unlink()


@contextmanager
def _cleared_on_failure(folder: HomeFolder, half: HomeFolder, was_there: bool) -> Iterator[None]:
    try:
        yield
    except BaseException:
        _clear(folder, half)
        shutil.rmtree(half.path if was_there else folder.path, ignore_errors=True)
        raise


def _plain(error: OSError) -> str:
    return error.strerror or str(error)


def make_home(folder: HomeFolder, settings: Settings, wanted_letter: str | None = None) -> Joined:
    """Join the store, which is made if need be, and write the home; the store knows of it once that is done.

    Raises KioskError: bad_store, bad_terminal, made_by_newer, store trouble.
    """
    url = shared_url(settings.store) if settings.store else None
    if url and (is_postgres(make_url(url)) or _file(url).exists()):
        _check_store(url)
    incarnation = uuid.uuid4().hex
    with closing(Database(url or sqlite_url(folder.own_store))) as database, database.write() as connection:
        joined = join_store(connection, settings, incarnation, wanted_letter)
        write_home(folder, joined, incarnation, Stage.NORMAL if joined.is_empty else Stage.WALKING)
        folder.save(replace(settings, terminal=joined.letter, demo=joined.demo, store=url))
    return joined


def shared_url(text: str) -> str:
    """The URL of a shared store, meaning the same from every folder. Raises KioskError: bad_store."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise KioskError("bad_store", store=text) from error
    if is_postgres(url):
        return url.set(drivername=DRIVER).render_as_string(hide_password=False)
    if url.get_backend_name() != "sqlite" or not url.database or url.database == ":memory:":
        raise KioskError("bad_store", store=text)
    return sqlite_url(Path(url.database).absolute())


def _file(url: str) -> Path:
    return Path(make_url(url).database or "")


def _check_store(url: str) -> None:
    """Raises StoreTrouble when the file holds something else."""
    with closing(Database(url)) as database, database.read() as connection:
        tables = inspect(connection).get_table_names()
    if tables and "store" not in tables:
        raise StoreTrouble("store_foreign", store=database.name)
    if tables:
        upgrade_store(url)


def join_store(connection: Connection, settings: Settings, incarnation: str, wanted: str | None) -> Joined:
    """The store, made if it is not there, knows of a new incarnation; a terminal that is new is called by its letter."""
    if not connection.dialect.has_table(connection, "store"):
        create_store(connection)
        connection.execute(insert(t.store), _new_store(settings.demo))
    store = read_store(connection)
    if store.phase != "normal":
        raise StoreTrouble("store_recovering")
    today = station_now().date()
    letter = free_letter(connection, today, wanted)
    terminal = settings.terminal or letter
    incarnations.add(connection, incarnation, terminal, settings.role, letter, today)
    is_filled = connection.execute(select(t.station.c.id)).first() is not None
    seal_key = None if settings.role == TerminalRole.DESK else public_key(store.seal_key)
    return Joined(
        store.station, store.epoch, terminal, letter, store.demo, is_filled, seal_key,
        incarnations.last_booking(connection, letter), is_empty=store.revision == 0,
    )  # fmt: skip


def _new_store(demo: bool) -> dict[str, Any]:
    return {
        "one": 1, "station": uuid.uuid4().hex, "epoch": uuid.uuid4().hex, "revision": 0, "schema": t.SCHEMA,
        "purged_to": 0, "phase": "normal", "demo": demo, "seal_key": draw_key(),
    }  # fmt: skip


def write_home(folder: HomeFolder, joined: Joined, incarnation: str, stage: Stage) -> None:
    """A new home.db of this incarnation."""
    row = {
        "one": 1, "station": joined.station, "terminal": joined.terminal, "incarnation": incarnation,
        "epoch": joined.epoch, "schema": t.SCHEMA, "cursor": 0, "next_seq": 1, "letter": joined.letter,
        "last_booking": joined.last_booking, "demo": joined.demo, "seal_key": joined.seal_key,
        "stage": stage.value,
    }  # fmt: skip
    with closing(Database(sqlite_url(folder.database))) as database, database.write() as connection:
        create_home(connection)
        connection.execute(insert(t.home), row)
