"""Which column of a catalogue is what, by the names that libraries and spreadsheets give them, or as it is told."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence

from kiosk.importing.rows import UnreadableTable

_NAMES = {
    "title": "题名 书名 正题名 题名与责任者 名称 图书名称 图书名 標題 題名 書名 title booktitle name",
    "author": "责任者 作者 著者 著作者 编著者 主要责任者 責任者 著者 author authors creator by",
    "publisher": "出版社 出版者 出版单位 出版机构 publisher press",
    "year": "出版年 出版日期 出版年份 出版时间 年份 出版年月 year pubyear published pubdate",
    "isbn": "isbn isbn号 isbn13 isbn10 国际标准书号 标准书号 书号 isbnissn",
    "price": "定价 价格 单价 售价 書價 定價 价格元 定价元 price listprice",
    "pages": "页数 页码 頁數 总页数 pages pagecount numpages extent",
    "location": "馆藏地 馆藏地点 馆藏位置 所在馆 藏书地点 馆藏室 館藏地 location branch collection",
    "shelf": "架位 架位号 排架号 架号 书架 书架号 索书号 索取号 索書號 shelf shelfmark callnumber",
    "copy_number": "条码 条码号 条形码 馆藏号 馆藏条码 图书条码 登录号 财产号 barcode copynumber copyno accession",
    "class_number": "分类号 中图分类号 中图法分类号 类号 分类 分類號 class classification classnumber clc",
    "copies": "册数 复本数 复本 数量 藏书量 馆藏数 本数 冊數 copies copycount quantity count",
    "audience": "读者对象 适读对象 使用对象 适读年龄 适合年龄 年龄段 讀者對象 audience readership agerange",
    "large_print": "大字 大字版 大字本 大字号 largeprint",
}
FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}
CHOOSABLE = tuple(_NAMES)
Columns = dict[str, int]


def map_columns(header: Sequence[str]) -> Columns:
    """Field -> place of its column; the first of two columns that mean the same wins.

    A name that says more than one thing (`书名/题名`, `ISBN（必填）`) counts where no plain one does.
    """
    found: Columns = {}
    for place, name in enumerate(header):
        field = FIELDS.get(plain_name(name))
        if field:
            found.setdefault(field, place)
    for place, name in enumerate(header):
        if place not in found.values():
            field = next((FIELDS[part] for part in _parts(name) if part in FIELDS), None)
            if field:
                found.setdefault(field, place)
    return found


def choose_columns(header: Sequence[str], wished: Mapping[str, str]) -> Columns:
    """The guess, changed as wished: `title=题名`, `shelf=F` or `shelf=6` by place, `price=` for none.

    Raises UnreadableTable: unknown_field, unknown_column.
    """
    check_fields(wished)
    told = {field: _place_of(name, header) for field, name in wished.items()}
    taken = {place for place in told.values() if place is not None}
    found = {field: place for field, place in map_columns(header).items() if place not in taken}
    for field, place in told.items():
        found.pop(field, None)
        if place is not None:
            found[field] = place
    return found


def check_fields(wished: Mapping[str, str]) -> None:
    if unknown := next((field for field in wished if field not in _NAMES), None):
        raise UnreadableTable("unknown_field", f"{unknown} ({' '.join(_NAMES)})")


def is_name(cell: str) -> bool:
    return plain_name(cell) in FIELDS


def plain_name(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).lower()


def _place_of(name: str, header: Sequence[str]) -> int | None:
    if not name:
        return None
    plain = [plain_name(one) for one in header]
    if name in header or plain_name(name) in plain:
        return list(header).index(name) if name in header else plain.index(plain_name(name))
    place = int(name) - 1 if re.fullmatch(r"[0-9]{1,3}", name) else _by_letters(name)
    if place is None or not 0 <= place < len(header):
        raise UnreadableTable("unknown_column", f"{name} ({'，'.join(filter(None, header))})")
    return place


def _by_letters(name: str) -> int | None:
    """`A` -> 0, `AB` -> 27, as spreadsheets name them."""
    if not re.fullmatch(r"[A-Za-z]{1,2}", name):
        return None
    place = 0
    for letter in name.upper():
        place = place * 26 + ord(letter) - 64
    return place - 1


def _parts(name: str) -> Iterator[str]:
    """`题名/书名 *`, `ISBN（13位）`: what stands before and in brackets, and between strokes."""
    for part in re.split(r"[()（）\[\]【】/、:：*]+", unicodedata.normalize("NFKC", name)):
        if plain := plain_name(part):
            yield plain
