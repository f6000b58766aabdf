"""A catalogue file as book rows: what is odd is noted, what cannot be kept is named with its line."""

import re
from collections.abc import Generator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kiosk.domain import catalogue
from kiosk.domain.audience import Audience, audience_of, is_for_children, is_large_print, says_yes
from kiosk.domain.codes import read_copy_number
from kiosk.domain.isbn import isbn13
from kiosk.domain.texts import clean_line, narrow
from kiosk.importing.catalogues import Catalogue
from kiosk.importing.rows import BadRow, Found, Holding

TITLE_MOST = 300
FIELD_MOST = 200
COPIES_MOST = 200
YEARS = range(1000, 2101)
PRICE_MOST = 10_000_000  # fen
PAGES_MOST = 100_000
CACHED = 4096  # publishers, years, prices, places: most cells of a catalogue stand in many rows
_clean = lru_cache(maxsize=CACHED)(clean_line)
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)", re.ASCII)
_MONTH_GLUED = re.compile(r"(\d{4})(0[1-9]|1[0-2])(\d\d)?", re.ASCII)  # 201805, 20180501
_PRICE = re.compile(r"(?<![\d.])(\d{1,7}(?:\.\d{1,4})?)(?![\d.])", re.ASCII)
_EXPONENT = re.compile(r"(9\.7[89]\d{10})E\+?0?12", re.IGNORECASE)
AUDIENCES = frozenset(Audience)
_NUMBER = re.compile(r"(?<!\d)(\d{1,6})(?!\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class BookRow:
    """One line of a catalogue. `isbn` is valid or None; `isbn_text` is what stood there. `holdings`: copies that are
    named one by one. `notes` are codes: bad_isbn, bad_year, bad_price, bad_pages, bad_copies, bad_copy_number,
    bad_length, mended_directory.
    """

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
    holdings: tuple[Holding, ...] = ()
    large_print: bool = False
    audience: str = ""
    notes: tuple[str, ...] = ()


def read_books(catalogue: Catalogue) -> Generator[BookRow | BadRow, None, None]:
    """Every row in order, one at a time."""
    for row in catalogue.records():
        yield row if isinstance(row, BadRow) else _book(row)


def book_key(row: BookRow) -> str:
    """By it a second import knows the book."""
    return catalogue.book_key(row.title, row.author, row.publisher, row.year, row.isbn)


_TEXTS = ("author", "publisher", "location", "shelf", "class_number")


def _book(row: Found) -> BookRow | BadRow:
    said = {field: _clean(text) for field, text in row.fields.items() if text}
    cell = said.get
    title, isbn_text = cell("title", ""), cell("isbn", "")
    texts = {field: cell(field, "") for field in _TEXTS}
    problem = row.problem or _problem(title, (*texts.values(), isbn_text))
    if problem:
        return BadRow(row.line, problem, clean_line("，".join(row.shown))[:80])
    isbn = isbn13(_isbn_text(isbn_text)) if isbn_text else None
    year, price, pages = _year(cell("year")), _price(cell("price")), _number(cell("pages"), PAGES_MOST)
    numbers, bad_numbers = _copy_numbers(cell("copy_number", ""))
    holdings, bad_holdings = _holdings(row.holdings[:COPIES_MOST])
    copies = _number(cell("copies"), COPIES_MOST)
    doubts = {
        "bad_isbn": isbn_text and not isbn,
        "bad_year": cell("year") and year is None,
        "bad_price": cell("price") and price is None,
        "bad_pages": cell("pages") and pages is None,
        "bad_copies": (cell("copies") and copies is None) or len(row.holdings) > COPIES_MOST,
        "bad_copy_number": bad_numbers or bad_holdings,
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
        holdings=holdings,
        large_print=says_yes(cell("large_print", "")) or is_large_print(title, cell("large_print", "")),
        audience=_audience(cell("audience", ""), texts["class_number"]),
        notes=(*row.notes, *(note for note, doubtful in doubts.items() if doubtful)),
    )


def _problem(title: str, others: tuple[str, ...]) -> str:
    if not title:
        return "missing_title"
    if len(title) > TITLE_MOST or any(len(text) > FIELD_MOST for text in others):
        return "too_long"
    return ""


@lru_cache(maxsize=CACHED)
def _audience(said: str, class_number: str) -> str:
    """What the record says of its readers; else children's literature by its class."""
    if said:
        return said if said in AUDIENCES else audience_of(said)
    return Audience.CHILDREN if class_number and is_for_children(class_number) else ""


def _isbn_text(text: str) -> str:
    """9.787540468422E12, a spreadsheet's way to write it; 9787020008728 (pbk.)."""
    plain = narrow(text)
    if match := _EXPONENT.fullmatch(plain):
        return match[1].replace(".", "")
    return re.split(r"[(:;]|\s(?=[^\d-])", plain, maxsplit=1)[0] if not plain[-1:].isdigit() else plain


def _holdings(found: tuple[Holding, ...]) -> tuple[tuple[Holding, ...], bool]:
    """Each copy with our number, or none; and whether one had another."""
    if not found:
        return (), False
    read = tuple(
        Holding(
            read_copy_number(one.number) or "",
            _clean(one.location)[:FIELD_MOST],
            _clean(one.shelf)[:FIELD_MOST],
        )
        for one in found
    )
    return read, any(before.number and not after.number for before, after in zip(found, read, strict=True))


@lru_cache(maxsize=CACHED)
def _year(text: str | None) -> int | None:
    """2018, 2018.5, 2018年5月, [2018], c1999, 201805."""
    if not text:
        return None
    plain = narrow(text)
    match = _MONTH_GLUED.fullmatch(plain) or _YEAR.search(plain)
    year = int(match[1]) if match else 0
    return year if year in YEARS else None


@lru_cache(maxsize=CACHED)
def _price(text: str | None) -> int | None:
    """54.00, CNY54, ￥39.5, 1,280.00元 -> fen."""
    if not text:
        return None
    match = _PRICE.search(narrow(text).replace(",", ""))
    fen = int((Decimal(match[1]) * 100).to_integral_value()) if match else PRICE_MOST + 1
    return fen if fen <= PRICE_MOST and "-" not in text else None


@lru_cache(maxsize=CACHED)
def _number(text: str | None, most: int) -> int | None:
    """452, 452页, 10, 452 p.: the last number, after the preliminary pages."""
    if not text:
        return None
    found = _NUMBER.findall(narrow(text))
    number = int(found[-1]) if found and "-" not in text else most + 1
    return number if number <= most else None


def _copy_numbers(text: str) -> tuple[tuple[str, ...], bool]:
    """The copy numbers in a cell, and whether something there was none."""
    if not text:
        return (), False
    parts = [part for part in re.split(r"[\s,;/|、，；]+", text) if part]
    read = [read_copy_number(part) for part in parts]
    good = tuple(dict.fromkeys(number for number in read if number))
    return good, len(good) < len(parts)
