"""Whether a home still is where it was made: a copy of it would say the same as the original, under the same name."""

import hashlib
import logging
import os
import uuid
from pathlib import Path

from db import home as home_rows
from db import rejoining
from db.engines import Database
from kiosk.config import HomeFolder
from kiosk.sync.setup import HALF
from kiosk.sync.stages import Stage

log = logging.getLogger(__name__)
MACHINE_ID = Path("/etc/machine-id")


def settle_identity(folder: HomeFolder, database: Database) -> bool:
    """A home found elsewhere begins a new incarnation; True if it just did. Only a shared store could be misled."""
    if folder.load().store is None:
        return False
    mark = machine_mark(folder)
    with database.read() as connection:
        known = home_rows.read_home(connection).machine
    if known == mark:
        return False
    with database.write() as connection:
        if known is not None:
            log.warning("this home was copied or moved: it joins its station anew")
            rejoining.begin_incarnation(connection, Stage.JOINING.value, is_copy=True)
        rejoining.set_machine(connection, mark)
    return known is not None


def machine_mark(folder: HomeFolder) -> str:
    """Of this machine, this path and this very file."""
    path = folder.path.resolve()
    path = path.parent if path.name == HALF else path
    parts = (_machine(), os.fspath(path), str(folder.database.stat().st_ino))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _machine() -> str:
    try:
        return MACHINE_ID.read_text("ascii").strip()
    except (OSError, ValueError):
        return str(uuid.getnode())
