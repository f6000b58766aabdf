"""What the pages of 我的 list and say, made from the station's records in the language of the moment."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from kiosk.commands import records
from kiosk.domain.bookings import ENDED, has_ended
from kiosk.domain.states import AppealState, BookingState, LoanState, StrikeState, TicketState
from kiosk.reports.sentences import tone as tone_of
from kiosk.reports.sentences import word
from ui.viewmodels.days import month_day, short_day, span_words
from ui.viewmodels.slip_words import may_cancel
from ui.viewmodels.ticket_rows import in_language
from ui.words import say

_TONES = {"good": "good", "wait": "wait", "bad": "error", "quiet": "plain"}
_ICONS = {"good": "circle-check", "wait": "clock", "error": "circle-alert", "plain": "circle-dot"}
_WHY = {"no_show": "约了没来", "late_cancel": "取消得太晚"}
_STRIKES = {
    StrikeState.COUNTS: ("算一次", "error"),
    StrikeState.WAIVED: ("已撤销", "good"),
    StrikeState.EXPIRED: ("已过期，不算了", "plain"),
}


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One thing of mine: what, up to three facts, how it stands, and what may be done about it (`spoken` says of which)."""

    key: str
    title: str
    first: str
    second: str
    badge: str
    tone: str
    icon: str
    pending: bool = False
    action: str = ""
    spoken: str = ""


@dataclass(frozen=True, slots=True)
class KeptRow:
    """One kind of data: what it is, what stands there, what for, and until when."""

    kind: str
    icon: str
    title: str
    shown: str
    purpose: str
    until: str


def ticket_row(ticket: records.Ticket, english: bool) -> ItemRow:
    tone = _TONES[tone_of("ticket", ticket.state)]
    waits = ticket.state is TicketState.WAITING
    second = say("前面 %1 人，约 %2 分钟", ticket.ahead, ticket.minutes) if waits and ticket.ahead else ""
    if waits and not ticket.ahead:
        second = say("就要到您了")
    if ticket.state is TicketState.CALLED and ticket.counter:
        second = say("请到 %1 号窗口", ticket.counter)
    return ItemRow(
        key=ticket.id, title=ticket.number, first=in_language(ticket, "item_name", english),
        second=second or short_day(ticket.day), badge=word("ticket", ticket.state, "en" if english else "zh"),
        tone=tone, icon=_ICONS[tone], pending=ticket.pending,
    )  # fmt: skip


def booking_row(booking: records.Booking, english: bool, now: datetime) -> ItemRow:
    tone = _TONES[tone_of("booking", booking.status)]
    room, action = in_language(booking, "room_name", english), _booking_action(booking, now)
    when = f"{short_day(booking.date)} {span_words(booking.start, booking.end)}"
    return ItemRow(
        key=booking.id, title=room, first=when,
        second=say("预约号 %1", booking.number), badge=word("booking", booking.status, "en" if english else "zh"),
        tone=tone, icon=_ICONS[tone], pending=booking.pending, action=action, spoken=f"{action} {room} {when}",
    )  # fmt: skip


def _booking_action(booking: records.Booking, now: datetime) -> str:
    """What can be done on its own page; nothing any more when it is over."""
    if has_ended(now, booking.date, booking.end):
        return ""
    if booking.status is BookingState.CHECKED_IN:
        return say("提前结束")
    if not may_cancel(booking, now):
        return ""
    comes_today = booking.status is BookingState.APPROVED and booking.date == now.date()
    return say("签到或取消") if comes_today else say("查看或取消")


def strike_row(strike: records.Strike, english: bool) -> ItemRow:
    state, tone = _STRIKES[strike.state]
    what = say(_WHY.get(strike.why, "失约"))
    room = in_language(strike, "room_name", english)
    first = " ".join(filter(None, [room, short_day(strike.date) if strike.date else ""]))
    action = say("不是这样的") if strike.can_appeal else ""
    return ItemRow(
        key=strike.id, title=what, first=first, second=_so_far(strike), badge=say(state), tone=tone, icon=_ICONS[tone],
        action=action, spoken=f"{action} {first}",
    )  # fmt: skip


