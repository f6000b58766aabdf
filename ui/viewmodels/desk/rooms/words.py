"""Bookings and strikes in words: rows of tables, sections of the detail."""

from datetime import datetime
from typing import Any

from kiosk.commands import records as r
from kiosk.domain.states import AppealState, BookingState, PartyKind
from kiosk.reports.sentences import tone, word
from ui import context
from ui.viewmodels.days import moment_words, month_day, relative_day, short_day, span_words
from ui.viewmodels.desk.pane import line, section
from ui.viewmodels.desk.rows import lasting
from ui.viewmodels.desk.table import Line
from ui.viewmodels.sentences import language, sentence
from ui.words import say

PARTIES = {
    PartyKind.ORGANISATION: "单位、社团", PartyKind.GROUP: "居民小组", PartyKind.PARTY_BRANCH: "党支部",
    PartyKind.PERSON: "个人",
}  # fmt: skip
_EVENTS = {
    "request": "提交申请", "approve": "同意", "reject": "没有同意", "cancel": "取消", "move": "改了时间或房间",
    "release": "提前还了时间", "check_in": "签到", "complete": "用完了", "no_show": "记未到场", "expire": "过期没人答复",
    "decide": "作了决定",
}  # fmt: skip
_WHYS = {"no_show": "预约了没来", "late_cancel": "临时取消"}
_APPEALS = {
    AppealState.OPEN: "申诉待答复", AppealState.GRANTED: "申诉成立", AppealState.DISMISSED: "申诉没通过",
}  # fmt: skip
_BECAUSE = {
    "closed_day": "那天闭站", "outside_hours": "不在开放时间", "now_a_day_off": "那天成了假日",
    "now_a_working_day": "那天成了上班日", "too_soon": "按公布的假期提前得不够",
}  # fmt: skip
SHORT = {
    BookingState.REQUESTED: "待审核", BookingState.WAITLISTED: "候补", BookingState.APPROVED: "已通过",
    BookingState.CHECKED_IN: "已签到", BookingState.COMPLETED: "已完成", BookingState.REJECTED: "未通过",
    BookingState.CANCELLED: "已取消", BookingState.NO_SHOW: "未到场", BookingState.EXPIRED: "已过期",
}  # fmt: skip
"""For narrow places."""
_TONES = {"wait": "wait", "bad": "error", "good": "good", "quiet": "muted"}


def state_words(state: str, of: str = "booking") -> str:
    return word(of, state, language())


def state_tone(state: str, of: str = "booking") -> str:
    return _TONES[tone(of, state)]


def room_words(name: str, name_en: str) -> str:
    return name_en if language() == "en" and name_en else name


def booking_line(row: r.BookingRow) -> Line:
    state = say("待确认") if row.pending else say(SHORT[row.state])
    return Line(
        key=row.id,
        cells=(
            row.number,
            f"{month_day(row.day)} {span_words(row.start, row.end)}",
            room_words(row.room, row.room_en),
            row.party,
            state,
        ),
        tone="error" if row.overdue else "wait" if row.pending else "",
    )


def strike_line(row: r.StrikeRow) -> Line:
    state = say(_APPEALS[row.appeal]) if row.appeal is AppealState.OPEN else state_words(row.state, "strike")
    return Line(
        key=row.id,
        cells=(
            row.party, say(_WHYS.get(row.why, row.why)), month_day(row.made_at.date()), month_day(row.expires_at.date()), state,
        ),
        tone="wait" if row.appeal is AppealState.OPEN else "",
    )  # fmt: skip


def affected_line(row: r.AffectedRow) -> Line:
    why = "、" if language() == "zh" else ", "
    return Line(
        key=row.id,
        cells=(
            row.number,
            short_day(row.day),
            room_words(row.room, row.room_en),
            row.party,
            why.join(say(_BECAUSE[one]) for one in row.because),
        ),
    )


def booking_sections(one: r.DeskBooking) -> list[dict[str, Any]]:
    """For DetailPane: what it is, who else wants the time, the party's record, what happened."""
    found = [
        section("", _facts(one)),
        section(say("同一时间"), [_rival(other) for other in one.rivals]),
        section(say("失信记录"), _record(one)),
        section(say("经过"), [_event(event) for event in reversed(one.events)]),
    ]
    return [one for one in found if one["lines"]]


