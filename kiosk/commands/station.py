"""The station itself: what it is filled with, what its screens show at rest."""

from datetime import date

import msgspec

from kiosk.commands.base import ANYONE, MANAGER, Command, Json, Question, ShortText, command
from kiosk.domain.states import TerminalRole


@command("seed_station", by=MANAGER, needs_hub=True)
class SeedStation(Command, frozen=True):
    """Rows of a station that is being set up: table name -> rows; refused once the station is open."""

    rows: dict[str, list[Json]]


@command("override_day", by=MANAGER, needs_hub=True)
class OverrideDay(Command, frozen=True):
    """A manager says whether a day is a working day and whether the station is open."""

    date: date
    working: bool | None = None
    open: bool | None = None
    note: ShortText = ""


@command("join_terminal", by=ANYONE, needs_hub=True)
class JoinTerminal(Command, frozen=True):
    """A new terminal says what it is; its id is its letter."""

    name: ShortText
    role: TerminalRole
    place: ShortText = ""


class HomePage(Question, frozen=True):
    """-> records.HomePage"""


class SyncState(Question, frozen=True):
    """-> records.SyncState"""


class SlipOf(Question, frozen=True):
    """-> records.Slip: what the code on a slip stands for."""

    code: str


class OwnBooking(Question, frozen=True):
    """-> records.Slip: one's own booking, by its id, without its slip; an empty one for anybody else."""

    booking: str


class Listing(Question, frozen=True):
    """`show`: -> list of JSON objects; `where` are equalities on their fields (`q` searches)."""

    what: str
    where: dict[str, str] = msgspec.field(default_factory=dict)
