"""What really stands where in a file of MARC: each place with an example, and what feeds each field of a book."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from kiosk.domain.texts import clean_line
from kiosk.importing.marc import Reading, found_in
from kiosk.importing.marc_dialects import SUBFIELD, Dialect, Record
from kiosk.importing.marc_places import by_tag_of, is_place, place_of
from kiosk.importing.rows import EXAMPLE, BadRow, Found

SURVEYED = 1000
"""Records: a third of a second of reading."""


@dataclass(slots=True)
class Seen:
    """A place (`905b`, `001`), what stands there first, and in how many records there is something."""

    place: str
    example: str = ""
    records: int = 0


@dataclass(slots=True)
class Fed:
    """What a field of a book is told: where (those of its places that occur), an example, in how many records."""

    places: tuple[str, ...] = ()
    example: str = ""
    records: int = 0


@dataclass
class Survey:
    """Of the first `read` records, `bad` of which are none. `declared`: the file says its encoding itself.
    `standard`: where each field is read if nothing is wished.
    """

    dialect: Dialect
    detected: Dialect
    read: int = 0
    bad: int = 0
    declared: bool = False
    seen: dict[str, Seen] = field(default_factory=dict)
    fed: dict[str, Fed] = field(default_factory=dict)

    @property
    def standard(self) -> Mapping[str, tuple[str, ...]]:
        return self.dialect.columns

    def examples(self) -> dict[str, str]:
        """By place."""
        return {place: one.example for place, one in self.seen.items()}

    def here(self, places: Iterable[str]) -> tuple[str, ...]:
        """Those that occur."""
        return tuple(one for one in places if any(self._tells(one)))

    def _tells(self, place: str) -> Iterator[bool]:
        tag, codes, *_ = place_of(place)
        return (name in self.seen for name in ([tag + code for code in codes] or [tag]))


def survey(records: Iterable[Record | BadRow], reading: Reading, detected: Dialect) -> Survey:
    found = Survey(reading.main, detected)
    for record in records:
        found.read += 1
        if isinstance(record, BadRow):
            found.bad += 1
            continue
        _see(found.seen, record)
        _feed(found.fed, found_in(record, reading))
    found.seen = dict(sorted(found.seen.items()))
    for name, places in reading.columns.items():
        found.fed.setdefault(name, Fed()).places = found.here(places)
    return found


def _see(seen: dict[str, Seen], record: Record) -> None:
    here: dict[str, str] = {}
    for tag, texts in by_tag_of(record).items():
        for text in texts:
            for place, value in _parts(tag, text):
                here[place] = here.get(place) or value
    for place, value in here.items():
        if place not in seen and not is_place(place):
            continue
        one = seen.setdefault(place, Seen(place))
        one.records += 1
        one.example = one.example or clean_line(value)[:EXAMPLE]


def _parts(tag: str, text: str) -> Iterator[tuple[str, str]]:
    if SUBFIELD not in text:
        yield tag, text
        return
    for part in text.split(SUBFIELD)[1:]:
        if part:
            yield tag + part[0], part[1:]


def _feed(fed: dict[str, Fed], found: Found) -> None:
    said = dict(found.fields)
    for one in found.holdings[:1]:
        said |= {"copy_number": one.number, "location": one.location, "shelf": one.shelf}
    for name, text in said.items():
        if text:
            one_fed = fed.setdefault(name, Fed())
            one_fed.records += 1
            one_fed.example = one_fed.example or clean_line(text)[:EXAMPLE]
