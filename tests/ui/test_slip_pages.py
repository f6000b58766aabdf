"""A slip at the scanner: what it tells, what can be done, and what is no scan at all."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.commands.library import CheckOutCopy, CopyOf
from kiosk.commands.station import SlipOf
from kiosk.commands.tickets import CallNext, OpenTicket
from kiosk.config import HomeFolder, Settings
from kiosk.domain.states import BookingState, TicketState
from kiosk.station import Station
from kiosk.station_setup import init
from kiosk.sync.exchange import Message
from kiosk.sync.messages import Decided
from kiosk.sync.verify import store_url
from ui.app import Look, Screens
from ui.tour.camera import Camera
from ui.tour.finger import Finger
from ui.tour.journey import Drive
from ui.tour.journeys.slip import NOT_OURS, approved, requested, weekly
from ui.viewmodels.identity import Identity
from ui.viewmodels.idle import Idle
from ui.viewmodels.library_title import BookTitle
from ui.viewmodels.scan import Scan
from ui.viewmodels.slip import Slip
from ui.viewmodels.slip_holder import Holder

AT = datetime(2026, 11, 23, 9, 41)
TODAY = AT.date()
CARD = "3709152841"
BOOK = "S0000005"
OpenKiosk = Callable[..., Drive]


class CutOff(Station):
    """The hub is away."""

    def exchange(self, message: Message | None = None) -> dict[str, Decided]:
        return {}

    def follow(self, *_: Any) -> None:
        """Nor is it found by itself."""


@pytest.fixture
def station(demo_template: Path, tmp_path: Path) -> Iterator[Station]:
    shutil.copytree(demo_template, tmp_path / "home")
    station = Station(HomeFolder(tmp_path / "home"), clock=lambda: AT)
    yield station
    station.close()


@pytest.fixture
def kiosk(station: Station, tmp_path: Path) -> Iterator[OpenKiosk]:
    """The screens of the same home, at a time of one's choice."""
    opened: list[Screens] = []

    def start(at: datetime = AT, kind: type[Station] = Station) -> Drive:
        def open_station() -> Any:
            return kind(HomeFolder(tmp_path / "home"), clock=lambda: at)

        screens = Screens(open_station, "kiosk", Look(size=(1080, 1920), pace=0), lambda: at)
        opened.append(screens)
        camera = Camera(screens.window, screens.background, tmp_path, "test")
        camera.rest()
        return Drive(Finger(screens.window), camera, "zh", False)

    yield start
    for screens in opened:
        screens.close()


def take_number(station: Station) -> Any:
    return station.do(OpenTicket(item="gaoling"))


def code_of(answer: Any) -> str:
    assert not answer.is_refused, answer
    return str(answer.result["code"])


def booking_state(station: Station, code: str) -> BookingState:
    found: BookingState = station.ask(SlipOf(code=code)).booking.booking.status
    return found


def test_a_slip_tells_its_place_in_the_queue(station: Station, kiosk: OpenKiosk) -> None:
    take_number(station)
    answer = take_number(station)
    drive = kiosk()
    drive.scan(code_of(answer))
    drive.sees(answer.result["number"])
    drive.sees("正在排队")
    drive.sees("前面 1 人")
    assert drive.page == "slip.ticket"


def test_a_number_that_is_called_says_to_which_counter(station: Station, kiosk: OpenKiosk) -> None:
    answer = take_number(station)
    station.do(CallNext(counter="2"), station.find_actor("clerk"))
    drive = kiosk()
    drive.scan(code_of(answer))
    drive.sees("正在叫您")
    drive.sees("请到 2 号窗口")


def test_a_number_is_cancelled_only_after_it_was_asked(station: Station, kiosk: OpenKiosk) -> None:
    code = code_of(take_number(station))
    drive = kiosk()
    drive.scan(code)
    drive.tap("取消这个号")
    drive.tap("不取消")
    assert station.ask(SlipOf(code=code)).ticket.state is TicketState.WAITING
    drive.tap("取消这个号")
    drive.tap("取消号码")
    drive.sees("已取消")
    assert station.ask(SlipOf(code=code)).ticket.state is TicketState.CANCELLED
    assert not drive.can("取消这个号")


def test_yesterdays_number_cannot_wait_any_more(station: Station, kiosk: OpenKiosk) -> None:
    code = code_of(take_number(station))
    drive = kiosk(datetime(2026, 11, 24, 9, 0))
    drive.scan(code)
    drive.sees("过了当天")
    assert not drive.can("取消这个号")


