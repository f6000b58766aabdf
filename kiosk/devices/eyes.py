"""The eyes of a code, the squares in three of its corners, also where one is scratched, stained or half in glare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations, product
from math import cos, hypot, pi, sin

from PIL import Image

from kiosk.devices.perspective import Corner, Square

_STEP = 2  # every so many rows are looked at
_RUNS = re.compile(rb"\x00+|\xff+")
_SMALLEST, _LARGEST = 2.0, 14.0  # pixels a module
_CELL = 24  # pixels
_KEPT, _STRONG, _MOST = 48, 8, 8  # eyes; those of which two must be in a code; threes that are tried
_SIDES = (25, 29)  # modules of a code of ours
_PAIRED = 5  # eyes that are tried two by two
_STRETCHES, _SHEARS = (0.78, 0.86, 0.94, 1.0, 1.07, 1.16, 1.28), (-0.24, -0.16, -0.08, 0.0, 0.08, 0.16, 0.24)
_ENOUGH = 8  # lines: more of them say no more
_SCALES = (0.65, 0.8, 1.0)
_ANGLES = [n * pi / 8 for n in range(16)]
_RINGS = [(cos(a) * r, sin(a) * r, ink) for r, ink in ((1.0, 0), (2.3, 255)) for a in _ANGLES]


@dataclass(slots=True)
class Eye:
    """`module` in pixels along the rows that saw it; `rows` is how many did."""

    x: float
    y: float
    module: float
    rows: float

    def takes(self, x: float, y: float, module: float) -> bool:
        near = max(self.module, module) * 2.2
        return abs(self.x - x) < near and abs(self.y - y) < near

    def add(self, x: float, y: float, module: float) -> None:
        self.rows += 1
        self.x += (x - self.x) / self.rows
        self.y += (y - self.y) / self.rows
        self.module += (module - self.module) / self.rows


def squares(eyes: list[Eye]) -> Iterator[tuple[Square, int]]:
    """Where codes may lie, with their modules a side: three eyes that fit, the likeliest first."""
    found = []
    for one, two in permutations(eyes[:_STRONG], 2):
        for three in eyes:
            if three is one or three is two:
                continue
            for a, b, c in ((one, two, three), (three, one, two), (one, three, two)):
                odd = _oddness(a, b, c)
                if odd is not None:
                    found.append((odd, a.x, a.y, a, b, c))
    seen: set[tuple[int, ...]] = set()
    for _, _, _, a, b, c in sorted(found, key=lambda each: each[:3]):
        if (three_of_them := (id(a), id(b), id(c))) not in seen:
            seen.add(three_of_them)
            for side in _SIDES:
                yield _corners(a, b, c, side), side
        if len(seen) >= _MOST:
            return


def guesses(eyes: list[Eye]) -> Iterator[tuple[Square, int]]:
    """Where codes may lie of which one eye is gone: two good ones, and the third wherever a tilt may have put it."""
    for one, two in combinations(eyes[:_PAIRED], 2):
        away = hypot(two.x - one.x, two.y - one.y)
        if not 10 < away / max(one.module, two.module) < 40 or max(one.module, two.module) > 2 * min(
            one.module, two.module
        ):
            continue
        for stretch, shear in product(_STRETCHES, _SHEARS):
            for a, b in ((one, two), (two, one)):
                for corners in _completed(a, b, stretch, shear):
                    yield from ((_corners(*corners, side), side) for side in _SIDES)


def _completed(a: Eye, b: Eye, stretch: float, shear: float) -> Iterator[tuple[Eye, Eye, Eye]]:
    """The third: below `a`; or `b` is below it and `a` beside; or the two stand across from each other."""
    ux, uy = b.x - a.x, b.y - a.y
    vx, vy = -uy * stretch + ux * shear, ux * stretch + uy * shear
    yield a, b, Eye(a.x + vx, a.y + vy, a.module, 0)
    yield b, Eye(b.x + vx, b.y + vy, b.module, 0), a
    mx, my = (a.x + b.x) / 2, (a.y + b.y) / 2
    yield Eye(mx + vx / 2, my + vy / 2, a.module, 0), a, b


def eyes_in(black: Image.Image) -> list[Eye]:
    """Seen along the rows, and along the columns; those that most lines have seen come first."""
    eyes = _Eyes()
    for x, y, module in _crossings(black):
        eyes.note(x, y, module)
    for y, x, module in _crossings(black.transpose(Image.Transpose.TRANSPOSE)):
        eyes.note(x, y, module)
    pixels = black.tobytes()
    ranked = [(_roundness(eye, pixels, black.size) * min(eye.rows, _ENOUGH), eye) for eye in eyes.all]
    return [eye for _, eye in sorted(ranked, key=lambda each: -each[0])[:_KEPT]]


def _roundness(eye: Eye, pixels: bytes, size: tuple[int, int]) -> float:
    """How well it is dark in the middle with light all around, 0 to 1; a row that crosses it askew makes it look larger."""
    width, height = size
    best = 0
    for scale in _SCALES:
        good = 0
        for dx, dy, wanted in _RINGS:
            x, y = int(eye.x + dx * eye.module * scale), int(eye.y + dy * eye.module * scale)
            if 0 <= x < width and 0 <= y < height:
                good += pixels[y * width + x] == wanted
        best = max(best, good)
    return max(0.0, best / len(_RINGS) - 0.5) * 2


class _Eyes:
    """Crossings near each other are one eye's; a coarse grid finds the neighbours."""

    def __init__(self) -> None:
        self.all: list[Eye] = []
        self._cells: dict[tuple[int, int], list[Eye]] = {}

    def note(self, x: float, y: float, module: float) -> None:
        column, row = int(x) // _CELL, int(y) // _CELL
        for place in product((column, column - 1, column + 1), (row, row - 1, row + 1)):
            for eye in self._cells.get(place, ()):
                if eye.takes(x, y, module):
                    return eye.add(x, y, module)
        eye = Eye(x, y, module, 1)
        self.all.append(eye)
        self._cells.setdefault((column, row), []).append(eye)


