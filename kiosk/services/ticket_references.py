"""From what people and scripts call a ticket (number, slip code, card) to ids, on the terminal."""

from collections.abc import Callable
from datetime import date
from typing import Any

import msgspec

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands.base import CLERK, Command
from kiosk.commands.ticket_care import (
    DismissComplaint,
    FixComplaint,
    LeavePhone,
    RateTicket,
    ScheduleVisit,
    UpholdComplaint,
)
from kiosk.commands.ticket_desk import (
    AddItem,
    AddNote,
    AssignTicket,
    ChangeItem,
    CloseTicket,
    GiveUp,
    HoldTicket,
    LinkFor,
    MaterialsReceived,
    RecallTicket,
    RequestMaterials,
    SetPriority,
    TransferTicket,
)
from kiosk.commands.tickets import (
    CancelTicket,
    NoShowTicket,
    ReinstateTicket,
    ResolveTicket,
    SlipTold,
    StartTicket,
    WhoseTold,
)
from kiosk.domain.codes import code_hash, parse_code
from kiosk.domain.numbers import read_queue_number
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import TicketState
from kiosk.domain.texts import narrow
from kiosk.services.people import resident_named
from kiosk.services.registry import Completed, Drawer, Made, completes
from kiosk.services.ticket_details import why_nothing_may_be_typed

_IN_QUEUE = frozenset({TicketState.WAITING, TicketState.CALLED})


@completes(StartTicket)
@completes(NoShowTicket)
@completes(ReinstateTicket)
@completes(ResolveTicket)
@completes(RateTicket)
@completes(UpholdComplaint)
@completes(DismissComplaint)
@completes(FixComplaint)
@completes(ScheduleVisit)
@completes(RecallTicket)
@completes(HoldTicket)
@completes(TransferTicket)
@completes(AssignTicket)
@completes(ChangeItem)
@completes(AddItem)
@completes(SetPriority)
@completes(LinkFor)
@completes(RequestMaterials)
@completes(MaterialsReceived)
@completes(GiveUp)
@completes(CloseTicket)
@completes(AddNote)
def complete_move(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    """Whatever it names becomes an id; whose ticket it is goes with what is typed about it."""
    ticket = find_ticket(work, wish.ticket, made.made_at.date())
    if isinstance(ticket, Refused):
        return ticket
    named: dict[str, Any] = {"ticket": ticket.id}
    for name, find in _FINDERS.items():
        if reference := getattr(wish, name, None):
            named[name] = find(work, reference)
    if refused := next((value for value in named.values() if isinstance(value, Refused)), None):
        return refused
    if getattr(wish, "note", None):
        if refused := why_nothing_may_be_typed(work, ticket.resident):
            return refused
        named["told"] = WhoseTold(resident=ticket.resident)
    return Completed(changed(wish, **named))


def find_item(work: Work, reference: str) -> str | Refused:
    row = work.book.find(t.items, reference)
    return row.id if row is not None else Refused.because(Reason.UNKNOWN_ITEM, item=reference)


def find_counter(work: Work, reference: str) -> str | Refused:
    """One that is not closed for good."""
    row = work.book.find(t.counters, reference)
    if row is None or not row.active:
        return Refused.because(Reason.UNKNOWN_COUNTER, counter=reference)
    return str(row.id)


def open_counters(work: Work) -> list[Any]:
    """Those that somebody may be called to."""
    return [row for row in work.book.all(t.counters) if row.active]


def find_operator(work: Work, reference: str) -> str | Refused:
    """By login or id."""
    row = work.book.find(t.operators, reference)
    if row is None or not is_on_duty(work, row.id):
        return Refused.because(Reason.UNKNOWN_OPERATOR)
    return str(row.id)


def is_on_duty(work: Work, operator: str) -> bool:
    """Whether this operator works at the counters at all."""
    row = work.book.get(t.operators, operator)
    return row is not None and row.active and row.role in CLERK


_FINDERS: dict[str, Callable[[Work, str], Any]] = {
    "item": find_item,
    "counter": find_counter,
    "operator": find_operator,
    "on_behalf_of": resident_named,
}


@completes(LeavePhone)
@completes(CancelTicket)
def complete_by_code(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    """The code itself goes no further than here."""
    today = made.made_at.date()
    code = wish.code or (wish.ticket if wish.ticket and parse_code(wish.ticket) else None)
    ticket = _by_valid_code(work, code, today) if code else find_ticket(work, wish.ticket or "", today)
    if isinstance(ticket, Refused):
        return ticket
    if code and wish.ticket not in (None, code, ticket.id, ticket.number):
        return Refused.because(Reason.UNKNOWN_CODE)
    return Completed(changed(wish, ticket=ticket.id, code=None, told=SlipTold(by_code=bool(code))))


def speaks_for(ticket: Any, made: Made, *, by_code: bool) -> bool:
    """A clerk, the resident whose ticket it is, or whoever holds the slip's code."""
    is_owner = ticket.resident is not None and ticket.resident == made.actor.resident
    return made.actor.role in CLERK or is_owner or by_code


def find_ticket(work: Work, reference: str, today: date) -> Any | Refused:
    """By id, or by a queue number of that local day."""
    ticket = work.row(t.tickets, reference)
    if ticket is not None:
        return ticket
    number = read_queue_number(narrow(reference))
    found = work.all(rows.BY_NUMBER, number=number, day=today) if number else []
    if len(found) > 1:
        return Refused.because(Reason.AMBIGUOUS_REFERENCE, ticket=number)
    return found[0] if found else Refused.because(Reason.UNKNOWN_TICKET)


def find_by_code(work: Work, code: str) -> Any | Refused:
    if parse_code(code) is None:
        return Refused.because(Reason.UNKNOWN_CODE)
    return work.one(rows.BY_CODE, code_hash=code_hash(code)) or Refused.because(Reason.UNKNOWN_CODE)


def _by_valid_code(work: Work, code: str, today: date) -> Any | Refused:
    """A queue is over at midnight, and with it what its slips are good for; an errand goes on."""
    ticket = find_by_code(work, code)
    if not isinstance(ticket, Refused) and ticket.state in _IN_QUEUE and ticket.day < today:
        return Refused.because(Reason.EXPIRED_CODE, day=ticket.day.isoformat())
    return ticket


def changed(wish: Command, **values: Any) -> Command:
    return msgspec.structs.replace(wish, **values)
