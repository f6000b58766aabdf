"""A table in a text file: its encoding and delimiter found, its rows one by one with their line numbers."""

import csv
import io
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TextIO

from kiosk.importing.encodings import detect_encoding
from kiosk.importing.rows import BadRow, Row, UnreadableTable

LONGEST_LINE = 100_000
MOST_LINES = 50  # of one record; a quote that never closes must not swallow the file
REPLACED = "\ufffd"  # what the codecs put where bytes make no sense
BEGINNING = 80
_DELIMITERS = ",\t;"


@dataclass(slots=True)
class Table:
    """The header is read; `rows()` may be walked once, with flat memory."""

    path: Path
    encoding: str
    delimiter: str
    header: tuple[str, ...]
    header_line: int
    size: int
    _at: int = field(default=0)

    def rows(self) -> Iterator[Row | BadRow]:
        with self.path.open("rb") as raw, _text(raw, self.encoding) as text:
            for row in _records(_Lines(text), self.delimiter):
                self._at = raw.tell()
                if row.line > self.header_line:
                    yield row
        self._at = self.size

    @property
    def done(self) -> float:
        """How much of the file has been read, 0 to 1, for a progress bar."""
        return min(1.0, self._at / self.size) if self.size else 1.0


def read_table(path: Path) -> Table:
    """Raises UnreadableTable; whatever is wrong with single rows comes out of `rows()`."""
    try:
        size = path.stat().st_size
        encoding = detect_encoding(path)
        with path.open("rb") as raw, _text(raw, encoding) as text:
            delimiter, header = _header(text)
    except OSError as error:
        raise UnreadableTable("missing_file", error.strerror or str(error)) from error
    return Table(path, encoding, delimiter, header.cells, header.line, size)


def _text(raw: BinaryIO, encoding: str) -> TextIO:
    # newline="" so that the csv module sees line ends inside quotes as they are
    return io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline="")


class _Lines:
    """The lines of a file with their numbers; lines may be given back."""

    def __init__(self, text: TextIO) -> None:
        self._text = text
        self._returned: deque[str] = deque()
        self.number = 0

    def next(self) -> str | None:
        line = self._returned.popleft() if self._returned else self._read()
        if line is not None:
            self.number += 1
        return line

    def give_back(self, lines: list[str]) -> None:
        self._returned.extendleft(reversed(lines))
        self.number -= len(lines)

    def _read(self) -> str | None:
        line = self._text.readline(LONGEST_LINE)
        rest = line
        while len(rest) == LONGEST_LINE and rest[-1] not in "\r\n":  # read on, and keep only the beginning
            rest = self._text.readline(LONGEST_LINE)
        return line.replace("\0", "") if line else None


def _header(text: TextIO) -> tuple[str, Row]:
    lines = _Lines(text)
    delimiter = ","
    while (line := lines.next()) is not None:
        if line.lower().startswith("sep=") and len(line.rstrip()) == 5:  # Excel's own first line
            continue
        if line.strip("\ufeff\0,;\t\r\n "):
            delimiter = max(_DELIMITERS, key=line.count)
            lines.give_back([line])
            break
    for row in _records(lines, delimiter):
        if isinstance(row, BadRow):
            raise UnreadableTable("missing_columns", row.reason)
        return delimiter, row
    raise UnreadableTable("empty")


def _records(lines: _Lines, delimiter: str) -> Iterator[Row | BadRow]:
    while (first := lines.next()) is not None:
        row = _record(lines, first, delimiter)
        if isinstance(row, BadRow) or any(cell.strip() for cell in row.cells):
            yield row


def _record(lines: _Lines, first: str, delimiter: str) -> Row | BadRow:
    """The record that begins with this line; if it cannot be, only this line is lost, not those after it."""
    number, taken, closed = lines.number, [first], True

    def feed() -> Iterator[str]:
        nonlocal closed
        yield first
        while len(taken) < MOST_LINES and (line := lines.next()) is not None:
            taken.append(line)
            yield line
        closed = False  # the parser asked for more than there is

    problem = "too_long" if len(first) >= LONGEST_LINE else ""
    cells: list[str] = []
    if not problem:
        try:
            cells = next(csv.reader(feed(), delimiter=delimiter), [])
        except csv.Error:  # a field longer than the module's limit
            problem = "too_long"
    if not closed:
        problem = "unclosed_quote"
    if problem:
        lines.give_back(taken[1:])
    elif any(REPLACED in line for line in taken):
        problem = "bad_encoding"
    return BadRow(number, problem, first.strip()[:BEGINNING]) if problem else Row(number, tuple(cells))
