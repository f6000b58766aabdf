"""What went wrong, all in one list: from this terminal's rows, from the hub, from this machine."""

import shutil
from datetime import datetime
from typing import Any

from kiosk.commands import records
from kiosk.commands.desk import TroublesNow
from kiosk.domain.trouble import KioskError
from kiosk.domain.watch import Trouble, What, of_clock, of_hub, of_machine, of_terminals
from kiosk.station import Station


def look_over(station: Station, actor: Any) -> list[Trouble]:
    """The most pressing first; a hub that is away is said elsewhere, and what only it knows is left out."""
    now = station.now()
    found: records.DeskTroubles = station.ask(TroublesNow(), actor)
    own = station.settings.terminal
    return [
        *([Trouble(What.UNHEARD, unheard=found.unheard)] if found.unheard else []),
        *of_machine(shutil.disk_usage(station.folder.path).free // (1024 * 1024)),
        *of_clock(found.clock, own),
        *_of_hub(station, found, now, own),
        *([Trouble(What.CALENDAR, detail={"year": found.unofficial})] if found.unofficial else []),
    ]


def _of_hub(station: Station, found: records.DeskTroubles, now: datetime, own: str) -> list[Trouble]:
    try:
        state, seen = station.hub_state(), station.terminals_seen()
    except KioskError:
        return []
    return [*of_terminals(seen, found.places, found.opened_at, now, own), *of_hub(state, now)]
