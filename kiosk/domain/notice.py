"""How long ahead a room must be asked for, and how long ahead it may be.

"3 working days ahead": count the working days after the day of the request up to and including the day of
use; at least 3. Monday for Thursday is enough, Wednesday for Saturday is not (2), Tuesday for Saturday is
(3).
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.times import at


class NoticeKind(StrEnum):
    WORKING = "working"
    CALENDAR = "calendar"


@dataclass(frozen=True, slots=True)
class NoticePolicy:
    """`latest`: minute of the day after which a request counts as the next day's (None: midnight).
    `days_ahead`: the longest advance (None: any).
    """

    days: int = 3
    kind: NoticeKind = NoticeKind.WORKING
    latest: int | None = None
    days_ahead: int | None = 30


def counts_from(policy: NoticePolicy, made_at: datetime) -> date:
    """The day that a request made now counts as."""
    day = made_at.date()
    if policy.latest is not None and made_at > at(day, policy.latest):
        return day + timedelta(days=1)
    return day


def earliest_day(policy: NoticePolicy, calendar: WorkingCalendar, made_at: datetime) -> date:
    """The first day that may be asked for. Every later day is far enough too, a day off as well."""
    start = counts_from(policy, made_at)
    if policy.kind is NoticeKind.CALENDAR:
        return start + timedelta(days=policy.days)
    return calendar.add_working_days(start, policy.days)


def latest_day(policy: NoticePolicy, made_at: datetime) -> date | None:
    """The last day that may be asked for; None if there is no such limit."""
    if policy.days_ahead is None:
        return None
    return counts_from(policy, made_at) + timedelta(days=policy.days_ahead)


def judge_notice(
    policy: NoticePolicy, calendar: WorkingCalendar, made_at: datetime, day: date, start: int
) -> Refused | None:
    """Whether a use that starts at minute `start` of `day` may be asked for at `made_at`."""
    if day < made_at.date() or at(day, start) < made_at:
        return Refused.because(Reason.PAST_DATE, today=made_at.date().isoformat())
    earliest = earliest_day(policy, calendar, made_at)
    if day < earliest:
        return Refused.because(Reason.TOO_SOON, earliest=earliest.isoformat())
    latest = latest_day(policy, made_at)
    if latest is not None and day > latest:
        return Refused.because(Reason.TOO_FAR_AHEAD, latest=latest.isoformat())
    return None


def judge_still_ahead(decided_at: datetime, day: date, start: int) -> Refused | None:
    """A request that reaches whoever decides it after its start can only be refused, however early it was
    made.
    """
    if decided_at < at(day, start):
        return None
    return Refused.because(Reason.TOO_LATE, until=at(day, start).isoformat(timespec="minutes"))
