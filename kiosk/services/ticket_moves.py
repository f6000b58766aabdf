"""The one road on which a ticket changes, and what goes with a change: the pause of its deadline, its visits, its event."""

from datetime import date
from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.domain.deadlines import due_day, pause_length
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import TicketState, VisitState
from kiosk.domain.tickets import ENDED, Move, next_state
from kiosk.services.house import calendar_of
from kiosk.services.registry import Made


def move_ticket(
    work: Work,
    made: Made,
    key: str,
    move: Move,
    *,
    what: str | None = None,
    detail: dict[str, Any] | None = None,
    n: int | str = 1,
    **values: Any,
) -> Outcome:
    """Every move is remembered, under the name of the move or `what`; `detail` holds ids and numbers, nothing personal."""
    ticket = work.row(t.tickets, key)
    if ticket is None:
        return Refused.because(Reason.UNKNOWN_TICKET)
    state = next_state(TicketState(ticket.state), move)
    if isinstance(state, Refused):
        return state
    if ticket.state == TicketState.AWAITING_MATERIALS and state is not TicketState.AWAITING_MATERIALS:
        values = pause_ended(work, ticket, made.made_at.date()) | values
    work.change(t.tickets, key, state=state.value, **values)
    if state in ENDED and ticket.state not in ENDED:
        _call_off_visits(work, made, key)
    remember(work, made, key, what or move.value, detail, n)
    return Accepted({"ticket": key, "number": ticket.number})


def remember(
    work: Work, made: Made, ticket: str, what: str, detail: dict[str, Any] | None = None, n: int | str = 1
) -> None:
    """The event is the n-th further row of its command, or the one about row `n`."""
    work.add(
        t.ticket_events,
        made.further_id(n),
        ticket=ticket,
        what=what,
        at=made.made_at,
        by=made.actor.id,
        detail=detail,
    )


def pause_ended(work: Work, ticket: Any, today: date) -> dict[str, Any]:
    """Working days spent waiting for papers do not count: the due day moves by as many."""
    length = pause_length(calendar_of(work.book), ticket.paused_on or today, today)
    paused = ticket.paused_days + length
    return {"paused_on": None, "paused_days": paused, "due": due_of(work, ticket, paused=paused)}


def due_of(work: Work, ticket: Any, items: list[str] | None = None, paused: int | None = None) -> date:
    """By when a ticket is to be done: with these items, after these days of waiting, or those that it has."""
    found = (work.book.get(t.items, item) for item in (items or items_of_ticket(ticket)))
    promised = [item.promised_days for item in found if item is not None]
    return due_day(
        calendar_of(work.book), ticket.day, promised, ticket.paused_days if paused is None else paused
    )


def items_of_ticket(ticket: Any) -> list[str]:
    """The item that its number was taken for comes first."""
    return [ticket.item, *(ticket.more_items or ())]


def _call_off_visits(work: Work, made: Made, key: str) -> None:
    for visit in work.all(rows.PLANNED_VISITS, ticket=key):
        work.change(t.visits, visit.id, state=VisitState.CANCELLED.value, ended_at=made.made_at)