def strike_sections(one: r.StrikeRow) -> list[dict[str, Any]]:
    settled = " ".join(filter(None, (one.settled_by, moment_words(one.settled_at) if one.settled_at else "")))
    lines = [
        line(say("谁"), one.party),
        line(say("为什么"), say(_WHYS.get(one.why, one.why))),
        line(say("哪次预约"), f"{one.number} {short_day(one.day) if one.day else ''}".strip()),
        line(say("记于"), moment_words(one.made_at)),
        line(say("到期"), month_day(one.expires_at.date())),
        line(say("状态"), state_words(one.state, "strike"), state_tone(one.state, "strike")),
        line(say("申诉"), say(_APPEALS[one.appeal]) if one.appeal else "", "wait" if one.appeal is AppealState.OPEN else ""),
        line(say("怎么说"), one.said),
        line(say("怎么答"), one.answer),
        line(say("谁定的"), settled),
    ]  # fmt: skip
    return [section("", [one for one in lines if one["value"]])]


def instead_words(offer: r.Alternative) -> str:
    room = room_words(offer.room_name, offer.room_name_en)
    return f"{room} · {month_day(offer.date)} {span_words(offer.start, offer.end)}"


def contest_words(one: r.DeskBooking) -> str:
    """Who else wants the time; nothing where nobody does."""
    if not one.rivals:
        return ""
    first = one.rivals[0]
    said = say("%1 也要 %2", first.party, span_words(first.start, first.end))
    return said if len(one.rivals) == 1 else f"{said} {say('等 %1 家', len(one.rivals))}"


def time_left(until: datetime) -> str:
    """A countdown: hours within a day, else days."""
    now = context.current().clock()
    if now >= until:
        return say("已过时限")
    days = (until.date() - now.date()).days
    return say("还剩 %1 天", days) if days > 1 else say("还剩 %1", lasting(now, until))


def _facts(one: r.DeskBooking) -> list[dict[str, str]]:
    row, also = one.row, one.also_en if language() == "en" else one.also
    rooms = " + ".join([room_words(row.room, row.room_en), *also])
    today = context.current().clock().date()
    waits = say("排第 %1 位", one.place) if one.place else ""
    undecided = str(row.state) in {"requested", "waitlisted"}
    lines = [
        line(say("状态"), " · ".join(filter(None, (state_words(row.state), waits))), state_tone(row.state)),
        line(say("房间"), rooms),
        line(say("时间"), f"{relative_day(row.day, today)} {span_words(row.start, row.end)}"),
        line(say("谁用"), row.party),
        line(say("性质"), say(PARTIES[one.party_kind])),
        line(say("联系人"), one.contact),
        line(say("电话"), one.phone),
        line(say("多少人"), say("%1 人", row.people)),
        line(say("实到"), say("%1 人", one.attended) if one.attended else ""),
        line(say("用途"), one.purpose),
        line(say("设备"), "、".join(f"{name} {count}" for name, count in one.equipment)),
        line(say("重复"), say("共 %1 次", one.series) if one.series else ""),
        line(say("答复期限"), _deadline(one.decide_by) if undecided else "", "error" if row.overdue else ""),
        line(say("过期作废"), _deadline(one.expires_at) if undecided else ""),
        line(say("答复"), one.why),
        line(say("提醒"), say("那天是否工作日以正式放假安排为准") if one.unofficial else "", "wait"),
    ]
    return [one for one in lines if one["value"]]


def _deadline(until: datetime) -> str:
    return f"{moment_words(until)} · {time_left(until)}"


def _rival(other: r.Rival) -> dict[str, str]:
    return line(span_words(other.start, other.end), f"{other.party} · {state_words(other.state)}", "wait")


def _record(one: r.DeskBooking) -> list[dict[str, str]]:
    end = (
        [line(say("停约"), say("到 %1", month_day(one.suspended_until)), "error")]
        if one.suspended_until
        else []
    )
    if one.stopped:
        end.append(line(say("停约"), say("这个单位暂停了，已有的不受影响"), "error"))
    strikes = [
        line(month_day(row.made_at.date()), f"{say(_WHYS.get(row.why, row.why))} · {state_words(row.state, 'strike')}")
        for row in one.strikes
    ]  # fmt: skip
    return end + (strikes or [line("", say("没有失信记录"))])


def _event(event: r.BookingEvent) -> dict[str, str]:
    who = event.by or (say("终端 %1", event.place) if event.place else "")
    return line(moment_words(event.at), " · ".join(filter(None, (say(_EVENTS[event.what]), who))))


def why_not(reason: str | None) -> str:
    return sentence(reason).split("。")[0] if reason else ""
