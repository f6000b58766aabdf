"""What the first frame of the kiosk can say before the database is open: the station's name and hours, as they were last.

Nothing personal, nothing that changes by the hour: a small file in the home, written anew when it differs.
"""

import logging
import os

import msgspec

from kiosk.commands.records import HomePage, Record
from kiosk.config import HomeFolder

log = logging.getLogger(__name__)
FILE = "welcome.json"


class Welcome(Record, frozen=True):
    name: str
    name_en: str
    opens: str
    closes: str


def read_welcome(folder: HomeFolder) -> Welcome | None:
    """None before the first start, or if the file is no longer what it was."""
    try:
        return msgspec.json.decode((folder.path / FILE).read_bytes(), type=Welcome)
    except (OSError, msgspec.DecodeError):
        return None


def keep_welcome(folder: HomeFolder, page: HomePage) -> None:
    welcome = Welcome(name=page.name, name_en=page.name_en, opens=page.opens, closes=page.closes)
    if welcome == read_welcome(folder):
        return
    staged = folder.path / f"{FILE}.new"
    try:
        staged.write_bytes(msgspec.json.encode(welcome))
        os.replace(staged, folder.path / FILE)
    except OSError as error:
        log.warning("the welcome is not kept: %s", error)
