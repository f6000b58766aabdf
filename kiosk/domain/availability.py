"""What the calendar of a room shows: for every day and slot whether it can be had, and if not, why."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.hours import Hours, is_open_throughout, open_intervals
from kiosk.domain.notice import judge_notice
from kiosk.domain.occupation import Occupied, overlaps
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Why
from kiosk.domain.times import MIDNIGHT, at


class SlotStatus(StrEnum):
    FREE = "free"
    REQUESTED = "requested"
    """Someone asked for it and waits for an answer: 待审核."""
    TAKEN = "taken"
    CLASS = "class"
    MAINTENANCE = "maintenance"
    CLOSED = "closed"
    PAST = "past"


class DayStatus(StrEnum):
    AVAILABLE = "available"
    PARTLY = "partly"
    UNAVAILABLE = "unavailable"


@dataclass(frozen=True, slots=True)
class SlotAnswer:
    """`title`: of the class or maintenance; a booking's title is nobody's business and stays empty."""

    start: int
    end: int
    status: SlotStatus
    title: str = ""


@dataclass(frozen=True, slots=True)
class DayAnswer:
    """`refusal`: why an unavailable day cannot be had. `official` False: 以正式放假安排为准."""

    day: date
    status: DayStatus
    slots_left: int
    refusal: Refused | None
    official: bool
    working: bool

    @property
    def reason(self) -> Reason | None:
        return self.refusal.reason if self.refusal else None


_WEIGHT = {SlotStatus.MAINTENANCE: 3, SlotStatus.CLASS: 2, SlotStatus.TAKEN: 1, SlotStatus.REQUESTED: 0}
_SHOWN = {Why.CLASS: SlotStatus.CLASS, Why.MAINTENANCE: SlotStatus.MAINTENANCE}


def slot_answers(
    policy: BookingPolicy,
    calendar: WorkingCalendar,
    hours: Hours,
    now: datetime,
    day: date,
    occupied: Iterable[Occupied],
) -> tuple[SlotAnswer, ...]:
    """One answer per slot of the day. `occupied`: everything in the room, its whole and its parts; other
    days do no harm.
    """
    today = [other for other in occupied if other.day == day]
    closed = calendar.is_closed(day)
    return tuple(
        SlotAnswer(start, end, SlotStatus.PAST)
        if at(day, start) < now
        else SlotAnswer(start, end, SlotStatus.CLOSED)
        if closed or not is_open_throughout(hours, day, start, end)
        else _occupied_slot(start, end, today)
        for start, end in policy.slots
    )


def _occupied_slot(start: int, end: int, occupied: Sequence[Occupied]) -> SlotAnswer:
    there = [other for other in occupied if overlaps((start, end), (other.start, other.end))]
    if not there:
        return SlotAnswer(start, end, SlotStatus.FREE)
    heaviest = max(there, key=lambda other: _WEIGHT[_status(other)])
    title = "" if heaviest.why is Why.BOOKING else heaviest.title
    return SlotAnswer(start, end, _status(heaviest), title)


def _status(other: Occupied) -> SlotStatus:
    return _SHOWN.get(other.why) or (SlotStatus.REQUESTED if other.undecided else SlotStatus.TAKEN)


def day_answer(
    policy: BookingPolicy,
    calendar: WorkingCalendar,
    hours: Hours,
    now: datetime,
    day: date,
    occupied: Iterable[Occupied],
) -> DayAnswer:
    """Whether anything of the day can still be asked for now. `occupied` as for `slot_answers`."""
    slots = slot_answers(policy, calendar, hours, now, day, occupied)
    free = sum(slot.status is SlotStatus.FREE for slot in slots)
    refusal = _why_not(policy, calendar, hours, now, day, slots)
    status = (
        DayStatus.UNAVAILABLE if refusal else DayStatus.AVAILABLE if free == len(slots) else DayStatus.PARTLY
    )
    return DayAnswer(
        day,
        status,
        0 if refusal else free,
        refusal,
        calendar.is_official_between(min(now.date(), day), day),
        calendar.is_working(day),
    )


def _why_not(
    policy: BookingPolicy,
    calendar: WorkingCalendar,
    hours: Hours,
    now: datetime,
    day: date,
    slots: Sequence[SlotAnswer],
) -> Refused | None:
    last_start = max((slot.start for slot in slots), default=MIDNIGHT)
    notice = judge_notice(policy.notice, calendar, now, day, last_start)
    if notice and notice.reason is Reason.PAST_DATE:
        return notice
    if calendar.is_closed(day) or not open_intervals(hours, day):
        return Refused.because(Reason.CLOSED_DAY, day=day.isoformat())
    return notice or _why_full(slots)


def _why_full(slots: Sequence[SlotAnswer]) -> Refused | None:
    statuses = {slot.status for slot in slots}
    if SlotStatus.FREE in statuses:
        return None
    if statuses & {SlotStatus.TAKEN, SlotStatus.REQUESTED}:
        return Refused.because(Reason.SLOT_TAKEN)
    if statuses & {SlotStatus.CLASS, SlotStatus.MAINTENANCE}:
        return Refused.because(Reason.OCCUPIED)
    return Refused.because(Reason.OUTSIDE_HOURS)


def day_answers(
    policy: BookingPolicy,
    calendar: WorkingCalendar,
    hours: Hours,
    now: datetime,
    days: Iterable[date],
    occupied: Iterable[Occupied],
) -> tuple[DayAnswer, ...]:
    """A whole page of the calendar at once."""
    by_day: defaultdict[date, list[Occupied]] = defaultdict(list)
    for other in occupied:
        by_day[other.day].append(other)
    return tuple(day_answer(policy, calendar, hours, now, day, by_day[day]) for day in days)
