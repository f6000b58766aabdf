"""Sheets of labels: which copies, on which paper, seen before they are printed, kept as a PDF."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QStandardPaths, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.labels import LabelsOf
from kiosk.commands.library import Locations
from kiosk.commands.records import CopyLabel
from kiosk.domain.codes import copy_number, read_copy_number
from kiosk.domain.trouble import KioskError
from kiosk.small_file import SmallFile
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.told import Told
from ui.viewmodels.sentences import language
from ui.viewmodels.ticket_rows import in_language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST = 5000
PAPERS = ("3x8", "2x7", "4x11", "3x10")
_CODES = (("both", "条码和二维码"), ("bars", "只要条码"), ("qr", "只要二维码"))
_TYPING_MS = 250


@QmlElement
@QmlSingleton
class LabelSheets(DeskModel):
    """`how`: numbers (a list), range or search. `sheet` is what the first sheet will look like."""

    changed = Signal()
    how = shown(str, "how", changed)
    numbers = shown(str, "numbers", changed)
    first = shown(str, "first", changed)
    last = shown(str, "last", changed)
    words = shown(str, "words", changed)
    location = shown(str, "location", changed)
    locations = shown("QVariantList", "locations", changed)
    paper = shown(str, "paper", changed)
    papers = shown("QVariantList", "papers", changed)
    code = shown(str, "code", changed)
    codes = shown("QVariantList", "codes", changed)
    skip = shown(int, "skip", changed)
    count_words = shown(str, "count_words", changed)
    amount = shown(int, "amount", changed)
    sheet = shown("QVariantList", "sheet", changed)
    columns = shown(int, "columns", changed)
    rows = shown(int, "rows", changed)
    file = shown(str, "file", changed)
    printed = shown(str, "printed", changed)
    trouble = shown(str, "trouble", changed)
    saved = shown(bool, "saved", changed)

    def __init__(self) -> None:
        self._skip = 0
        super().__init__()
        self._found: list[CopyLabel] = []
        self._rooms: list[Any] = []
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.look)
        self.operator_changed()

    def fresh(self) -> dict[str, Any]:
        texts = dict.fromkeys(
            ("numbers", "first", "last", "words", "location", "count_words", "printed", "trouble"), ""
        )
        return texts | {
            "how": "range", "paper": PAPERS[0], "papers": _papers(), "code": "both", "codes": _codes(), "skip": 0,
            "sheet": [], "columns": 3, "rows": 8, "file": _usual_file(), "locations": [], "amount": 0, "saved": False,
        }  # fmt: skip

    def want(self, numbers: Sequence[str]) -> None:
        """These, from another tab; they join those that wait already."""
        known = [] if self._how != "numbers" else self._numbers.split()
        self.put(how="numbers", numbers=" ".join(dict.fromkeys([*known, *numbers])))
        self.look()

    @Slot(str, str)
    def fill(self, name: str, value: str) -> None:
        """As it is typed or chosen: how, numbers, first, last, words, location, paper, code, file."""
        if name in self.fresh() and getattr(self, f"_{name}") != value:
            self.put(**{name: value})
            if name in {"paper", "code"}:
                self._show()
            elif name != "file":
                self._typing.start()

    @Slot(int)
    def leave_out(self, count: int) -> None:
        """Labels that are gone from the first sheet."""
        self.put(skip=max(0, min(count, self._columns * self._rows - 1)))
        self._show()

    @Slot()
    def since_last(self) -> None:
        """All that came after what was printed last."""
        number = int(self._printed[1:]) + 1 if self._printed else 1
        self.put(how="range", first=copy_number(number), last="")
        self.look()

    @Slot()
    def look(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            self._came([])
        else:
            self.ask(wanted, self._came)

    @Slot()
    def save(self) -> None:
        from kiosk.reports.labels import Layout, label_sheets, write_labels

        if not self._found or len(self._found) > MOST:
            return
        labels, path, code, skip = list(self._found), Path(self._file).expanduser(), self._code, self._skip
        try:
            layout = Layout.read(self._paper)
        except KioskError as error:
            self._say_trouble(error)
            return

        last = max(self._printed, *(label.number for label in labels))

        def write(station: Any) -> KioskError | None:
            try:
                write_labels(
                    path, label_sheets(labels, layout, bars=code != "qr", qr=code != "bars", skip=skip)
                )
            except KioskError as error:
                return error
            _printed(station).write(last)
            return None

        self._send(write, lambda error: self._kept(path, len(labels), last, error))

    @Slot()
    def open_file(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(self._file))

    def retranslate(self) -> None:
        self._codes = _codes()
        self._show_rooms()
        self._show()

    def _kept(self, path: Path, count: int, last: str, error: KioskError | None) -> None:
        if error is not None:
            self._say_trouble(error)
            return
        self.put(printed=last, trouble="", saved=True)
        Told.the().say(say("%1 张书标存好了：%2", count, path.name))

    def _say_trouble(self, error: KioskError) -> None:
        from kiosk.reports.trouble import trouble_text

        self.put(trouble=trouble_text(error, language()))

    def _wanted(self) -> LabelsOf | None:
        """None: nothing is chosen yet, or a number is none."""
        if self._how == "numbers":
            numbers = tuple(
                filter(
                    None, map(read_copy_number, self._numbers.replace("，", " ").replace(",", " ").split())
                )
            )
            return LabelsOf(numbers=numbers, most=MOST + 1) if numbers else None
        if self._how == "search":
            if not (self._words.strip() or self._location):
                return None
            return LabelsOf(title=self._words.strip() or None, location=self._location or None, most=MOST + 1)
        first, last = read_copy_number(self._first), read_copy_number(self._last)
        if not first or (self._last and not last):
            return None
        return LabelsOf(first=first, last=last, most=MOST + 1)

    def _came(self, found: list[CopyLabel]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        columns, rows = (int(part) for part in self._paper.split("x"))
        self._skip = min(self._skip, columns * rows - 1)
        blank = [{"number": "", "title": "", "place": ""}] * self._skip
        shown_labels = [
            {
                "number": one.number,
                "title": one.title,
                "place": " · ".join(filter(None, (one.class_number, one.shelf))),
            }
            for one in self._found[: columns * rows - self._skip]
        ]
        count = len(self._found)
        sheets = -(-(count + self._skip) // (columns * rows)) if count else 0
        words = (
            say("%1 张书标，%2 页", count, sheets) if count <= MOST else say("超过 %1 张，请分几次印", MOST)
        )
        self.put(
            sheet=blank + shown_labels if count else [], columns=columns, rows=rows, amount=min(count, MOST + 1),
            count_words=words if count else say("还没有选中"), trouble="", saved=False,
        )  # fmt: skip

    def operator_changed(self) -> None:
        self._found = []
        self.reset()
        if self.operator() is not None:
            self.ask(Locations(), self._rooms_came)
            self._send(lambda station: _printed(station).read(""), lambda last: self.put(printed=last))

    def _rooms_came(self, found: list[Any]) -> None:
        self._rooms = found
        self._show_rooms()

    def _show_rooms(self) -> None:
        english = language() == "en"
        rooms = [{"value": one.code, "words": in_language(one, "name", english)} for one in self._rooms]
        self.put(locations=[{"value": "", "words": say("哪里都行")}, *rooms])


def _printed(station: Any) -> SmallFile[str]:
    """The last copy whose label was printed here."""
    return SmallFile(station.folder.labels, str)


def _codes() -> list[dict[str, str]]:
    return [{"value": code, "words": say(words)} for code, words in _CODES]


def _usual_file() -> str:
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or str(
        Path.home()
    )
    return str(Path(folder) / f"labels-{context.current().clock().date().isoformat()}.pdf")


def _papers() -> list[dict[str, str]]:
    return [{"value": one, "words": one.replace("x", " × ")} for one in PAPERS]
