"""Titles, copies, loans."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.domain.states import HoldState, LoanState


class Location(Record, frozen=True):
    code: str
    name: str
    name_en: str


class Copy(Record, frozen=True):
    id: str
    number: str
    state: str
    location: str
    location_en: str
    shelf: str
    due: date | None
    shelf_en: str = ""
    kind: str = "book"


class Title(Record, frozen=True):
    """`available` copies of `total` can be borrowed now; `due` is when the next one comes back if none can.

    `lendable` is False where all of them are for reading here.
    """

    id: str
    title: str
    author: str
    publisher: str
    year: int | None
    isbn: str | None
    pages: int | None
    location: str
    location_en: str
    shelf: str
    available: int
    total: int
    due: date | None
    holds: int = 0
    copies: tuple[Copy, ...] = ()
    shelf_en: str = ""
    class_number: str = ""
    large_print: bool = False
    audience: str = ""
    lendable: bool = True


class TitlesFound(Record, frozen=True):
    """`total` counts up to a cap; `more` says that there are others. `spans` are not given: screens mark `q` themselves."""

    q: str
    total: int
    more: bool
    titles: tuple[Title, ...]


class CopyFound(Record, frozen=True):
    """`reason` is None when the asking resident could borrow it now; ambiguous_reference: which of `choices`?"""

    copy: Copy
    title: str
    author: str
    title_id: str
    reason: str | None
    choices: tuple[Copy, ...] = ()


class Loan(Record, frozen=True):
    """`renewable_to` is the day it would be due after renewing, None when it cannot be (then `reason`).

    `reader` is empty for one's own, else the child's name as it is shown.
    """

    id: str
    copy: str
    title: str
    author: str
    lent_at: datetime
    due: date
    days_left: int
    status: LoanState
    pending: bool
    renewals: int
    renewable_to: date | None
    reason: str | None
    reader: str = ""


class Hold(Record, frozen=True):
    """`position` in the queue from 1 on; 0 when a copy lies ready until `ready_until`. `reader` as for loans."""

    id: str
    title: str
    title_id: str
    author: str
    status: HoldState
    position: int
    made_at: datetime
    ready_until: date | None
    copy: str | None
    pending: bool
    reader: str = ""


class MainClass(Record, frozen=True):
    """`titles` of a main class, its `letter` A-Z."""

    letter: str
    name: str
    name_en: str
    titles: int


class Facets(Record, frozen=True):
    """Whether any title is in large print, or for children."""

    large_print: bool
    children: bool


class PastLoan(Record, frozen=True):
    title: str
    author: str
    returned_on: date


class ReadingHistory(Record, frozen=True):
    """`kept`: the reader wishes it; else what came back is forgotten after `days`. The latest first."""

    kept: bool
    days: int
    loans: tuple[PastLoan, ...]
