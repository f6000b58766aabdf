"""Finds what a person sees by its accessible name and presses it with real touches and keys."""

from collections.abc import Iterator
from functools import cache
from typing import cast

from PySide6.QtCore import QCoreApplication, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QInputMethodEvent, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

_MODIFIERS = {"Ctrl": Qt.KeyboardModifier.ControlModifier, "Alt": Qt.KeyboardModifier.AltModifier}
_KEYS = {"/": "Slash", "PgDown": "PageDown", "PgUp": "PageUp"}


class Missing(Exception):
    """Nothing visible and touchable has this name."""


class Finger:
    """One finger on one window; counts its touches."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self.touches = 0

    def tap(self, item: QQuickItem) -> None:
        """Press the middle of an item, as QTest presses a screen."""
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
        self.tap_at(middle)

    def tap_at(self, point: QPoint) -> None:
        device = _touch_screen()
        QTest.touchEvent(self._window, device, False).press(0, point, self._window).commit(False)
        QCoreApplication.processEvents()
        QTest.touchEvent(self._window, device, False).release(0, point, self._window).commit(False)
        QCoreApplication.processEvents()
        self.touches += 1

    def scan(self, text: str) -> None:
        """A scanner is a fast keyboard that ends with Return."""
        for letter in text:
            shift = Qt.KeyboardModifier.ShiftModifier if letter.isupper() else Qt.KeyboardModifier.NoModifier
            QTest.keyClick(self._window, Qt.Key(ord(letter.upper())), shift)
        QTest.keyClick(self._window, Qt.Key.Key_Return)

    def hit(self, key: str) -> None:
        """A key of a real keyboard, with its modifiers: F9, Y, Ctrl+2, Alt+1."""
        *modifiers, name = key.split("+")
        held = Qt.KeyboardModifier.NoModifier
        for modifier in modifiers:
            held |= _MODIFIERS[modifier]
        QTest.keyClick(self._window, getattr(Qt.Key, f"Key_{_KEYS.get(name, name)}"), held)
        QCoreApplication.processEvents()
        self.touches += 1

    def write(self, text: str) -> None:
        """On a real keyboard, whatever it takes to write that."""
        event = QInputMethodEvent("", [])
        event.setCommitString(text)
        QCoreApplication.sendEvent(self._window.activeFocusItem(), event)
        QCoreApplication.processEvents()

    def find(self, name: str) -> QQuickItem:
        """The topmost visible, enabled item of this name that a finger can reach. Raises Missing."""
        found = [item for item in self._visible() if accessible_name(item) == name]
        reachable = [item for item in found if item.isEnabled() and self._reaches(item)]
        if reachable:
            return reachable[-1]
        if found:
            raise Missing(f"“{name}” is there, but it is disabled, covered or off the screen")
        raise Missing(f"no “{name}” here; there are: {', '.join(self.names())}")

    def can_reach(self, name: str) -> bool:
        try:
            return bool(self.find(name))
        except Missing:
            return False

    def names(self) -> list[str]:
        """What can be pressed, in the order of drawing."""
        return [name for item in self._visible() if (name := accessible_name(item)) and is_button(item)]

    def texts(self) -> list[str]:
        return [str(text) for item in self._visible() if (text := item.property("text"))]

    def find_text(self, text: str) -> QQuickItem:
        """Whatever says this, on the screen or further down. Raises Missing."""
        for item in self._visible():
            if text in str(item.property("text") or ""):
                return item
        raise Missing(f"nothing says “{text}”")

    def key(self, text: str) -> QQuickItem:
        """A key of the on-screen keyboard by what stands on it. Raises Missing."""
        for item in self._visible():
            if item.property("keyType") is not None and item.property("displayText") == text:
                return item
        raise Missing(f"no key “{text}” on the keyboard")

    def special_key(self, code: Qt.Key) -> QQuickItem:
        for item in self._visible():
            if item.property("keyType") is not None and item.property("key") == int(code.value):
                return item
        raise Missing(f"no key {code.name} on the keyboard")

    def candidate(self, word: str) -> QQuickItem:
        """A word that the pinyin keyboard offers. Raises Missing."""
        for item in self._visible():
            if item.objectName() == "wordCandidateView":
                for text in descendants(item):
                    if text.property("text") == word and text.isVisible():
                        return text.parentItem()
        raise Missing(f"the keyboard does not offer “{word}”")

    def scroll_into_view(self, item: QQuickItem) -> None:
        """Slide the page under the finger, as a person does who sees half a row."""
        for parent in ancestors(item):
            if parent.inherits("QQuickFlickable"):
                _show_in(parent, item)

    def find_anywhere(self, name: str) -> QQuickItem | None:
        for item in self._visible():
            if accessible_name(item) == name and item.isEnabled():
                return item
        return None

    def _visible(self) -> Iterator[QQuickItem]:
        return (item for item in descendants(self._window.contentItem()) if item.isVisible())

    def _reaches(self, item: QQuickItem) -> bool:
        """Whether the middle of the item is on the screen and nothing that takes touches lies over it."""
        point = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        if not (0 <= point.x() < self._window.width() and 0 <= point.y() < self._window.height()):
            return False
        return not _clipped(item, point) and not _covered(self._window.contentItem(), item, point)


def descendants(item: QQuickItem) -> Iterator[QQuickItem]:
    """All items below, in the order of drawing; what is invisible is left out with all its children."""
    for child in sorted(item.childItems(), key=lambda child: child.z()):
        if child.isVisible():
            yield child
            yield from descendants(child)


def ancestors(item: QQuickItem) -> Iterator[QQuickItem]:
    parent = cast("QQuickItem | None", item.parentItem())
    while parent is not None:
        yield parent
        parent = cast("QQuickItem | None", parent.parentItem())


def accessible_name(item: QQuickItem) -> str:
    """What a screen reader would say."""
    spoken = cast("QAccessibleInterface | None", QAccessible.queryAccessibleInterface(item))
    return "" if spoken is None else spoken.text(QAccessible.Text.Name)


def is_button(item: QQuickItem) -> bool:
    return item.inherits("QQuickAbstractButton")


def _clipped(item: QQuickItem, point: QPointF) -> bool:
    return any(
        parent.clip() and not parent.contains(parent.mapFromScene(point)) for parent in ancestors(item)
    )


def _covered(root: QQuickItem, item: QQuickItem, point: QPointF) -> bool:
    """Whether a later item that accepts touches lies over the point."""
    top = item
    for other in descendants(root):
        takes = other.acceptedMouseButtons() != Qt.MouseButton.NoButton or other.acceptTouchEvents()
        if takes and other.isEnabled() and other.contains(other.mapFromScene(point)):
            top = other
    return not (top is item or item.isAncestorOf(top) or top.isAncestorOf(item))


def _show_in(flickable: QQuickItem, item: QQuickItem) -> None:
    content = flickable.property("contentItem")
    top = item.mapToItem(content, QPointF(0, 0)).y()
    offset = float(flickable.property("contentY"))
    highest = max(0.0, float(flickable.property("contentHeight")) - flickable.height())
    if top < offset or top + item.height() > offset + flickable.height():
        wanted = top - (flickable.height() - item.height()) / 2
        flickable.setProperty("contentY", min(max(0.0, wanted), highest))


@cache
def _touch_screen() -> QPointingDevice:
    return QTest.createTouchDevice()
