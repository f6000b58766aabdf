"""我的借阅 with a child's books and with what one waits for; a card that is stopped while its holder stands there; browsing."""

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update

from db import tables as t
from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder
from kiosk.domain.classification import MAIN_CLASSES
from kiosk.station import Station
from ui.tour.journey import Drive
from ui.viewmodels.library import Library
from ui.viewmodels.library_class_rows import class_words
from ui.viewmodels.library_loans import Loans

AT = datetime(2026, 11, 23, 9, 41)
CARD, OTHER, GUARDIAN, CHILD, PIN = "3709152841", "5281639400", "2048573618", "6139704826", "1234"
OpenKiosk = Callable[..., Drive]


@pytest.fixture
def elsewhere(tmp_path: Path) -> Callable[..., Any]:
    """What happens at the station meanwhile, in the home that the screens have open."""

    def act(kind: str, who: str | None = None, at: datetime = AT, **fields: Any) -> Any:
        station = Station(HomeFolder(tmp_path / "home"), clock=lambda: AT)
        answer = station.do(from_fields(kind, fields), station.find_actor(who) if who else None, at)
        station.close()
        assert not answer.is_refused, answer
        return answer.result

    return act


def open_loans(drive: Drive, card: str = CARD) -> None:
    drive.tap("图书借还")
    drive.tap("我的借阅")
    identify(drive, card)


def identify(drive: Drive, card: str) -> None:
    drive.digits(card)
    drive.tap("下一步")
    drive.digits(PIN)
    drive.tap("确定")


def test_a_guardian_renews_all_books_of_the_family_by_one_touch(kiosk: OpenKiosk, elsewhere: Any) -> None:
    drive = kiosk()
    elsewhere("check_out_copy", GUARDIAN, copy="S0000001")
    elsewhere("check_out_copy", CHILD, copy="S0000004")
    open_loans(drive, GUARDIAN)
    drive.sees("李*章")
    drive.tap("全部续借")
    drive.sees("2 本都续借好了。")
    assert not drive.can("续借 坏小孩")


def test_what_cannot_be_renewed_stands_beside_what_was(kiosk: OpenKiosk, elsewhere: Any) -> None:
    drive = kiosk()
    for copy in ("S0000001", "S0000004", "S0000005"):
        elsewhere("check_out_copy", CARD, copy=copy)
    open_loans(drive)
    elsewhere("place_hold", OTHER, title="9787540468422")
    drive.tap("全部续借")
    drive.sees("续借好了 2 本，另外 1 本不能续。")
    drive.sees("有人在等，请按时还")


def test_a_childs_late_book_is_said_to_its_guardian_here_and_when_borrowing(
    kiosk: OpenKiosk, elsewhere: Any
) -> None:
    drive = kiosk()
    elsewhere("check_out_copy", CHILD, at=AT - timedelta(days=40), copy="S0000004")
    open_loans(drive, GUARDIAN)
    drive.sees("孩子有 1 本过期了，请帮着还回来。")
    drive.tap("返回")
    drive.tap("借书")
    drive.scan("S0000001")
    drive.sees("孩子有 1 本过期了，请帮着还回来。")


def test_whoever_waits_sees_their_place_and_may_think_twice(kiosk: OpenKiosk, elsewhere: Any) -> None:
    drive = kiosk()
    elsewhere("check_out_copy", CARD, copy="S0000001")
    elsewhere("place_hold", CHILD, title="9787540468422", at=AT - timedelta(hours=1))
    elsewhere("place_hold", OTHER, title="9787540468422")
    open_loans(drive, OTHER)
    drive.sees("排第 2 位")
    drive.tap("不等了 坏小孩")
    drive.tap("再等等")
    assert Loans.the()._holds.rowCount() == 1
    drive.tap("不等了 坏小孩")
    drive.tap("确定取消")
    drive.sees("预约取消了。")
    assert Loans.the()._holds.rowCount() == 0


def test_a_book_that_lies_ready_says_until_when(kiosk: OpenKiosk, elsewhere: Any) -> None:
    drive = kiosk()
    elsewhere("check_out_copy", CARD, copy="S0000001")
    elsewhere("place_hold", OTHER, title="9787540468422")
    elsewhere("return_copy", copy="S0000001")
    open_loans(drive, OTHER)
    drive.sees("可以来取了")
    drive.sees("11月26日 周四 前到服务台取")


def stop_card(tmp_path: Path, card: str) -> None:
    """As the desk will have done."""
    station = Station(HomeFolder(tmp_path / "home"), clock=lambda: AT)
    for database in (station._database, station._hub._database):  # type: ignore[attr-defined]
        with database.write() as connection:
            connection.execute(update(t.cards).where(t.cards.c.number == card).values(blocked=True))
    station.close()


def test_a_card_that_is_stopped_while_it_is_used_is_sent_to_the_desk(
    kiosk: OpenKiosk, tmp_path: Path, elsewhere: Any
) -> None:
    drive = kiosk()
    elsewhere("check_out_copy", CARD, copy="S0000001")
    open_loans(drive)
    stop_card(tmp_path, CARD)
    drive.tap("续借 坏小孩")
    drive.sees("这张卡停用了。")
    drive.tap("返回")
    drive.tap("借书")
    drive.scan("S0000004")
    drive.sees("这张卡停用了。")


def test_books_are_browsed_by_class_large_print_and_for_children(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("图书借还")
    drive.tap("找书")
    drive.enter()
    drive.tap("按类找")
    drive.tap("生物科学")
    drive.sees("生命是什么")
    drive.tap("生物科学")
    drive.sees("共 95 种")
    drive.tap("少儿")
    drive.tap("大字")
    drive.sees("找到 1 种")
    drive.sees("呼兰河传")
    drive.tap("清空筛选")
    assert Library.the()._wished.is_filtered is False


def test_every_class_has_a_short_name_for_its_chip() -> None:
    for one in MAIN_CLASSES:
        for english in (False, True):
            assert 0 < len(class_words(one.letter, english)) <= 40
    assert class_words("", False) == ""
