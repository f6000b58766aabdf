"""Taking a number: who may, when, with which answers."""

from datetime import date, timedelta
from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands.tickets import NumberTold, OpenTicket
from kiosk.domain.codes import code_hash
from kiosk.domain.deadlines import due_day
from kiosk.domain.form_design import form_at
from kiosk.domain.forms import check_form
from kiosk.domain.hours import is_open, next_opening
from kiosk.domain.names import check_phone
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Mode, TicketState
from kiosk.domain.tickets import may_take_number
from kiosk.services.house import calendar_of, staffed_hours_of, ticket_policy_of
from kiosk.services.people import resident_named
from kiosk.services.registry import Completed, Drawer, Made, completes, handles
from kiosk.services.ticket_moves import remember
from kiosk.services.ticket_references import changed


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
    told, said = drawn_number(drawer, made, item.form_version if wish.form else None)
    full = changed(
        wish,
        item=item.id,
        resident=resident,
        on_behalf_of=other,
        mode=wish.mode or Mode(item.modes[0]),
        told=told,
    )
    return Completed(full, said)


def drawn_number(
    drawer: Drawer, made: Made, form_version: int | None = None
) -> tuple[NumberTold, dict[str, Any]]:
    """A number and a slip's code; the code itself is only said. `form_version`: of the form that was filled in."""
    code, day = drawer.slip_code(), made.made_at.date()
    told = NumberTold(
        number=drawer.queue_number(day), day=day, code_hash=code_hash(code), form_version=form_version
    )
    return told, {"code": code}


@handles(OpenTicket)
def open_ticket(work: Work, wish: OpenTicket, made: Made) -> Outcome:
    """A fact: the number is on paper. What people typed goes to the details; the ticket names nobody."""
    item = work.book.get(t.items, wish.item)
    if item is None or wish.told is None or wish.mode is None:
        return Refused.because(Reason.UNKNOWN_ITEM, item=wish.item)
    if refused := made.judge(_why_no_number(work, wish, item, made)):
        return refused
    add_ticket(
        work,
        made,
        item,
        wish.told,
        wish.mode,
        waits=wish.mode is Mode.COUNTER,
        priority=wish.priority,
        resident=wish.resident,
        on_behalf_of=wish.on_behalf_of,
        relation=wish.relation.value if wish.relation else None,
    )
    if details := _details(item, wish):
        work.add(t.ticket_details, made.id, **details)
    return Accepted({"ticket": made.id, "number": wish.told.number})


def add_ticket(
    work: Work, made: Made, item: Any, told: NumberTold, mode: Mode, *, waits: bool, **values: Any
) -> None:
    """The ticket has its command's id; `waits` at the counters, or lies open for whoever does it."""
    work.add(
        t.tickets,
        made.id,
        number=told.number,
        day=told.day,
        item=item.id,
        mode=mode.value,
        state=(TicketState.WAITING if waits else TicketState.OPEN).value,
        made_at=made.made_at,
        queued_at=made.made_at if waits else None,
        code_hash=told.code_hash,
        terminal=made.terminal,
        due=_due(work, made, item, told.day, mode),
        **values,
    )
    remember(work, made, made.id, "open")


def _due(work: Work, made: Made, item: Any, day: date, mode: Mode) -> date:
    """Who leaves a message is called back on the day when the counters open next."""
    if mode is Mode.CALLBACK:
        opens = next_opening(staffed_hours_of(work.book, "counter"), made.made_at)
        return opens.date() if opens else day
    return due_day(calendar_of(work.book), day, [item.promised_days])


def _why_no_number(work: Work, wish: OpenTicket, item: Any, made: Made) -> Refused | None:
    if made.actor.resident and wish.resident != made.actor.resident:
        return Refused.because(Reason.NOT_ALLOWED, field="resident")
    if wish.mode is not Mode.CALLBACK and wish.mode not in item.modes:
        return bad_mode()
    answers = check_form(_form(item, wish), wish.form or {})
    if isinstance(answers, Refused):
        return answers
    needs_phone = wish.mode is Mode.CALLBACK and not wish.resident
    phone = check_phone(wish.phone or "") if wish.phone or needs_phone else None
    if isinstance(phone, Refused):
        return phone
    return _counters_closed(work, wish.mode, made) or _too_many(work, made)


def bad_mode() -> Refused:
    return Refused.because(Reason.BAD_FORM, field="mode", label="办理方式", label_en="How it is done")


def _counters_closed(work: Work, mode: Mode | None, made: Made) -> Refused | None:
    hours = staffed_hours_of(work.book, "counter")
    if mode is not Mode.COUNTER or is_open(hours, made.made_at):
        return None
    opens = next_opening(hours, made.made_at)
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
    answers = check_form(_form(item, wish), wish.form or {})
    phone = check_phone(wish.phone) if wish.phone else None
    kept = {
        "answers": wish.form if isinstance(answers, Refused) else answers,
        "phone": wish.phone if isinstance(phone, Refused) else phone,
    }
    details = {name: value for name, value in kept.items() if value}
    version = wish.told.form_version if wish.told is not None else None
    return details | ({"form_version": version} if "answers" in details and version is not None else {})


def _form(item: Any, wish: OpenTicket) -> Any:
    """As it was when it was filled in: a kiosk that was cut off may have had an earlier one."""
    version = wish.told.form_version if wish.told is not None else None
    return form_at(item.form, item.form_version, item.old_forms, version)
