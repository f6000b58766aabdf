"""What the pages of 办事取号 list and say, made from the station's records in the language of the moment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from kiosk.domain.states import Mode
from kiosk.reports.sentences import sentence
from ui.viewmodels.days import minute_words, relative_day, short_day
from ui.words import say

T = TypeVar("T")

_MODES = {
    Mode.COUNTER: ("到窗口办", "取个号，等叫号", "landmark"),
    Mode.ERRAND: ("跑腿代办", "我们替您跑一趟", "bike"),
    Mode.HOME_VISIT: ("上门服务", "我们到您家里来", "house"),
    Mode.CALLBACK: ("留言回电", "开窗后打给您", "phone-call"),
}
# The station names its areas' colours plainly; the Theme names them after services.
_SERVICES = {
    "red": "tickets", "green": "rooms", "blue": "library", "teal": "classes", "orange": "wishes",
    "amber": "canteen", "purple": "health",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """Something to choose; `service` is whose colour it wears, `fact` a short word at its end."""

    code: str
    name: str
    about: str = ""
    icon: str = ""
    service: str = "tickets"
    fact: str = ""


@dataclass(frozen=True, slots=True)
class MaterialRow:
    name: str
    optional: bool


def in_language(record: Any, field: str, english: bool) -> str:
    """The station's own words, Chinese where English is missing."""
    return (english and getattr(record, f"{field}_en")) or str(getattr(record, field))


def area_row(area: Any, english: bool) -> ChoiceRow:
    return ChoiceRow(
        code=area.code, name=in_language(area, "name", english), about=in_language(area, "about", english),
        icon=area.icon, service=_SERVICES.get(area.colour, "station"),
    )  # fmt: skip


def item_row(item: Any, english: bool) -> ChoiceRow:
    return ChoiceRow(
        code=item.code, name=in_language(item, "name", english), about=in_language(item, "about", english),
        fact=days_words(item.promised_days),
    )  # fmt: skip


def mode_row(mode: Mode) -> ChoiceRow:
    name, about, icon = _MODES[mode]
    return ChoiceRow(code=mode.value, name=say(name), about=say(about), icon=icon)


def modes_now(item: Any, counters_open: bool) -> tuple[Mode, ...]:
    """How it can be done now: while the counters are closed, one leaves a phone in the place of taking a number."""
    if counters_open:
        return tuple(item.modes)
    return (
        *(Mode.CALLBACK for mode in item.modes if mode is Mode.COUNTER),
        *(m for m in item.modes if m is not Mode.COUNTER),
    )


def material_row(material: Any, english: bool) -> MaterialRow:
    """What its own name calls optional is not said twice."""
    said = "有就带" in material.name
    return MaterialRow(in_language(material, "name", english), not material.required and not said)


def days_words(days: int) -> str:
    if days <= 0:
        return say("当天办好")
    return say("1 个工作日") if days == 1 else say("%1 个工作日", days)


def promise_words(days: int) -> str:
    if days <= 0:
        return say("当天办好")
    return say("1 个工作日办好") if days == 1 else say("%1 个工作日办好", days)


def due_words(due: date) -> str:
    return say("最晚 %1", short_day(due))


def ahead_words(ahead: int) -> str:
    return say("前面 %1 人", ahead) if ahead else say("前面没有人")


def wait_words(ahead: int, minutes: int) -> str:
    return say("约等 %1 分钟", minutes) if ahead else say("马上到您")


def opening_words(opens: datetime, now: datetime) -> str:
    """明天 8:30"""
    time = minute_words(opens.hour * 60 + opens.minute)
    return say("%1 %2", relative_day(opens.date(), now.date()), time)


def refusal_words(reason: str, detail: dict[str, Any], language: str) -> tuple[str, str]:
    """What happened, and what to do next: the first sentence and the rest."""
    text = sentence(reason, detail, language)
    happened, end, rest = text.partition("。" if language == "zh" else ". ")
    return happened + end.strip(), rest.strip()


def leaf(rows: Sequence[T], number: int, fit: int) -> Sequence[T]:
    """The part of a long list that one screen shows: all if they fit, else with room for 还有更多."""
    if len(rows) <= fit:
        return rows
    size = fit - 1
    start = size * (number % leaves(rows, fit))
    return rows[start : start + size]


def leaves(rows: Sequence[object], fit: int) -> int:
    return 1 if len(rows) <= fit else -(-len(rows) // (fit - 1))


def more_words(rows: Sequence[object], number: int, fit: int) -> str:
    """The words of the button that turns the leaf; empty when all is shown."""
    count = leaves(rows, fit)
    if count == 1:
        return ""
    at = number % count
    left = len(rows) - (at + 1) * (fit - 1)
    return say("还有更多（%1 项）", left) if left > 0 else say("回到前面的")
