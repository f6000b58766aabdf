"""A booking's code at the stand: come in, too early, too late, already in, another day, called off, not decided."""

from datetime import datetime
from typing import Any

from kiosk.commands import records
from kiosk.domain.states import BookingState
from ui.viewmodels.days import clock_words, relative_day, short_day, span_words
from ui.viewmodels.sentences import language
from ui.viewmodels.stand.answer import Answer
from ui.viewmodels.stand.spoken import spoken
from ui.words import say

_OVER: dict[BookingState, tuple[str, str, str, str, str]] = {
    BookingState.CANCELLED: ("failure", "ban", "已取消", "这次预约不用了", "要用场地，请到前台问问。"),
    BookingState.REJECTED: ("failure", "circle-x", "没有通过", "这次预约没有批下来", "想知道原因，请到前台问。"),
    BookingState.EXPIRED: ("failure", "calendar-x", "已过期", "没来得及审核，不算失约", "要用场地，请到前台问问。"),
    BookingState.NO_SHOW: ("caution", "clock", "来晚了", "场地已经放出来了", "请到前台，我们看看怎么办。"),
    BookingState.COMPLETED: ("caution", "check-check", "已经用完", "这一场已经结束", "谢谢您，欢迎再来。"),
    BookingState.REQUESTED: ("caution", "hourglass", "还没审核", "工作人员还没答复", "急的话，请到前台问。"),
    BookingState.WAITLISTED: ("caution", "hourglass", "还在候补", "还没有空出来", "有空出来会告诉您。"),
}  # fmt: skip
_SAID = {"failure": "不能签到，请到前台", "caution": "请看屏幕"}


def welcome(slip: records.BookingSlip, now: datetime, pending: bool) -> Answer:
    way = (slip.way_en if language() == "en" else "") or slip.way
    return _about(
        slip, now, "success", "check", say("签到成功"), say("请进，%1", way) if way else say("请进。"),
        chip="pending" if pending else "confirmed", count=_people(slip.booking),
        spoken=spoken("签到成功，请到%1", _room(slip.booking)),
    )  # fmt: skip


def too_early(slip: records.BookingSlip, opens: datetime, now: datetime) -> Answer:
    minutes = max(1, -int((now - opens).total_seconds() // 60))
    left = (
        say("还有 %1 分钟", minutes)
        if minutes < 60
        else say("还有 %1 小时 %2 分钟", minutes // 60, minutes % 60)
    )
    return _about(
        slip, now, "caution", "clock", say("来早了"), say("%1 起可以签到", clock_words(opens)), chip="valid", count=left,
        advice=say("请在大厅稍坐，到点再扫一次。"), spoken=spoken("来早了，%2起可以签到", at=opens),
    )  # fmt: skip


def too_late(slip: records.BookingSlip, shuts: datetime, now: datetime) -> Answer:
    return _about(
        slip, now, "caution", "clock", say("来晚了"), say("签到到 %1 为止", clock_words(shuts)),
        advice=say("请到前台，我们看看怎么办。"), spoken=spoken("来晚了，请到前台"),
    )  # fmt: skip


def wrong_day(slip: records.BookingSlip, now: datetime) -> Answer:
    day = slip.booking.date
    if day < now.date():
        return _about(
            slip, now, "failure", "calendar-x", say("过了日子"), say("这是 %1 的预约", short_day(day)),
            advice=say("要用场地，请到前台问问。"), spoken=spoken("这个码过期了，请到前台"),
        )  # fmt: skip
    return _about(
        slip, now, "caution", "calendar-x", say("不是今天"), say("约的是%1", relative_day(day, now.date())), chip="valid",
        advice=say("到那天再来扫这个码。"), spoken=spoken("这个预约不是今天的"),
    )  # fmt: skip


def already_in(
    slip: records.BookingSlip, now: datetime, at: datetime | None, where: str, people: int | None
) -> Answer:
    when = say("%1 已签，直接进场", clock_words(at)) if at else say("直接进场")
    return _about(
        slip, now, "caution", "check-check", say("已签过到"), when,
        chip="pending" if slip.booking.pending else "confirmed",
        count=say("登记了 %1 人", people) if people else "",
        advice=say("在%1签的，不用再扫。", where) if where else say("不用再扫。"),
        spoken=spoken("已经签过到，请到%1", _room(slip.booking)),
    )  # fmt: skip


def not_to_be_used(slip: records.BookingSlip, now: datetime) -> Answer:
    """By its state alone."""
    outcome, icon, title, sub, advice = _OVER[slip.booking.status]
    return _about(
        slip, now, outcome, icon, say(title), say(sub), advice=say(advice), spoken=spoken(_SAID[outcome])
    )


def refused(slip: records.BookingSlip, now: datetime, sentence: str) -> Answer:
    """For a reason that has no screen of its own."""
    return _about(
        slip, now, "failure", "x", say("没能签到"), say("请到前台签到"), advice=sentence,
        spoken=spoken("不能签到，请到前台"),
    )  # fmt: skip


def _about(
    slip: records.BookingSlip, now: datetime, outcome: str, icon: str, title: str, sub: str, **more: Any
) -> Answer:
    booking = slip.booking
    span = span_words(booking.start, booking.end)
    return Answer(
        outcome, icon, title, sub, room=_room(booking)[language() == "en"],
        when=f"{relative_day(booking.date, now.date())} {span}", party=booking.party, booking=booking.id, **more,
    )  # fmt: skip


def _room(booking: records.Booking) -> tuple[str, str]:
    return booking.room_name, booking.room_name_en or booking.room_name


def _people(booking: records.Booking) -> str:
    return say("预约 %1 人", booking.people) if booking.people else ""
