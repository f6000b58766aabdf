"""Figures of a period, and the audit list. Nothing here names a resident."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.commands.records.cases import Named
from kiosk.domain.figures import Cases, Lending, RoomUse


class DayFigures(Record, frozen=True):
    day: date
    cases: Cases
    rooms: RoomUse
    loans: Lending


class ItemFigures(Record, frozen=True):
    name: str
    name_en: str
    cases: Cases


class RoomFigures(Record, frozen=True):
    name: str
    name_en: str
    use: RoomUse


class ClassFigures(Record, frozen=True):
    """A main class of books; `letter` is empty for books without one."""

    letter: str
    name: str
    name_en: str
    loans: Lending


class HourFigures(Record, frozen=True):
    hour: int
    cases: Cases


class Figures(Record, frozen=True):
    """Every day of the period, and the same by item, hour, room and class, the most first. `stars`: how many ratings of one
    star to five. What the asker's role does not see is empty, see `counter` and `library`.
    """

    station: str
    station_en: str
    first: date
    last: date
    made_at: datetime
    counter: bool
    library: bool
    days: tuple[DayFigures, ...]
    items: tuple[ItemFigures, ...]
    hours: tuple[HourFigures, ...]
    rooms: tuple[RoomFigures, ...]
    classes: tuple[ClassFigures, ...]
    stars: tuple[int, int, int, int, int]


class AuditRow(Record, frozen=True):
    """One command that the hub has decided. `role` is operator, resident, terminal, hub or setup; `who` an operator's name or
    a terminal's, never a resident's. `about` is the number, room or day that it was about.
    """

    id: str
    made_at: datetime
    decided_at: datetime | None
    role: str
    who: str
    kind: str
    about: str
    status: str
    reason: str | None
    flags: tuple[str, ...]


class AuditChoices(Record, frozen=True):
    """`operators`: code is what the filter `actor` wants."""

    operators: tuple[Named, ...]
    kinds: tuple[str, ...]
