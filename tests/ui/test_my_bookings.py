"""One's own bookings behind card and PIN: called off, checked in, ended early, without any slip."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

from kiosk.commands.base import TimeOfDay
from kiosk.commands.bookings import ApproveBooking, Party, RequestBooking
from kiosk.config import HomeFolder
from kiosk.domain.states import PartyKind
from tests.ui.conftest import AT, OpenKiosk
from tests.ui.test_my_pages import CARD, PIN, on_station
from tests.ui.test_slip_pages import CutOff
from ui.tour.journey import Drive


def test_a_booking_is_called_off_with_card_and_pin_alone(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    on_station(lambda station: book(station, date(2026, 12, 2)))
    identify(drive)
    drive.sees("最近的：12月2日")
    drive.tap("我的预约")
    drive.tap("查看或取消 门球场 12月2日 周三 8:30–10:00")
    drive.sees("待审核")
    drive.tap("取消预约")
    drive.sees("现在取消不算失约")
    drive.tap("不取消")
    drive.tap("取消预约")
    drive.tap("确定取消")
    drive.sees("已取消")
    drive.tap("知道了")
    assert drive.page == "my.bookings"
    drive.waits_for("已取消")
    assert not drive.can("查看或取消 门球场 12月2日 周三 8:30–10:00")
    drive.tap("返回")
    drive.sees("没有要来的预约")


def test_calling_off_late_is_a_strike_that_is_said_before_and_listed_after(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    on_station(lambda station: book(station, AT.date(), at=datetime(2026, 11, 16, 9), approved=True))
    identify(drive)
    drive.tap("我的预约")
    drive.tap("签到或取消 门球场 11月23日 周一 15:30–17:00")
    drive.tap("取消预约")
    drive.sees("离开始不到 24 小时，\n现在取消会记一次失约。")
    drive.tap("确定取消")
    drive.sees("这次取消晚了，记了一次失约。")
    drive.tap("知道了")
    drive.waits_for("取消得太晚")
    drive.tap("不是这样的 门球场 11月23日 周一")


def test_offline_what_was_called_off_waits_for_the_hub_and_says_so(kiosk: OpenKiosk, tmp_path: Path) -> None:
    drive = kiosk(station=lambda: CutOff(HomeFolder(tmp_path / "home"), clock=lambda: AT))
    on_station(lambda station: book(station, date(2026, 12, 2)))
    identify(drive)
    drive.tap("我的预约")
    drive.tap("查看或取消 门球场 12月2日 周三 8:30–10:00")
    drive.tap("取消预约")
    drive.tap("确定取消")
    drive.sees("已取消")
    drive.sees("待确认")
    drive.tap("知道了")
    drive.waits_for("待确认")


def test_who_comes_without_the_slip_checks_in_and_ends_early(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    on_station(
        lambda station: book(
            station, AT.date(), at=datetime(2026, 11, 16, 9), approved=True, start=TimeOfDay(600)
        )
    )
    identify(drive)
    drive.tap("我的预约")
    drive.tap("签到或取消 门球场 11月23日 周一 10:00–11:30")
    drive.tap("签到")
    drive.sees("签到成功")
    drive.tap("知道了")
    drive.tap("提前结束 门球场 11月23日 周一 10:00–11:30")
    drive.tap("提前结束")
    drive.tap("现在结束")
    drive.sees("用完了")


def identify(drive: Drive) -> None:
    drive.tap("我的")
    for digits, button in ((CARD, "下一步"), (PIN, "确定")):
        drive.digits(digits)
        drive.tap(button)


def book(
    station: Any, day: date, at: datetime = AT, approved: bool = False, start: TimeOfDay | None = None
) -> None:
    """The gateball court for the one with the card: in the morning, or when it was promised in the afternoon."""
    begin = start or TimeOfDay(930 if approved else 510)
    asked = station.do(
        RequestBooking(
            room="menqiu", date=day, start=begin, end=TimeOfDay(begin + 90), people=2,
            party=Party(kind=PartyKind.PERSON, name="张示明"),
        ),
        station.find_actor(CARD), at,
    )  # fmt: skip
    if approved:
        station.do(ApproveBooking(booking=asked.result["booking"]), station.find_actor("clerk"), at)
