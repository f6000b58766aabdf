"""A strip of thermal paper, 576 dots wide (203 dpi), drawn from top to bottom in black and nothing else."""

from collections.abc import Sequence
from io import BytesIO

import qrcode
from PIL import Image, ImageDraw
from qrcode.constants import ERROR_CORRECT_M

from kiosk.reports.lettering import width, write
from kiosk.reports.wrapping import wrap

WIDTH, MARGIN = 576, 24
INNER = WIDTH - 2 * MARGIN
LINE = 64
SMALL, BODY, TEXT, HEAD = 32, 36, 40, 44
MODULE, QUIET = 9, 4  # dots of a QR module; modules of white around it
_LONGEST = 6000
_INK, _PAPER = 0, 255


class Paper:
    """Every method draws at the top of what is still white and moves on."""

    def __init__(self) -> None:
        self._image = Image.new("L", (WIDTH, _LONGEST), _PAPER)
        self._draw = ImageDraw.Draw(self._image)
        self._y = 18

    def centred(self, text: str, size: int, *, line: int = LINE) -> None:
        lines = _wrapped(text, size, INNER)
        for number, part in enumerate(lines):
            self._write_centred(part, size, self._y + line / 2 + _pitch(size) * number)
        self._y += line + _pitch(size) * (len(lines) - 1)

    def left(self, text: str, size: int, *, least: int | None = None, line: int = LINE) -> None:
        """A little smaller, down to `least`, if that saves a line."""
        if least is not None:
            smaller = fitted(text, size, INNER, least)
            size = smaller if width(text, smaller) <= INNER else size
        lines = _wrapped(text, size, INNER)
        for number, part in enumerate(lines):
            write(self._draw, MARGIN, self._y + line / 2 + _pitch(size) * number, part, size, _INK)
        self._y += line + _pitch(size) * (len(lines) - 1)

    def thin_facts(self, facts: Sequence[str]) -> None:
        """Small and centred, joined by dots; a line neither begins nor ends with one."""
        line = ""
        for fact in filter(None, facts):
            longer = f"{line} · {fact}" if line else fact
            if line and width(longer, SMALL) > INNER:
                self.centred(line, SMALL, line=56)
                longer = fact
            line = longer
        self.centred(line, SMALL, line=56)

    def big(self, text: str, size: int) -> None:
        """A number to be read from afar, as large as the paper allows."""
        size = fitted(text, size, INNER - 8, least=80)
        height = round(size * 0.733)  # of digits and capitals
        self._write_centred(text, size, self._y + 31 + height / 2, middle_of=0.3665)
        self._y += 31 + height + 16

    def rule(self) -> None:
        self._draw.rectangle((MARGIN, self._y + 6, WIDTH - MARGIN - 1, self._y + 9), _INK)
        self._y += 20

    def space(self, dots: int) -> None:
        self._y += dots

    def bar(self, text: str, size: int = 60) -> None:
        """White on black: the one thing to do next."""
        lines = _lines_in_bar(text, size)
        size = min(fitted(line, size, INNER - 32, least=TEXT) for line in lines)
        height = 24 + 72 * len(lines)
        top, right = self._y + 8, WIDTH - MARGIN - 1
        self._draw.rounded_rectangle((MARGIN, top, right, top + height - 1), 12, _INK)
        for number, line in enumerate(lines):
            self._write_centred(line, size, top + 12 + 72 * (number + 0.5), ink=_PAPER)
        self._y = top + height + 10

    def frame(self, text: str, size: int = TEXT) -> None:
        """Black in a frame: something to know that is not the next thing to do."""
        lines = _wrapped(text, size, INNER - 48)
        height = 16 + 56 * len(lines)
        box = (MARGIN + 1, self._y + 9, WIDTH - MARGIN - 2, self._y + 8 + height)
        self._draw.rounded_rectangle(box, 12, _PAPER, _INK, 4)
        for number, line in enumerate(lines):
            self._write_centred(line, size, self._y + 16 + 56 * (number + 0.5))
        self._y += height + 18

    def facts(self, pairs: Sequence[tuple[str, str]]) -> None:
        """Labels and values in two columns; pairs without a value are left out."""
        told = [(label, value) for label, value in pairs if value]
        column = MARGIN + round(max(width(label, BODY) for label, _ in told)) + 24
        for label, value in told:
            write(self._draw, MARGIN, self._y + LINE / 2, label, BODY, _INK)
            room = WIDTH - MARGIN - column
            size = fitted(value, TEXT, room, least=BODY)
            size = size if width(value, size) <= room else TEXT
            lines = _wrapped(value, size, room)
            for number, line in enumerate(lines):
                write(self._draw, column, self._y + LINE / 2 + _pitch(size) * number, line, size, _INK)
            self._y += LINE + _pitch(size) * (len(lines) - 1)

    def box_to_tick(self, text: str) -> None:
        middle = self._y + LINE // 2
        self._draw.rectangle((MARGIN, middle - 20, MARGIN + 39, middle + 19), _PAPER, _INK, 4)
        for number, line in enumerate(_wrapped(text, HEAD, WIDTH - MARGIN - 86)):
            write(self._draw, 86, middle + 54 * number, line, HEAD, _INK)
            self._y += LINE if number == 0 else 54

    def code(self, code: str, beside: Sequence[str]) -> None:
        """The QR code with a few words to its right."""
        matrix = qr_matrix(code)
        side = len(matrix) * MODULE
        left, top = MODULE * QUIET + 4, self._y + 26
        for row, modules in enumerate(matrix):
            for column, is_black in enumerate(modules):
                if is_black:
                    x, y = left + column * MODULE, top + row * MODULE
                    self._draw.rectangle((x, y, x + MODULE - 1, y + MODULE - 1), _INK)
        x = left + side + MODULE * QUIET + 8
        size = min(fitted(line, HEAD, WIDTH - MARGIN - x, least=SMALL) for line in beside)
        for number, line in enumerate(beside):
            middle = top + side / 2 + LINE * (number - (len(beside) - 1) / 2)
            write(self._draw, x, middle, line, size, _INK)
        self._y = top + max(side, LINE * len(beside) - 32) + 30

    def cut(self) -> Image.Image:
        """The strip, black or white and no grey."""
        strip = self._image.crop((0, 0, WIDTH, self._y + 20))
        return strip.point(lambda grey: 255 if grey >= 128 else 0).convert("1", dither=Image.Dither.NONE)

    def _write_centred(
        self, text: str, size: int, middle: float, ink: int = _INK, middle_of: float = 0.38
    ) -> None:
        x = round((WIDTH - width(text, size)) / 2)
        write(self._draw, x, middle + (middle_of - 0.38) * size, text, size, ink)


def fitted(text: str, size: int, room: float, least: int) -> int:
    """The largest size, from `size` down to `least`, at which the text fits on one line."""
    while size > least and width(text, size) > room:
        size -= 2
    return size


def qr_matrix(code: str) -> list[list[bool]]:
    """Its dark modules, without the quiet zone."""
    drawn = qrcode.QRCode(error_correction=ERROR_CORRECT_M, border=0)
    drawn.add_data(code)
    drawn.make(fit=True)
    return [[bool(module) for module in row] for row in drawn.get_matrix()]


def png_bytes(image: Image.Image) -> bytes:
    buffer = BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _pitch(size: int) -> int:
    """From line to line within one text."""
    return round(size * 1.3)


def _wrapped(text: str, size: int, room: float) -> list[str]:
    return wrap(text, room, lambda part: width(part, size))


def _lines_in_bar(text: str, size: int) -> list[str]:
    """One line if it still reads large, else two."""
    if width(text, fitted(text, size, INNER - 32, least=HEAD)) <= INNER - 32:
        return [text]
    return _wrapped(text, HEAD, INNER - 32)
