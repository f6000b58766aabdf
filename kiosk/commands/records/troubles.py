"""What went wrong, as the desk is told."""

from datetime import datetime

from kiosk.commands.records.base import Record
from kiosk.commands.records.slips import Explained


class Unheard(Record, frozen=True):
    """A refused wish or a flagged fact that nobody has explained yet. `who` and `phone` are masked, empty where unknown.

    `terminal`: where it was made, if it was made without anybody signed in.
    """

    about: Explained
    who: str = ""
    phone: str = ""
    terminal: str = ""


class DeskTroubles(Record, frozen=True):
    """As this replica knows it. `unofficial`: the year whose holidays are missing and needed by now; `clock` of this
    terminal: ok, uncertain, off. `opened_at`: since when the doors are open, None while they are shut. `places`: where
    each terminal that serves people stands, by its letter.
    """

    unheard: tuple[Unheard, ...]
    unofficial: int | None
    clock: str
    opened_at: datetime | None
    places: dict[str, str]
