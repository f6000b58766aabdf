"""Rows of the desk's lists, in words."""

from dataclasses import dataclass
from datetime import datetime

from kiosk.commands import records
from kiosk.domain.states import TicketState
from ui.viewmodels.days import short_day, span_words
from ui.viewmodels.sentences import language
from ui.words import say

_STATES = {
    TicketState.HELD: "已挂起", TicketState.AWAITING_MATERIALS: "等材料", TicketState.NO_SHOW: "过号",
}  # fmt: skip
_MOVES = {
    TicketState.HELD: "start",
    TicketState.AWAITING_MATERIALS: "start",
    TicketState.NO_SHOW: "reinstate",
}


@dataclass(frozen=True, slots=True)
class QueueLine:
    """`move` is what brings it back: start, reinstate or nothing."""

    ticket: str
    number: str
    item: str
    person: str
    lasting: str
    pending: bool
    priority: bool
    state_words: str
    move: str


def queue_line(row: records.QueueRow, now: datetime) -> QueueLine:
    english = language() == "en"
    return QueueLine(
        ticket=row.ticket,
        number=row.number,
        item=row.item_en if english else row.item,
        person=row.person,
        lasting=lasting(row.since, now),
        pending=row.pending,
        priority=row.priority,
        state_words=say(_STATES[row.state]) if row.state in _STATES else "",
        move=_MOVES.get(row.state, ""),
    )


def lasting(since: datetime, now: datetime) -> str:
    """How long it has been: minutes, from an hour on hours too."""
    minutes = max(0, int((now - since).total_seconds() // 60))
    if minutes < 60:
        return say("%1 分", minutes)
    return say("%1 小时 %2 分", minutes // 60, minutes % 60)


@dataclass(frozen=True, slots=True)
class RequestRow:
    """`until` says how long there is to decide; `late` when that is over. `doubts`: what should be known before."""

    booking: str
    number: str
    room: str
    when: str
    who: str
    purpose: str
    until: str
    late: bool
    pending: bool
    doubts: str


def request_row(one: records.ToDecide, now: datetime) -> RequestRow:
    english = language() == "en"
    people = say("%1 人", one.people)
    return RequestRow(
        booking=one.booking,
        number=one.number,
        room=one.room_en if english else one.room,
        when=f"{short_day(one.day)} {span_words(one.start, one.end)}",
        who=" · ".join(part for part in (one.party, one.contact, people) if part),
        purpose=one.purpose,
        until=_until(one.decide_by, now),
        late=one.overdue,
        pending=one.pending,
        doubts="，".join(_doubts(one)) if not english else "; ".join(_doubts(one)),
    )


def _until(decide_by: datetime, now: datetime) -> str:
    clock = decide_by.strftime("%H:%M")
    if now > decide_by:
        return say("已过答复时限")
    days = (decide_by.date() - now.date()).days
    if days > 1:
        return say("还剩 %1 天", days)
    left = say("还剩 %1", lasting(now, decide_by))
    return f"{say('今天 %1 前定', clock)} · {left}" if days == 0 else left


def _doubts(one: records.ToDecide) -> list[str]:
    said = []
    if one.rivals:
        said.append(say("同一时间还有 %1 家在候补", len(one.rivals)))
    if one.strikes:
        said.append(say("有 %1 次爽约记录", one.strikes))
    if one.unofficial:
        said.append(say("那天是否工作日以正式放假安排为准"))
    if one.repeated:
        said.append(say("重复预约中的一次"))
    return said
