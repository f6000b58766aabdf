"""Who waits for the counters, in the order in which they would be called now."""

from datetime import datetime

from db import tickets as rows
from db.work import Work
from kiosk.domain.tickets import Waiting, calling_order, priority_run
from kiosk.services.house import ticket_policy_of


def waiting_line(work: Work, now: datetime) -> list[Waiting]:
    """Of the local day of `now`; the next one to be called is the first."""
    most = ticket_policy_of(work.book).priority_in_a_row
    midnight = datetime(now.year, now.month, now.day)
    calls = work.all(rows.LATEST_CALLS, since=midnight, now=now, most=most)
    waiting = [
        Waiting(
            row.id, row.number, row.priority, row.queued_at or row.made_at, row.item,
            tuple(row.more_items or ()), row.to_counter, row.assigned,
        )
        for row in work.all(rows.WAITING, day=now.date())
    ]  # fmt: skip
    return calling_order(waiting, priority_run(row.priority for row in calls), most)
