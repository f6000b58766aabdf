"""What a chart of bars is made of: its numbers, its axis, and the words at both."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from math import ceil, floor, log10
from typing import Any

from kiosk.commands import records as r
from kiosk.domain.figures import cut
from ui.viewmodels.days import month_day
from ui.viewmodels.sentences import language

_NUMBERED = 16
"""So many bars have room for their numbers above."""
_LABELS = 16
_STEPS = (1, 2, 5, 10)
Measure = Callable[[Sequence[r.DayFigures]], float | None]
Say = Callable[[float], str]


@dataclass(frozen=True, slots=True)
class Chart:
    """`seconds` is empty or as long as `values`; `marks` the axis' lines as {at, words}, `at` from 0 to 1. `empty`: nothing was
    counted, or there was nothing to take the mean of.
    """

    labels: list[str]
    values: list[float]
    seconds: list[float]
    numbers: list[str]
    top: float
    marks: list[dict[str, Any]]
    empty: bool

    def shown(self) -> dict[str, Any]:
        return {
            "labels": self.labels, "values": self.values, "seconds": self.seconds, "numbers": self.numbers,
            "top": self.top, "marks": self.marks,
        }  # fmt: skip


def by_day(
    found: r.Figures,
    first: Measure,
    second: Measure | None,
    said: Say,
    *,
    top: float | None = None,
    mean: bool = False,
) -> Chart:
    """A bar, or a pair, for each day, week or month. `top` is the axis' end where that is known. A `mean` may well be 0."""
    parts = cut(found.first, found.last)
    days = [[one for one in found.days if start <= one.day <= end] for start, end in parts]
    values = [first(part) for part in days]
    seconds = [second(part) for part in days] if second else []
    end, step = (top, top / 2) if top else axis(max((one or 0 for one in [*values, *seconds]), default=0))
    numbered = len(parts) <= _NUMBERED and not seconds
    return Chart(
        labels=_labels(parts),
        values=[one or 0 for one in values],
        seconds=[one or 0 for one in seconds],
        numbers=[said(one) if one or (mean and one is not None) else "" for one in values]
        if numbered
        else [],
        top=end,
        marks=[{"at": n * step / end, "words": said(n * step)} for n in range(1, round(end / step) + 1)],
        empty=all(one is None if mean else not one for one in [*values, *seconds]),
    )


def axis(most: float) -> tuple[float, float]:
    """Its end and the step of its marks, two to four of them, in round numbers.

    >>> axis(37)
    (40.0, 20.0)
    """
    if most <= 2:
        return 2.0, 1.0
    tenth = 10.0 ** floor(log10(most / 2))
    step = next(n * tenth for n in _STEPS if most / (n * tenth) <= 3)
    return step * ceil(most / step), step


def _labels(parts: Sequence[tuple[date, date]]) -> list[str]:
    """The day alone where every bar is one, else as month/day; where they would touch, some are left out."""
    every = ceil(len(parts) / _LABELS)
    daily = all(first == last for first, last in parts)
    texts = [_label(first, daily and n > 0 and first.day > 1) for n, (first, _) in enumerate(parts)]
    return [text if n % every == 0 else "" for n, text in enumerate(texts)]


def _label(day: date, short: bool) -> str:
    if short:
        return str(day.day)
    return month_day(day) if language() == "en" else f"{day.month}/{day.day}"
