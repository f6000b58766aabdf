"""Which column of a catalogue is what, by the names that libraries and spreadsheets give them."""

import re
import unicodedata
from collections.abc import Sequence

_NAMES = {
    "title": "题名 书名 正题名 题名与责任者 名称 图书名称 图书名 標題 題名 書名 title booktitle name",
    "author": "责任者 作者 著者 著作者 编著者 責任者 著者 author authors creator by",
    "publisher": "出版社 出版者 出版单位 出版机构 publisher press",
    "year": "出版年 出版日期 出版年份 出版时间 年份 出版年月 year pubyear published pubdate",
    "isbn": "isbn isbn号 isbn13 isbn10 国际标准书号 标准书号 书号 isbnissn",
    "price": "定价 价格 单价 售价 書價 定價 价格元 定价元 price listprice",
    "pages": "页数 页码 頁數 总页数 pages pagecount numpages extent",
    "location": "馆藏地 馆藏地点 馆藏位置 所在馆 藏书地点 馆藏室 location branch collection",
    "shelf": "架位 架位号 排架号 架号 书架 书架号 索书号 索取号 shelf shelfmark callnumber",
    "copy_number": "条码 条码号 条形码 馆藏号 馆藏条码 登录号 财产号 barcode copynumber copyno accession",
    "class_number": "分类号 中图分类号 中图法分类号 类号 分类 class classification classnumber clc",
    "copies": "册数 复本数 复本 数量 藏书量 馆藏数 本数 copies copycount quantity count",
}
FIELDS = {name: field for field, names in _NAMES.items() for name in names.split()}


def map_columns(header: Sequence[str]) -> dict[str, int]:
    """Field -> place of its column; the first of two columns that mean the same wins."""
    found: dict[str, int] = {}
    for place, name in enumerate(header):
        field = FIELDS.get(_plain(name))
        if field:
            found.setdefault(field, place)
    return found


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", name)).lower()
