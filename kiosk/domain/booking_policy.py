"""The numbers of a room's booking rules, as data of the station with a room's own on top."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from kiosk.domain.hours import Interval, interval_text, intervals
from kiosk.domain.integrity import StrikePolicy
from kiosk.domain.notice import NoticeKind, NoticePolicy
from kiosk.domain.states import PartyKind
from kiosk.domain.times import clock_text, minutes

_SLOTS = ("08:30-10:00", "10:00-11:30", "14:00-15:30", "15:30-17:00", "18:00-19:30", "19:30-21:00")
MOST_DATES = 60


@dataclass(frozen=True, slots=True)
class BookingPolicy:
    """`decide_by`, `expire_at`: minutes of the day; `check_in_before`, `check_in_after`: minutes;
    `max_open_requests` None: no limit. `series_limit`: dates of one repeated request. `parties` None: whoever asks.
    """

    slots: tuple[Interval, ...] = intervals(list(_SLOTS))
    notice: NoticePolicy = field(default_factory=NoticePolicy)
    decide_by: int = 17 * 60
    expire_at: int = 17 * 60
    late_cancel_hours: int = 24
    check_in_before: int = 30
    check_in_after: int = 15
    strikes: StrikePolicy = field(default_factory=StrikePolicy)
    max_open_requests: int | None = None
    series_limit: int = 30
    parties: frozenset[PartyKind] | None = None
    verified_only: bool = False

    @classmethod
    def from_data(cls, *layers: Mapping[str, Any]) -> "BookingPolicy":
        """`from_data(station, room)`: what a layer leaves out, the one before says, at last the default.
        Unknown keys or wrong values: ValueError.
        """
        data = dict(DEFAULT_DATA)
        for layer in layers:
            unknown = set(layer) - set(data)
            if unknown:
                raise ValueError(f"unknown keys of a booking policy: {sorted(unknown)}")
            data.update(layer)
        return _built({key: _READ[key](key, value) for key, value in data.items()})

    def to_data(self) -> dict[str, Any]:
        latest = self.notice.latest
        return {
            "slots": [interval_text(slot) for slot in self.slots],
            "notice_days": self.notice.days,
            "notice_kind": self.notice.kind.value,
            "notice_latest": None if latest is None else clock_text(latest),
            "days_ahead": self.notice.days_ahead,
            "decide_by": clock_text(self.decide_by),
            "expire_at": clock_text(self.expire_at),
            "late_cancel_hours": self.late_cancel_hours,
            "check_in_before": self.check_in_before,
            "check_in_after": self.check_in_after,
            "strike_limit": self.strikes.limit,
            "strike_days": self.strikes.days,
            "suspend_days": self.strikes.suspend_days,
            "max_open_requests": self.max_open_requests,
            "series_limit": self.series_limit,
            "parties": None if self.parties is None else sorted(self.parties),
            "verified_only": self.verified_only,
        }


def _built(values: Mapping[str, Any]) -> BookingPolicy:
    return BookingPolicy(
        slots=values["slots"],
        notice=NoticePolicy(
            values["notice_days"], values["notice_kind"], values["notice_latest"], values["days_ahead"]
        ),
        decide_by=values["decide_by"],
        expire_at=values["expire_at"],
        late_cancel_hours=values["late_cancel_hours"],
        check_in_before=values["check_in_before"],
        check_in_after=values["check_in_after"],
        strikes=StrikePolicy(values["strike_limit"], values["strike_days"], values["suspend_days"]),
        max_open_requests=values["max_open_requests"],
        series_limit=values["series_limit"],
        parties=values["parties"],
        verified_only=values["verified_only"],
    )


def _count(key: str, value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 10_000:
        raise ValueError(f"{key}: not a number that makes sense: {value!r}")
    return value


def _minute(key: str, value: Any) -> int:
    if not isinstance(value, str):
        raise ValueError(f"{key}: not a time of day: {value!r}")
    return minutes(value)


def _spans(key: str, value: Any) -> tuple[Interval, ...]:
    if not isinstance(value, list | tuple) or not all(isinstance(text, str) for text in value):
        raise ValueError(f"{key}: not a list of spans like 08:30-10:00: {value!r}")
    return intervals(list(value))


def _kind(key: str, value: Any) -> NoticeKind:
    return NoticeKind(value)


def _most(key: str, value: Any) -> int:
    """One command writes at most 500 rows, three and more for each date."""
    count = _count(key, value)
    if not 1 <= count <= MOST_DATES:
        raise ValueError(f"{key}: not from 1 to {MOST_DATES}: {value!r}")
    return count


def _kinds(key: str, value: Any) -> frozenset[PartyKind]:
    if not isinstance(value, list | tuple):
        raise ValueError(f"{key}: not a list of kinds of parties: {value!r}")
    return frozenset(PartyKind(kind) for kind in value)


def _switch(key: str, value: Any) -> bool:
    if not isinstance(value, bool):
        raise ValueError(f"{key}: neither true nor false: {value!r}")
    return value


def _or_none(read: Callable[[str, Any], Any]) -> Callable[[str, Any], Any]:
    return lambda key, value: None if value is None else read(key, value)


_READ: dict[str, Callable[[str, Any], Any]] = {
    "slots": _spans,
    "notice_days": _count,
    "notice_kind": _kind,
    "notice_latest": _or_none(_minute),
    "days_ahead": _or_none(_count),
    "decide_by": _minute,
    "expire_at": _minute,
    "late_cancel_hours": _count,
    "check_in_before": _count,
    "check_in_after": _count,
    "strike_limit": _or_none(_count),
    "strike_days": _count,
    "suspend_days": _count,
    "max_open_requests": _or_none(_count),
    "series_limit": _most,
    "parties": _or_none(_kinds),
    "verified_only": _switch,
}

DEFAULT_DATA: Mapping[str, Any] = BookingPolicy().to_data()