def _crossings(black: Image.Image) -> Iterator[tuple[float, float, float]]:
    """Dark, light, dark, light, dark as 1:1:3:1:1: place along the row, row, pixels a module."""
    width, rows = black.width, black.tobytes()
    for y in range(0, black.height, _STEP):
        ends = [0, *(run.end() for run in _RUNS.finditer(rows, y * width, (y + 1) * width))]
        ends[0] = y * width
        first = 0 if rows[y * width] == 0 else 1
        for n in range(first, len(ends) - 5, 2):
            a, b, c, d, e, f = ends[n : n + 6]
            module = (f - a) / 7
            if _SMALLEST <= module <= _LARGEST and _is_eye(b - a, c - b, d - c, e - d, f - e, module):
                yield (c + d) / 2 - y * width, y + 0.5, module


def _is_eye(a: int, b: int, c: int, d: int, e: int, module: float) -> bool:
    slack = 0.6 * module + 0.5
    return abs(c - 3 * module) < 1.5 * slack and all(abs(run - module) < slack for run in (a, b, d, e))


def _oddness(a: Eye, b: Eye, c: Eye) -> float | None:
    """How far three eyes are from a square corner with `a` in it, b clockwise of it, c the other; None: they are none."""
    bx, by, cx, cy = b.x - a.x, b.y - a.y, c.x - a.x, c.y - a.y
    along, down = hypot(bx, by), hypot(cx, cy)
    turn = bx * cy - by * cx
    if turn <= 0 or min(along, down) < 20 or max(along, down) > 2.2 * min(along, down):
        return None
    slant = abs(bx * cx + by * cy) / (along * down)
    sizes = sorted(eye.module for eye in (a, b, c))
    modules = (along + down) / 2 / sizes[1]
    if slant > 0.6 or sizes[2] > 2.2 * sizes[0] or not 10 < modules < 40:
        return None
    return (
        slant + max(along, down) / min(along, down) + sizes[2] / sizes[0] - 0.05 * (a.rows + b.rows + c.rows)
    )


def _corners(a: Eye, b: Eye, c: Eye, side: int) -> Square:
    """From the eyes' middles, which lie 3.5 modules inside; the fourth as if nothing were tilted."""
    span, inset = side - 7, 3.5
    ux, uy, vx, vy = (b.x - a.x) / span, (b.y - a.y) / span, (c.x - a.x) / span, (c.y - a.y) / span

    def at(u: float, v: float) -> Corner:
        return a.x + ux * (u - inset) + vx * (v - inset), a.y + uy * (u - inset) + vy * (v - inset)

    return at(0, 0), at(side, 0), at(side, side), at(0, side)
