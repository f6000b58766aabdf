"""A booking's code at the stand: come in, too early, too late, already in, another day, called off, not decided."""

from datetime import datetime
from typing import Any

from kiosk.commands import records
from kiosk.domain.codes import CodeState
from kiosk.domain.states import BookingState
from ui.viewmodels.days import clock_words, minute_words, month_day, relative_day, short_day, span_words
from ui.viewmodels.sentences import language
from ui.viewmodels.stand.answer import Answer
from ui.viewmodels.stand.spoken import spoken
from ui.words import say

Booking = records.CodeBooking

_SETTLED: dict[CodeState, tuple[str, str, str, str, str]] = {
    CodeState.CANCELLED: ("failure", "ban", "已取消", "这次预约不用了", "要用场地，请到服务台问问。"),
    CodeState.REJECTED: ("failure", "circle-x", "没有通过", "这次预约没有批下来", "想知道原因，请到服务台问。"),
    CodeState.OVER: ("caution", "check-check", "已经用完", "这一场已经结束", "谢谢您，欢迎再来。"),
    CodeState.NOT_APPROVED: ("caution", "hourglass", "还没审核", "工作人员还没答复", "急的话，请到服务台问。"),
}  # fmt: skip
_WAITLISTED = ("caution", "hourglass", "还在候补", "还没有空出来", "有空出来会告诉您。")
_UNDECIDED = ("failure", "calendar-x", "已过期", "没来得及审核，不算失约", "要用场地，请到服务台问问。")
_MISSED = ("caution", "clock", "来晚了", "场地已经放出来了", "请到服务台，我们看看怎么办。")
_SAID = {"failure": "不能签到，请到服务台", "caution": "请看屏幕"}


def booking_answer(state: CodeState, booking: Booking, now: datetime) -> Answer:
    """Why this one does not let anybody in now."""
    if state is CodeState.TOO_EARLY:
        return _too_early(booking, now)
    if state is CodeState.ALREADY_IN:
        return _already_in(booking, now)
    if state is CodeState.WRONG_DAY:
        return _wrong_day(booking, now)
    if state is CodeState.TOO_LATE and booking.status is not BookingState.NO_SHOW:
        return _too_late(booking, now)
    return _settled(state, booking, now)


def welcome(booking: Booking, now: datetime, pending: bool) -> Answer:
    return _about(
        booking, now, "success", "check", say("签到成功"), say("请进，用到 %1", minute_words(booking.end)),
        way=_way(booking), chip="pending" if pending else "confirmed", people=booking.people,
        seats=booking.seats or 0, countable=True, spoken=spoken("签到成功，请到%1", _room(booking)),
    )  # fmt: skip


def refused(booking: Booking, now: datetime, sentence: str) -> Answer:
    """It has changed within this moment: another stand was first, or the desk."""
    return _about(
        booking, now, "failure", "x", say("没能签到"), say("请到服务台签到"), advice=sentence,
        spoken=spoken("不能签到，请到服务台"),
    )  # fmt: skip


def _too_early(booking: Booking, now: datetime) -> Answer:
    minutes = max(1, -int((now - booking.opens_at).total_seconds() // 60))
    left = (
        say("还有 %1 分钟", minutes)
        if minutes < 60
        else say("还有 %1 小时 %2 分钟", minutes // 60, minutes % 60)
    )
    return _about(
        booking, now, "caution", "clock", say("来早了"), say("%1 起可以签到", clock_words(booking.opens_at)),
        chip=_valid(booking), count=left, advice=say("请在大厅稍坐，到点再扫一次。"),
        spoken=spoken("来早了，%2起可以签到", at=booking.opens_at),
    )  # fmt: skip


def _too_late(booking: Booking, now: datetime) -> Answer:
    return _about(
        booking, now, "caution", "clock", say("来晚了"), say("签到到 %1 为止", clock_words(booking.until)),
        advice=say("请到服务台，我们看看怎么办。"), spoken=spoken("来晚了，请到服务台"),
    )  # fmt: skip


def _wrong_day(booking: Booking, now: datetime) -> Answer:
    return _about(
        booking, now, "caution", "calendar-x", say("不是今天"), say("约的是%1", _near_day(booking, now)),
        chip=_valid(booking), advice=say("到那天再来扫这个码。"), spoken=spoken("这个预约不是今天的"),
    )  # fmt: skip


def _already_in(booking: Booking, now: datetime) -> Answer:
    at, people = booking.in_at, booking.attended
    return _about(
        booking, now, "caution", "check-check", say("已签过到"),
        say("%1 已签，请进", clock_words(at)) if at else say("直接进场"), way=_way(booking),
        chip="pending" if booking.provisional else "confirmed", count=say("登记了 %1 人", people) if people else "",
        advice=say("签到处：%1。不用再扫。", booking.in_place) if booking.in_place else say("不用再扫。"),
        spoken=spoken("已经签过到，请到%1", _room(booking)),
    )  # fmt: skip


def _settled(state: CodeState, booking: Booking, now: datetime) -> Answer:
    outcome, icon, title, sub, advice = _words_of(state, booking)
    if state is CodeState.EXPIRED and booking.status is BookingState.APPROVED:
        title, sub = "过了日子", say("这是 %1 的预约", short_day(booking.date))
    return _about(
        booking, now, outcome, icon, say(title), say(sub), advice=say(advice), spoken=spoken(_SAID[outcome])
    )


def _words_of(state: CodeState, booking: Booking) -> tuple[str, str, str, str, str]:
    if booking.status is BookingState.WAITLISTED:
        return _WAITLISTED
    if booking.status is BookingState.NO_SHOW:
        return _MISSED
    return _SETTLED.get(state, _UNDECIDED)


def _about(
    booking: Booking, now: datetime, outcome: str, icon: str, title: str, sub: str, **more: Any
) -> Answer:
    span = span_words(booking.start, booking.end)
    return Answer(
        outcome, icon, title, sub, room=_room(booking)[language() == "en"],
        when=f"{relative_day(booking.date, now.date())} {span}",
        party=" · ".join(dict.fromkeys(name for name in (booking.party, booking.leader) if name)),
        booking=booking.id, **more,
    )  # fmt: skip


def _near_day(booking: Booking, now: datetime) -> str:
    """明天, or the day without its weekday, which stands below."""
    is_tomorrow = (booking.date - now.date()).days == 1
    return relative_day(booking.date, now.date()) if is_tomorrow else month_day(booking.date)


def _valid(booking: Booking) -> str:
    return "pending" if booking.provisional else "valid"


def _way(booking: Booking) -> str:
    return (booking.way_en if language() == "en" else "") or booking.way


def _room(booking: Booking) -> tuple[str, str]:
    return booking.room_name, booking.room_name_en or booking.room_name
