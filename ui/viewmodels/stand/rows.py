"""Today's rooms and what comes next in them, as the stand's lists show them, in the language of the moment."""

from typing import Any

from kiosk.commands import records
from kiosk.domain.stand import UseState
from kiosk.domain.states import Why
from ui.viewmodels.days import minute_words, span_words
from ui.viewmodels.sentences import language
from ui.words import say

_WHY = {Why.BOOKING: "有预约", Why.CLASS: "课程", Why.MAINTENANCE: "维护中"}
Badge = tuple[str, str, str]
"""Words, tone and icon."""
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
        span = span_words(room.now.start, room.now.end)
        return _row(_badge(room.now), room_name(room), detail=span, more=_title(room.now, room))
    if room.next is None:
        return _row(_free(), room_name(room), detail=say("今天都空着"))
    detail = say("下一场 %1", minute_words(room.next.start))
    return _row(_free(), room_name(room), detail=detail, more=_title(room.next, room))


def _use_row(use: records.StandUse, now: records.StandNow, own: bool) -> Row:
    room = next((room for room in now.rooms if room.id == use.room), None)
    name = room_name(room) if room else _title(use)
    more = "" if own else _title(use, room)
    return _row(
        _badge(use),
        name,
        time=minute_words(use.start),
        detail=say("您这场") if own else "",
        more=more,
        own=own,
    )


def _row(badge: Badge, name: str, **more: Any) -> Row:
    """`more` is left out where there is no room for it."""
    words, tone, icon = badge
    plain = {"time": "", "detail": "", "more": "", "own": False}
    return plain | {"name": name, "badge": words, "tone": tone, "icon": icon} | more


def _free() -> Badge:
    return say("空着"), "plain", "check"


def _badge(use: records.StandUse) -> Badge:
    if use.state is UseState.OPEN:
        return say("可以签到"), "good", "scan-qr-code"
    if use.state is UseState.IN_USE and use.opens is None:
        return say("使用中"), "wait", "users"
    if use.state is UseState.IN_USE:  # nobody has come for it, and the time to check in is over
        return say("有预约"), "wait", "clock"
    if use.opens is not None:
        return say("%1 起", minute_words(use.opens)), "plain", "clock"
    if use.why == Why.BOOKING:
        return say("已签到"), "good", "check"
    return say(_WHY[Why(use.why)]), "plain", "calendar"


def room_name(room: records.StandRoom) -> str:
    return (room.name_en if language() == "en" else "") or room.name


def _title(use: records.StandUse, room: records.StandRoom | None = None) -> str:
    """Who has the room, or the class; one that is named as its room is not named twice."""
    if room is not None and use.title == room.name:
        return ""
    title = use.title_en if language() == "en" else use.title
    return title or say(_WHY[Why(use.why)])


def _rank(room: records.StandRoom) -> tuple[int, int]:
    if room.now is not None:
        return (0 if room.now.state is UseState.OPEN else 1), room.now.start
    return (2, room.next.start) if room.next is not None else (3, 0)
