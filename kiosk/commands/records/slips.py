"""What a slip stands for, and what was refused while nobody stood there."""

from datetime import date, datetime
from typing import Any

from kiosk.commands.records.base import Record
from kiosk.commands.records.bookings import BookingSlip
from kiosk.commands.records.tickets import Ticket


class DoorScan(Record, frozen=True):
    """When and where a code was shown: `on` is the terminal's letter, `place` where it stands."""

    at: datetime
    on: str
    place: str = ""


class Explained(Record, frozen=True):
    """A wish that was refused (`reason`, `detail`) while nobody stood there; `kind` is its command's.

    `number` and `due` are what had been said of it, `about` is the room or book, `day`, `start` and `end` the room's time.
    `scans`: of one code at two doors that did not know of each other, the earlier one first.
    """

    id: str
    kind: str
    reason: str
    detail: dict[str, Any]
    flags: tuple[str, ...]
    made_at: datetime
    number: str | None = None
    due: date | None = None
    about: str = ""
    about_en: str = ""
    day: date | None = None
    start: int | None = None
    end: int | None = None
    scans: tuple[DoorScan, ...] = ()


class Slip(Record, frozen=True):
    """What a slip's code stands for: a ticket, a booking, or a request that the hub `refused`.

    None of them: the code is not of this station, or nothing is kept of it any more. `strike`: calling it off now
    would be one.
    """

    ticket: Ticket | None = None
    booking: BookingSlip | None = None
    refused: Explained | None = None
    check_in_from: datetime | None = None
    check_in_until: datetime | None = None
    strike: bool = False
