"""A slip at the scanner: how a number stands, a booking called off, checking in, a code that is not ours."""

from collections.abc import Callable
from datetime import date, datetime
from queue import SimpleQueue
from typing import Any

from kiosk.commands import bookings
from kiosk.commands.base import TimeOfDay
from kiosk.commands.booking_series import RequestSeries
from kiosk.commands.ticket_desk import CallNumber
from kiosk.commands.tickets import OpenTicket, ResolveTicket, StartTicket
from kiosk.domain.states import PartyKind
from ui import context
from ui.tour.journey import Drive, journey

WEEK_BEFORE = datetime(2026, 11, 16, 9, 0)
NOT_OURS = "YZ1:AAAAAAAAAAAAAAAAAAAAAAAAAA"


@journey("slip_number")
def slip_number(kiosk: Drive) -> None:
    kiosk.scan(on_station(lambda station: station.do(OpenTicket(item="gaoling"))))
    kiosk.sees("正在排队")
    kiosk.shot()
    kiosk.tap("取消这个号")
    kiosk.shot()
    kiosk.tap("取消号码")
    kiosk.sees("已取消")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.sees("办事取号")


@journey("slip_rating")
def slip_rating(kiosk: Drive) -> None:
    """A finished errand is rated; who is not content is called back, and leaves a phone."""
    kiosk.scan(on_station(done_at_counter))
    kiosk.sees("请您评一评")
    kiosk.shot()
    kiosk.tap("非常满意")
    kiosk.sees("您的评价我们收到了。")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.scan(on_station(done_at_counter))
    kiosk.tap("不满意")
    kiosk.sees("没留过，或者换了号，请现在留一个。")
    kiosk.shot()
    kiosk.tap("留个电话")
    kiosk.digits("13800138000")
    kiosk.shot()
    kiosk.tap("就留这个电话")
    kiosk.sees("138****8000")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.sees("办事取号")


@journey("slip_booking")
def slip_booking(kiosk: Drive) -> None:
    kiosk.scan(on_station(lambda station: requested(station, date(2026, 12, 2))))
    kiosk.sees("待审核")
    kiosk.shot()
    kiosk.tap("取消预约")
    kiosk.shot()
    kiosk.tap("确定取消")
    kiosk.sees("已取消")
    kiosk.shot()


@journey("slip_check_in")
def slip_check_in(kiosk: Drive) -> None:
    code = on_station(lambda station: approved(station, date(2026, 11, 23), "10:00"))
    later = on_station(lambda station: approved(station, date(2026, 11, 23), "14:00"))
    far = on_station(lambda station: approved(station, date(2026, 11, 27), "14:00"))
    kiosk.scan(far)
    kiosk.sees("已通过")
    kiosk.shot()
    kiosk.scan(later)
    kiosk.sees("还没到时间")
    kiosk.shot()
    kiosk.tap("取消预约")
    kiosk.sees("记一次失约", "counts as a miss")
    kiosk.shot()
    kiosk.tap("不取消")
    kiosk.scan(code)
    kiosk.sees("签到成功")
    kiosk.shot()
    kiosk.scan(code)
    kiosk.sees("已经签到")
    kiosk.shot()
    kiosk.tap("提前结束")
    kiosk.shot()
    kiosk.tap("现在结束")
    kiosk.sees("用完了")
    kiosk.shot()


@journey("slip_weekly")
def slip_weekly(kiosk: Drive) -> None:
    kiosk.scan(on_station(weekly))
    kiosk.sees("每周都来，还有 3 次", "Every week, 3 dates left")
    kiosk.shot()
    kiosk.tap("取消预约")
    kiosk.shot()
    kiosk.tap("只取消这一次")
    kiosk.sees("每周都来，还有 2 次", "Every week, 2 dates left")
    kiosk.tap("取消预约")
    kiosk.tap("2 次都取消", "Cancel all 2 dates")
    kiosk.sees("已取消")


@journey("slip_waiting")
def slip_waiting(kiosk: Drive) -> None:
    day = date(2026, 12, 3)
    on_station(lambda station: requested(station, day, "18:00"))
    kiosk.scan(
        on_station(lambda station: requested(station, day, "18:00", waitlist=True, phone="13490000006"))
    )
    kiosk.sees("候补中")
    kiosk.shot()
    kiosk.tap("知道了")


@journey("slip_unknown")
def slip_unknown(kiosk: Drive) -> None:
    kiosk.scan(NOT_OURS)
    kiosk.sees("不认识这个码")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.sees("办事取号")


@journey("slip_own_booking")
def slip_own_booking(kiosk: Drive) -> None:
    """Without the slip, from my page: there the button checks in."""
    kiosk.scan("5281639400")
    on_station(
        lambda station: approved(station, date(2026, 11, 23), "10:00", actor=station.find_actor("5281639400"))
    )
    kiosk.digits("1234")
    kiosk.tap("确定")
    kiosk.tap("我的预约")
    kiosk.tap(
        "签到或取消 党群会议室 11月23日 周一 10:00–11:30",
        "Check in or cancel Meeting room Mon 23 Nov 10:00–11:30",
    )
    kiosk.sees("可以签到了")
    kiosk.shot()
    kiosk.tap("签到")
    kiosk.sees("签到成功")
    kiosk.shot()


def done_at_counter(station: Any) -> Any:
    """A number was taken, called by typing it, and what it was for is done."""
    answer, clerk = station.do(OpenTicket(item="gaoling")), station.find_actor("clerk")
    ticket = answer.result["ticket"]
    for wish in (
        CallNumber(counter="2", number=answer.result["number"]),
        StartTicket(ticket=ticket),
        ResolveTicket(ticket=ticket),
    ):
        station.do(wish, clerk)
    return answer


def weekly(station: Any) -> Any:
    """Somebody asked for three evenings."""
    wish = RequestSeries(
        room="rongshu", date=date(2026, 11, 30), start=TimeOfDay(1080), end=TimeOfDay(1170), rule="FREQ=WEEKLY;COUNT=3",
        party=bookings.Party(kind=PartyKind.PERSON, name=""), people=4, contact_phone="13490000005",
    )  # fmt: skip
    return station.do(wish)


def requested(
    station: Any,
    day: date,
    start: str = "14:00",
    room: str = "huiyishi",
    at: Any = None,
    actor: Any = None,
    phone: str = "13490000007",
    waitlist: bool = False,
) -> Any:
    """Somebody asked for a room."""
    begin = TimeOfDay(int(start[:2]) * 60 + int(start[3:]))
    wish = bookings.RequestBooking(
        room=room, date=day, start=begin, end=TimeOfDay(begin + 90),
        party=bookings.Party(kind=PartyKind.PERSON, name=""), people=4, contact_phone=phone, waitlist=waitlist,
    )  # fmt: skip
    return station.do(wish, actor, at)


def approved(station: Any, day: date, start: str, room: str = "huiyishi", actor: Any = None) -> Any:
    """A week ago, when there was time enough, and the desk agreed."""
    answer = requested(station, day, start, room, at=WEEK_BEFORE, actor=actor)
    yes = bookings.ApproveBooking(booking=answer.result["booking"])
    station.do(yes, station.find_actor("clerk"), at=WEEK_BEFORE)
    return answer


def on_station(act: Callable[[Any], Any]) -> str:
    """The code on the slip of what was done without the screen."""
    answers: SimpleQueue[Any] = SimpleQueue()
    context.current().background.run(lambda station: answers.put(act(station)), lambda answer: None)
    return str(answers.get(timeout=10).result["code"])
