"""Cases at the desk as an operator presses them: found while typing, written to, drafts, papers."""

from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from kiosk.commands.desk_lists import DeskList
from kiosk.station import Station
from tests.ui.conftest import OpenDesk
from ui.viewmodels.desk.cases import Cases
from ui.viewmodels.desk.papers import Paper, Papers, picture_of, save_copy

NUMBER = ("open_ticket", {"item": "gaoling"})
OTHER = ("open_ticket", {"item": "canbao"})
SEARCH = "号码、姓名、事项、电话后四位"


def test_a_case_is_found_by_a_part_of_its_errand_and_a_note_is_kept(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER, OTHER)
    desk.hit("Ctrl+2")
    desk.tap("全部工单")
    desk.write("高龄", into=SEARCH)
    desk.hit("Down")
    desk.sees("A001")
    desk.tap("记一笔")
    desk.write("<b>下午</b>再来", into="备注")
    desk.tap("确定")
    desk.sees("<b>下午</b>再来")


def test_a_number_typed_anywhere_opens_its_case(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER, OTHER)
    desk.hit("/")
    desk.write("a002")
    desk.hit("Return")
    desk.sees("经过")
    assert Cases.the()._number == "A002"


def test_the_case_sought_is_all_that_the_station_is_asked_for(
    front: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[DeskList] = []
    ask = Station.ask

    def listening(station: Station, question: Any, *how: Any) -> Any:
        asked.extend([question] if isinstance(question, DeskList) else [])
        return ask(station, question, *how)

    desk = front("clerk", NUMBER, OTHER)
    monkeypatch.setattr(Station, "ask", listening)
    desk.hit("/")
    desk.write("a002")
    desk.hit("Return")
    desk.sees("经过")
    assert [(one.what, one.q) for one in asked] == [("tickets", "A002")]


def test_a_form_says_what_is_missing_and_keeps_what_was_typed(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER)
    desk.hit("Ctrl+2")
    desk.tap("全部工单")
    desk.tap("A001")
    desk.tap("约上门")
    desk.write("32-13", into="哪天")
    desk.tap("确定")
    desk.sees("日期写成 2026-12-03 或 12-3")
    desk.sees("这一项要填")
    assert Cases.the()._actions._fields[0]["value"] == "32-13"


def test_a_new_case_asks_the_items_own_form_and_keeps_the_answers(front: OpenDesk) -> None:
    desk = front("clerk")
    desk.hit("Ctrl+2")
    desk.tap("全部工单")
    desk.tap("新建工单")
    desk.tap("基本医保参保缴费")
    Cases.the()._new.fill("form.who", "child")
    Cases.the()._new.fill("form.people", "3")
    desk.tap("确定")
    desk.sees("孩子")
    desk.sees("几个人？")


def test_a_colleagues_case_is_said_to_be_in_hand(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER)
    desk.hit("F9")
    desk.tap("退出登录")
    desk.write("manager", into="登录名")
    desk.tap("登录")
    desk.hit("Ctrl+2")
    desk.tap("全部工单")
    desk.tap("A001")
    desk.sees("周示岚 正在办这一件，动手前先说一声")


def test_what_was_typed_is_back_after_the_desk_went_dark(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER)
    desk.hit("Ctrl+2")
    desk.tap("全部工单")
    desk.tap("A001")
    desk.tap("记一笔")
    desk.write("还差户口本", into="备注")
    Cases.the()._actions._keep_draft()  # what its timer does a moment later
    desk.at_station(lambda station: None)
    again = front("clerk")
    again.hit("Ctrl+2")
    again.tap("全部工单")
    again.tap("A001")
    again.tap("记一笔")
    again.waits_for("上次没发出去的内容已找回，请核对。")
    assert Cases.the()._actions._fields[0]["value"] == "还差户口本"


def test_a_role_sees_no_button_it_may_not_press(front: OpenDesk) -> None:
    front("librarian", NUMBER)
    cases = Cases.the()
    cases._actions.refresh()
    assert cases._actions._offered == [] and cases._new._offered == []


def test_a_picture_is_drawn_small_however_large_and_a_trap_is_none(tmp_path: Path) -> None:
    Image.new("RGB", (6000, 4000), "red").save(tmp_path / "large.jpg")
    drawn = picture_of((tmp_path / "large.jpg").read_bytes())
    assert drawn is not None and max(drawn.width(), drawn.height()) == 1600
    assert picture_of(b"%PDF-1.7 no picture") is None
    assert picture_of(b"\x89PNG\r\n\x1a\n" + b"\0" * 50) is None


def test_a_copy_never_lands_on_another_file_or_outside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from kiosk.commands.records import Attachment

    monkeypatch.setattr("ui.viewmodels.desk.documents.user_documents_path", lambda: tmp_path)
    paper = Paper(Attachment(name="../../a.pdf", type="application/pdf", size=1, hash="0" * 64), b"1", None)
    first, second = save_copy(paper), save_copy(paper)
    assert first == tmp_path / "a.pdf" and second == tmp_path / "a (2).pdf"


def test_papers_that_are_not_here_yet_are_said_to_be_away(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER)
    Papers.the().open("nobody")
    desk.at_station(lambda station: None)
    assert Papers.the().property("problem") == "这个附件还没传到这台机器，联网后再打开"
