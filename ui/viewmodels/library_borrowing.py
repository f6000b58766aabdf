"""借书: the person's books, one after the other, each lent at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.library import CheckOutCopy
from ui.viewmodels.base import shown
from ui.viewmodels.identity import Identity
from ui.viewmodels.library_copies import Told, told_of
from ui.viewmodels.library_desk import CopyDesk
from ui.viewmodels.library_rows import BookLine, lent_line
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = "kiosk/library/BorrowPage.qml"


@QmlElement
@QmlSingleton
class Borrowing(CopyDesk):
    """`hint` says where the book stands that was chosen in the search, or is a `warning`."""

    changed = Signal()
    _wanted: tuple[str, str] | None
    digits = shown(str, "digits", changed)
    complete = shown(bool, "complete", changed)
    trouble = shown(str, "trouble", changed)
    advice = shown(str, "advice", changed)
    tone = shown(str, "tone", changed)
    choices = shown("QVariantList", "choices", changed)
    done = shown(int, "done", changed)
    hint = shown(str, "hint", changed)
    warning = shown(bool, "warning", changed)
    summary = shown(str, "summary", changed)
    holding = shown(str, "holding", changed)

    books = Property(QObject, lambda self: self._books, constant=True)

    def fresh(self) -> dict[str, Any]:
        return super().fresh() | {
            "hint": "",
            "warning": False,
            "wanted": None,
            "late": 0,
            "summary": "",
            "holding": "",
            "in_hand": "",
        }

    @Slot()
    def begin(self) -> None:
        """From the four tiles: no book in mind."""
        self.reset()
        Identity.the().lead_to(PAGE)

    def begin_with(self, title: str, place: str) -> None:
        self.reset()
        self.put(wanted=(title, place))
        self._say_hint()
        Identity.the().lead_to(PAGE)

    def begin_holding(self, number: str, title: str) -> None:
        """A book was held to the scanner: it is lent as soon as we know to whom."""
        self.reset()
        self.put(in_hand=number, holding=title)
        Identity.the().lead_to(PAGE)

    @Slot()
    def take_up(self) -> None:
        """The page is there: the book in hand needs no second scan."""
        number = self._in_hand
        self.put(in_hand="", holding="")
        if number:
            self.hand_over(number)

    @Slot(str)
    def type(self, digits: str) -> None:
        self.keep_digits(digits)

    @Slot()
    def lend(self) -> None:
        self.typed()

    @Slot(str)
    def scan(self, code: str) -> None:
        self.scanned(code)

    @Slot(str)
    def choose(self, number: str) -> None:
        self.hand_over(number)

    @Slot()
    def finish(self) -> None:
        self._say_summary()
        Shell.the().finish("kiosk/library/BorrowDonePage.qml")

    def retranslate(self) -> None:
        self._say_hint()
        self._say_summary()
        super().retranslate()

    def work(self, reference: str) -> Callable[[Any], Told]:
        card = Identity.the()._card
        wish = CheckOutCopy(copy=reference)
        return lambda station: told_of(station, reference, wish, card)

    def done_line(self, told: Told) -> BookLine:
        return lent_line(told.reference, told.title, date.fromisoformat(told.answer.result["due"]))

    def _answered(self, told: Told) -> None:
        super()._answered(told)
        if not told.refused:
            Identity.the().borrowed_one()
            self._wanted, self._late = None, told.answer.result.get("children_overdue", 0)
            self._say_hint()

    def _say_hint(self) -> None:
        """Where the wanted book stands; once one is lent, that a child's is late."""
        hint = say("孩子有 %1 本过期了，请帮着还回来。", self._late) if self._late else ""
        if self._wanted is not None:
            title, place = self._wanted
            hint = say("《%1》在 %2，取来再扫", title, place) if place else ""
        self.put(hint=hint, warning=bool(self._late))

    def _say_summary(self) -> None:
        self.put(summary=say("这次借了 %1 本", self._done))
