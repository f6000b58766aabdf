"""A backup is one file: the home, the store if it lies in the home, the settings; copied while they are in use."""

import json
import logging
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import select, update

from db import recovery, rejoining
from db import tables as t
from db.engines import Database, StoreTrouble, sqlite_url
from db.home import read_home
from db.store import read_store
from kiosk.config import HomeFolder
from kiosk.domain.times import station_now
from kiosk.domain.trouble import KioskError
from kiosk.sync.backup_file import (
    ABOUT,
    HOME,
    SETTINGS,
    STORE,
    About,
    check_parts,
    pack,
    read_about,
    scratch_beside,
    station_of,
    unpacked,
)
from kiosk.sync.erased_list import known_erased, remember_place
from kiosk.sync.hub import StoreHub
from kiosk.sync.setup import being_made
from kiosk.sync.stages import Stage

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Restored:
    """What came back, and how many of this home's commands went, which no hub had heard of, the last with this number."""

    about: About
    home: bool
    store: bool
    kept: Path | None = None
    lost: int = 0
    last_seq: int = 0


def back_up(folder: HomeFolder, file: Path, now: datetime) -> About:
    """Whole or not at all. Raises KioskError: no_home, file_exists, backup_unwritable, store trouble."""
    settings = folder.load()
    if file.exists():
        raise KioskError("file_exists", file=str(file))
    has_store = settings.store is None
    with scratch_beside(file.parent, str(file)) as scratch:
        _copy(folder.database, scratch / HOME)
        if has_store:
            _copy(folder.own_store, scratch / STORE)
        about = _about(scratch, settings.terminal, now)
        shutil.copy(folder.settings_file, scratch / SETTINGS)
        (scratch / ABOUT).write_text(
            json.dumps({name: getattr(about, name) for name in About.__slots__}), "utf-8"
        )
        pack(scratch, file)
    if has_store:
        remember_place(folder.own_store, file.absolute().parent)
        _note_backup(folder.own_store, about)
    return about


def restore(folder: HomeFolder, file: Path) -> Restored:
    """Where there is no home, all of it; else the store, and the home if it is broken or has no store of its own.

    What is there is kept in a backup beside it first. Raises KioskError: backup_missing, backup_broken, made_by_newer,
    wrong_station, store trouble.
    """
    with unpacked(file) as scratch:
        about = read_about(scratch / ABOUT, file)
        check_parts(HomeFolder(scratch), about, file)
        has_store = (scratch / STORE).exists()
        if has_store:
            _begin_epoch(scratch / STORE)
        if not folder.exists:
            return _restore_all(folder, scratch, about, file)
        works = _works(folder, about)
        kept = _keep_before(folder) if works else None
        erased = known_erased(file.absolute().parent, folder.path)
        if has_store:
            _put(scratch / STORE, folder.own_store)
            _repeat_erasures(folder, erased)
        home = not has_store or not works
        lost = _restore_home(folder, scratch) if home else (0, 0)
        return Restored(about, home, has_store, kept, *lost)


def _restore_all(folder: HomeFolder, scratch: Path, about: About, file: Path) -> Restored:
    with being_made(folder) as half:
        for name in (HOME, STORE, SETTINGS):
            if (scratch / name).exists():
                shutil.move(scratch / name, half.path / name)
        _begin_incarnation(half.database)
    erased = known_erased(file.absolute().parent)
    if folder.own_store.exists():
        _repeat_erasures(folder, erased)
    return Restored(about, home=True, store=folder.own_store.exists())


def _restore_home(folder: HomeFolder, scratch: Path) -> tuple[int, int]:
    """-> how many commands of the home that was here nobody has heard of, and the last one's number."""
    lost = _unsent(folder.database)
    _begin_incarnation(scratch / HOME)
    _put(scratch / HOME, folder.database)
    return lost


