"""How a booking comes back, put together at the desk: every so many weeks on these days, the second Friday, until when."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from kiosk.domain.repeats import LAST, Every, Repeat, nth_of
from ui.viewmodels.desk.compound import Part, Values, WrongPart, parts_held, parts_text
from ui.viewmodels.desk.fields import Field, Filled, value_of
from ui.words import say

_EVERY = {Every.WEEKS: "按周", Every.NTH: "每月第几个周几", Every.DATE: "每月同一天", Every.DAYS: "按天"}
_UNIT = {Every.WEEKS: "每几周", Every.NTH: "每几个月", Every.DATE: "每几个月", Every.DAYS: "每几天"}
_NTH = ((1, "第一"), (2, "第二"), (3, "第三"), (4, "第四"), (LAST, "最后"))
_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_LONGEST, _MOST = 52, 60
_DATE = Field("date", "", "date", required=False)


class RepeatField:
    """Begins as every week on the chosen date's weekday, four times; what nobody touched follows the date."""

    def parts(self, text: str, values: Values) -> Sequence[Part]:
        held, every = _held(text, values), Every(_held(text, values)["every"])
        ends = (("count", say("共几次")), ("until", say("到某一天")))
        return [
            Part("every", "", "choice", every, [(one, say(words)) for one, words in _EVERY.items()]),
            Part("interval", say(_UNIT[every]), "amount", held["interval"], least=1, most=_LONGEST),
            *_days(every, held),
            Part("end", say("到什么时候"), "choice", held["end"], ends),
            Part("count", say("几次"), "amount", held["count"], least=2, most=_MOST)
            if held["end"] == "count"
            else Part("until", say("最后一天"), "line", held["until"], hint="2027-01-31"),
        ]

    def change(self, text: str, part: str, value: str, values: Values) -> str:
        if part == "days":
            days = set(_held(text, values)["days"].split()) ^ {value}
            value = " ".join(sorted(days))
        return parts_text(parts_held(text) | {part: value})

    def sent(self, text: str, values: Values) -> Any:
        held = _held(text, values)
        every, days = Every(held["every"]), held["weekday"] if held["every"] == Every.NTH else held["days"]
        if not days and every is Every.WEEKS:
            raise WrongPart(say("请选星期几"))
        ends_by_count = held["end"] == "count"
        return Repeat(
            every, int(held["interval"]), tuple(map(int, days.split())), int(held["nth"]),
            int(held["count"]) if ends_by_count else None, None if ends_by_count else _until(held["until"], values),
        ).rule  # fmt: skip


def _held(text: str, values: Values) -> dict[str, str]:
    """With what follows from the date."""
    day = _day(values.get("date", ""))
    weekday = str(day.weekday()) if day else "0"
    begun = {
        "every": Every.WEEKS.value, "interval": "1", "days": weekday, "weekday": weekday,
        "nth": str(nth_of(day) if day else 1), "end": "count", "count": "4", "until": "",
    }  # fmt: skip
    return begun | parts_held(text)


def _days(every: Every, held: dict[str, str]) -> list[Part]:
    weekdays = [(str(place), say(words)) for place, words in enumerate(_WEEKDAYS)]
    if every is Every.WEEKS:
        return [Part("days", "", "many", held["days"], weekdays)]
    if every is not Every.NTH:
        return []
    nth = [(str(place), say(words)) for place, words in _NTH]
    return [
        Part("nth", say("第几个"), "choice", held["nth"], nth),
        Part("weekday", "", "choice", held["weekday"], weekdays),
    ]


def _day(text: str) -> date | None:
    found = value_of(_DATE, Filled(text))
    return date.fromisoformat(found) if found else None


def _until(text: str, values: Values) -> date:
    until, first = _day(text), _day(values.get("date", ""))
    if until is None:
        raise WrongPart(say("最后一天写成 2026-12-03 或 12-3"))
    if first and until < first:
        raise WrongPart(say("最后一天在开始之前"))
    return until
