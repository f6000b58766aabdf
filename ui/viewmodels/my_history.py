"""借过的书: what is remembered of what came back, and the switch for it."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.library import HistoryOf, KeepHistory
from kiosk.domain.states import OutcomeStatus
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import short_day
from ui.viewmodels.identity import Identity
from ui.viewmodels.my_data import MyData
from ui.viewmodels.records import RecordModel
from ui.viewmodels.sentences import sentence
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PastRow:
    title: str
    author: str
    returned: str


@QmlElement
@QmlSingleton
class MyHistory(ViewModel):
    """`kept`: what came back is remembered; else for so many days."""

    changed = Signal()
    _page: records.ReadingHistory | None
    loaded = shown(bool, "loaded", changed)
    kept = shown(bool, "kept", changed)
    days = shown(int, "days", changed)
    empty = shown(bool, "empty", changed)
    error = shown(str, "error", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = RecordModel(PastRow)

    rows = Property(QObject, lambda self: self._rows, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"page": None, "loaded": False, "kept": False, "days": 0, "empty": True, "error": ""}

    def reset(self) -> None:
        super().reset()
        self._rows.show([])

    def retranslate(self) -> None:
        self._compose()

    @Slot()
    def load(self) -> None:
        card = Identity.the()._card
        self.put(error="")
        self._run(lambda station: station.ask(HistoryOf(resident=card), station.find_actor(card)), self._show)

    @Slot(bool)
    def keep(self, on: bool) -> None:
        card = Identity.the()._card
        if not self.is_busy:
            self._run(
                lambda station: station.do(KeepHistory(on=on), station.find_actor(card)),
                lambda answer: self._answered(answer, "history_on" if on else "history_off"),
            )

    def _answered(self, answer: Any, done: str) -> None:
        if answer.is_refused:
            return self.put(error=sentence(answer.reason, answer.detail))
        MyData.the().show_done(done, pending=answer.status == OutcomeStatus.PENDING)

    def _show(self, page: records.ReadingHistory | None) -> None:
        if page is None:
            return Identity.the().stop("revoked_card")
        self._page = page
        self._compose()

    def _compose(self) -> None:
        page = self._page
        if page is None:
            return
        self._rows.show(
            [PastRow(one.title, one.author, say("%1 还", short_day(one.returned_on))) for one in page.loans]
        )
        self.put(loaded=True, kept=page.kept, days=page.days, empty=not page.loans)

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self.put(error=self._problem)
