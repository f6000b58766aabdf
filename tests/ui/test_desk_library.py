"""The library at the desk as a librarian uses it: scans, tables, forms, an import, a count that survives a restart."""

from pathlib import Path
from typing import Any

import openpyxl

from kiosk.catalogue_import import Wishes
from kiosk.commands.station import Listing
from tests.importing.marc import marc
from tests.ui.conftest import OpenDesk
from ui.tour.journey import Drive
from ui.viewmodels.desk.finder import Finder
from ui.viewmodels.desk.library.bookimport import BookImporting
from ui.viewmodels.desk.library.bookmapping import BookMapping
from ui.viewmodels.desk.library.labels import LabelSheets
from ui.viewmodels.desk.library.lending import Lending

OUYANG, CHILD = "5281639400", "6139704826"
FILE = "把文件拖到这里，或写路径：CSV、XLSX、MARC"


def library(front: OpenDesk, *wishes: tuple[str, dict[str, Any]]) -> Drive:
    desk = front("librarian", *wishes)
    desk.tap("图书")
    return desk


def rows_of(desk: Drive, what: str) -> list[dict[str, Any]]:
    """When the station has worked off what was asked of it before."""
    found: list[Any] = []
    desk.at_station(lambda station: found.append(station.ask(Listing(what=what))))
    desk._camera.until(lambda: bool(found), f"{what} were not listed")
    return list(found[0])


def copy_states(desk: Drive, *numbers: str) -> list[str]:
    by_number = {row["number"]: row["state"] for row in rows_of(desk, "copies")}
    return [by_number[number] for number in numbers]


def test_three_books_are_lent_by_their_scans_and_one_key(front: OpenDesk) -> None:
    desk = library(front)
    for code in (OUYANG, "S0000003", "S0000005", "S0000007"):
        desk.scan(code)
    desk.sees("已借 3 / 最多 5")
    desk.hit("F4")
    desk.sees("扫读者证来借书，直接扫书就是还书")
    assert copy_states(desk, "S0000003", "S0000005", "S0000007") == ["on_loan"] * 3
    assert not any("欧阳" in text for text in desk._finger.texts())


def test_scans_and_the_next_person_come_faster_than_the_station_answers(front: OpenDesk) -> None:
    """None is lost, and none is lent to the wrong one."""
    desk = library(front)
    with desk.held():
        for code in (OUYANG, "S0000003", "S0000005"):
            Lending.the().scan(code)
        Lending.the().next_reader()
        for code in (CHILD, "S0000007"):
            Lending.the().scan(code)
    desk.sees("已借 1 / 最多 3")
    assert copy_states(desk, "S0000003", "S0000005", "S0000007") == ["on_loan"] * 3


def test_a_refusal_stands_beside_its_scan_and_the_next_one_goes_on(front: OpenDesk) -> None:
    desk = library(front)
    desk.scan("1234567004")
    desk.sees("没有这张读者证，请再扫一次，或到居民页查")
    desk.scan(CHILD)
    for number in range(5, 9):
        desk.scan(f"S000000{number}")
    desk.sees("已借 3 / 最多 3")
    assert Lending.the()._done[0].tone == "error" and Lending.the()._done[1].tone == "good"


def test_an_isbn_of_two_copies_asks_which_and_words_find_titles(front: OpenDesk) -> None:
    desk = library(front)
    desk.scan(OUYANG)
    desk.scan("9787506365437")
    desk.sees("《活着》有几册，是哪一册？")
    desk.tap("S0000003")
    assert copy_states(desk, "S0000002", "S0000003") == ["on_shelf", "on_loan"]
    desk.hit("F4")
    Lending.the().scan("李")
    desk.sees("是哪一位，还是哪一种书？")
    desk.tap("李*章")
    Lending.the().scan("余华")
    desk.sees("是哪一种？")
    desk.tap("许三观卖血记")
    assert Lending.the()._lent == 1


def test_what_was_returned_by_mistake_is_undone_by_one_key(front: OpenDesk) -> None:
    desk = library(front)
    for code in (OUYANG, "S0000003"):
        desk.scan(code)
    desk.hit("F4")
    desk.scan("S0000003")
    desk.sees("《活着》已还")
    desk.hit("Ctrl+Z")
    desk.sees("撤销了，仍在 欧阳*演 名下")
    assert copy_states(desk, "S0000003") == ["on_loan"]


def test_a_given_book_is_in_with_three_fields_and_its_label_is_printed(
    front: OpenDesk, tmp_path: Path
) -> None:
    desk = library(front)
    desk.hit("Alt+4")
    desk.hit("F2")
    desk.write("=邻里手记", into="ISBN 或书名")
    desk.hit("Ctrl+Return")
    desk.sees("已入藏 1 册")
    desk.sees("=邻里手记")
    desk.hit("Alt+8")
    desk.sees("1 张书标，1 页")
    LabelSheets.the().fill("file", str(tmp_path / "labels.pdf"))
    desk.tap("存成 PDF")
    desk.sees("1 张书标存好了：labels.pdf")
    assert (tmp_path / "labels.pdf").read_bytes().startswith(b"%PDF")
    last = LabelSheets.the()._printed
    library(front).hit("Alt+8")  # on another day, perhaps another librarian
    assert LabelSheets.the()._printed == last != ""


