"""The official calendar of a year comes in: the station counts by it, and the bookings that it concerns are named."""

from datetime import date
from typing import Any

from db import tables as t
from db.bookings import still_ahead
from db.work import AnyRow, Work
from kiosk.commands.calendar import ImportCalendar, OfficialDay
from kiosk.domain.calendar import WorkingCalendar, days_between, judge_list
from kiosk.domain.notice import earliest_day
from kiosk.domain.outcomes import Accepted, Outcome
from kiosk.services.house import booking_policy_of, calendar_of, calendar_with
from kiosk.services.registry import Asking, Made, handles, lists

MOST_AFFECTED = 200


@handles(ImportCalendar)
def import_calendar(work: Work, wish: ImportCalendar, made: Made) -> Outcome:
    """Once more it changes nothing; another list of the year takes the place of the first."""
    if refused := judge_list(wish.year, [(day.date, day.working) for day in wish.days]):
        return refused
    days = [_plain(day) for day in sorted(wish.days, key=lambda day: day.date)]
    before, after = calendar_of(work.book), calendar_with(work.book, wish.year, days)
    _keep(work, wish.year, days)
    changed = {day for day in _days_of(wish) if before.is_working(day) is not after.is_working(day)}
    affected = [
        row.id
        for row in still_ahead(work, made.made_at.date())
        if row.day in changed or _is_too_soon(work, row, before, after)
    ]
    return Accepted(
        {"year": wish.year, "days": len(days), "changed": len(changed), "affected": affected[:MOST_AFFECTED]}
    )


def _keep(work: Work, year: int, days: list[dict[str, Any]]) -> None:
    key = f"year:{year}"
    known = work.book.get(t.calendar_years, key)
    if known is None:
        work.add(t.calendar_years, key, year=year, days=days)
    elif known.days != days:
        work.change(t.calendar_years, key, days=days)


def _is_too_soon(work: Work, row: AnyRow, before: WorkingCalendar, after: WorkingCalendar) -> bool:
    """It was asked for early enough, but not by what counts as a working day now."""
    notice = booking_policy_of(work.book, row.room).notice
    was, now = (earliest_day(notice, calendar, row.made_at) for calendar in (before, after))
    return bool(was <= row.day < now)


def _days_of(wish: ImportCalendar) -> list[date]:
    first = min(date(wish.year, 1, 1), min(day.date for day in wish.days))
    return [first, *days_between(first, date(wish.year, 12, 31))]


def _plain(day: OfficialDay) -> dict[str, Any]:
    return {"date": day.date.isoformat(), "working": day.working, "name": day.name}


@lists("calendar_years")
def list_calendar_years(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """The official lists that were imported."""
    return [
        {"year": row.year, "days": row.days} for row in sorted(work.book.all(t.calendar_years), key=lambda row: row.year)
    ]  # fmt: skip
