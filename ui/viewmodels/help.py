"""叫人帮忙: a call stored as a command, and its state in words."""

import logging
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.shell import Shell

log = logging.getLogger(__name__)
QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Help(ViewModel):
    """`state`: closed, asking, called, pending, failed. Asking first: a slip of the hand calls nobody."""

    changed = Signal()
    state = shown(str, "state", changed)

    def fresh(self) -> dict[str, Any]:
        return {"state": "closed"}

    def is_open(self) -> bool:
        return bool(self._state != "closed")

    @Slot()
    def offer(self) -> None:
        self.put(state="asking")

    @Slot()
    def call(self) -> None:
        """Store the call. It works without a line: the desk hears it when the line is back."""
        from kiosk.commands.tickets import CallHelp

        self.do(CallHelp(page=Shell.the()._page), self._answered)

    @Slot()
    def close(self) -> None:
        self.put(state="closed")

    def _answered(self, answer: Any) -> None:
        self.put(state={"accepted": "called", "pending": "pending"}.get(answer.status, "failed"))

    def _fail(self, error: Exception) -> None:
        log.error("a help call failed", exc_info=error)
        self.put(state="failed")
