"""A catalogue file into the station: read row by row, sent page by page, what is odd named by its line."""

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from kiosk.commands.library import (
    PAGE_CHANGES,
    PAGE_ROWS,
    CatalogueCopy,
    CatalogueRow,
    ImportBooks,
    Locations,
)
from kiosk.domain.reasons import Reason
from kiosk.domain.states import OutcomeStatus
from kiosk.domain.trouble import KioskError
from kiosk.importing.books import BookRow, book_key, read_books
from kiosk.importing.catalogues import Catalogue, open_catalogue
from kiosk.importing.marc_survey import Survey
from kiosk.importing.rows import BadRow
from kiosk.services.registry import Actor
from kiosk.station import Station

Progress = Callable[[int], None]
MOST_LISTED = 20_000  # odd rows that are kept in memory to be listed; the others are counted
PREVIEW = 5


@dataclass(frozen=True)
class Wishes:
    """How a file is to be read, where the guess is not right: field -> column or places of MARC, which sheet, which kind
    of MARC in which encoding.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    sheet: str | None = None
    dialect: str = ""
    encoding: str = ""


@dataclass
class ImportReport:
    """`bad`: rows and copies that were not kept; `flagged`: rows that were, with something odd in them. Both are lists of
    the first ones, and the numbers count all. `unit`: row or record.
    """

    encoding: str
    unit: str = "row"
    rows: int = 0
    added: int = 0
    known: int = 0
    copies: int = 0
    bad: list[BadRow] = field(default_factory=list)
    flagged: list[BadRow] = field(default_factory=list)
    bad_count: int = 0
    flagged_count: int = 0

    def refuse(self, row: BadRow) -> None:
        self.bad_count += 1
        if len(self.bad) < MOST_LISTED:
            self.bad.append(row)

    def flag(self, row: BadRow) -> None:
        self.flagged_count += 1
        if len(self.flagged) < MOST_LISTED:
            self.flagged.append(row)


@dataclass(frozen=True)
class Preview:
    """What a file would be taken for, and its first rows. `kind`: files of one kind are read alike. `examples`: what
    stands in each column or place first.
    """

    encoding: str
    unit: str
    columns: Mapping[str, str]
    unused: tuple[str, ...]
    other_sheets: tuple[str, ...]
    rows: tuple[BookRow | BadRow, ...]
    kind: str = ""
    survey: Survey | None = None
    examples: Mapping[str, str] = field(default_factory=dict)


def preview_books(path: Path, wishes: Wishes | None = None) -> Preview:
    """Raises UnreadableTable."""
    wishes = wishes or Wishes()
    catalogue = _open(path, wishes)
    rows = tuple(islice(read_books(catalogue), PREVIEW))
    survey = catalogue.survey()
    return Preview(
        catalogue.encoding, catalogue.unit, catalogue.columns, catalogue.unused, catalogue.other_sheets, rows,
        catalogue.kind, survey,
        survey.examples() if survey else catalogue.examples(),
    )  # fmt: skip


def _open(path: Path, wishes: Wishes) -> Catalogue:
    return open_catalogue(path, wishes.columns, wishes.sheet, wishes.dialect, wishes.encoding)


class BookImport:
    """An import page by page, so that whoever waits may see how far it is, do something else between, or stop it.

    What has been sent stays; a second import of the same file goes on where this one stopped, for nothing comes in twice.
    """

    def __init__(self, station: Station, path: Path, actor: Actor, wishes: Wishes | None = None) -> None:
        """Raises UnreadableTable."""
        self._catalogue = _open(path, wishes or Wishes())
        self._station, self._actor = station, actor
        self._rows = read_books(self._catalogue)
        self._pages = _pages(self._rows, _Places(station))
        self.report = ImportReport(self._catalogue.encoding, self._catalogue.unit)
        station.exchange()  # to give copy numbers above those that others gave

    @property
    def done(self) -> int:
        """Percent."""
        return int(self._catalogue.done * 100)

    def step(self) -> bool:
        """One page; False: that was all. Raises KioskError: import_refused."""
        page = next(self._pages, None)
        if page is not None:
            _note(self.report, page)
            if page.rows:
                _send(self._station, self._actor, page, self.report)
            return True
        self.report.bad.sort(key=lambda row: row.line)
        return False

    def stop(self) -> None:
        """The file is let go."""
        self._pages.close()
        self._rows.close()
        self.report.bad.sort(key=lambda row: row.line)


def import_books(
    station: Station,
    path: Path,
    actor: Actor,
    progress: Progress = lambda done: None,
    wishes: Wishes | None = None,
) -> ImportReport:
    """`progress` is told the percent that is done. Raises UnreadableTable, KioskError: import_refused."""
    running = BookImport(station, path, actor, wishes)
    while running.step():
        progress(running.done)
    progress(100)
    return running.report


@dataclass
class _Places:
    """What a row leaves open: which location a name means, and how many copies a record is."""

    station: Station

    def __post_init__(self) -> None:
        known = self.station.ask(Locations())
        self._codes = {name: one.code for one in known for name in (one.code, one.name, one.name_en)}

    def row(self, book: BookRow) -> CatalogueRow:
        return CatalogueRow(
            key=book_key(book), title=book.title, author=book.author, publisher=book.publisher,
            year=book.year,
            isbn=book.isbn, bad_isbn=None if book.isbn else book.isbn_text or None, price_fen=book.price_fen,
            pages=book.pages, class_number=book.class_number, large_print=book.large_print,
            audience=book.audience, copies=tuple(self._copies(book)),
        )  # fmt: skip

    def _copies(self, book: BookRow) -> Iterator[CatalogueCopy]:
        """Numbered ones, and the rest of the count; a record that says neither is one copy."""
        if book.holdings:
            for one in book.holdings:
                yield CatalogueCopy(
                    number=one.number or None, location=self._code(one.location), shelf=one.shelf
                )
        count = 1 if book.copies is None else book.copies
        without = max(count - len(book.copy_numbers) - len(book.holdings), 0)
        location = self._code(book.location)
        for number in (*book.copy_numbers, *[None] * without):
            yield CatalogueCopy(number=number, location=location, shelf=book.shelf)

    def _code(self, name: str) -> str | None:
        return self._codes.get(name, name[:40]) or None


@dataclass
class _Page:
    """What was read, and of it as many rows as one command may carry and change, with the books that they are of."""

    read: list[BookRow | BadRow] = field(default_factory=list)
    books: list[BookRow] = field(default_factory=list)
    rows: list[CatalogueRow] = field(default_factory=list)
    changes: int = 0

    def has_room(self, size: int) -> bool:
        return not self.rows or (len(self.rows) < PAGE_ROWS and self.changes + size <= PAGE_CHANGES)

    def add(self, book: BookRow, row: CatalogueRow) -> None:
        self.read.append(book)
        self.books.append(book)
        self.rows.append(row)
        self.changes += 1 + len(row.copies)


def _pages(read: Iterator[BookRow | BadRow], places: _Places) -> Generator[_Page, None, None]:
    page = _Page()
    for book in read:
        if isinstance(book, BadRow):
            page.read.append(book)
            is_full = len(page.read) >= 2 * PAGE_ROWS
        else:
            row = places.row(book)
            is_full = not page.has_room(1 + len(row.copies))
        if is_full:
            yield page
            page = _Page()
        if not isinstance(book, BadRow):
            page.add(book, row)
    if page.read:
        yield page


def _note(report: ImportReport, page: _Page) -> None:
    for row in page.read:
        report.rows += 1
        if isinstance(row, BadRow):
            report.refuse(row)
            continue
        for note in row.notes:
            report.flag(BadRow(row.line, note, row.title))


def _send(station: Station, actor: Actor, page: _Page, report: ImportReport) -> None:
    """Raises KioskError: import_refused."""
    answer = station.do(ImportBooks(rows=tuple(page.rows)), actor)
    if answer.status is not OutcomeStatus.ACCEPTED:  # pending: the hub went away with this page on its way
        why = str(answer.reason or Reason.HUB_UNREACHABLE)
        raise KioskError("import_refused", why=why, rows=str(report.added))
    report.added += answer.result["added"]
    report.known += answer.result["known"]
    report.copies += answer.result["copies"]
    for bad in answer.result["bad"]:
        report.refuse(BadRow(page.books[bad["row"]].line, bad["reason"], bad["copy"]))
