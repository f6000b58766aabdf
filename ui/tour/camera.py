"""Waits until the screen is at rest, and keeps pictures of it."""

import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtQuick import QQuickWindow

from ui.background import Background
from ui.scanner_keys import ScannerKeys
from ui.tour.guard import Guard

_PATIENCE = 10.0  # seconds until a screen that does not come to rest is a failure
_QUIET = 0.01  # seconds without a frame; Qt draws the next one up to 5 ms after it was asked for
_TURNS = 4  # of the event loop without a frame: on a busy machine time passes without any


class Restless(Exception):
    """The screen did not come to rest, or what was waited for did not come."""


class Unfit(Exception):
    """Something on a picture breaks a promise to those who must read and touch it."""


class Camera:
    """Numbered pictures `JOURNEY-VARIANT-01.png` of one window; a guard looks at each."""

    def __init__(
        self,
        window: QQuickWindow,
        background: Background,
        folder: Path,
        name: str,
        guard: Guard | None = None,
    ) -> None:
        self._window = window
        self._background = background
        self._folder = folder
        self._name = name
        self._guard = guard
        self.pictures: list[str] = []
        self._frames = 0
        window.frameSwapped.connect(self._count_frame)

    def shoot(self) -> None:
        """When the screen is at rest. Raises Unfit."""
        self.rest()
        self.keep()

    def keep(self, guarded: bool = True) -> None:
        """The picture of this moment. Raises Unfit."""
        path = self._folder / f"{self._name}-{len(self.pictures) + 1:02d}.png"
        picture = self._window.grabWindow()
        if not picture.save(str(path), quality=60):
            raise OSError(f"cannot write {path}")
        self.pictures.append(path.name)
        if self._guard and guarded and (faults := self._guard.faults(picture)):
            raise Unfit(f"{path.name}: {'; '.join(faults)}")

    def rest(self) -> None:
        """Until the worker is idle, no key is kept back and no new frame has been drawn for a moment."""
        stirred, turns = time.monotonic(), 0
        keys = self._window.findChild(ScannerKeys)

        def settled() -> bool:
            nonlocal stirred, turns
            drawn, self._frames = self._frames, 0
            turns += 1
            if drawn or self._background.busy or (keys is not None and keys.is_keeping):
                stirred, turns = time.monotonic(), 0
            return turns >= _TURNS and time.monotonic() - stirred > _QUIET

        self.until(settled, "the screen did not come to rest")

    def until(self, reached: Callable[[], bool], complaint: str) -> None:
        """Let the screens work until something holds. Raises Restless after some seconds."""
        end = time.monotonic() + _PATIENCE
        while not reached():
            if time.monotonic() > end:
                raise Restless(complaint)
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            time.sleep(0.001)

    def _count_frame(self) -> None:
        self._frames += 1
