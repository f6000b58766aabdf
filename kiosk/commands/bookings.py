"""Room booking: requests, review, use."""

from datetime import date as Day
from typing import Annotated

import msgspec

from kiosk.commands.base import (
    ANYONE,
    CLERK,
    HUB,
    Command,
    Count,
    LongText,
    People,
    Question,
    Reference,
    ShortText,
    TimeOfDay,
    command,
)  # fmt: skip
from kiosk.domain.states import PartyKind, Why


class Party(Command, frozen=True):
    """Who a room is for."""

    kind: PartyKind
    name: ShortText
    uscc: ShortText | None = None


class Thing(Command, frozen=True):
    """Of a room's equipment, by its name in the room's list."""

    name: ShortText
    count: Count = 1


MoreRooms = Annotated[tuple[Reference, ...], msgspec.Meta(max_length=9)]
Things = Annotated[tuple[Thing, ...], msgspec.Meta(max_length=20)]


class BookingTold(Command, frozen=True):
    """What was said when the request was taken."""

    number: str
    code_hash: str


class CheckInTold(Command, frozen=True):
    """The booking was found by its slip's code, or by the card of `resident`."""

    by_code: bool
    resident: str | None = None


@command("request_booking", by=ANYONE, about=("room", "date", "start", "end"))
class RequestBooking(Command, frozen=True):
    """`contact_name` may be left to the desk; a resident with a card needs no phone typed.

    `also`: further rooms for the same time, all or none. `waitlist`: where the time is taken, wait for it.
    """

    room: Reference
    date: Day
    start: TimeOfDay
    end: TimeOfDay
    party: Party
    people: People
    contact_name: ShortText | None = None
    contact_phone: ShortText | None = None
    purpose: LongText = ""
    resident: Reference | None = None
    also: MoreRooms = ()
    equipment: Things = ()
    waitlist: bool = False
    told: BookingTold | None = None


@command("approve_booking", by=CLERK, needs_hub=True)
class ApproveBooking(Command, frozen=True):
    """`whole_series`: all of its dates that can be; the answer names those that cannot."""

    booking: Reference
    whole_series: bool = False


@command("reject_booking", by=CLERK, needs_hub=True)
class RejectBooking(Command, frozen=True):
    booking: Reference
    why: LongText
    whole_series: bool = False


@command("cancel_booking", by=ANYONE)
class CancelBooking(Command, frozen=True):
    """By a clerk, by the resident whose it is, or by whoever holds the slip's code."""

    booking: Reference | None = None
    code: ShortText | None = None
    whole_series: bool = False
    told: CheckInTold | None = None


@command("check_in", by=ANYONE, fact=True)
class CheckIn(Command, frozen=True):
    """By staff and volunteers, by whoever holds the slip's code, by the resident whose it is, or by any member of its
    organisation: `code` may be a card, which stands for the booking of this hour.
    """

    booking: Reference | None = None
    code: ShortText | None = None
    people: People | None = None
    told: CheckInTold | None = None


@command("complete_booking", by=CLERK | HUB)
class CompleteBooking(Command, frozen=True):
    booking: Reference


@command("no_show_booking", by=CLERK | HUB)
class NoShowBooking(Command, frozen=True):
    booking: Reference


@command("block_room", by=CLERK, needs_hub=True)
class BlockRoom(Command, frozen=True):
    """A class or maintenance takes the room for part of a day."""

    room: Reference
    date: Day
    start: TimeOfDay
    end: TimeOfDay
    why: Why
    title: ShortText


class Rooms(Question, frozen=True):
    """-> list[records.Room], bookable ones first."""

    bookable: bool | None = None


class RoomDays(Question, frozen=True):
    """-> records.RoomDays: every day from today to the end of the row that holds the last bookable one, and why."""

    room: str


class RoomSlots(Question, frozen=True):
    """-> list[records.Slot] of one day."""

    room: str
    date: Day


class BookingRulesOf(Question, frozen=True):
    """-> records.BookingRules of a room."""

    room: str


class Parties(Question, frozen=True):
    """-> list[records.PartyChoice]: organisations that the station knows."""


class BookingOf(Question, frozen=True):
    """-> records.Booking"""

    booking: str


class BookingSlipOf(Question, frozen=True):
    """-> records.BookingSlip"""

    booking: str


class EarliestDay(Question, frozen=True):
    """-> date | None: the first day that any room could be had, for the home tile."""


class AlternativesFor(Question, frozen=True):
    """-> list[records.Alternative]: what could be had instead of what was refused; the nearest first, at most `most`."""

    room: str
    date: Day
    start: TimeOfDay
    end: TimeOfDay
    people: int = 1
    most: int = 6


class CalendarEvents(Question, frozen=True):
    """-> records.RoomsCalendar of a room, or of all; None for an unknown one. Persons' names only for those who may see them."""

    room: str | None = None
