"""Slips as pictures for `image://slip/NAME`: kept while the person is here, gone with them."""

from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtQuick import QQuickImageProvider

_kept: dict[str, QImage] = {}
_times = [0]


class SlipProvider(QQuickImageProvider):
    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, wanted: QSize) -> QImage:
        """A slip that is gone is a white dot: QML may ask once more while its page fades."""
        return _kept.get(address, _dot())


def keep(service: str, picture: Any) -> str:
    """Takes a slip drawn with Pillow; each has a new address, for QML remembers pictures by address."""
    forget(service)
    _times[0] += 1
    address = f"{service}-{_times[0]}"
    _kept[address] = to_qimage(picture)
    return f"image://slip/{address}"


def forget(service: str) -> None:
    for address in [kept for kept in _kept if kept.startswith(f"{service}-")]:
        del _kept[address]


def to_qimage(picture: Any) -> QImage:
    grey = picture.convert("L")
    width, height = grey.size
    return QImage(grey.tobytes(), width, height, width, QImage.Format.Format_Grayscale8).copy()


def _dot() -> QImage:
    dot = QImage(1, 1, QImage.Format.Format_Grayscale8)
    dot.fill(255)
    return dot
