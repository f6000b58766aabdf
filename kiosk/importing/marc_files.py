"""Catalogues of MARC records, in ISO 2709 or as XML: one record after the other, with flat memory."""

import codecs
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any, BinaryIO

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from kiosk.importing.encodings import wide_encoding
from kiosk.importing.iso2709 import BEGINNING, NoRecord, raw_records
from kiosk.importing.marc import Reading, dialect_of, found_in
from kiosk.importing.marc_dialects import CNMARC, SUBFIELD, Record, dialect_named
from kiosk.importing.marc_survey import SURVEYED, Survey, survey
from kiosk.importing.marc_text import decode_fields, roughly
from kiosk.importing.rows import BadRow, Found, UnreadableTable

LONGEST_XML = 1_000_000  # characters of one record
SAMPLE = 100
_CHUNK = 65536
_START = re.compile(r"<([\w.-]+:)?record[\s>/]")
_END = re.compile(r"</(?:[\w.-]+:)?record\s*>")
_DECLARED = re.compile(rb"<\?xml[^>]*encoding=[\"']([\w.-]+)[\"']")
Records = Iterator[Record | BadRow]


@dataclass
class MarcFile:
    """`records()` may be walked once. The first records tell what they are; each is read as what it is itself, unless a
    `dialect` is told. Raises UnreadableTable: unknown_dialect.
    """

    path: Path
    read: Callable[[BinaryIO], Records]
    wished: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    dialect: str = ""
    told_encoding: str = ""
    unit = "record"
    other_sheets = ()

    def __post_init__(self) -> None:
        self._size = self.path.stat().st_size
        self._at = 0
        sample = [one for one in self._first(SAMPLE) if isinstance(one, Record)]
        self.detected = _most([dialect_of(one) for one in sample], CNMARC)
        main = dialect_named(self.dialect) if self.dialect else self.detected
        self.reading = Reading(main, self.wished, bool(self.dialect))
        self.encoding = (
            f"{main.name}, {_most([one.encoding for one in sample], self.told_encoding or 'utf-8')}"
        )

    @property
    def kind(self) -> str:
        """Files of one kind are read alike."""
        return f"marc {self.detected.name}"

    @property
    def columns(self) -> dict[str, str]:
        """Field of a book -> where it is read."""
        return {name: " ".join(one) for name, one in self.reading.columns.items() if one}

    @property
    def unused(self) -> tuple[str, ...]:
        return ()

    @property
    def done(self) -> float:
        return min(1.0, self._at / self._size) if self._size else 1.0

    def records(self) -> Iterator[Found | BadRow]:
        with self.path.open("rb") as file:
            for record in self.read(file):
                self._at = file.tell()
                yield record if isinstance(record, BadRow) else found_in(record, self.reading)

    def examples(self) -> dict[str, str]:
        return self.survey().examples()

    def survey(self) -> Survey:
        found = survey(self._first(SURVEYED), self.reading, self.detected)
        return replace(found, declared=self.read is xml_records)

    def _first(self, most: int) -> Records:
        with self.path.open("rb") as file:
            yield from islice(self.read(file), most)


def _most(values: list[Any], otherwise: Any) -> Any:
    names = Counter(map(repr, values)).most_common(1)
    return next((one for one in values if repr(one) == names[0][0]), otherwise) if names else otherwise


def iso_records(file: BinaryIO, encoding: str = "") -> Records:
    """ISO 2709. `encoding`: of all records, where the guess is wrong."""
    for line, raw in enumerate(raw_records(file), 1):
        if isinstance(raw, NoRecord):
            yield BadRow(line, raw.reason, roughly(raw.beginning))
            continue
        values = [value for _, value in raw.fields]
        texts, read_as = decode_fields(values, encoding)
        if texts is None:
            yield BadRow(line, "bad_encoding", roughly(b" ".join(values)[:BEGINNING]))
            continue
        tags = (tag for tag, _ in raw.fields)
        leader = raw.leader.decode("ascii", "replace")
        yield Record(line, leader, tuple(zip(tags, texts, strict=True)), read_as, raw.notes)


def xml_records(file: BinaryIO) -> Records:
    """MARCXML, record by record: what is broken costs itself alone, and no document type of a file is ever read."""
    for line, text in enumerate(_xml_texts(file), 1):
        if text is None or "\ufffd" in text:
            yield BadRow(line, "too_long" if text is None else "bad_encoding")
            continue
        try:
            yield _xml_record(line, text)
        except (ParseError, DefusedXmlException, ValueError):
            yield BadRow(line, "bad_xml", " ".join(text.split())[:80])


def _xml_texts(file: BinaryIO) -> Iterator[str | None]:
    """From `<record` to `</record>`; None for what is longer than a record can be."""
    head = file.read(_CHUNK)
    decode = _decoder(head)
    rest, is_too_long, chunk = decode(head), False, head
    while True:
        while end := _END.search(rest):
            start = _START.search(rest, 0, end.start())
            yield None if is_too_long or start is None else rest[start.start() : end.end()]
            rest, is_too_long = rest[end.end() :], False
        if not chunk:
            break
        if len(rest) > LONGEST_XML:
            rest, is_too_long = rest[-40:], True
        chunk = file.read(_CHUNK)
        rest += decode(chunk, not chunk)
    if is_too_long or _START.search(rest):
        yield None if is_too_long else rest


def _decoder(head: bytes) -> Callable[..., str]:
    declared = _DECLARED.search(head[:200])
    named = declared[1].decode("ascii").lower() if declared else "utf-8"
    try:
        encoding = codecs.lookup(wide_encoding(head) or named).name
    except LookupError as error:
        raise UnreadableTable("markup", named) from error
    encoding = {"utf-8": "utf-8-sig", "gb2312": "gb18030", "gbk": "gb18030"}.get(encoding, encoding)
    return codecs.getincrementaldecoder(encoding)("replace").decode


def _xml_record(line: int, text: str) -> Record:
    start = _START.match(text)
    prefix = start[1] if start and start[1] else ""
    bound = f' xmlns:{prefix[:-1]}="marc"' if prefix else ""
    root = fromstring(f"<file{bound}>{text}</file>")[0]
    leader, fields = "", []
    for one in root:
        name = one.tag.rpartition("}")[2]
        if name == "leader":
            leader = one.text or ""
        elif name == "controlfield":
            fields.append((one.get("tag", ""), one.text or ""))
        elif name == "datafield":
            parts = (f"{SUBFIELD}{part.get('code', '')[:1]}{part.text or ''}" for part in one)
            fields.append((one.get("tag", ""), "  " + "".join(parts)))
    return Record(line, leader, tuple(fields))
