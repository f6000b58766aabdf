"""Lucide drawings for `image://icon/NAME/RRGGBB`, tinted and sharp at the size that is asked for."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtQuick import QQuickImageProvider
from PySide6.QtSvg import QSvgRenderer

FOLDERS = (
    Path(__file__).parents[1] / "assets" / "icons",
    Path(__file__).parent / "qml" / "Yizhan" / "controls" / "drawings",
)


class IconProvider(QQuickImageProvider):
    """QML's Image keeps what it got by address and size, so each is drawn once."""

    def __init__(self) -> None:
        super().__init__(QQuickImageProvider.ImageType.Image)

    def requestImage(self, address: str, size: QSize, wanted: QSize) -> QImage:
        name, _, color = address.partition("/")
        return draw(name, color or "201A17", max(wanted.width(), 1))


def draw(name: str, color: str, pixels: int) -> QImage:
    image = QImage(pixels, pixels, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    svg = _source(name).replace("currentColor", f"#{color}")
    painter = QPainter(image)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


@lru_cache(maxsize=256)
def _source(name: str) -> str:
    """Raises FileNotFoundError for an icon that is not shipped; Qt then warns, and a test fails."""
    for folder in FOLDERS:
        path = folder / f"{name}.svg"
        if path.exists():
            return path.read_text(encoding="utf-8")
    raise FileNotFoundError(f"no icon {name}")
