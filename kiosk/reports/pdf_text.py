"""Lines of text in a PDF, in the shipped fonts; characters that these lack stand there as pictures."""

from functools import cache

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from assets import FOLDER
from kiosk.reports.lettering import write
from kiosk.reports.wrapping import wrap

REGULAR, BOLD = "NotoSansSC-Regular", "NotoSansSC-Bold"


def write_line(canvas: Canvas, x: float, baseline: float, text: str, font: str, size: float) -> None:
    """From `x` to the right, in points."""
    for run, is_rare in runs(text, font):
        if is_rare:
            canvas.drawImage(rare(run), x, baseline - size * 0.12, size, size)
        else:
            canvas.setFont(font, size)
            canvas.drawString(x, baseline, run)
        x += width_of(run, font, size)


def fitted(text: str, font: str, size: float, room: float, lines: int) -> list[str]:
    """So many lines; what does not fit ends in dots."""
    wrapped = wrap(text, room, lambda part: width_of(part, font, size))
    if len(wrapped) <= lines:
        return wrapped
    last = text[text.index(wrapped[lines - 1], sum(map(len, wrapped[: lines - 1]))) :]
    while last and width_of(last + "…", font, size) > room:
        last = last[:-1]
    return [*wrapped[: lines - 1], last + "…"]


def width_of(text: str, font: str, size: float) -> float:
    return sum(
        size if is_rare else float(pdfmetrics.stringWidth(run, font, size))
        for run, is_rare in runs(text, font)
    )


def runs(text: str, font: str) -> list[tuple[str, bool]]:
    """What the font draws, and each character that it lacks by itself."""
    drawn = glyphs(font)
    if all(ord(char) in drawn for char in text):
        return [(text, False)] if text else []
    found: list[tuple[str, bool]] = []
    for char in text:
        if ord(char) not in drawn:
            found.append((char, True))
        elif found and not found[-1][1]:
            found[-1] = (found[-1][0] + char, False)
        else:
            found.append((char, False))
    return found


@cache
def load_fonts() -> None:
    for name in (REGULAR, BOLD):
        pdfmetrics.registerFont(TTFont(name, str(FOLDER / "fonts" / f"{name}.ttf")))


@cache
def glyphs(font: str) -> frozenset[int]:
    load_fonts()
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


@cache
def rare(char: str) -> ImageReader:
    """The font of rare characters is of a kind that the PDF cannot embed: they stand there as pictures."""
    image = Image.new("L", (160, 160), 255)
    write(ImageDraw.Draw(image), 0, 80, char, 160, 0)
    return ImageReader(image.convert("RGB"))
