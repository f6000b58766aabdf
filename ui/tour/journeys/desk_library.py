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


@journey("desk_import_marc", who="desk")
def bring_in_marc(desk: Drive) -> None:
    """Records with the barcode in a field of its own, one of them broken: set right by what occurs, and remembered."""
    _open_library(desk)
    desk.hit("Alt+7")
    path = "把文件拖到这里，或写路径：CSV、XLSX、MARC"
    with tempfile.TemporaryDirectory() as folder:
        for name in ("区馆拨书.iso", "区馆拨书二.iso"):
            (Path(folder) / name).write_bytes(_records(name))
        desk.write(str(Path(folder) / "区馆拨书.iso"), into=path)
        desk.hit("Return")
        desk.sees("哪个字段是什么")
        desk.shot()
        desk.tap("条码")
        desk.shot()
        desk.tap("930 $a")
        desk.tap("作者")
        desk.write("?", into="字段和子字段，几处按先后写")
        desk.hit("Return")
        desk.shot()
        desk.hit("Escape")
        desk.tap("MARC21")
        desk.shot()
        desk.tap("CNMARC")
        desk.tap("编码：GB18030", "Encoding: GB18030")
        desk.tap("UTF-8")
        desk.shot()
        desk.tap("恢复默认")
        desk.tap("条码")
        desk.tap("930 $a")
        desk.tap("开始导入")
        desk.waits_for("区馆拨书.iso 导完了", "区馆拨书.iso is in")
        desk.shot()
        desk.tap("再导一个")
        desk.write(str(Path(folder) / "区馆拨书二.iso"), into=path)
        desk.hit("Return")
        desk.sees("照上次对好的来。")
        desk.shot()


def _records(name: str) -> bytes:
    """CNMARC in GB18030 as another library hands it over; the third record has lost its directory."""
    books = (
        ("小城春秋", "高云览", "I247.5"),
        ("城南旧事", "林海音", "I246.7"),
        ("呼兰河传", "萧红", "I246.5"),
    )
    made = [_record(f"S09{len(name)}000{place}", *book) for place, book in enumerate(books)]
    return b"".join(made[:2]) + made[2][:40] + b"\x1d" + made[2]


def _record(number: str, title: str, author: str, place: str) -> bytes:
    fields = (
        ("001", "01220260001"), ("010", "  |a978-7-02-000872-8|dCNY28.00"), ("100", "  |a20050501d2005    em y0chiy50"),
        ("101", "0 |achi"), ("200", f"1 |a{title}|f{author}著"), ("210", "  |a北京|c人民文学出版社|d2005.3"),
        ("215", "  |a312页|d21cm"), ("606", "0 |a长篇小说|x中国|z当代"), ("690", f"  |a{place}|v5"),
        ("701", f" 0|a{author}|4著"), ("801", " 0|aCN|bQG|c20050501"), ("930", f"  |a{number}|b二楼书库|cC 区 2 架"),
    )  # fmt: skip
    entries, data = b"", b""
    for tag, text in fields:
        value = text.replace("|", "\x1f").encode("gb18030") + b"\x1e"
        entries, data = entries + f"{tag}{len(value):04d}{len(data):05d}".encode(), data + value
    base = 24 + len(entries) + 1
    return f"{base + len(data) + 1:05d}nam0 22{base:05d}   450 ".encode() + entries + b"\x1e" + data + b"\x1d"


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
