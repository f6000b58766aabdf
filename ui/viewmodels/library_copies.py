"""A book in the hand: its number typed or scanned, for lending and for returning."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from kiosk.commands.library import CopyOf
from kiosk.domain.codes import copy_number, read_copy_number
from kiosk.domain.isbn import isbn13
from kiosk.domain.states import OutcomeStatus
from ui.viewmodels.library_person import do_as
from ui.viewmodels.ticket_rows import refusal_words

NUMBER_DIGITS, ISBN_DIGITS = 7, 13


@dataclass(frozen=True, slots=True)
class Told:
    """What became of one copy: the answer, and the record of the book."""

    reference: str
    answer: Any
    found: Any

    @property
    def refused(self) -> bool:
        return bool(self.answer.status == OutcomeStatus.REFUSED)

    @property
    def title(self) -> str:
        return self.found.title if self.found is not None else ""


def reference_typed(digits: str) -> str | None:
    """Seven digits are a copy's number without its S, thirteen an ISBN."""
    if len(digits) == NUMBER_DIGITS:
        return copy_number(int(digits))
    return isbn13(digits) if len(digits) == ISBN_DIGITS else None


def reference_scanned(code: str) -> str | None:
    return read_copy_number(code) or isbn13(code)


def told_of(station: Any, reference: str, wish: Any, card: str = "") -> Told:
    """On the worker: the wish of a walk-in or of whose card it is, and which book that was."""
    answer = do_as(station, card, wish) if card else station.do(wish)
    return Told(reference, answer, station.ask(CopyOf(copy=reference)))


Work = Callable[[Any], Told]


def trouble_words(told: Told, language: str) -> tuple[str, str]:
    """What happened, and what to do."""
    return refusal_words(told.answer.reason, told.answer.detail, language)


def choices_of(told: Told) -> list[str]:
    """The copies that the ISBN could mean."""
    if told.answer.reason != "ambiguous_reference":
        return []
    return [str(number) for number in told.answer.detail.get("copies", [])][:4]
