"""One title: its facts, its copies, and 预约取书 when none is in."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.library import HoldsOf, PlaceHold, TitleOf
from kiosk.domain.states import CopyState, OutcomeStatus
from ui.viewmodels import library_rows as rows
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.identity import Identity
from ui.viewmodels.library_borrowing import Borrowing
from ui.viewmodels.library_hold_rows import place_words
from ui.viewmodels.library_person import do_as
from ui.viewmodels.records import RecordModel
from ui.viewmodels.shell import Shell
from ui.viewmodels.ticket_rows import refusal_words
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COMING = frozenset({CopyState.ON_LOAN.value, CopyState.ON_HOLD.value})


@QmlElement
@QmlSingleton
class BookTitle(ViewModel):
    """`trouble` and `advice` are why it could not be reserved; `held` once it is."""

    changed = Signal()
    _refused: Any
    _found: Any
    loaded = shown(bool, "loaded", changed)
    title = shown(str, "title", changed)
    author = shown(str, "author", changed)
    place = shown(str, "place", changed)
    badge = shown(str, "badge", changed)
    tone = shown(str, "tone", changed)
    icon = shown(str, "icon", changed)
    back = shown(str, "back", changed)
    queue = shown(str, "queue", changed)
    lendable = shown(bool, "lendable", changed)
    holdable = shown(bool, "holdable", changed)
    trouble = shown(str, "trouble", changed)
    advice = shown(str, "advice", changed)
    pending = shown(bool, "pending", changed)
    position = shown(str, "position", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts = RecordModel(rows.FactRow)
        self._copies = RecordModel(rows.CopyRow)

    facts = Property(QObject, lambda self: self._facts, constant=True)
    copies = Property(QObject, lambda self: self._copies, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "loaded": False, "title": "", "author": "", "place": "", "badge": "", "tone": "plain", "icon": "",
            "back": "", "queue": "", "lendable": False, "holdable": False, "trouble": "", "advice": "",
            "pending": False, "position": "", "id": "", "found": None, "refused": None, "own": None,
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        self._facts.show([])
        self._copies.show([])

    def retranslate(self) -> None:
        self._compose()

    @Slot(str)
    def open(self, title: str) -> None:
        self.turn_to(title)
        Shell.the().open("kiosk/library/TitlePage.qml")

    def turn_to(self, title: str) -> None:
        self.reset()
        self._id = title
        self.load()

    @Slot()
    def load(self) -> None:
        if self._id:
            self.ask(TitleOf(title=self._id), self._show)

    @Slot()
    def borrow(self) -> None:
        Borrowing.the().begin_with(self._title, self._place)

    @Slot()
    def wish_hold(self) -> None:
        self._refused = None
        self.put(trouble="", advice="")
        Identity.the().lead_to("kiosk/library/HoldPage.qml")

    @Slot()
    def hold(self) -> None:
        card, wish = Identity.the()._card, PlaceHold(title=self._id)
        if not self.is_busy:
            self._run(lambda station: _reserve(station, card, wish), lambda told: self._answered(*told))

    def _answered(self, answer: Any, holds: Any) -> None:
        if answer.status == OutcomeStatus.REFUSED:
            self._refused = answer
            return self._say_refusal()
        self._own = next((hold.position for hold in holds if hold.id == answer.result.get("hold")), None)
        self.put(pending=answer.status == OutcomeStatus.PENDING, position=self._in_queue())
        Shell.the().finish("kiosk/library/HoldDonePage.qml")

    def _show(self, found: Any) -> None:
        self._found, self._loaded = found, found is not None
        self._compose()

    def _in_queue(self) -> str:
        return place_words(self._own)[0] if self._own else ""

    def _compose(self) -> None:
        self._say_refusal()
        self._position = self._in_queue()
        found, english = self._found, Shell.the()._english
        if found is None:
            return
        badge, tone, icon = rows.stock_words(found, english)
        self._facts.show(rows.fact_rows(found))
        self._copies.show([rows.copy_row(copy, english) for copy in found.copies])
        self.put(
            title=found.title, author=found.author, place=rows.full_place(found, english) if found.available else "",
            badge=badge, tone=tone, icon=icon, back=say("预计 %1还", rows.plain_day(found.due)) if found.due else "",
            queue=say("%1 人在等", found.holds) if found.holds else "", lendable=found.available > 0,
            holdable=not found.available and found.lendable and any(copy.state in _COMING for copy in found.copies),
        )  # fmt: skip

    def _say_refusal(self) -> None:
        if self._refused is None:
            return self.changed.emit()
        reason, detail = self._refused.reason, self._refused.detail
        words = refusal_words(reason, detail, Shell.the()._language)
        self.put(trouble=words[0], advice=words[1])

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self.put(trouble=self._problem, advice="")


def _reserve(station: Any, card: str, wish: PlaceHold) -> tuple[Any, Any]:
    """On the worker: the wish, and all that one waits for now."""
    answer = do_as(station, card, wish)
    return answer, station.ask(HoldsOf(resident=card), station.find_actor(card))
