"""What did not work out since somebody was here last: shown once they have said who they are, before anything else."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.explanations import ExplainOutcome
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.explained_words import ToldRow, told_row
from ui.viewmodels.records import RecordModel
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_PAGE = "kiosk/identify/ToldPage.qml"


@QmlElement
@QmlSingleton
class Explaining(ViewModel):
    """The page that was wished comes when they have read it."""

    changed = Signal()
    _told: Sequence[records.Explained]
    title = shown(str, "title", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = RecordModel(ToldRow)

    rows = Property(QObject, lambda self: self._rows, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"told": (), "card": "", "next_page": "", "title": ""}

    def reset(self) -> None:
        super().reset()
        self._rows.show([])

    def retranslate(self) -> None:
        self._compose()

    def lead_to(self, page: str, card: str, told: Sequence[records.Explained]) -> None:
        """In place of the page in front: at once to the wished one if there is nothing to explain."""
        if not told:
            return Shell.the().replace(page)
        self._told, self._card, self._next_page = told, card, page
        self._compose()
        Shell.the().replace(_PAGE)

    @Slot()
    def understood(self) -> None:
        """知道了: for all that was shown. Whatever somebody else has explained meanwhile is as good."""
        card, wishes = self._card, [ExplainOutcome(outcome=told.id) for told in self._told]

        def work(station: Any) -> None:
            actor = station.find_actor(card)
            for wish in wishes:
                station.do(wish, actor)

        if not self.is_busy:
            self._run(work, lambda _: Shell.the().replace(self._next_page))

    def _compose(self) -> None:
        english, count = Shell.the()._english, len(self._told)
        self._rows.show([told_row(told, english) for told in self._told])
        self.put(title=say("有 %1 件事没办成", count) if count > 1 else say("有件事没办成"))
