"""What the start page and the corners of every page show."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.commands.records.tickets import Call


class HomePage(Record, frozen=True):
    """`calls`: the numbers called out today, the latest first."""

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
    calls: tuple[Call, ...] = ()


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
