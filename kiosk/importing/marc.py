"""MARC records as fields of books: MARC21 and CNMARC, told apart record by record."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from kiosk.domain.audience import Audience
from kiosk.importing.rows import Found, Holding, UnreadableTable

SUBFIELD = "\x1f"
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_END = " /:;,=\t"
_PLACE = re.compile(r"(\d[0-9A-Za-z]{2})\$?([0-9a-z]+)")


@dataclass(frozen=True, slots=True)
class Record:
    """`fields`: tag and what stands there, indicators and separators included."""

    line: int
    leader: str
    fields: tuple[tuple[str, str], ...]
    encoding: str = "utf-8"
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Dialect:
    """`columns`: field of a book -> tags with the subfields that are read, in the order of liking."""

    name: str
    title: str
    columns: Mapping[str, tuple[str, ...]]
    holdings: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    audience: tuple[str, int, int] = ("", 0, 0)
    audiences: Mapping[str, str] = field(default_factory=dict)
    print_form: tuple[str, int] = ("", 0)


MARC21 = Dialect(
    "MARC21",
    "245",
    {
        "title": ("245abnp",),
        "author": ("100a", "110a", "111a", "700a", "710a", "245c"),
        "publisher": ("264b", "260b"),
        "year": ("264c", "260c", "008/7-11"),
        "isbn": ("020a", "020z"),
        "price": ("020c",),
        "pages": ("300a",),
        "class_number": ("093a", "084a", "090a", "050a", "082a"),
        "audience": ("521a", "650a", "655a"),
        "large_print": ("245h", "250a", "340n", "655a", "650a"),
    },
    {"852": ("p", "bc", "khim"), "952": ("p", "bc", "o"), "949": ("i", "l", "a"), "905": ("b", "cf", "de")},
    ("008", 22, 23),
    {**dict.fromkeys("abcj", Audience.CHILDREN.value), "d": Audience.TEENS, "e": Audience.ADULTS},
    ("008", 23),
)
CNMARC = Dialect(
    "CNMARC",
    "200",
    {
        "title": ("200aehi",),
        "author": ("701ab", "711ab", "200f", "702ab"),
        "publisher": ("210c",),
        "year": ("210d", "100a/9-13"),
        "isbn": ("010a", "010z"),
        "price": ("010d",),
        "pages": ("215a",),
        "class_number": ("690a", "696a", "676a"),
        "audience": ("333a", "606a"),
        "large_print": ("205a", "606a", "300a"),
    },
    {"905": ("b", "cf", "de"), "852": ("p", "bc", "khi"), "952": ("p", "bc", "o")},
    ("100a", 17, 20),
    {
        **dict.fromkeys("abcd", Audience.CHILDREN.value),
        "e": Audience.TEENS,
        "k": Audience.ADULTS,
        "m": Audience.ADULTS,
    },
    ("106a", 0),
)


def dialect_of(record: Record) -> Dialect:
    return MARC21 if any(tag == MARC21.title for tag, _ in record.fields) else CNMARC


def check_places(wished: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """`shelf=905de` -> where to read it. Raises UnreadableTable: unknown_column."""
    for place in wished.values():
        if place and not _PLACE.fullmatch(place):
            raise UnreadableTable("unknown_column", place)
    return {name: (place.replace("$", ""),) if place else () for name, place in wished.items()}


def found_in(record: Record, wished: Mapping[str, tuple[str, ...]]) -> Found:
    """What the record says of each field of a book."""
    dialect = dialect_of(record)
    by_tag = _by_tag(record)
    said: dict[str, str] = {}
    for name, places in ({**dialect.columns, **wished} if wished else dialect.columns).items():
        said[name] = next((text for place in places if (text := _said(by_tag, place, name))), "")
    said |= _coded(dialect, record, by_tag, said)
    holdings = tuple(_holdings(dialect, by_tag))
    if len(holdings) == 1 and "location" not in wished and "shelf" not in wished:
        said |= {"location": holdings[0].location, "shelf": holdings[0].shelf}
    return Found(record.line, said, (said["title"], said["author"], said["isbn"]), "", record.notes, holdings)


def _by_tag(record: Record) -> dict[str, list[str]]:
    """A title in Latin letters gives way to the same in Chinese, which MARC21 keeps in a field of its own (880)."""
    found: dict[str, list[str]] = {}
    chinese: dict[str, list[str]] = {}
    for tag, text in record.fields:
        if tag == "880" and _HAN.search(text):
            chinese.setdefault(_subfield(text, "6")[:3], []).append(text)
        else:
            found.setdefault(tag, []).append(text)
    for tag, texts in chinese.items():
        alone = [text for text in found.get(tag, []) if not _subfield(text, "6").startswith("880")]
        found[tag] = texts + alone
    return found


@lru_cache
def _place(text: str) -> tuple[str, str, int, int]:
    """`100a/9-13` -> tag, subfields, and which characters of them."""
    place, _, span = text.partition("/")
    start, _, end = span.partition("-")
    return place[:3], place[3:], int(start or 0), int(end or 0)


def _said(by_tag: Mapping[str, Sequence[str]], place: str, name: str) -> str:
    tag, codes, start, end = _place(place)
    texts = by_tag.get(tag)
    if not texts:
        return ""
    if not codes:
        return texts[0][start:end].strip()
    if name == "author":
        people = dict.fromkeys(filter(None, (_joined(text, codes, "") for text in texts)))
        return "，".join([*people][:3])
    joined = next((one for text in texts if (one := _joined(text, codes, name))), "")
    return joined[start:end].strip() if end else joined


def _joined(text: str, codes: str, name: str) -> str:
    """The subfields in the record's order; what a title goes on with is set off as its script does."""
    parts = [
        (part[0], part[1:].rstrip(_END).lstrip())
        for part in text.split(SUBFIELD)[1:]
        if part and part[0] in codes
    ]
    if name in ("isbn", "price", "class_number", "pages"):
        return next((value for _, value in parts if value), "")
    joined = ""
    for code, value in parts:
        if joined and value:
            joined += (
                ("：" if _HAN.search(joined) else ": ") if code in "be" and name == "title" else " "
            ) + value
        else:
            joined = joined or value
    return joined


