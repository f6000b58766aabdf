"""Places in a MARC record, as they are written (`200aeh`, `905$d$e`, `008/7-11`), and what stands there."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from kiosk.importing.marc_dialects import SUBFIELD, Record
from kiosk.importing.rows import UnreadableTable

HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
ByTag = Mapping[str, Sequence[str]]
_END = " /:;,=\t"
_BETWEEN = re.compile(r"[\s,，、]+")
_PLACE = re.compile(r"(?:00[0-9]|[0-9][0-9A-Za-z]{2}(?:\$?[0-9a-z])+)(?:/[0-9]{1,4}-[0-9]{1,4})?", re.ASCII)
_ONE_VALUE = frozenset(("isbn", "price", "class_number", "pages", "copies"))


class Place(NamedTuple):
    """`start` and `end`: which characters of it; an `end` of 0 means all."""

    tag: str
    codes: str
    start: int
    end: int


@lru_cache
def place_of(text: str) -> Place:
    """`100a/9-13` -> tag, subfields, and which characters of them."""
    place, _, span = text.partition("/")
    start, _, end = span.partition("-")
    return Place(place[:3], place[3:], int(start or 0), int(end or 0))


def is_place(text: str) -> bool:
    """Whether it is written as one; broken records have tags and subfields that nobody can name."""
    return _PLACE.fullmatch(text) is not None


def read_places(text: str) -> tuple[str, ...]:
    """Several, in the order of liking: `701$a$b 200f`; an empty text is none. Raises UnreadableTable: bad_place."""
    places = [one for one in _BETWEEN.split(text.strip()) if one]
    for one in places:
        if not is_place(one):
            raise UnreadableTable("bad_place", one)
    return tuple(one.replace("$", "") for one in places)


def place_words(place: str) -> str:
    """`200aeh` -> `200 $a$e$h`, as librarians write it."""
    head, stroke, span = place.partition("/")
    return f"{head[:3]}{' ' if head[3:] else ''}{''.join(f'${code}' for code in head[3:])}{stroke}{span}"


def by_tag_of(record: Record) -> dict[str, list[str]]:
    """A title in Latin letters gives way to the same in Chinese, which MARC21 keeps in a field of its own (880)."""
    found: dict[str, list[str]] = {}
    chinese: dict[str, list[str]] = {}
    for tag, text in record.fields:
        if tag == "880" and HAN.search(text):
            chinese.setdefault(subfield(text, "6")[:3], []).append(text)
        else:
            found.setdefault(tag, []).append(text)
    for tag, texts in chinese.items():
        alone = [text for text in found.get(tag, []) if not subfield(text, "6").startswith("880")]
        found[tag] = texts + alone
    return found


def first_said(by_tag: ByTag, places: Iterable[str], name: str) -> str:
    return next((text for place in places if (text := said_at(by_tag, place, name))), "")


def said_at(by_tag: ByTag, place: str, name: str) -> str:
    """What the field `name` of a book is told at this place."""
    tag, codes, start, end = place_of(place)
    texts = by_tag.get(tag)
    if not texts:
        return ""
    if not codes:
        return texts[0][start : end or None].strip()
    if name == "author":
        people = dict.fromkeys(filter(None, (_joined(text, codes, "") for text in texts)))
        return "，".join([*people][:3])
    joined = next((one for text in texts if (one := said_in(text, codes, name))), "")
    return joined[start:end].strip() if end else joined


def said_in(text: str, codes: str, name: str) -> str:
    """Of one field: a shelf's parts in the order of the place, everything else in the record's."""
    if name == "shelf":
        return "/".join(filter(None, (subfield(text, code) for code in codes)))
    if name == "location":
        return next((one for code in codes if (one := subfield(text, code))), "")
    return _joined(text, codes, name)


def _joined(text: str, codes: str, name: str) -> str:
    """The subfields in the record's order; what a title goes on with is set off as its script does."""
    parts = [
        (part[0], part[1:].rstrip(_END).lstrip())
        for part in text.split(SUBFIELD)[1:]
        if part and part[0] in codes
    ]
    if name in _ONE_VALUE:
        return next((value for _, value in parts if value), "")
    joined = ""
    for code, value in parts:
        if joined and value:
            joined += (
                ("：" if HAN.search(joined) else ": ") if code in "be" and name == "title" else " "
            ) + value
        else:
            joined = joined or value
    return joined


def subfield(text: str, code: str) -> str:
    return next((part[1:].strip() for part in text.split(SUBFIELD)[1:] if part[:1] == code), "")
