"""The file of a backup: what is in it, and whether it is one."""

import os
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import msgspec
from sqlalchemy import Table, select

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.config import HomeFolder
from kiosk.domain.trouble import KioskError

FORMAT = 1
ABOUT = "backup.json"
HOME, STORE, SETTINGS = "home.db", "store.db", "yizhan.toml"


@dataclass(frozen=True, slots=True)
class About:
    """What a backup says of itself; `revision` is that of the store in it, if there is one."""

    terminal: str
    station: str
    schema: int
    made_at: str
    revision: int | None = None
    format: int = FORMAT


def read_about(path: Path, file: Path) -> About:
    try:
        about = msgspec.json.decode(path.read_bytes(), type=About)
    except (OSError, msgspec.DecodeError) as error:
        raise KioskError("backup_broken", file=str(file), why=str(error)) from error
    if about.format > FORMAT or about.schema > t.SCHEMA:
        raise KioskError("made_by_newer", home=str(file))
    return about


def check_parts(parts: HomeFolder, about: About, file: Path) -> None:
    """Before anything is touched. Raises KioskError: backup_broken."""
    try:
        parts.load()
        stations = {about.station, station_of(parts.database, t.home)}
        if parts.own_store.exists():
            stations.add(station_of(parts.own_store, t.store))
    except KioskError as error:
        raise KioskError("backup_broken", file=str(file), why=error.detail.get("why", error.key)) from error
    if len(stations) > 1:
        raise KioskError("backup_broken", file=str(file), why="parts of different stations")


def station_of(path: Path, table: Table) -> str:
    """Raises StoreTrouble when the file is damaged."""
    with closing(Database(sqlite_url(path))) as database:
        database.check()
        with database.read() as connection:
            return str(connection.execute(select(table.c.station)).scalar_one())


def pack(scratch: Path, file: Path) -> None:
    staged = scratch / "packed"
    with zipfile.ZipFile(staged, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in (scratch / ABOUT, scratch / SETTINGS, scratch / HOME, scratch / STORE):
            if path.exists():
                archive.write(path, path.name)
    with staged.open("rb+") as written:
        os.fsync(written.fileno())
    staged.chmod(0o600)
    os.replace(staged, file)


@contextmanager
def scratch_beside(parent: Path, file: str) -> Iterator[Path]:
    """A folder on the same disk, for its owner alone, gone afterwards."""
    try:
        with tempfile.TemporaryDirectory(prefix=".yizhan-", dir=parent) as folder:
            yield Path(folder)
    except OSError as error:
        raise KioskError("backup_unwritable", file=file, why=error.strerror or str(error)) from error


@contextmanager
def unpacked(file: Path) -> Iterator[Path]:
    if not file.is_file():
        raise KioskError("backup_missing", file=str(file))
    with tempfile.TemporaryDirectory(prefix="yizhan-") as folder:
        try:
            with zipfile.ZipFile(file) as archive:
                for name in {ABOUT, SETTINGS, HOME, STORE} & set(archive.namelist()):
                    archive.extract(name, folder)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError) as error:
            raise KioskError("backup_broken", file=str(file), why=str(error)) from error
        yield Path(folder)