def _so_far(strike: records.Strike) -> str:
    if strike.state != StrikeState.COUNTS:
        return ""
    until = say("到 %1 为止", month_day(strike.expires_at.date()))
    heard = {AppealState.OPEN: "您说了有误，等答复", AppealState.DISMISSED: "您说了有误，没有撤销"}
    return " · ".join([until, *([say(heard[strike.appeal])] if strike.appeal in heard else [])])


def tickets_words(tickets: Sequence[records.Ticket]) -> str:
    """On the tile: the number that matters now."""
    live = [ticket for ticket in tickets if ticket.state in (TicketState.WAITING, TicketState.CALLED)]
    if not live:
        return say("最近办了 %1 件", len(tickets)) if tickets else say("现在没有号")
    first = live[0]
    if first.state is TicketState.CALLED:
        return say("%1 正在叫号", first.number)
    return say("%1，前面 %2 人", first.number, first.ahead)


def bookings_words(
    bookings: Sequence[records.Booking], strikes: Iterable[records.Strike], today: date, *, short: bool
) -> str:
    """On the tile: the next one, and strikes that count where there is room."""
    coming = [one.date for one in bookings if one.date >= today and one.status not in ENDED]
    first = say("最近的：%1", month_day(min(coming))) if coming else say("没有要来的预约")
    counting = sum(strike.state == StrikeState.COUNTS for strike in strikes)
    return " · ".join([first, say("失约 %1 次", counting)]) if counting and not short else first


def loans_words(loans: Iterable[records.Loan]) -> str:
    out = [loan for loan in loans if loan.status == LoanState.OPEN]
    if not out:
        return say("手上没有书")
    late = sum(loan.days_left < 0 for loan in out)
    if late:
        return say("%1 本，%2 本过期了", len(out), late)
    return say("%1 本，最早 %2 还", len(out), month_day(min(loan.due for loan in out)))


_KEPT: dict[str, tuple[str, str, str]] = {
    "details": ("user", "姓名、电话、出生年月", "办卡和联系您用"),
    "cards": ("credit-card", "卡号和密码", "认出您的卡用，密码没人看得到"),
    "guardian": ("users", "监护人", "未成年人办事要有监护人"),
    "consents": ("file-check", "您同意过的说明", "证明我们问过您"),
    "memberships": ("users", "参加的单位和社团", "场地预约用"),
    "tickets": ("ticket", "取号和填的表", "办事用"),
    "bookings": ("calendar-days", "场地预约和联系人", "场地安排用"),
    "loans": ("book-open", "借的书", "还书和续借用"),
    "holds": ("book-marked", "预约的书", "给您留书用"),
    "strikes": ("flag", "失约记录", "诚信约定用"),
    "wishes": ("message-square", "您的资料申请", "服务台处理用"),
}
_STAYS = {
    "details": "您要求删除为止", "cards": "您要求删除为止", "guardian": "您要求删除为止", "memberships": "退出为止",
    "holds": "取书或取消为止", "strikes": "记录一直在，过期就不算",
}  # fmt: skip


def kept_row(kept: records.Kept) -> KeptRow:
    icon, title, purpose = _KEPT[kept.kind]
    return KeptRow(
        kind=kept.kind,
        icon=icon,
        title=say(title),
        shown=_shown(kept),
        purpose=say(purpose),
        until=_until(kept),
    )


def _shown(kept: records.Kept) -> str:
    """Masked, or how many; of what lies at the desk alone it says so."""
    named = (
        kept.shown if kept.kind != "consents" else ()
    )  # titles of texts are in the station's language alone
    parts = [*named] or [say("%1 条", kept.count)]
    if kept.at_desk:
        parts.append(say("全文只存在服务台") if kept.kind == "details" else say("填的内容只存在服务台"))
    return " · ".join(parts)


def _until(kept: records.Kept) -> str:
    if kept.kind in _STAYS:
        return say("保留到：%1", say(_STAYS[kept.kind]))
    if kept.kind == "consents":
        return say("保留到：资料删除后 %1 年", (kept.days or 0) // 365)
    if kept.until is not None:
        return say("保留到：%1", day_with_year(kept.until))
    return say("保留到：办完后 %1 天", kept.days or 0)


def day_with_year(day: date) -> str:
    return say("%1年%2月%3日", day.year, day.month, day.day)
