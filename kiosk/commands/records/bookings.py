"""Rooms, their days and slots, bookings and who they are for."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.commands.records.tickets import Material
from kiosk.domain.states import BookingState, PartyKind


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
