"""The library as the desk sees it: readers under their masked names, copies with who has them."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.commands.records.library import Copy, Hold, Loan


class DeskCopyRow(Record, frozen=True):
    id: str
    number: str
    title: str
    title_id: str
    state: str
    kind: str
    location: str
    location_en: str
    shelf: str
    due: date | None


class DeskLoan(Record, frozen=True):
    """`reader` is masked; empty once nobody remembers whose it was. `days_late` 0 while there is time."""

    id: str
    copy: str
    title: str
    resident: str | None
    reader: str
    lent_at: datetime
    due: date
    days_late: int
    renewals: int
    pending: bool


class DeskHold(Record, frozen=True):
    """`status` waiting, ready or expired (nobody has written that down yet)."""

    id: str
    title: str
    title_id: str
    copy: str | None
    status: str
    position: int
    resident: str | None
    reader: str
    made_at: datetime
    ready_until: date | None
    pending: bool


class DeskReader(Record, frozen=True):
    """`most` books at once; `stopped`: no card of theirs is good."""

    id: str
    reader: str
    card: str
    card_kind: str
    stopped: bool
    most: int
    late: int
    children_late: int
    loans: tuple[Loan, ...]
    holds: tuple[Hold, ...]


class DeskCopy(Record, frozen=True):
    """`choices`: the copies that an ISBN may mean, if there are several. `location_code` is as the store has it."""

    copy: Copy
    location_code: str
    title: str
    title_id: str
    author: str
    isbn: str | None
    loan: DeskLoan | None
    hold: DeskHold | None
    waiting: int
    choices: tuple[Copy, ...] = ()


class CopyEvent(Record, frozen=True):
    """`what` is lent, returned, lost, or the kind of the command; `who` a masked reader or an operator's name."""

    at: datetime
    what: str
    who: str


class ShelfHere(Record, frozen=True):
    location: str
    name: str
    name_en: str
    shelf: str
    copies: int


class StockCopy(Record, frozen=True):
    id: str
    number: str
    title: str
    state: str
    shelf: str


class StocktakeDone(Record, frozen=True):
    id: str
    location: str
    location_en: str
    shelf: str
    finished_at: datetime
    expected: int
    seen: int
    missing: int
    misplaced: int
    by: str
