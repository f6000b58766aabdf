"""The rows of one sheet as texts: numbers as people write them, dates as dates, formulas by what they last gave."""

from collections.abc import Callable, Iterator
from typing import Any

from openpyxl.utils.datetime import MAC_EPOCH, WINDOWS_EPOCH, from_excel

from kiosk.importing.rows import Row
from kiosk.importing.sheet_parts import DEEPEST, SHEET, Forbidden, Workbook, check_size, column_of, parse

MOST_COLUMNS = 256
MOST_ROWS = 1_048_576  # Excel's own
LONGEST = 32_767  # characters in a cell, Excel's own


def sheet_rows(book: Workbook, part: str, moved: Callable[[float], None]) -> Iterator[Row]:
    """Rows that hold anything. `moved` is told how much was read, 0 to 1. Raises what `parse` raises."""
    info = book.archive.getinfo(part)
    check_size(info, SHEET)
    reader = _Reader(book)
    for read in parse(book.archive, part, reader.start, reader.text, reader.end):
        moved(min(1.0, read / max(info.file_size, 1)))
        yield from reader.rows
        reader.rows.clear()
    yield from reader.rows


class _Reader:
    """What expat calls."""

    def __init__(self, book: Workbook) -> None:
        self.rows: list[Row] = []
        self._book = book
        self._column = -1
        self._kind = self._style = ""
        self._has_formula = self._is_kept = False
        self._cells: dict[int, str] = {}
        self._problems: dict[int, str] = {}
        self._parts: list[str] = []
        self._length = self._depth = 0
        self._line = 0

    def start(self, tag: str, given: Any) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Forbidden(tag)
        name = tag.rpartition("}")[2]
        if name == "c":
            self._begin_cell(given)
        elif name in ("v", "t"):
            self._is_kept = True
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._begin_row(given)

    def text(self, data: str) -> None:
        if self._is_kept and self._length <= LONGEST:
            self._parts.append(data[: LONGEST + 1])
            self._length += len(data)

    def end(self, tag: str) -> None:
        self._depth -= 1
        name = tag.rpartition("}")[2]
        if name in ("v", "t"):
            self._is_kept = False
        elif name == "c":
            self._end_cell()
        elif name == "row" and (self._cells or self._problems):
            width = max((*self._cells, *self._problems)) + 1
            cells = tuple(self._cells.get(place, "") for place in range(width))
            self.rows.append(Row(self._line, cells, self._problems or None))

    def _begin_row(self, given: Any) -> None:
        told = given.get("r", "")
        self._line = int(told) if told.isascii() and told.isdigit() and len(told) < 9 else self._line + 1
        if self._line > MOST_ROWS:
            raise Forbidden("rows")
        self._cells, self._problems, self._column = {}, {}, -1

    def _begin_cell(self, given: Any) -> None:
        reference = given.get("r")
        self._column = column_of(reference) if reference else self._column + 1
        self._kind, self._style = given.get("t", "n"), given.get("s", "")
        self._has_formula, self._length = False, 0
        self._parts.clear()

    def _end_cell(self) -> None:
        if self._column >= MOST_COLUMNS:
            return
        text = "".join(self._parts)
        problem = "too_long" if self._length > LONGEST else ""
        if not text:
            problem = "formula" if self._has_formula else problem
        elif self._kind == "e":
            problem = "formula"
        else:
            try:
                text = self._said(text)
            except (ValueError, IndexError, OverflowError):
                problem = "bad_cell"
        if problem:
            self._problems[self._column] = problem
        elif text:
            self._cells[self._column] = text

    def _said(self, text: str) -> str:
        if self._kind == "s":
            return self._book.strings[int(text)]
        if self._kind != "n":
            return text
        number = float(text)
        if self._style and int(self._style) in self._book.dates:
            return self._date(number)
        return str(int(number)) if number.is_integer() and abs(number) < 1e15 else repr(number)

    def _date(self, number: float) -> str:
        """A year that was formatted as a date is still a year."""
        if number.is_integer() and 1000 <= number <= 2100:
            return str(int(number))
        moment = from_excel(number, MAC_EPOCH if self._book.since_1904 else WINDOWS_EPOCH)
        return moment.isoformat()[:10] if moment is not None else ""
