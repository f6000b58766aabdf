"""The desk's cases: tickets as rows of a long table, and one with everything that is known of it."""

from datetime import date, datetime

from kiosk.commands.records.base import Record
from kiosk.commands.records.tickets import FormField
from kiosk.domain.states import ComplaintState, Mode, Relation, TicketState, VisitState


class CaseRow(Record, frozen=True):
    """`person` is masked; `late`: its promised day is over and it is not done."""

    id: str
    number: str
    day: date
    item: str
    item_en: str
    state: TicketState
    person: str
    due: date | None
    late: bool
    assigned: str
    pending: bool


class CaseAnswer(Record, frozen=True):
    """One field of the item's form as it was filled in."""

    label: str
    label_en: str
    value: str
    value_en: str


class CaseNote(Record, frozen=True):
    at: datetime
    by: str
    text: str


class CaseEvent(Record, frozen=True):
    """`what` is a move of kiosk/domain/tickets.py or what else was done; `detail` names what it was about."""

    at: datetime
    what: str
    by: str
    detail: str
    pending: bool


class CaseFile(Record, frozen=True):
    id: str
    name: str
    type: str
    size: int
    hash: str


class CaseVisit(Record, frozen=True):
    id: str
    at: datetime
    operator: str
    state: VisitState


class CasePart(Record, frozen=True):
    id: str
    number: str
    item: str
    item_en: str
    state: TicketState


class Case(Record, frozen=True):
    """`person` is whose errand it is, `through` who came for them; both masked. `operator` is a name. `elsewhere`:
    a colleague has it in hand right now.
    """

    row: CaseRow
    items: tuple[tuple[str, str], ...]
    mode: Mode
    priority: bool
    person: str
    through: str
    relation: Relation | None
    phone: str
    made_at: datetime
    operator: str
    counter: str
    paused: bool
    stars: int | None
    complaint: ComplaintState | None
    complaint_due: date | None
    answers: tuple[CaseAnswer, ...]
    notes: tuple[CaseNote, ...]
    events: tuple[CaseEvent, ...]
    files: tuple[CaseFile, ...]
    visits: tuple[CaseVisit, ...]
    parts: tuple[CasePart, ...]
    whole: CasePart | None
    elsewhere: bool


class Named(Record, frozen=True):
    """Something that a form lets choose, by its code."""

    code: str
    name: str
    name_en: str


class DeskChoices(Record, frozen=True):
    """`forms` are the fields of each item's form, by its code."""

    items: tuple[Named, ...]
    counters: tuple[Named, ...]
    operators: tuple[Named, ...]
    consents: tuple[Named, ...]
    forms: dict[str, tuple[FormField, ...]]
