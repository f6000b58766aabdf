"""The check-in stand, which nobody has to touch: it waits, answers every kind of code, is cut off, is out of order."""

from collections.abc import Callable
from datetime import date
from typing import Any

from kiosk.commands.bookings import ApproveBooking, CancelBooking
from kiosk.commands.tickets import OpenTicket
from kiosk.devices.speaker import SimulatedSpeaker
from kiosk.domain.trouble import KioskError
from ui.tour.journey import Drive, journey
from ui.tour.journeys.slip import NOT_OURS, WEEK_BEFORE, approved, on_station, requested
from ui.viewmodels.stand.door import Stand

TODAY = date(2026, 11, 23)


def listen() -> SimulatedSpeaker:
    speaker = SimulatedSpeaker(voices=("zh", "en"), prompt=True)
    Stand.the().use(speaker)
    return speaker


def a_full_day(stand: Drive) -> dict[str, str]:
    """Codes of bookings of every kind, and rooms that are in use."""
    codes = {
        "now": on_station(lambda station: approved(station, TODAY, "10:00")),
        "later": on_station(lambda station: approved(station, TODAY, "14:00")),
        "late": on_station(lambda station: approved(station, TODAY, "08:30", "dangjian")),
        "evening": on_station(lambda station: approved(station, TODAY, "18:00", "rongshu")),
        "other day": on_station(lambda station: approved(station, date(2026, 11, 27), "14:00")),
        "undecided": on_station(lambda station: requested(station, date(2026, 12, 2))),
    }
    Stand.the().refresh()
    stand.waits_for("可以签到")
    return codes


@journey("stand_waits", who="stand")
def waits(stand: Drive) -> None:
    """A quiet morning without a loudspeaker, then a full day."""
    stand.sees("请扫码")
    stand.shot()
    listen()
    a_full_day(stand)
    stand.shot()


@journey("stand_check_in", who="stand")
def check_in(stand: Drive) -> None:
    """A slip lets in; how many came may be said; the same slip again; a member's card for what is booked."""
    speaker, codes = listen(), a_full_day(stand)
    stand.scan(codes["now"])
    stand.sees("签到成功")
    stand.shot()
    assert speaker.heard[0] == "success"
    stand.tap("多一位")
    stand.tap("确定")
    stand.sees("登记了 5 人", "5 people noted")
    stand.shot()
    stand.tap("结束并清除")
    stand.sees("请扫码")
    stand.scan(codes["now"])
    stand.sees("已签过到")
    stand.shot()


@journey("stand_card", who="stand")
def card(stand: Drive) -> None:
    """Whose booking it is may hold the card instead of the slip: the screen shows no more than a masked name."""
    listen()
    stand.at_station(booked_with_card)
    stand.scan("5281639400")
    stand.sees("签到成功")
    stand.sees("欧阳*演")
    stand.shot()


@journey("stand_not_now", who="stand")
def not_now(stand: Drive) -> None:
    """Too early, too late, another day: each replaces the one before at once."""
    speaker, codes = listen(), a_full_day(stand)
    for name, title in (("later", "来早了"), ("late", "来晚了"), ("other day", "不是今天")):
        stand.scan(codes[name])
        stand.sees(title)
        stand.shot()
    assert "attention" in speaker.heard and "success" not in speaker.heard


@journey("stand_no", who="stand")
def no(stand: Drive) -> None:
    """Called off, not decided, not ours."""
    speaker, codes = listen(), a_full_day(stand)
    on_station_called_off(stand, codes["later"])
    for code, title in (
        (codes["later"], "已取消"),
        (codes["undecided"], "还没审核"),
        (NOT_OURS, "不认识这个码"),
    ):
        stand.scan(code)
        stand.sees(title)
        stand.shot()
    assert "refusal" in speaker.heard


@journey("stand_others", who="stand")
def others(stand: Drive) -> None:
    """What else people hold to it: a queue number, their card, a stopped card, a book, somebody's web address."""
    listen()
    a_full_day(stand)
    number = on_station(lambda station: station.do(OpenTicket(item="gaoling")))
    for code, title in (
        (number, "办事的号"), ("3709152841", "没有预约"),
        ("7823406959", "卡已停用"), ("9780306406157", "这是图书"), ("4006381333931", "不是驿站的码"),
    ):  # fmt: skip
        stand.scan(code)
        stand.sees(title)
        stand.shot()
    Stand.the().read("https://example.org/pay?id=1")
    stand.sees("网址", "web address")
    stand.shot()


@journey("stand_cut_off", who="stand")
def cut_off(stand: Drive) -> None:
    """Without the hub the check-in is kept, and said to be unconfirmed."""
    listen()
    codes = a_full_day(stand)
    stand.cut_line()
    stand.waits_for("断网")
    stand.scan(codes["now"])
    stand.sees("待确认")
    stand.shot()


@journey("stand_broken", who="stand")
def broken(stand: Drive) -> None:
    """A scan that cannot be kept is said; a home that cannot be read is out of order until it can."""
    listen()
    codes = a_full_day(stand)
    stand.break_down(KioskError("disk_full"))
    stand.scan(codes["now"])
    stand.sees("没能签到")
    stand.shot()
    Stand.the().end()
    spoil(stand, OSError("the home is gone"))
    Stand.the().refresh()
    stand.sees("请到服务台签到")
    stand.shot()
    Stand.the().refresh()
    stand.waits_for("请扫码")


@journey("stand_leave", who="stand")
def leave(stand: Drive) -> None:
    from ui.viewmodels.stand.leaving import Leaving

    Leaving.the().guard(lambda typed: typed == "4711", True)
    stand.hit("Ctrl+Q")
    stand.waits_for("退出签到台？")
    for digit in "1234":
        stand.tap(digit)
    stand.tap("退出")
    stand.sees("密码不对")
    stand.shot()
    stand.tap("不退出")
    stand.sees("请扫码")


def on_station_called_off(stand: Drive, code: str) -> None:
    stand.at_station(lambda station: station.do(CancelBooking(code=code)))


def spoil(stand: Drive, trouble: Exception) -> None:
    """The next question fails."""

    def fail_once(station: Any) -> None:
        ask: Callable[..., Any] = station.ask

        def fail(*_: Any) -> None:
            station.ask = ask
            raise trouble

        station.ask = fail

    stand._complaints.expected.append(trouble)
    stand.at_station(fail_once)


def booked_with_card(station: Any) -> None:
    owner = station.find_actor("5281639400")
    asked = requested(station, TODAY, "10:00", at=WEEK_BEFORE, actor=owner)
    yes = ApproveBooking(booking=asked.result["booking"])
    station.do(yes, station.find_actor("clerk"), at=WEEK_BEFORE)
