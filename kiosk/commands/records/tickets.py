"""The help desk: areas, items with their forms, the queue, numbers."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.domain.states import Mode, TicketState


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
    help: str = ""
    help_en: str = ""


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


class Attachment(Record, frozen=True):
    """`type` is what its content is; the content is asked for by its `hash` (Station.content)."""

    name: str
    type: str
    size: int
    hash: str


class Call(Record, frozen=True):
    """A number that was called out, and the code of the counter."""

    number: str
    counter: str | None


class Ticket(Record, frozen=True):
    """`ahead` people are called before it, if it waits; `counter` is the code of where it was called to.

    `items` are the codes of all that is done under its number; `paused`: we wait for papers, and so does `due`.
    """

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
    items: tuple[str, ...] = ()
    paused: bool = False
    rateable: bool = False


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
