"""叫人帮忙: a call stored as a command, and its state in words."""

import logging
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.domain.states import HelpState
from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.shell import Shell

log = logging.getLogger(__name__)
QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LOOK_MS = 3000
_OPEN = frozenset({"called", "pending"})


@QmlElement
@QmlSingleton
class Help(ViewModel):
    """`state`: closed, asking, called, pending, coming, failed. Asking first: a slip of the hand calls nobody.

    `phone` is the station's, once nobody has answered for a minute.
    """

    changed = Signal()
    state = shown(str, "state", changed)
    phone = shown(str, "phone", changed)

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def fresh(self) -> dict[str, Any]:
        return {"state": "closed", "phone": "", "called": ""}

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
    def look(self) -> None:
        """Whether somebody comes."""
        from kiosk.commands.help_calls import HelpCallState

        if self._state not in _OPEN:
            return self._timer.stop()
        question = HelpCallState(call=self._called)
        context.current().background.run(
            lambda station: station.ask(question), self._heard, super()._fail, aside=True
        )

    @Slot()
    def close(self) -> None:
        self._timer.stop()
        self.put(state="closed", phone="")

    def _answered(self, answer: Any) -> None:
        state = {"accepted": "called", "pending": "pending"}.get(answer.status, "failed")
        self.put(state=state, called=answer.id, phone="")
        if state in _OPEN:
            self._timer.start()

    def _heard(self, call: Any) -> None:
        if call is None or self._state not in _OPEN:
            return
        state = "pending" if call.pending else "called" if call.status == HelpState.OPEN else "coming"
        self.put(state=state, phone=call.phone)

    def _fail(self, error: Exception) -> None:
        log.error("a help call failed", exc_info=error)
        self.put(state="failed")
