"""Opening a catalogue, whatever it is in: text, a spreadsheet, MARC."""

from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Protocol

from kiosk.importing.columns import check_fields
from kiosk.importing.grids import open_sheet, open_text
from kiosk.importing.marc_survey import Survey
from kiosk.importing.rows import BadRow, Found, UnreadableTable
from kiosk.importing.sniff import Format, format_of

_MARC_NAMES = (".iso", ".mrc", ".marc", ".mrk", ".mark")


class Catalogue(Protocol):
    """What was found; `records()` may be walked once, with flat memory. `unit`: row or record."""

    @property
    def unit(self) -> str: ...

    @property
    def encoding(self) -> str: ...

    @property
    def kind(self) -> str:
        """Files of the same kind can be read alike."""
        ...

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

    def examples(self) -> Mapping[str, str]:
        """By what a field may be read from: what stands there first."""
        ...

    def survey(self) -> Survey | None:
        """What stands where in the first records; None: it is no MARC."""
        ...


def open_catalogue(
    path: Path,
    wished: Mapping[str, str] | None = None,
    sheet: str | None = None,
    dialect: str = "",
    encoding: str = "",
) -> Catalogue:
    """`wished`: field -> column, where the guess is not right; `dialect` and `encoding`: of MARC, where those are
    wrong; what a MARCXML file declares of its encoding stands.

    Raises UnreadableTable.
    """
    wished = wished or {}
    match format_of(path):
        case Format.TEXT | Format.XLSX as found:
            if dialect or encoding:
                raise UnreadableTable("not_marc", path.name)
            return _open_table(path, found, wished, sheet)
        case marc:
            from kiosk.importing.marc_files import MarcFile, iso_records, xml_records
            from kiosk.importing.marc_places import read_places
            from kiosk.importing.marc_text import encoding_named

            check_fields(wished)
            told = encoding_named(encoding) if encoding else ""
            read = partial(iso_records, encoding=told) if marc is Format.MARC else xml_records
            places = {name: read_places(text) for name, text in wished.items()}
            return MarcFile(path, read, places, dialect, told)


def _open_table(path: Path, found: Format, wished: Mapping[str, str], sheet: str | None) -> Catalogue:
    if found is Format.XLSX:
        return open_sheet(path, wished, sheet)
    try:
        return open_text(path, wished)
    except UnreadableTable as error:
        if error.reason == "missing_columns" and path.suffix.lower() in _MARC_NAMES:
            raise UnreadableTable("not_marc", path.name) from error
        raise