def test_a_name_is_masked_until_it_is_opened_and_that_is_recorded(front: OpenDesk) -> None:
    desk = library(front)
    for code in (OUYANG, "S0000003"):
        desk.scan(code)
    desk.hit("Alt+3")
    desk.tap("全部在借")
    desk.tap("逾期的")
    desk.tap("全部在借")
    desk.hit("/")
    desk.hit("Down")
    desk.sees("欧阳*演 手上的书")
    assert not any("欧阳试演" in text for text in desk._finger.texts())
    desk.tap("打开联系方式")
    desk.sees("欧阳试演")
    assert any(row["kind"] == "open_person" for row in rows_of(desk, "outcomes"))


def test_a_file_that_is_not_what_it_says_gets_a_sentence_and_keeps_the_page(
    front: OpenDesk, tmp_path: Path
) -> None:
    desk = library(front)
    desk.hit("Alt+7")
    bad = tmp_path / "catalogue.xlsx"
    bad.write_bytes(b"PK\x03\x04 not a workbook")
    desk.write(str(bad), into=FILE)
    desk.hit("Return")
    desk.sees("catalogue.xlsx")
    assert BookMapping.the()._trouble and not BookMapping.the()._ready


def test_an_import_keeps_good_rows_and_exports_the_bad_ones_as_text(front: OpenDesk, tmp_path: Path) -> None:
    desk = library(front)
    desk.hit("Alt+7")
    book = openpyxl.Workbook()
    for row in (("书名", "作者", "放哪"), ("新书一", "甲", "Z1"), ("", "=1+1", "Z1"), ("新书二", "乙", "Z2")):
        book.active.append(row)
    book.save(tmp_path / "new.xlsx")
    BookMapping.the().choose(str(tmp_path / "new.xlsx"))
    desk.sees("新书一")
    desk.tap("架位")
    desk.tap("放哪")
    desk.sees("甲 · Z1")
    desk.tap("开始导入")
    desk.waits_for("new.xlsx 导完了")
    assert [one["count"] for one in BookImporting.the()._summary][:5] == [3, 2, 2, 0, 1]
    desk.tap("导出这张单子")
    lines = (tmp_path / "new-odd.csv").read_text("utf-8-sig").splitlines()
    assert len(lines) == 2 and ",=" not in lines[1]


def test_a_place_of_marc_is_chosen_among_those_that_occur_and_remembered(
    front: OpenDesk, tmp_path: Path
) -> None:
    desk = library(front)
    desk.hit("Alt+7")
    fields = [("200", "1 |a驿站新书|f某人著"), ("690", "  |aI2"), ("930", "  |aS0900021|n2")]
    for name, broken in (("one.iso", b"00000\x1d"), ("two.iso", b"")):
        (tmp_path / name).write_bytes(marc(fields) + broken)
    BookMapping.the().choose(str(tmp_path / "one.iso"))
    desk.sees("前 2 条里有 1 条读不出")
    desk.tap("条码")
    assert not any(one["value"] == "905b" for one in BookMapping.the()._choices)
    desk.tap("930 $a")
    desk.sees("I2 · S0900021")
    desk.tap("作者")
    desk.write("?", into="字段和子字段，几处按先后写")
    desk.tap("就读这里")
    desk.sees("MARC 里的位置写成")
    desk.hit("Escape")
    desk.tap("开始导入")
    desk.waits_for("one.iso 导完了")
    assert [one["count"] for one in BookImporting.the()._summary] == [2, 1, 1, 0, 1, 0]
    desk.tap("再导一个")
    BookMapping.the().choose(str(tmp_path / "two.iso"))
    desk.sees("照上次对好的来")
    desk.tap("MARC21")
    desk.sees("没有题名")
    desk.tap("编码：UTF-8")
    desk.tap("GB18030")
    desk.sees("第 1 条记录没收：有读不出的字")
    desk.tap("恢复默认")
    assert BookMapping.the().wishes == Wishes() and not BookMapping.the()._rows[0]["bad"]


def test_an_import_stops_between_pages_and_goes_on_the_next_time(front: OpenDesk, tmp_path: Path) -> None:
    desk = library(front)
    file = tmp_path / "many.csv"
    file.write_text("题名,责任者\n" + "".join(f"第{n}本,某人\n" for n in range(2500)), "utf-8")
    model = BookImporting.the()
    BookMapping.the().choose(str(file))
    desk.hit("Alt+7")
    with desk.held():
        model.start()
        model.stop()
    desk.sees("停下了，收进的都在。再导一次会接着来。")
    assert model._report is not None and model._report.added < 2500


def test_a_count_survives_a_restart_and_sets_right_what_is_not(front: OpenDesk) -> None:
    desk = library(front)
    desk.scan(OUYANG)
    desk.scan("S0000002")
    desk.hit("Alt+6")
    desk.tap("一楼阅览区 · A 区 1 架 1 层")
    for code in ("S0000001", "S0000002", "S0000040"):
        desk.scan(code)
    desk.sees("不对的 2")
    again = library(front)
    again.hit("Alt+6")
    again.sees("记录是借出，书在这里")
    again.tap("办归还")
    again.sees("不对的 1")
    again.hit("F3")
    again.tap("记下，没扫到的记为遗失")
    again.sees("盘点完成，记下了")
    states = copy_states(again, "S0000001", "S0000002", "S0000003")
    assert states == ["on_shelf", "on_shelf", "lost"]


def test_a_clerk_finds_no_library(front: OpenDesk) -> None:
    assert not front("clerk").can("图书")


def test_a_label_scanned_on_another_page_opens_its_copy_and_lends_nothing(front: OpenDesk) -> None:
    desk = front("librarian")
    Finder.the().find("S0000003")
    desk.sees("单册")
    desk.sees("活着")
    assert copy_states(desk, "S0000003") == ["on_shelf"]