def test_a_request_says_until_when_it_is_answered(station: Station, kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.scan(code_of(requested(station, date(2026, 12, 2))))
    drive.sees("待审核")
    drive.sees("11月24日 周二 17:00 前答复您")
    drive.sees("12月2日 星期三")
    assert not drive.can("签到")


def test_a_slip_shows_neither_name_nor_phone(station: Station, kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.scan(code_of(requested(station, date(2026, 12, 2))))
    assert not any("0007" in text or "134" in text for text in drive._finger.texts())


def test_who_comes_in_time_checks_in(station: Station, kiosk: OpenKiosk) -> None:
    code = code_of(approved(station, TODAY, "10:00"))
    drive = kiosk()
    drive.scan(code)
    drive.sees("签到成功")
    drive.sees("请进，进门直走，右手最里间")
    drive.sees("10:00–11:30")
    assert drive.touches == 0
    assert booking_state(station, code) is BookingState.CHECKED_IN
    drive.scan(code)
    drive.sees("已经签到")


@pytest.mark.parametrize(
    ("at", "title", "sub"),
    [
        ("2026-11-23T13:29", "还没到时间", "今天 13:30 起可以签到"),
        ("2026-11-23T13:30", "签到成功", "请进，进门直走，右手最里间"),
        ("2026-11-23T14:16", "来晚了", "请到服务台，我们看看怎么办。"),
        ("2026-11-20T10:00", "已通过", "11月23日 周一 13:30 起可以签到"),
    ],
)
def test_an_approved_booking_says_when_to_check_in(
    station: Station, kiosk: OpenKiosk, at: str, title: str, sub: str
) -> None:
    code = code_of(approved(station, TODAY, "14:00"))
    drive = kiosk(datetime.fromisoformat(at))
    drive.scan(code)
    drive.sees(title)
    drive.sees(sub)


def test_who_is_here_may_end_early_and_gives_the_room_back(station: Station, kiosk: OpenKiosk) -> None:
    code = code_of(approved(station, TODAY, "10:00"))
    drive = kiosk()
    drive.scan(code)
    assert not drive.can("提前结束")
    drive.scan(code)
    drive.tap("提前结束")
    drive.tap("还没用完")
    assert booking_state(station, code) is BookingState.CHECKED_IN
    drive.tap("提前结束")
    drive.tap("现在结束")
    drive.sees("用完了")
    assert booking_state(station, code) is BookingState.COMPLETED


def test_of_a_weekly_use_one_date_or_all_are_called_off(station: Station, kiosk: OpenKiosk) -> None:
    code = code_of(weekly(station))
    drive = kiosk()
    drive.scan(code)
    drive.sees("每周都来，还有 3 次")
    drive.tap("取消预约")
    drive.tap("只取消这一次")
    drive.sees("12月7日")
    drive.tap("取消预约")
    drive.tap("2 次都取消")
    drive.sees("已取消")


def test_who_waits_reads_their_place(station: Station, kiosk: OpenKiosk) -> None:
    requested(station, date(2026, 12, 2))
    code = code_of(requested(station, date(2026, 12, 2), waitlist=True, phone="13490000006"))
    drive = kiosk()
    drive.scan(code)
    drive.sees("候补中")
    drive.sees("您是第 1 位")


def test_cancelling_late_warns_of_the_strike_and_says_that_it_came(
    station: Station, kiosk: OpenKiosk
) -> None:
    code = code_of(approved(station, TODAY, "14:00"))
    drive = kiosk()
    drive.scan(code)
    drive.tap("取消预约")
    drive.sees("现在取消会记一次失约")
    drive.tap("确定取消")
    drive.sees("记了一次失约")
    assert booking_state(station, code) is BookingState.CANCELLED


def test_cancelling_in_time_costs_nothing(station: Station, kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.scan(code_of(approved(station, date(2026, 11, 25), "14:00")))
    drive.tap("取消预约")
    drive.sees("现在取消不算失约")


def test_what_the_hub_has_not_heard_is_shown_as_provisional(
    station: Station, kiosk: OpenKiosk, tmp_path: Path
) -> None:
    away = CutOff(HomeFolder(tmp_path / "home"), clock=lambda: AT)
    code = code_of(requested(away, date(2026, 12, 2)))
    away.close()
    drive = kiosk(kind=CutOff)
    drive.scan(code)
    drive.sees("待确认")


def test_a_request_that_the_hub_refused_is_told_at_its_slip(
    station: Station, kiosk: OpenKiosk, tmp_path: Path
) -> None:
    away = CutOff(HomeFolder(tmp_path / "home"), clock=lambda: AT)
    first = code_of(requested(away, date(2026, 12, 2)))
    away.close()
    take_that_room_elsewhere(tmp_path / "home", date(2026, 12, 2))
    drive = kiosk(kind=CutOff)
    drive.scan(first)
    drive.sees("没有约成")
    drive.sees("这个时段刚被别人约了")


def take_that_room_elsewhere(home: Path, day: date) -> None:
    """Another terminal was first; then the line of this one is mended."""
    shared = Settings(terminal="", role="kiosk", demo=True, store=store_url(HomeFolder(home)))
    rival = init(HomeFolder(home.with_name("rival")), shared, clock=lambda: AT)
    requested(rival, day)
    rival.close()
    mended = Station(HomeFolder(home), clock=lambda: AT)
    mended.exchange()
    mended.close()


@pytest.mark.parametrize(
    ("text", "title", "words"),
    [
        (NOT_OURS, "不认识这个码", "可能是别的驿站的"),
        ("https://example.org/x", "这里用不了", "这里不会打开它"),
        ("A001", "这只是号码", "请扫小票上的码"),
        ("YZ1:ABC", "没有读全", "请放平再扫一次"),
        ("134567890123456789", "这里用不了", "没有扣款"),
        ("9787544258608", "号码不对", "有一位不对"),
        ("5" * 10_000, "这里用不了", "太长"),
    ],
)
def test_a_code_that_is_not_ours_is_met_kindly(kiosk: OpenKiosk, text: str, title: str, words: str) -> None:
    drive = kiosk()
    Scan.the().read(text)
    drive.sees(title)
    drive.sees(words)
    drive.tap("叫人帮忙")
    assert drive.can("叫人过来")


def test_a_card_on_any_page_asks_for_its_pin(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("场地预约")
    drive.scan(CARD)
    assert drive.page.startswith("identify.")
    drive.sees("您的密码？")
    assert Identity.the()._digits == CARD


def test_an_isbn_on_any_page_opens_its_title_and_the_next_one_takes_its_place(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.scan("9787506365437")
    assert drive.page == "library.title"
    first = BookTitle.the()._title
    drive.scan("9787544258609")
    assert BookTitle.the()._title not in ("", first)
    drive.tap("返回")
    assert drive.page == "home"


def test_a_book_from_the_shelf_is_lent_as_soon_as_its_reader_is_known(
    station: Station, kiosk: OpenKiosk
) -> None:
    drive = kiosk()
    drive.scan(BOOK)
    drive.sees("要先刷卡")
    drive.scan(CARD)
    drive.digits("1234")
    drive.tap("确定")
    if drive.page == "identify.told":
        drive.tap("知道了")
    assert drive.page == "library.borrow"
    assert drive.can("完成")
    assert station.ask(CopyOf(copy=BOOK)).copy.state == "on_loan"


def test_a_book_that_is_out_is_given_back_and_the_next_ones_follow(
    station: Station, kiosk: OpenKiosk
) -> None:
    for copy in (BOOK, "S0000007"):
        assert not station.do(CheckOutCopy(copy=copy), station.find_actor("5281639400")).is_refused
    drive = kiosk()
    drive.scan(BOOK)
    assert drive.page == "library.return"
    drive.sees("已还 1 本")
    drive.scan("S0000007")
    drive.sees("已还 2 本")
    assert (drive.touches, station.ask(CopyOf(copy=BOOK)).copy.state) == (0, "on_shelf")


def test_a_card_opens_my_page_after_its_pin(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.scan("5281639400")
    drive.digits("1234")
    drive.tap("确定")
    assert drive.page == "my.start"
    drive.scan("5281639400")
    assert drive.page == "my.start"


def test_what_was_being_filled_in_is_still_there_after_a_scan(station: Station, kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("办事取号")
    drive.scan(code_of(take_number(station)))
    drive.tap("返回")
    assert drive.page.startswith("tickets.")


def test_a_book_that_is_not_ours_is_met_kindly(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.scan("S9999999")
    drive.sees("不认识这个码")


def test_back_from_a_slip_leads_to_where_one_was(station: Station, kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("场地预约")
    drive.scan(code_of(take_number(station)))
    assert drive.page == "slip.ticket"
    drive.scan(NOT_OURS)
    assert drive.page == "slip.unknown"
    drive.tap("知道了")
    assert drive.page == "rooms.room"


def test_nothing_of_a_slip_stays_after_the_end(station: Station, kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.scan(code_of(take_number(station)))
    drive.tap("结束并清除")
    slip = Slip.the()
    assert (slip._holder, slip._number, slip._slip) == (Holder(), "", None)
    assert not slip._timer.isActive()


def test_who_scans_is_still_there(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("场地预约")
    drive.wait_idle()
    drive.scan(NOT_OURS)
    assert not Idle.the()._warning


def test_slow_keys_are_no_scan(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    window = drive._finger._window
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_4, Qt.Key.Key_5, Qt.Key.Key_Return):
        QTest.keyClick(window, key)
        QTest.qWait(70)
    assert drive.page == "home"
