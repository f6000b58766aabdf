"""The eyes of a code, the squares in three of its corners, also where one is scratched, stained or half in glare."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations, product
from math import cos, hypot, pi, sin

from PIL import Image

from kiosk.devices.perspective import Corner, Square

_STEP = 2  # every so many rows are looked at
_RUNS = re.compile(rb"\x00+|\xff+")
_SMALLEST, _LARGEST = 2.0, 14.0  # pixels a module
_CELL = 24  # pixels
_KEPT, _STRONG, _MOST = 48, 8, 8  # eyes; those of which two must be in a code; threes that are tried
_SIDES = (25, 29)  # modules of a code of ours
_ENOUGH = 8  # lines: more of them say no more
_SCALES = (0.65, 0.8, 1.0)
_ANGLES = [n * pi / 8 for n in range(16)]
_RINGS = [(cos(a) * r, sin(a) * r, ink) for r, ink in ((1.0, 0), (2.3, 255)) for a in _ANGLES]


@dataclass(slots=True)
class _Eye:
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


def squares(black: Image.Image) -> Iterator[tuple[Square, int]]:
    """Where codes may lie in a picture of 0 and 255, with their modules a side: three eyes that fit, the likeliest first."""
    eyes = _eyes(black)
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


def _eyes(black: Image.Image) -> list[_Eye]:
    """Seen along the rows, and along the columns; those that most lines have seen come first."""
    eyes = _Eyes()
    for x, y, module in _crossings(black):
        eyes.note(x, y, module)
    for y, x, module in _crossings(black.transpose(Image.Transpose.TRANSPOSE)):
        eyes.note(x, y, module)
    pixels = black.tobytes()
    ranked = [(_roundness(eye, pixels, black.size) * min(eye.rows, _ENOUGH), eye) for eye in eyes.all]
    return [eye for _, eye in sorted(ranked, key=lambda each: -each[0])[:_KEPT]]


def _roundness(eye: _Eye, pixels: bytes, size: tuple[int, int]) -> float:
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
        self.all: list[_Eye] = []
        self._cells: dict[tuple[int, int], list[_Eye]] = {}

    def note(self, x: float, y: float, module: float) -> None:
        column, row = int(x) // _CELL, int(y) // _CELL
        for place in product((column, column - 1, column + 1), (row, row - 1, row + 1)):
            for eye in self._cells.get(place, ()):
                if eye.takes(x, y, module):
                    return eye.add(x, y, module)
        eye = _Eye(x, y, module, 1)
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


def _oddness(a: _Eye, b: _Eye, c: _Eye) -> float | None:
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


def _corners(a: _Eye, b: _Eye, c: _Eye, side: int) -> Square:
    """From the eyes' middles, which lie 3.5 modules inside; the fourth as if nothing were tilted."""
    span, inset = side - 7, 3.5
    ux, uy, vx, vy = (b.x - a.x) / span, (b.y - a.y) / span, (c.x - a.x) / span, (c.y - a.y) / span

    def at(u: float, v: float) -> Corner:
        return a.x + ux * (u - inset) + vx * (v - inset), a.y + uy * (u - inset) + vy * (v - inset)

    return at(0, 0), at(side, 0), at(side, side), at(0, side)
