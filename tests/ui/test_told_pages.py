"""What did not work out is explained first: after card and PIN, and at the slip."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from kiosk.commands.station import Listing
from kiosk.config import HomeFolder
from kiosk.station import Station
from tests.ui.conftest import AT
from tests.ui.test_library_pages import CARD, OTHER_CARD, identify
from tests.ui.test_slip_pages import CutOff, code_of, take_that_room_elsewhere
from ui.tour.journey import Drive
from ui.tour.journeys.slip import requested
from ui.viewmodels.explaining import Explaining

DAY = date(2026, 12, 2)
OpenKiosk = Callable[..., Drive]


@pytest.fixture
def code(kiosk: OpenKiosk, tmp_path: Path) -> str:
    """The resident's request for a room: taken while the line was cut, refused when it was mended. -> its slip's code"""
    away = CutOff(HomeFolder(tmp_path / "home"), clock=lambda: AT)
    answer = requested(away, DAY, actor=away.find_actor(CARD))
    away.close()
    take_that_room_elsewhere(tmp_path / "home", DAY)
    return code_of(answer)


def my_loans(drive: Drive, card: str = CARD) -> None:
    drive.tap("图书借还")
    drive.tap("我的借阅")
    identify(drive, card)


def explained(tmp_path: Path) -> bool:
    station = Station(HomeFolder(tmp_path / "home"), clock=lambda: AT)
    (row,) = station.ask(Listing(what="inbox"))
    station.close()
    return row["explained_at"] is not None


def test_it_is_explained_before_the_page_that_was_wished_and_once(
    code: str, kiosk: OpenKiosk, tmp_path: Path
) -> None:
    drive = kiosk()
    my_loans(drive)
    assert drive.page == "identify.told"
    for text in (
        "有件事没办成",
        "党群会议室",
        "12月2日 周三 14:00–15:30",
        "给您号码 AB0001",
        "这个时段刚被别人约了",
    ):
        drive.sees(text)
    drive.tap("知道了")
    assert drive.page == "library.loans"
    assert explained(tmp_path)
    drive.tap("结束并清除")
    my_loans(drive)
    assert drive.page == "library.loans"


def test_somebody_else_hears_nothing_of_it(code: str, kiosk: OpenKiosk) -> None:
    drive = kiosk()
    my_loans(drive, OTHER_CARD)
    assert drive.page == "library.loans"


@pytest.mark.parametrize("way_out", ["返回", "首页", "结束并清除"])
def test_who_leaves_without_a_word_is_told_again(
    code: str, kiosk: OpenKiosk, tmp_path: Path, way_out: str
) -> None:
    drive = kiosk()
    my_loans(drive)
    drive.tap(way_out)
    assert not explained(tmp_path)
    if drive.page != "home":
        drive.tap("结束并清除")
    assert Explaining.the().rows.rowCount() == 0
    my_loans(drive)
    assert drive.page == "identify.told"


def test_it_goes_on_while_the_line_is_cut(code: str, kiosk: OpenKiosk, tmp_path: Path) -> None:
    drive = kiosk(lambda: CutOff(HomeFolder(tmp_path / "home"), clock=lambda: AT))
    my_loans(drive)
    drive.tap("知道了")
    assert drive.page == "library.loans"
    assert explained(tmp_path)


def test_the_language_changes_with_the_page_open(code: str, kiosk: OpenKiosk) -> None:
    drive = kiosk(language="en", large=True)
    my_loans(drive)
    for text in (
        "1 thing not done",
        "Meeting room",
        "you were given AB0001",
        "Someone else has just taken that slot.",
    ):
        drive.sees("", text)
    drive.tap("知道了", "Got it")
    assert drive.page == "library.loans"


def test_at_the_slip_it_is_said_what_had_been_told_and_marked(
    code: str, kiosk: OpenKiosk, tmp_path: Path
) -> None:
    drive = kiosk()
    for _ in range(2):
        drive.scan(code)
        assert drive.page == "slip.refused"
        for text in ("没有约成", "11月23日 09:41 给您号码 AB0001", "党群会议室", "请换一个时段或换一天。"):
            drive.sees(text)
        drive.tap("知道了")
        assert drive.page == "home"
        assert explained(tmp_path)
