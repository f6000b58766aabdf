"""How long an item takes at the counter, learnt from how long it took lately."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from math import ceil
from statistics import median
from typing import NamedTuple

from kiosk.domain.hours import Hours, open_intervals
from kiosk.domain.times import at

LOOK_BACK = timedelta(days=28)
FEWEST = 3
"""With fewer than that the item's usual minutes are the better guess."""
LATEST = 20


class Served(NamedTuple):
    """One item at the counter, from start to done."""

    item: str
    started: datetime
    done: datetime


def open_minutes(hours: Hours, start: datetime, end: datetime) -> float:
    """How much of this time the counters were open: a noon break, or a night, is nobody's service."""
    total, day = timedelta(), start.date()
    while day <= end.date():
        for opens, closes in open_intervals(hours, day):
            total += max(timedelta(), min(end, at(day, closes)) - max(start, at(day, opens)))
        day += timedelta(days=1)
    return total.total_seconds() / 60


def service_minutes(hours: Hours, served: Iterable[Served], usual: Mapping[str, int]) -> dict[str, int]:
    """Minutes by item: the median of its latest, else its usual ones. `served`: the latest first."""
    taken: dict[str, list[float]] = defaultdict(list)
    for one in served:
        if len(taken[one.item]) < LATEST and (minutes := open_minutes(hours, one.started, one.done)) > 0:
            taken[one.item].append(minutes)
    known = {item: max(1, ceil(median(each))) for item, each in taken.items() if len(each) >= FEWEST}
    return {**usual, **{item: minutes for item, minutes in known.items() if item in usual}}