def _works(folder: HomeFolder, about: About) -> bool:
    """Raises KioskError for the backup of another station."""
    try:
        station = station_of(folder.database, t.home)
    except StoreTrouble:
        return False
    if station != about.station:
        raise KioskError("wrong_station")
    return True


def _keep_before(folder: HomeFolder) -> Path | None:
    """So that a restore can be undone; a store that cannot be copied is what the restore is for."""
    now = station_now()
    file = folder.path / f"before-restore-{now:%Y%m%d-%H%M%S-%f}.zip"
    try:
        back_up(folder, file, now)
    except KioskError as error:
        log.warning("nothing is kept of what was there before the restore: %s", error)
        return None
    return file


def _unsent(path: Path) -> tuple[int, int]:
    try:
        with closing(Database(sqlite_url(path))) as database, database.read() as connection:
            return rejoining.count_lost(connection), read_home(connection).next_seq - 1
    except StoreTrouble:
        return 0, 0


def _begin_epoch(store: Path) -> None:
    with closing(Database(sqlite_url(store))) as database, database.write() as connection:
        recovery.begin_epoch(connection)


def _begin_incarnation(home: Path) -> None:
    with closing(Database(sqlite_url(home))) as database, database.write() as connection:
        rejoining.begin_incarnation(connection, Stage.JOINING.value)
        connection.execute(update(t.home).values(machine=None))


def _repeat_erasures(folder: HomeFolder, erased: set[str]) -> None:
    with closing(StoreHub(sqlite_url(folder.own_store))) as hub:
        hub.erase_again(erased)


def _note_backup(store: Path, about: About) -> None:
    with closing(Database(sqlite_url(store))) as database, database.write() as connection:
        connection.execute(update(t.store).values(backed_up=about.revision))


def _about(scratch: Path, terminal: str, now: datetime) -> About:
    revision = None
    if (scratch / STORE).exists():
        with closing(Database(sqlite_url(scratch / STORE))) as database:
            database.check()
            with database.read() as connection:
                revision = int(read_store(connection).revision)
    with closing(Database(sqlite_url(scratch / HOME))) as database:
        database.check()
        with database.read() as connection:
            home = connection.execute(select(t.home)).one()
    return About(terminal, home.station, home.schema, now.isoformat(timespec="seconds"), revision)


def _copy(source: Path, target: Path) -> None:
    """SQLite's online backup: whoever is at work goes on (https://www.sqlite.org/backup.html)."""
    if not source.exists():
        raise StoreTrouble("store_missing", store=str(source))
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target)) as there:
        _run_backup(here, there, str(source))
        there.execute("PRAGMA journal_mode=DELETE")  # one file, nothing beside it


def _put(source: Path, target: Path) -> None:
    """Over what is there, in one transaction, also while others have it open; a broken file is put aside."""
    if not _can_be_written_over(target):
        put_aside(target)
    with closing(sqlite3.connect(source)) as here, closing(sqlite3.connect(target, timeout=15)) as there:
        _run_backup(here, there, str(target))


def _run_backup(here: sqlite3.Connection, there: sqlite3.Connection, name: str) -> None:
    try:
        here.backup(there)
    except sqlite3.OperationalError as error:
        key = "store_busy" if "locked" in str(error) else "store_trouble"
        raise StoreTrouble(key, store=name, why=str(error)) from error
    except sqlite3.DatabaseError as error:
        raise StoreTrouble("store_broken", store=name, why=str(error)) from error


def _can_be_written_over(path: Path) -> bool:
    if not path.exists():
        return True
    try:
        with closing(Database(sqlite_url(path))) as database:
            database.check()
        return True
    except StoreTrouble:
        return False


def put_aside(path: Path) -> Path:
    """A damaged file is kept, for whoever can read more of it."""
    n = 1
    while (aside := path.with_name(f"{path.name}.broken-{n}")).exists():
        n += 1
    path.rename(aside)
    for end in ("-wal", "-shm"):
        Path(f"{path}{end}").unlink(missing_ok=True)
    return aside
