"""Rooms, their days and slots, bookings and who they are for."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.domain.states import AppealState, BookingState, PartyKind, StrikeState


class Equipment(Record, frozen=True):
    name: str
    name_en: str
    count: int = 1


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
    equipment: tuple[Equipment, ...]
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
    """`suspended`: it may ask for nothing, until the end of `suspended_until` where that is known."""

    id: str
    kind: PartyKind
    name: str
    uscc: str | None
    verified: bool
    suspended: bool
    suspended_until: date | None


class BookingRules(Record, frozen=True):
    """The 诚信 rules a party agrees to."""

    late_cancel_hours: int
    strikes_limit: int
    strikes_days: int
    suspend_days: int
    check_in_before: int
    check_in_after: int


class SeriesDate(Record, frozen=True):
    """A date of a repeated use: as it is, or as it would be asked for (`reason`: why it cannot be had)."""

    date: date
    reason: str | None = None
    status: BookingState | None = None


class Alternative(Record, frozen=True):
    """What could be had instead. `how`: other_time (that day), other_room (that time), other_day (that room and time)."""

    how: str
    room: str
    room_name: str
    room_name_en: str
    date: date
    start: int
    end: int
    seats: int | None


class Strike(Record, frozen=True):
    """`why`: no_show or late_cancel; `booking` is its number. An appeal changes nothing until the strike is waived."""

    id: str
    booking: str
    room_name: str
    room_name_en: str
    date: date | None
    start: int | None
    end: int | None
    party: str
    why: str
    made_at: datetime
    expires_at: datetime
    state: StrikeState
    appeal: AppealState | None
    can_appeal: bool


class CalendarEvent(Record, frozen=True):
    """Something in a room, for other programs' calendars. `weekdays`: it comes back every week until `until`."""

    id: str
    room: str
    day: date
    start: int
    end: int
    title: str
    tentative: bool = False
    weekdays: tuple[int, ...] = ()
    until: date | None = None


class RoomsCalendar(Record, frozen=True):
    name: str
    made_at: datetime
    events: tuple[CalendarEvent, ...]


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
    overdue: bool = False
    also: tuple[str, ...] = ()
    """Names of its further rooms."""
    also_en: tuple[str, ...] = ()
    series: tuple[SeriesDate, ...] = ()
    """All of its dates, where it is one of several."""
    place: int = 0
    """On the waiting list: 1 is next."""


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
