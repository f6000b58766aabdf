"""The scanner on any page: a fast keyboard that ends with Return; what was read opens its page."""

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtQuick import QQuickWindow

from kiosk.domain.codes import LONGEST_SCAN, ScanKind, readings
from ui.viewmodels.base import ViewModel
from ui.viewmodels.idle import Idle
from ui.viewmodels.slip import Slip

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FAST_MS = 50  # between two keys; fingers need longer
_SHORTEST = 4  # fewer are a hand that slipped
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Burst:
    """Keys that come as fast as only a machine types them."""

    def __init__(self) -> None:
        self._text = ""
        self._last = 0

    def add(self, text: str, at: int) -> bool:
        """A key with its time in milliseconds; whether it goes on with the one before."""
        goes_on = bool(self._text) and at - self._last <= _FAST_MS
        self._text = (self._text if goes_on else "") + text
        self._last = at
        return goes_on

    def end(self, at: int) -> str | None:
        """Return was pressed: the scan, or None if a person pressed it."""
        text, fast = self._text, at - self._last <= _FAST_MS
        self._text = ""
        return text if fast and _SHORTEST <= len(text) <= LONGEST_SCAN else None


@QmlElement
@QmlSingleton
class Scan(ViewModel):
    """`heard` tells of every scan outside a text field; the page in front may want it for itself."""

    changed = Signal()
    heard = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._burst = Burst()
        self._window: QQuickWindow | None = None

    @Slot(QObject)
    def listen(self, window: QQuickWindow) -> None:
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What belongs to a scan is for nobody else: its Return must not press the button in focus."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self._is_typing():
            return False
        if event.key() in _ENDS:
            return self._end(event.timestamp())
        return bool(event.text()) and self._burst.add(event.text(), event.timestamp())

    @Slot(str)
    def read(self, text: str) -> None:
        """Open what a scan stands for."""
        found = {scan.kind: scan.value for scan in readings(text)}
        if ScanKind.SLIP in found:
            return Slip.the().look_up(found[ScanKind.SLIP])
        Slip.the().not_known()

    def _end(self, at: int) -> bool:
        text = self._burst.end(at)
        if text is None:
            return False
        Idle.the().stay()
        self.heard.emit(text)
        return True

    def _is_typing(self) -> bool:
        item: Any = self._window.activeFocusItem() if self._window else None
        return item is not None and item.inherits("QQuickTextInput")
