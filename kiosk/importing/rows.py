"""What comes out of a file, whatever kind it is: rows with their place, and rows that are none, with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

EXAMPLE = 60
"""Characters of what stands in a column, to choose by."""


class UnreadableTable(Exception):
    """The file as a whole is no catalogue. `reason`: missing_file, not_text, old_excel, encrypted, other_office, markup,
    broken_sheet, bomb, empty, missing_columns, unknown_column, unknown_field, unknown_sheet,
    not_marc, bad_place, unknown_dialect, unknown_encoding.
    """

    def __init__(self, reason: str, text: str = "") -> None:
        super().__init__(f"{reason}: {text}" if text else reason)
        self.reason = reason
        self.text = text


@dataclass(frozen=True, slots=True)
class Row:
    """`problems`: by the cell's place, why nothing can be said of it."""

    line: int
    cells: tuple[str, ...]
    problems: Mapping[int, str] | None = None


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that cannot be kept: its line (or record), a reason code and the beginning of what stood there."""

    line: int
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """One copy as its record names it."""

    number: str
    location: str
    shelf: str


@dataclass(frozen=True, slots=True)
class Found:
    """One record: what stands in each field. `shown` is all of it, to be quoted where it cannot be kept."""

    line: int
    fields: Mapping[str, str]
    shown: Sequence[str]
    problem: str = ""
    notes: tuple[str, ...] = ()
    holdings: tuple[Holding, ...] = ()
