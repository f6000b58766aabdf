"""What screens and scripts are shown of the help desk: areas, items, the queue, tickets, slips."""

from datetime import date, datetime
from itertools import takewhile
from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands import records as r
from kiosk.commands.tickets import Areas, ItemOf, ItemsOf, NumberSlipOf, QueueNow, TicketOf
from kiosk.domain.codes import parse_code
from kiosk.domain.hours import is_open, next_opening
from kiosk.domain.names import mask_phone
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import Mode, TicketState
from kiosk.domain.tickets import Waiting, estimate, rounded_wait
from kiosk.services.home_views import hours_today
from kiosk.services.house import calendar_of, staffed_hours_of
from kiosk.services.registry import Asking, answers, lists
from kiosk.services.ticket_references import find_by_code, find_ticket
from kiosk.services.waiting import waiting_line


@answers(Areas)
def areas(work: Work, question: Areas, asking: Asking) -> list[r.Area]:
    return [
        r.Area(
            code=row.code,
            name=row.name,
            name_en=row.name_en,
            about=row.about,
            about_en=row.about_en,
            icon=row.icon,
            colour=row.colour,
        )
        for row in work.book.all(t.areas)
    ]


@answers(ItemsOf)
def items_of(work: Work, question: ItemsOf, asking: Asking) -> list[r.Item]:
    rows_of_area = (row for row in work.book.all(t.items) if row.area == question.area and row.active)
    return [_item(work, row, asking.now.date()) for row in rows_of_area]


@answers(ItemOf)
def item_of(work: Work, question: ItemOf, asking: Asking) -> r.Item | None:
    row = work.book.find(t.items, question.item)
    return _item(work, row, asking.now.date()) if row is not None else None


@answers(QueueNow)
def queue_now(work: Work, question: QueueNow, asking: Asking) -> r.Queue:
    hours = staffed_hours_of(work.book, "counter")
    open_now = is_open(hours, asking.now)
    waiting = waiting_line(work, asking.now)
    return r.Queue(
        ahead=len(waiting),
        minutes=_wait(work, waiting),
        open=open_now,
        opens=None if open_now else next_opening(hours, asking.now),
    )


@answers(TicketOf)
def ticket_of(work: Work, question: TicketOf, asking: Asking) -> r.Ticket | None:
    ticket = _find(work, question.ticket, asking.now.date())
    if ticket is None:
        return None
    item, counter = work.book.get(t.items, ticket.item), work.book.get(t.counters, ticket.counter)
    ahead = _ahead(work, ticket, asking.now)
    return r.Ticket(
        id=ticket.id,
        number=ticket.number,
        day=ticket.day,
        item=item.code if item else "",
        item_name=item.name if item else "",
        item_name_en=item.name_en if item else "",
        state=TicketState(ticket.state),
        mode=Mode(ticket.mode),
        priority=ticket.priority,
        pending=asking.is_pending("tickets", ticket.id),
        ahead=len(ahead),
        minutes=_wait(work, ahead),
        counter=counter.code if counter else None,
        made_at=ticket.made_at,
        due=ticket.due,
        stars=ticket.stars,
    )


@answers(NumberSlipOf)
def number_slip_of(work: Work, question: NumberSlipOf, asking: Asking) -> r.NumberSlip | None:
    ticket = work.row(t.tickets, question.ticket)
    item = work.book.get(t.items, ticket.item) if ticket is not None else None
    if ticket is None or item is None:
        return None
    station, ahead = work.book.station, _ahead(work, ticket, asking.now)
    opens, closes = hours_today(work, ticket.day)
    counters = work.book.all(t.counters)
    return r.NumberSlip(
        number=ticket.number,
        pending=asking.is_pending("tickets", ticket.id),
        ahead=len(ahead),
        minutes=_wait(work, ahead),
        item=item.name,
        item_en=item.name_en,
        made_at=ticket.made_at,
        materials=_materials(item),
        station=station.name,
        station_en=station.name_en,
        terminal=asking.letter,
        place=asking.place,
        opens=opens,
        closes=closes,
        mode=Mode(ticket.mode),
        due=ticket.due,
        priority=ticket.priority,
        counter=counters[0].code if len(counters) == 1 else None,
        promised_days=item.promised_days,
    )


