"""Looking a home over: what is well, what will be trouble, what is trouble, and what to do about it."""

import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import select

from assets import FOLDER as ASSETS
from db import home as home_rows
from db import tables as t
from db.book import Bookshelf
from db.engines import Database, sqlite_url
from kiosk.config import HomeFolder, Settings
from kiosk.domain.trouble import KioskError
from kiosk.reports.trouble import sentence, trouble_text
from kiosk.services.house import calendar_of
from kiosk.sync.hub import StoreHub
from kiosk.sync.messages import mismatch
from kiosk.sync.places import is_on_network

LEAST_FREE = 200 * 1024 * 1024
QT = "from PySide6 import QtCore, QtGui, QtQuick, QtQml, QtMultimedia"


class State(StrEnum):
    OK = "ok"
    WARNING = "warning"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the doctor: `key` names its sentence, or `trouble` has one of its own."""

    state: State
    key: str
    detail: dict[str, Any] = field(default_factory=dict)
    trouble: KioskError | None = None

    def text(self, lang: str = "zh") -> str:
        if self.trouble is not None:
            return trouble_text(self.trouble, lang)
        return sentence("doctor", self.key, self.detail, lang)


Notes = Iterator[Note]


def examine(folder: HomeFolder, now: datetime) -> list[Note]:
    """Raises KioskError when there is no home here to look at."""
    if not folder.exists:
        raise KioskError("no_home", home=str(folder.path))
    return [*_disk(folder), *_home(folder, now), *_shipped(), *_qt()]


def _home(folder: HomeFolder, now: datetime) -> Notes:
    try:
        settings = folder.load()
        yield Note(State.OK, "settings", {"terminal": settings.terminal, "role": settings.role})
        yield from _database(folder, settings, now)
    except KioskError as error:
        yield Note(State.PROBLEM, error.key, trouble=error)


def _database(folder: HomeFolder, settings: Settings, now: datetime) -> Notes:
    if not folder.database.exists():
        raise KioskError("home_incomplete", home=str(folder.path))
    with closing(Database(sqlite_url(folder.database))) as database:
        database.check()
        with database.read() as connection:
            schema = int(connection.execute(select(t.home.c.schema)).scalar_one())
            if schema > t.SCHEMA:
                raise KioskError("made_by_newer", home=str(folder.path))
            if schema < t.SCHEMA:
                yield Note(State.WARNING, "older", {"schema": schema, "now": t.SCHEMA})
                return
            home = home_rows.read_home(connection)
            yield Note(State.OK, "database")
            yield from _waiting(connection, now)
            yield from _clock(home, now)
            yield from _calendar(connection, home, now)
    yield from _store(settings.store or sqlite_url(folder.own_store), home)


def _store(url: str, home: Any) -> Notes:
    hub = StoreHub(url, lambda: home.last_exchange)
    try:
        store = hub.reach()
        reason = mismatch(store, home)
        if reason:
            raise KioskError(reason)
        hub.check()
        yield Note(State.OK, "store", {"store": url, "revision": store.revision})
        if is_on_network(url):
            yield Note(State.WARNING, "network_share", {"store": url})
        if store.phase != "normal":
            yield Note(State.WARNING, "recovering", {"count": len(hub.awaited())})
        if home.cursor < store.revision:
            yield Note(State.WARNING, "behind", {"count": store.revision - home.cursor})
    except KioskError as error:
        yield Note(State.PROBLEM, error.key, trouble=error)
    finally:
        hub.close()


def _waiting(connection: Any, now: datetime) -> Notes:
    waiting = [row for row in home_rows.outbox_rows(connection) if row.state == "pending"]
    if not waiting:
        yield Note(State.OK, "nothing_waits")
        return
    since = min(row.made_at for row in waiting)
    yield Note(State.WARNING, "waiting", {"count": len(waiting), "since": since.isoformat(" ", "minutes")})


def _clock(home: Any, now: datetime) -> Notes:
    last = home.last_made_at
    if now.year < 2026:
        yield Note(State.PROBLEM, "clock_wrong", {"now": now.isoformat(" ", "minutes")})
    elif last is not None and now < last:
        detail = {"now": now.isoformat(" ", "minutes"), "last": last.isoformat(" ", "minutes")}
        yield Note(State.PROBLEM, "clock_behind", detail)
    else:
        yield Note(State.OK, "clock", {"now": now.isoformat(" ", "minutes")})


def _calendar(connection: Any, home: Any, now: datetime) -> Notes:
    """Next year's list is published in November: until then it is nobody's fault."""
    calendar = calendar_of(Bookshelf().read(connection, home.book))
    for year in (now.year, now.year + 1):
        if calendar.is_official(year):
            yield Note(State.OK, "calendar", {"year": year})
        else:
            is_due = year == now.year or now.month == 12
            yield Note(State.WARNING if is_due else State.OK, "calendar_missing", {"year": year})


def _disk(folder: HomeFolder) -> Notes:
    free = shutil.disk_usage(folder.path).free
    detail = {"free": free // (1024 * 1024)}
    yield Note(State.OK, "disk", detail) if free >= LEAST_FREE else Note(State.PROBLEM, "disk_low", detail)


def _shipped() -> Notes:
    for name, pattern in (("fonts", "*.?tf"), ("icons", "*.svg")):
        count = len(list((ASSETS / name).glob(pattern)))
        state = State.OK if count else State.PROBLEM
        yield Note(state, name if count else f"{name}_missing", {"count": count})


def _qt(run: Callable[..., Any] = subprocess.run) -> Notes:
    """In a process of its own: this one has no business with Qt, and a missing library may end it."""
    try:
        done = run([sys.executable, "-c", QT], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired) as error:
        yield Note(State.PROBLEM, "qt_missing", {"what": str(error)})
        return
    if done.returncode == 0:
        yield Note(State.OK, "qt")
    else:
        yield Note(State.PROBLEM, "qt_missing", {"what": _missing_library(done.stderr)})


def _missing_library(said: str) -> str:
    found = re.search(r"ImportError: (\S+?\.so\S*):", said)
    lines = said.strip().splitlines()
    return found[1] if found else lines[-1] if lines else "PySide6"


def exit_code(notes: list[Note]) -> int:
    """0 well, 1 something found, 2 the home cannot be worked with."""
    fatal = {"bad_settings", "home_incomplete", "made_by_newer", "store_broken", "store_foreign"}
    if any(note.state is State.PROBLEM and note.key in fatal for note in notes):
        return 2
    return int(any(note.state is not State.OK for note in notes))
