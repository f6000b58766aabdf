"""The window's keys, before anybody else sees them: a scanner's are taken out, a person's go on in their order."""

from collections.abc import Callable
from typing import NamedTuple, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow

from kiosk.devices.scanners.keymap import us_text
from kiosk.devices.scanners.wedge import Press, Ways, Wedge

_ENDS = {Qt.Key.Key_Return: "\r", Qt.Key.Key_Enter: "\r", Qt.Key.Key_Tab: "\t"}
_FRAMING = "\x02\x03\r\n\x1d"  # what some scanners type with Ctrl held: STX, ETX, line ends, GS
_LEADING = frozenset(
    {
        Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock,
        Qt.Key.Key_Meta,
    }
)  # fmt: skip
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
_TOUCHES = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin})
_ABOVE_KERNEL = {"xcb": 8, "wayland": 8, "windows": 0}
"""How far each platform's key numbers lie above the kernel's."""


class Stroke(NamedTuple):
    """Of a key event what it takes to make it anew."""

    is_press: bool
    key: int
    modifiers: Qt.KeyboardModifier
    text: str


class ScannerKeys(QObject):
    """`hear` gets a scan as this machine's layout wrote it, and as a US keyboard would have.

    `spares_fields`: into a text field in focus a scanner may write, as the desk's forms expect.
    """

    def __init__(
        self,
        window: QQuickWindow,
        hear: Callable[[str, str], None],
        ways: Ways,
        spares_fields: bool = False,
    ) -> None:
        super().__init__(window)
        self._spares_fields = spares_fields
        self._window = window
        self.wedge: Wedge[Stroke] = Wedge(hear, self._let_go, ways)
        self._taken: set[int] = set()  # keys that are down and were kept
        self._is_letting_go = False
        self._above = _ABOVE_KERNEL.get(QGuiApplication.platformName().split("-")[0])
        self._patience = QTimer(self, singleShot=True)
        # keys may lie in the queue when we were busy ourselves: they come before this second look
        self._last_look = QTimer(self, singleShot=True, interval=0)
        self._patience.timeout.connect(self._last_look.start)
        self._last_look.timeout.connect(self._pause)
        window.installEventFilter(self)

    @property
    def is_keeping(self) -> bool:
        """A key was typed that has not gone on yet."""
        return self.wedge.patience is not None

    def field(self) -> QQuickItem | None:
        """The text field in focus."""
        item = cast("QQuickItem | None", self._window.activeFocusItem())
        is_text = item is not None and (item.inherits("QQuickTextInput") or item.inherits("QQuickTextEdit"))
        return item if is_text else None

    def write(self, text: str) -> None:
        """What a scanner with a cable read goes into the field in focus, as if it had been a keyboard."""
        field = self.field()
        if field is not None:
            event = QInputMethodEvent("", [])
            event.setCommitString(text)
            QCoreApplication.sendEvent(field, event)
            self._let_go(Stroke(True, int(Qt.Key.Key_Return), Qt.KeyboardModifier.NoModifier, "\r"))
            self._let_go(Stroke(False, int(Qt.Key.Key_Return), Qt.KeyboardModifier.NoModifier, "\r"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whether the event is kept from the window. The on-screen keyboard's own keys are not `spontaneous`."""
        if event.type() in _TOUCHES:
            self._pause()
        if self._is_letting_go or not isinstance(event, QKeyEvent) or not event.spontaneous():
            return False
        if self._spares_fields and self.field() is not None:
            self._pause()
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._keep_from_shortcuts(event)
        kept = self._press(event) if event.type() == QEvent.Type.KeyPress else self._release(event)
        self._wait()
        return kept

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        """Before a key is pressed Qt asks whether it may be a shortcut: not while it may be a scanner's."""
        press = self._press_of(event)
        if press is not None and self.wedge.wants(press):
            event.accept()
            return True
        if event.key() in _LEADING and not event.isAutoRepeat():
            event.accept()
            return True
        self._pause()
        return False

    def _press(self, event: QKeyEvent) -> bool:
        if event.key() in _LEADING and not event.isAutoRepeat():
            return self.wedge.lead(_stroke(event), event.timestamp())
        press = self._press_of(event)
        if press is None:
            self._pause()
            return False
        kept = self.wedge.press(press, _stroke(event))
        if kept:
            self._taken.add(event.key())
        return kept

    def _release(self, event: QKeyEvent) -> bool:
        """The press of a scanner's key has gone nowhere: nor does this."""
        was_taken = event.key() in self._taken
        if not event.isAutoRepeat():
            self._taken.discard(event.key())
        return self.wedge.beside(_stroke(event)) or was_taken

    def _press_of(self, event: QKeyEvent) -> Press | None:
        """None: no key that a scanner types."""
        text = _ENDS.get(Qt.Key(event.key()), event.text())
        if event.isAutoRepeat() or not text:
            return None
        if event.modifiers() & _COMMANDS:
            is_framing = text in _FRAMING and (self.is_keeping or text == "\x02")
            return Press(text, event.timestamp()) if is_framing else None
        if not text.isprintable() and text not in _ENDS.values():
            return None
        return Press(text, event.timestamp(), self._us(event))

    def _us(self, event: QKeyEvent) -> str:
        if self._above is None:
            return ""
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return us_text(event.nativeScanCode() - self._above, shifted)

    def _pause(self) -> None:
        self.wedge.pause()
        self._wait()

    def _wait(self) -> None:
        self._last_look.stop()
        patience = self.wedge.patience
        if patience is None:
            self._patience.stop()
        else:
            self._patience.start(patience)

    def _let_go(self, stroke: Stroke) -> None:
        """A person's key, by the whole road: shortcuts, then the field in focus. Only QTest can send it from its start."""
        from PySide6.QtTest import QTest

        self._taken.discard(stroke.key)
        action = QTest.KeyAction.Press if stroke.is_press else QTest.KeyAction.Release
        self._is_letting_go = True
        try:
            QTest.sendKeyEvent(action, self._window, Qt.Key(stroke.key), stroke.text, stroke.modifiers)
        finally:
            self._is_letting_go = False


def _stroke(event: QKeyEvent) -> Stroke:
    is_press = event.type() == QEvent.Type.KeyPress
    return Stroke(is_press, event.key(), event.modifiers(), event.text())
