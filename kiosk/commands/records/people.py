"""Who stands there, by card; what they have here, and what is kept of them."""

from datetime import date, datetime

import msgspec

from kiosk.commands.records.base import Record
from kiosk.commands.records.bookings import Booking, Strike
from kiosk.commands.records.library import Loan
from kiosk.commands.records.tickets import Ticket
from kiosk.domain.states import HoldState, WishState


class CardHolder(Record, frozen=True):
    """`limit` books at once, `loans` open now."""

    resident: str
    masked_name: str
    card: str
    kind: str
    loans: int
    limit: int


class Identified(Record, frozen=True):
    """Whether card and PIN belong together; `reason` wrong_pin {left}, card_locked, revoked_card, unknown_resident."""

    holder: CardHolder | None
    reason: str | None = None
    detail: dict[str, int] = msgspec.field(default_factory=dict)
    wrong_tries: int = 0


class MyHold(Record, frozen=True):
    id: str
    title: str
    status: HoldState
    ready_until: date | None
    pending: bool


class MyMembership(Record, frozen=True):
    id: str
    organisation: str
    role: str
    from_day: date | None
    until_day: date | None
    tags: tuple[str, ...]


class MyWish(Record, frozen=True):
    """For one's data: `kind` erasure or correction (then `what`)."""

    id: str
    kind: str
    what: str
    made_at: datetime
    status: WishState
    pending: bool


class MyPage(Record, frozen=True):
    """The newest first; what is over only as far as it still matters."""

    holder: CardHolder
    tickets: tuple[Ticket, ...]
    bookings: tuple[Booking, ...]
    loans: tuple[Loan, ...]
    holds: tuple[MyHold, ...]
    strikes: tuple[Strike, ...]
    memberships: tuple[MyMembership, ...]
    wishes: tuple[MyWish, ...]


class Kept(Record, frozen=True):
    """One kind of data that is kept of a person: how many, `shown` masked where this terminal knows it.

    `until` is the day when the last of it goes by itself, None while its purpose goes on; `days` is how long it is kept
    after that. `at_desk`: what was typed lies at the front desk alone.
    """

    kind: str
    count: int
    shown: tuple[str, ...] = ()
    until: date | None = None
    days: int | None = None
    at_desk: bool = False
