"""Tables with a header, in text or spreadsheets: which row is the header, and which column is what."""

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import Protocol

from kiosk.domain.texts import clean_line
from kiosk.importing.columns import choose_columns, is_name, map_columns
from kiosk.importing.rows import EXAMPLE, BadRow, Found, Row, UnreadableTable
from kiosk.importing.sheet_parts import BROKEN, Forbidden, Workbook, open_workbook
from kiosk.importing.sheet_rows import sheet_rows
from kiosk.importing.table import read_table

HEADER_WITHIN = 20  # rows: a heading over the whole table, a date, an empty line may come first


class Rows(Protocol):
    """A table whose header is known; `rows()` gives what comes after it."""

    header: tuple[str, ...]
    header_line: int

    @property
    def encoding(self) -> str: ...

    @property
    def done(self) -> float: ...

    def rows(self) -> Iterator[Row | BadRow]: ...


@dataclass
class Grid:
    """A catalogue in columns. `is_exact`: a cell beyond the header means that a row is shifted."""

    table: Rows
    places: dict[str, int]
    is_exact: bool = True
    other_sheets: tuple[str, ...] = ()
    unit = "row"

    @property
    def kind(self) -> str:
        """Tables with the same header are read alike."""
        header = "\t".join(self.table.header)
        return f"table {sha256(header.encode('utf-8', 'replace')).hexdigest()[:16]}"

    @property
    def encoding(self) -> str:
        return self.table.encoding

    @property
    def columns(self) -> dict[str, str]:
        """Field of a book -> the name of its column."""
        return {name: self.table.header[place] or str(place + 1) for name, place in self.places.items()}

    @property
    def unused(self) -> tuple[str, ...]:
        used = set(self.places.values())
        return tuple(
            name for place, name in enumerate(self.table.header) if name.strip() and place not in used
        )

    @property
    def done(self) -> float:
        return self.table.done

    def survey(self) -> None:
        return None

    def examples(self) -> dict[str, str]:
        """By the name of a column: what stands there first."""
        found: dict[str, str] = {}
        for row in islice(self.table.rows(), HEADER_WITHIN):
            if isinstance(row, Row):
                for name, cell in zip(self.table.header, row.cells, strict=False):
                    found[name] = found.get(name) or clean_line(cell)[:EXAMPLE]
        return found

    def records(self) -> Iterator[Found | BadRow]:
        places = list(self.places.items())
        width = len(self.table.header)
        for row in self.table.rows():
            if isinstance(row, BadRow):
                yield row
                continue
            cells, count = row.cells, len(row.cells)
            said = {name: cells[place] for name, place in places if place < count}
            problem = ""
            if count > width and self.is_exact and any(cell.strip() for cell in cells[width:]):
                problem = "too_many_columns"
            if row.problems:
                problem = next(
                    (why for place, why in row.problems.items() if place in self.places.values()), ""
                )
            yield Found(row.line, said, cells, problem)


def open_text(path: Path, wished: Mapping[str, str]) -> Grid:
    """Raises UnreadableTable."""
    table = read_table(path)
    first = Row(table.header_line, table.header)
    rows = [first, *(row for row in islice(table.rows(), HEADER_WITHIN) if isinstance(row, Row))]
    header = find_header(rows)
    table = replace(table, header=header.cells, header_line=header.line)
    return Grid(table, _columns(header, wished))


def open_sheet(path: Path, wished: Mapping[str, str], name: str | None = None) -> Grid:
    """The sheet of that name, or the first with a column of titles. Raises UnreadableTable."""
    book = open_workbook(path)
    if name is not None and name not in book.sheets:
        raise UnreadableTable("unknown_sheet", f"{name} ({'，'.join(book.sheets)})")
    tried: UnreadableTable | None = None
    for one in [name] if name is not None else book.sheets:
        try:
            sheet = Sheet(book, one)
            places = _columns(Row(sheet.header_line, sheet.header), wished)
        except UnreadableTable as error:
            tried = error if tried is None or tried.reason == "empty" else tried
            continue
        return Grid(sheet, places, False, tuple(other for other in book.sheets if other != one))
    raise tried or UnreadableTable("empty", path.name)


@dataclass
class Sheet:
    """One sheet of a workbook. Raises UnreadableTable: empty, bomb, broken_sheet."""

    book: Workbook
    name: str
    header: tuple[str, ...] = ()
    header_line: int = 0
    _done: float = field(default=0.0)

    def __post_init__(self) -> None:
        rows = [row for row in islice(self._rows(), HEADER_WITHIN) if isinstance(row, Row)]
        if not rows:
            raise UnreadableTable("empty", self.name)
        header = find_header(rows)
        self.header, self.header_line = header.cells, header.line

    @property
    def encoding(self) -> str:
        return f"xlsx, {self.name}"

    @property
    def done(self) -> float:
        return self._done

    def rows(self) -> Iterator[Row | BadRow]:
        return (row for row in self._rows() if row.line > self.header_line)

    def _rows(self) -> Iterator[Row | BadRow]:
        """A part that breaks off is told at the row where it does; what came before is kept."""
        line = 0
        try:
            for row in sheet_rows(self.book, self.book.sheets[self.name], self._move):
                line = row.line
                yield row
        except BROKEN as error:
            reason = "bomb" if isinstance(error, Forbidden) else "broken_sheet"
            if line <= self.header_line:
                raise UnreadableTable(reason, str(error)[:80]) from error
            yield BadRow(line + 1, reason, str(error)[:80])

    def _move(self, done: float) -> None:
        self._done = done


def find_header(rows: list[Row]) -> Row:
    """The row that names most columns; one that goes on in the next row (merged cells) is both together."""
    known = [map_columns(row.cells) for row in rows]
    best = max(range(len(rows)), key=lambda place: ("title" in known[place], len(known[place]), -place))
    if "title" not in known[best]:
        return rows[0]
    header = rows[best]
    for place in (best - 1, best + 1):
        if 0 <= place < len(rows) and _goes_on(rows[place], known[place].keys() & known[best].keys()):
            header = _together(rows[best], rows[place], known[place].values())
            break
    return header


def _goes_on(row: Row, twice: Set[str]) -> bool:
    """Whether it holds names of columns and nothing else, and none for the second time."""
    return not twice and all(is_name(cell) for cell in row.cells if cell.strip())


def _together(header: Row, other: Row, places: Iterable[int]) -> Row:
    width = max(len(header.cells), len(other.cells))
    cells = [header.cells[place] if place < len(header.cells) else "" for place in range(width)]
    for place in places:
        cells[place] = other.cells[place]
    return Row(max(header.line, other.line), tuple(cells))


def _columns(header: Row, wished: Mapping[str, str]) -> dict[str, int]:
    places = choose_columns(header.cells, wished)
    if "title" not in places:
        raise UnreadableTable("missing_columns", "，".join(filter(None, header.cells))[:80])
    return places
