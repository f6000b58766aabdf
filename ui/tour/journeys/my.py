"""我的: what one has here, what is kept, a new phone, a new PIN, something wrong, all of it gone."""

from collections.abc import Callable
from datetime import date, datetime
from queue import SimpleQueue
from typing import Any

from kiosk.commands import bookings
from kiosk.commands.base import TimeOfDay
from kiosk.commands.cards import BlockCard
from kiosk.commands.tickets import OpenTicket
from kiosk.domain.states import PartyKind
from ui import context
from ui.tour.journey import Drive, journey
from ui.tour.journeys.library import identify

COURT, COURT_EN = "门球场", "Gateball court"
CARD, NEW_PIN = "3709152841", "7305"
MORNING = TimeOfDay(510)
WEEKS_BEFORE, ITS_DAY = datetime(2026, 11, 2, 9, 0), date(2026, 11, 9)


@journey("my_page")
def my_page(kiosk: Drive) -> None:
    _on_station(_live)
    _open(kiosk)
    kiosk.sees("看哪一样？")
    kiosk.shot()
    kiosk.tap("我的号")
    kiosk.sees("高龄老人补贴", "Age 80+ allowance")
    kiosk.shot()
    kiosk.tap("返回")
    kiosk.tap("我的预约")
    kiosk.sees("约了没来")
    kiosk.shot()
    kiosk.tap("不是这样的 门球场 11月9日 周一", "That is not so Gateball court Mon 9 Nov")
    kiosk.sees("您说了有误，等答复", "You objected")
    kiosk.shot()
    kiosk.tap("返回")
    kiosk.tap("我的借阅")
    kiosk.sees("过期 5 天", "5 days late")
    kiosk.tap("返回")
    kiosk.tap("我的资料")
    kiosk.shot()
    kiosk.tap("存了什么")
    kiosk.sees("姓名、电话、出生年月")
    kiosk.shot()


@journey("my_booking_called_off")
def my_booking_called_off(kiosk: Drive) -> None:
    """One that costs nothing, and one that is called off late."""
    _on_station(_booked)
    _open(kiosk)
    kiosk.tap("我的预约")
    kiosk.sees("已通过")
    kiosk.shot()
    kiosk.tap(f"查看或取消 {COURT} 12月2日 周三 8:30–10:00", f"See or cancel {COURT_EN} Wed 2 Dec 8:30–10:00")
    kiosk.sees("待审核")
    kiosk.shot()
    kiosk.tap("取消预约")
    kiosk.sees("现在取消不算失约", "is no miss")
    kiosk.shot()
    kiosk.tap("确定取消")
    kiosk.sees("已取消")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.tap(
        f"签到或取消 {COURT} 11月23日 周一 15:30–17:00",
        f"Check in or cancel {COURT_EN} Mon 23 Nov 15:30–17:00",
    )
    kiosk.tap("取消预约")
    kiosk.sees("记一次失约", "counts as a miss")
    kiosk.shot()
    kiosk.tap("确定取消")
    kiosk.sees("这次取消晚了，记了一次失约。")
    kiosk.shot()
    kiosk.tap("知道了")
    kiosk.waits_for("取消得太晚", "Cancelled too late")
    kiosk.shot()


@journey("my_books_remembered")
def my_books_remembered(kiosk: Drive) -> None:
    _open(kiosk)
    kiosk.tap("我的资料")
    kiosk.tap("借过的书")
    kiosk.sees("自动抹去", "forgotten")
    kiosk.shot()
    kiosk.tap("请帮我一直记着")
    kiosk.sees("会一直记着")
    kiosk.shot()


