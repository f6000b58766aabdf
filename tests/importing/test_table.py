"""A table is read in any usual encoding; what is broken costs its own line and no other."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.importing.rows import BadRow, Row, UnreadableTable
from kiosk.importing.table import LONGEST_LINE, read_table

TEXT = "题名,责任者\r\n三国演义,罗贯中\r\n活着,余华\r\n"
TWO = [("三国演义", "罗贯中"), ("活着", "余华")]


def write(folder: Path, content: bytes) -> Path:
    path = folder / "books.csv"
    path.write_bytes(content)
    return path


def cells(path: Path) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(path).rows() if isinstance(row, Row)]


def bad(path: Path) -> list[tuple[int, str]]:
    return [(row.line, row.reason) for row in read_table(path).rows() if isinstance(row, BadRow)]


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
    ],
)
def test_the_encoding_is_found(tmp_path: Path, written: str, found: str) -> None:
    path = write(tmp_path, TEXT.encode(written))
    table = read_table(path)
    assert table.encoding == found and table.header == ("题名", "责任者")
    assert cells(path) == TWO


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_delimiter_and_line_end_are_found(tmp_path: Path, delimiter: str, end: str) -> None:
    text = TEXT.replace(",", delimiter).replace("\r\n", end)
    assert cells(write(tmp_path, text.encode())) == TWO


def test_a_first_line_that_names_the_delimiter_is_not_the_header(tmp_path: Path) -> None:
    path = write(tmp_path, ("sep=;\n\n" + TEXT.replace(",", ";")).encode())
    assert read_table(path).header == ("题名", "责任者")
    assert cells(path) == TWO


def test_quotes_hold_commas_line_ends_and_quotes(tmp_path: Path) -> None:
    path = write(tmp_path, '题名,责任者\n"一,二\n""三""",甲\n活着,余华\n'.encode())
    rows = list(read_table(path).rows())
    assert rows == [Row(2, ('一,二\n"三"', "甲")), Row(4, ("活着", "余华"))]


def test_a_quote_that_never_closes_costs_one_line(tmp_path: Path) -> None:
    lines = ["题名,责任者", '"坏,某', *(f"书{n},人" for n in range(200))]
    path = write(tmp_path, "\n".join(lines).encode())
    assert bad(path) == [(2, "unclosed_quote")]
    assert len(cells(path)) == 200


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_broken_bytes_cost_their_own_line(tmp_path: Path, encoding: str) -> None:
    lines = TEXT.encode(encoding).split(b"\r\n")
    path = write(tmp_path, b"\n".join([*lines[:2], b"\xff\xff\xe4,x", lines[2]]))
    assert bad(path) == [(3, "bad_encoding")]
    assert cells(path) == TWO


def test_zero_bytes_are_dropped_and_empty_lines_skipped(tmp_path: Path) -> None:
    path = write(tmp_path, TEXT.replace("活着", "活\0着").replace("三国", "\n\n,\n三国").encode())
    assert cells(path) == TWO


def test_a_huge_line_is_too_long_and_the_next_one_is_read(tmp_path: Path) -> None:
    huge = "长" * (3 * LONGEST_LINE)
    path = write(tmp_path, f"题名\n{huge}\n活着\n".encode())
    rows = list(read_table(path).rows())
    assert [type(row) for row in rows] == [BadRow, Row]
    assert rows[0].line == 2 and len(repr(rows[0])) < 200 and rows[1] == Row(3, ("活着",))


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b"\n\n ,\n", "empty"), ("\ufeff".encode(), "empty")],
)
def test_what_is_no_table_says_why(tmp_path: Path, content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableTable) as error:
        read_table(write(tmp_path, content))
    assert error.value.reason == reason


def test_a_missing_file_and_a_folder_are_unreadable(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(UnreadableTable) as error:
            read_table(path)
        assert error.value.reason == "missing_file"


def test_progress_ends_at_one(tmp_path: Path) -> None:
    table = read_table(write(tmp_path, TEXT.encode()))
    list(table.rows())
    assert table.done == 1.0


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_say_why_not(tmp_path: Path, content: bytes) -> None:
    try:
        rows = list(read_table(write(tmp_path, content)).rows())
    except UnreadableTable:
        return
    assert [row.line for row in rows] == sorted({row.line for row in rows})
