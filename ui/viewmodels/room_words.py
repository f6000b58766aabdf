"""The calendar of a room in words: every day and slot says whether it can be had, and why not."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.commands import records
from kiosk.domain.reasons import Reason
from ui.viewmodels.days import day_words, month_day, span_words
from ui.viewmodels.shell import Shell
from ui.words import say

_WHY = {
    Reason.TOO_SOON: "需提前",
    Reason.TOO_FAR_AHEAD: "未开放",
    Reason.PAST_DATE: "已过",
    Reason.CLOSED_DAY: "休息",
    Reason.OUTSIDE_HOURS: "未开门",
    Reason.SLOT_TAKEN: "已约满",
    Reason.OCCUPIED: "有安排",
}
_SLOT = {
    "free": "可约",
    "requested": "待审核",
    "taken": "已约满",
    "class": "有课",
    "maintenance": "维护",
    "past": "已过",
    "closed": "未开门",
}


@dataclass(frozen=True, slots=True)
class DayRow:
    """`text` in the grid (`27`, `12/1`), `words` where there is room; a blank before today has no `date`."""

    date: str
    text: str
    words: str
    word: str
    spoken: str
    can: bool


@dataclass(frozen=True, slots=True)
class SlotRow:
    start: int
    end: int
    text: str
    word: str
    can: bool


BLANK = DayRow("", "", "", "", "", False)


def grid(days: Sequence[records.Day], today: date) -> list[DayRow]:
    """Rows of a week each, Monday first: what lies before today in its week stays blank."""
    blanks = [BLANK] * days[0].date.weekday() if days else []
    return blanks + [day_row(day, today) for day in days]


def possible(days: Iterable[records.Day], today: date) -> list[DayRow]:
    return [row for day in days if (row := day_row(day, today)).can]


def day_row(day: records.Day, today: date) -> DayRow:
    word = _day_word(day)
    holiday = day.holiday_en if Shell.the()._english else day.holiday
    return DayRow(
        date=day.date.isoformat(),
        text=_day_text(day, today),
        words=day_words(day.date),
        word=word,
        spoken=" ".join(part for part in (month_day(day.date), holiday, word) if part),
        can=day.reason is None and day.free > 0,
    )


def slot_row(slot: records.Slot) -> SlotRow:
    word = say(_SLOT[slot.status])
    return SlotRow(slot.start, slot.end, span_words(slot.start, slot.end), word, slot.status == "free")


def months(days: Sequence[records.Day]) -> str:
    """2026年 11月 – 12月"""
    first, last = days[0].date, days[-1].date
    if (first.year, first.month) == (last.year, last.month):
        return say("%1年 %2", first.year, _month(first))
    if first.year == last.year:
        return say("%1年 %2 – %3", first.year, _month(first), _month(last))
    return say("%1年 %2 – %3年 %4", first.year, _month(first), last.year, _month(last))


def _month(day: date) -> str:
    return say(f"{day.month}月")


def notice_words(days: records.RoomDays) -> str:
    """The rule of the room in one sentence, and what is not certain yet."""
    parts = [_notice(days)]
    if any(day.holiday for day in days.days):
        parts.append(say("休：法定节假日。"))
    if any(day.unofficial for day in days.days if day.reason is None):
        parts.append(say("明年的日子以正式放假安排为准。"))
    return "".join(parts) if not Shell.the()._english else " ".join(parts)


def _notice(days: records.RoomDays) -> str:
    if not days.notice_days:
        return say("当天也可以约。")
    if days.working_days:
        return say("需提前 %1 个工作日。周末、节假日不算，调休上班算。", days.notice_days)
    return say("需提前 %1 天。", days.notice_days)


def joined(chosen: Sequence[int], slots: Sequence[SlotRow]) -> str:
    """14:00–17:00, of slots that touch."""
    spans = [slot for slot in slots if slot.start in chosen]
    return span_words(spans[0].start, spans[-1].end) if spans else ""


def tap_slot(chosen: Sequence[int], tapped: SlotRow, slots: Sequence[SlotRow]) -> tuple[list[int], bool]:
    """The chosen starts after a tap, and whether it had to begin anew: only slots that touch go together."""
    if tapped.start in chosen:
        return [start for start in chosen if start < tapped.start], False
    ends = {slot.start: slot.end for slot in slots}
    first = min(chosen, default=None)
    last = max(chosen, default=None)
    if first is None or last is None:
        return [tapped.start], False
    if tapped.start == ends[last] or tapped.end == first:
        return sorted([*chosen, tapped.start]), False
    return [tapped.start], True


def why_not(reason: Reason) -> str:
    return say(_WHY.get(reason, "不可约"))


def _day_word(day: records.Day) -> str:
    if day.reason is not None:
        return why_not(Reason(day.reason))
    return say("余%1段", day.free) if day.status == "partly" else say("可约")


def _day_text(day: records.Day, today: date) -> str:
    if day.date == today:
        return say("今天").capitalize()
    number = f"{day.date.month}/1" if day.date.day == 1 else str(day.date.day)
    if not day.holiday:
        return number
    return (number if len(number) < len("10/1") else "1") + say("休")
