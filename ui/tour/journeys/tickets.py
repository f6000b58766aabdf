"""办事取号: a plain number at the counter, another way to have it done, and an errand with its small form."""

from datetime import date
from typing import Any

from kiosk.commands.station import OverrideDay
from ui.tour.journey import Drive, journey


@journey("tickets")
def tickets(kiosk: Drive) -> None:
    """Two touches after the area give a number; the switch is one more."""
    kiosk.tap("办事取号")
    kiosk.sees("您要办哪类事？")
    kiosk.shot()
    kiosk.tap("养老优待", "Older people and support")
    kiosk.sees("办哪一件？")
    kiosk.shot()
    kiosk.tap("高龄老人补贴", "Age 80+ allowance")
    kiosk.sees("请准备好")
    kiosk.shot()
    kiosk.tap("70岁以上·行动不便")
    kiosk.tap("取号")
    kiosk.sees("取号成功")
    kiosk.shot()
    if kiosk.large:
        kiosk.tap("看小票")
        kiosk.shot()
        kiosk.tap("返回")
    kiosk.tap("再办一件")
    kiosk.sees("您要办哪类事？")
    kiosk.tap("结束并清除")


@journey("tickets_visit")
def tickets_visit(kiosk: Drive) -> None:
    """An item with several ways: someone comes home, and no phone is left."""
    kiosk.tap("办事取号")
    kiosk.tap("医保社保", "Insurance and pension")
    kiosk.tap("基本医保参保缴费", "Medical insurance: join and pay")
    if kiosk.large:
        kiosk.tap("到窗口办")
        kiosk.sees("您想怎么办？")
        kiosk.shot()
    kiosk.tap("上门服务")
    kiosk.sees("不用排队")
    kiosk.shot()
    kiosk.tap("下一步")
    kiosk.tap("不留电话，到窗口再说")
    kiosk.sees("登记好了")
    kiosk.tap("完成")
    kiosk.sees("办事取号")


@journey("tickets_form")
def tickets_form(kiosk: Drive) -> None:
    """An errand: one question a screen, then the phone."""
    kiosk.tap("办事取号")
    if kiosk.large:
        kiosk.tap("还有更多（3 项）")
        kiosk.shot()
    kiosk.tap("跑腿上门", "Errands and home visits")
    kiosk.tap("跑腿代办", "We run your errand")
    kiosk.tap("先填几项，窗口更快")
    kiosk.shot()
    kiosk.tap("递材料", "Hand in papers")
    kiosk.tap("多一点：号", "More: Day")
    kiosk.shot()
    kiosk.tap("填好了")
    kiosk.shot()
    kiosk.tap("跳过")
    kiosk.sees("已填 2 项，点这里改", "2 answered: change")
    kiosk.shot()
    kiosk.tap("下一步")
    kiosk.digits("13800138000")
    kiosk.shot()
    kiosk.tap("就留这个电话")
    kiosk.sees("138****8000")
    kiosk.shot()
    kiosk.tap("完成")
    kiosk.sees("办事取号")


@journey("tickets_again")
def tickets_again(kiosk: Drive) -> None:
    """The same person, the same thing, a second number: asked about first."""
    _take_allowance(kiosk)
    kiosk.tap("再办一件")
    _take_allowance(kiosk)
    kiosk.sees("一个号就够一个人办这件事。")
    kiosk.shot()
    kiosk.tap("不用了")
    kiosk.tap("取号")
    kiosk.tap("再取一个")
    kiosk.sees("取号成功")
    kiosk.tap("完成")


@journey("tickets_closed")
def tickets_closed(kiosk: Drive) -> None:
    """留言回电: the counters are closed, a phone is left in the place of a number."""
    kiosk.at_station(_close_today)
    kiosk.tap("办事取号")
    kiosk.shot()
    kiosk.tap("养老优待", "Older people and support")
    kiosk.tap("高龄老人补贴", "Age 80+ allowance")
    kiosk.shot()
    kiosk.tap("下一步")
    kiosk.sees("给您回哪个电话？")
    kiosk.digits("13800138000")
    kiosk.shot()
    kiosk.tap("就留这个电话")
    kiosk.sees("登记好了")
    kiosk.shot()
    kiosk.tap("完成")


def _take_allowance(kiosk: Drive) -> None:
    if kiosk.page == "home":
        kiosk.tap("办事取号")
    kiosk.tap("养老优待", "Older people and support")
    kiosk.tap("高龄老人补贴", "Age 80+ allowance")
    kiosk.tap("取号")


def _close_today(station: Any) -> None:
    today: date = station.now().date()
    station.do(OverrideDay(date=today, open=False), station.find_actor("manager"))
