"""待通知 as operators press it: whom to call, ticked when they know, nothing left open for the next one."""

from datetime import timedelta

import pytest

from kiosk.domain.watch import Trouble, What
from tests.ui.conftest import AT, OpenDesk
from ui.viewmodels.desk import troubles
from ui.viewmodels.desk.notices import ToTell

MESSAGE = ("open_ticket", {"item": "gaoling", "mode": "callback", "phone": "13812341234"})


def test_a_phone_is_seen_when_it_is_opened_and_covered_by_the_lock(front: OpenDesk) -> None:
    desk = front("clerk", MESSAGE)
    desk.tap("待通知")
    desk.sees("138****1234")
    desk.hit("Return")
    desk.sees("138 1234 1234")
    desk.hit("Ctrl+L")
    desk.tap("登录")
    desk.sees("138****1234")


def test_a_tick_takes_a_line_away_and_can_be_undone(front: OpenDesk) -> None:
    desk = front("clerk", MESSAGE)
    desk.tap("待通知")
    before = ToTell.the()._counts["wait"]
    for key in ("F1", "Y", "Escape"):
        desk.hit(key)
    assert ToTell.the()._counts["wait"] == before  # what lies under a dialog hears no key
    desk.hit("N")
    desk.sees("1 次没打通")
    desk.hit("Y")
    desk.sees("已告知")
    assert ToTell.the()._counts["wait"] == before - 1
    desk.hit("Ctrl+Z")
    assert ToTell.the()._counts["wait"] == before


def test_a_librarian_calls_about_books_alone(front: OpenDesk) -> None:
    desk = front("librarian", MESSAGE)
    desk.tap("待通知")
    desk.tap("图书逾期")
    assert not desk.can("留言要回电 没有留名字")
    assert ToTell.the()._counts["wait"] == 0


def test_what_went_wrong_is_one_key_from_its_answer(front: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    silent = Trouble(What.SILENT, AT - timedelta(minutes=25), {"terminal": "C", "place": "一楼大厅"})
    found = [silent]
    monkeypatch.setattr(troubles, "look_over", lambda station, actor: list(found))
    desk = front("clerk")
    desk.sees("终端 C 25 分没联系")
    desk.hit("F7")
    desk.sees("位置：一楼大厅")
    assert not desk.can("去驿站设置")  # a clerk has none
    desk.hit("Escape")
    found.clear()
    troubles.Troubles.the().refresh()
    desk.sees("一切正常")
