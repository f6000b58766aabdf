"""The scanner on any page: what was read opens its page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtQuick import QQuickWindow

from kiosk.commands import records
from kiosk.commands.library import CopyOf
from kiosk.devices.scanners.making import wedge_ways
from kiosk.domain.codes import ScanKind, readings
from ui import context
from ui.scanner_keys import ScannerKeys
from ui.viewmodels.base import ViewModel
from ui.viewmodels.identity import Identity
from ui.viewmodels.idle import Idle
from ui.viewmodels.library_loans import Loans
from ui.viewmodels.library_title import BookTitle
from ui.viewmodels.shell import Shell
from ui.viewmodels.slip import Slip

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LOANS, _TITLE = "library.loans", "library.title"  # the pages that may lie there already


@QmlElement
@QmlSingleton
class Scan(ViewModel):
    """`heard` tells of every scan, whatever read it; the page in front may want it for itself."""

    changed = Signal()
    heard = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pages: dict[ScanKind, Callable[[str], None]] = {
            ScanKind.SLIP: Slip.the().look_up,
            ScanKind.CARD: self._open_loans,
            ScanKind.COPY: self._find_title,
            ScanKind.ISBN: self._find_title,
        }
        self.keys: ScannerKeys | None = None
        self._reader: Callable[[str], None] | None = None

    def use(self, reader: Callable[[str], None]) -> None:
        """A screen that answers every scan itself, such as the check-in stand."""
        self._reader = reader

    @Slot(QObject)
    def listen(self, window: QQuickWindow) -> None:
        """A scanner may be a keyboard: its keys are taken out of the window's."""
        ways = wedge_ways(context.current().devices.scanners)
        self.keys = ScannerKeys(window, self._typed, ways)

    @Slot(QObject)
    def listen_beside_fields(self, window: QQuickWindow) -> None:
        """At the desk: a scan fills the field in focus; without one it triggers no shortcut and is looked up."""
        ways = wedge_ways(context.current().devices.scanners)
        self.keys = ScannerKeys(window, self._typed, ways, spares_fields=True)

    @Slot(str, result=bool)
    def fill(self, text: str) -> bool:
        """Write a scan into the field in focus; whether there is one."""
        if self.keys is None or self.keys.field() is None:
            return False
        self.keys.write(text)
        return True

    @Slot(str)
    def read(self, text: str) -> None:
        """The one road of all scanners, cameras and tests. Whoever scans is still there."""
        Idle.the().stay()
        if self._reader is not None:
            return self._reader(text)
        self.heard.emit(text)

    @Slot(str)
    def open(self, text: str) -> None:
        """Open what a scan stands for: the likeliest meaning that has a page."""
        for scan in readings(text):
            if scan.kind in self._pages:
                return self._pages[scan.kind](scan.value)
        Slip.the().not_known()

    def _typed(self, text: str, us: str) -> None:
        """Where the machine's layout made nonsense of it, what a US keyboard would have written may be ours."""
        self.read(text if readings(text) or not readings(us) else us)

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
