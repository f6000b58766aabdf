"""The way out of the full screen, for staff: a PIN that this machine's home keeps, so that it works when nothing else does."""

import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from ui.viewmodels.base import ViewModel, shown
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_TRIES = 5
_WAIT = 60.0  # seconds, after so many wrong ones


@QmlElement
@QmlSingleton
class Leaving(ViewModel):
    """`open`: somebody wants to leave; `typed` are digits so far; `needs_pin`: not in a demonstration."""

    changed = Signal()
    open = shown(bool, "open", changed)
    typed = shown(str, "typed", changed)
    error = shown(str, "error", changed)
    needs_pin = shown(bool, "needs_pin", changed)

    def __init__(self) -> None:
        super().__init__()
        self._is_pin: Callable[[str], bool] | None = None
        self._bolted, self._needs_pin = False, False
        self._tries, self._wrong_until = 0, 0.0

    def fresh(self) -> dict[str, Any]:
        return {"open": False, "typed": "", "error": ""}

    def guard(self, is_pin: Callable[[str], bool] | None, bolted: bool) -> None:
        self._is_pin, self._bolted = is_pin, bolted
        self.put(needs_pin=is_pin is not None)

    @Slot(result=bool)
    def may_close(self) -> bool:
        """The window is asked to close: whether it may; if not, whoever wants that is asked for the PIN."""
        if self._bolted:
            self.offer()
        return not self._bolted

    @Slot()
    def offer(self) -> None:
        self.put(open=True, typed="", error="")

    @Slot()
    def stay(self) -> None:
        self.reset()

    @Slot(str)
    def type(self, digits: str) -> None:
        self.put(typed=digits, error="")

    @Slot()
    def leave(self) -> None:
        """With the right PIN, or where none is needed."""
        if self._is_pin is None:
            return self._go()
        if time.monotonic() < self._wrong_until:
            return self.put(typed="", error=say("错太多次了，请等一分钟"))
        if self._is_pin(self._typed):
            return self._go()
        self._tries += 1
        if self._tries >= _TRIES:
            self._tries, self._wrong_until = 0, time.monotonic() + _WAIT
        self.put(typed="", error=say("密码不对"))

    def let_go(self) -> None:
        """The application itself ends: no window stays for want of a PIN."""
        self._bolted = False

    def _go(self) -> None:
        self.let_go()
        app = QCoreApplication.instance()
        if app is not None:
            app.exit(0)
