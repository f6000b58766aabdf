"""Opening a station: a home is made, and the first terminal on a store fills it; a demo's is kept fresh."""

import logging
import secrets
from contextlib import closing
from pathlib import Path

from db.engines import Database, sqlite_url
from kiosk.commands.station import JoinTerminal, SeedStation
from kiosk.config import HomeFolder, Settings
from kiosk.domain.reasons import Reason
from kiosk.domain.states import OutcomeStatus, Role, TerminalRole
from kiosk.domain.times import station_now
from kiosk.domain.trouble import KioskError
from kiosk.importing.demo import demo_pages, plain_pages
from kiosk.services.actors import SETUP
from kiosk.services.registry import Actor
from kiosk.services.secrets import hash_secret
from kiosk.station import Station
from kiosk.sync.clock import Clock
from kiosk.sync.setup import being_made, make_home

log = logging.getLogger(__name__)
BEATEN = {Reason.ALREADY_DONE.value, Reason.NOT_ALLOWED.value}


def init(
    folder: HomeFolder, settings: Settings, letter: str | None = None, *, clock: Clock = station_now
) -> Station:
    """Make a home and open it; nothing in it is later than `clock` says.

    Raises KioskError (see being_made, make_home): nothing was made.
    """
    with being_made(folder) as half:
        joined = make_home(half, settings, letter)
        station = Station(half, clock=clock)
        try:
            station.exchange()
            if not joined.is_filled:
                fill(station, settings)
            _introduce(station)
        finally:
            station.close()
    return Station(folder, clock=clock)


def fill(station: Station, settings: Settings) -> None:
    """Page by page, after what a filling that was cut off has left. Raises KioskError: setup_failed."""
    salt = secrets.token_hex(16)
    pages = demo_pages(hash_secret, salt) if settings.demo else plain_pages(settings.place or "驿站", salt)
    for page in pages:
        answer = station.do(SeedStation(rows=page), Actor(Role.MANAGER, SETUP))
        if answer.reason in BEATEN:
            return  # another terminal has filled it meanwhile
        if station.trouble:
            raise station.trouble
        if answer.status != OutcomeStatus.ACCEPTED:
            raise KioskError("setup_failed", why=str(answer.reason))


def _introduce(station: Station) -> None:
    own = station.settings
    name = own.place or f"{own.role} {own.terminal}"
    station.do(JoinTerminal(name=name, role=TerminalRole(own.role), place=own.place))


def renew(folder: HomeFolder, settings: Settings) -> Station:
    """A demo home that works: made if there is none, migrated if older, made anew beside the old if broken.

    Raises KioskError: not_a_demo for a home in service, home_foreign and the like for what is no home at all.
    """
    if not folder.exists:
        return init(folder, settings)
    try:
        station = Station(folder)
        if not station.settings.demo:
            station.close()
            raise KioskError("renew_demo_only", home=str(folder.path))
        for path in (folder.database, folder.own_store):
            _check_file(path)
        station.meet_hub()
        return station
    except KioskError as error:
        if not _is_broken_demo(folder, error):
            raise
        log.warning("the demo home is made anew: %s", error)
    folder.path.rename(_aside(folder.path))
    return init(folder, settings)


def _is_broken_demo(folder: HomeFolder, error: KioskError) -> bool:
    """A home in service, or somebody's files, are never moved."""
    if error.key in {"renew_demo_only", "home_foreign", "home_busy", "store_busy", "disk_full"}:
        return False
    try:
        return folder.load().demo
    except KioskError:
        return b"demo = true" in folder.settings_file.read_bytes()


def _check_file(path: Path) -> None:
    if path.exists():
        with closing(Database(sqlite_url(path))) as database:
            database.check()


def _aside(path: Path) -> Path:
    n = 1
    while (aside := path.with_name(f"{path.name}.old-{n}")).exists():
        n += 1
    return aside
