"""The help desk: numbers called, served, missed, cancelled. `ticket_opening` gives them, `ticket_desk` hands them on."""

from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands.tickets import (
    CallNext,
    CallTold,
    CancelTicket,
    NoShowTicket,
    ReinstateTicket,
    ResolveTicket,
    StartTicket,
)
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import TicketState
from kiosk.domain.tickets import Move, may_call, may_reinstate, may_stay
from kiosk.services.house import ticket_policy_of
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.ticket_details import add_note
from kiosk.services.ticket_moves import move_ticket
from kiosk.services.ticket_references import changed, find_counter, speaks_for
from kiosk.services.waiting import waiting_line


@completes(CallNext)
def complete_call(work: Work, wish: CallNext, made: Made, drawer: Drawer) -> Completed | Refused:
    counter = find_counter(work, wish.counter)
    if isinstance(counter, Refused):
        return counter
    line = waiting_line(work, made.made_at)
    chosen = next((one for one in line if may_call(one, counter, made.actor.id)), None)
    if chosen is None:
        return Refused.because(Reason.NOBODY_WAITING)
    return Completed(changed(wish, counter=counter, told=CallTold(ticket=chosen.id, number=chosen.number)))


@handles(CallNext)
def call_next(work: Work, wish: CallNext, made: Made) -> Outcome:
    if work.book.get(t.counters, wish.counter) is None:
        return Refused.because(Reason.UNKNOWN_COUNTER, counter=wish.counter)
    if wish.told is None:
        return Refused.because(Reason.NOBODY_WAITING)
    called: dict[str, Any] = {"counter": wish.counter, "operator": made.actor.id, "called_at": made.made_at}
    return move_ticket(work, made, wish.told.ticket, Move.CALL, **called)


@handles(StartTicket)
def start_ticket(work: Work, wish: StartTicket, made: Made) -> Outcome:
    ticket = work.row(t.tickets, wish.ticket)
    if (
        ticket is not None
        and ticket.state == TicketState.LEFT
        and (refused := may_stay(ticket.day, made.made_at))
    ):
        return refused
    started: dict[str, Any] = {"operator": made.actor.id, "started_at": made.made_at, "ended_at": None}
    return move_ticket(work, made, wish.ticket, Move.START, **started)


@handles(NoShowTicket)
def no_show_ticket(work: Work, wish: NoShowTicket, made: Made) -> Outcome:
    return move_ticket(work, made, wish.ticket, Move.NO_SHOW, missed_at=made.made_at)


@handles(ReinstateTicket)
def reinstate_ticket(work: Work, wish: ReinstateTicket, made: Made) -> Outcome:
    """Whoever missed the call waits again, behind those who wait already."""
    ticket = work.row(t.tickets, wish.ticket)
    if ticket is not None and ticket.state == TicketState.NO_SHOW:
        refused = may_reinstate(ticket_policy_of(work.book), ticket.missed_at, made.made_at)
        if refused:
            return refused
    return move_ticket(
        work,
        made,
        wish.ticket,
        Move.REINSTATE,
        queued_at=made.made_at,
        counter=None,
        operator=None,
        called_at=None,
    )


@handles(CancelTicket)
def cancel_ticket(work: Work, wish: CancelTicket, made: Made) -> Outcome:
    ticket = work.row(t.tickets, wish.ticket)
    if ticket is None:
        return Refused.because(Reason.UNKNOWN_TICKET)
    if not speaks_for(ticket, made, by_code=wish.told is not None and wish.told.by_code):
        return Refused.because(Reason.NOT_ALLOWED)
    outcome = move_ticket(work, made, ticket.id, Move.CANCEL, ended_at=made.made_at)
    if isinstance(outcome, Refused):
        return outcome
    parts = _cancel_parts(work, made, ticket.id)
    return Accepted(outcome.result | ({"parts": parts} if parts else {}))


def _cancel_parts(work: Work, made: Made, whole: str) -> list[str]:
    """Nobody needs them any more, nor their own parts. What somebody is doing at this moment they finish."""
    cancelled: list[str] = []
    for part in sorted(row.id for row in work.all(rows.OPEN_PARTS, parent=whole)):
        outcome = move_ticket(
            work, made, part, Move.CANCEL, detail={"whole": whole}, n=part, ended_at=made.made_at
        )
        if not isinstance(outcome, Refused):
            cancelled += [part, *_cancel_parts(work, made, part)]
    return cancelled


@handles(ResolveTicket)
def resolve_ticket(work: Work, wish: ResolveTicket, made: Made) -> Outcome:
    """The whole is not done before its parts are."""
    if parts := len(work.all(rows.OPEN_PARTS, parent=wish.ticket)):
        return Refused.because(Reason.STILL_OPEN, count=parts)
    outcome = move_ticket(
        work, made, wish.ticket, Move.RESOLVE, operator=made.actor.id, ended_at=made.made_at
    )
    return (
        outcome if isinstance(outcome, Refused) else add_note(work, made, wish.ticket, wish.note) or outcome
    )
