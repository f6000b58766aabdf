"""A catalogue file on its way into the station: how far it is, what came of it, what was not kept."""

import csv
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.catalogue_import import BookImport, ImportReport
from kiosk.commands.base import spec_of
from kiosk.commands.library import ImportBooks
from ui.viewmodels.base import shown
from ui.viewmodels.desk.library.bookmapping import BookMapping
from ui.viewmodels.desk.library.import_words import (
    READING_TROUBLE,
    ImportLine,
    plain,
    reason_words,
    trouble_words,
)
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.told import Told
from ui.viewmodels.records import RecordModel
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = 2000


@QmlElement
@QmlSingleton
class BookImporting(DeskModel):
    """`step`: "" (BookMapping still sets right what the file is), running, done."""

    changed = Signal()
    step = shown(str, "step", changed)
    name = shown(str, "name", changed)
    trouble = shown(str, "trouble", changed)
    percent = shown(int, "percent", changed)
    summary = shown("QVariantList", "summary", changed)
    stopped = shown(bool, "stopped", changed)

    def __init__(self) -> None:
        super().__init__()
        self._lines = RecordModel(ImportLine, self)

    lines = Property(QObject, lambda model: model._lines, constant=True)

    def fresh(self) -> dict[str, Any]:
        self._running: BookImport | None = None
        self._report: ImportReport | None = None
        self._turn: object | None = None
        self._stopping = False
        self._path = Path()
        texts = dict.fromkeys(("step", "name", "trouble"), "")
        return texts | {"summary": [], "percent": 0, "stopped": False}

    @Slot()
    def start(self) -> None:
        book = BookMapping.the()
        if self._step or not book._ready or book.is_looking:
            return
        if self.operator_role() not in spec_of(ImportBooks).by:  # who signed in meanwhile may not
            return
        path, wishes, actor, remember = Path(book._file), book.wishes, self.operator(), book.remember()
        self._path, self._stopping, self._turn = path, False, object()
        self.put(step="running", name=path.name, percent=0, stopped=False, trouble="")

        def begin(station: Any) -> BookImport:
            remember(station)
            return BookImport(station, path, actor, wishes)

        self._guarded(begin, self._begun)

    @Slot()
    def stop(self) -> None:
        """After the page that is on its way; what has been taken stays."""
        self._stopping = True

    @Slot()
    def again(self) -> None:
        """Another file."""
        if self._running is None:
            self.reset()
            BookMapping.the().reset()

    @Slot(str)
    def export(self, file: str) -> None:
        """The lines that were not kept or are odd, as a table that spreadsheets open without running anything in it."""
        report = self._report
        if report is None:
            return
        path = Path(QUrl(file).toLocalFile() if file.startswith("file:") else file).expanduser()
        rows = [
            (row.line, reason_words(row, report.unit), plain(row.text))
            for row in (*report.bad, *report.flagged)
        ]

        def write(station: Any) -> str:
            try:
                with path.open("w", encoding="utf-8-sig", newline="") as out:
                    csv.writer(out).writerows([(say("行"), say("原因"), say("原文")), *rows])
            except OSError as error:
                return error.strerror or str(error)
            return ""

        self._send(write, lambda why: self._exported(path, why))

    @Slot(result=str)
    def export_file(self) -> str:
        """Beside the catalogue, unless told otherwise."""
        path = self._path
        return str(path.with_name(f"{path.stem}-odd.csv"))

    def retranslate(self) -> None:
        self._show_report()
        super().retranslate()

    def reset(self) -> None:
        self._lines.show([])
        super().reset()

    def _guarded(self, work: Any, done: Any) -> None:
        """What comes when another operator sits here is heard by nobody: what has been sent stays."""
        turn = self._turn

        def try_it(station: Any) -> Any:
            try:
                return work(station)
            except READING_TROUBLE as error:
                return error

        def came(found: Any) -> None:
            if turn is self._turn:
                self._blame(found) if isinstance(found, Exception) else done(found)

        self._run(try_it, came)

    def _blame(self, error: Exception) -> None:
        """What has been taken before stays, and is told."""
        was_running, self._running = self._running, None
        if was_running is not None:
            was_running.stop()
            self._report = was_running.report
        self.put(trouble=trouble_words(error, self._name), step="done" if was_running else "")
        self._show_report()

    def _begun(self, running: BookImport) -> None:
        self._running = running
        self._go_on(True)

    def _go_on(self, more: bool) -> None:
        """A page at a time: between them others are served, and it can be stopped."""
        running = self._running
        if running is None:
            return
        self.put(percent=running.done)
        if more and not self._stopping:
            self._guarded(lambda station: running.step(), self._go_on)
            return
        if more:
            running.stop()
        self._report, self._running = running.report, None
        self.put(step="done", percent=running.done, stopped=more)
        self._show_report()

    def _show_report(self) -> None:
        report = self._report
        if report is None:
            return
        counts = (
            ("读了", report.rows, ""), ("新增书目", report.added, "good"), ("新增单册", report.copies, "good"),
            ("原来就有", report.known, ""), ("没有收", report.bad_count, "error" if report.bad_count else ""),
            ("存疑", report.flagged_count, "wait" if report.flagged_count else ""),
        )  # fmt: skip
        self.put(
            summary=[{"words": say(words), "count": count, "tone": tone} for words, count, tone in counts]
        )
        bad = [ImportLine(str(row.line), reason_words(row, report.unit), "error") for row in report.bad]
        odd = [ImportLine(str(row.line), reason_words(row, report.unit), "wait") for row in report.flagged]
        self._lines.show((bad + odd)[:_SHOWN])

    def _exported(self, path: Path, why: str) -> None:
        if why:
            self.put(trouble=say("没有存成：%1", why))
        else:
            Told.the().say(say("存好了：%1", path.name))
