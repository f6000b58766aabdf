"""What a catalogue file is taken for, and where each field of a book may be read, in words."""

from collections.abc import Callable, Iterator
from typing import Any
from unicodedata import east_asian_width

from kiosk.catalogue_import import Preview
from kiosk.domain.codes import read_copy_number
from kiosk.domain.isbn import isbn13
from kiosk.importing.marc_dialects import DIALECTS
from kiosk.importing.marc_places import place_words
from kiosk.importing.marc_text import ENCODINGS
from kiosk.reports.sentences import list_text
from ui.viewmodels.desk.library.import_words import FIELDS
from ui.viewmodels.sentences import language
from ui.words import say

_READS: dict[str, Callable[[str], Any]] = {"copy_number": read_copy_number, "isbn": isbn13}
_PLACES = 2  # of a field fit on its button
_SOURCE, _EXAMPLE, _NAMED, _LISTED = 20, 16, 18, 26
"""Letters that fit on a field's button, beside it, and in the list of what it may be read from; a Chinese one is two."""


def told_words(preview: Preview) -> str:
    if preview.survey is None:
        columns = {*preview.columns.values(), *preview.unused}
        return say(
            "%1，%2 列认出 %3 列", encoding_words(preview.encoding), len(columns), len(preview.columns)
        )
    return say("前 %1 条记录里的字段", preview.survey.read)


def doubt_words(preview: Preview) -> str:
    survey = preview.survey
    if survey is None or not survey.bad:
        return ""
    if survey.bad == survey.read:
        return say("前 %1 条一条也读不出：换个编码，或请对方重新导出。", survey.read)
    return say("前 %1 条里有 %2 条读不出，导完会列出来。", survey.read, survey.bad)


def dialect_options(preview: Preview) -> list[dict[str, str]]:
    if preview.survey is None:
        return []
    seen = say("看出来的：%1", preview.survey.detected.name)
    return [{"value": "", "words": seen}, *({"value": name, "words": name} for name in DIALECTS)]


def encoding_options(preview: Preview) -> list[dict[str, str]]:
    """What a MARCXML file declares stands; nothing else is chosen for a table."""
    if preview.survey is None or preview.survey.declared:
        return []
    return [
        {"value": "", "words": say("看着定")},
        *({"value": one, "words": encoding_words(one)} for one in ENCODINGS),
    ]


def field_row(preview: Preview, name: str) -> dict[str, Any]:
    """`source`: what it is read from, in words; `example`: what it is told there."""
    survey = preview.survey
    column = preview.columns.get(name, "")
    if survey is None:
        source, example = _cut(column, _SOURCE), preview.examples.get(column, "")
    else:
        fed = survey.fed.get(name)
        source, example = places_words(fed.places if fed else ()), fed.example if fed else ""
        source = source or (say("编码字段") if example else "")
    return {"field": name, "words": say(FIELDS[name]), "source": source, "example": _cut(example, _EXAMPLE)}


def choices_of(preview: Preview) -> Iterator[dict[str, str]]:
    survey = preview.survey
    for source, example in preview.examples.items():
        if source.strip():
            count = say("%1 条里有", survey.seen[source].records) if survey else ""
            words = place_words(source) if survey else _cut(source, _NAMED)
            yield {"value": source, "words": words, "example": _cut(example, _LISTED), "count": count}


def likeliest_first(field: str, choices: list[dict[str, str]]) -> list[dict[str, str]]:
    """Where a number is looked for, what holds one stands first."""
    reads = _READS.get(field)
    return sorted(choices, key=lambda one: not reads(one["example"])) if reads else choices


def places_words(places: tuple[str, ...]) -> str:
    shown_places = list_text(map(place_words, places[:_PLACES]), language())
    return say("%1 等", shown_places) if len(places) > _PLACES else shown_places


def as_written(places: str) -> str:
    """As it may be written: `701$a$b 200$f`."""
    return " ".join(place_words(one).replace(" ", "") for one in places.split())


def _cut(text: str, most: int) -> str:
    width = 0
    for place, letter in enumerate(text):
        width += 2 if east_asian_width(letter) in "WFA" else 1
        if width > most:
            return f"{text[:place].rstrip()}…"
    return text


def encoding_words(encoding: str) -> str:
    return encoding.upper().replace("_", "-")
