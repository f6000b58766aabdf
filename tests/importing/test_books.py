"""Catalogue rows: kept with notes where they are odd, named with their line where they cannot be."""

import csv
import io
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.importing.books import BookRow, book_key, read_books
from kiosk.importing.columns import map_columns
from kiosk.importing.grids import open_text
from kiosk.importing.rows import BadRow, UnreadableTable

HEADER = "题名,责任者,出版社,出版年,ISBN,定价,页数"


def books(folder: Path, *lines: str, header: str = HEADER) -> list[BookRow | BadRow]:
    path = folder / "books.csv"
    path.write_bytes("\n".join((header, *lines)).encode("utf-8", "surrogatepass"))
    return list(read_books(open_text(path, {})))


def book(folder: Path, line: str, header: str = HEADER) -> BookRow:
    (row,) = books(folder, line, header=header)
    assert isinstance(row, BookRow)
    return row


def test_a_plain_line_becomes_a_book(tmp_path: Path) -> None:
    assert book(tmp_path, "三国演义（全二册）,罗贯中,人民文学出版社,1998,7-02-000872-0,39.50,990") == BookRow(
        line=2,
        title="三国演义（全二册）",
        author="罗贯中",
        publisher="人民文学出版社",
        year=1998,
        isbn="9787020008728",
        isbn_text="7-02-000872-0",
        price_fen=3950,
        pages=990,
    )


def test_a_line_without_title_is_named(tmp_path: Path) -> None:
    assert books(tmp_path, " ,鲁迅") == [BadRow(2, "missing_title", "，鲁迅")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [("书" * 301, "too_long"), ("书," + "人" * 201, "too_long"), ("书,a,b,c,d,e,f,多", "too_many_columns")],
)
def test_a_line_that_cannot_be_kept_says_why(tmp_path: Path, line: str, reason: str) -> None:
    (row,) = books(tmp_path, line)
    assert isinstance(row, BadRow) and row.reason == reason


def test_an_invalid_isbn_is_kept_and_flagged(tmp_path: Path) -> None:
    row = book(tmp_path, "活着,余华,,,9787506365438")
    assert (row.isbn, row.isbn_text, row.notes) == (None, "9787506365438", ("bad_isbn",))


def test_odd_numbers_are_noted_and_the_book_is_kept(tmp_path: Path) -> None:
    row = book(tmp_path, "活着,余华,作家,去年,,免费,许多")
    assert row.notes == ("bad_year", "bad_price", "bad_pages")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2018", 2018),
        ("2018.5", 2018),
        ("２０１８年５月", 2018),
        ("[1998]", 1998),
        ("201805", 2018),
        ("0012", None),
        ("99999", None),
    ],
)
def test_a_year_is_read_from_what_libraries_write(tmp_path: Path, text: str, year: int | None) -> None:
    assert book(tmp_path, f"书,,,{text}").year == year


@pytest.mark.parametrize(
    ("text", "fen"),
    [
        ("54", 5400),
        ("CNY39.50", 3950),
        ("￥0.36", 36),
        ("39.5元", 3950),
        ('"1,280.00"', 128000),
        ("-5", None),
    ],
)
def test_a_price_is_kept_in_fen(tmp_path: Path, text: str, fen: int | None) -> None:
    assert book(tmp_path, f"书,,,,,{text}").price_fen == fen


def test_copy_numbers_places_and_counts_are_read(tmp_path: Path) -> None:
    header = "Title,Copy number,Location,架位,复本数,中图分类号,备注"
    row = book(tmp_path, "书,s0000001;S0000002 x9,阅览区,A-3,2,I247.5,好", header)
    assert row.copy_numbers == ("S0000001", "S0000002") and row.notes == ("bad_copy_number",)
    assert (row.location, row.shelf, row.copies, row.class_number) == ("阅览区", "A-3", 2, "I247.5")


def test_columns_are_known_by_chinese_and_english_names() -> None:
    assert map_columns(["\ufeffTITLE ", "Author(s)", "作者", "Pub_Year", "ＩＳＢＮ", "题名"]) == {
        "title": 0,
        "author": 1,
        "year": 3,
        "isbn": 4,
    }


def test_a_table_without_titles_is_no_catalogue(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable) as error:
        books(tmp_path, "1,2", header="a,b")
    assert error.value.reason == "missing_columns"


def test_control_characters_leave_a_title_and_markup_stays(tmp_path: Path) -> None:
    assert book(tmp_path, "<b>三\x07体</b>\u202e '; DROP--").title == "<b>三体</b> '; DROP--"


def test_two_editions_are_two_books_and_one_book_is_one_in_any_spelling(tmp_path: Path) -> None:
    old, new, same, again, plain, other = (
        book_key(row)
        for row in books(
            tmp_path,
            "白夜行,[日]东野圭吾,南海出版公司,2013,9787544258609",
            "白夜行,[日]东野圭吾,南海出版公司,2008,9787544242516",
            "白夜行,東野圭吾,,,978-7-5442-4251-6",
            "呐喊,鲁迅,人民文学出版社,1973,",
            "吶喊,魯迅,人民文學出版社,１９７３,",
            "呐喊,鲁迅,人民文学出版社,1976,",
        )
        if isinstance(row, BookRow)
    )
    assert old != new and new == same and again == plain and plain != other


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.lists(st.text(max_size=20), min_size=7, max_size=7), max_size=8))
def test_every_line_of_any_catalogue_is_a_book_or_a_named_bad_row(
    tmp_path: Path, rows: list[list[str]]
) -> None:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    for row in books(tmp_path, out.getvalue()):
        if isinstance(row, BookRow):
            assert row.title and book_key(row)
            repr(row).encode()
        else:
            assert row.reason


def test_memory_stays_flat_however_long_the_file_is(tmp_path: Path) -> None:
    path = tmp_path / "long.csv"
    path.write_text(
        HEADER + "\n" + "三体,刘慈欣,重庆出版社,2008,9787536692930,23.00,302\n" * 10_000, "gb18030"
    )
    table = open_text(path, {})
    tracemalloc.start()
    try:
        assert sum(1 for _ in read_books(table)) == 10_000
        assert tracemalloc.get_traced_memory()[1] < 3_000_000
    finally:
        tracemalloc.stop()
