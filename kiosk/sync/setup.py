"""Making a home, and the store beside it when the terminal is its own hub."""

import uuid
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, insert, select

from db import tables as t
from db.engines import Database, StoreTrouble, sqlite_url
from db.schema import create_home, create_store
from kiosk.config import HomeFolder, Settings
from kiosk.domain.numbers import is_letter, next_letter
from kiosk.domain.times import station_now
from kiosk.domain.trouble import KioskError


@dataclass(frozen=True, slots=True)
class Joined:
    """What the store says to a new terminal. `is_new`: the store was made just now and its station is empty."""

    station: str
    epoch: str
    letter: str
    demo: bool
    is_new: bool


def make_home(folder: HomeFolder, settings: Settings, wanted_letter: str | None = None) -> Joined:
    """A home folder joined to its store, which is made if need be. Raises KioskError: home_exists, home_foreign, no_room_on_disk."""
    if folder.exists:
        raise KioskError("home_exists", home=str(folder.path))
    if folder.path.exists() and any(folder.path.iterdir()):
        raise KioskError("home_foreign", home=str(folder.path))
    try:
        folder.path.mkdir(parents=True, exist_ok=True)
        incarnation = uuid.uuid4().hex
        joined = _join(settings.store or sqlite_url(folder.own_store), settings, incarnation, wanted_letter)
        _write_home(folder, joined, incarnation)
        folder.save(replace(settings, terminal=joined.letter, demo=joined.demo))
    except (OSError, StoreTrouble) as error:
        raise KioskError("home_unwritable", home=str(folder.path), why=str(error)) from error
    return joined


def _join(url: str, settings: Settings, incarnation: str, wanted: str | None) -> Joined:
    with closing(Database(url)) as database, database.write() as connection:
        is_new = not connection.dialect.has_table(connection, "store")
        if is_new:
            create_store(connection)
            connection.execute(insert(t.store), _new_store(settings.demo))
        store = connection.execute(select(t.store)).one()
        letter = _letter(connection, wanted)
        connection.execute(
            insert(t.incarnations),
            {"id": incarnation, "terminal": letter, "last_seq": 0, "letter": letter, "letter_day": station_now().date()},
        )
        return Joined(store.station, store.epoch, letter, store.demo, is_new)


def _new_store(demo: bool) -> dict[str, Any]:
    return {
        "one": 1, "station": uuid.uuid4().hex, "epoch": uuid.uuid4().hex, "revision": 0, "schema": t.SCHEMA,
        "purged_to": 0, "phase": "normal", "demo": demo,
    }  # fmt: skip


def _letter(connection: Connection, wanted: str | None) -> str:
    taken = set(connection.execute(select(t.incarnations.c.letter)).scalars())
    if wanted is None:
        return next_letter(taken)
    if not is_letter(wanted) or wanted in taken:
        raise KioskError("bad_terminal", terminal=wanted)
    return wanted


def _write_home(folder: HomeFolder, joined: Joined, incarnation: str) -> None:
    with closing(Database(sqlite_url(folder.database))) as database, database.write() as connection:
        create_home(connection)
        connection.execute(
            insert(t.home),
            {
                "one": 1, "station": joined.station, "terminal": joined.letter, "incarnation": incarnation,
                "epoch": joined.epoch, "schema": t.SCHEMA, "cursor": 0, "next_seq": 1, "letter": joined.letter,
                "last_booking": 0, "demo": joined.demo,
            },
        )  # fmt: skip
