"""Figures at the desk: topics and periods, files and where they lie, the audit list for a manager."""

from pathlib import Path

import openpyxl
import pytest

from tests.ui.conftest import OpenDesk
from ui.viewmodels.desk.figures.charts import axis
from ui.viewmodels.desk.figures.page import Figures

NUMBER = ("open_ticket", {"item": "gaoling"})


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("ui.viewmodels.desk.documents.user_documents_path", lambda: tmp_path / "documents")
    return tmp_path / "documents"


@pytest.mark.parametrize("most", [0, 0.3, 1, 2, 3, 7, 10, 37, 60, 99, 100, 101, 12_345])
def test_an_axis_ends_above_all_bars_with_two_to_four_round_marks(most: float) -> None:
    end, step = axis(most)
    assert end >= most and 2 <= round(end / step) <= 4


def test_a_manager_looks_at_topics_and_periods_and_keeps_them_as_a_file(
    front: OpenDesk, documents: Path
) -> None:
    desk = front("manager", NUMBER, NUMBER)
    desk.tap("统计")
    desk.sees("每天登记和办结")
    assert Figures.the()._chart["values"] == [0, 0, 0, 0, 0, 0, 2]
    desk.hit("Right")
    desk.sees("平均等多久")
    desk.tap("上月")
    desk.sees("这段时间没有记录")
    desk.tap("本月")
    desk.hit("Ctrl+S")
    desk.waits_for("已存到")
    (file,) = documents.glob("*.xlsx")
    assert file.name == "驿站统计 2026-11-01 至 2026-11-23.xlsx" and desk.can("打开文件夹")
    assert openpyxl.load_workbook(file)["按事项"]["B2"].value == 2
    desk.tap("报告 PDF")
    desk.waits_for(".pdf")
    assert [one.suffix for one in documents.glob("*.pdf")] == [".pdf"]


def test_days_that_are_none_are_said_and_change_nothing(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER)
    desk.tap("统计")
    desk.tap("自己选")
    Figures.the().choose_days("2026-11-31", "2026-11-01")
    desk.sees("请写成")
    Figures.the().choose_days("2026-11-23", "2026-11-23")
    desk.sees("11月23日")
    assert Figures.the()._chart["values"] == [1] and not desk.can("操作记录")


def test_a_manager_finds_who_did_what_and_keeps_the_list(front: OpenDesk, documents: Path) -> None:
    desk = front("manager", NUMBER)
    desk.tap("统计")
    desk.tap("操作记录")
    desk.sees("取号或登记")
    desk.tap("没办成")
    desk.sees("这段时间没有记录")
    desk.tap("全部")
    desk.tap("哪种事")
    desk.write("取号", into="输入几个字来找")
    desk.tap("取号或登记")
    desk.sees("1 条")
    desk.tap("导出 CSV")
    desk.waits_for("已存到")
    (file,) = documents.glob("*.csv")
    assert "终端 A,取号或登记,A001,办成" in file.read_text("utf-8-sig")
    assert not list(documents.glob("*.xlsx"))


def test_a_folder_that_cannot_be_written_is_said(front: OpenDesk, documents: Path) -> None:
    documents.write_text("a file where the folder should be")
    desk = front("librarian")
    desk.tap("统计")
    desk.sees("每天借出和归还")
    desk.tap("存成表格")
    desk.waits_for("文件写不下来")


def test_whoever_signs_in_next_begins_anew(front: OpenDesk) -> None:
    desk = front("manager", NUMBER)
    desk.tap("统计")
    desk.tap("操作记录")
    desk.tap("退出登录")
    desk.write("clerk", into="登录名")
    desk.tap("登录")
    desk.tap("统计")
    desk.sees("每天登记和办结")
    assert not desk.can("导出 CSV")
