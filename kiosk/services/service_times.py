"""How long each item takes at the counters these days, and how long a wait that makes."""

from datetime import datetime

from db import tables as t
from db import tickets as rows
from db.work import Work
from kiosk.domain.service_times import LOOK_BACK, Served, service_minutes
from kiosk.domain.tickets import Waiting, estimate, rounded_wait
from kiosk.services.house import staffed_hours_of
from kiosk.services.ticket_references import open_counters

MOST = 300
"""Tickets looked at: some days of a busy station."""


def minutes_by_item(work: Work, now: datetime) -> dict[str, int]:
    """By the item's id."""
    since = (now - LOOK_BACK).date()
    latest = work.all(rows.SERVED_LATELY, since=since, today=now.date(), most=MOST)
    served = [Served(row.item, row.started_at, row.ended_at) for row in latest if row.ended_at <= now]
    usual = {item.id: item.minutes for item in work.book.all(t.items)}
    return service_minutes(staffed_hours_of(work.book, "counter"), served, usual)


def wait_minutes(work: Work, ahead: list[Waiting], now: datetime) -> int:
    """Nobody ahead is no wait; somebody ahead is never said to be none."""
    if not ahead:
        return 0
    takes = minutes_by_item(work, now)
    queue = [sum(takes.get(item, 0) for item in (one.item, *one.more_items)) for one in ahead]
    minutes = estimate(queue, max(1, len(open_counters(work))))
    return rounded_wait(max(minutes or 0, 1))
