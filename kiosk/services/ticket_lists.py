"""`show` of the help desk: tickets, what happened to them, visits, attachments, ratings, whom to call back."""

from collections import defaultdict
from datetime import date, datetime
from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.domain.names import mask_phone
from kiosk.domain.states import ComplaintState, Mode, TicketState
from kiosk.domain.tickets import LIVE
from kiosk.services.registry import Asking, lists
from kiosk.services.ticket_moves import items_of_ticket

_TO_CALL = frozenset({ComplaintState.CALL_BACK, ComplaintState.UPHELD})


@lists("tickets")
def list_tickets(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    visits: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in work.all(rows.VISITS):
        visits[row.ticket].append(_visit(work, row))
    return [_ticket(work, row, asking) | {"visits": visits[row.id]} for row in work.all(rows.ALL)]


def _ticket(work: Work, row: Any, asking: Asking) -> dict[str, Any]:
    """Answers and notes are for staff alone, of the phone others see the mask."""
    listed = {
        "id": row.id,
        "number": row.number,
        "item": _code(work, row.item),
        "items": [_code(work, item) for item in items_of_ticket(row)],
        "status": row.state,
        "day": row.day.isoformat(),
        "pending": asking.is_pending("tickets", row.id),
        "mode": row.mode,
        "priority": row.priority,
        "counter": _counter(work, row.counter),
        "to_counter": _counter(work, row.to_counter),
        "operator": _login(work, row.operator),
        "assigned": _login(work, row.assigned),
        "resident": row.resident,
        "on_behalf_of": row.on_behalf_of,
        "relation": row.relation,
        "parent": row.parent,
        "made_at": _moment(row.made_at),
        "called_at": _moment(row.called_at),
        "started_at": _moment(row.started_at),
        "ended_at": _moment(row.ended_at),
        "due": _day(row.due),
        "paused": row.paused_on is not None,
        "paused_on": _day(row.paused_on),
        "paused_days": row.paused_days,
        "stars": row.stars,
        "terminal": row.terminal,
    }
    if asking.sees_persons:
        return listed | {
            "phone": row.phone,
            "answers": row.answers,
            "form_version": row.form_version,
            "notes": row.notes,
        }
    return listed | {"phone": mask_phone(row.phone) if row.phone else None}


@lists("visits")
def list_visits(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        _visit(work, row) | {"ticket": row.ticket, "pending": asking.is_pending("visits", row.id)}
        for row in work.all(rows.VISITS)
    ]


def _visit(work: Work, row: Any) -> dict[str, Any]:
    return {
        "id": row.id,
        "at": _moment(row.at),
        "operator": _login(work, row.operator),
        "status": row.state,
        "ended_at": _moment(row.ended_at),
    }


@lists("events")
def list_events(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """In the order in which they came; `ticket` is an id, `number` its queue number."""
    return [
        {
            "id": row.id,
            "ticket": row.ticket,
            "number": row.number,
            "day": _day(row.day),
            "what": row.what,
            "at": _moment(row.at),
            "by": _login(work, row.by) or row.by,
            "pending": asking.is_pending("ticket_events", row.id),
            "detail": _detail(work, row.detail or {}),
        }
        for row in work.all(rows.EVENTS)
    ]


def _detail(work: Work, detail: dict[str, Any]) -> dict[str, Any]:
    """With the codes that people know in the place of ids."""
    named = {"item": _code, "from": _code, "counter": _counter, "operator": _login}
    return {name: named[name](work, value) if name in named else value for name, value in detail.items()}


@lists("attachments")
def list_attachments(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """A file's name may well name a person: it is for staff alone."""
    return [
        {
            "id": row.id,
            "ticket": row.ticket,
            "type": row.type,
            "size": row.size,
            "hash": row.hash,
            "at": _moment(row.at),
            "by": _login(work, row.by),
            "pending": asking.is_pending("attachments", row.id),
            "name": row.name if asking.sees_persons else None,
        }
        for row in work.all(rows.ATTACHMENTS)
    ]


@lists("ratings")
def list_ratings(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """What people said of what was done; `first_stars` is what they had said before it was put right."""
    complaints = {row.id: row for row in work.all(rows.COMPLAINTS)}
    return [
        {
            "ticket": row.id,
            "number": row.number,
            "day": _day(row.day),
            "item": _code(work, row.item),
            "operator": _login(work, row.operator),
            "stars": row.stars,
            "rated_at": _moment(row.rated_at),
            "first_stars": complaints[row.id].stars if row.id in complaints else row.stars,
            "complaint": complaints[row.id].state if row.id in complaints else None,
        }
        for row in work.all(rows.ALL)
        if row.stars is not None
    ]


@lists("callbacks")
def list_callbacks(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """Whom to call back, the most pressing first: who left a message, and who was not content."""
    messages = [
        _callback(work, row, asking, "message", row.state, row.due)
        for row in work.all(rows.ALL)
        if row.mode == Mode.CALLBACK and row.state in LIVE
    ]
    complaints = [
        _callback(work, row, asking, "rating", row.state, row.due) | {"stars": row.stars}
        for row in work.all(rows.COMPLAINTS)
    ]
    return sorted(messages + complaints, key=lambda one: (one["due"] is None, one["due"] or ""))


def _callback(
    work: Work, row: Any, asking: Asking, why: str, state: TicketState | ComplaintState, due: date | None
) -> dict[str, Any]:
    is_open = why == "message" or state in _TO_CALL
    phone = row.phone if asking.sees_persons or not row.phone else mask_phone(row.phone)
    return {
        "ticket": row.id,
        "number": row.number,
        "day": _day(row.day),
        "item": _code(work, row.item),
        "why": why,
        "status": state,
        "due": _day(due),
        "overdue": is_open and due is not None and due < asking.now.date(),
        "resident": row.resident,
        "phone": phone,
    }


def _code(work: Work, item: str | None) -> str | None:
    row = work.book.get(t.items, item)
    return row.code if row else item


def _counter(work: Work, counter: str | None) -> str | None:
    row = work.book.get(t.counters, counter)
    return row.code if row else None


def _login(work: Work, operator: str | None) -> str | None:
    row = work.book.get(t.operators, operator)
    return row.login if row else None


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None
