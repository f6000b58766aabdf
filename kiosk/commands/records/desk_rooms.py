"""Rooms at the desk: a week of them, bookings as rows of a long table, one booking with all that is known of it."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.commands.records.bookings import Alternative, Equipment
from kiosk.domain.states import AppealState, BookingState, PartyKind, StrikeState, Why


class DeskRoom(Record, frozen=True):
    """`slots` are (start, end) in minutes."""

    id: str
    code: str
    name: str
    name_en: str
    slots: tuple[tuple[int, int], ...]
    equipment: tuple[Equipment, ...] = ()


class DeskDay(Record, frozen=True):
    """`closed`: the whole station is; `working`: by the official calendar."""

    date: date
    closed: bool
    working: bool
    holiday: str
    holiday_en: str


class RoomBlock(Record, frozen=True):
    """Something in a room. `key` is the booking's id, the block's, or empty for a class of the timetable; `room` and `rooms`
    are ids, `rooms` all that cannot be used beside it.
    """

    key: str
    rooms: tuple[str, ...]
    room: str
    day: date
    start: int
    end: int
    why: Why
    title: str
    state: BookingState | None = None
    pending: bool = False


class RoomWeek(Record, frozen=True):
    """`others` cannot be booked, and may be blocked. `shut`: (room id, day) of rooms without hours on an open day."""

    today: date
    rooms: tuple[DeskRoom, ...]
    others: tuple[DeskRoom, ...]
    days: tuple[DeskDay, ...]
    blocks: tuple[RoomBlock, ...]
    shut: tuple[tuple[str, date], ...]


class BookingRow(Record, frozen=True):
    """`contact` and `phone` are masked."""

    id: str
    number: str
    day: date
    start: int
    end: int
    room: str
    room_en: str
    party: str
    contact: str
    phone: str
    people: int
    state: BookingState
    pending: bool
    overdue: bool


class BookingEvent(Record, frozen=True):
    """`what` is a command's kind; `by` an operator's name, or empty for somebody at terminal `place`."""

    at: datetime
    what: str
    by: str
    place: str
    pending: bool = False


class Rival(Record, frozen=True):
    """Who else wants some of the same time."""

    booking: str
    number: str
    party: str
    start: int
    end: int
    state: BookingState


class StrikeRow(Record, frozen=True):
    """A strike in the ledger. `why`: no_show or late_cancel; what was said of it is for staff."""

    id: str
    number: str
    party: str
    day: date | None
    why: str
    made_at: datetime
    expires_at: datetime
    state: StrikeState
    appeal: AppealState | None
    appealed_at: datetime | None
    said: str
    answer: str
    settled_at: datetime | None
    settled_by: str
    can_appeal: bool


class AffectedRow(Record, frozen=True):
    """`id` is the booking's. `because`: see kiosk/services/booking_affected.py."""

    id: str
    number: str
    day: date
    start: int
    end: int
    room: str
    room_en: str
    party: str
    state: BookingState
    because: tuple[str, ...]


class DeskBooking(Record, frozen=True):
    """With whom to phone, what happened, the party's strikes, who else wants the time, and what could be had instead.

    `room_code` and `also` name its rooms; `suspended_until`: the party may ask for nothing before that,
    for its strikes; `stopped`: its organisation is suspended.
    """

    row: BookingRow
    room_code: str
    also: tuple[str, ...]
    also_en: tuple[str, ...]
    party_kind: PartyKind
    contact: str
    phone: str
    purpose: str
    equipment: tuple[tuple[str, int], ...]
    made_at: datetime
    decide_by: datetime
    expires_at: datetime
    checked_in_at: datetime | None
    attended: int | None
    unofficial: bool
    why: str
    series: int
    place: int
    events: tuple[BookingEvent, ...]
    strikes: tuple[StrikeRow, ...]
    suspended_until: date | None
    stopped: bool
    rivals: tuple[Rival, ...]
    instead: tuple[Alternative, ...]
    begun: bool
    missed: bool
