"""The help desk: numbers taken, called, served, missed, rated; `ticket_references` finds the tickets."""

from datetime import datetime, timedelta
from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands.base import CLERK
from kiosk.commands.tickets import (
    CallNext,
    CallTold,
    CancelTicket,
    NoShowTicket,
    NumberTold,
    OpenTicket,
    RateTicket,
    ReinstateTicket,
    ResolveTicket,
    StartTicket,
)
from kiosk.domain.codes import code_hash
from kiosk.domain.forms import check_form
from kiosk.domain.hours import is_open, next_opening
from kiosk.domain.names import check_phone
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Mode, TicketState
from kiosk.domain.tickets import (
    Move,
    may_rate,
    may_reinstate,
    may_stay,
    may_take_number,
    next_state,
)
from kiosk.services.house import calendar_of, staffed_hours_of, ticket_policy_of
from kiosk.services.people import resident_named
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.ticket_references import changed
from kiosk.services.waiting import waiting_line


@completes(OpenTicket)
def complete_open(work: Work, wish: OpenTicket, made: Made, drawer: Drawer) -> Completed | Refused:
    item = work.book.find(t.items, wish.item)
    if item is None:
        return Refused.because(Reason.UNKNOWN_ITEM, item=wish.item)
    resident = resident_named(work, wish.resident or made.actor.resident)
    other = resident_named(work, wish.on_behalf_of)
    for refused in (resident, other):
        if isinstance(refused, Refused):
            return refused
    code, day = drawer.slip_code(), made.made_at.date()
    told = NumberTold(number=drawer.queue_number(day), day=day, code_hash=code_hash(code))
    full = changed(
        wish,
        item=item.id,
        resident=resident,
        on_behalf_of=other,
        mode=wish.mode or Mode(item.modes[0]),
        told=told,
    )
    return Completed(full, {"code": code})


@handles(OpenTicket)
def open_ticket(work: Work, wish: OpenTicket, made: Made) -> Outcome:
    """A fact: the number is on paper. What people typed goes to the details; the ticket names nobody."""
    item = work.book.get(t.items, wish.item)
    if item is None or wish.told is None or wish.mode is None:
        return Refused.because(Reason.UNKNOWN_ITEM, item=wish.item)
    if refused := made.judge(_why_no_number(work, wish, item, made)):
        return refused
    waits = wish.mode is Mode.COUNTER
    work.add(
        t.tickets,
        made.id,
        number=wish.told.number,
        day=wish.told.day,
        item=item.id,
        mode=wish.mode.value,
        state=(TicketState.WAITING if waits else TicketState.OPEN).value,
        priority=wish.priority,
        resident=wish.resident,
        on_behalf_of=wish.on_behalf_of,
        made_at=made.made_at,
        queued_at=made.made_at if waits else None,
        code_hash=wish.told.code_hash,
        terminal=made.terminal,
        due=calendar_of(work.book).add_working_days(wish.told.day, item.promised_days),
    )
    if details := _details(item, wish):
        work.add(t.ticket_details, made.id, **details)
    _note(work, made, made.id, "open")
    return Accepted({"ticket": made.id, "number": wish.told.number})


def _why_no_number(work: Work, wish: OpenTicket, item: Any, made: Made) -> Refused | None:
    if made.actor.resident and wish.resident != made.actor.resident:
        return Refused.because(Reason.NOT_ALLOWED, field="resident")
    if wish.mode not in item.modes:
        return Refused.because(Reason.BAD_FORM, field="mode", label="办理方式", label_en="How it is done")
    answers = check_form(item.form, wish.form or {})
    if isinstance(answers, Refused):
        return answers
    phone = check_phone(wish.phone) if wish.phone else None
    if isinstance(phone, Refused):
        return phone
    return _counters_closed(work, wish.mode, made.made_at) or _too_many(work, made)


def _counters_closed(work: Work, mode: Mode | None, now: datetime) -> Refused | None:
    hours = staffed_hours_of(work.book, "counter")
    if mode is not Mode.COUNTER or is_open(hours, now):
        return None
    opens = next_opening(hours, now)
    return Refused.because(
        Reason.COUNTER_CLOSED, **{"opens": opens.isoformat(timespec="minutes")} if opens else {}
    )


