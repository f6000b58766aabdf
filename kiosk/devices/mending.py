"""A code that was found but could not be read: laid flat, its modules counted one by one, what is known drawn anew."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache

from PIL import Image, ImageChops, ImageFilter

from kiosk.devices.perspective import Corner, Square, perspective

QUIET = 4
_DOT, _ROUGH = 6, 2  # pixels a module, laid flat; for a first impression
_HOPE, _SURE = 0.68, 0.82  # so much of what every code has must be there, at first and in the end
_CLEAR = 2.0
_NUDGES = (0.0, -1.0, 1.0, -2.0, 2.0)  # modules
_STEPS = (0.5, 0.25, 0.5, 0.25)  # modules


def _freeing(beside: float, askew: float) -> ImageFilter.Kernel:
    """Takes so much of each neighbour away, and makes up for it."""
    around = [-askew, -beside, -askew, -beside, 1, -beside, -askew, -beside, -askew]
    return ImageFilter.Kernel((3, 3), around, 1 - 4 * beside - 4 * askew)


_WAYS = ((_freeing(0.12, 0.04), 1), (_freeing(0.18, 0.05), 2), (_freeing(0.1, 0), 1))
_BLACK_OR_WHITE = [0] * 128 + [255] * 128
_REACH = 4.0  # modules: how far a module is compared with its surroundings

Modules = Image.Image
"""One pixel a module, 0 or 255, with a quiet zone."""


def mended(frame: Image.Image, corners: Sequence[Corner], side: int) -> Iterator[Modules]:
    """Clean drawings of a code of `side` modules that stands about there, the likeliest first. None if it is no code."""
    try:
        flat = _settled(frame, list(corners), side)
    except (ValueError, ZeroDivisionError, OverflowError):
        return
    if flat is None:
        return
    for modules in _judgements(flat, side):
        yield _redrawn(modules, side)


def _judgements(flat: Image.Image, side: int) -> Iterator[Modules]:
    """Dark or light: each module freed of what blur brought in from its neighbours, against nearer or farther ones."""
    middle = flat.filter(ImageFilter.BoxBlur(1)).resize((side + 2 * QUIET,) * 2, Image.Resampling.NEAREST)
    for kernel, reach in _WAYS:
        clear, mean = middle.filter(kernel), middle.filter(ImageFilter.BoxBlur(reach))
        yield _judged(ImageChops.subtract(clear, mean, 1, 128))
    yield _judged(_against(flat.filter(ImageFilter.UnsharpMask(_DOT * 0.6, 400, 0)), side, 2))
    yield _judged(_against(flat, side, 4))


def likeliest(
    frame: Image.Image, guesses: Iterable[tuple[Square, int]], most: int
) -> list[tuple[Square, int]]:
    """Of many places where a code may lie, those that have most of what every code has."""
    ranked: list[tuple[float, Square, int]] = []
    for corners, side in guesses:
        with suppress(ValueError, ZeroDivisionError, OverflowError):
            rough = _against(_flat(frame, corners, side, _ROUGH), side, _REACH, _ROUGH)
            ranked.append((_agreement(rough, side), corners, side))
    ranked.sort(key=lambda each: -each[0])
    return [(corners, side) for _, corners, side in ranked[:most]]


def _settled(frame: Image.Image, corners: list[Corner], side: int) -> Image.Image | None:
    """The code laid flat, its corners moved until what every code has lies where it must; None: it has too little of it."""
    if _agrees(frame, corners, side) < _HOPE:
        return None
    best = _score(_flat(frame, corners, side), side)
    corners[2], best = _best_fourth(frame, corners, side, best)
    for step in _STEPS:
        for n in (2, 0, 1, 3):
            for dx, dy in ((step, 0), (-step, 0), (0, step), (0, -step)):
                moved = [*corners]
                moved[n] = _moved(corners, side, n, dx, dy)
                score = _score(_flat(frame, moved, side), side)
                if score > best:
                    corners, best = moved, score
    return _flat(frame, corners, side) if _agrees(frame, corners, side) >= _SURE else None


def _best_fourth(frame: Image.Image, corners: list[Corner], side: int, best: float) -> tuple[Corner, float]:
    """The corner without an eye was guessed: it is tried at many places."""
    found = corners[2]
    for dx in _NUDGES:
        for dy in _NUDGES:
            at = _moved(corners, side, 2, dx, dy)
            score = _score(_flat(frame, [*corners[:2], at, corners[3]], side), side)
            if score > best:
                found, best = at, score
    return found, best


def _moved(corners: Sequence[Corner], side: int, n: int, dx: float, dy: float) -> Corner:
    """One corner, so many modules along the code's own sides."""
    a, b, d = corners[0], corners[1], corners[3]
    across, down = ((b[0] - a[0]) / side, (b[1] - a[1]) / side), ((d[0] - a[0]) / side, (d[1] - a[1]) / side)
    x, y = corners[n]
    return x + dx * across[0] + dy * down[0], y + dx * across[1] + dy * down[1]


