"""还书: without saying who one is, each book at once, and where to put it."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.library import ReturnCopy
from ui.viewmodels.base import shown
from ui.viewmodels.library_copies import Told, told_of
from ui.viewmodels.library_desk import CopyDesk
from ui.viewmodels.library_rows import BookLine, returned_line
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Returning(CopyDesk):
    """`held` counts the books that someone waits for."""

    changed = Signal()
    digits = shown(str, "digits", changed)
    complete = shown(bool, "complete", changed)
    trouble = shown(str, "trouble", changed)
    advice = shown(str, "advice", changed)
    tone = shown(str, "tone", changed)
    choices = shown("QVariantList", "choices", changed)
    done = shown(int, "done", changed)
    counter = shown(str, "counter", changed)
    held = shown(int, "held", changed)
    summary = shown(str, "summary", changed)

    books = Property(QObject, lambda self: self._books, constant=True)

    def fresh(self) -> dict[str, Any]:
        return super().fresh() | {"counter": "", "held": 0, "summary": ""}

    @Slot()
    def begin(self) -> None:
        self.reset()
        Shell.the().open("kiosk/library/ReturnPage.qml")

    @Slot(str)
    def type(self, digits: str) -> None:
        self.keep_digits(digits)

    @Slot()
    def give_back(self) -> None:
        self.typed()

    @Slot(str)
    def scan(self, code: str) -> None:
        self.scanned(code)

    @Slot(str)
    def choose(self, number: str) -> None:
        self.hand_over(number)

    @Slot()
    def finish(self) -> None:
        Shell.the().finish("kiosk/library/ReturnDonePage.qml")

    def retranslate(self) -> None:
        self._say_count()
        super().retranslate()

    def work(self, reference: str) -> Callable[[Any], Told]:
        return lambda station: told_of(station, reference, ReturnCopy(copy=reference))

    def done_line(self, told: Told) -> BookLine:
        return returned_line(told.reference, told.title, bool(told.answer.result.get("hold")))

    def _answered(self, told: Told) -> None:
        super()._answered(told)
        self._say_count()

    def _say_count(self) -> None:
        held = sum(bool(told.answer.result.get("hold")) for told in self._told)
        summary = say("其中 %1 本请交给工作人员", held) if held else say("请放到还书车，谢谢您")
        count = self._done
        self.put(held=held, counter=say("已还 %1 本", count) if count else "", summary=summary)
