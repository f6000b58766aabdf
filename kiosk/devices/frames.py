"""Frames on their way from a camera to the decoder: one at a time, on a thread of its own, and none is kept."""

import logging
import threading
from collections.abc import Callable
from time import monotonic

from PySide6.QtGui import QImage

from kiosk.devices.decoder import Read, read

log = logging.getLogger(__name__)
PATIENCE = 0.06
"""Seconds for a frame that the first look does not read: the next frame is another chance."""
_SAME_AGAIN = 2.0  # seconds out of sight until the same code counts as shown once more

Grab = Callable[[], QImage]
"""The frame as a picture; called on the reader's thread, where it may take its time."""
OnPicture = Callable[[QImage], None]
OnRead = Callable[[Read], None]


class FrameReader:
    """`on_picture` hears of every frame, `on_read` of every code once, both on the reader's thread."""

    def __init__(self, on_picture: OnPicture, on_read: OnRead, patience: float = PATIENCE) -> None:
        self._on_picture, self._on_read, self._patience = on_picture, on_read, patience
        self._seen: dict[str, float] = {}
        self._next: Grab | None = None
        self._is_open = True
        self._change = threading.Condition()
        self._thread = threading.Thread(target=self._work, name="camera", daemon=True)
        self._thread.start()

    def offer(self, grab: Grab) -> None:
        """Never blocks. A frame that still waits is dropped for this one."""
        with self._change:
            if self._is_open:
                self._next = grab
                self._change.notify()

    def close(self) -> None:
        """Never blocks; the frame that is being looked at is the last, and what stands in it is not told."""
        with self._change:
            self._is_open, self._next = False, None
            self._change.notify()

    def join(self, seconds: float = 2) -> None:
        """Until its thread is gone."""
        self._thread.join(seconds)

    def _work(self) -> None:
        while (grab := self._take()) is not None:
            try:
                self._see(grab())
            except Exception:  # a camera pulled out in the middle of a frame; the next one may be well
                log.exception("a frame could not be read")

    def _take(self) -> Grab | None:
        with self._change:
            while self._next is None and self._is_open:
                self._change.wait()
            grab, self._next = self._next, None
            return grab

    def _see(self, picture: QImage) -> None:
        if picture.isNull():
            return
        if self._is_open:
            self._on_picture(picture)
        now = monotonic()
        for one in read(picture, self._patience):
            if self._is_open and now - self._seen.get(one.text, -_SAME_AGAIN) >= _SAME_AGAIN:
                self._on_read(one)
            self._seen[one.text] = monotonic()
        self._seen = {text: at for text, at in self._seen.items() if now - at < _SAME_AGAIN}
