"""What screens are shown: frozen records, with both languages where the station's own data is read out."""

from datetime import date, datetime
from typing import Any

import msgspec

from kiosk.domain.states import BookingState, LoanState, Mode, PartyKind, TicketState


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """Something to show."""


class HomePage(Record, frozen=True):
    name: str
    name_en: str
    short_name: str
    phone: str
    opens: str
    closes: str
    waiting: int
    wait_minutes: int
    counters_open: bool
    earliest: date | None
    titles: int


class SyncState(Record, frozen=True):
    """`waiting` counts commands that the hub has not answered; `trouble` names the sentence why it is away.

    `stage` is what the sync worker does (LineStage), or what the home is at when that is out of the ordinary.
    `clock`: ok, uncertain (started without the hub), off (it shows another time than the hub).
    """

    terminal: str
    letter: str
    place: str
    online: bool
    waiting: int
    last_exchange: datetime | None
    trouble: str | None = None
    stage: str = "normal"
    clock: str = "ok"


class Area(Record, frozen=True):
    code: str
    name: str
    name_en: str
    about: str
    about_en: str
    icon: str
    colour: str


class Material(Record, frozen=True):
    name: str
    name_en: str
    required: bool = True


class Choice(Record, frozen=True):
    value: str
    label: str
    label_en: str


class FormField(Record, frozen=True):
    """`kind`: text, choice, phone, number, date."""

    key: str
    kind: str
    label: str
    label_en: str
    required: bool = False
    options: tuple[Choice, ...] = ()
    min: int | None = None
    max: int | None = None


class Item(Record, frozen=True):
    """A service item; `due` is the promised day if it were asked for now; `minutes` the usual time at the counter."""

    id: str
    code: str
    area: str
    name: str
    name_en: str
    short: str
    about: str
    about_en: str
    guide: str
    guide_en: str
    materials: tuple[Material, ...]
    fields: tuple[FormField, ...]
    promised_days: int
    due: date
    minutes: int
    modes: tuple[Mode, ...]


class Queue(Record, frozen=True):
    """Who waits now; `opens` is the next moment counters open, when they are closed."""

    ahead: int
    minutes: int
    open: bool
    opens: datetime | None = None


class Ticket(Record, frozen=True):
    """`ahead` people are called before it, if it waits; `counter` is the code of where it was called to."""

    id: str
    number: str
    day: date
    item: str
    item_name: str
    item_name_en: str
    state: TicketState
    mode: Mode
    priority: bool
    pending: bool
    ahead: int
    minutes: int
    counter: str | None
    made_at: datetime
    due: date | None
    stars: int | None


class NumberSlip(Record, frozen=True):
    """`counter` is the code of the only counter, None where there are several; `promised_days` are working days."""

    number: str
    pending: bool
    ahead: int
    minutes: int
    item: str
    item_en: str
    made_at: datetime
    materials: tuple[Material, ...]
    station: str
    station_en: str
    terminal: str
    place: str
    opens: str
    closes: str
    mode: Mode
    due: date | None
    priority: bool = False
    counter: str | None = None
    promised_days: int = 0


class Room(Record, frozen=True):
    id: str
    code: str
    name: str
    name_en: str
    about: str
    about_en: str
    way: str
    way_en: str
    icon: str
    indoor: bool
    seats: int | None
    area_m2: float
    bookable: bool
    part_of: str | None
    equipment: tuple[Material, ...]
    earliest: date | None = None


class Day(Record, frozen=True):
    """One day of a room: `status` free, partly (some slots left) or none; `reason` a Reason code when none.

    `unofficial`: the official calendar of that year is not out (以正式放假安排为准).
    """

    date: date
    status: str
    reason: str | None
    free: int
    unofficial: bool
    holiday: str
    holiday_en: str


class RoomDays(Record, frozen=True):
    room: Room
    today: date
    earliest: date | None
    latest: date
    notice_days: int
    working_days: bool
    days: tuple[Day, ...]


class Slot(Record, frozen=True):
    """`status`: free, requested (待审核), taken, class, maintenance, past, closed."""

    start: int
    end: int
    status: str
    title: str = ""


class PartyChoice(Record, frozen=True):
    id: str
    kind: PartyKind
    name: str
    uscc: str | None
    verified: bool
    suspended_until: date | None


class BookingRules(Record, frozen=True):
    """The 诚信 rules a party agrees to."""

    late_cancel_hours: int
    strikes_limit: int
    strikes_days: int
    suspend_days: int
    check_in_before: int
    check_in_after: int


class Booking(Record, frozen=True):
    id: str
    number: str
    room: str
    room_id: str
    room_name: str
    room_name_en: str
    date: date
    start: int
    end: int
    status: BookingState
    pending: bool
    party_kind: PartyKind
    party: str
    people: int
    made_at: datetime
    decide_by: datetime
    expires_at: datetime
    unofficial: bool
    why: str | None = None


class BookingSlip(Record, frozen=True):
    booking: Booking
    way: str
    way_en: str
    station: str
    station_en: str
    terminal: str
    place: str
    opens: str
    closes: str
    rules: BookingRules


class Explained(Record, frozen=True):
    """A wish that was refused (`reason`, `detail`) while nobody stood there; `kind` is its command's.

    `number` and `due` are what had been said of it, `about` is the room or book, `day`, `start` and `end` the room's time.
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
    detail: dict[str, int] = {}
    wrong_tries: int = 0
