"""The parts of an XLSX file: a zip of XML, opened only as far as it is no bomb."""

import re
import zipfile
import zlib
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple
from xml.parsers import expat

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format

from kiosk.importing.rows import UnreadableTable

SMALL = 8 * 2**20  # of workbook, styles and the lists of parts
SHEET = 1 * 2**30  # one sheet as XML: a million rows of twenty columns
STRINGS = 256 * 2**20
RATIO = 250  # of what is larger than SMALL; Excel's own files of one repeated word stay below 150
CHUNK = 65536
DEEPEST = 40
BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, expat.ExpatError, ParseError, DefusedXmlException, KeyError, ValueError,
    OSError, EOFError, NotImplementedError, RuntimeError, zlib.error,
)  # fmt: skip


class Workbook(NamedTuple):
    """`sheets`: name -> part, visible ones first; `dates`: number formats that are dates; `since_1904`: Apple's."""

    archive: zipfile.ZipFile
    sheets: dict[str, str]
    strings: "Strings"
    dates: frozenset[int]
    since_1904: bool


class Strings:
    """The texts that cells share, in one piece of memory."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])

    def add(self, text: str) -> None:
        self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))

    def __getitem__(self, place: int) -> str:
        if not 0 <= place < len(self._ends) - 1:
            raise IndexError(place)
        return self._bytes[self._ends[place] : self._ends[place + 1]].decode("utf-8", "surrogatepass")


class Forbidden(ValueError):
    """A document type: nobody's spreadsheet has one, and bombs are made of it."""


def open_workbook(path: Path) -> Workbook:
    """Raises UnreadableTable: broken_sheet, bomb, encrypted."""
    try:
        archive = zipfile.ZipFile(path)
        try:
            return _opened(archive)
        except BaseException:
            archive.close()
            raise
    except Forbidden as error:
        raise UnreadableTable("bomb", path.name) from error
    except BROKEN as error:
        raise UnreadableTable("broken_sheet", str(error)[:80]) from error


def _opened(archive: zipfile.ZipFile) -> Workbook:
    book = _tree(archive, "xl/workbook.xml")
    targets = {
        one.get("Id", ""): one.get("Target", "")
        for one in _tree(archive, "xl/_rels/workbook.xml.rels")
    }  # fmt: skip
    found: list[tuple[bool, str, str]] = []
    since_1904 = False
    for one in book.iter():
        name = _local(one.tag)
        if name == "sheet":
            key = next((value for attribute, value in one.attrib.items() if _local(attribute) == "id"), "")
            part = _part(targets.get(key, ""))
            if part in archive.NameToInfo:
                found.append((one.get("state", "visible") != "visible", one.get("name", ""), part))
        elif name == "workbookPr":
            since_1904 = one.get("date1904", "0") in ("1", "true")
    sheets = {name: part for _, name, part in sorted(found, key=lambda one: one[0])}
    return Workbook(archive, sheets, _strings(archive), _dates(archive), since_1904)


def _part(target: str) -> str:
    return target[1:] if target.startswith("/") else "xl/" + target.removeprefix("./")


def _local(name: str) -> str:
    return name.rpartition("}")[2]


def check_size(info: zipfile.ZipInfo, most: int) -> None:
    """By what the zip says; more than that is never read. Raises UnreadableTable: bomb."""
    is_dense = info.file_size > SMALL and info.file_size > RATIO * max(info.compress_size, 1)
    if info.file_size > most or is_dense:
        raise UnreadableTable("bomb", info.filename)


def _tree(archive: zipfile.ZipFile, name: str) -> Any:
    check_size(archive.getinfo(name), SMALL)
    try:
        return fromstring(archive.read(name), forbid_dtd=True)
    except DefusedXmlException as error:
        raise Forbidden(name) from error


def _dates(archive: zipfile.ZipFile) -> frozenset[int]:
    """Which styles of cells are dates."""
    if "xl/styles.xml" not in archive.NameToInfo:
        return frozenset()
    formats = dict(BUILTIN_FORMATS)
    styles: list[int] = []
    for one in _tree(archive, "xl/styles.xml"):
        if _local(one.tag) == "numFmts":
            formats |= {int(form.get("numFmtId", 0)): form.get("formatCode", "") for form in one}
        elif _local(one.tag) == "cellXfs":
            styles = [int(form.get("numFmtId", 0)) for form in one]
    return frozenset(place for place, form in enumerate(styles) if is_date_format(formats.get(form)))


def _strings(archive: zipfile.ZipFile) -> Strings:
    strings = Strings()
    name = next((one for one in archive.namelist() if one.lower() == "xl/sharedstrings.xml"), None)
    if name is None:
        return strings
    check_size(archive.getinfo(name), STRINGS)
    parts: list[str] = []
    inside: list[str] = []

    def start(tag: str, _: Any) -> None:
        inside.append(_local(tag))
        if len(inside) > DEEPEST:
            raise Forbidden(name)

    def text(data: str) -> None:
        if inside[-1] == "t" and "rPh" not in inside:  # how it is read aloud stands beside it
            parts.append(data)

    def end(tag: str) -> None:
        inside.pop()
        if _local(tag) == "si":
            strings.add("".join(parts))
            parts.clear()

    for _ in parse(archive, name, start, text, end):
        pass
    return strings


Start = Callable[[str, Any], None]
Text = Callable[[str], None]
End = Callable[[str], None]


def parse(archive: zipfile.ZipFile, name: str, start: Start, text: Text, end: End) -> Iterator[int]:
    """XML as it comes, nothing of it kept; yields how many bytes were read. Raises expat.ExpatError, Forbidden ..."""
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = start, text, end

    def forbid(*_: Any) -> None:
        raise Forbidden(name)

    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = forbid
    with archive.open(name) as part:
        read = 0
        while chunk := part.read(CHUNK):
            parser.Parse(chunk, False)
            read += len(chunk)
            yield read
        parser.Parse(b"", True)


COLUMN = re.compile(r"([A-Z]{1,3})(\d+)")


def column_of(reference: str) -> int:
    """`C7` -> 2."""
    found = COLUMN.match(reference)
    if not found:
        raise ValueError(reference)
    place = 0
    for letter in found[1]:
        place = place * 26 + ord(letter) - 64
    return place - 1
