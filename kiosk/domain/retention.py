"""How long what identifies people is kept once its purpose is over."""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True, slots=True)
class RetentionPolicy:
    """Days: who had a book after it came back, what was typed for a ticket after it ended, for a room after its use;
    what somebody wished for their data after it was done, who had agreed to what after their data was erased.
    """

    loans_days: int = 30
    answers_days: int = 180
    contacts_days: int = 365
    wishes_days: int = 180
    consents_days: int = 1095


def last_forgotten(days: int, today: date) -> date:
    """What ended on this day or before has been kept for its `days`."""
    return today - timedelta(days=days)


def is_forgotten(days: int, ended: date | None, today: date) -> bool:
    return ended is not None and ended <= last_forgotten(days, today)


def forgotten_on(days: int, ended: date) -> date:
    """The first day on which it is no longer kept."""
    return ended + timedelta(days=days)
