"""The scanner on any page: a fast keyboard that ends with Return; what was read opens its page."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtQuick import QQuickWindow

from kiosk.commands import records
from kiosk.commands.library import CopyOf
from kiosk.domain.codes import LONGEST_SCAN, ScanKind, readings
from ui.viewmodels.base import ViewModel
from ui.viewmodels.identity import Identity
from ui.viewmodels.idle import Idle
from ui.viewmodels.library_loans import Loans
from ui.viewmodels.library_title import BookTitle
from ui.viewmodels.shell import Shell
from ui.viewmodels.slip import Slip

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FAST_MS = 50  # between two keys; fingers need longer
_SHORTEST = 4  # fewer are a hand that slipped
_LOANS, _TITLE = "library.loans", "library.title"  # the pages that may lie there already
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Burst:
    """Keys that come as fast as only a machine types them."""

    def __init__(self) -> None:
        self._text = ""
        self._last = 0

    def add(self, text: str, at: int) -> bool:
        """A key with its time in milliseconds; whether it goes on with the one before."""
        goes_on = bool(self._text) and at - self._last <= _FAST_MS
        self._text = (self._text if goes_on else "") + text
        self._last = at
        return goes_on

    def end(self, at: int) -> str | None:
        """Return was pressed: the scan, or None if a person pressed it."""
        text, fast = self._text, at - self._last <= _FAST_MS
        self._text = ""
        return text if fast and _SHORTEST <= len(text) <= LONGEST_SCAN else None


@QmlElement
@QmlSingleton
class Scan(ViewModel):
    """`heard` tells of every scan outside a text field; the page in front may want it for itself."""

    changed = Signal()
    heard = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._burst = Burst()
        self._pages: dict[ScanKind, Callable[[str], None]] = {
            ScanKind.SLIP: Slip.the().look_up,
            ScanKind.CARD: self._open_loans,
            ScanKind.COPY: self._find_title,
            ScanKind.ISBN: self._find_title,
        }
        self._window: QQuickWindow | None = None
        self._reader: Callable[[str], None] | None = None

    def use(self, reader: Callable[[str], None]) -> None:
        """A screen that answers every scan itself, such as the check-in stand."""
        self._reader = reader

    @Slot(QObject)
    def listen(self, window: QQuickWindow) -> None:
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What belongs to a scan is for nobody else: its Return must not press the button in focus."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or self._is_typing():
            return False
        if event.key() in _ENDS:
            return self._end(event.timestamp())
        return bool(event.text()) and self._burst.add(event.text(), event.timestamp())

    @Slot(str)
    def read(self, text: str) -> None:
        """Open what a scan stands for: the likeliest meaning that has a page."""
        if self._reader is not None:
            return self._reader(text)
        for scan in readings(text):
            if scan.kind in self._pages:
                return self._pages[scan.kind](scan.value)
        Slip.the().not_known()

    def _open_loans(self, card: str) -> None:
        """The card of somebody else begins a new visit."""
        who = Identity.the()
        if who._known and who._card == card:
            return None if Shell.the()._page == _LOANS else Loans.the().open()
        if who._known:
            Shell.the().home()
        Loans.the().open()
        who.scan(card)

    def _find_title(self, reference: str) -> None:
        self.ask(CopyOf(copy=reference), self._open_title)

    def _open_title(self, found: records.CopyFound | None) -> None:
        if found is None:
            return Slip.the().not_known()
        if Shell.the()._page == _TITLE:
            return BookTitle.the().turn_to(found.title_id)
        BookTitle.the().open(found.title_id)

    def _end(self, at: int) -> bool:
        text = self._burst.end(at)
        if text is None:
            return False
        Idle.the().stay()
        self.heard.emit(text)
        return True

    def _is_typing(self) -> bool:
        item: Any = self._window.activeFocusItem() if self._window else None
        return item is not None and item.inherits("QQuickTextInput")
