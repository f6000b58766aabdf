"""The printer that this machine's system knows as its usual one. Called from the worker thread: looking takes a while."""

from typing import Any

from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from ui.slips import to_qimage

_DOTS_PER_MM = 8.0
"""Of a slip: 203 dpi."""


def has_printer() -> bool:
    return not QPrinterInfo.defaultPrinter().isNull()


def print_slip(picture: Any, file: str = "") -> bool:
    """One slip, drawn with Pillow, in its true size: on slip paper, or at the head of a sheet. `file`: a PDF instead.

    False: the printer did not take it.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    image = to_qimage(picture)
    size = QSizeF(image.width() / _DOTS_PER_MM, image.height() / _DOTS_PER_MM)
    if file:
        printer.setOutputFileName(file)
        printer.setPageSize(QPageSize(size, QPageSize.Unit.Millimeter))
    printer.setPageMargins(QMarginsF(0, 0, 0, 0))
    return _paint(printer, image, size)


def _paint(printer: QPrinter, image: QImage, size: QSizeF) -> bool:
    """In millimetres, whatever the printer's own dots."""
    painter = QPainter()
    if not painter.begin(printer):
        return False
    scale = printer.resolution() / 25.4
    painter.drawImage(QRectF(0, 0, size.width() * scale, size.height() * scale), image)
    return painter.end()
