"""The front desk: whom a counter serves, what waits for a decision, the day."""

from datetime import date, datetime
from typing import Any

from kiosk.commands.records.base import Record
from kiosk.domain.states import OperatorRole, TicketState


class Counter(Record, frozen=True):
    code: str
    name: str
    name_en: str


class DeskHouse(Record, frozen=True):
    """In a demo home its operators sign in without a password."""

    name: str
    name_en: str
    short_name: str
    demo: bool
    counters: tuple[Counter, ...]


class QueueRow(Record, frozen=True):
    """One number. `since` is when it began to wait, was called or is being served; `person` is masked."""

    ticket: str
    number: str
    item: str
    item_en: str
    state: TicketState
    since: datetime
    priority: bool
    pending: bool
    person: str = ""
    counter: str | None = None


class CounterNow(Record, frozen=True):
    """`serving`: called or being served at this counter, `aside`: held there or waiting for papers. `minutes`: the wait of
    who came now; `usual`: how long today's took on average, None before the first. `elsewhere`: other counters at which
    whoever asks has somebody called or being served.
    """

    serving: QueueRow | None
    aside: tuple[QueueRow, ...]
    waiting: tuple[QueueRow, ...]
    missed: tuple[QueueRow, ...]
    minutes: int
    done: int
    usual: int | None
    elsewhere: tuple[Counter, ...] = ()


class ToDecide(Record, frozen=True):
    """A request for a room, with the record of who asks. `start` and `end` in minutes; `strikes` are those that count."""

    booking: str
    number: str
    room: str
    room_en: str
    day: date
    start: int
    end: int
    party: str
    contact: str
    people: int
    purpose: str
    made_at: datetime
    decide_by: datetime
    overdue: bool
    pending: bool
    unofficial: bool
    strikes: int
    repeated: bool
    terminal: str
    rivals: tuple[str, ...] = ()
    """Parties that wait for the same time."""


class Due(Record, frozen=True):
    """How many of each fall due today or did before. `first` is the hour of the first room that is to be used."""

    tickets: int
    tickets_late: int
    loans: int
    loans_late: int
    holds: int
    check_ins: int
    first: int | None


class HourCount(Record, frozen=True):
    """Numbers taken in an hour; `usual` is the mean of the same weekday in the four weeks before."""

    hour: int
    count: int
    usual: float


class RoomUse(Record, frozen=True):
    """Today's slots of a room that are taken, of all that it has."""

    room: str
    room_en: str
    taken: int
    slots: int


class HelpWanted(Record, frozen=True):
    call: str
    terminal: str
    place: str
    page: str
    made_at: datetime


class DeskToday(Record, frozen=True):
    """`unexplained`: refused wishes and flags that nobody has been told of yet."""

    due: Due
    hours: tuple[HourCount, ...]
    rooms: tuple[RoomUse, ...]
    help_calls: tuple[HelpWanted, ...]
    to_decide: int
    unexplained: int
    official: bool


class DeskPage(Record, frozen=True):
    """A part of a long table: `total` rows in all, `rows` from the asked offset on (each with an `id`)."""

    total: int
    rows: tuple[Any, ...]


class OperatorRow(Record, frozen=True):
    """`can_sign_in`: has a password, or needs none in a demo."""

    id: str
    login: str
    name: str
    role: OperatorRole
    active: bool
    can_sign_in: bool
    pending: bool