def _flat(frame: Image.Image, corners: Sequence[Corner], side: int, dot: int = _DOT) -> Image.Image:
    """`dot` pixels a module."""
    near, far = QUIET * dot, (QUIET + side) * dot
    numbers = perspective(corners, [(near, near), (far, near), (far, far), (near, far)])
    size = ((side + 2 * QUIET) * dot,) * 2
    return frame.transform(size, Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BILINEAR)


def _against(flat: Image.Image, side: int, reach: float, dot: int = _DOT) -> Image.Image:
    """One pixel a module: 128 is as light as its surroundings."""
    mean = flat.filter(ImageFilter.BoxBlur(reach * dot))
    apart = ImageChops.subtract(flat, mean, 0.5, 128)
    return apart.resize((side + 2 * QUIET,) * 2, Image.Resampling.BOX)


def _judged(against: Image.Image) -> Modules:
    return against.point(_BLACK_OR_WHITE)


def _score(flat: Image.Image, side: int) -> float:
    """How well it lies: what every code has is where it must be, and the modules are clear."""
    against = _against(flat, side, _REACH)
    clear = sum(n * abs(value - 128) for value, n in enumerate(against.histogram())) / (
        128 * against.width**2
    )
    return _agreement(against, side) + _CLEAR * clear


def _agreement(against: Image.Image, side: int) -> float:
    """Which share of what every code of this size has is there: eyes, ticks, the small eye."""
    known, mask = _known(side)
    differ = ImageChops.difference(_judged(against), known)
    return 1 - ImageChops.multiply(differ, mask).histogram()[255] / mask.histogram()[255]


def _agrees(frame: Image.Image, corners: Sequence[Corner], side: int) -> float:
    return _agreement(_against(_flat(frame, corners, side), side, _REACH), side)


def _redrawn(modules: Modules, side: int) -> Modules:
    known, mask = _known(side)
    page = Image.new("L", modules.size, 255)
    page.paste(modules.crop((QUIET, QUIET, QUIET + side, QUIET + side)), (QUIET, QUIET))
    page.paste(known, mask=mask)
    return page


@cache
def _known(side: int) -> tuple[Modules, Modules]:
    """What every code of this size has, and where (255)."""
    known = Image.new("L", (side + 2 * QUIET,) * 2, 255)
    mask = Image.new("L", known.size, 0)
    _ticks(known, mask, side)
    for x, y in ((0, 0), (side - 7, 0), (0, side - 7)):
        _eye(known, mask, (x, y), side)
    if side > 21:
        _rings(known, mask, side - 9, side - 9, 5, (0, 255, 0))
    return known, mask


def _ticks(known: Modules, mask: Modules, side: int) -> None:
    for n in range(8, side - 8):
        for spot in ((n, 6), (6, n)):
            at = (spot[0] + QUIET, spot[1] + QUIET)
            known.putpixel(at, 255 * (n % 2))
            mask.putpixel(at, 255)


def _eye(known: Modules, mask: Modules, spot: tuple[int, int], side: int) -> None:
    """With the white edge that parts it from the code."""
    x, y = spot
    left, top = max(x - 1, 0) + QUIET, max(y - 1, 0) + QUIET
    box = (left, top, min(x + 8, side) + QUIET, min(y + 8, side) + QUIET)
    mask.paste(255, box)
    known.paste(255, box)
    _rings(known, mask, x, y, 7, (0, 255, 0))


def _rings(known: Modules, mask: Modules, x: int, y: int, wide: int, inks: tuple[int, ...]) -> None:
    """Each ink one module inside the one before."""
    for n, ink in enumerate(inks):
        box = (QUIET + x + n, QUIET + y + n, QUIET + x + wide - n, QUIET + y + wide - n)
        known.paste(ink, box)
        mask.paste(255, box)
