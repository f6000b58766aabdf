"""What a file is by its first bytes, whatever its name says."""

import re
import zipfile
from enum import StrEnum
from pathlib import Path

from kiosk.importing.encodings import wide_encoding
from kiosk.importing.rows import UnreadableTable

HEAD = 65536
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NOT_TEXT = (
    b"%PDF",
    b"\x1f\x8b",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"SQLite format 3",
)
_LEADER = re.compile(rb"\s*\d{5}[ -~]{19}[0-9A-Za-z]{3}\d{9}")
_MARCXML = re.compile(r"<(?:[\w.-]+:)?(?:collection|record)[\s>/]")
_DOCUMENT, _OTHER_DOCUMENTS = "xl/workbook.xml", ("word/", "ppt/", "content.xml", "xl/workbook.bin", "Index/")


class Format(StrEnum):
    TEXT = "text"
    XLSX = "xlsx"
    MARC = "marc"
    MARCXML = "marcxml"


def format_of(path: Path) -> Format:
    """Raises UnreadableTable: missing_file, not_text, old_excel, encrypted, other_office, markup, broken_sheet."""
    try:
        with path.open("rb") as file:
            head = file.read(HEAD)
    except OSError as error:
        raise UnreadableTable("missing_file", error.strerror or str(error)) from error
    if head.startswith(_ZIP):
        return _in_zip(path)
    if head.startswith(_OLE):
        raise UnreadableTable(_in_ole(path, head), path.name)
    if head.startswith(_NOT_TEXT):
        raise UnreadableTable("not_text", path.name)
    if _is_marc(head):
        return Format.MARC
    return _in_text(path, head)


def _in_zip(path: Path) -> Format:
    try:
        with zipfile.ZipFile(path) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableTable("broken_sheet", str(error)) from error
    if _DOCUMENT in names:
        return Format.XLSX
    if any(name.startswith(_OTHER_DOCUMENTS) for name in names):
        raise UnreadableTable("other_office", path.name)
    raise UnreadableTable("not_text", path.name)


def _in_ole(path: Path, head: bytes) -> str:
    """Excel before 2007, or one of today's files behind a password: the folder inside tells."""
    size = 1 << min(int.from_bytes(head[30:32], "little"), 12)
    start = (int.from_bytes(head[48:52], "little") + 1) * size
    with path.open("rb") as file:
        file.seek(start)
        folder = file.read(HEAD)
    if _named("EncryptedPackage") in folder:
        return "encrypted"
    return "old_excel" if _named("Workbook") in folder or _named("Book") in folder else "not_text"


def _named(stream: str) -> bytes:
    return b"\0\0" + stream.encode("utf-16-le") + b"\0\0" if stream == "Book" else stream.encode("utf-16-le")


def _is_marc(head: bytes) -> bool:
    """The separators of ISO 2709 stand in no text; in UTF-16 they may be half of a character."""
    if wide_encoding(head):
        return False
    return (b"\x1e" in head and b"\x1f" in head) or b"\x1d" in head or bool(_LEADER.match(head))


def _in_text(path: Path, head: bytes) -> Format:
    text = head.decode(wide_encoding(head) or "utf-8", "replace")
    beginning = text.lstrip("\ufeff \t\r\n\0")
    if not beginning.startswith("<"):
        return Format.TEXT
    if _MARCXML.search(text):
        return Format.MARCXML
    if beginning[:6].lower().startswith(("<?xml", "<html", "<!doct", "<table", "<meta")):
        raise UnreadableTable("markup", path.name)
    return Format.TEXT