def _find(work: Work, reference: str, today: date) -> Any | None:
    found = find_by_code(work, reference) if parse_code(reference) else find_ticket(work, reference, today)
    return None if isinstance(found, Refused) else found


def _ahead(work: Work, ticket: Any, now: datetime) -> list[Waiting]:
    """Who would be called before it, as things are."""
    if ticket.state != TicketState.WAITING:
        return []
    line = waiting_line(work, now)
    return list(takewhile(lambda one: one.id != ticket.id, line))


def _wait(work: Work, ahead: list[Waiting]) -> int:
    """Nobody ahead is no wait; somebody ahead is never said to be none."""
    items = [work.book.get(t.items, row.item) for row in ahead]
    minutes = estimate(
        [item.minutes if item else 0 for item in items], max(1, len(work.book.all(t.counters)))
    )
    return rounded_wait(max(minutes or 0, 1)) if ahead else 0


def _item(work: Work, row: Any, today: date) -> r.Item:
    return r.Item(
        id=row.id,
        code=row.code,
        area=row.area,
        name=row.name,
        name_en=row.name_en,
        short=row.short,
        about=row.about,
        about_en=row.about_en,
        guide=row.guide,
        guide_en=row.guide_en,
        materials=_materials(row),
        fields=tuple(_field(field) for field in row.form),
        promised_days=row.promised_days,
        due=calendar_of(work.book).add_working_days(today, row.promised_days),
        minutes=row.minutes,
        modes=tuple(Mode(mode) for mode in row.modes),
    )


def _materials(row: Any) -> tuple[r.Material, ...]:
    return tuple(r.Material(**material) for material in row.materials)


def _field(field: dict[str, Any]) -> r.FormField:
    options = tuple(r.Choice(**option) for option in field.get("options", ()))
    return r.FormField(**{**field, "options": options})


@lists("tickets")
def list_tickets(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [_listed(work, row, asking) for row in work.all(rows.ALL)]


def _listed(work: Work, row: Any, asking: Asking) -> dict[str, Any]:
    """Answers and notes are for staff alone, of the phone others see the mask."""
    item, counter = work.book.get(t.items, row.item), work.book.get(t.counters, row.counter)
    operator = work.book.get(t.operators, row.operator)
    listed = {
        "id": row.id,
        "number": row.number,
        "item": item.code if item else row.item,
        "status": row.state,
        "day": row.day.isoformat(),
        "pending": asking.is_pending("tickets", row.id),
        "mode": row.mode,
        "priority": row.priority,
        "counter": counter.code if counter else None,
        "operator": operator.login if operator else None,
        "resident": row.resident,
        "on_behalf_of": row.on_behalf_of,
        "made_at": _moment(row.made_at),
        "called_at": _moment(row.called_at),
        "started_at": _moment(row.started_at),
        "ended_at": _moment(row.ended_at),
        "due": row.due.isoformat() if row.due else None,
        "stars": row.stars,
        "terminal": row.terminal,
    }
    if asking.sees_persons:
        return listed | {"phone": row.phone, "answers": row.answers, "notes": row.notes}
    return listed | {"phone": mask_phone(row.phone) if row.phone else None}


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="minutes") if moment else None


@lists("items")
def list_items(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "code": row.code,
            "area": row.area,
            "name": row.name,
            "name_en": row.name_en,
            "modes": row.modes,
            "promised_days": row.promised_days,
            "minutes": row.minutes,
            "materials": row.materials,
            "form": row.form,
            "active": row.active,
        }
        for row in work.book.all(t.items)
    ]


@lists("areas")
def list_areas(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {"id": row.id, "code": row.code, "name": row.name, "name_en": row.name_en, "icon": row.icon}
        for row in work.book.all(t.areas)
    ]


@lists("counters")
def list_counters(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {"id": row.id, "code": row.code, "name": row.name, "name_en": row.name_en}
        for row in work.book.all(t.counters)
    ]
