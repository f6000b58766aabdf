"""A camera: off until a page opens it, and its frames go to the decoder alone."""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Protocol

from PIL import Image
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoFrame,
    QVideoSink,
)

from kiosk.devices.frames import FrameReader, OnPicture, OnRead
from kiosk.devices.state import OnState, Presence, State
from kiosk.domain.times import station_now

log = logging.getLogger(__name__)
ANY = "auto"
"""Instead of a camera's name: the one that the system prefers."""
_LOOK_AGAIN_MS = 1000  # where the system does not tell that a camera has come or gone
_WANTED = (1280, 720)
_SLOWEST = 15.0  # frames a second
_LONGEST_REST = 60.0  # seconds between two tries of a camera that fails; each rest is twice the one before


class Camera(Protocol):
    """None of these raises; all are called on the GUI thread, `on_state` is too. What is wrong stands in `state`."""

    @property
    def name(self) -> str: ...
    @property
    def state(self) -> State: ...

    def start(self, on_state: OnState) -> None:
        """Watch whether it is there; it stays off."""
        ...

    def stop(self) -> None: ...

    def open(self, on_picture: OnPicture, on_read: OnRead) -> None:
        """On. Both are called on a thread of its own; it comes back by itself after it was away."""
        ...

    def close(self) -> None:
        """Off, without waiting: a frame that is just being looked at is not told of."""
        ...


class MachineCamera(QObject):
    """One that Qt knows: `wanted` is a part of its name, or `auto`."""

    def __init__(self, wanted: str = ANY, clock: Callable[[], datetime] = station_now) -> None:
        super().__init__()
        self._wanted, self._clock = wanted, clock
        self._state = State(Presence.AWAY, clock())
        self._on_state: OnState | None = None
        self._reader: FrameReader | None = None
        self._camera: QCamera | None = None
        self._session: QMediaCaptureSession | None = None
        self._sink: QVideoSink | None = None
        self._devices: QMediaDevices | None = None
        self._rest, self._not_before = 1.0, 0.0
        self._again = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look)

    @property
    def name(self) -> str:
        return "" if self._wanted == ANY else self._wanted

    @property
    def state(self) -> State:
        return self._state

    def start(self, on_state: OnState) -> None:
        self._on_state = on_state
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self._look)
        self._again.start()
        self._look()

    def stop(self) -> None:
        self._on_state = None
        self._again.stop()
        reader = self._reader
        self.close()
        if reader is not None:
            reader.join()
        self._devices = None

    def open(self, on_picture: OnPicture, on_read: OnRead) -> None:
        self.close()
        self._reader = FrameReader(on_picture, on_read)
        self._look()

    def close(self) -> None:
        self._switch_off()
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def _look(self) -> None:
        device = self._find()
        if device is None:
            self._switch_off()
            self._rest, self._not_before = 1.0, 0.0
            return self._be(Presence.AWAY)
        if monotonic() < self._not_before:
            return
        if self._camera is not None and self._camera.cameraDevice() != device:
            self._switch_off()  # the one before is gone, another came
        if self._reader is not None and self._camera is None:
            self._switch_on(device)
        self._be(Presence.READY)

    def _find(self) -> QCameraDevice | None:
        inputs = QMediaDevices.videoInputs()
        if self._wanted != ANY:
            named = self._wanted.casefold()
            return next((one for one in inputs if named in one.description().casefold()), None)
        preferred = QMediaDevices.defaultVideoInput()
        return preferred if not preferred.isNull() else next(iter(inputs), None)

    def _switch_on(self, device: QCameraDevice) -> None:
        self._camera = QCamera(device, self)
        best = best_format(device.videoFormats())
        if best is not None:
            self._camera.setCameraFormat(best)
        self._camera.errorOccurred.connect(self._failed)
        self._sink = QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._frame_came)
        self._session = QMediaCaptureSession(self)
        self._session.setCamera(self._camera)
        self._session.setVideoSink(self._sink)
        self._camera.start()

    def _switch_off(self) -> None:
        camera, session, sink = self._camera, self._session, self._sink
        self._camera = self._session = self._sink = None
        if camera is None or session is None or sink is None:
            return
        sink.videoFrameChanged.disconnect(self._frame_came)
        camera.errorOccurred.disconnect(self._failed)
        camera.stop()
        for one in (session, camera, sink):
            one.deleteLater()

    def _frame_came(self, frame: QVideoFrame) -> None:
        """The frame is turned into a picture on the reader's thread: that takes milliseconds."""
        if self._reader is not None and frame.isValid():
            self._rest = 1.0
            self._reader.offer(QVideoFrame(frame).toImage)

    def _failed(self, error: QCamera.Error, why: str) -> None:
        """Pulled out, or another program has it: the next look tries again."""
        if error is QCamera.Error.NoError:
            return
        log.warning("the camera failed: %s", why)
        self._rest = min(2 * self._rest, _LONGEST_REST)
        self._not_before = monotonic() + self._rest
        QTimer.singleShot(0, self, self._switch_off)  # not while it is telling
        self._be(Presence.AWAY, why=why)

    def _be(self, presence: Presence, **detail: str) -> None:
        if presence is self._state.presence:
            return
        self._state = State(presence, self._clock(), detail)
        if self._on_state is not None:
            self._on_state(self._state)


