"""The kiosk's camera: on while a page that scans is in front, its picture shown there and kept nowhere."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Property, QObject, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPainterPath
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.scan import Scan

if TYPE_CHECKING:  # Qt's multimedia is loaded where there is a camera, and not before the first frame
    from kiosk.devices.camera import Camera
    from kiosk.devices.decoder import Read

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Lens(ViewModel):
    """`ready`: there is a camera and it is plugged in. `on`: it looks."""

    changed = Signal()
    picture_came = Signal(QImage)
    went_dark = Signal()
    _picture_seen = Signal(QImage)
    _text_seen = Signal(str)
    ready = shown(bool, "ready", changed)
    on = shown(bool, "on", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera: Camera | None = None
        self._ready = self._on = False
        self._pages: list[QObject] = []
        self._soon = QTimer(self, singleShot=True, interval=0)  # not while bindings are being worked out
        self._soon.timeout.connect(self._look)
        self._picture_seen.connect(self._show, Qt.ConnectionType.QueuedConnection)
        self._text_seen.connect(self._read, Qt.ConnectionType.QueuedConnection)

    def fresh(self) -> dict[str, Any]:
        """Nothing: a camera is the terminal's, whoever stands before it."""
        return {}

    def begin(self) -> None:
        """The one of the home's settings."""
        wanted = context.current().devices.camera
        if wanted:
            from kiosk.devices.camera import MachineCamera

            self.use(MachineCamera(wanted))

    def use(self, camera: "Camera | None") -> None:
        self.end()
        self._camera = camera
        if camera is not None:
            camera.start(lambda _: self._look())
        self._look()

    def end(self) -> None:
        """Off, and nobody watches for it any more."""
        self._switch(False)
        if self._camera is not None:
            self._camera.stop()
            self._camera = None

    @Slot(QObject)
    def open(self, view: QObject) -> None:
        """A view of it has come to the front."""
        if view not in self._pages:
            self._pages.append(view)
        self._soon.start()

    @Slot(QObject)
    def close(self, view: QObject) -> None:
        """The last one that goes turns it off."""
        if view in self._pages:
            self._pages.remove(view)
        self._soon.start()

    def _look(self) -> None:
        ready = self._camera is not None and self._camera.state.is_ready
        if ready != self._ready:
            self.put(ready=ready)
        self._switch(self._camera is not None and bool(self._pages))

    def _switch(self, on: bool) -> None:
        if on == self._on or self._camera is None:
            return
        if on:
            self._camera.open(self._picture_seen.emit, self._seen)
        else:
            self._camera.close()
            self.went_dark.emit()
        self.put(on=on)

    def _seen(self, one: "Read") -> None:
        """On the camera's thread."""
        self._text_seen.emit(one.text)

    def _show(self, picture: QImage) -> None:
        """What was still on its way when the camera went off is not shown."""
        if self._on:
            self.picture_came.emit(picture)

    def _read(self, text: str) -> None:
        if self._on:
            Scan.the().read(text)


@QmlElement
class LensPicture(QQuickPaintedItem):
    """The live picture, filling the item, mirrored: hands find their way as before a mirror. One frame, no more."""

    radius_changed = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._picture, self._radius = QImage(), 0.0
        Lens.the().picture_came.connect(self._show)
        Lens.the().went_dark.connect(self._forget)

    def _set_radius(self, radius: float) -> None:
        self._radius = radius
        self.radius_changed.emit()

    radius = Property(float, lambda item: item._radius, _set_radius, notify=radius_changed)

    def paint(self, painter: QPainter) -> None:
        if self._picture.isNull():
            return
        whole, edge = QRectF(0, 0, self.width(), self.height()), QPainterPath()
        edge.addRoundedRect(whole, self._radius, self._radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipPath(edge)
        painter.translate(whole.width(), 0)
        painter.scale(-1, 1)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(whole, self._picture, _middle(self._picture, whole))

    def _show(self, picture: QImage) -> None:
        if self.isVisible():
            self._picture = picture
            self.update()

    def _forget(self) -> None:
        self._picture = QImage()
        self.update()


def _middle(picture: QImage, whole: QRectF) -> QRectF:
    """The part of a picture that fills the item without stretching."""
    if whole.isEmpty():
        return QRectF(picture.rect())
    scale = max(whole.width() / picture.width(), whole.height() / picture.height())
    width, height = whole.width() / scale, whole.height() / scale
    return QRectF((picture.width() - width) / 2, (picture.height() - height) / 2, width, height)
