"""Records of the board as its page shows them, in the language of the moment."""

from typing import Any

from kiosk.commands import records
from kiosk.domain.states import Why
from ui.viewmodels.days import clock_words, short_day, span_words
from ui.viewmodels.sentences import language
from ui.words import say

_WHY = {Why.BOOKING: "有预约", Why.CLASS: "有活动", Why.MAINTENANCE: "维护中"}


def call_row(call: records.BoardCall | None) -> dict[str, str]:
    if call is None:
        return dict.fromkeys(("number", "code", "counter", "words", "time"), "")
    counter = call.counter_en if language() == "en" else call.counter
    return {
        "number": call.number,
        "code": call.code,
        "counter": counter or say("请到窗口"),
        "words": say("请到 %1", counter) if counter else say("请到窗口"),
        "time": clock_words(call.at),
    }


def room_row(room: records.BoardRoom) -> dict[str, str]:
    """A class that is named as its room is not named twice."""
    is_english = language() == "en"
    title = "" if room.title == room.room else room.title_en if is_english else room.title
    return {
        "name": (room.room_en if is_english else "") or room.room,
        "span": span_words(room.start, room.end),
        "why": title or say(_WHY[Why(room.why)]),
    }


def notice_words(shut: records.ShutDay) -> str:
    why = shut.why_en if language() == "en" else shut.why
    day = short_day(shut.day)
    return say("%1不开门：%2", day, why) if why else say("%1不开门", day)


def said_words(said: records.BoardSaid) -> str:
    return (said.text_en if language() == "en" else "") or said.text


def rest_words(now: records.BoardNow) -> tuple[str, str]:
    """While nobody has been called: a sentence, and what else helps."""
    if not now.counters_open:
        return say("窗口现在休息"), _opens(now)
    if now.waiting:
        return say("请稍候，马上叫号"), say("等候 %1 人", now.waiting)
    return say("现在不用等"), say("请到取号机取号")


def _opens(now: records.BoardNow) -> str:
    if now.counters_from is None:
        return ""
    return say("%1 %2 开始叫号", short_day(now.counters_from.date()), clock_words(now.counters_from))


def room_pages(rows: list[dict[str, Any]], size: int) -> list[list[dict[str, Any]]]:
    """`size` rows on each; at least one page, perhaps empty."""
    return [rows[n : n + size] for n in range(0, len(rows), size)] or [[]]
