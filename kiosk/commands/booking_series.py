"""The same rooms at the same time on several days, wished for at once."""

from datetime import date as Day
from typing import Annotated, Any

import msgspec

from kiosk.commands.base import (
    ANYONE,
    Command,
    LongText,
    People,
    Question,
    Reference,
    ShortText,
    TimeOfDay,
    command,
)  # fmt: skip
from kiosk.commands.bookings import MoreRooms, Party, Things

Rule = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
"""An RRULE of RFC 5545, such as FREQ=WEEKLY;COUNT=4."""


class DateTold(Command, frozen=True):
    """A date that was said to be asked for, under its own number."""

    date: Day
    number: str


class DateFailed(Command, frozen=True):
    """A date that was said not to work out, and why."""

    date: Day
    reason: str
    detail: dict[str, Any] = msgspec.field(default_factory=dict)


class SeriesTold(Command, frozen=True):
    """What was said when the request was taken; one slip serves all dates."""

    number: str
    code_hash: str
    dates: tuple[DateTold, ...]
    failed: tuple[DateFailed, ...] = ()


@command("request_series", by=ANYONE, about=("room", "date", "start", "end"))
class RequestSeries(Command, frozen=True):
    """Each date becomes a booking of its own; those that cannot be had are named, the rest is asked for.

    `date` is where the rule begins. Everything else is said as in request_booking.
    """

    room: Reference
    date: Day
    start: TimeOfDay
    end: TimeOfDay
    rule: Rule
    party: Party
    people: People
    contact_name: ShortText | None = None
    contact_phone: ShortText | None = None
    purpose: LongText = ""
    resident: Reference | None = None
    also: MoreRooms = ()
    equipment: Things = ()
    waitlist: bool = False
    told: SeriesTold | None = None


class SeriesPreview(Question, frozen=True):
    """-> list[records.SeriesDate]: which dates of a rule could be had, before anything is sent. Empty where the rule is
    none; those beyond what one request may have are told so (limit_reached). `also`: further rooms, all or none.
    """

    room: str
    date: Day
    start: TimeOfDay
    end: TimeOfDay
    rule: str
    also: tuple[str, ...] = ()
