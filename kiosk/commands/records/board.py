"""The calling board: numbers, rooms and days, never a person or a party."""

from datetime import date, datetime

from kiosk.commands.records.base import Record


class BoardCall(Record, frozen=True):
    """`id` is of the latest call of this number: another id is another call. `calling`: nobody has come yet.

    `code` of the counter is short enough for large figures; empty where the number was called to no counter.
    """

    id: str
    number: str
    code: str
    counter: str
    counter_en: str
    at: datetime
    calling: bool


class BoardRoom(Record, frozen=True):
    """A room in use today that is not over yet, in minutes of the day. `title` is a class's own; `why` as in states.Why."""

    room: str
    room_en: str
    start: int
    end: int
    why: str
    title: str
    title_en: str


class ShutDay(Record, frozen=True):
    """A day on which the door stays shut, and why, if the manager has said so."""

    day: date
    why: str
    why_en: str


class BoardSaid(Record, frozen=True):
    """An announcement; `text_en` may be empty."""

    text: str
    text_en: str


class BoardNow(Record, frozen=True):
    """`calls`: each number once, the latest first. `online`: the hub is there; `updated`: when it was last heard."""

    name: str
    name_en: str
    calls: tuple[BoardCall, ...]
    waiting: int
    counters_open: bool
    counters_from: datetime | None
    opens: str
    closes: str
    rooms: tuple[BoardRoom, ...]
    shut: tuple[ShutDay, ...]
    said: tuple[BoardSaid, ...]
    online: bool
    updated: datetime | None
