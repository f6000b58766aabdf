"""A wish that did not work out, in words: what it was, what had been said of it, why not, what to do next."""

from dataclasses import dataclass

from kiosk.commands import records
from ui.viewmodels.days import clock_words, month_day, short_day, span_words
from ui.viewmodels.ticket_rows import in_language, refusal_words
from ui.words import say

_KINDS = {
    "request_booking": ("预约场地", "calendar-x"),
    "cancel_booking": ("取消预约", "calendar-x"),
    "open_ticket": ("取号", "ticket"),
    "cancel_ticket": ("取消这个号", "ticket"),
    "place_hold": ("预约图书", "book-marked"),
    "renew_loan": ("续借图书", "book-open"),
    "renew_loans": ("续借图书", "book-open"),
    "check_in": ("签到", "calendar-check"),
    "cancel_hold": ("取消图书预约", "book-marked"),
}
_OTHER = ("您要办的事", "info")


@dataclass(frozen=True, slots=True)
class ToldRow:
    """`what` was wished, `about` which room or book, `time` of the room; `said` is what had been said, and when."""

    what: str = ""
    icon: str = ""
    about: str = ""
    time: str = ""
    said: str = ""
    why: str = ""
    advice: str = ""


def told_row(told: records.Explained, english: bool) -> ToldRow:
    what, icon = _KINDS.get(told.kind, _OTHER)
    why, advice = refusal_words(told.reason, told.detail, "en" if english else "zh")
    return ToldRow(
        what=say(what), icon=icon, about=in_language(told, "about", english), time=time_words(told),
        said=said_words(told), why=why, advice=advice,
    )  # fmt: skip


def time_words(told: records.Explained) -> str:
    """When the room was wished for."""
    if told.day is None or told.start is None or told.end is None:
        return ""
    return f"{short_day(told.day)} {span_words(told.start, told.end)}"


def said_words(told: records.Explained) -> str:
    """11月23日 09:41 给您号码 AB0001"""
    when = f"{month_day(told.made_at.date())} {clock_words(told.made_at)}"
    if told.number:
        return say("%1 给您号码 %2", when, told.number)
    return say("%1 说续到 %2", when, month_day(told.due)) if told.due else say("%1 先记下了", when)
