"""A catalogue file as book rows: what is odd is noted, what cannot be kept is named with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kiosk.domain.codes import read_copy_number
from kiosk.domain.isbn import isbn13
from kiosk.domain.search_keys import normal
from kiosk.domain.texts import clean_line, narrow
from kiosk.importing.columns import map_columns
from kiosk.importing.table import BadRow, Row, Table, UnreadableTable

TITLE_MOST = 300
FIELD_MOST = 200
COPIES_MOST = 200
YEARS = range(1000, 2101)
PRICE_MOST = 10_000_000  # fen
PAGES_MOST = 100_000
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)", re.ASCII)
_MONTH_GLUED = re.compile(r"(\d{4})(0[1-9]|1[0-2])(\d\d)?", re.ASCII)  # 201805, 20180501
_PRICE = re.compile(r"(?<![\d.])(\d{1,7}(?:\.\d{1,4})?)(?![\d.])", re.ASCII)
_NUMBER = re.compile(r"(?<!\d)(\d{1,6})(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line of a catalogue. `isbn` is valid or None; `isbn_text` is what stood there. `notes` are codes:
    bad_isbn, bad_year, bad_price, bad_pages, bad_copies, bad_copy_number."""

    line: int
    title: str
    author: str = ""
    publisher: str = ""
    year: int | None = None
    isbn: str | None = None
    isbn_text: str = ""
    price_fen: int | None = None
    pages: int | None = None
    location: str = ""
    shelf: str = ""
    class_number: str = ""
    copy_numbers: tuple[str, ...] = ()
    copies: int | None = None
    notes: tuple[str, ...] = ()


def read_books(table: Table) -> Iterator[BookRow | BadRow]:
    """Every row in order, one at a time. Raises UnreadableTable if no column is a title."""
    columns = map_columns(table.header)
    if "title" not in columns:
        raise UnreadableTable("missing_columns", "title")
    for row in table.rows():
        yield row if isinstance(row, BadRow) else _book(row, columns, len(table.header))


def book_key(row: BookRow) -> str:
    """What makes a book the same book: ISBN and title (numbers get reused), else all that describes it."""
    title = normal(row.title) or row.title
    if row.isbn:
        return f"isbn:{row.isbn}|{title}"
    return "|".join(("text:" + title, normal(row.author), normal(row.publisher), str(row.year or "")))


def _book(row: Row, columns: dict[str, int], width: int) -> BookRow | BadRow:
    def cell(field: str) -> str:
        place = columns.get(field, len(row.cells))
        return clean_line(row.cells[place]) if place < len(row.cells) else ""

    title = cell("title")
    texts = {field: cell(field) for field in ("author", "publisher", "location", "shelf", "class_number")}
    isbn_text = cell("isbn")
    problem = _problem(row, width, title, (*texts.values(), isbn_text))
    if problem:
        return BadRow(row.line, problem, "，".join(row.cells)[:80])
    isbn = isbn13(isbn_text) if isbn_text else None
    year, price, pages = _year(cell("year")), _price(cell("price")), _number(cell("pages"), PAGES_MOST)
    numbers, bad_numbers = _copy_numbers(cell("copy_number"))
    copies = _number(cell("copies"), COPIES_MOST)
    doubts = {
        "bad_isbn": isbn_text and not isbn,
        "bad_year": cell("year") and year is None,
        "bad_price": cell("price") and price is None,
        "bad_pages": cell("pages") and pages is None,
        "bad_copies": cell("copies") and copies is None,
        "bad_copy_number": bad_numbers,
    }
    return BookRow(
        line=row.line,
        title=title,
        **texts,
        year=year,
        isbn=isbn,
        isbn_text=isbn_text,
        price_fen=price,
        pages=pages,
        copy_numbers=numbers,
        copies=copies,
        notes=tuple(note for note, doubtful in doubts.items() if doubtful),
    )


def _problem(row: Row, width: int, title: str, others: tuple[str, ...]) -> str:
    if not title:
        return "missing_title"
    if any(cell.strip() for cell in row.cells[width:]):
        return "too_many_columns"
    if len(title) > TITLE_MOST or any(len(text) > FIELD_MOST for text in others):
        return "too_long"
    return ""


def _year(text: str) -> int | None:
    """2018, 2018.5, 2018年5月, [2018], c1999, 201805."""
    plain = narrow(text)
    match = _MONTH_GLUED.fullmatch(plain) or _YEAR.search(plain)
    year = int(match[1]) if match else 0
    return year if year in YEARS else None


def _price(text: str) -> int | None:
    """54.00, CNY54, ￥39.5, 1,280.00元 -> fen."""
    match = _PRICE.search(narrow(text).replace(",", ""))
    fen = int((Decimal(match[1]) * 100).to_integral_value()) if match else PRICE_MOST + 1
    return fen if fen <= PRICE_MOST and "-" not in text else None


def _number(text: str, most: int) -> int | None:
    """452, 452页, 10, 452 p.: the last number, after the preliminary pages."""
    found = _NUMBER.findall(narrow(text))
    number = int(found[-1]) if found and "-" not in text else most + 1
    return number if number <= most else None


def _copy_numbers(text: str) -> tuple[tuple[str, ...], bool]:
    """The copy numbers in a cell, and whether something there was none."""
    parts = [part for part in re.split(r"[\s,;/|、，；]+", text) if part]
    read = [read_copy_number(part) for part in parts]
    good = tuple(dict.fromkeys(number for number in read if number))
    return good, len(good) < len(parts)
