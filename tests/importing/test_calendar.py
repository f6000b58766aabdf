"""Calendar files as offices and public feeds write them: each day understood, or named with its line."""

from pathlib import Path

import pytest

from kiosk.calendar_import import by_year
from kiosk.importing.calendar import ListedDay, read_calendar
from kiosk.importing.rows import BadRow, UnreadableTable


def read(path: Path, text: str, encoding: str = "utf-8", name: str = "file") -> list[ListedDay | BadRow]:
    (path / name).write_bytes(text.encode(encoding))
    return list(read_calendar(path / name))


def days(found: list[ListedDay | BadRow]) -> list[tuple[str, bool, str]]:
    return [(row.date.isoformat(), row.working, row.name) for row in found if isinstance(row, ListedDay)]


def bad(found: list[ListedDay | BadRow]) -> list[tuple[int, str]]:
    return [(row.line, row.reason) for row in found if isinstance(row, BadRow)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_says_which_days_are_off_and_which_weekends_at_work(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, "日期,类型,名称\n2027-01-01,放假,元旦\n2027/1/30,调休上班,春节\n", encoding)
    assert days(found) == [("2027-01-01", False, "元旦"), ("2027-01-30", True, "春节")]


@pytest.mark.parametrize(
    "text", ["2027-02-05", "2027/2/5", "20270205", "2027年2月5日", "２０２７－０２－０５", " 2027.2.5 "]
)
def test_a_date_is_read_as_people_write_it(tmp_path: Path, text: str) -> None:
    assert days(read(tmp_path, f"date,kind,name\n{text},holiday,春节\n")) == [("2027-02-05", False, "春节")]


@pytest.mark.parametrize(
    ("kind", "working"),
    [
        ("holiday", False),
        ("休", False),
        ("放假", False),
        ("workday", True),
        ("班", True),
        ("补班", True),
        ("Workday", True),
    ],
)
def test_a_kind_is_read_in_both_languages(tmp_path: Path, kind: str, working: bool) -> None:
    assert days(read(tmp_path, f"date,kind,name\n2027-02-05,{kind},\n")) == [("2027-02-05", working, "")]


def test_a_table_without_header_is_read_by_its_places(tmp_path: Path) -> None:
    assert len(days(read(tmp_path, "2027-01-01,holiday,元旦\n2027-01-30,workday,春节\n"))) == 2


def test_each_line_that_cannot_be_is_named(tmp_path: Path) -> None:
    text = "date,kind,name\n2027-02-30,holiday,x\n2027-01-01,maybe,x\n,,\nsoon,holiday,x\n2027-01-02\n"
    assert bad(read(tmp_path, text)) == [(2, "bad_date"), (3, "bad_kind"), (5, "bad_date"), (6, "bad_kind")]


def event(summary: str, first: str, end: str = "", more: str = "") -> str:
    closing = f"DTEND;VALUE=DATE:{end}\r\n" if end else ""
    return f"BEGIN:VEVENT\r\nUID:{first}\r\nDTSTART;VALUE=DATE:{first}\r\n{closing}SUMMARY:{summary}\r\n{more}END:VEVENT\r\n"


def feed(*events: str) -> str:
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y\r\n{''.join(events)}END:VCALENDAR\r\n"


@pytest.mark.parametrize(
    ("summary", "more", "working", "name"),
    [
        ("元旦 假期 第1天/共3天", "", False, "元旦"),
        ("春节 补班 第1天/共2天", "", True, "春节"),
        ("春节(休)", "", False, "春节"),
        ("国庆节（班）", "", True, "国庆节"),
        ("元旦", "X-APPLE-SPECIAL-DAY:WORK-HOLIDAY\r\n", False, "元旦"),
        ("国庆节", "X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY\r\n", True, "国庆节"),
    ],
)
def test_events_are_read_as_public_feeds_write_them(
    tmp_path: Path, summary: str, more: str, working: bool, name: str
) -> None:
    assert days(read(tmp_path, feed(event(summary, "20270205", more=more)))) == [
        ("2027-02-05", working, name)
    ]


def test_an_event_of_several_days_is_each_of_them(tmp_path: Path) -> None:
    found = days(read(tmp_path, feed(event("春节 休", "20270205", "20270208"))))
    assert [day for day, _, _ in found] == ["2027-02-05", "2027-02-06", "2027-02-07"]


def test_what_is_no_holiday_or_repeats_for_ever_is_named_with_its_line(tmp_path: Path) -> None:
    found = read(tmp_path, feed(event("情人节", "20270214"), event("周休", "20270206", more="RRULE:FREQ=WEEKLY\r\n"),
                                event("年假", "20270101", "20280101")))  # fmt: skip
    assert bad(found) == [(4, "bad_kind"), (9, "bad_date"), (15, "bad_date")]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"), (b"\n\n", "empty"), (b"hello\nworld\n", "missing_columns"), (b"PK\x03\x04zzzz", "not_text"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n", "not_calendar"), (b"x" * 2_000_001, "not_text"),
        (b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:\xff\xfe\r\nEND:VCALENDAR\r\n", "not_calendar"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_calendar_says_so(tmp_path: Path, content: bytes, reason: str) -> None:
    (tmp_path / "file").write_bytes(content)
    with pytest.raises(UnreadableTable) as trouble:
        list(read_calendar(tmp_path / "file"))
    assert trouble.value.reason == reason


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnreadableTable, match="missing_file"):
        list(read_calendar(tmp_path / "nowhere"))


def test_the_end_of_december_goes_with_the_notice_of_the_year_after(tmp_path: Path) -> None:
    rows = ["2026-12-31,holiday,元旦", *(f"2027-0{month}-01,holiday,x" for month in range(1, 10))]
    found = by_year(
        row for row in read(tmp_path, "date,kind,name\n" + "\n".join(rows)) if isinstance(row, ListedDay)
    )
    assert {year: len(of_year) for year, of_year in found.items()} == {2027: 10}
