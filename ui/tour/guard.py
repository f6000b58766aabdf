"""What every picture of a tour must hold to: buttons named and large, text readable, whole and well contrasted."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QColor, QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

from ui.tour.finger import accessible_name, ancestors, descendants, is_button
from ui.viewmodels.shell import Shell
from ui.words import english

TOUCH = 120
SMALLEST, SMALLEST_LARGE = 36, 60
DESK_TOUCH, DESK_SMALLEST = 36, 18
FIGURE = 84
"""Of a board's figures, in pixels where the short side is 1080. Read at 6 m, a figure must be 6 m / 200 = 30 mm high; on a
43 inch television a pixel is 0.496 mm, so 61 pixels, and a figure of our font is 0.73 of its size."""
CONTRAST = 7.0
_SLACK = 2.0  # pixels that rounding may take
_SAMPLES = 12
_FADE = 180  # above a page's lower edge, where more is below


@dataclass(frozen=True, slots=True)
class Guard:
    """Sizes are in pixels of the pictures (short side 1080) and grow and shrink with the window; the desk's stay."""

    window: QQuickWindow
    desk: bool = False
    board: bool = False

    @property
    def unit(self) -> float:
        return 1 if self.desk else min(self.window.width(), self.window.height()) / 1080

    @property
    def touch(self) -> int:
        return DESK_TOUCH if self.desk else TOUCH

    @property
    def smallest(self) -> int:
        return DESK_SMALLEST if self.desk else SMALLEST_LARGE if Shell.the()._large else SMALLEST

    def faults(self, picture: QImage) -> list[str]:
        """In words, with the text they are about; empty when all is well."""
        items = [item for item in self._front() if not _is_apart(item)]
        texts = [item for item in items if item.inherits("QQuickText") and item.property("text")]
        found = [fault for item in items if is_button(item) for fault in self._button(item)]
        return found + [fault for item in texts for fault in self._text(item, picture)]

    def _front(self) -> Iterator[QQuickItem]:
        """What is seen and not veiled: a dialog's own items while one is open."""
        items = [item for item in descendants(self.window.contentItem()) if item.opacity() > 0.5]
        dialogs = [item for item in items if _role(item) is QAccessible.Role.Dialog]
        return (item for item in items if not dialogs or dialogs[-1].isAncestorOf(item))

    def _button(self, item: QQuickItem) -> Iterator[str]:
        name = accessible_name(item)
        if not name:
            yield f"a button without a name: {item.objectName() or item}"
        if min(item.width(), item.height()) < self.touch * self.unit - 1:
            yield f"“{name}” is {item.width():.0f}x{item.height():.0f} to touch"

    def _text(self, item: QQuickItem, picture: QImage) -> Iterator[str]:
        text, place = str(item.property("text")), _drawn(item)
        size = _pixel_size(item)
        figure = self.board and item.objectName() == _FIGURE
        smallest = int((FIGURE if figure else self.smallest) * self.unit)
        if size < smallest:  # fonts have whole pixels
            yield f"“{text}” is {size:.0f} px, less than {smallest}"
        if not Shell.the()._english and text in _english_alone():
            yield f"“{text}” is English on a Chinese page"
        if (item.property("truncated") and item.objectName() != _CELL) or _overflows(item):
            yield f"“{text}” does not fit its place"
        if place.left() < -_SLACK or place.right() > self.window.width() + _SLACK:
            yield f"“{text}” runs off the screen"
        if self.board and place.bottom() > self.window.height() + _SLACK:
            yield f"“{text}” runs off below"
        visible = _unclipped(item, place)
        if visible == place and not _fades(item, place):
            yield from _contrast_faults(item, text, place, picture)


# By name: PySide keeps what metaObject() gave after it is gone, and takes the next item at that place for it.
_APART = {"wordCandidateView", "bookCover", "keyboard"}
_FIGURE = "figure"  # of a board: what people look for from afar
_CELL = "cell"  # of a long table: what its column cuts off stands whole beside it


@cache
def _english_alone() -> frozenset[str]:
    return frozenset(english().values()) - english().keys() - {"English"}


