"""The desk's cases: all tickets as a long table, and one ticket with everything that is known of it."""

from datetime import datetime
from typing import Any

from db import cases as rows
from db import tables as t
from db import tickets as ticket_rows
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.base import CLERK
from kiosk.commands.desk import CaseOf, DeskChoicesNow
from kiosk.commands.desk_lists import DeskList
from kiosk.domain.states import ComplaintState, Mode, Relation, TicketState, VisitState
from kiosk.services.consents import consent_texts
from kiosk.services.registry import Asking, answers, pages
from kiosk.services.station_items import form_of
from kiosk.services.ticket_moves import items_of_ticket
from kiosk.services.ticket_references import open_counters
from kiosk.services.ticket_views import fields_of_form

_IN_HAND = frozenset({TicketState.CALLED, TicketState.SERVING})


@pages("tickets", by=CLERK)
def list_cases(work: Work, asked: DeskList, asking: Asking) -> r.DeskPage:
    where = dict(asked.where) | {"today": asking.now.date(), "operator": asking.actor.id}
    q = asked.q.strip()
    items = {
        row.id for row in work.book.all(t.items) if q and (q in row.name or q.lower() in row.name_en.lower())
    }
    total, found = rows.cases(work, q, items, where, asked.sort, asked.down, asked.offset, asked.limit)
    return r.DeskPage(total=total, rows=tuple(_row(work, row, asking) for row in found))


@answers(CaseOf)
def case_of(work: Work, question: CaseOf, asking: Asking) -> r.Case | None:
    ticket = work.row(t.tickets, question.ticket)
    if ticket is None or asking.actor.role not in CLERK:
        return None
    details, complaint = work.row(t.ticket_details, ticket.id), work.row(t.complaints, ticket.id)
    person = work.row(t.residents, ticket.on_behalf_of or ticket.resident)
    through = work.row(t.residents, ticket.resident) if ticket.on_behalf_of else None
    counter = work.book.get(t.counters, ticket.counter)
    whole = work.row(t.tickets, ticket.parent)
    return r.Case(
        row=_row(work, ticket, asking, person.masked_name if person is not None else ""),
        items=tuple(_names(work, key) for key in items_of_ticket(ticket)),
        mode=Mode(ticket.mode),
        priority=ticket.priority,
        person=person.masked_name if person is not None else "",
        through=through.masked_name if through is not None else "",
        relation=Relation(ticket.relation) if ticket.relation else None,
        phone=(details.phone or "") if details is not None else "",
        made_at=ticket.made_at,
        operator=_operator(work, ticket.operator),
        counter=counter.code if counter else "",
        paused=ticket.paused_on is not None,
        stars=ticket.stars,
        complaint=ComplaintState(complaint.state) if complaint is not None else None,
        complaint_due=complaint.due if complaint is not None else None,
        answers=_answers(work, ticket, details),
        notes=_notes(work, details),
        events=tuple(_event(work, row, asking) for row in rows.events_of(work, ticket.id)),
        files=tuple(_file(row) for row in work.all(ticket_rows.ATTACHED, ticket=ticket.id)),
        visits=tuple(_visit(work, row) for row in rows.visits_of(work, ticket.id)),
        parts=tuple(_part(work, row) for row in rows.parts_of(work, ticket.id)),
        whole=_part(work, whole) if whole is not None else None,
        elsewhere=ticket.state in _IN_HAND and ticket.operator not in {None, asking.actor.id},
    )


@answers(DeskChoicesNow)
def desk_choices(work: Work, question: DeskChoicesNow, asking: Asking) -> r.DeskChoices:
    return r.DeskChoices(
        items=tuple(_named(row, row.code) for row in work.book.all(t.items) if row.active),
        counters=tuple(_named(row, row.code) for row in open_counters(work)),
        operators=tuple(
            r.Named(code=row.login, name=row.name, name_en=row.name)
            for row in work.book.all(t.operators)
            if row.active and asking.actor.is_staff
        ),
        consents=tuple(
            r.Named(code=row.id, name=row.title, name_en=row.title_en) for row in consent_texts(work)[-1:]
        ),
        forms={row.code: fields_of_form(row) for row in work.book.all(t.items) if row.active and row.form},
    )


