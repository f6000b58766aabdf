"""What screens and scripts are shown of the help desk: areas, items, the queue, tickets, slips."""

from datetime import date, datetime
from itertools import takewhile
from typing import Any

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.commands import records as r
from kiosk.commands.tickets import Areas, CallsNow, ItemOf, ItemsOf, NumberSlipOf, QueueNow, TicketOf
from kiosk.domain.codes import parse_code
from kiosk.domain.hours import is_open, next_opening
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import Mode, TicketState
from kiosk.domain.tickets import Waiting
from kiosk.services.home_views import hours_today
from kiosk.services.house import calendar_of, staffed_hours_of
from kiosk.services.registry import Asking, answers, lists
from kiosk.services.service_times import wait_minutes
from kiosk.services.ticket_moves import items_of_ticket
from kiosk.services.ticket_ratings import why_not_rated
from kiosk.services.ticket_references import find_by_code, find_ticket, open_counters
from kiosk.services.waiting import waiting_line


@answers(Areas)
def areas(work: Work, question: Areas, asking: Asking) -> list[r.Area]:
    """Those in which something can be done."""
    used = {row.area for row in work.book.all(t.items) if row.active}
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
        if row.code in used
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
        minutes=wait_minutes(work, waiting, asking.now),
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
        minutes=wait_minutes(work, ahead, asking.now),
        counter=counter.code if counter else None,
        made_at=ticket.made_at,
        due=ticket.due,
        stars=ticket.stars,
        items=tuple(found.code for key in items_of_ticket(ticket) if (found := work.book.get(t.items, key))),
        paused=ticket.paused_on is not None,
        rateable=why_not_rated(work, ticket, work.row(t.complaints, ticket.id), asking.now) is None,
    )


@answers(CallsNow)
def calls_now(work: Work, question: CallsNow, asking: Asking) -> list[r.Call]:
    """Today's, each number once."""
    now = asking.now
    midnight = datetime(now.year, now.month, now.day)
    called = work.all(rows.CALLED_LATELY, since=midnight, now=now, most=4 * question.most)
    latest: dict[str, r.Call] = {}
    for row in called:
        counter = work.book.get(t.counters, row.counter)
        latest.setdefault(row.number, r.Call(number=row.number, counter=counter.code if counter else None))
    return list(latest.values())[: question.most]


@answers(NumberSlipOf)
def number_slip_of(work: Work, question: NumberSlipOf, asking: Asking) -> r.NumberSlip | None:
    ticket = work.row(t.tickets, question.ticket)
    item = work.book.get(t.items, ticket.item) if ticket is not None else None
    if ticket is None or item is None:
        return None
    station, ahead = work.book.station, _ahead(work, ticket, asking.now)
    opens, closes = hours_today(work, ticket.day)
    counters = open_counters(work)
    return r.NumberSlip(
        number=ticket.number,
        pending=asking.is_pending("tickets", ticket.id),
        ahead=len(ahead),
        minutes=wait_minutes(work, ahead, asking.now),
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
        fields=fields_of_form(row),
        promised_days=row.promised_days,
        due=calendar_of(work.book).add_working_days(today, row.promised_days),
        minutes=row.minutes,
        modes=tuple(Mode(mode) for mode in row.modes),
    )


def _materials(row: Any) -> tuple[r.Material, ...]:
    return tuple(r.Material(**material) for material in row.materials)


def fields_of_form(item: Any) -> tuple[r.FormField, ...]:
    return tuple(_field(field) for field in item.form)


def _field(field: dict[str, Any]) -> r.FormField:
    options = tuple(r.Choice(**option) for option in field.get("options", ()))
    return r.FormField(**{**field, "options": options})


_ITEM_TEXTS = ("short", "short_en", "about", "about_en", "guide", "guide_en")


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
            "form_version": row.form_version,
            "active": row.active,
            **{name: getattr(row, name) for name in _ITEM_TEXTS},
        }
        for row in work.book.all(t.items)
    ]


@lists("areas")
def list_areas(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id, "code": row.code, "name": row.name, "name_en": row.name_en, "icon": row.icon,
            "about": row.about, "about_en": row.about_en, "colour": row.colour,
        }
        for row in work.book.all(t.areas)
    ]  # fmt: skip


@lists("counters")
def list_counters(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {"id": row.id, "code": row.code, "name": row.name, "name_en": row.name_en, "active": row.active}
        for row in work.book.all(t.counters)
    ]
