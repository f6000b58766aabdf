"""The scanner on any page: what was read opens its page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton
from PySide6.QtQuick import QQuickWindow

from kiosk.commands import records
from kiosk.devices.scanners.making import wedge_ways
from kiosk.domain.codes import CodeKind, readings
from ui import context
from ui.scanner_keys import ScannerKeys
from ui.viewmodels.base import ViewModel
from ui.viewmodels.identity import Identity
from ui.viewmodels.idle import Idle
from ui.viewmodels.library_borrowing import Borrowing
from ui.viewmodels.library_loans import Loans
from ui.viewmodels.library_returning import Returning
from ui.viewmodels.library_title import BookTitle
from ui.viewmodels.my import My
from ui.viewmodels.scan_reading import Reading, read_scan
from ui.viewmodels.shell import Shell
from ui.viewmodels.slip import Slip

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LOANS, _MY, _TITLE = "library.loans", "my.start", "library.title"  # the pages that may lie there already


@QmlElement
@QmlSingleton
class Scan(ViewModel):
    """`heard` tells of every scan, whatever read it; the page in front may want it for itself."""

    changed = Signal()
    heard = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
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
        """Do what a scan is for: check in, give back, ask whose a book will be; show what is to be said of it."""
        self._run(lambda station: read_scan(station, text), self._show)

    def _typed(self, text: str, us: str) -> None:
        """Where the machine's layout made nonsense of it, what a US keyboard would have written may be ours."""
        self.read(text if readings(text) or not readings(us) else us)

    def _show(self, found: Reading) -> None:
        if found.slip is not None:
            return Slip.the().show(found.read.value, found.slip, found.told)
        if found.is_card:
            return self._open_card(found.read.value)
        if found.book is not None:
            return self._open_book(found, found.book)
        Slip.the().not_known(found.read)

    def _open_card(self, card: str) -> None:
        """The card of somebody else begins a new visit."""
        who, page = Identity.the(), str(Shell.the()._page)
        model = Loans.the() if page.startswith("library.") else My.the()
        if who._known and who._card == card:
            return None if page in (_LOANS, _MY) else model.open()
        if who._known:
            Shell.the().home()
        model.open()
        who.scan(card)

    def _open_book(self, found: Reading, book: records.CopyFound) -> None:
        """This copy is brought or taken; an ISBN stands for all of its title."""
        if found.comes_back:
            Returning.the().begin()
            return Returning.the().scan(book.copy.number)
        if found.read.kind is CodeKind.COPY:
            return Borrowing.the().begin_holding(book.copy.number, book.title)
        if Shell.the()._page == _TITLE:
            return BookTitle.the().turn_to(book.title_id)
        BookTitle.the().open(book.title_id)
