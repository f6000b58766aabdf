"""The one field that finds anything: a scanned or typed code opens what it names, words are looked for on a page."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.domain.codes import ScanKind, classify
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.desk.session import Session

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where such a thing is found: a page of the rail, and what it does with the text."""

    page: str
    find: Callable[[str], None]


PLACES: dict[ScanKind | None, Place] = {}
"""Each page enters what it can find when it is loaded; None is for words, which are somebody's name mostly."""


@QmlElement
@QmlSingleton
class Finder(ViewModel):
    """`ready` where this operator has a page for anything."""

    changed = Signal()
    ready = shown(bool, "ready", changed)

    def __init__(self) -> None:
        super().__init__()
        Session.the().changed.connect(self._look)
        self._look()

    def fresh(self) -> dict[str, bool]:
        return {"ready": False}

    @Slot(str)
    def find(self, text: str) -> None:
        if not text.strip():
            return
        scan = classify(text)
        place = self._place(scan.kind) if scan else None
        if place is None or scan is None:
            place, named = self._place(None), text.strip()
        else:
            named = scan.value
        if place is not None:
            Session.the().open(place.page)
            place.find(named)

    def _place(self, kind: ScanKind | None) -> Place | None:
        """None also where the operator has no such page."""
        place = PLACES.get(kind)
        return place if place is not None and place.page in self._pages() else None

    def _pages(self) -> set[str]:
        return {one["page"] for one in Session.the()._pages}

    def _look(self) -> None:
        self.put(ready=any(self._place(kind) for kind in PLACES))
