"""What screens show of the station at rest, and the lists of what the station is made of."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Any

from db import home as home_rows
from db import tables as t
from db.library import count_titles
from db.work import Work
from kiosk.commands import records as r
from kiosk.commands.bookings import EarliestDay
from kiosk.commands.station import HomePage, SyncState
from kiosk.commands.tickets import CallsNow, QueueNow
from kiosk.domain.hours import open_intervals
from kiosk.services.house import calendar_of, staffed_hours_of
from kiosk.services.registry import ANSWERERS, Asking, answers, lists

DAYS_LISTED = 60


@answers(HomePage)
def home_page(work: Work, question: HomePage, asking: Asking) -> r.HomePage:
    station, today = work.book.station, asking.now.date()
    opens, closes = hours_today(work, today)
    queue: r.Queue = ANSWERERS[QueueNow](work, QueueNow(), asking)
    earliest = ANSWERERS.get(EarliestDay)
    return r.HomePage(
        name=station.name,
        name_en=station.name_en,
        short_name=station.short_name,
        phone=station.phone,
        opens=opens,
        closes=closes,
        waiting=queue.ahead,
        wait_minutes=queue.minutes,
        counters_open=queue.open,
        earliest=earliest(work, EarliestDay(), asking) if earliest else None,
        titles=count_titles(work.connection),
        calls=tuple(ANSWERERS[CallsNow](work, CallsNow(), asking)),
    )


@answers(SyncState)
def sync_state(work: Work, question: SyncState, asking: Asking) -> r.SyncState:
    home = home_rows.read_home(work.connection)
    return r.SyncState(
        terminal=asking.terminal,
        letter=asking.letter,
        place=asking.place,
        online=asking.online,
        clock=asking.clock,
        waiting=home_rows.count_undecided(work.connection),
        last_exchange=home.last_exchange,
        trouble=asking.trouble,
        stage=(asking.stage if home.stage == "normal" else None) or home.stage,
    )


def hours_today(work: Work, day: date) -> tuple[str, str]:
    """When the door opens and closes that day, as people write it; two empty texts if it stays shut."""
    spans = open_intervals(staffed_hours_of(work.book, "station"), day)
    return (_written(spans[0][0]), _written(spans[-1][1])) if spans else ("", "")


def _written(minute: int) -> str:
    return f"{minute // 60}:{minute % 60:02d}"


@lists("operators")
def list_operators(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {
            "id": row.id,
            "login": row.login,
            "name": row.name,
            "role": row.role,
            "active": row.active,
            "has_password": bool(row.password_hash),
        }
        for row in work.book.all(t.operators)
    ]


@lists("policies")
def list_policies(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    return [
        {"id": row.id, "topic": row.topic, "scope": row.scope, "numbers": row.numbers}
        for row in work.book.all(t.policies)
    ]


def _days_of(month: str | None) -> set[date]:
    """Empty where it is no month."""
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError:
        return set()
    return {first + timedelta(days=n) for n in range(monthrange(first.year, first.month)[1])}


@lists("calendar")
def list_calendar(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """The manager's own days, and the next weeks as they count now; `month` (YYYY-MM) lists the days of that one."""
    today = asking.now.date()
    ahead = _days_of(where.get("month")) or {today + timedelta(days=n) for n in range(DAYS_LISTED)}
    own = {row.day: row for row in work.book.all(t.calendar_days)}
    hours = staffed_hours_of(work.book, "station")
    calendar = calendar_of(work.book)
    return [
        {
            "date": day.isoformat(),
            "month": f"{day:%Y-%m}",
            "working": calendar.is_working(day),
            "official": calendar.is_official(day.year),
            "holiday": calendar.name(day),
            "holiday_en": calendar.name(day, "en"),
            "open": bool(open_intervals(hours, day)),
            "override": day in own,
            "own_working": own[day].working if day in own else None,
            "own_open": own[day].open if day in own else None,
            "note": own[day].note if day in own else "",
        }
        for day in sorted(ahead | own.keys())
    ]
