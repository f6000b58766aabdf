"""Sheets of labels for books as a PDF: A4, as many columns and rows as the paper that one bought."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from reportlab.graphics.barcode.code128 import Code128
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.commands.records import CopyLabel
from kiosk.domain.trouble import KioskError
from kiosk.reports.paper import qr_matrix
from kiosk.reports.pdf_text import BOLD, REGULAR, fitted, load_fonts, width_of, write_line

LEAST_WIDTH, LEAST_HEIGHT = 35, 18  # mm: below that no scanner reads the bars
MARGIN = 3 * mm
BAR_WIDEST, BAR_HIGHEST, QR_WIDEST = 0.4 * mm, 14 * mm, 22 * mm
QUIET_MODULES = 10  # of white on both sides of the bars
LINE = 1.25


@dataclass(frozen=True, slots=True)
class Layout:
    """A4 in so many columns and rows, without gaps."""

    columns: int
    rows: int

    @classmethod
    def read(cls, text: str) -> "Layout":
        """`3x8`. Raises KioskError: labels_bad_sheet."""
        found = re.fullmatch(r"\s*(\d{1,2})\s*[xX×*]\s*(\d{1,2})\s*", text, re.ASCII)
        layout = cls(int(found[1]), int(found[2])) if found else cls(0, 0)
        if (
            not layout.columns
            or not layout.rows
            or layout.width < LEAST_WIDTH * mm
            or layout.height < LEAST_HEIGHT * mm
        ):
            raise KioskError("labels_bad_sheet", sheet=text, width=str(LEAST_WIDTH), height=str(LEAST_HEIGHT))
        return layout

    @property
    def width(self) -> float:
        return float(A4[0]) / self.columns

    @property
    def height(self) -> float:
        return float(A4[1]) / self.rows

    @property
    def count(self) -> int:
        return self.columns * self.rows

    def corner(self, place: int) -> tuple[float, float]:
        """Lower left, of the n-th label of a sheet in reading order."""
        row, column = divmod(place, self.columns)
        return column * self.width, float(A4[1]) - (row + 1) * self.height


def label_sheets(
    labels: Sequence[CopyLabel], layout: Layout, *, bars: bool = True, qr: bool = True, skip: int = 0
) -> bytes:
    """A PDF; `skip`: labels that are gone from the first sheet already."""
    load_fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1)
    canvas.setTitle("驿站书标")
    for number, label in enumerate(labels, skip % layout.count):
        if number and number % layout.count == 0:
            canvas.showPage()
        _Drawing(canvas, layout, *layout.corner(number % layout.count)).draw(label, bars, qr)
    canvas.save()
    return out.getvalue()


@dataclass
class _Drawing:
    """One label: title above, its place below that, the codes at the bottom."""

    canvas: Canvas
    layout: Layout
    left: float
    bottom: float

    def draw(self, label: CopyLabel, bars: bool, qr: bool) -> None:
        size = max(6.0, min(13.0, self.layout.height / mm * 0.26))
        inner = self.layout.width - 2 * MARGIN
        top = self.bottom + self.layout.height - MARGIN * (0.8 if self.layout.height < 30 * mm else 1)
        code_top = self._codes(label.number, inner, size, bars, qr)
        place = "  ".join(dict.fromkeys(filter(None, (label.class_number, label.shelf, label.location))))
        room = int((top - code_top) / (size * LINE)) - bool(place)
        for line in fitted(label.title, BOLD, size, inner, max(1, min(2, room))):
            top -= size * LINE
            write_line(self.canvas, self.left + MARGIN, top + size * 0.3, line, BOLD, size)
        if place:
            small = size * 0.88
            line = fitted(place, REGULAR, small, inner, 1)[0]
            write_line(self.canvas, self.left + MARGIN, top - size * LINE + size * 0.35, line, REGULAR, small)

    def _codes(self, number: str, inner: float, size: float, bars: bool, qr: bool) -> float:
        """The number in letters under its bars, QR at the right; where they end above."""
        base = self.bottom + MARGIN * 0.9
        side = min(QR_WIDEST, self.layout.height * 0.42) if qr else 0.0
        if qr:
            self._qr(number, self.left + self.layout.width - MARGIN - side, base, side)
        room = inner - (side + 2 * mm if qr else 0)
        high = min(BAR_HIGHEST, self.layout.height * 0.26) if bars else 0.0
        if bars:
            self._bars(number, self.left + MARGIN, base + size * 1.1, room, high)
        self._centred(number, self.left + MARGIN + room / 2, base + size * 0.12, size)
        return float(base + max(side, size * 1.1 + high))

    def _bars(self, number: str, left: float, bottom: float, room: float, high: float) -> None:
        modules = float(Code128(number, barWidth=1, quiet=False).width)
        width = min(BAR_WIDEST, room / (modules + QUIET_MODULES))
        code = Code128(number, barWidth=width, barHeight=high, quiet=False)
        code.drawOn(self.canvas, left + (room - modules * width) / 2, bottom)

    def _qr(self, number: str, left: float, bottom: float, side: float) -> None:
        matrix = qr_matrix(number)
        module = side / len(matrix)
        for row, modules in enumerate(reversed(matrix)):
            for column, is_black in enumerate(modules):
                if is_black:
                    self.canvas.rect(
                        left + column * module, bottom + row * module, module, module, stroke=0, fill=1
                    )

    def _centred(self, text: str, middle: float, baseline: float, size: float) -> None:
        write_line(self.canvas, middle - width_of(text, BOLD, size) / 2, baseline, text, BOLD, size)


def write_labels(path: Path, content: bytes) -> None:
    """Raises KioskError: labels_not_written."""
    try:
        path.write_bytes(content)
    except OSError as error:
        raise KioskError("labels_not_written", file=str(path), why=error.strerror or str(error)) from error
