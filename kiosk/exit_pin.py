"""The PIN that lets staff out of a stand's full screen. It stands, hashed, in this machine's own settings: it must work
when neither hub nor database does, and nobody's password is to be typed beside a door. There is none until one is chosen.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from kiosk.config import HomeFolder, Settings
from kiosk.domain.trouble import KioskError
from kiosk.services.secrets import hash_secret, is_secret

_PIN = re.compile(r"\d{4,12}", re.ASCII)


def keep(folder: HomeFolder, pin: str) -> None:
    """From its next start on. Raises KioskError: bad_exit_pin, and what the home's settings raise."""
    if not _PIN.fullmatch(pin):
        raise KioskError("bad_exit_pin")
    folder.save(replace(folder.load(), exit_pin=hash_secret(pin)))


def checker(settings: Settings) -> Callable[[str], bool] | None:
    """Whether a typed PIN is the right one; None where none has been chosen."""
    kept = settings.exit_pin
    return (lambda typed: is_secret(kept, typed)) if kept else None