def _too_many(work: Work, made: Made) -> Refused | None:
    """The desk may give numbers to a whole bus of people."""
    if made.actor.is_staff:
        return None
    since = made.made_at - timedelta(minutes=1)
    taken = work.all(
        rows.TAKEN_SINCE, day=since.date(), terminal=made.terminal, since=since, now=made.made_at
    )
    return may_take_number(ticket_policy_of(work.book), [row.made_at for row in taken], made.made_at)


def _details(item: Any, wish: OpenTicket) -> dict[str, Any]:
    """A form that has changed since is kept as it was answered."""
    answers = check_form(item.form, wish.form or {})
    phone = check_phone(wish.phone) if wish.phone else None
    kept = {
        "answers": wish.form if isinstance(answers, Refused) else answers,
        "phone": wish.phone if isinstance(phone, Refused) else phone,
    }
    return {name: value for name, value in kept.items() if value}


@completes(CallNext)
def complete_call(work: Work, wish: CallNext, made: Made, drawer: Drawer) -> Completed | Refused:
    counter = work.book.find(t.counters, wish.counter)
    if counter is None:
        return Refused.because(Reason.UNKNOWN_COUNTER, counter=wish.counter)
    line = waiting_line(work, made.made_at)
    if not line:
        return Refused.because(Reason.NOBODY_WAITING)
    chosen = line[0]
    return Completed(changed(wish, counter=counter.id, told=CallTold(ticket=chosen.id, number=chosen.number)))


@handles(CallNext)
def call_next(work: Work, wish: CallNext, made: Made) -> Outcome:
    if work.book.get(t.counters, wish.counter) is None:
        return Refused.because(Reason.UNKNOWN_COUNTER, counter=wish.counter)
    if wish.told is None:
        return Refused.because(Reason.NOBODY_WAITING)
    called = {"counter": wish.counter, "operator": made.actor.id, "called_at": made.made_at}
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
    started = {"operator": made.actor.id, "started_at": made.made_at, "ended_at": None}
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
    if not (_is_clerk(made) or _is_owner(ticket, made) or (wish.told is not None and wish.told.by_code)):
        return Refused.because(Reason.NOT_ALLOWED)
    return move_ticket(work, made, ticket.id, Move.CANCEL, ended_at=made.made_at)


@handles(ResolveTicket)
def resolve_ticket(work: Work, wish: ResolveTicket, made: Made) -> Outcome:
    outcome = move_ticket(
        work, made, wish.ticket, Move.RESOLVE, operator=made.actor.id, ended_at=made.made_at
    )
    if isinstance(outcome, Accepted) and wish.note:
        _add_note(work, made, wish.ticket, wish.note)
    return outcome


@handles(RateTicket)
def rate_ticket(work: Work, wish: RateTicket, made: Made) -> Outcome:
    ticket = work.row(t.tickets, wish.ticket)
    if ticket is not None:
        state, policy = TicketState(ticket.state), ticket_policy_of(work.book)
        if refused := may_rate(policy, state, ticket.stars, ticket.ended_at, made.made_at):
            return refused
    return move_ticket(work, made, wish.ticket, Move.RATE, stars=wish.stars)


def move_ticket(work: Work, made: Made, key: str, move: Move, **values: Any) -> Outcome:
    """The one road on which a ticket changes its state; every move is remembered."""
    ticket = work.row(t.tickets, key)
    if ticket is None:
        return Refused.because(Reason.UNKNOWN_TICKET)
    state = next_state(TicketState(ticket.state), move)
    if isinstance(state, Refused):
        return state
    work.change(t.tickets, key, state=state.value, **values)
    _note(work, made, key, move.value)
    return Accepted({"ticket": key, "number": ticket.number})


def _note(work: Work, made: Made, ticket: str, what: str) -> None:
    work.add(t.ticket_events, made.further_id(1), ticket=ticket, what=what, at=made.made_at, by=made.actor.id)


def _add_note(work: Work, made: Made, key: str, text: str) -> None:
    note = {"at": made.made_at.isoformat(timespec="minutes"), "by": made.actor.id, "text": text}
    details = work.row(t.ticket_details, key)
    if details is None:
        work.add(t.ticket_details, key, notes=[note])
    else:
        work.change(t.ticket_details, key, notes=[*(details.notes or []), note])


def _is_clerk(made: Made) -> bool:
    return made.actor.role in CLERK


def _is_owner(ticket: Any, made: Made) -> bool:
    return ticket.resident is not None and ticket.resident == made.actor.resident
