"""Who may come in, when, and what they are told otherwise."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.bookings import check_in_from, has_ended, no_show_from
from kiosk.domain.codes import CodeState
from kiosk.domain.states import BookingState
from kiosk.domain.times import at


@dataclass(frozen=True, slots=True)
class Use:
    """When a booking's room is used, and what has become of it; `start`, `end` in minutes of the day."""

    state: BookingState
    day: date
    start: int
    end: int


_SETTLED = {
    BookingState.REQUESTED: CodeState.NOT_APPROVED,
    BookingState.WAITLISTED: CodeState.NOT_APPROVED,
    BookingState.REJECTED: CodeState.REJECTED,
    BookingState.CANCELLED: CodeState.CANCELLED,
    BookingState.COMPLETED: CodeState.OVER,
    BookingState.NO_SHOW: CodeState.TOO_LATE,
    BookingState.EXPIRED: CodeState.EXPIRED,
}


def booking_at_door(policy: BookingPolicy, use: Use, now: datetime) -> CodeState:
    """What whoever shows the code of this booking is told; OK and LATE let them in, at the same moments as a check-in."""
    if use.state in _SETTLED:
        return _SETTLED[use.state]
    if use.state is BookingState.CHECKED_IN:
        return CodeState.OVER if has_ended(now, use.day, use.end) else CodeState.ALREADY_IN
    return _in_time(policy, use, now)


def _in_time(policy: BookingPolicy, use: Use, now: datetime) -> CodeState:
    opens, until = check_in_from(policy, use.day, use.start), no_show_from(policy, use.day, use.start)
    if opens <= now <= until:
        return CodeState.LATE if now > at(use.day, use.start) else CodeState.OK
    if now.date() < use.day:
        return CodeState.WRONG_DAY
    if now.date() > use.day:
        return CodeState.EXPIRED
    return CodeState.TOO_EARLY if now < opens else CodeState.TOO_LATE


class Arrival(StrEnum):
    IN_TIME = "in_time"
    LATE = "late"
    AGAIN = "again"
    """Somebody had come with the same code before."""


def arrival_of(moment: datetime, day: date, start: int) -> tuple[Arrival, int]:
    """And how many whole minutes before the start, or after it."""
    away = moment - at(day, start)
    minutes = abs(int(away.total_seconds())) // 60
    return (Arrival.LATE if away.total_seconds() > 0 else Arrival.IN_TIME), minutes
