"""The scanners of this machine: started with the screens, heard on the GUI thread, and how each one is."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.devices.scanners.base import Scanner
from kiosk.devices.scanners.making import make_scanners
from kiosk.devices.state import State
from kiosk.domain.devices import ScannerKind
from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.scan import Scan
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ScannerNow:
    """`state` is None for a scanner that is a keyboard: whether it is there only its scans tell."""

    name: str
    state: State | None
    last_scan: datetime | None


@QmlElement
@QmlSingleton
class Scanners(ViewModel):
    """`away`: nothing can be scanned now, so numbers must be typed. Never while a keyboard scanner may be there too."""

    changed = Signal()
    moved = Signal()  # one came or went
    _text_came = Signal(str)
    _state_came = Signal()
    away = shown(bool, "away", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._devices: list[Scanner] = []
        self._away = False
        self._text_came.connect(Scan.the().read, Qt.ConnectionType.QueuedConnection)
        self._state_came.connect(self._look, Qt.ConnectionType.QueuedConnection)

    def fresh(self) -> dict[str, Any]:
        """Nothing: whoever leaves takes no scanner along."""
        return {}

    def begin(self) -> None:
        """Those of the home's settings."""
        self.use(make_scanners(context.current().devices.scanners))

    def use(self, scanners: Sequence[Scanner]) -> None:
        self.end()
        self._devices = list(scanners)
        for scanner in self._devices:
            scanner.start(self._text_came.emit, lambda _: self._state_came.emit())
        self._look()

    def end(self) -> None:
        """Returns when no thread of theirs is left."""
        for scanner in self._devices:
            scanner.stop()
        self._devices = []

    def now(self) -> list[ScannerNow]:
        """Each with a cable, then the keyboard's, whose name may be in the settings."""
        found = [ScannerNow(one.name, one.state, one.last_scan) for one in self._devices]
        wedge = self._wedge_settings()
        keys = Scan.the().keys
        last = keys.wedge.last_scan if keys is not None else None
        if wedge is not None or last is not None or not found:
            found.append(ScannerNow(wedge.called if wedge else "", None, last))
        return found

    def _look(self) -> None:
        is_away = bool(self._devices) and not any(one.state.is_ready for one in self._devices)
        self.put(away=is_away and self._wedge_settings() is None)
        self.moved.emit()

    def _wedge_settings(self) -> Any:
        scanners = context.current().devices.scanners
        return next((one for one in scanners if one.kind is ScannerKind.WEDGE), None)


def name_words(one: ScannerNow) -> str:
    if one.name:
        return say("扫码器 %1", one.name)
    return say("扫码器")
