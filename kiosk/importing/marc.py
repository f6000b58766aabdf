"""MARC records as fields of books: MARC21 and CNMARC, told apart record by record, or read as they are wished to be."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.domain.codes import read_copy_number
from kiosk.importing.marc_dialects import CNMARC, DIALECTS, MARC21, SUBFIELD, Dialect, Record
from kiosk.importing.marc_places import ByTag, by_tag_of, first_said, place_of, said_at, said_in
from kiosk.importing.rows import Found, Holding

Columns = Mapping[str, tuple[str, ...]]
_PARTS = re.compile(r"[\s,;/|、，；]+")
_OURS = len("S0000001")
_OF_COPIES = ("copy_number", "location", "shelf")


def dialect_of(record: Record) -> Dialect:
    return MARC21 if any(tag == MARC21.title for tag, _ in record.fields) else CNMARC


@dataclass(frozen=True)
class Reading:
    """How the records of a file are read. `main` is what most of them are, or all where that was `told`. What is `wished`
    (field -> places, none: not read) stands for records of that dialect; those of the other one are read their own way,
    and there where that says nothing: a wish for one must not turn the other into nonsense.
    """

    main: Dialect
    wished: Columns = field(default_factory=dict)
    told: bool = False

    def __post_init__(self) -> None:
        read = {name: self._columns_of(one) for name, one in DIALECTS.items()}
        object.__setattr__(self, "_read", read)

    def of(self, record: Record) -> tuple[Dialect, Columns]:
        dialect = self.main if self.told else dialect_of(record)
        return dialect, self._read[dialect.name]  # type: ignore[attr-defined]

    @property
    def columns(self) -> Columns:
        return self._columns_of(self.main)

    def _columns_of(self, dialect: Dialect) -> Columns:
        if dialect is self.main:
            return {**dialect.columns, **self.wished}
        more = {
            name: (*dialect.columns.get(name, ()), *places) if places else ()
            for name, places in self.wished.items()
        }
        return {**dialect.columns, **more}


def found_in(record: Record, reading: Reading) -> Found:
    """What the record says of each field of a book."""
    dialect, columns = reading.of(record)
    by_tag = by_tag_of(record)
    said = {
        name: first_said(by_tag, places, name) for name, places in columns.items() if name not in _OF_COPIES
    }
    coded = _coded(dialect, record, by_tag)
    said |= {name: text for name, text in coded.items() if name not in reading.wished}
    holdings = tuple(_holdings(by_tag, columns))
    said |= (
        _where(holdings)
        if holdings
        else {name: first_said(by_tag, columns[name], name) for name in _OF_COPIES}
    )
    quoted = tuple(filter(None, (said["title"], said["author"], said["isbn"])))
    return Found(record.line, said, quoted, "", record.notes, holdings)


def _where(holdings: tuple[Holding, ...]) -> dict[str, str]:
    """Of the book as a whole, if its copies stand together."""
    places = {(one.location, one.shelf) for one in holdings}
    location, shelf = places.pop() if len(places) == 1 else ("", "")
    return {"location": location, "shelf": shelf}


def _coded(dialect: Dialect, record: Record, by_tag: ByTag) -> dict[str, str]:
    """What the fixed fields say goes before words; those of MARC21 mean this in books only."""
    if dialect is MARC21 and record.leader[6:7] not in ("a", "t", " ", ""):
        return {}
    place, start, end = dialect.audience
    codes = said_at(by_tag, f"{place}/{start}-{end}", "audience")
    coded = next((dialect.audiences[code] for code in codes if code in dialect.audiences), "")
    form_place, at = dialect.print_form
    form = said_at(by_tag, f"{form_place}/{at}-{at + 1}", "large_print")
    found = {"audience": str(coded)} if coded else {}
    return found | ({"large_print": "1"} if form == "d" else {})


def _holdings(by_tag: ByTag, columns: Columns) -> Iterator[Holding]:
    """One for each number in each field for copies, of the first tag for them that is there. What is not read in that
    field (`location`, `shelf`) is the same for all copies.
    """
    numbers = [place_of(one) for one in columns["copy_number"] or columns["location"]]
    tag = next((one.tag for one in numbers if one.codes and one.tag in by_tag), "")
    codes = next((one.codes for one in numbers if one.tag == tag), "") if columns["copy_number"] else ""
    for text in by_tag.get(tag, ()):
        location, shelf = (_beside(by_tag, text, tag, columns[name], name) for name in ("location", "shelf"))
        for one in _numbers(text, codes) or [""]:
            yield Holding(one, location, shelf)


def _beside(by_tag: ByTag, text: str, tag: str, places: tuple[str, ...], name: str) -> str:
    own = [one.codes for one in map(place_of, places) if one.tag == tag]
    if not own:
        return first_said(by_tag, places, name)
    return next((found for codes in own if (found := said_in(text, codes, name))), "")


def _numbers(text: str, codes: str) -> list[str]:
    """Several in one subfield are told apart where each is one of ours."""
    found: list[str] = []
    for number in (part[1:].strip() for part in text.split(SUBFIELD)[1:] if part and part[0] in codes):
        parts = _PARTS.split(number) if len(number) > _OURS else [number]
        found += parts if len(parts) > 1 and all(map(read_copy_number, parts)) else [number]
    return found