def _subfield(text: str, code: str) -> str:
    return next((part[1:].strip() for part in text.split(SUBFIELD)[1:] if part[:1] == code), "")


def _coded(
    dialect: Dialect, record: Record, by_tag: Mapping[str, Sequence[str]], said: Mapping[str, str]
) -> dict[str, str]:
    """What the fixed fields say goes before words; those of MARC21 mean this in books only."""
    if dialect is MARC21 and record.leader[6:7] not in ("a", "t", " ", ""):
        return {}
    place, start, end = dialect.audience
    codes = _said(by_tag, f"{place}/{start}-{end}", "audience")
    coded = next((dialect.audiences[code] for code in codes if code in dialect.audiences), "")
    form_place, at = dialect.print_form
    form = _said(by_tag, f"{form_place}/{at}-{at + 1}", "large_print")
    found = {"audience": str(coded)} if coded else {}
    return found | ({"large_print": "1"} if form == "d" else {})


def _holdings(dialect: Dialect, by_tag: Mapping[str, Sequence[str]]) -> Iterator[Holding]:
    """Of the first field for copies that is there."""
    for tag, (number, location, shelf) in dialect.holdings.items():
        if texts := by_tag.get(tag):
            for text in texts:
                place = next((one for code in location[::-1] if (one := _subfield(text, code))), "")
                on_shelf = "/".join(filter(None, (_subfield(text, code) for code in shelf)))
                numbers = [part[1:].strip() for part in text.split(SUBFIELD)[1:] if part[:1] == number]
                for one in numbers or [""]:
                    yield Holding(one, place, on_shelf)
            return
