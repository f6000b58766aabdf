"""Rooms, bookings, what is free, strikes and organisations as scripts read them."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import bookings as ask
from kiosk.domain.bookings import UNDECIDED, is_overdue
from kiosk.domain.names import mask_name, mask_phone
from kiosk.domain.numbers import read_booking_number
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState
from kiosk.domain.times import clock_text
from kiosk.services.booking_strikes import strike_state
from kiosk.services.booking_views import is_pending, judged_days, parties, shown_state, slots_of
from kiosk.services.registry import Asking, lists

Where = dict[str, str]
Listed = list[dict[str, Any]]
NEXT_DAYS = timedelta(days=13)


@lists("rooms")
def list_rooms(work: Work, where: Where, asking: Asking) -> Listed:
    return [
        {
            "id": row.id, "code": row.code, "name": row.name, "name_en": row.name_en,
            "bookable": row.bookable, "seats": row.seats, "part_of": _code(work, row.part_of),
            "indoor": row.indoor, "area_m2": row.area_m2, "about": row.about, "about_en": row.about_en,
            "way": row.way, "way_en": row.way_en, "equipment": row.equipment, "icon": row.icon, "active": row.active,
        }
        for row in work.book.all(t.rooms)
    ]  # fmt: skip


@lists("bookings")
def list_bookings(work: Work, where: Where, asking: Asking) -> Listed:
    return [_booking(work, row, asking) for row in rows.listed_bookings(work, *_narrowed(where))]


@lists("availability")
def list_availability(work: Work, where: Where, asking: Asking) -> Listed:
    """With a date its slots, without one the next two weeks; of one room or of all that can be booked."""
    named = work.book.find(t.rooms, where["room"]) if "room" in where else None
    chosen = [named] if named is not None else [row for row in work.book.all(t.rooms) if row.bookable]
    day = _day(where.get("date"))
    if "date" in where and day is None:
        return []
    today = asking.now.date()
    return [
        line
        for row in chosen
        for line in (_slots(work, row, day, asking) if day else _days(work, row, today, asking))
    ]


@lists("strikes")
def list_strikes(work: Work, where: Where, asking: Asking) -> Listed:
    """`subject` tells one party from another, not who it is."""
    return [
        {
            "id": row.id, "subject": row.subject[:12], "party": row.party, "cause": row.cause,
            "booking": row.number, "why": row.note, "made_at": _moment(row.made_at),
            "expires_at": _moment(row.expires_at), "state": strike_state(row, asking.now).value,
            "appeal": row.appeal, "appealed_at": _moment(row.appealed_at), "settled_at": _moment(row.settled_at),
        }
        for row in rows.all_strikes(work)
    ]  # fmt: skip


@lists("organisations")
def list_organisations(work: Work, where: Where, asking: Asking) -> Listed:
    return [
        {
            "id": found.id, "kind": found.kind.value, "name": found.name, "uscc": found.uscc,
            "verified": found.verified, "suspended": found.suspended,
            "suspended_until": found.suspended_until.isoformat() if found.suspended_until else None,
        }
        for found in parties(work, ask.Parties(), asking)
    ]  # fmt: skip


@lists("occupations")
def list_occupations(work: Work, where: Where, asking: Asking) -> Listed:
    return [
        {
            "id": row.id, "room": _code(work, row.room), "room_id": row.room, "date": row.day.isoformat(),
            "start": clock_text(row.start), "end": clock_text(row.end), "why": row.why, "title": row.title,
            "booking": row.booking, "live": row.live,
        }
        for row in rows.all_occupations(work)
    ]  # fmt: skip


def _booking(work: Work, row: AnyRow, asking: Asking) -> dict[str, Any]:
    return {
        "id": row.id, "number": row.number, "room": _code(work, row.room), "room_id": row.room,
        "date": row.day.isoformat(), "start": clock_text(row.start), "end": clock_text(row.end),
        "status": shown_state(row, asking), "pending": is_pending(row, asking), "people": row.people,
        "party": (asking.sees_persons and row.party_name) or row.party, "party_kind": row.party_kind,
        "organisation": row.organisation, "made_at": _moment(row.made_at),
        "decide_by": _moment(row.decide_by), "expires_at": _moment(row.expires_at),
        "unofficial": row.unofficial, "why": row.why, "checked_in_at": _moment(row.checked_in_at),
        "checked_in_on": row.checked_in_on,
        "attended": row.attended, "terminal": row.terminal, "series": row.series,
        "also": [_code(work, room) for room in row.also or ()], "equipment": row.equipment or {},
        "overdue": is_overdue(shown_state(row, asking), row.decide_by, asking.now),
    } | _contact(row, asking)  # fmt: skip


def _contact(row: AnyRow, asking: Asking) -> dict[str, Any]:
    """A purpose may name anyone: only the desk reads it."""
    name, phone = row.contact_name, row.contact_phone
    if asking.sees_persons:
        return {"contact_name": name, "contact_phone": phone, "purpose": row.purpose}
    return {
        "contact_name": mask_name(name) if name else None,
        "contact_phone": mask_phone(phone) if phone else None,
    }


def _narrowed(where: Where) -> Iterable[Any]:
    """The one condition that the database knows best; the others are applied to what is listed."""
    if "id" in where:
        return "id", where["id"]
    if "number" in where:
        return "number", read_booking_number(where["number"])
    if day := _day(where.get("date")):
        return "date", day
    if "status" not in where:
        return ()
    may_be_stored = UNDECIDED if where["status"] == BookingState.EXPIRED else frozenset[str]()
    return "status", [where["status"], *may_be_stored]


def _slots(work: Work, row: AnyRow, day: date, asking: Asking) -> Listed:
    """`reason` says why the whole day cannot be had, though a slot of it may be free."""
    whole = judged_days(work, row, asking, day, day)[0]
    return [
        {
            "room": row.code, "room_id": row.id, "date": day.isoformat(), "start": clock_text(slot.start),
            "end": clock_text(slot.end), "status": slot.status, "title": slot.title, "reason": whole.reason,
        }
        for slot in slots_of(work, row, day, asking)
    ]  # fmt: skip


def _days(work: Work, row: AnyRow, today: date, asking: Asking) -> Listed:
    return [
        {
            "room": row.code, "room_id": row.id, "date": day.date.isoformat(),
            "status": day.status if row.bookable else "none",
            "reason": day.reason if row.bookable else Reason.NOT_BOOKABLE.value,
            "free": day.free if row.bookable else 0, "unofficial": day.unofficial, "holiday": day.holiday,
        }
        for day in judged_days(work, row, asking, today, today + NEXT_DAYS)
    ]  # fmt: skip


def _code(work: Work, room: str | None) -> str | None:
    row = work.book.get(t.rooms, room)
    return row.code if row is not None else room


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        return None


def _moment(moment: datetime | None) -> str | None:
    return moment.isoformat(timespec="seconds") if moment is not None else None
