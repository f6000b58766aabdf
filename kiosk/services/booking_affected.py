"""Bookings that a change of the calendar concerns: an official list came, a make-up day was declared, a day was closed.

Nothing is called off by itself: people look at the list and decide.
"""

from datetime import date
from typing import Any

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.domain.bookings import judge_open
from kiosk.domain.notice import earliest_day
from kiosk.services.booking_rooms import rooms_of
from kiosk.services.booking_views import shown_state
from kiosk.services.house import booking_policy_of, calendar_of, room_hours_of
from kiosk.services.registry import Asking, lists

NOW_OFF, NOW_WORKING = "now_a_day_off", "now_a_working_day"


@lists("affected")
def list_affected(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """`because`: closed_day or outside_hours, now_a_day_off, now_a_working_day, too_soon (by the official list)."""
    today = asking.now.date()
    judged = ((row, because(work, row)) for row in rows.still_ahead(work, today))
    return [_line(work, row, why, asking) for row, why in judged if why]


def because(work: Work, row: AnyRow) -> list[str]:
    """Why somebody should look at it again; nothing, as for most."""
    calendar = calendar_of(work.book)
    found = {
        refused.reason.value
        for room in rooms_of(row)
        if (refused := judge_open(calendar, room_hours_of(work.book, room), row.day, row.start, row.end))
    }
    if row.day_off == calendar.is_working(row.day):
        found.add(NOW_WORKING if row.day_off else NOW_OFF)
    if row.unofficial and row.day < _earliest(work, row):
        found.add("too_soon")
    return sorted(found)


def _earliest(work: Work, row: AnyRow) -> date:
    """By what is known today: nobody can have kept a calendar that was not out."""
    return earliest_day(booking_policy_of(work.book, row.room).notice, calendar_of(work.book), row.made_at)


def _line(work: Work, row: AnyRow, why: list[str], asking: Asking) -> dict[str, Any]:
    room = work.book.get(t.rooms, row.room)
    calendar = calendar_of(work.book)
    return {
        "id": row.id, "number": row.number, "room": room.code if room is not None else row.room,
        "date": row.day.isoformat(), "status": shown_state(row, asking).value, "party": row.party,
        "because": why, "official": calendar.is_official(row.day.year),
    }  # fmt: skip
