"""What was just done, said at the foot of the page, and for a while undone by one touch."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from ui.viewmodels.base import shown
from ui.viewmodels.desk.model import DeskModel

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SEEN_MS = 10_000


@QmlElement
@QmlSingleton
class Told(DeskModel):
    """`undoable` while there is a way back; the next thing done takes its place."""

    changed = Signal()
    words = shown(str, "words", changed)
    undoable = shown(bool, "undoable", changed)

    def __init__(self) -> None:
        super().__init__()
        self._undo: Callable[[], None] | None = None
        self._seen = QTimer(self, singleShot=True, interval=_SEEN_MS)
        self._seen.timeout.connect(self.hide)

    def fresh(self) -> dict[str, Any]:
        return {"words": "", "undoable": False}

    def say(self, words: str, undo: Callable[[], None] | None = None) -> None:
        """`undo` sends whatever puts it back."""
        self._undo = undo
        self.put(words=words, undoable=undo is not None)
        self._seen.start()

    def operator_changed(self) -> None:
        self.hide()
        self.reset()

    @Slot()
    def undo(self) -> None:
        back = self._undo
        self.hide()
        if back is not None:
            back()

    @Slot()
    def hide(self) -> None:
        self._undo = None
        self.put(words="", undoable=False)
