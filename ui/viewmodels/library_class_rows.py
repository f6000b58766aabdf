"""What the list of main classes says."""

from dataclasses import dataclass

from kiosk.commands import records
from kiosk.domain.classification import BY_LETTER
from ui.viewmodels.ticket_rows import in_language
from ui.words import say


@dataclass(frozen=True, slots=True)
class ClassRow:
    letter: str
    name: str
    count: str


def class_row(one: records.MainClass, english: bool) -> ClassRow:
    return ClassRow(one.letter, in_language(one, "name", english), count_words(one.titles))


def count_words(titles: int) -> str:
    return say("1 种书") if titles == 1 else say("%1 种书", titles)


def class_words(letter: str, english: bool) -> str:
    """For a chip: the letter tells little, the first words of the name enough."""
    known = BY_LETTER.get(letter)
    if known is None:
        return ""
    name = known.name_en if english else known.name
    return name.split("、")[0].split(",")[0]
