"""Whatever a picture comes as, it becomes grey pixels."""

from dataclasses import dataclass

from PIL import Image
from PySide6.QtGui import QImage

LARGEST = 4096
"""Pixels a side: a larger picture is made smaller before anybody looks at it."""


@dataclass(frozen=True, slots=True)
class RawPicture:
    """Grey bytes, row by row; `stride` is how many bytes a row has."""

    data: bytes | bytearray | memoryview
    width: int
    height: int
    stride: int


Picture = QImage | Image.Image | RawPicture


def grey(picture: Picture) -> Image.Image | None:
    """None: there is nothing to see in it, or it is not what it says."""
    try:
        found = _grey(picture)
    except (OSError, ValueError, TypeError, SyntaxError, MemoryError, Image.DecompressionBombError):
        return None
    if found is None or min(found.size) < 1:
        return None
    if max(found.size) > LARGEST:
        found.thumbnail((LARGEST, LARGEST), Image.Resampling.BOX)
    return found


def _grey(picture: Picture) -> Image.Image | None:
    if isinstance(picture, QImage):
        return _of_qimage(picture)
    if isinstance(picture, RawPicture):
        return _of_rows(picture)
    return picture.copy() if picture.mode == "L" else picture.convert("L")


def _of_qimage(picture: QImage) -> Image.Image | None:
    if picture.isNull():
        return None
    seen = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = RawPicture(seen.constBits(), seen.width(), seen.height(), seen.bytesPerLine())
    return _of_rows(rows)


def _of_rows(raw: RawPicture) -> Image.Image:
    """Raises ValueError when there are fewer bytes than it says."""
    if min(raw.width, raw.height) < 1 or raw.stride < raw.width:
        raise ValueError("no such picture")
    needed = raw.stride * (raw.height - 1) + raw.width
    if len(raw.data) < needed:
        raise ValueError("rows are missing")
    rows = bytes(raw.data[:needed]) + bytes(raw.stride - raw.width)
    return Image.frombytes("L", (raw.width, raw.height), rows, "raw", "L", raw.stride)
