"""People and organisations as the desk sees them."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.commands.records.desk_rooms import BookingRow
from kiosk.commands.records.people import Kept, MyPage
from kiosk.domain.states import CardState, PartyKind, SuspendedFor


class PersonRow(Record, frozen=True):
    """Masked; `card` is the good one's number, empty without one."""

    id: str
    name: str
    phone: str
    card: str
    child: bool
    pending: bool


class PersonCard(Record, frozen=True):
    number: str
    kind: str
    state: CardState
    locked: bool


class Look(Record, frozen=True):
    """When an operator opened somebody's data."""

    at: datetime
    by: str


class Person(Record, frozen=True):
    """`name`, `phone` and `birth_month` are masked or empty until it was `opened`. `minor`: under 18,
    as far as the month of birth is known. `looks` are for managers.
    """

    row: PersonRow
    opened: bool
    name: str
    phone: str
    birth_month: str
    consent: str
    consent_en: str
    consented_at: datetime | None
    consents: bool
    minor: bool
    guardian: PersonRow | None
    children: tuple[PersonRow, ...]
    keeps_history: bool
    cards: tuple[PersonCard, ...]
    page: MyPage | None
    kept: tuple[Kept, ...]
    alike: tuple[PersonRow, ...]
    looks: tuple[Look, ...]


class Merge(Record, frozen=True):
    """Both records, and what the kept one has after merging: masked as far as they were not opened.

    `cards_end`: numbers of cards that would be replaced; `holds_end`: holds that would be given up.
    """

    kept: Person
    other: Person
    phone: str
    birth_month: str
    guardian: PersonRow | None
    consents: bool
    cards_end: tuple[str, ...]
    holds_end: int


class OrganisationRow(Record, frozen=True):
    """`suspended`: it may ask for no room now."""

    id: str
    name: str
    name_en: str
    kind: PartyKind
    uscc: str
    verified: bool
    suspended: bool
    pending: bool


class Member(Record, frozen=True):
    id: str
    person: str
    role: str
    tags: tuple[str, ...]
    from_day: date | None
    until_day: date | None
    active: bool


class Suspended(Record, frozen=True):
    """Why, since and until when (its last day; None: until it is lifted), and by whom."""

    why: SuspendedFor
    since: datetime
    until: date | None
    by: str


class Organisation(Record, frozen=True):
    """`before`: what it was called until when. `ahead`: its bookings and requests that are not over."""

    row: OrganisationRow
    before: tuple[tuple[str, datetime], ...]
    members: tuple[Member, ...]
    strikes: int
    suspension: Suspended | None
    ahead: tuple[BookingRow, ...]
