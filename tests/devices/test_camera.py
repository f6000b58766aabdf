"""A camera that comes and goes, frames that are none, and a reader that drops what it has no time for."""

import threading
from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QCamera, QMediaDevices, QVideoFrame, QVideoFrameFormat, QVideoSink
from PySide6.QtTest import QTest

from kiosk.devices import camera as module
from kiosk.devices.camera import MachineCamera, SimulatedCamera, as_qimage
from kiosk.devices.decoder import Read
from kiosk.devices.frames import FrameReader
from kiosk.devices.state import Presence
from tests.devices.hard_images import Bad, draw
from ui.app import application

PLAIN = draw(Bad(module=5), Random(1))


@pytest.fixture(autouse=True)
def a_running_application() -> None:
    application()


def wait(reached: Callable[[], bool]) -> None:
    for _ in range(600):
        if reached():
            return
        QTest.qWait(5)
    raise AssertionError("it did not come")


def test_a_code_before_the_camera_is_told_once_however_long_it_is_held_there() -> None:
    camera, pictures, reads = (
        SimulatedCamera([PLAIN.frame], every_ms=5, again=True),
        list[QImage](),
        list[Read](),
    )
    camera.start(lambda _: None)
    camera.open(pictures.append, reads.append)
    wait(lambda: len(pictures) > 8)
    camera.stop()
    assert [one.text for one in reads] == [PLAIN.text]


def test_nothing_is_heard_after_it_is_off() -> None:
    camera, pictures = SimulatedCamera([PLAIN.frame], every_ms=1, again=True), list[QImage]()
    camera.open(pictures.append, lambda _: None)
    wait(lambda: bool(pictures))
    camera.stop()
    seen = len(pictures)
    QTest.qWait(60)
    assert len(pictures) == seen and not camera.is_on


def test_frames_that_come_while_one_is_looked_at_are_dropped_but_for_the_last() -> None:
    gate, seen = threading.Event(), list[int]()

    def grab(n: int) -> Callable[[], QImage]:
        def picture() -> QImage:
            seen.append(n)
            gate.wait(5)
            return QImage()

        return picture

    reader = FrameReader(lambda _: None, lambda _: None)
    reader.offer(grab(0))
    wait(lambda: seen == [0])
    for n in range(1, 50):
        reader.offer(grab(n))
    gate.set()
    wait(lambda: len(seen) == 2)
    reader.close()
    reader.join()
    assert seen == [0, 49]


def test_a_frame_torn_in_the_middle_is_followed_by_the_next(caplog: pytest.LogCaptureFixture) -> None:
    def torn() -> QImage:
        raise RuntimeError("the camera is gone")

    reads = list[Read]()
    reader = FrameReader(lambda _: None, reads.append)
    reader.offer(torn)
    wait(lambda: "could not be read" in caplog.text)
    reader.offer(lambda: QImage())
    reader.offer(lambda: as_qimage(PLAIN.frame))
    wait(lambda: bool(reads))
    reader.close()
    reader.join()


class _Device:
    """What Qt tells of a camera."""

    def description(self) -> str:
        return "USB Camera"

    def isNull(self) -> bool:
        return False

    def videoFormats(self) -> list[object]:
        return []


class _Hardware(QObject):
    """Plays Qt's list of cameras; whether it tells of changes is up to the test."""

    videoInputsChanged = Signal()
    there: list[_Device] = []  # noqa: RUF012

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    @staticmethod
    def videoInputs() -> list[_Device]:
        return _Hardware.there

    @staticmethod
    def defaultVideoInput() -> _Device:
        return _Hardware.there[0]


class _Lens(QObject):
    """A camera that says what became of it."""

    errorOccurred = Signal(object, str)
    made: list["_Lens"] = []  # noqa: RUF012

    def __init__(self, device: _Device, parent: QObject) -> None:
        super().__init__(parent)
        self.device, self.is_on = device, False
        _Lens.made.append(self)

    Error = QCamera.Error

    def cameraDevice(self) -> _Device:
        return self.device

    def start(self) -> None:
        self.is_on = True

    def stop(self) -> None:
        self.is_on = False


class _Session(QObject):
    def setCamera(self, camera: _Lens) -> None: ...

    def setVideoSink(self, sink: QVideoSink) -> None: ...


@pytest.fixture
def hardware(monkeypatch: pytest.MonkeyPatch) -> type[_Hardware]:
    _Hardware.there, _Lens.made = [_Device()], []
    monkeypatch.setattr(module, "QMediaDevices", _Hardware)
    monkeypatch.setattr(module, "QCamera", _Lens)
    monkeypatch.setattr(module, "QMediaCaptureSession", _Session)
    return _Hardware


def test_pulled_out_and_put_back_it_is_away_and_then_sees_again_by_itself(hardware: type[_Hardware]) -> None:
    camera, states, reads = MachineCamera("usb"), list[Presence](), list[Read]()
    camera.start(lambda state: states.append(state.presence))
    assert not _Lens.made  # it stays off until a page wants it
    camera.open(lambda _: None, reads.append)
    first = _Lens.made[-1]
    assert first.is_on
    hardware.there = []
    wait(lambda: states == [Presence.READY, Presence.AWAY])  # without a word from the system, within 3 s
    assert not first.is_on
    hardware.there = [_Device()]
    wait(lambda: states[-1] is Presence.READY)
    assert len(_Lens.made) == 2 and _Lens.made[-1].is_on
    assert camera._sink is not None
    camera._sink.setVideoFrame(_garbage())
    camera._sink.setVideoFrame(QVideoFrame(as_qimage(PLAIN.frame)))
    wait(lambda: bool(reads))
    camera.stop()
    assert not _Lens.made[-1].is_on


def test_one_that_fails_is_away_and_tried_again_only_after_a_rest(hardware: type[_Hardware]) -> None:
    camera, states = MachineCamera("usb"), list[Presence]()
    camera.start(lambda state: states.append(state.presence))
    camera.open(lambda _: None, lambda _: None)
    _Lens.made[-1].errorOccurred.emit(QCamera.Error.CameraError, "busy")
    assert (states, camera.state.detail) == ([Presence.READY, Presence.AWAY], {"why": "busy"})
    wait(lambda: not _Lens.made[-1].is_on)
    camera._look()
    assert len(_Lens.made) == 1
    camera._not_before = 0
    camera._look()
    assert len(_Lens.made) == 2 and states[-1] is Presence.READY
    camera.stop()


def test_where_there_is_no_camera_it_is_away_and_opening_it_does_nothing() -> None:
    if QMediaDevices.videoInputs():
        pytest.skip("this machine has a camera")
    camera = MachineCamera()
    camera.start(lambda _: None)
    camera.open(lambda _: None, lambda _: None)
    assert camera.state.presence is Presence.AWAY
    camera.stop()


def _garbage() -> QVideoFrame:
    """A frame that says it has bytes, of which nobody has written one."""
    return QVideoFrame(QVideoFrameFormat(QSize(1280, 720), QVideoFrameFormat.PixelFormat.Format_Jpeg))
