"""A catalogue file into the station: what it is taken for, which column is what, how far it is, what was not kept."""

import csv
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.catalogue_import import BookImport, ImportReport, Preview, Wishes, preview_books
from kiosk.commands.base import spec_of
from kiosk.commands.library import ImportBooks
from kiosk.domain.texts import clean_line
from kiosk.domain.trouble import KioskError
from kiosk.importing.books import BookRow
from kiosk.importing.columns import CHOOSABLE
from kiosk.importing.rows import BadRow, UnreadableTable
from kiosk.reports.trouble import sentence as text_of
from kiosk.reports.trouble import trouble_text
from ui.viewmodels.base import shown
from ui.viewmodels.desk.session import DeskModel, Session
from ui.viewmodels.desk.told import Told
from ui.viewmodels.records import RecordModel
from ui.viewmodels.sentences import language, sentence
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

FIELDS = {
    "title": "书名", "author": "作者", "publisher": "出版社", "year": "出版年", "isbn": "ISBN", "price": "定价",
    "pages": "页数", "class_number": "分类号", "location": "馆藏地", "shelf": "架位", "copy_number": "条码",
    "copies": "册数", "audience": "读者对象", "large_print": "大字版",
}  # fmt: skip
_SHOWN = 2000
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A line of the file that was not kept, or kept with something odd."""

    line: str
    words: str
    tone: str


@QmlElement
@QmlSingleton
class BookImporting(DeskModel):
    """`step`: "" (choose a file), ready (its preview), running, done."""

    changed = Signal()
    step = shown(str, "step", changed)
    file = shown(str, "file", changed)
    name = shown(str, "name", changed)
    told = shown(str, "told", changed)
    trouble = shown(str, "trouble", changed)
    fields = shown("QVariantList", "fields", changed)
    columns = shown("QVariantList", "columns", changed)
    sheets = shown("QVariantList", "sheets", changed)
    sheet = shown(str, "sheet", changed)
    rows = shown("QVariantList", "rows", changed)
    mappable = shown(bool, "mappable", changed)
    percent = shown(int, "percent", changed)
    summary = shown("QVariantList", "summary", changed)
    stopped = shown(bool, "stopped", changed)

    def __init__(self) -> None:
        super().__init__()
        self._lines = RecordModel(ImportLine, self)
        self._wished: dict[str, str] = {}
        self._running: BookImport | None = None
        self._report: ImportReport | None = None
        self._preview: Preview | None = None
        self._stopping = False
        self._actor: Any = None
        Session.the().changed.connect(self._operator_changed)

    lines = Property(QObject, lambda model: model._lines, constant=True)

    def fresh(self) -> dict[str, Any]:
        texts = dict.fromkeys(("step", "file", "name", "told", "trouble", "sheet"), "")
        lists: dict[str, Any] = {name: [] for name in ("fields", "columns", "sheets", "rows", "summary")}
        return texts | lists | {"mappable": False, "percent": 0, "stopped": False}

    @Slot(str)
    def choose(self, file: str) -> None:
        """A path, or a file's address as it comes from a dialog or is dropped."""
        path = QUrl(file).toLocalFile() if file.startswith("file:") else file.strip().strip('"')
        if path and self._running is None:
            self._wished = {}
            self.put(file=path, name=Path(path).name, sheet="", trouble="")
            self._look()

    @Slot(str, str)
    def take(self, field: str, column: str) -> None:
        """This field is read from that column; an empty one: from none."""
        self._wished[field] = column
        self._look()

    @Slot(str)
    def take_sheet(self, sheet: str) -> None:
        self._wished = {}
        self.put(sheet=sheet)
        self._look()

    @Slot()
    def start(self) -> None:
        if self._step != "ready" or self._running is not None:
            return
        if self.operator_role() not in spec_of(ImportBooks).by:  # who signed in meanwhile may not
            return
        path, wishes, actor = Path(self._file), self._wishes(), Session.the().actor
        self._stopping = False
        self.put(step="running", percent=0, stopped=False, trouble="")
        self._guarded(lambda station: BookImport(station, path, actor, wishes), self._begun)

    @Slot()
    def stop(self) -> None:
        """After the page that is on its way; what has been taken stays."""
        self._stopping = True

    @Slot()
    def again(self) -> None:
        """Another file."""
        if self._running is None:
            self.reset()

    @Slot(str)
    def export(self, file: str) -> None:
        """The lines that were not kept or are odd, as a table that spreadsheets open without running anything in it."""
        report = self._report
        if report is None:
            return
        path = Path(QUrl(file).toLocalFile() if file.startswith("file:") else file).expanduser()
        rows = [
            (row.line, _reason(row, report.unit), _plain(row.text)) for row in (*report.bad, *report.flagged)
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
        path = Path(self._file)
        return str(path.with_name(f"{path.stem}-odd.csv"))

    def retranslate(self) -> None:
        self._show_preview()
        self._show_report()
        super().retranslate()

    def reset(self) -> None:
        self._running, self._report, self._preview = None, None, None
        self._wished = {}
        self._lines.show([])
        super().reset()

    def _wishes(self) -> Wishes:
        return Wishes(dict(self._wished), self._sheet or None)

    def _look(self) -> None:
        path, wishes = Path(self._file), self._wishes()
        self._guarded(lambda station: preview_books(path, wishes), self._preview_came)

    def _guarded(self, work: Any, done: Any) -> None:
        """What is wrong with a file is said, and is nobody's mistake."""

        def try_it(station: Any) -> Any:
            try:
                return work(station)
            except (UnreadableTable, KioskError) as error:
                return error

        self._run(try_it, lambda found: self._blame(found) if isinstance(found, Exception) else done(found))

    def _blame(self, error: Exception) -> None:
        if isinstance(error, UnreadableTable):
            error = KioskError(f"import_{error.reason}", file=self._name, why=error.text)
        if isinstance(error, KioskError) and error.key == "import_refused":
            error = KioskError(error.key, **(error.detail | {"why": sentence(error.detail.get("why"))}))
        assert isinstance(error, KioskError)
        was_running, self._running = self._running, None
        if was_running is not None:
            was_running.stop()
            self._report = was_running.report
        self.put(
            trouble=trouble_text(error, language()),
            step="done" if was_running else "ready" if self._wished else "",
        )
        self._show_report()

    def _preview_came(self, preview: Preview) -> None:
        self._preview = preview
        self.put(step="ready", trouble="")
        self._show_preview()

    def _show_preview(self) -> None:
        preview = self._preview
        if preview is None:
            return
        columns = [*dict.fromkeys((*preview.columns.values(), *preview.unused))]
        self.put(
            mappable=preview.unit == "row",
            told=say("%1，%2 列认出 %3 列", _encoding_words(preview), len(columns), len(preview.columns)),
            columns=columns,
            sheets=list(preview.other_sheets),
            fields=[
                {"field": field, "words": say(FIELDS[field]), "column": preview.columns.get(field, "")}
                for field in CHOOSABLE
                if preview.unit == "row" or field in preview.columns
            ],
            rows=[_preview_row(row, preview.unit) for row in preview.rows],
        )

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
        bad = [ImportLine(str(row.line), _reason(row, report.unit), "error") for row in report.bad]
        odd = [ImportLine(str(row.line), _reason(row, report.unit), "wait") for row in report.flagged]
        self._lines.show((bad + odd)[:_SHOWN])

    def _exported(self, path: Path, why: str) -> None:
        if why:
            self.put(trouble=say("没有存成：%1", why))
        else:
            Told.the().say(say("存好了：%1", path.name))

    def _operator_changed(self) -> None:
        if Session.the().actor != self._actor:
            self._actor = Session.the().actor
            self._stopping = True
            self.reset()


def _encoding_words(preview: Preview) -> str:
    return preview.encoding.upper().replace("_", "-")


def _preview_row(row: BookRow | BadRow, unit: str) -> dict[str, Any]:
    if isinstance(row, BadRow):
        return {"line": row.line, "title": _reason(row, unit), "facts": "", "bad": True}
    numbers = row.copy_numbers or tuple(one.number for one in row.holdings if one.number)
    facts = (
        row.author, row.publisher, row.year, row.isbn or row.isbn_text, row.class_number, row.location, row.shelf,
        " ".join(numbers),
    )  # fmt: skip
    return {
        "line": row.line,
        "title": row.title,
        "facts": " · ".join(str(one) for one in facts if one),
        "bad": False,
    }


def _reason(row: BadRow, unit: str) -> str:
    lang = language()
    detail = {
        "line": row.line, "reason": row.reason, "text": clean_line(row.text),
        "unit": text_of("import", unit, {}, lang),
    }  # fmt: skip
    said = text_of("import", row.reason, detail, lang)
    return said.replace(f"（{row.reason}）", "").replace(f" ({row.reason})", "")  # the code is for scripts


def _plain(text: str) -> str:
    """A cell that a spreadsheet would take for a formula is told to be text."""
    line = clean_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