def _is_apart(item: QQuickItem) -> bool:
    """Keys have their own size (LOOK.md); what stands on a drawn book cover repeats the title beside it."""
    around = [item, *ancestors(item)]
    return any(
        part.property("keyType") is not None or part.objectName() in _APART or part.opacity() == 0
        for part in around
    )


def _role(item: QQuickItem) -> QAccessible.Role | None:
    spoken = cast("QAccessibleInterface | None", QAccessible.queryAccessibleInterface(item))
    return None if spoken is None else spoken.role()


def _asked(item: QQuickItem, expression: str) -> Any:
    """What only QML can read: Python knows no name for these types of Qt."""
    context = qmlContext(item)
    assert context is not None, "what the screens draw comes from QML"
    said: Any = QQmlExpression(context, item, expression).evaluate()
    return said[0] if isinstance(said, tuple) else said


def _pixel_size(item: QQuickItem) -> float:
    """As drawn: `fontSizeMode` may have made it smaller."""
    return float(_asked(item, "fontInfo.pixelSize"))


def _drawn(item: QQuickItem) -> QRectF:
    """Where the letters stand, on the screen."""
    width, height = float(item.property("contentWidth")), float(item.property("contentHeight"))
    align = Qt.AlignmentFlag(int(_asked(item, "effectiveHorizontalAlignment")))
    room = item.width() - width
    left = (
        room / 2
        if align & Qt.AlignmentFlag.AlignHCenter
        else room
        if align & Qt.AlignmentFlag.AlignRight
        else 0
    )
    top = (item.height() - height) / 2
    return QRectF(item.mapToScene(QPointF(left, top)), item.mapToScene(QPointF(left + width, top + height)))


def _overflows(item: QQuickItem) -> bool:
    """Out of its own box, or out of the button it stands on."""
    if float(item.property("contentWidth")) > item.width() + _SLACK:
        return True
    if float(item.property("contentHeight")) > item.height() + _SLACK:
        return True
    button = next((part for part in ancestors(item) if is_button(part)), None)
    if button is None:
        return False
    box = button.mapRectToScene(QRectF(0, 0, button.width(), button.height()))
    return not box.adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(_drawn(item))


def _unclipped(item: QQuickItem, place: QRectF) -> QRectF:
    for part in ancestors(item):
        if part.clip():
            place = place.intersected(part.mapRectToScene(QRectF(0, 0, part.width(), part.height())))
    return place


def _fades(item: QQuickItem, place: QRectF) -> bool:
    """Near the lower edge of a page that has more below."""
    flick = next((part for part in ancestors(item) if part.inherits("QQuickFlickable")), None)
    if flick is None or float(flick.property("contentHeight")) <= flick.height() + 1:
        return False
    edge = flick.mapToScene(QPointF(0, flick.height())).y()
    return place.bottom() > edge - _FADE


def _contrast_faults(item: QQuickItem, text: str, place: QRectF, picture: QImage) -> Iterator[str]:
    ink = QColor(cast(QColor, item.property("color")).rgb())
    ground = _ground(picture, place, ink)
    if ground is not None and (measured := contrast(ink, ground)) < CONTRAST - 0.05:
        yield f"“{text}” has {measured:.1f}:1 on {ground.name()}"


def _ground(picture: QImage, place: QRectF, ink: QColor) -> QColor | None:
    """The colour met most often around the letters: a bold digit may cover more of its place than it leaves."""
    seen: Counter[int] = Counter()
    for column in range(_SAMPLES):
        for row in range(_SAMPLES // 2):
            x = round(place.left() + place.width() * column / (_SAMPLES - 1))
            y = round(place.top() + place.height() * row / (_SAMPLES // 2 - 1))
            if picture.rect().contains(x, y):
                seen[picture.pixel(x, y)] += 1
    met = [QColor.fromRgb(colour) for colour, _ in seen.most_common(2)]
    return next((colour for colour in met if colour != ink), met[0] if met else None)


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = (_linear(part) for part in (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
