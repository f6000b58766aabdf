"""In which state the ticket or booking of a slip is, said in words: what is the case, and what to do."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.commands import records
from kiosk.domain.bookings import UNDECIDED
from kiosk.domain.codes import CodeState
from kiosk.domain.foreign import Foreign
from kiosk.domain.states import BookingState, Mode, TicketState
from kiosk.reports.code_words import told
from ui.viewmodels.days import clock_words, month_day, relative_day, short_day
from ui.viewmodels.ticket_rows import refusal_words
from ui.words import say


@dataclass(frozen=True, slots=True)
class State:
    """`tone`: success, caution, failure fill the panel; good, wait, plain are quieter."""

    title: str
    sub: str = ""
    icon: str = "info"
    tone: str = "plain"


_TICKET = {
    TicketState.SERVING: ("正在办", "您的事正在窗口办。", "landmark", "good"),
    TicketState.HELD: ("先放一放", "轮到时会再叫您。", "clock", "wait"),
    TicketState.AWAITING_MATERIALS: ("等您补材料", "补齐了，到窗口说一声。", "file-text", "wait"),
    TicketState.RESOLVED: ("办好了", "这件事已经办结。", "check-check", "good"),
    TicketState.CLOSED: ("办好了", "这件事已经办结。", "check-check", "good"),
    TicketState.CANCELLED: ("已取消", "这个号不用了。\n要办请重新取号。", "ban", "plain"),
    TicketState.NO_SHOW: ("叫过您了", "号不作废，\n到窗口说一声就行。", "clock", "caution"),
    TicketState.LEFT: ("过了当天", "这个号没有办。\n要办请重新取号。", "calendar-x", "plain"),
}
_BOOKING = {
    BookingState.COMPLETED: ("用完了", "谢谢您，欢迎再来。", "check-check", "good"),
    BookingState.CANCELLED: ("已取消", "场地放出来了。\n要用请重新预约。", "ban", "plain"),
    BookingState.NO_SHOW: ("没有到场", "记了一次失约。\n有特殊情况，请到服务台说。", "calendar-x", "plain"),
    BookingState.EXPIRED: ("已过期", "没来得及审核，不算失约。\n可以重新预约。", "calendar-x", "plain"),
}
CANCELLABLE_TICKETS = frozenset(
    {
        TicketState.OPEN,
        TicketState.WAITING,
        TicketState.CALLED,
        TicketState.HELD,
        TicketState.AWAITING_MATERIALS,
    }
)
CANCELLABLE_BOOKINGS = frozenset({BookingState.REQUESTED, BookingState.WAITLISTED, BookingState.APPROVED})


def ticket_state(ticket: records.Ticket, now: datetime) -> State:
    if is_over(ticket, now):
        return _said(_TICKET[TicketState.LEFT])
    if ticket.state is TicketState.WAITING:
        return State(say("正在排队"), _wait(ticket), "users", "wait")
    if ticket.state is TicketState.CALLED:
        to = say("请到 %1 号窗口", ticket.counter) if ticket.counter else say("请到窗口")
        return State(say("正在叫您"), to, "megaphone", "success")
    if ticket.state is TicketState.OPEN:
        return State(say("已登记"), _contact(ticket), "phone-call", "wait")
    return _said(_TICKET[ticket.state])


def is_over(ticket: records.Ticket, now: datetime) -> bool:
    """A queue number is good for its day."""
    queued = ticket.state in (TicketState.WAITING, TicketState.CALLED)
    return queued and ticket.day < now.date()


def booking_state(slip: records.Slip, now: datetime, english: bool) -> State:
    assert slip.booking is not None
    booking = slip.booking.booking
    if has_expired(booking, now):
        return _said(_BOOKING[BookingState.EXPIRED])
    if booking.status is BookingState.REQUESTED:
        return State(say("待审核"), _answer_by(booking, now), "clock", "wait")
    if booking.status is BookingState.WAITLISTED:
        return State(
            say("候补中"), say("有空出来就轮到您，\n您是第 %1 位。", booking.place or 1), "clock", "wait"
        )
    if booking.status is BookingState.APPROVED:
        return _approved(slip, now)
    if booking.status is BookingState.CHECKED_IN:
        return State(say("已经签到"), come_in(slip.booking, english), "check-check", "success")
    if booking.status is BookingState.REJECTED:
        why = say("原因：%1", booking.why) if booking.why else say("想知道原因，请到服务台问。")
        return State(say("没有通过"), why, "circle-x", "plain")
    return _said(_BOOKING[booking.status])


def has_expired(booking: records.Booking, now: datetime) -> bool:
    """Nobody has decided in time, whether or not that is swept up yet."""
    return booking.status in UNDECIDED and now >= booking.expires_at


def may_cancel(booking: records.Booking, now: datetime) -> bool:
    return booking.status in CANCELLABLE_BOOKINGS and not has_expired(booking, now)


def dates_left(booking: records.Booking, now: datetime) -> int:
    """How many dates of its series may still be called off."""
    return sum(one.status in CANCELLABLE_BOOKINGS and one.date >= now.date() for one in booking.series)


def dates_words(booking: records.Booking, now: datetime) -> str:
    return say("每周都来，还有 %1 次", dates_left(booking, now)) if len(booking.series) > 1 else ""


def may_check_in_now(slip: records.Slip, now: datetime) -> bool:
    opens, closes = slip.check_in_from, slip.check_in_until
    return opens is not None and closes is not None and opens <= now <= closes


def refused_state() -> State:
    """The slip was given while the line was cut; then the hub said no."""
    return State(say("没有约成"), say("当时先记下了，对不起"), "x", "failure")


_NOT_OURS = {
    CodeState.NEEDS_CODE: ("这只是号码", "ticket"),
    CodeState.BLOCKED: ("这张卡停用了", "credit-card"),
    CodeState.NOT_HERE_YET: ("这里还查不到", "wifi-off"),
}
_FOREIGN = {
    Foreign.DAMAGED: ("没有读全", "scan-line"),
    Foreign.EMPTY: ("没有读全", "scan-line"),
    Foreign.ISBN_TYPO: ("号码不对", "circle-question-mark"),
    Foreign.COPY_TYPO: ("号码不对", "circle-question-mark"),
    Foreign.CARD_TYPO: ("号码不对", "circle-question-mark"),
    Foreign.THIRTEEN_DIGITS: ("号码不对", "circle-question-mark"),
}


def unknown_state(read: records.CodeRead | None, language: str) -> State:
    """A code that opens nothing here: what it is not, and what to do."""
    if read is None:
        return State(say("不认识这个码"), "", "circle-question-mark", "caution")
    title, icon = _NOT_OURS.get(read.state, ("不认识这个码", "circle-question-mark"))
    if read.sort is not None:
        title, icon = _FOREIGN.get(read.sort, ("这里用不了", "ban"))
    return State(say(title), told(read, language), icon, "caution")


def arrival(answer: Any, slip: records.Slip, language: str) -> State:
    """What became of 签到."""
    assert slip.booking is not None
    if answer.status != "refused":
        return State(say("签到成功"), come_in(slip.booking, language == "en"), "check", "success")
    happened, advice = refusal_words(answer.reason, answer.detail, language)
    titles = {
        "too_early": (say("还没到时间"), "clock"),
        "too_late": (say("来晚了"), "clock"),
        "already_done": (say("已经签到"), "check-check"),
        "not_approved": (say("还没审核"), "clock"),
    }
    if answer.reason in titles:
        title, icon = titles[answer.reason]
        return State(title, advice or happened, icon, "caution")
    return State(say("没签成"), happened, "x", "failure")


def come_in(slip: records.BookingSlip, english: bool) -> str:
    way = (english and slip.way_en) or slip.way
    return say("请进，%1", way) if way else say("请进。")


def from_short(moment: datetime) -> str:
    return say("%1 起", clock_words(moment))


def from_words(moment: datetime, now: datetime) -> str:
    """今天 13:30 起可以签到"""
    return say("%1 %2 起可以签到", relative_day(moment.date(), now.date()), clock_words(moment))


def _approved(slip: records.Slip, now: datetime) -> State:
    opens, closes = slip.check_in_from, slip.check_in_until
    assert opens is not None and closes is not None
    if now > closes:
        return State(say("来晚了"), say("请到服务台，我们看看怎么办。"), "clock", "caution")
    if now >= opens:
        return State(say("可以签到了"), say("%1 前都可以", clock_words(closes)), "check", "good")
    if now.date() == opens.date():
        return State(say("还没到时间"), from_words(opens, now), "clock", "caution")
    return State(say("已通过"), from_words(opens, now), "calendar-check", "good")


def _answer_by(booking: records.Booking, now: datetime) -> str:
    if now > booking.decide_by:
        return say("工作人员正在看，\n急的话请问服务台。")
    return say("%1 %2 前答复您", short_day(booking.decide_by.date()), clock_words(booking.decide_by))


def _wait(ticket: records.Ticket) -> str:
    if not ticket.ahead:
        return say("前面没有人，马上到您")
    return say("前面 %1 人，约等 %2 分钟", ticket.ahead, ticket.minutes)


def _contact(ticket: records.Ticket) -> str:
    words = say("上门前先给您打电话") if ticket.mode is Mode.HOME_VISIT else say("会打电话跟您联系")
    return say("%1，%2", words, say("最晚 %1", month_day(ticket.due))) if ticket.due else words


def _said(words: tuple[str, str, str, str]) -> State:
    title, sub, icon, tone = words
    return State(say(title), say(sub), icon, tone)
