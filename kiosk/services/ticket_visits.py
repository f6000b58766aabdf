"""Errands and home visits: who of us goes, when, and whether it came to it."""

from datetime import datetime
from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands.ticket_care import CancelVisit, CompleteVisit, MissVisit, ScheduleVisit
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import TicketState, VisitState
from kiosk.domain.tickets import Move, may_visit, next_state, visit_ended
from kiosk.domain.times import at
from kiosk.services.house import ticket_policy_of
from kiosk.services.registry import Made, handles
from kiosk.services.ticket_moves import remember
from kiosk.services.ticket_references import is_on_duty


@handles(ScheduleVisit)
def schedule_visit(work: Work, wish: ScheduleVisit, made: Made) -> Outcome:
    ticket = work.row(t.tickets, wish.ticket)
    operator = wish.operator or made.actor.id
    if ticket is None:
        return Refused.because(Reason.UNKNOWN_TICKET)
    if not is_on_duty(work, operator):
        return Refused.because(Reason.UNKNOWN_OPERATOR)
    if refused := _why_not(work, ticket, wish, made.made_at):
        return refused
    when = at(wish.date, wish.start)
    work.add(t.visits, made.id, ticket=ticket.id, at=when, operator=operator, state=VisitState.PLANNED.value)
    detail = {"visit": made.id, "at": when.isoformat(timespec="minutes"), "operator": operator}
    remember(work, made, ticket.id, "schedule_visit", detail)
    return Accepted({"visit": made.id, "ticket": ticket.id})


def _why_not(work: Work, ticket: Any, wish: ScheduleVisit, now: datetime) -> Refused | None:
    state = next_state(TicketState(ticket.state), Move.CHANGE)
    if isinstance(state, Refused):
        return state
    planned = len(work.all(rows.PLANNED_VISITS, ticket=ticket.id))
    return may_visit(ticket_policy_of(work.book), wish.date, wish.start, now, planned)


@handles(CompleteVisit)
def complete_visit(work: Work, wish: CompleteVisit, made: Made) -> Outcome:
    return _end(work, wish.visit, made, VisitState.DONE)


@handles(MissVisit)
def miss_visit(work: Work, wish: MissVisit, made: Made) -> Outcome:
    return _end(work, wish.visit, made, VisitState.MISSED)


@handles(CancelVisit)
def cancel_visit(work: Work, wish: CancelVisit, made: Made) -> Outcome:
    return _end(work, wish.visit, made, VisitState.CANCELLED)


def _end(work: Work, key: str, made: Made, state: VisitState) -> Outcome:
    visit = work.row(t.visits, key)
    if visit is None:
        return Refused.because(Reason.UNKNOWN_VISIT)
    if refused := visit_ended(VisitState(visit.state), state):
        return refused
    work.change(t.visits, key, state=state.value, ended_at=made.made_at)
    remember(work, made, visit.ticket, f"visit_{state.value}", {"visit": key})
    return Accepted({"visit": key, "ticket": visit.ticket})
