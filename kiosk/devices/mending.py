"""A code that was found but could not be read: laid flat, its modules counted one by one, what is known drawn anew."""

from collections.abc import Iterator, Sequence
from functools import cache

from PIL import Image, ImageChops, ImageFilter

from kiosk.devices.perspective import Corner, perspective, place

QUIET = 4
_DOT = 6  # pixels a module, laid flat
_SURE = 0.78  # so much of what every code has must be there, else it is none
_NUDGES = (0.0, -0.7, 0.7, -1.5, 1.5)  # modules: the corner without an eye is guessed
_REACHES = (4.0, 2.0)  # modules: how far a module is compared with its surroundings

Modules = Image.Image
"""One pixel a module, 0 or 255, with a quiet zone."""


def mended(frame: Image.Image, corners: Sequence[Corner], side: int) -> Iterator[Modules]:
    """Clean drawings of a code of `side` modules that stands about there, the likeliest first. None if it is no code."""
    try:
        ranked = sorted(_laid_flat(frame, corners, side), key=lambda each: -each[0])
    except (ValueError, ZeroDivisionError, OverflowError):
        return
    for agrees, modules in ranked[:3]:
        if agrees >= _SURE:
            yield _redrawn(modules, side)


def _laid_flat(frame: Image.Image, corners: Sequence[Corner], side: int) -> Iterator[tuple[float, Modules]]:
    """The fourth corner is tried at several places."""
    square = [(0.0, 0.0), (side, 0.0), (float(side), float(side)), (0.0, float(side))]
    rough = perspective(corners, square)
    for dx in _NUDGES:
        for dy in _NUDGES:
            moved = [*corners[:2], place(rough, side + dx, side + dy), corners[3]]
            flat = _flat(frame, moved, side)
            for reach in _REACHES:
                modules = _counted(flat, side, reach)
                yield _agreement(modules, side), modules


def _flat(frame: Image.Image, corners: Sequence[Corner], side: int) -> Image.Image:
    near, far = QUIET * _DOT, (QUIET + side) * _DOT
    numbers = perspective(corners, [(near, near), (far, near), (far, far), (near, far)])
    size = ((side + 2 * QUIET) * _DOT,) * 2
    return frame.transform(size, Image.Transform.PERSPECTIVE, numbers, Image.Resampling.BILINEAR)


def _counted(flat: Image.Image, side: int, reach: float) -> Modules:
    mean = flat.filter(ImageFilter.BoxBlur(reach * _DOT))
    against = ImageChops.subtract(flat, mean, 0.25, 128)
    small = against.resize((side + 2 * QUIET,) * 2, Image.Resampling.BOX)
    return small.point([0] * 128 + [255] * 128)


def _agreement(modules: Modules, side: int) -> float:
    """Which share of what every code of this size has is there: eyes, ticks, the small eye."""
    known, mask = _known(side)
    differ = ImageChops.difference(modules, known)
    return (
        1
        - Image.composite(differ, Image.new("L", differ.size), mask).histogram()[255] / mask.histogram()[255]
    )


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
