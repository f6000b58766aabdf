"""Spreadsheets become books by what their cells say; what is no spreadsheet is told in one word, and no bomb goes off."""

import io
import re
import tracemalloc
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.importing.books import BookRow, read_books
from kiosk.importing.catalogues import open_catalogue
from kiosk.importing.rows import BadRow, UnreadableTable

HEADER = ("题名", "责任者", "出版年", "ISBN", "定价")
LINE = ("活着", "余华", 2012, 9787506365437, 20.5)


def sheet(*rows: Sequence[Any], also: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if also:
        also(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


WHOLE = sheet(HEADER, LINE, LINE)


def books(folder: Path, content: bytes, name: str = "books.xlsx", **wished: str) -> list[BookRow | BadRow]:
    (folder / name).write_bytes(content)
    return list(read_books(open_catalogue(folder / name, wished)))


def told(folder: Path, content: bytes) -> list[str]:
    return [
        row.title if isinstance(row, BookRow) else f"{row.line} {row.reason}"
        for row in books(folder, content)
    ]


def changed(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """A part of the zip, written anew."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change(text.decode()) if name == part else text)
    return out.getvalue()


SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def as_excel_writes(content: bytes) -> bytes:
    """Texts in a part of their own, some in pieces, some with how they are read aloud."""
    texts: list[str] = []

    def share(found: re.Match[str]) -> str:
        texts.append(found[1])
        return f't="s"><v>{len(texts) - 1}</v>'

    moved = changed(content, SHEET, lambda xml: re.sub(r't="inlineStr"><is><t>(.*?)</t></is>', share, xml))
    items = "".join(
        f'<si><r><t>{text[:1]}</t></r><r><rPr/><t xml:space="preserve">{text[1:]}</t></r><rPh><t>x</t></rPh></si>'
        for text in texts
    )
    out = io.BytesIO(moved)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(
            STRINGS, f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{items}</sst>'
        )
    return out.getvalue()


def ole(stream: str) -> bytes:
    """The least of a file as Office wrote it before 2007."""
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(22) + b"\x09\0"
    return head.ljust(512, b"\0") + stream.encode("utf-16-le")


def reason(folder: Path, content: bytes, name: str = "books.xlsx") -> str:
    with pytest.raises(UnreadableTable) as error:
        books(folder, content, name)
    return error.value.reason


def test_numbers_are_read_as_people_write_them(tmp_path: Path) -> None:
    lines = [
        LINE,
        ("白夜行", "东野圭吾", date(2013, 1, 1), 9.787544258609e12, "39.50元"),
        ("呐喊", "鲁迅", 1973, "7020008720"),
    ]
    rows = books(tmp_path, sheet(HEADER, *lines))
    assert [
        (row.line, row.title, row.year, row.isbn, row.price_fen) for row in rows if isinstance(row, BookRow)
    ] == [
        (2, "活着", 2012, "9787506365437", 2050),
        (3, "白夜行", 2013, "9787544258609", 3950),
        (4, "呐喊", 1973, "9787020008728", None),
    ]
    assert all(isinstance(row, BookRow) and not row.notes for row in rows)


def test_an_isbn_that_a_spreadsheet_wrote_as_a_power_is_read_where_nothing_was_lost(tmp_path: Path) -> None:
    rows = books(tmp_path, "题名,ISBN\n活着,9.787506365437E+12\n三体,9.78754E+12\n".encode())
    assert [row.isbn for row in rows if isinstance(row, BookRow)] == ["9787506365437", None]


def test_a_heading_over_the_table_and_merged_cells_are_passed_over(tmp_path: Path) -> None:
    def merge(book: openpyxl.Workbook) -> None:
        book.active.merge_cells("A1:E1")
        book.active.merge_cells("C3:D3")

    rows = [
        ("某某驿站藏书清单",),
        ("2026年",),
        ("书名", "作者", "馆藏"),
        (None, None, "馆藏地", "架位"),
        ("活着", "余华", "二楼", "A-1"),
    ]
    (row,) = books(tmp_path, sheet(*rows, also=merge))
    assert isinstance(row, BookRow) and (row.line, row.title, row.location, row.shelf) == (
        5,
        "活着",
        "二楼",
        "A-1",
    )
    (row,) = books(tmp_path, "藏书清单,,\n书名,作者,架位\n活着,余华,A-1\n".encode())
    assert isinstance(row, BookRow) and (row.line, row.title, row.shelf) == (3, "活着", "A-1")


def test_a_formula_counts_by_its_last_result_and_is_named_where_it_has_none(tmp_path: Path) -> None:
    content = sheet(HEADER, ("=A9", "余华"), LINE, ("三体", "刘慈欣", "=1/0"), ("水浒传", "施耐庵"))
    assert told(tmp_path, content) == ["2 formula", "活着", "4 formula", "水浒传"]
    cached = changed(content, SHEET, lambda xml: xml.replace('<f>A9</f><v />', "<f>A9</f><v>边城</v>").replace(
        '<c r="A2">', '<c r="A2" t="str">').replace("<f>1/0</f><v />", "<f>1/0</f><v>2008</v>"))  # fmt: skip
    assert told(tmp_path, cached) == ["边城", "活着", "三体", "水浒传"]
    error = changed(
        cached, SHEET, lambda xml: xml.replace("<v>边城</v>", "<v>#REF!</v>").replace('t="str"', 't="e"')
    )
    assert told(tmp_path, error)[0] == "2 formula"


def test_a_formula_in_a_column_that_nobody_needs_costs_nothing(tmp_path: Path) -> None:
    assert told(tmp_path, sheet((*HEADER, "备注"), (*LINE, "=SUM(1,2)"))) == ["活着"]


def test_of_several_sheets_the_first_with_titles_is_read_or_the_one_that_is_named(tmp_path: Path) -> None:
    def more(book: openpyxl.Workbook) -> None:
        for name, title in (("一楼", "边城"), ("二楼", "呐喊")):
            page = book.create_sheet(name)
            page.append(HEADER)
            page.append((title, "某人"))

    content = sheet(("说明", "共两页"), also=more)
    assert told(tmp_path, content) == ["边城"]
    path = tmp_path / "books.xlsx"
    first = open_catalogue(path)
    assert first.encoding == "xlsx, 一楼" and first.other_sheets == ("Sheet", "二楼")
    assert [
        row.title for row in read_books(open_catalogue(path, sheet="二楼")) if isinstance(row, BookRow)
    ] == ["呐喊"]
    with pytest.raises(UnreadableTable, match="unknown_sheet"):
        open_catalogue(path, sheet="三楼")


def test_the_columns_are_guessed_and_can_be_told(tmp_path: Path) -> None:
    rows = [("书名/题名", "作者（必填）", "排", "说明"), ("活着", "余华", "A-1", "好")]
    (row,) = books(tmp_path, sheet(*rows), shelf="排", publisher="D")
    assert isinstance(row, BookRow) and (row.title, row.author, row.shelf, row.publisher) == (
        "活着",
        "余华",
        "A-1",
        "好",
    )
    (row,) = books(tmp_path, sheet(*rows), title="2", author="")
    assert isinstance(row, BookRow) and (row.title, row.author) == ("余华", "")
    for wished, why in (({"title": "没有"}, "unknown_column"), ({"shelves": "A"}, "unknown_field")):
        with pytest.raises(UnreadableTable, match=why):
            books(tmp_path, sheet(*rows), **wished)


@pytest.mark.parametrize(
    ("said", "class_number", "audience", "large"),
    [
        ("儿童", "", "children", ""), ("6-9岁", "", "children", "是"), ("12—16 岁", "", "teens", "1"),
        ("青少年", "", "teens", "大字版"),
        ("成人", "", "adults", "否"), ("", "I287.45", "children", ""), ("", "I247.5", "", ""), ("", "I561.84", "children", "no"),
        ("18岁以上", "", "adults", ""), ("大众", "", "", ""),
    ],
)  # fmt: skip
def test_readers_and_large_print_are_known_by_their_columns(
    tmp_path: Path, said: str, class_number: str, audience: str, large: str
) -> None:
    header = ("题名", "读者对象", "分类号", "大字版")
    (row,) = books(tmp_path, sheet(header, ("书", said, class_number, large)))
    assert isinstance(row, BookRow) and row.audience == audience
    assert row.large_print is (large in ("是", "1", "大字版"))


def test_a_title_may_say_that_it_is_printed_large(tmp_path: Path) -> None:
    (row,) = books(tmp_path, sheet(HEADER, ("红楼梦（大字本）",)))
    assert isinstance(row, BookRow) and row.large_print


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (ole("Workbook"), "old_excel"),
        (ole("EncryptedPackage"), "encrypted"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not_text"),
        (b"PK\x03\x04" + bytes(50), "broken_sheet"),
        (b"%PDF-1.7", "not_text"),
        (b"\x1f\x8b\x08rest", "not_text"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "markup"),
        (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>", "markup"),
        (sheet(), "empty"),
        (sheet(("a", "b"), (1, 2)), "missing_columns"),
        (b"", "empty"),
    ],
)  # fmt: skip
def test_what_is_no_catalogue_says_what_it_is(tmp_path: Path, content: bytes, why: str) -> None:
    assert reason(tmp_path, content) == why


def test_a_file_is_known_by_its_content_whatever_it_is_called(tmp_path: Path) -> None:
    assert isinstance(books(tmp_path, sheet(HEADER, LINE), "books.csv")[0], BookRow)
    assert isinstance(books(tmp_path, "题名\n活着\n".encode("gb18030"), "books.xlsx")[0], BookRow)
    assert isinstance(books(tmp_path, "题名\n丟了\n".encode("utf-16"), "books.mrc")[0], BookRow)


def test_another_office_document_is_told(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert reason(tmp_path, out.getvalue()) == "other_office"


def test_a_part_that_unpacks_to_far_too_much_is_not_unpacked(tmp_path: Path) -> None:
    big = changed(
        sheet(HEADER, LINE),
        SHEET,
        lambda xml: xml.replace("</sheetData>", "<row/>" * 6_000_000 + "</sheetData>"),
    )
    assert len(big) < 100_000 and reason(tmp_path, big) == "bomb"


def test_entities_are_never_expanded(tmp_path: Path) -> None:
    content = as_excel_writes(sheet(HEADER, LINE))
    for part in (SHEET, STRINGS, "xl/workbook.xml", "xl/styles.xml"):
        bomb = changed(
            content,
            part,
            lambda xml: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + xml.partition("?>")[2],
        )
        assert reason(tmp_path, bomb) == "bomb"


def test_millions_of_empty_columns_and_rows_cost_nothing(tmp_path: Path) -> None:
    def wide(xml: str) -> str:
        cells = "".join(f'<c r="{letters}3"/>' for letters in ["XFD"] * 20_000)
        xml = xml.replace('<dimension ref="A1:E2"', '<dimension ref="A1:XFD1048576"')
        return xml.replace("</sheetData>", f'<row r="3">{cells}</row><row r="1048576"/></sheetData>')

    content = changed(sheet(HEADER, LINE), SHEET, wide)
    tracemalloc.start()
    try:
        assert told(tmp_path, content) == ["活着"]
        assert tracemalloc.get_traced_memory()[1] < 8_000_000
    finally:
        tracemalloc.stop()


def test_a_sheet_that_breaks_off_is_kept_up_to_there(tmp_path: Path) -> None:
    content = changed(sheet(HEADER, *[LINE] * 30), SHEET, lambda xml: xml[: xml.index('<row r="25"')])
    assert told(tmp_path, content) == ["活着"] * 23 + ["25 broken_sheet"]


def _point_to(wrong: str, xml: str) -> str:
    return xml.replace('<c r="A2" t="s"><v>5</v>', f'<c r="A2" t="s"><v>{wrong}</v>')


def test_a_broken_cell_costs_its_own_row(tmp_path: Path) -> None:
    content = as_excel_writes(sheet(HEADER, LINE, ("三体",)))
    assert told(tmp_path, content) == ["活着", "三体"]
    for wrong in ("999", "-1", "x", "5.0"):
        spoilt = changed(
            content,
            SHEET,
            partial(_point_to, wrong),
        )
        assert told(tmp_path, spoilt) == ["2 bad_cell", "三体"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120)
@given(st.data())
def test_a_spreadsheet_with_any_bytes_changed_is_answered(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, 100_000)) % len(content)] = data.draw(st.integers(0, 255))
    try:
        repr(books(tmp_path, bytes(content)))
    except UnreadableTable as error:
        assert error.reason


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=120)
@given(st.text(alphabet='<>/="&;cvrstfi AB123 \x01', max_size=80))
def test_a_sheet_of_any_xml_is_answered(tmp_path: Path, middle: str) -> None:
    def spoil(xml: str) -> str:
        at = xml.index('<row r="3"')
        return xml[:at] + middle + xml[at:]

    try:
        repr(books(tmp_path, changed(sheet(HEADER, LINE, LINE), SHEET, spoil)))
    except UnreadableTable as error:
        assert error.reason


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200)
@given(
    st.sampled_from(
        [b"", b"PK\x03\x04", ole(""), b"<record>", b"<?xml?>", b"00100nam\x1e\x1f", "题名\n".encode()]
    ),
    st.binary(max_size=300),
)  # fmt: skip
def test_any_bytes_are_a_catalogue_or_say_why_not(tmp_path: Path, beginning: bytes, rest: bytes) -> None:
    try:
        repr(books(tmp_path, beginning + rest))
    except UnreadableTable as error:
        assert error.reason
