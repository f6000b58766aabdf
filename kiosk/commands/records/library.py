"""Titles, copies, loans."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.domain.states import LoanState


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


class Title(Record, frozen=True):
    """`available` copies of `total` can be borrowed now; `due` is when the next one comes back if none can."""

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
    """`renewable_to` is the day it would be due after renewing, None when it cannot be (then `reason`)."""

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
