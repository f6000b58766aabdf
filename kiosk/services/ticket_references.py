"""From what people and scripts call a ticket (number, slip code, card) to ids, on the terminal."""

from datetime import date
from typing import Any

import msgspec

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands.base import Command
from kiosk.commands.tickets import (
    CancelTicket,
    NoShowTicket,
    RateTicket,
    ReinstateTicket,
    ResolveTicket,
    SlipTold,
    StartTicket,
)
from kiosk.domain.codes import code_hash, parse_code
from kiosk.domain.numbers import read_queue_number
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import TicketState
from kiosk.domain.texts import narrow
from kiosk.services.registry import Completed, Drawer, Made, completes

_IN_QUEUE = frozenset({TicketState.WAITING, TicketState.CALLED})


@completes(StartTicket)
@completes(NoShowTicket)
@completes(ReinstateTicket)
@completes(ResolveTicket)
@completes(RateTicket)
def complete_move(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    ticket = find_ticket(work, wish.ticket, made.made_at.date())
    return ticket if isinstance(ticket, Refused) else Completed(changed(wish, ticket=ticket.id))


@completes(CancelTicket)
def complete_cancel(work: Work, wish: CancelTicket, made: Made, drawer: Drawer) -> Completed | Refused:
    """The code itself goes no further than here."""
    today = made.made_at.date()
    code = wish.code or (wish.ticket if wish.ticket and parse_code(wish.ticket) else None)
    ticket = _by_valid_code(work, code, today) if code else find_ticket(work, wish.ticket or "", today)
    if isinstance(ticket, Refused):
        return ticket
    if code and wish.ticket not in (None, code, ticket.id, ticket.number):
        return Refused.because(Reason.UNKNOWN_CODE)
    return Completed(changed(wish, ticket=ticket.id, code=None, told=SlipTold(by_code=bool(code))))


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
