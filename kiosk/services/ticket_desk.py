"""The help desk behind the counter: calling by number, holding, handing on, waiting for papers, ending."""

from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands.ticket_desk import (
    CallNumber,
    CloseTicket,
    DayTold,
    GiveUp,
    HoldTicket,
    MaterialsReceived,
    RecallTicket,
    RequestMaterials,
    TransferTicket,
)
from kiosk.domain.numbers import read_queue_number
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.ratings import UNSETTLED
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Mode
from kiosk.domain.texts import narrow
from kiosk.domain.tickets import Move, handed_on
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.ticket_details import add_note
from kiosk.services.ticket_items import item_changed
from kiosk.services.ticket_moves import move_ticket
from kiosk.services.ticket_references import changed, find_counter, is_on_duty

UNKNOWN = Refused.because(Reason.UNKNOWN_TICKET)


@completes(CallNumber)
def complete_call(work: Work, wish: CallNumber, made: Made, drawer: Drawer) -> Completed | Refused:
    counter = find_counter(work, wish.counter)
    if isinstance(counter, Refused):
        return counter
    number = read_queue_number(narrow(wish.number))
    if number is None:
        return UNKNOWN
    told = DayTold(day=made.made_at.date())
    return Completed(changed(wish, counter=counter, number=number, told=told))


@handles(CallNumber)
def call_number(work: Work, wish: CallNumber, made: Made) -> Outcome:
    """A number that this desk has never heard of may come from another terminal that is cut off: the hub will know."""
    if work.book.get(t.counters, wish.counter) is None:
        return Refused.because(Reason.UNKNOWN_COUNTER, counter=wish.counter)
    day = wish.told.day if wish.told else made.made_at.date()
    found = work.all(rows.BY_NUMBER, number=wish.number, day=day)
    if not found:
        is_own = wish.number.rstrip("0123456789") == made.terminal
        return UNKNOWN if made.at_hub or is_own else Accepted({"number": wish.number})
    called: dict[str, Any] = {"counter": wish.counter, "operator": made.actor.id, "called_at": made.made_at}
    return move_ticket(work, made, found[0].id, Move.CALL, **called)


@handles(RecallTicket)
def recall_ticket(work: Work, wish: RecallTicket, made: Made) -> Outcome:
    return move_ticket(work, made, wish.ticket, Move.RECALL)


@handles(HoldTicket)
def hold_ticket(work: Work, wish: HoldTicket, made: Made) -> Outcome:
    return move_ticket(work, made, wish.ticket, Move.HOLD)


@handles(TransferTicket)
def transfer_ticket(work: Work, wish: TransferTicket, made: Made) -> Outcome:
    """Whoever waits at the counters keeps the place of their number; other cases lie open for the next one."""
    ticket = work.row(t.tickets, wish.ticket)
    if ticket is None:
        return UNKNOWN
    if not _named(wish):
        return Refused.because(Reason.BAD_FORM, field="counter", label="转到哪里", label_en="Where to")
    if wish.operator and not is_on_duty(work, wish.operator):
        return Refused.because(Reason.UNKNOWN_OPERATOR)
    item = item_changed(work, ticket, wish.item) if wish.item and wish.item != ticket.item else {}
    if isinstance(item, Refused):
        return item
    return move_ticket(
        work,
        made,
        ticket.id,
        handed_on(Mode(ticket.mode), ticket.day, made.made_at.date(), is_part=ticket.parent is not None),
        what="transfer",
        detail=_named(wish),
        **item,
        to_counter=wish.counter,
        assigned=wish.operator,
        counter=None,
        operator=None,
        called_at=None,
    )


def _named(wish: TransferTicket) -> dict[str, Any]:
    named = {"counter": wish.counter, "item": wish.item, "operator": wish.operator}
    return {name: value for name, value in named.items() if value}


@handles(RequestMaterials)
def request_materials(work: Work, wish: RequestMaterials, made: Made) -> Outcome:
    today = made.made_at.date()
    outcome = move_ticket(work, made, wish.ticket, Move.AWAIT_MATERIALS, paused_on=today)
    return _noted(work, made, wish.ticket, wish.note, outcome)


def _noted(work: Work, made: Made, key: str, note: str | None, outcome: Outcome) -> Outcome:
    return outcome if isinstance(outcome, Refused) else add_note(work, made, key, note) or outcome


@handles(MaterialsReceived)
def materials_received(work: Work, wish: MaterialsReceived, made: Made) -> Outcome:
    return move_ticket(work, made, wish.ticket, Move.RECEIVE_MATERIALS)


@handles(GiveUp)
def give_up(work: Work, wish: GiveUp, made: Made) -> Outcome:
    return move_ticket(work, made, wish.ticket, Move.GIVE_UP, ended_at=made.made_at)


@handles(CloseTicket)
def close_ticket(work: Work, wish: CloseTicket, made: Made) -> Outcome:
    complaint = work.row(t.complaints, wish.ticket)
    if complaint is not None and complaint.state in UNSETTLED:
        return Refused.because(Reason.WRONG_STATE, of="complaint", state=complaint.state)
    return move_ticket(work, made, wish.ticket, Move.CLOSE)
