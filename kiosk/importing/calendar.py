"""The official holiday arrangement of a year in a file: CSV `date,kind,name`, or iCalendar as public calendar feeds write it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from kiosk.domain.texts import clean_line, narrow
from kiosk.importing.encodings import detect_encoding
from kiosk.importing.rows import BadRow, Row, UnreadableTable
from kiosk.importing.table import Table, read_table

LARGEST = 2_000_000  # bytes; ten years of a feed have 30,000
LONGEST_EVENT = 31  # days
_ZIP = b"PK\x03\x04"
_COLUMNS = {
    "date": {"date", "day", "日期", "日子"},
    "kind": {"kind", "type", "类型", "安排", "休班"},
    "name": {"name", "summary", "名称", "节日", "节假日", "说明"},
}
_DATE = re.compile(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_WORK = re.compile(r"workday|working|补班|上班|调班|班\b|班$|[(（\[]班", re.IGNORECASE)
_OFF = re.compile(r"holiday|\boff\b|放假|假期|补休|休\b|休$|假$|[(（\[]休", re.IGNORECASE)
_SPECIAL = {"ALTERNATE-WORKDAY": True, "WORK-HOLIDAY": False}
"""What Apple's feed says in X-APPLE-SPECIAL-DAY; True is a day at work."""
_TAIL = re.compile(r"[\s(（\[]*(补班|上班|调休|放假|假期|休|班)?[)）\]]?\s*(第\d+天/共\d+天)?\s*$")


@dataclass(frozen=True, slots=True)
class ListedDay:
    line: int
    date: date
    working: bool
    name: str


def read_calendar(path: Path) -> Iterator[ListedDay | BadRow]:
    """Days as they stand in the file. Raises UnreadableTable; a file too large for a calendar is `not_text`."""
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableTable("not_text", path.name)
        with path.open("rb") as raw:
            head = raw.read(400)
    except OSError as error:
        raise UnreadableTable("missing_file", error.strerror or str(error)) from error
    if head.startswith(_ZIP):
        raise UnreadableTable("not_text", path.name)
    return _events(path) if b"BEGIN:VCALENDAR" in head.upper() else _rows(read_table(path))


def _rows(table: Table) -> Iterator[ListedDay | BadRow]:
    """With its header, or without one if the first line has a date already."""
    places = _places(table.header)
    if places is None:
        if _as_date(table.header[0]) is None:
            raise UnreadableTable("missing_columns")
        places = {"date": 0, "kind": 1, "name": 2}
        yield _day(Row(table.header_line, table.header), places)
    for row in table.rows():
        yield row if isinstance(row, BadRow) else _day(row, places)


def _places(header: tuple[str, ...]) -> dict[str, int] | None:
    plain = [narrow(cell).strip("\ufeff \t").lower() for cell in header]
    found = {
        field: place for field, names in _COLUMNS.items() for place, cell in enumerate(plain) if cell in names
    }
    return found if {"date", "kind"} <= found.keys() else None


def _day(row: Row, places: dict[str, int]) -> ListedDay | BadRow:
    cells = {field: row.cells[place].strip() for field, place in places.items() if place < len(row.cells)}
    text = ",".join(row.cells)[:80]
    day, working = _as_date(cells.get("date", "")), _as_working(cells.get("kind", ""))
    if day is None:
        return BadRow(row.line, "bad_date", text)
    if working is None:
        return BadRow(row.line, "bad_kind", text)
    return ListedDay(row.line, day, working, clean_line(cells.get("name", ""))[:100])


def _as_date(text: str) -> date | None:
    plain = narrow(text).strip("\ufeff \t")
    match = _DATE.fullmatch(plain) or _COMPACT.fullmatch(plain)
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def _as_working(text: str) -> bool | None:
    """True: at work. Words that say both, such as 调休上班, are about work."""
    plain = narrow(text).strip()
    if _WORK.search(plain):
        return True
    return False if _OFF.search(plain) else None


def _events(path: Path) -> Iterator[ListedDay | BadRow]:
    """Events with a whole day or several; others of the feed, such as festivals at work, are named and left out."""
    from icalendar import Calendar

    text = path.read_bytes().decode(detect_encoding(path), "replace")
    lines = [n for n, line in enumerate(text.splitlines(), 1) if line.strip().upper() == "BEGIN:VEVENT"]
    try:
        events = Calendar.from_ical(text).walk("VEVENT")
    except (ValueError, IndexError, KeyError, RecursionError) as error:
        raise UnreadableTable("not_calendar", str(error)[:80]) from error
    if len(events) != len(lines):
        raise UnreadableTable("not_calendar")
    for line, event in zip(lines, events, strict=True):
        yield from _days_of(line, event)


def _days_of(line: int, event: Any) -> Iterator[ListedDay | BadRow]:
    summary = clean_line(str(event.get("SUMMARY", "")))
    first, end = _moment(event, "DTSTART"), _moment(event, "DTEND")
    working = _SPECIAL.get(str(event.get("X-APPLE-SPECIAL-DAY", "")), _as_working(summary))
    if first is None or "RRULE" in event:
        return (yield BadRow(line, "bad_date", summary[:80]))
    if working is None:
        return (yield BadRow(line, "bad_kind", summary[:80]))
    days = (end - first).days if end is not None and end > first else 1
    if days > LONGEST_EVENT:
        return (yield BadRow(line, "bad_date", summary[:80]))
    for n in range(days):
        yield ListedDay(line, first + timedelta(days=n), working, _TAIL.sub("", summary)[:100])


def _moment(event: Any, name: str) -> date | None:
    """A whole day; a moment stands for its day."""
    found = getattr(event.get(name), "dt", None)
    if isinstance(found, datetime):
        return found.date()
    return found if isinstance(found, date) else None
