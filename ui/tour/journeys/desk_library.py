"""The library at the desk: lending and returning, the hold shelf, the catalogue, an import, counting a shelf."""

import tempfile
from pathlib import Path
from typing import Any

from kiosk.commands.base import from_fields
from ui.tour.journey import Drive, journey

SCAN = "扫码，或输入证号、姓名、编号、书名"
ZHANG, OUYANG = "3709152841", "5281639400"
FIRST, TWO_COPIES = "S0000001", "9787506365437"


def _open_library(desk: Drive, login: str = "librarian") -> None:
    desk.write(login, into="登录名")
    desk.tap("登录")
    desk.tap("图书")
    desk.sees("扫读者证来借书，直接扫书就是还书")


def _as_librarian(desk: Drive, *wishes: tuple[str, dict[str, Any]]) -> None:
    def act(station: Any) -> None:
        for kind, fields in wishes:
            answer = station.do(from_fields(kind, fields), station.find_actor("librarian"))
            assert answer.status == "accepted", answer

    desk.at_station(act)


@journey("desk_lend", who="desk")
def lend(desk: Drive) -> None:
    """A card and three books, and one key for the next person; what cannot be is said beside the scan."""
    _open_library(desk)
    desk.shot()
    before = desk.touches
    desk.scan(OUYANG)
    for copy in ("S0000003", "S0000005", "S0000007"):
        desk.scan(copy)
    desk.sees("已借 3 / 最多 5", "3 of at most 5")
    desk.shot()
    desk.hit("F4")
    assert desk.touches - before <= 4 + 1
    desk.scan("S0099999")
    desk.scan(ZHANG)
    desk.scan("S0000010")
    desk.hit("F2")
    desk.sees("全部续借")
    desk.shot()


@journey("desk_return_and_holds", who="desk")
def return_and_holds(desk: Drive) -> None:
    """A book comes back, somebody waits for it, and it is handed over; what is late stands on the call list."""
    _open_library(desk)
    _as_librarian(desk, ("place_hold", {"title": "9787540468422", "resident": OUYANG}))
    desk.scan(FIRST)
    desk.sees("已还。有人预约，请放预约架")
    desk.scan("S0000002")
    desk.shot()
    desk.hit("Ctrl+Z")
    desk.sees("撤销了，仍在", "Undone: on loan to")
    desk.shot()
    desk.hit("Alt+2")
    desk.write("坏小孩", into="书名、编号、读者")
    desk.hit("Down")
    desk.sees("借给他")
    desk.shot()
    desk.hit("Alt+3")
    desk.tap("全部在借")
    desk.shot()


@journey("desk_catalogue", who="desk")
def catalogue(desk: Drive) -> None:
    """A given book in three fields, a title's copies, a damaged copy, labels."""
    _open_library(desk)
    desk.hit("Alt+4")
    desk.write("yh", into="书名、作者、拼音、ISBN、编号")
    desk.hit("Down")
    desk.shot()
    desk.hit("Escape")
    desk.hit("F2")
    desk.sees("登记赠书")
    desk.write("邻里手记", into="ISBN 或书名")
    desk.write("周大姐", into="作者")
    desk.shot()
    desk.hit("Ctrl+Return")
    desk.sees("已入藏 1 册", "1 copies added")
    desk.hit("Alt+5")
    desk.write("S0000003", into="编号，或书名")
    desk.hit("Down")
    desk.tap("送修")
    desk.sees("送修")
    desk.shot()
    desk.hit("Alt+8")
    desk.sees("1 张书标", "1 labels")
    desk.tap("一段编号")
    desk.tap("从头开始")
    desk.sees("第一页")
    desk.shot()


@journey("desk_import", who="desk")
def bring_in(desk: Drive) -> None:
    """A file with a column of its own name and bad rows: seen first, then taken, and what was not kept is said."""
    _open_library(desk)
    desk.hit("Alt+7")
    desk.shot()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "捐赠书目.csv"
        file.write_text(_CATALOGUE, encoding="gb18030")
        desk.write(str(file), into="把文件拖到这里，或写路径：CSV、XLSX、MARC")
        desk.hit("Return")
        desk.sees("前几行会收成这样")
        desk.shot()
        desk.tap("架位")
        desk.shot()
        desk.tap("放哪", "放哪")
        desk.tap("开始导入")
        desk.waits_for("捐赠书目.csv 导完了", "捐赠书目.csv is in")
        desk.shot()


_CATALOGUE = """书名,作者,ISBN,出版年,复本,放哪
小城春秋,高云览,9787020000005,2005,2,C 区 2 架
城南旧事,林海音,9787200000000,1983,1,C 区 2 架
,无名氏,,,1,C 区 2 架
呼兰河传,萧红,,二〇一一,1,C 区 3 架
"=HYPERLINK(1)",=1+1,,2020,1,C 区 3 架
"""


@journey("desk_stocktake", who="desk")
def stocktake(desk: Drive) -> None:
    """One shelf is counted: right, misplaced, recorded as lent though it is here; then recorded."""
    _open_library(desk)
    desk.hit("Alt+6")
    desk.sees("盘哪里")
    desk.shot()
    desk.tap("一楼阅览区 · A 区 1 架 1 层", "Reading corner · A 区 1 架 1 层")
    for copy in (FIRST, "S0000003", "S0000002", "S0000040"):
        desk.scan(copy)
    desk.sees("记录是借出，书在这里")
    desk.shot()
    desk.tap("办归还")
    desk.hit("F3")
    desk.sees("盘点完成？")
    desk.shot()
    desk.tap("记下，没扫到的再找找")
    desk.sees("盘过的")
    desk.shot()