def _row(work: Work, row: AnyRow, asking: Asking, person: str | None = None) -> r.CaseRow:
    name, name_en = _names(work, row.item)
    return r.CaseRow(
        id=row.id,
        number=row.number,
        day=row.day,
        item=name,
        item_en=name_en,
        state=TicketState(row.state),
        person=(row.masked_name or "") if person is None else person,
        due=row.due,
        late=row.due is not None and row.ended_at is None and row.due < asking.now.date(),
        assigned=_operator(work, row.assigned),
        pending=asking.is_pending("tickets", row.id),
    )


def _answers(work: Work, ticket: AnyRow, details: AnyRow | None) -> tuple[r.CaseAnswer, ...]:
    """In the order of the form as it was when it was filled in; what that did not ask comes last, under its key."""
    given: dict[str, Any] = dict((details.answers or {}) if details is not None else {})
    asked = form_of(work, ticket.item, details.form_version if details is not None else None)
    fields = {field["key"]: field for field in asked}
    ordered = [key for key in fields if key in given] + [key for key in given if key not in fields]
    return tuple(_answer(fields.get(key, {}), key, str(given[key])) for key in ordered)


def _answer(field: dict[str, Any], key: str, value: str) -> r.CaseAnswer:
    option: dict[str, str] = next((one for one in field.get("options", ()) if one.get("value") == value), {})
    return r.CaseAnswer(
        label=field.get("label", key),
        label_en=field.get("label_en", key),
        value=option.get("label", value),
        value_en=option.get("label_en", value),
    )


def _notes(work: Work, details: AnyRow | None) -> tuple[r.CaseNote, ...]:
    notes = (details.notes or ()) if details is not None else ()
    return tuple(
        r.CaseNote(at=datetime.fromisoformat(note["at"]), by=_operator(work, note["by"]), text=note["text"])
        for note in reversed(notes)
    )


def _event(work: Work, row: AnyRow, asking: Asking) -> r.CaseEvent:
    return r.CaseEvent(
        at=row.at,
        what=row.what,
        by=_operator(work, row.by),
        detail=_about(work, row.detail or {}),
        pending=asking.is_pending("ticket_events", row.id),
    )


def _about(work: Work, detail: dict[str, Any]) -> str:
    """What an event was about, by names that need no translation: an item, a counter, an operator."""
    named = {"item": lambda key: _names(work, key)[0], "counter": lambda key: _counter(work, key)}
    named |= {"operator": lambda key: _operator(work, key)}
    return " ".join(said for name, value in detail.items() if name in named and (said := named[name](value)))


def _file(row: AnyRow) -> r.CaseFile:
    return r.CaseFile(id=row.id, name=row.name, type=row.type, size=row.size, hash=row.hash)


def _visit(work: Work, row: AnyRow) -> r.CaseVisit:
    return r.CaseVisit(
        id=row.id, at=row.at, operator=_operator(work, row.operator), state=VisitState(row.state)
    )


def _part(work: Work, row: AnyRow) -> r.CasePart:
    name, name_en = _names(work, row.item)
    return r.CasePart(id=row.id, number=row.number, item=name, item_en=name_en, state=TicketState(row.state))


def _named(row: AnyRow, code: str) -> r.Named:
    return r.Named(code=code, name=row.name, name_en=row.name_en)


def _names(work: Work, item: str | None) -> tuple[str, str]:
    row = work.book.get(t.items, item)
    return (row.name, row.name_en) if row else ("", "")


def _counter(work: Work, counter: str | None) -> str:
    row = work.book.get(t.counters, counter)
    return row.name if row else ""


def _operator(work: Work, operator: str | None) -> str:
    row = work.book.get(t.operators, operator)
    return row.name if row else ""
