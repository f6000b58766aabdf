"""What borrowing and returning share: a number field, a list of what is done, and trouble in words."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from ui.viewmodels.base import ViewModel
from ui.viewmodels.library_copies import (
    Told,
    choices_of,
    reference_scanned,
    reference_typed,
    trouble_words,
)
from ui.viewmodels.library_rows import BookLine
from ui.viewmodels.records import RecordModel
from ui.viewmodels.shell import Shell
from ui.words import say


class CopyDesk(ViewModel):
    """One book after the other. The same book twice in one breath is one wish; different ones queue up.

    Subclasses show `digits complete trouble advice tone choices done`, declare their slots, and say in
    `work` and `done_line` what is to be done with a copy.
    """

    changed: Any
    _refused: Any
    _under_way: frozenset[str]
    _told: list[Told]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._books = RecordModel(BookLine)

    def fresh(self) -> dict[str, Any]:
        return {
            "digits": "", "complete": False, "trouble": "", "advice": "", "tone": "wait", "choices": [],
            "done": 0, "refused": None, "under_way": frozenset(), "told": [],
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        self._books.show([])

    def retranslate(self) -> None:
        self._books.show([self.done_line(told) for told in self._told])
        self._say_refusal()

    def work(self, reference: str) -> Callable[[Any], Told]:
        raise NotImplementedError

    def done_line(self, told: Told) -> BookLine:
        raise NotImplementedError

    def keep_digits(self, digits: str) -> None:
        self._forget_refusal()
        self.put(digits=digits, complete=reference_typed(digits) is not None)

    def hand_over(self, reference: str | None) -> None:
        """None: what was read is no book."""
        self._forget_refusal()
        self.put(digits="", complete=False)
        if reference is None:
            self._refused = ("unknown_code", None)
            return self._say_refusal()
        if reference in self._under_way:
            return
        self._under_way |= {reference}
        self._run(self.work(reference), self._answered)

    def typed(self) -> None:
        if self._complete:
            self.hand_over(reference_typed(self._digits))

    def scanned(self, code: str) -> None:
        self.hand_over(reference_scanned(code))

    def _answered(self, told: Told) -> None:
        self._under_way -= {told.reference}
        if told.refused:
            self._refused = (told.answer.reason, told)
            return self._say_refusal()
        self._told = [told, *self._told]
        self._books.show([self.done_line(each) for each in self._told])
        self.put(done=len(self._told))

    def _say_refusal(self) -> None:
        if self._refused is None:
            return self.changed.emit()
        reason, told = self._refused
        if told is None:
            words = say("这不是书上的条码。"), say("请换书背后的条码，或输入馆藏号。")
        else:
            words = trouble_words(told, Shell.the()._language)
        title = say("《%1》：", told.title) if told is not None and told.title else ""
        tone = "error" if reason in ("unknown_copy", "unknown_code", "copy_lost", "revoked_card") else "wait"
        choices = choices_of(told) if told is not None else []
        self.put(trouble=title + words[0], advice=words[1], tone=tone, choices=choices)

    def _forget_refusal(self) -> None:
        self._refused = None
        self.put(trouble="", advice="", choices=[])

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self.put(under_way=frozenset(), trouble=self._problem, advice="", tone="error")
