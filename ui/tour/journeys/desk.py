"""The front desk: signing in, the counter, decisions, a call for help, the lock."""

from typing import Any

from kiosk.commands.tickets import CallHelp
from ui.tour.journey import Drive, journey


def sign_in_as(desk: Drive, login: str = "manager") -> None:
    desk.write(login, into="登录名")
    desk.tap("登录")
    desk.sees("等您决定")


@journey("desk_sign_in", who="desk")
def sign_in(desk: Drive) -> None:
    desk.sees("前台登录")
    desk.shot()
    desk.write("nobody", into="登录名")
    desk.tap("登录")
    desk.sees("前台登录")
    desk.shot()


@journey("desk_today", who="desk")
def today(desk: Drive) -> None:
    """Everything that waits, on one page; another page and back by key; the lock."""
    sign_in_as(desk)
    desk.shot()
    desk.hit("F1")
    desk.sees("全部快捷键")
    desk.shot()
    desk.hit("Escape")
    desk.hit("Ctrl+3")
    desk.sees("预约")
    desk.shot()
    desk.tap("锁屏")
    desk.sees("换人登录")
    desk.shot()
    desk.tap("登录")
    desk.sees("预约")


@journey("desk_counter", who="desk")
def counter(desk: Drive) -> None:
    """Call, serve and end by three keys; another one does not come, and is fetched back."""
    sign_in_as(desk, "clerk")
    desk.hit("Ctrl+2")
    desk.tap("2 号窗口", "Counter 2")
    before = desk.touches
    desk.hit("F9")
    desk.sees("已叫，等他过来")
    desk.shot()
    desk.hit("F10")
    desk.sees("正在办")
    desk.shot()
    desk.hit("F10")
    desk.sees("窗口空着")
    assert desk.touches - before <= 3
    desk.tap("叫下一位")
    desk.tap("过号")
    desk.sees("放在一边的")
    desk.shot()
    desk.tap("接着办")


@journey("desk_requests", who="desk")
def requests(desk: Drive) -> None:
    """Agree by one key; decline with a kind sentence."""
    sign_in_as(desk, "clerk")
    desk.shot()
    before = desk.touches
    desk.hit("Y")
    desk.sees("同意了")
    assert desk.touches - before <= 2
    desk.shot()
    desk.hit("R")
    desk.sees("怎么跟居民说？")
    desk.shot()
    desk.hit("1")
    desk.sees("没有同意")
    desk.shot()


@journey("desk_help", who="desk")
def help_wanted(desk: Drive) -> None:
    """Somebody calls; one key says that I go."""
    sign_in_as(desk, "clerk")
    desk.at_station(_call_help)
    desk.tap("预约")
    desk.tap("今日")
    desk.waits_for("有人叫帮忙", "Help wanted")
    desk.shot()
    desk.hit("F8")
    desk.waits_until_gone("有人叫帮忙", "Help wanted")
    desk.shot()
    desk.tap("帮好了")
    desk.waits_until_gone("帮好了")


def _call_help(station: Any) -> None:
    station.do(CallHelp(page="kiosk/rooms/RoomsPage.qml"))


@journey("desk_cases", who="desk")
def cases(desk: Drive) -> None:
    """Found while typing, opened beside, a note written, papers asked for; one made anew."""
    sign_in_as(desk, "clerk")
    desk.hit("/")
    desk.write("a003")
    desk.hit("Return")
    desk.sees("经过")
    desk.shot()
    desk.hit("/")
    desk.write("A0")
    desk.hit("Down")
    desk.sees("经过")
    desk.shot()
    desk.tap("记一笔")
    desk.write("居民下午带复印件来", into="备注")
    desk.shot()
    desk.tap("确定")
    desk.sees("居民下午带复印件来")
    desk.shot()
    desk.tap("新建工单")
    desk.shot()
    desk.tap("确定")
    desk.sees("这一项要填")
    desk.shot()
