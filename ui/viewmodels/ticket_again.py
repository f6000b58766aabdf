"""您刚取了 A018，再取一个？ Asked once more before the same person takes a second number for the same item."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.domain.tickets import was_just_taken
from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class TicketAgain(ViewModel):
    """Knows the numbers that were taken since the last person went: 再办一件 keeps them, the end of the visit does not."""

    changed = Signal()
    asking = shown(bool, "asking", changed)
    question = shown(str, "question", changed)

    _taken: dict[str, tuple[str, datetime]]

    def fresh(self) -> dict[str, Any]:
        return {"asking": False, "question": "", "taken": {}}

    def remember(self, item: str, number: str) -> None:
        self._taken[item] = number, context.current().clock()

    def holds_back(self, item: str) -> bool:
        """Whether it asks first; 再取一个 goes on."""
        number, at = self._taken.get(item, ("", None))
        asks = at is not None and was_just_taken(at, context.current().clock())
        self.put(asking=asks, question=say("您刚取了 %1，\n再取一个？", number))
        return asks

    @Slot()
    def go_on(self) -> None:
        from ui.viewmodels.tickets import Tickets

        self.put(asking=False)
        Tickets.the().take_anyway()

    @Slot()
    def keep(self) -> None:
        """不用了: the one number is enough."""
        self.put(asking=False)