@journey("my_phone_and_pin")
def my_phone_and_pin(kiosk: Drive) -> None:
    _open(kiosk)
    kiosk.tap("我的资料")
    kiosk.tap("改电话")
    kiosk.digits("1381234")
    kiosk.shot()
    kiosk.digits("1234")
    kiosk.tap("改成这个号")
    kiosk.sees("电话改好了")
    kiosk.shot()
    kiosk.tap("回到“我的”")
    kiosk.tap("我的资料")
    kiosk.tap("改密码")
    _type_pin(kiosk, "4321")
    kiosk.sees("密码不对", "Wrong PIN")
    kiosk.shot()
    _type_pin(kiosk, "1234")
    _type_pin(kiosk, "2222")
    kiosk.sees("太容易猜到", "too easy to guess")
    kiosk.shot()
    _type_pin(kiosk, NEW_PIN)
    kiosk.digits("73")
    kiosk.shot()
    kiosk.digits("05")
    kiosk.tap("确定")
    kiosk.sees("密码改好了")
    kiosk.shot()


@journey("my_erasure")
def my_erasure(kiosk: Drive) -> None:
    _open(kiosk)
    kiosk.tap("我的资料")
    kiosk.tap("更正或删除")
    kiosk.shot()
    kiosk.tap("名字不对")
    kiosk.sees("已告诉服务台")
    kiosk.shot()
    kiosk.tap("回到“我的”")
    kiosk.tap("我的资料")
    kiosk.tap("更正或删除")
    kiosk.tap("删除我的资料")
    kiosk.sees("还有 2 本书没还", "2 books are still out")
    kiosk.shot()
    kiosk.tap("申请删除")
    kiosk.sees("已告诉服务台")
    kiosk.tap("回到“我的”")
    kiosk.tap("我的资料")
    kiosk.tap("更正或删除")
    kiosk.tap("删除我的资料")
    kiosk.sees("服务台已收到，正在等处理。")
    kiosk.shot()


@journey("my_card_stopped")
def my_card_stopped(kiosk: Drive) -> None:
    """A card is blocked while it is in use: the visit ends, and says why."""
    _open(kiosk)
    kiosk.sees("看哪一样？")
    _on_station(lambda station: station.do(BlockCard(card=CARD), station.find_actor("clerk")))
    kiosk.waits_for("这张卡停用了", "This card has been stopped")
    kiosk.shot()


def _on_station(act: Callable[[Any], Any]) -> None:
    """Something that is done elsewhere; it is done when this returns."""
    done: SimpleQueue[Any] = SimpleQueue()
    context.current().background.run(lambda station: done.put(act(station)), lambda answer: None)
    done.get(timeout=10)


def _open(kiosk: Drive) -> None:
    kiosk.tap("我的")
    identify(kiosk, CARD)


def _type_pin(kiosk: Drive, pin: str) -> None:
    kiosk.digits(pin)
    kiosk.tap("确定" if kiosk.can("确定") else "下一步")


def _live(station: Any) -> None:
    """A number today, a room next week, and one that was not used three weeks ago."""
    me, clerk = station.find_actor(CARD), station.find_actor("clerk")
    missed = station.do(_request(ITS_DAY), me, WEEKS_BEFORE)
    station.do(bookings.ApproveBooking(booking=missed.result["booking"]), clerk, WEEKS_BEFORE)
    after = datetime(2026, 11, 9, 12, 0)
    station.do(bookings.NoShowBooking(booking=missed.result["booking"]), clerk, after)
    station.do(_request(date(2026, 12, 2)), me, datetime(2026, 11, 23, 9, 0))
    station.do(OpenTicket(item="gaoling"), me)


def _booked(station: Any) -> None:
    """A court next week, and one this afternoon that was promised."""
    me, clerk, early = station.find_actor(CARD), station.find_actor("clerk"), datetime(2026, 11, 16, 9, 0)
    promised = station.do(_request(date(2026, 11, 23), TimeOfDay(930)), me, early)
    station.do(bookings.ApproveBooking(booking=promised.result["booking"]), clerk, early)
    station.do(_request(date(2026, 12, 2)), me)


def _request(day: date, start: TimeOfDay = MORNING) -> bookings.RequestBooking:
    return bookings.RequestBooking(
        room="menqiu", date=day, start=start, end=TimeOfDay(start + 90), people=4, purpose="打球",
        party=bookings.Party(kind=PartyKind.PERSON, name="张示明"),
    )  # fmt: skip