def best_format(formats: Sequence[QCameraFormat]) -> QCameraFormat | None:
    """1280x720 or the nearest to it that is quick enough; codes need no more, and more takes longer."""

    def rank(one: QCameraFormat) -> tuple[bool, int, float]:
        size = one.resolution()
        far = abs(size.width() - _WANTED[0]) + abs(size.height() - _WANTED[1])
        return one.maxFrameRate() < _SLOWEST, far, -one.maxFrameRate()

    return min(formats, key=rank, default=None)


class SimulatedCamera(QObject):
    """Its twin: plays pictures, Pillow's or from files, one after the other; `again`: and then anew."""

    def __init__(
        self,
        pictures: Sequence[Image.Image | QImage | Path] = (),
        every_ms: int = 40,
        again: bool = False,
        clock: Callable[[], datetime] = station_now,
    ) -> None:
        super().__init__()
        self.name = "simulated"
        self.is_on = False
        self._clock = clock
        self._state = State(Presence.READY, clock())
        self._on_state: OnState | None = None
        self._reader: FrameReader | None = None
        self._pictures = list(pictures)
        self._turn, self._again = 0, again
        self._timer = QTimer(self, interval=every_ms)
        self._timer.timeout.connect(self._play)

    @property
    def state(self) -> State:
        return self._state

    def start(self, on_state: OnState) -> None:
        self._on_state = on_state

    def stop(self) -> None:
        self._on_state = None
        reader = self._reader
        self.close()
        if reader is not None:
            reader.join()

    def open(self, on_picture: OnPicture, on_read: OnRead) -> None:
        self.close()
        self.is_on, self._turn = True, 0
        self._reader = FrameReader(on_picture, on_read)
        self._timer.start()

    def close(self) -> None:
        self.is_on = False
        self._timer.stop()
        if self._reader is not None:
            self._reader.close()
            self._reader = None

    def show(self, *pictures: Image.Image | QImage | Path) -> None:
        """What it sees from now on."""
        self._pictures, self._turn = list(pictures), 0

    def plug(self) -> None:
        self._be(Presence.READY)

    def unplug(self) -> None:
        self._be(Presence.AWAY)

    def _be(self, presence: Presence) -> None:
        self._state = State(presence, self._clock())
        if self._on_state is not None:
            self._on_state(self._state)

    def _play(self) -> None:
        count = len(self._pictures)
        is_over = not count or (self._turn >= count and not self._again)
        if self._reader is None or is_over or not self._state.is_ready:
            return
        picture = self._pictures[self._turn % count]
        self._turn += 1
        self._reader.offer(lambda: as_qimage(picture))


def as_qimage(picture: Image.Image | QImage | Path) -> QImage:
    """Null if the file holds no picture."""
    if isinstance(picture, QImage):
        return picture
    if isinstance(picture, Path):
        return QImage(str(picture))
    colours = picture.convert("RGB")
    width, height = colours.size
    return QImage(colours.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
