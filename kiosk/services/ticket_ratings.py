"""好差评: rating what was done, and what a low rating leads to."""

from datetime import datetime
from typing import Any

from db import tables as t
from db.work import Work
from kiosk.commands.ticket_care import (
    DismissComplaint,
    FixComplaint,
    LeavePhone,
    RateTicket,
    UpholdComplaint,
)
from kiosk.domain.names import check_phone
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.ratings import Step, call_back_by, fix_by, is_complaint, may_rate, next_step
from kiosk.domain.reasons import Reason
from kiosk.domain.states import ComplaintState, TicketState
from kiosk.domain.tickets import Move
from kiosk.services.house import calendar_of, ticket_policy_of
from kiosk.services.registry import Made, handles
from kiosk.services.ticket_details import add_note, put_details, why_nothing_may_be_typed
from kiosk.services.ticket_moves import move_ticket, remember
from kiosk.services.ticket_references import speaks_for

UNKNOWN = Refused.because(Reason.UNKNOWN_TICKET)


@handles(RateTicket)
def rate_ticket(work: Work, wish: RateTicket, made: Made) -> Outcome:
    ticket, complaint = work.row(t.tickets, wish.ticket), work.row(t.complaints, wish.ticket)
    if ticket is None:
        return UNKNOWN
    refused = why_not_rated(work, ticket, complaint, made.made_at)
    if refused:
        return refused
    if complaint is not None:
        again = next_step(ComplaintState(complaint.state), Step.RATE_AGAIN)
        work.change(t.complaints, ticket.id, state=again, stars_after=wish.stars)
    elif is_complaint(wish.stars):
        _open_complaint(work, ticket.id, wish.stars, made)
    detail = {"stars": wish.stars}
    return move_ticket(
        work, made, ticket.id, Move.RATE, detail=detail, stars=wish.stars, rated_at=made.made_at
    )


def why_not_rated(work: Work, ticket: Any, complaint: Any, now: datetime) -> Refused | None:
    state = ComplaintState(complaint.state) if complaint is not None else None
    since = complaint.fixed_at if complaint is not None else ticket.ended_at
    policy = ticket_policy_of(work.book)
    return may_rate(policy, TicketState(ticket.state), ticket.stars, since, now, state)


def _open_complaint(work: Work, key: str, stars: int, made: Made) -> None:
    """Under the ticket's own id: there is one of each ticket at most."""
    due = call_back_by(ticket_policy_of(work.book), made.made_at.date())
    work.add(
        t.complaints,
        key,
        stars=stars,
        state=ComplaintState.CALL_BACK.value,
        made_at=made.made_at,
        due=due,
    )


@handles(LeavePhone)
def leave_phone(work: Work, wish: LeavePhone, made: Made) -> Outcome:
    ticket, phone = work.row(t.tickets, wish.ticket), check_phone(wish.phone)
    if ticket is None:
        return UNKNOWN
    if not speaks_for(ticket, made, by_code=wish.told is not None and wish.told.by_code):
        return Refused.because(Reason.NOT_ALLOWED)
    refused = phone if isinstance(phone, Refused) else why_nothing_may_be_typed(work, ticket.resident)
    if refused:
        return refused
    put_details(work, ticket.id, phone=phone)
    remember(work, made, ticket.id, "leave_phone")
    return Accepted({"ticket": ticket.id, "number": ticket.number})


@handles(UpholdComplaint)
def uphold_complaint(work: Work, wish: UpholdComplaint, made: Made) -> Outcome:
    due = fix_by(ticket_policy_of(work.book), calendar_of(work.book), made.made_at.date())
    return _step(work, wish, made, Step.UPHOLD, due=due, by=made.actor.id, decided_at=made.made_at)


@handles(DismissComplaint)
def dismiss_complaint(work: Work, wish: DismissComplaint, made: Made) -> Outcome:
    return _step(work, wish, made, Step.DISMISS, due=None, by=made.actor.id, decided_at=made.made_at)


@handles(FixComplaint)
def fix_complaint(work: Work, wish: FixComplaint, made: Made) -> Outcome:
    return _step(work, wish, made, Step.FIX, due=None, fixed_at=made.made_at)


def _step(
    work: Work,
    wish: UpholdComplaint | DismissComplaint | FixComplaint,
    made: Made,
    step: Step,
    **values: Any,
) -> Outcome:
    complaint, ticket = work.row(t.complaints, wish.ticket), work.row(t.tickets, wish.ticket)
    if complaint is None or ticket is None:
        return UNKNOWN
    state = next_step(ComplaintState(complaint.state), step)
    if isinstance(state, Refused):
        return state
    work.change(t.complaints, complaint.id, state=state.value, **values)
    remember(work, made, complaint.id, f"{step.value}_complaint")
    refused = add_note(work, made, complaint.id, wish.note)
    due = {"due": due.isoformat()} if (due := values.get("due")) else {}
    return refused or Accepted({"ticket": ticket.id, "number": ticket.number} | due)
