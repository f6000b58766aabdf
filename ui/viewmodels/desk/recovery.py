"""A recovery code on paper, where this machine has a printer; otherwise it is written down by hand."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.desk.session import Session
from ui.viewmodels.sentences import language

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Recovery(ViewModel):
    """`state`: empty (no printer), ready, printed, failed."""

    changed = Signal()
    state = shown(str, "state", changed)

    def fresh(self) -> dict[str, Any]:
        return {"state": ""}

    @Slot()
    def look(self) -> None:
        """A new code is on the screen: whether it can be printed."""
        self.put(state="")
        self._send(_can_print, lambda can: self.put(state="ready" if can else ""))

    @Slot(str, str)
    def print_code(self, login: str, code: str) -> None:
        if not self.is_busy:
            said = (Session.the()._station, login, code, context.current().clock().date(), language())
            self._send(lambda station: _print(*said), self._printed)

    def _printed(self, done: bool) -> None:
        self.put(state="printed" if done else "failed")


def _can_print(station: Any) -> bool:
    from ui.printing import has_printer

    return has_printer()


def _print(*said: Any) -> bool:
    from kiosk.reports.recovery_slip import recovery_slip
    from ui.printing import print_slip

    return print_slip(recovery_slip(*said))
