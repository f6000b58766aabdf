"""Files of the figures: written beside the worker, kept in the documents folder, and where that is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records as r
from kiosk.commands.figures import AuditPart
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.documents import keep_document
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_PART = 2000
_MOST = 1_000_000
"""Rows of the audit list in one file, Excel's own limit nearly."""


@QmlElement
@QmlSingleton
class FigureFiles(DeskModel):
    """`going` says what is being written and how far it is, `kept` where the last file lies."""

    changed = Signal()
    going = shown(str, "going", changed)
    kept = shown(str, "kept", changed)

    def __init__(self) -> None:
        super().__init__()
        self._run_number = 0
        self._path: Path | None = None

    def fresh(self) -> dict[str, Any]:
        return {"going": "", "kept": ""}

    @Slot()
    def clear(self) -> None:
        self._run_number += 1
        self.put(going="", kept="")

    @Slot()
    def cancel(self) -> None:
        """What was read so far is dropped; no file is written."""
        self._run_number += 1
        self.put(going="")

    @Slot()
    def open_folder(self) -> None:
        if self._path is not None and not QDesktopServices.openUrl(
            QUrl.fromLocalFile(str(self._path.parent))
        ):
            self._problem = say("这台机器打不开文件夹，文件在 %1", str(self._path.parent))
            self.state_changed.emit()

    def keep(self, name: str, make: Callable[[], bytes]) -> None:
        """`make` runs beside the worker; nothing is begun while another file is written."""
        if not self._going:
            self.put(going=say("正在写文件"), kept="")
            self._write(name, make, self._run_number)

    def keep_audit(self, name: str, where: dict[str, str], q: str) -> None:
        """Read part by part, so that nobody at the counter waits for it."""
        if not self._going:
            self.put(going=say("正在读"), kept="")
            self._read_more(name, AuditPart(where=where, q=q, most=_PART), [], self._run_number)

    def _read_more(self, name: str, question: AuditPart, read: list[r.AuditRow], run: int) -> None:
        def came(part: list[r.AuditRow]) -> None:
            if run != self._run_number:
                return
            read.extend(part)
            if len(part) < _PART or len(read) >= _MOST:
                self._write_audit(name, read, run)
                return
            self.put(going=say("已读 %1 条", f"{len(read):,}"))
            further = AuditPart(where=question.where, q=question.q, offset=len(read), most=_PART)
            self._read_more(name, further, read, run)

        self.ask(question, came)

    def _write_audit(self, name: str, read: list[r.AuditRow], run: int) -> None:
        lang = language()

        def make() -> bytes:
            from kiosk.reports.audit_file import audit_file
            from kiosk.reports.audit_table import audit_table

            return audit_file(audit_table(read, lang))

        self.put(going=say("正在写文件"))
        self._write(name, make, run)

    def _write(self, name: str, make: Callable[[], bytes], run: int) -> None:
        self._problem = ""

        def done(path: Path) -> None:
            if run == self._run_number:
                self._path = path
                self.put(going="", kept=say("已存到 %1", str(path)))

        def failed(error: Exception) -> None:
            self.put(going="")
            if isinstance(error, OSError):
                self._problem = say("文件写不下来：%1", error.strerror or str(error))
                self.state_changed.emit()
            else:
                self._fail(error)

        context.current().background.apart(lambda: keep_document(name, make()), done, failed)
