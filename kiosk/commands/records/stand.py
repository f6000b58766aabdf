"""The check-in stand between two scans: today's rooms, and what is on in them."""

from datetime import datetime

from kiosk.commands.records.base import Record
from kiosk.domain.stand import UseState


class StandUse(Record, frozen=True):
    """What holds a room today and is not over, in minutes of the day. `opens`: from when on people may check in; None where
    nobody needs to. `title` is the party (a person's name masked) or the class; `why` as in states.Why.
    """

    id: str
    room: str
    start: int
    end: int
    why: str
    title: str
    title_en: str
    state: UseState
    opens: int | None = None


class StandRoom(Record, frozen=True):
    """`now` is what is on in it or may be checked in for; None while it is free, until `next` if there is one."""

    id: str
    name: str
    name_en: str
    way: str
    way_en: str
    now: StandUse | None
    next: StandUse | None


class StandNow(Record, frozen=True):
    """`uses` in the order of their start. `online`: the hub is there; `updated`: when it was last heard."""

    name: str
    name_en: str
    rooms: tuple[StandRoom, ...]
    uses: tuple[StandUse, ...]
    opens: str
    closes: str
    phone: str
    answer_seconds: int
    repeat_seconds: int
    online: bool
    updated: datetime | None
