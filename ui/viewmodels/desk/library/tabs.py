"""The tabs of the library's page, and which one is open."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from ui.viewmodels.base import shown
from ui.viewmodels.desk.model import DeskModel
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

TABS = (
    ("lending", "借还", "LendingTab.qml"),
    ("holds", "预约架", "HoldsTab.qml"),
    ("overdue", "在借与逾期", "LoansTab.qml"),
    ("titles", "书目", "TitlesTab.qml"),
    ("copies", "单册", "CopiesTab.qml"),
    ("stock", "盘点", "StockTab.qml"),
    ("import", "批量导入", "ImportTab.qml"),
    ("labels", "书标", "LabelsTab.qml"),
)


@QmlElement
@QmlSingleton
class LibraryDesk(DeskModel):
    """`tabs` in the order of their keys: Alt+1, Alt+2 ..."""

    changed = Signal()
    tab = shown(str, "tab", changed)
    tabs = shown("QVariantList", "tabs", changed)
    file = Property(str, lambda model: model._read_file(), notify=changed)

    def fresh(self) -> dict[str, Any]:
        return {"tab": "lending", "tabs": _tabs()}

    def retranslate(self) -> None:
        self.put(tabs=_tabs())

    @Slot(str)
    def open(self, tab: str) -> None:
        self.put(tab=tab)

    @Slot(int)
    def open_nth(self, place: int) -> None:
        if place < len(TABS):
            self.open(TABS[place][0])

    def _read_file(self) -> str:
        return next(file for tab, _, file in TABS if tab == self._tab)


def _tabs() -> list[dict[str, str]]:
    return [{"tab": tab, "words": say(words)} for tab, words, _ in TABS]
