"""A home whose database is gone or damaged is made anew from its store; what it had not sent is saved where it can be read."""

import logging
import sqlite3
import uuid
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Select, insert, select

from db import incarnations, rejoining
from db import tables as t
from db.engines import Database, StoreTrouble, sqlite_url
from kiosk.config import HomeFolder
from kiosk.domain.states import OutcomeStatus
from kiosk.domain.times import station_now
from kiosk.sync.backups import put_aside
from kiosk.sync.setup import join_store, write_home
from kiosk.sync.stages import Stage

log = logging.getLogger(__name__)
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Mended:
    """`saved`: commands that wait for the hub again; `last_seq`: the last one of this terminal that the store has."""

    letter: str
    saved: int
    last_seq: int
    aside: Path | None


def needs_mending(folder: HomeFolder) -> bool:
    """Whether the settings are there and the database cannot be used. Raises KioskError: no_home, bad_settings."""
    folder.load()
    if not folder.database.exists():
        return True
    try:
        with closing(Database(sqlite_url(folder.database))) as database:
            database.check()
            with database.read() as connection:
                connection.execute(select(t.home)).one()
    except StoreTrouble as trouble:
        return trouble.key in {"store_broken", "store_foreign"}
    return False


def mend(folder: HomeFolder) -> Mended:
    """Under a new letter; the old one rests. Raises StoreTrouble when the store cannot be reached: nothing has changed then."""
    settings = folder.load()
    waiting = _readable(folder.database)
    incarnation, today = uuid.uuid4().hex, station_now().date()
    fresh = HomeFolder(folder.path / ".mending")
    fresh.path.mkdir(exist_ok=True)
    fresh.database.unlink(missing_ok=True)
    url = settings.store or sqlite_url(folder.own_store)
    with closing(Database(url)) as database, database.write() as connection:
        before = incarnations.of_terminal(connection, settings.terminal)
        joined = join_store(connection, settings, incarnation, None)
        incarnations.follow(connection, [row.id for row in before], incarnation, today)
        write_home(fresh, joined, incarnation, Stage.SETTLING)
    known = {row.id for row in before}
    saved = _put(fresh.database, [row for row in waiting if row["incarnation"] in known], list(known))
    aside = put_aside(folder.database) if folder.database.exists() else None
    fresh.database.rename(folder.database)
    fresh.path.rmdir()
    return Mended(joined.letter, saved, max((row.last_seq for row in before), default=0), aside)


def _readable(path: Path) -> list[Row]:
    """Undecided commands, as far as the file can still be read: from both ends, past no damage."""
    found: dict[int, Row] = {}
    if path.exists():
        for order in (t.outbox.c.n, t.outbox.c.n.desc()):
            _read(path, select(t.outbox).order_by(order), found)
    return [found[n] for n in sorted(found)]


def _read(path: Path, statement: Select[Any], found: dict[int, Row]) -> None:
    try:
        with closing(Database(sqlite_url(path))) as database, database.read() as connection:
            for row in connection.execution_options(stream_results=True).execute(statement):
                if row.state == OutcomeStatus.PENDING:
                    found[row.n] = dict(row._mapping)
    except (StoreTrouble, sqlite3.DatabaseError, ValueError) as error:
        log.warning("the damaged home can be read no further: %s", error)


def _put(path: Path, waiting: list[Row], follows: list[str]) -> int:
    with closing(Database(sqlite_url(path))) as database, database.write() as connection:
        for row in waiting:
            connection.execute(insert(t.outbox), row)
        rejoining.set_follows(connection, follows)
    return len(waiting)
