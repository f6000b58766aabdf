"""Writing on slips: the product's bold font, and for each character that it lacks the font of rare ones."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from PIL import ImageDraw, ImageFont

from assets import FOLDER

MAIN = "NotoSansSC-Bold.ttf"
RARE = "YizhanRareHan-Regular.otf"
_UNASSIGNED = "\U0010fffe"
_MIDDLE = 0.38  # em: how far the middle of a Chinese character stands above the baseline


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that one font draws. `bold`: dots of stroke added, as the rare font has one weight."""

    text: str
    font: ImageFont.FreeTypeFont
    bold: int


def width(text: str, size: int) -> float:
    return sum(run.font.getlength(run.text) + run.bold for run in _runs(text, size))


def write(draw: ImageDraw.ImageDraw, x: float, middle: float, text: str, size: int, ink: int) -> None:
    """From `x` to the right, the characters' middle at `middle`."""
    baseline = round(middle + _MIDDLE * size)
    for run in _runs(text, size):
        draw.text((x, baseline), run.text, ink, run.font, anchor="ls", stroke_width=run.bold, stroke_fill=ink)
        x += run.font.getlength(run.text) + run.bold


def _runs(text: str, size: int) -> Iterator[Run]:
    start = 0
    for end in range(1, len(text) + 1):
        if end == len(text) or _file(text[end]) != _file(text[start]):
            name = _file(text[start])
            yield Run(text[start:end], _font(name, size), 0 if name == MAIN else max(1, size // 40))
            start = end


@cache
def _file(char: str) -> str:
    return RARE if not _has(MAIN, char) and _has(RARE, char) else MAIN


@cache
def _has(name: str, char: str) -> bool:
    """Pillow does not tell which characters a font has, only draws the same box for all that it lacks."""
    return char.isspace() or _drawn(name, char) != _drawn(name, _UNASSIGNED)


def _drawn(name: str, char: str) -> tuple[tuple[int, int], bytes]:
    mask = _font(name, 24).getmask(char)
    return mask.size, bytes(mask)


@cache
def _font(name: str, size: int) -> ImageFont.FreeTypeFont:
    # Raqm is not on every machine; slips look the same everywhere without it.
    return ImageFont.truetype(FOLDER / "fonts" / name, size, layout_engine=ImageFont.Layout.BASIC)
