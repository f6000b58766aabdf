"""The home page: both languages, 长辈版, a call for help, the idle warning, the end."""

from typing import Any

from kiosk.commands.tickets import CallNext
from ui.tour.journey import Drive, journey


@journey("home")
def home(kiosk: Drive) -> None:
    kiosk.sees("办事取号")
    kiosk.sees("图书借还")
    kiosk.shot()
    _call_help(kiosk)
    _other_language(kiosk)
    _other_size(kiosk)


@journey("home_calls")
def home_calls(kiosk: Drive) -> None:
    """The latest call, and the numbers before it."""
    kiosk.at_station(_call_two)
    kiosk.waits_for("A003")
    kiosk.shot()
    kiosk.tap("图书借还")
    kiosk.tap("首页")


def _call_two(station: Any) -> None:
    for counter in ("2", "1"):
        station.do(CallNext(counter=counter), station.find_actor("clerk"))


def _call_help(kiosk: Drive) -> None:
    kiosk.tap("叫人帮忙")
    kiosk.sees("要叫工作人员过来吗？")
    kiosk.shot()
    kiosk.tap("叫人过来")
    kiosk.sees("已通知工作人员")
    kiosk.shot()
    kiosk.tap("知道了")


def _other_language(kiosk: Drive) -> None:
    was, other = kiosk.language, "en" if kiosk.language == "zh" else "zh"
    kiosk.tap("English" if was == "zh" else "中文", "中文")
    kiosk.use_language(other)
    kiosk.sees("图书借还")
    kiosk.shot()
    kiosk.wait_idle()
    kiosk.sees("您还在吗？")
    kiosk.shot()
    kiosk.tap("我还在")
    kiosk.wait_idle()
    kiosk.tap("结束并清除")
    kiosk.use_language(was)
    kiosk.sees("图书借还")


def _other_size(kiosk: Drive) -> None:
    kiosk.tap("回普通版" if kiosk.large else "长辈版")
    kiosk.sees("图书借还")
    kiosk.shot()
