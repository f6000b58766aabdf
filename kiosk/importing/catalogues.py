"""Opening a catalogue, whatever it is in: text, a spreadsheet, MARC."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Protocol

from kiosk.importing.columns import check_fields
from kiosk.importing.grids import open_sheet, open_text
from kiosk.importing.rows import BadRow, Found
from kiosk.importing.sniff import Format, format_of


class Catalogue(Protocol):
    """What was found; `records()` may be walked once, with flat memory. `unit`: row or record."""

    @property
    def unit(self) -> str: ...

    @property
    def encoding(self) -> str: ...

    @property
    def columns(self) -> dict[str, str]:
        """Field of a book -> the column, or the places in a MARC record, where it is read."""
        ...

    @property
    def unused(self) -> tuple[str, ...]: ...

    @property
    def other_sheets(self) -> tuple[str, ...]: ...

    @property
    def done(self) -> float:
        """How much has been read, 0 to 1."""
        ...

    def records(self) -> Iterator[Found | BadRow]: ...


def open_catalogue(
    path: Path, wished: Mapping[str, str] | None = None, sheet: str | None = None
) -> Catalogue:
    """`wished`: field -> column, where the guess is not right. Raises UnreadableTable."""
    wished = wished or {}
    match format_of(path):
        case Format.TEXT:
            return open_text(path, wished)
        case Format.XLSX:
            return open_sheet(path, wished, sheet)
        case marc:
            from kiosk.importing.marc import check_places
            from kiosk.importing.marc_files import MarcFile, iso_records, xml_records

            check_fields(wished)
            read = iso_records if marc is Format.MARC else xml_records
            return MarcFile(path, read, check_places(wished))
