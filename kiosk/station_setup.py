"""Opening a station: a home is made, and the first terminal on a store fills it."""

import secrets

from kiosk.commands.station import SeedStation
from kiosk.config import HomeFolder, Settings
from kiosk.domain.states import Role
from kiosk.domain.trouble import KioskError
from kiosk.importing.demo import demo_pages, plain_pages
from kiosk.services.actors import SETUP
from kiosk.services.registry import Actor
from kiosk.services.secrets import hash_secret
from kiosk.station import Station
from kiosk.sync.setup import make_home


def init(folder: HomeFolder, settings: Settings, letter: str | None = None) -> Station:
    """Raises KioskError, see make_home."""
    joined = make_home(folder, settings, letter)
    station = Station(folder)
    if joined.is_new:
        salt = secrets.token_hex(16)
        pages = demo_pages(hash_secret, salt) if settings.demo else plain_pages(settings.place or "驿站", salt)
        for page in pages:
            answer = station.do(SeedStation(rows=page), Actor(Role.MANAGER, SETUP))
            if answer.status != "accepted":
                raise KioskError("setup_failed", why=str(answer.reason))
    else:
        station.exchange()
    return station
