"""Today's rooms and what comes next in them, as the stand's lists show them, in the language of the moment."""

from typing import Any

from kiosk.commands import records
from kiosk.domain.stand import UseState
from kiosk.domain.states import Why
from ui.viewmodels.days import minute_words, span_words
from ui.viewmodels.sentences import language
from ui.viewmodels.shell import Shell
from ui.words import say

_WHY = {Why.BOOKING: "有预约", Why.CLASS: "课程", Why.MAINTENANCE: "维护中"}
_HELD = ("有预约", "wait", "clock")  # nobody has come for it, and the time to check in is over
_BADGES = {
    UseState.IN_USE: ("使用中", "wait", "users"),
    UseState.OPEN: ("可以签到", "good", "scan-qr-code"),
}
Row = dict[str, Any]


def room_rows(now: records.StandNow) -> list[Row]:
    """What needs somebody at the door comes first, what is free all day last."""
    return [_room_row(room) for room in sorted(now.rooms, key=_rank)]


def use_rows(now: records.StandNow, own: str = "") -> list[Row]:
    """What is still to come, by time; `own` is the booking that was just scanned."""
    ahead = [use for use in now.uses if use.state is not UseState.IN_USE or use.id == own]
    return [_use_row(use, now, use.id == own) for use in ahead]


def from_own(rows: list[Row], fit: int) -> list[Row]:
    """As many as fit, one's own among them: people look for that."""
    place = next((n for n, row in enumerate(rows) if row["own"]), 0)
    first = max(0, min(place - fit // 2, len(rows) - fit))
    return rows[first : first + fit]


def ahead_words(now: records.StandNow) -> str:
    count = sum(use.state is not UseState.IN_USE for use in now.uses)
    return say("还有 %1 场", count) if count else say("今天没有别的预约")


def _room_row(room: records.StandRoom) -> Row:
    if room.now is not None:
        words, tone, icon = _badge(room.now)
        span = span_words(room.now.start, room.now.end)
        return _row("", room_name(room), _joined(span, _title(room.now, room)), say(words), tone, icon)
    if room.next is None:
        return _row("", room_name(room), say("今天都空着"), say("空着"), "plain", "check")
    detail = _joined(say("下一场 %1", minute_words(room.next.start)), _title(room.next, room))
    return _row("", room_name(room), detail, say("空着"), "plain", "check")


def _use_row(use: records.StandUse, now: records.StandNow, own: bool) -> Row:
    room = next((room for room in now.rooms if room.id == use.room), None)
    name = room_name(room) if room else _title(use)
    time = minute_words(use.start)
    detail = say("您这场") if own else _title(use, room)
    if use.state in _BADGES:
        words, tone, icon = _badge(use)
        return _row(time, name, detail, say(words), tone, icon, own)
    if use.opens is None and use.why == Why.BOOKING:
        return _row(time, name, detail, say("已签到"), "good", "check", own)
    if use.opens is None:
        return _row(time, name, detail, say(_WHY[Why(use.why)]), "plain", "calendar", own)
    return _row(time, name, detail, say("%1 起", minute_words(use.opens)), "plain", "clock", own)


def _badge(use: records.StandUse) -> tuple[str, str, str]:
    is_held = use.state is UseState.IN_USE and use.opens is not None
    return _HELD if is_held else _BADGES[use.state]


def _row(time: str, name: str, detail: str, badge: str, tone: str, icon: str, own: bool = False) -> Row:
    return {
        "time": time, "name": name, "detail": detail, "badge": badge, "tone": tone, "icon": icon, "own": own,
    }  # fmt: skip


def room_name(room: records.StandRoom) -> str:
    return (room.name_en if language() == "en" else "") or room.name


def _title(use: records.StandUse, room: records.StandRoom | None = None) -> str:
    """Who has the room, or the class; one that is named as its room is not named twice."""
    if room is not None and use.title == room.name:
        return ""
    title = use.title_en if language() == "en" else use.title
    return title or say(_WHY[Why(use.why)])


def _joined(time: str, title: str) -> str:
    """In large letters there is room for the time alone."""
    return f"{time} · {title}" if title and not Shell.the()._large else time


def _rank(room: records.StandRoom) -> tuple[int, int]:
    if room.now is not None:
        return (0 if room.now.state is UseState.OPEN else 1), room.now.start
    return (2, room.next.start) if room.next is not None else (3, 0)
