"""All cases: found while typing, one open beside the table, and what may be done with it."""

from typing import Any

from PySide6.QtCore import Property, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.desk import CaseOf, DeskChoicesNow
from kiosk.domain.codes import ScanKind
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.case_actions import case_actions, new_case
from ui.viewmodels.desk.case_words import case_line, case_sections
from ui.viewmodels.desk.finder import PLACES, Place
from ui.viewmodels.desk.forms import Action, Actions, Options
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.table import Column, Table
from ui.viewmodels.desk.told import Told
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COLUMNS = (
    Column("号码", 76, "number"),
    Column("事项"),
    Column("哪位居民", 86, "person"),
    Column("状态", 88, "state"),
    Column("哪天", 88, "day"),
    Column("期限", 88, "due"),
)
_WHICH = (("", "全部"), ("open", "没办完"), ("late", "超期"), ("mine", "我跟的"), ("complaints", "要回访"))


@QmlElement
@QmlSingleton
class Cases(DeskModel):
    """`sections` of the open case, `files` that lie with it."""

    changed = Signal()
    which = shown("QVariantList", "which", changed)
    number = shown(str, "number", changed)
    sections = shown("QVariantList", "sections", changed)
    files = shown("QVariantList", "files", changed)
    caution = shown(str, "caution", changed)
    sought = shown(str, "sought", changed)

    def __init__(self) -> None:
        super().__init__()
        self._case: records.Case | None = None
        self._choices: records.DeskChoices | None = None
        self._table = Table(self, "tickets", _COLUMNS, case_line, self.open, sort="day", down=True)
        self._actions = Actions(self, case_actions(lambda: self._case, self._options), self._done)
        self._new = Actions(self, (new_case(self._options, self._form),), self._done)
        context.current().background.news.connect(self._look_again, Qt.ConnectionType.QueuedConnection)
        self.operator_changed()

    table = Property(Table, lambda cases: cases._table, constant=True)
    actions = Property(Actions, lambda cases: cases._actions, constant=True)
    making = Property(Actions, lambda cases: cases._new, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"number": "", "sections": [], "files": [], "caution": "", "sought": "", "which": _which()}

    @Slot()
    def show(self) -> None:
        """The page has come into sight."""
        self._table.appear()

    @Slot(str)
    def seek(self, number: str) -> None:
        """Looked for from another page; an empty text is nothing."""
        if number:
            self._table.seek(number)
        self.put(sought=number)

    @Slot(str)
    def open(self, ticket: str) -> None:
        self.ask(CaseOf(ticket=ticket), self._show_case)

    def retranslate(self) -> None:
        self._which = _which()
        self._table.retranslate()
        self._table.reload()
        self._show_case(self._case)

    def _show_case(self, case: records.Case | None) -> None:
        self._case = case
        self._actions.refresh()
        self.put(
            number=case.row.number if case else "",
            caution=say("%1 正在办这一件，动手前先说一声", case.operator) if case and case.elsewhere else "",
            sections=case_sections(case) if case else [],
            files=[{"id": one.id, "name": one.name, "size": _size(one.size)} for one in case.files]
            if case
            else [],
        )

    def _options(self, of: str) -> Options:
        english = language() == "en"
        found: tuple[records.Named, ...] = getattr(self._choices, of, ())
        return [(one.code, one.name_en if english else one.name) for one in found]

    def _form(self, item: str) -> tuple[records.FormField, ...]:
        return self._choices.forms.get(item, ()) if self._choices else ()

    def _done(self, action: Action, answer: Any) -> None:
        number = answer.result.get("number") or self._number
        Told.the().say(f"{number} {say(action.told or action.words)}")
        if opened := answer.result.get("ticket"):
            self.open(opened)
        self._look_again()

    def _look_again(self) -> None:
        if Session.the().actor is not None and self._table._loaded:
            self._table.refresh()
            if self._case is not None:
                self.open(self._case.row.id)

    def operator_changed(self) -> None:
        self.reset()
        for one in (self._table, self._actions, self._new):
            one.clear()
        self._show_case(None)
        if self.operator() is not None:
            self.ask(DeskChoicesNow(), self._know_choices)

    def _know_choices(self, found: records.DeskChoices) -> None:
        self._choices = found
        self._new.refresh()


def _which() -> list[dict[str, str]]:
    return [{"value": value, "words": say(words)} for value, words in _WHICH]


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size > 1024 * 1024 else f"{max(1, size // 1024)} KB"


def _find(number: str) -> None:
    """From anywhere at the desk."""
    Cases.the().seek(number)


PLACES[ScanKind.QUEUE_NUMBER] = Place("counter", _find)
