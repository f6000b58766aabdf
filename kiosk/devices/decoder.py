"""From a picture to the codes in it: a fast look, and for a hard picture as many more as there is time for."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from time import perf_counter
from typing import Any

import zxingcpp
from PIL import Image, ImageChops, ImageFilter

from kiosk.devices.eyes import Eye, eyes_in, guesses, squares
from kiosk.devices.mending import likeliest, mended
from kiosk.devices.perspective import Square
from kiosk.devices.pictures import Picture, grey

PATIENCE = 0.25
"""Seconds for a picture that the first look did not read."""
_FOUND = zxingcpp.Barcode
_KNOWN = {
    zxingcpp.BarcodeFormat.QRCodeModel2: "qr",
    zxingcpp.BarcodeFormat.EAN13: "ean13",
    zxingcpp.BarcodeFormat.Code128: "code128",
}
_ALL = zxingcpp.BarcodeFormats(list(_KNOWN))
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCodeModel2])
_LOCAL, _WHOLE, _HALF = (
    zxingcpp.Binarizer.LocalAverage,
    zxingcpp.Binarizer.GlobalHistogram,
    zxingcpp.Binarizer.FixedThreshold,
)
_REACHES = (8, 16, 4)  # pixels to each side that a pixel is compared with
_BLACK_OR_WHITE = [0] * 128 + [255] * 128
_GUESSED = 8  # of the places that were guessed
_SHORTEST = 10  # pixels a side: no code is smaller
_MODULES = 8  # pixels a module of what was drawn anew


@dataclass(frozen=True, slots=True)
class Read:
    """`format` is qr, ean13 or code128; the corners are the picture's pixels, the code's own top left first."""

    text: str
    format: str
    corners: Square


@dataclass(frozen=True, slots=True)
class _View:
    """The picture as one look sees it, `scale` times as large."""

    picture: Image.Image
    scale: float
    binarizer: zxingcpp.Binarizer


def read(picture: Picture, patience: float = PATIENCE) -> tuple[Read, ...]:
    """All codes in it, of the kinds that we know; none if it is empty, damaged or not a picture.

    `patience` is in seconds: the first look is always taken, another one only while there is time left.
    """
    until = perf_counter() + patience
    frame = grey(picture)
    if frame is None or min(frame.size) < _SHORTEST:
        return ()
    view = _View(frame, 1, _LOCAL)
    found = _look(view, _ALL) or (_look(view, _QR, inverted=True) if perf_counter() < until else ())
    return found or _look_harder(frame, until)


def _look(view: _View, formats: zxingcpp.BarcodeFormats, inverted: bool = False) -> tuple[Read, ...]:
    seen = zxingcpp.read_barcodes(
        view.picture, formats=formats, binarizer=view.binarizer, try_invert=inverted
    )
    return tuple(_read(one, view.scale) for one in seen if one.valid and one.text)


def _look_harder(frame: Image.Image, until: float) -> tuple[Read, ...]:
    """For our own kind of code alone: bars that are hardly seen are soon misread."""
    for make in _VIEWS:
        if perf_counter() > until:
            break
        view = make(frame)
        for one in _candidates(view):
            if one.valid and one.text:
                return (_read(one, view.scale),)
            if (found := _mend(frame, one, view.scale, until)) is not None:
                return (found,)
    return _look_for_eyes(frame, until)


def _look_for_eyes(frame: Image.Image, until: float) -> tuple[Read, ...]:
    """Where not even a code was found: eyes that are half gone are still eyes."""
    pairs: list[list[Eye]] = []
    for reach in _REACHES:
        if perf_counter() > until:
            break
        mean = frame.filter(ImageFilter.BoxBlur(reach))
        black = ImageChops.subtract(frame, mean, 1, 132).point(_BLACK_OR_WHITE)
        eyes = eyes_in(black)
        if (found := _mend_any(frame, squares(eyes), until)) is not None:
            return (found,)
        pairs.append(eyes)
    for eyes in pairs:
        if perf_counter() > until:
            break
        if (found := _mend_any(frame, likeliest(frame, guesses(eyes), _GUESSED), until)) is not None:
            return (found,)
    return ()


def _mend_any(frame: Image.Image, places: Iterable[tuple[Square, int]], until: float) -> Read | None:
    for corners, side in places:
        if (text := _mended_text(frame, corners, side)) is not None:
            return Read(text, "qr", corners)
        if perf_counter() > until:
            break
    return None


def _candidates(view: _View) -> list[_FOUND]:
    """Those that were read first, then those that were only found."""
    seen = zxingcpp.read_barcodes(
        view.picture, formats=_QR, binarizer=view.binarizer, try_invert=False, return_errors=True
    )
    return sorted(seen, key=lambda one: not one.valid)


def _mend(frame: Image.Image, one: _FOUND, scale: float, until: float) -> Read | None:
    corners = _corners(one, scale)
    for side in _sides(one):
        if perf_counter() > until:
            return None
        if (text := _mended_text(frame, corners, side)) is not None:
            return Read(text, "qr", corners)
    return None


def _mended_text(frame: Image.Image, corners: Square, side: int) -> str | None:
    texts = (_text(modules) for modules in mended(frame, corners, side))
    return next((text for text in texts if text is not None), None)


def _sides(one: _FOUND) -> Iterator[int]:
    """Modules; a damaged code may be thought a little larger or smaller than it is."""
    extra: Any = one.extra or {}
    said = str(extra.get("Version", ""))
    version = int(said) if said.isdigit() else 0
    likely = (version, 2, 3) if 1 <= version <= 6 else (2, 3)
    yield from (17 + 4 * each for each in dict.fromkeys(likely))


def _text(modules: Image.Image) -> str | None:
    large = modules.resize((modules.width * _MODULES,) * 2, Image.Resampling.NEAREST)
    seen = zxingcpp.read_barcodes(large, formats=_QR, binarizer=_HALF, try_rotate=False)
    return next((one.text for one in seen if one.valid and one.text), None)


def _read(one: _FOUND, scale: float) -> Read:
    return Read(one.text, _KNOWN.get(one.format, "qr"), _corners(one, scale))


def _corners(one: _FOUND, scale: float) -> Square:
    at = one.position
    a, b, c, d = (
        (point.x / scale, point.y / scale)
        for point in (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    )
    return a, b, c, d


def _plain(frame: Image.Image) -> _View:
    return _View(frame, 1, _LOCAL)


def _as_a_whole(frame: Image.Image) -> _View:
    return _View(frame, 1, _WHOLE)


def _smaller(frame: Image.Image) -> _View:
    return _View(frame.resize((frame.width // 2, frame.height // 2), Image.Resampling.BOX), 0.5, _LOCAL)


def _larger(frame: Image.Image) -> _View:
    size = (round(frame.width * 1.5), round(frame.height * 1.5))
    return _View(frame.resize(size, Image.Resampling.BILINEAR), 1.5, _LOCAL)


def _stretched(reach: int) -> Callable[[Image.Image], _View]:
    """Each pixel against its surroundings: neither shade nor a lamp counts."""

    def make(frame: Image.Image) -> _View:
        mean = frame.filter(ImageFilter.BoxBlur(reach))
        return _View(ImageChops.subtract(frame, mean, 0.25, 128), 1, _HALF)

    return make


def _sharper(frame: Image.Image) -> _View:
    return _View(frame.filter(ImageFilter.UnsharpMask(3, 200, 2)), 1, _LOCAL)


_VIEWS: tuple[Callable[[Image.Image], _View], ...] = (
    _plain,
    _as_a_whole,
    _smaller,
    _stretched(12),
    _sharper,
    _larger,
    _stretched(30),
)
