"""What the calendar says to a form that is being filled in: the chosen day's times, or a series' dates."""

from datetime import date
from typing import Any

from kiosk.commands.base import TimeOfDay
from kiosk.commands.booking_series import SeriesPreview
from kiosk.commands.bookings import RoomSlots
from kiosk.domain.times import minutes
from kiosk.reports.sentences import short
from ui.viewmodels.days import short_day, span_words
from ui.viewmodels.desk.fields import Field, Filled, Options, value_of
from ui.viewmodels.desk.forms import Actions
from ui.viewmodels.sentences import language
from ui.words import say

_SLOTS = {
    "free": "空着", "requested": "待审核", "taken": "已约", "class": "课程", "maintenance": "检修", "past": "已过",
    "closed": "不开",
}  # fmt: skip
_SHOWN = 24
_DATE = Field("date", "", "date", required=False)


class Preview:
    """Asks anew when the room, day, time or rule in an open form changes; `lines` are (tone, words)."""

    def __init__(self, owner: Any) -> None:
        self._owner = owner
        self._asked: Any = None
        self.lines: Options = ()

    def watch(self, actions: Actions) -> None:
        actions.changed.connect(lambda: self._look(actions))

    def _look(self, actions: Actions) -> None:
        current = actions._current
        if current is None:
            self._asked, self.lines = None, ()
            return
        question = _question(actions.values, actions.sent_now("rule"))
        if question == self._asked or question is None:
            return
        self._asked = question
        say_it = _dates if isinstance(question, SeriesPreview) else _times
        self._owner.ask(question, lambda found: self._came(actions, question, say_it(found)))

    def _came(self, actions: Actions, question: Any, lines: Options) -> None:
        if question == self._asked:
            self.lines = lines
            actions._show()


def _question(values: dict[str, str], rule: str | None) -> Any:
    """None while something is missing."""
    day = value_of(_DATE, Filled(values.get("date", "")))
    if not values.get("room") or day is None or "facts" not in values:
        return None

    room, on = values["room"], date.fromisoformat(day)
    if "rule" not in values:
        return RoomSlots(room=room, date=on)
    if not (rule and values.get("start") and values.get("end")):
        return None
    span = TimeOfDay(minutes(values["start"])), TimeOfDay(minutes(values["end"]))
    also = tuple(values.get("also", "").split())
    return SeriesPreview(room=room, date=on, start=span[0], end=span[1], rule=rule, also=also)


def _times(slots: list[Any]) -> Options:
    def words(slot: Any) -> str:
        return " ".join(
            filter(None, (span_words(slot.start, slot.end), say(_SLOTS[slot.status]), slot.title))
        )

    return [("good" if slot.status == "free" else "muted", words(slot)) for slot in slots]


def _dates(dates: list[Any]) -> Options:
    if not dates:
        return [("error", say("没有约得上的日子"))]

    def words(one: Any) -> str:
        return (
            f"{short_day(one.date)} {say('约得上') if one.reason is None else short(one.reason, language())}"
        )

    good = sum(one.reason is None for one in dates)
    told = [("good" if good == len(dates) else "error", say("%1 天里约得上 %2 天：", len(dates), good))]
    told += [("good" if one.reason is None else "error", words(one)) for one in dates[:_SHOWN]]
    more = len(dates) - _SHOWN
    return [*told, ("muted", say("另外还有 %1 天", more))] if more > 0 else told
