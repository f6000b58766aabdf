"""All that the sections show, read in one go."""

from dataclasses import dataclass, field
from typing import Any

from kiosk.commands.station import Listing
from kiosk.domain.trouble import KioskError
from kiosk.services.registry import Actor
from kiosk.station import Station
from ui.viewmodels.sentences import language

Rows = list[dict[str, Any]]
_LISTED = (
    "station",
    "rooms",
    "items",
    "areas",
    "counters",
    "policies",
    "hours",
    "consent_texts",
    "terminals",
    "affected",
)


@dataclass(frozen=True, slots=True)
class House:
    """Rows as `show` lists them; `seen`: each terminal as the hub last saw it, None while the hub is away."""

    station: Rows = field(default_factory=list)
    rooms: Rows = field(default_factory=list)
    items: Rows = field(default_factory=list)
    areas: Rows = field(default_factory=list)
    counters: Rows = field(default_factory=list)
    policies: Rows = field(default_factory=list)
    hours: Rows = field(default_factory=list)
    consent_texts: Rows = field(default_factory=list)
    terminals: Rows = field(default_factory=list)
    affected: Rows = field(default_factory=list)
    seen: list[Any] | None = None
    own: str = ""
    waiting: int = 0

    def numbers(self, topic: str, scope: str) -> dict[str, Any]:
        row = next((one for one in self.policies if (one["topic"], one["scope"]) == (topic, scope)), None)
        return dict(row["numbers"]) if row else {}


def read_house(station: Station, actor: Actor | None) -> House:
    found = {what: station.ask(Listing(what=what), actor) for what in _LISTED}
    try:
        seen: list[Any] | None = station.terminals_seen()
    except KioskError:
        seen = None
    (line,) = station.ask(Listing(what="sync"), actor)
    return House(**found, seen=seen, own=station.settings.terminal, waiting=line["waiting"])


def row_of(rows: Rows, key: str, by: str = "id") -> dict[str, Any]:
    """An empty one where it has gone."""
    return next((row for row in rows if row[by] == key), {})


def named(row: dict[str, Any], name: str = "name") -> str:
    """In the language of the moment, Chinese where English is missing."""
    english = row.get(f"{name}_en") if language() == "en" else ""
    return str(english or row.get(name) or "")
