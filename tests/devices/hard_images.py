"""Frames as a camera sees a slip or a phone on a bad day, the same ones for the same seed.

A code of ours (`YZ1:`, level M) lies in a frame of 1280x720 grey pixels: tilted, turned, blurred, pale, with glare or
damage. Everything is drawn with Pillow, from `random.Random(seed)` alone.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from math import cos, pi, radians, sin, sqrt
from pathlib import Path

import qrcode
from PIL import Image, ImageChops, ImageDraw, ImageFilter
from qrcode.constants import ERROR_CORRECT_M

from kiosk.domain.codes import SLIP_BYTES, slip_code

FRAME = (1280, 720)
_LENS = 1000.0  # focal length in pixels: a lens that sees 65 degrees
_DOT = 8  # pixels a module before it is turned and tilted
_FINE = 3  # it is projected so many times finer than the frame, each way, and then averaged
_QUIET = 4  # modules
_MATTER = 14  # modules of paper or screen around the code
Corner = tuple[float, float]
Matrix = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Bad:
    """How bad: `module` in pixels before the tilt, `blur` and `motion` in modules, `contrast`, `glare` and `damage` as shares."""

    module: float = 4.0
    version: int = 2
    blur: float = 0.0
    motion: float = 0.0
    turn: float = 0.0
    tilt: float = 0.0
    lean: float = 0.0
    contrast: float = 1.0
    glare: float = 0.0
    damage: float = 0.0
    phone: bool = False


@dataclass(frozen=True, slots=True)
class HardImage:
    """`text` is what stands in it, `corners` where (top left of the code first)."""

    frame: Image.Image
    text: str
    corners: tuple[Corner, ...]
    how: Bad


def hard_images(count: int, seed: int) -> Iterator[HardImage]:
    """Each drawn on its own from the whole range. A lamp burns out what it meets on a phone's glass; on paper, which
    scatters light, it is a pale spot. Paper is damaged, a phone's screen is not: more than one of them than level M
    can mend is not a hard image but one without its text.
    """
    for n in range(count):
        dice = random.Random(f"{seed}-{n}")
        yield draw(throw(dice), dice)


def throw(dice: random.Random) -> Bad:
    phone = dice.random() < 0.5
    return Bad(
        module=dice.uniform(3, 6),
        version=dice.choice((2, 3)),
        blur=dice.uniform(0, 0.35),
        motion=dice.uniform(0, 0.5),
        turn=dice.uniform(0, 360),
        tilt=dice.uniform(0, 40),
        lean=dice.uniform(0, 360),
        contrast=dice.uniform(0.25, 1),
        glare=dice.uniform(0, 0.10),
        damage=0 if phone else dice.uniform(0, 0.10),
        phone=phone,
    )


def draw(how: Bad, dice: random.Random) -> HardImage:
    text = slip_code(dice.randbytes(SLIP_BYTES))
    code = _code(text, how.version)
    modules = code.width // _DOT
    sheet = _sheet(code, how, dice)
    dark, light = _levels(how.contrast, dice)
    plane = _Plane(how, (dice.uniform(350, 930), dice.uniform(250, 470)))
    frame = _backdrop(dice)
    corners = plane.square(modules / 2)
    _lay(
        frame, sheet.point([round(dark + (light - dark) * n / 255) for n in range(256)]), plane, corners, how
    )
    if how.glare:
        _shine(frame, corners, modules, how, dice)
    return HardImage(_seen(frame, how, dice), text, corners, how)


def _code(text: str, version: int) -> Image.Image:
    drawn = qrcode.QRCode(version=version, error_correction=ERROR_CORRECT_M, border=0, box_size=1)
    drawn.add_data(text)
    drawn.make(fit=False)
    rows = drawn.get_matrix()
    small = Image.new("L", (len(rows), len(rows)), 255)
    small.putdata([0 if dark else 255 for row in rows for dark in row])
    return small.resize((len(rows) * _DOT,) * 2, Image.Resampling.NEAREST)


def _sheet(code: Image.Image, how: Bad, dice: random.Random) -> Image.Image:
    """The code on its matter, 0 as dark and 255 as light as it gets."""
    side = code.width + 2 * _MATTER * _DOT
    sheet = Image.new("L", (side, side), 255)
    _write_lines(sheet, code.width, dice)
    edge = _MATTER * _DOT
    if how.damage:
        code = _damaged(code, how.damage, dice)
    sheet.paste(code, (edge, edge))
    return _as_screen(sheet, dice) if how.phone else _as_thermal(sheet, dice)


def _write_lines(sheet: Image.Image, width: int, dice: random.Random) -> None:
    """Words above and below, as bars: what else stands on a slip."""
    pen, edge = ImageDraw.Draw(sheet), (_MATTER - _QUIET) * _DOT
    for top in (
        *range(_DOT, edge - 3 * _DOT, 4 * _DOT),
        *range(sheet.height - edge + _DOT, sheet.height - 2 * _DOT, 4 * _DOT),
    ):
        x = edge
        while x < sheet.width - edge:
            word = dice.randint(4, 18)
            pen.rectangle((x, top, x + word, top + 2 * _DOT), fill=0)
            x += word + dice.randint(4, 12)


def _damaged(code: Image.Image, share: float, dice: random.Random) -> Image.Image:
    """Scratches, stains and flaws until so many of the code's modules are gone."""
    lost = Image.new("1", code.size, 0)
    wanted, side = share * (code.width // _DOT) ** 2, code.width
    worn = code.copy()
    while True:
        stroke = Image.new("1", code.size, 0)
        pen = ImageDraw.Draw(stroke)
        x, y = dice.uniform(0, side), dice.uniform(0, side)
        if dice.random() < 0.4:  # a scratch, or a row that the head left out
            turn, length = dice.uniform(0, pi), dice.uniform(0.2, 0.7) * side
            width = dice.uniform(0.3, 1) * _DOT
            pen.line((x, y, x + cos(turn) * length, y + sin(turn) * length), fill=1, width=round(width))
        else:  # a stain, a hole
            wide, high = dice.uniform(0.7, 2.5) * _DOT, dice.uniform(0.7, 2.5) * _DOT
            pen.ellipse((x - wide, y - high, x + wide, y + high), fill=1)
        both = ImageChops.logical_or(lost, stroke)
        if _touched(both) > wanted:
            return worn
        worn.paste(dice.choice((0, 60, 200, 255)), mask=stroke)
        lost = both


def _touched(lost: Image.Image) -> int:
    """Modules of which a quarter or more is covered."""
    side = lost.width // _DOT
    return sum(lost.convert("L").resize((side, side), Image.Resampling.BOX).histogram()[64:])


def _as_screen(sheet: Image.Image, dice: random.Random) -> Image.Image:
    """Rows of lights with dark seams, brighter on one side than on the other."""
    pen = ImageDraw.Draw(sheet)
    veil = Image.new("L", sheet.size, 255)
    pen = ImageDraw.Draw(veil)
    pitch = dice.choice((2, 3))
    for n in range(0, sheet.width, pitch):
        pen.line((n, 0, n, sheet.height), fill=225)
        pen.line((0, n, sheet.width, n), fill=235)
    return ImageChops.multiply(ImageChops.multiply(sheet, veil), _slope(sheet.size, dice, 215))


def _as_thermal(sheet: Image.Image, dice: random.Random) -> Image.Image:
    """Grain of paper, rows that were burnt less, and a fold's shade."""
    grain = _noise(sheet.size, dice, 2).point([225 + n * 30 // 255 for n in range(256)])
    pale = Image.new("L", sheet.size, 0)
    pen = ImageDraw.Draw(pale)
    for row in range(0, sheet.height, 2):
        pen.line((0, row, sheet.width, row), fill=dice.randint(0, 40), width=2)
    burnt = ImageChops.lighter(sheet, pale)
    return ImageChops.multiply(ImageChops.multiply(burnt, grain), _slope(sheet.size, dice, 200))


def _slope(size: tuple[int, int], dice: random.Random, darkest: int) -> Image.Image:
    ramp = Image.linear_gradient("L").rotate(dice.choice((0, 90, 180, 270)))
    return ramp.point([darkest + n * (255 - darkest) // 255 for n in range(256)]).resize(size)


def _noise(size: tuple[int, int], dice: random.Random, coarse: int = 1) -> Image.Image:
    width, height = -(-size[0] // coarse), -(-size[1] // coarse)
    return Image.frombytes("L", (width, height), dice.randbytes(width * height)).resize(size)


def _levels(contrast: float, dice: random.Random) -> tuple[float, float]:
    span = contrast * 235
    dark = dice.uniform(8, 243 - span)
    return dark, dark + span


class _Plane:
    """Where the sheet stands before the lens; lengths on it in modules, (0, 0) its middle."""

    def __init__(self, how: Bad, middle: Corner) -> None:
        self._how, self._middle = how, middle
        turn, lean = radians(how.turn), radians(how.lean)
        self._turn = (cos(turn), sin(turn))
        self._lean = (cos(lean), sin(lean))
        self._tilt = (cos(radians(how.tilt)), sin(radians(how.tilt)))

    def at(self, x: float, y: float) -> Corner:
        """Turned, then tilted about an axis of its own, then seen through the lens."""
        (c, s), (ax, ay), (near, deep) = self._turn, self._lean, self._tilt
        x, y = (c * x - s * y) * self._how.module, (s * x + c * y) * self._how.module
        along, across = x * ax + y * ay, -x * ay + y * ax
        scale = _LENS / (_LENS + across * deep)
        across *= near
        return (
            self._middle[0] + (along * ax - across * ay) * scale,
            self._middle[1] + (along * ay + across * ax) * scale,
        )

    def square(self, reach: float) -> tuple[Corner, ...]:
        return tuple(self.at(x * reach, y * reach) for x, y in ((-1, -1), (1, -1), (1, 1), (-1, 1)))


def _lay(
    frame: Image.Image, sheet: Image.Image, plane: _Plane, corners: tuple[Corner, ...], how: Bad
) -> None:
    outer = plane.square(sheet.width / _DOT / 2)
    left, top, right, bottom = _around(outer, 4)
    there = [((x - left) * _FINE, (y - top) * _FINE) for x, y in outer]
    side = sheet.width
    way = _perspective(there, [(0, 0), (side, 0), (side, side), (0, side)])
    fine = ((right - left) * _FINE, (bottom - top) * _FINE)
    cut = sheet.transform(fine, Image.Transform.PERSPECTIVE, way, Image.Resampling.BILINEAR)
    mask = Image.new("L", fine, 0)
    ImageDraw.Draw(mask).polygon(there, fill=255)
    small = (right - left, bottom - top)
    frame.paste(
        cut.resize(small, Image.Resampling.BOX), (left, top), mask.resize(small, Image.Resampling.BOX)
    )


def _shine(
    frame: Image.Image, corners: tuple[Corner, ...], modules: int, how: Bad, dice: random.Random
) -> None:
    """One or two lamps: their soft discs cover so much of the code's area, white in the middle."""
    left, top, right, bottom = _around(corners, 40)
    area = how.glare * _area(corners)
    discs = dice.choice((1, 2))
    light = Image.new("L", (right - left, bottom - top), 0)
    pen = ImageDraw.Draw(light)
    for _ in range(discs):
        u, v = dice.random(), dice.random()
        x, y = _between(corners, u, v)
        flat = dice.uniform(0.6, 1)
        wide = sqrt(area / discs / pi / flat)
        high = wide * flat
        pen.ellipse((x - left - wide, y - top - high, x - left + wide, y - top + high), fill=255)
    light = light.filter(ImageFilter.GaussianBlur(how.module * 0.5))
    if not how.phone:
        light = light.point([n * 45 // 100 for n in range(256)])
    frame.paste(252, (left, top, right, bottom), light)


def _seen(frame: Image.Image, how: Bad, dice: random.Random) -> Image.Image:
    """What lens, hand and sensor make of it."""
    if how.motion:
        turn, length = dice.uniform(0, pi), how.motion * how.module
        frame = _smear(frame, cos(turn) * length, sin(turn) * length)
    if how.blur:
        frame = frame.filter(ImageFilter.GaussianBlur(how.blur * how.module))
    grain = _noise(FRAME, dice).point([n * 9 // 256 for n in range(256)])
    return ImageChops.add(frame, grain, 1, -4)


def _smear(frame: Image.Image, dx: float, dy: float, steps: int = 6) -> Image.Image:
    """The mean of the frame at places along a short way."""
    mean = frame
    for n in range(1, steps):
        part = n / (steps - 1)
        moved = frame.transform(
            frame.size, Image.Transform.AFFINE, (1, 0, dx * part, 0, 1, dy * part), Image.Resampling.BILINEAR
        )
        mean = Image.blend(mean, moved, 1 / (n + 1))
    return mean


def _backdrop(dice: random.Random) -> Image.Image:
    """A counter and what lies on it."""
    frame = _backdrops()[dice.randrange(4)].copy()
    pen = ImageDraw.Draw(frame)
    for _ in range(6):
        x, y = dice.randint(0, FRAME[0]), dice.randint(0, FRAME[1])
        pen.rectangle(
            (x, y, x + dice.randint(20, 300), y + dice.randint(10, 200)), fill=dice.randint(20, 235)
        )
    return frame


@cache
def _backdrops() -> tuple[Image.Image, ...]:
    dice = random.Random("counter")
    return tuple(
        ImageChops.multiply(
            _noise(FRAME, dice, coarse).filter(ImageFilter.GaussianBlur(2)),
            _slope(FRAME, dice, 80),
        )
        for coarse in (3, 9, 24, 60)
    )


def _around(corners: tuple[Corner, ...], more: int) -> tuple[int, int, int, int]:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return int(min(xs)) - more, int(min(ys)) - more, int(max(xs)) + more, int(max(ys)) + more


def _area(corners: tuple[Corner, ...]) -> float:
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in pairs)) / 2


def _between(corners: tuple[Corner, ...], u: float, v: float) -> Corner:
    (ax, ay), (bx, by), _, (dx, dy) = corners
    return ax + (bx - ax) * u + (dx - ax) * v, ay + (by - ay) * u + (dy - ay) * v


def _perspective(seen: list[Corner], drawn: list[Corner]) -> Matrix:
    """What Pillow wants: for each pixel seen, where it comes from."""
    rows, values = [], []
    for (x, y), (u, v) in zip(seen, drawn, strict=True):
        rows.append([x, y, 1, 0, 0, 0, -u * x, -u * y])
        rows.append([0, 0, 0, x, y, 1, -v * x, -v * y])
        values += [u, v]
    return tuple(_solve(rows, values))


def _solve(rows: list[list[float]], values: list[float]) -> list[float]:
    """Eight equations by elimination."""
    table = [[*row, value] for row, value in zip(rows, values, strict=True)]
    for n in range(len(table)):
        best = max(range(n, len(table)), key=lambda row: abs(table[row][n]))
        table[n], table[best] = table[best], table[n]
        table[n] = [cell / table[n][n] for cell in table[n]]
        for other in range(len(table)):
            if other != n:
                part = table[other][n]
                table[other] = [a - part * b for a, b in zip(table[other], table[n], strict=True)]
    return [row[-1] for row in table]


def keep(folder: Path, count: int, seed: int) -> None:
    """The pictures as files, to look at."""
    folder.mkdir(parents=True, exist_ok=True)
    for n, image in enumerate(hard_images(count, seed)):
        image.frame.save(folder / f"{n:03}.png")
