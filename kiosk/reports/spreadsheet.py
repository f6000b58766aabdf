"""Tables as XLSX. A cell that begins like a formula is a text: no spreadsheet computes what somebody typed."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

from kiosk.reports.figures_tables import Share, Table

_BOLD = Font(bold=True)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_NARROWEST, _WIDEST, _LONGEST = 8, 40, 32_767
_TOLD_EVERY = 2000
Told = Callable[[int], None]


def spreadsheet(tables: Sequence[Table], told: Told = lambda rows: None) -> bytes:
    """One sheet for each table, its heads kept in sight. `told` hears now and then how many rows are written."""
    book = Workbook(write_only=True)
    written = 0
    for table in tables:
        sheet = book.create_sheet(_sheet_name(table.title))
        sheet.freeze_panes = "A2"
        for column, width in enumerate(_widths(table)):
            sheet.column_dimensions[_letter(column)].width = width
        sheet.append([_cell(sheet, head, bold=True) for head in table.heads])
        for row in table.rows:
            sheet.append([_cell(sheet, value) for value in row])
            written += 1
            if written % _TOLD_EVERY == 0:
                told(written)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(sheet: Any, value: Any, bold: bool = False) -> Any:
    if isinstance(value, Share):
        return _formatted(sheet, float(value), "0%")
    if isinstance(value, datetime):
        return _formatted(sheet, value, "yyyy-mm-dd hh:mm:ss")
    if isinstance(value, date):
        return _formatted(sheet, value, "yyyy-mm-dd")
    if not isinstance(value, str):
        return value
    return _text(sheet, value, bold)


def _text(sheet: Any, value: str, bold: bool) -> Any:
    clean = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST]
    is_like_formula = clean.startswith(_FORMULA)
    if not bold and not is_like_formula:
        return clean
    cell = WriteOnlyCell(sheet, clean)
    cell.data_type = "s"  # openpyxl takes what begins with = for a formula
    cell.quotePrefix = is_like_formula  # and a spreadsheet would, once somebody edits the cell
    if bold:
        cell.font = _BOLD
    return cell


def _formatted(sheet: Any, value: Any, shape: str) -> Any:
    cell = WriteOnlyCell(sheet, value)
    cell.number_format = shape
    return cell


def _widths(table: Table) -> Iterable[int]:
    """In characters, of which a Chinese one takes two; by the heads and the first rows."""
    for column, head in enumerate(table.heads):
        texts = [head, *(_shown(row[column]) for row in table.rows[:100])]
        yield max(
            _NARROWEST, min(_WIDEST, 2 + max(sum(1 + (ord(c) > 0x2E7F) for c in text) for text in texts))
        )


def _shown(value: Any) -> str:
    return (
        f"{value:%Y-%m-%d %H:%M:%S}" if isinstance(value, datetime) else "" if value is None else str(value)
    )


def _letter(column: int) -> str:
    from openpyxl.utils import get_column_letter

    return str(get_column_letter(column + 1))


def _sheet_name(title: str) -> str:
    """Excel takes 31 characters, and not these."""
    return "".join(" " if char in "[]:*?/\\" else char for char in title)[:31]
