"""How people say that something comes back, as an RRULE that kiosk/domain/recurrence.py reads."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -1


class Every(StrEnum):
    WEEKS = "weeks"
    """On chosen weekdays."""
    NTH = "nth"
    """The N-th such weekday of the month."""
    DATE = "date"
    """The same day of the month; months without it are left out."""
    DAYS = "days"


@dataclass(frozen=True, slots=True)
class Repeat:
    """`interval`: every so many weeks, months or days. `weekdays`: 0 is Monday. `nth`: 1 to 4, or LAST. It ends after
    `count` days, or with `until`, that day included.
    """

    every: Every
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 1
    count: int | None = None
    until: date | None = None

    @property
    def rule(self) -> str:
        days = ",".join(_WEEKDAYS[day] for day in sorted(set(self.weekdays)))
        parts = {
            Every.WEEKS: f"FREQ=WEEKLY;BYDAY={days}", Every.NTH: f"FREQ=MONTHLY;BYDAY={self.nth}{days}",
            Every.DATE: "FREQ=MONTHLY", Every.DAYS: "FREQ=DAILY",
        }  # fmt: skip
        interval = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        end = f";UNTIL={self.until:%Y%m%d}" if self.until else f";COUNT={self.count}" if self.count else ""
        return f"{parts[self.every]}{interval}{end}"


def nth_of(day: date) -> int:
    """Which of its weekday it is in its month: 1 to 4, or LAST for a fifth."""
    nth = (day.day + 6) // 7
    return nth if nth <= 4 else LAST
