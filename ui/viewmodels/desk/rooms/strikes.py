"""The ledger of strikes: who, why, until when; objections to them and what comes of those."""

from typing import Any

from PySide6.QtCore import Property, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.forms import Action, Actions
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.rooms.actions import strike_actions
from ui.viewmodels.desk.rooms.words import strike_line, strike_sections
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.table import Column, Line, Table
from ui.viewmodels.desk.told import Told
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COLUMNS = (
    Column("谁", 0, "party"),
    Column("为什么", 130),
    Column("记于", 104, "made"),
    Column("到期", 104, "expires"),
    Column("状态", 130, "state"),
)
_WHICH = (
    ("", "全部"),
    ("counts", "还算数"),
    ("appealed", "申诉待答复"),
    ("waived", "已免除"),
    ("expired", "已到期"),
)


@QmlElement
@QmlSingleton
class Strikes(DeskModel):
    """`sections` of the chosen one."""

    changed = Signal()
    which = shown("QVariantList", "which", changed)
    sections = shown("QVariantList", "sections", changed)
    party = shown(str, "party", changed)

    def __init__(self) -> None:
        super().__init__()
        self._known: dict[str, records.StrikeRow] = {}
        self._table = Table(self, "strikes", _COLUMNS, self._line, self.open, sort="made", down=True)
        self._actions = Actions(self, strike_actions(lambda: self._known.get(self._chosen)), self._done)
        context.current().background.news.connect(self._look_again, Qt.ConnectionType.QueuedConnection)

    table = Property(Table, lambda strikes: strikes._table, constant=True)
    actions = Property(Actions, lambda strikes: strikes._actions, constant=True)

    def fresh(self) -> dict[str, Any]:
        self._chosen = ""
        return {"sections": [], "party": "", "which": _which()}

    @Slot()
    def show(self) -> None:
        """The page has come into sight."""
        self._table.appear()

    @Slot(str)
    def open(self, strike: str) -> None:
        self._chosen = strike
        self._show()

    def refused(self, answer: Any) -> None:
        self._look_again()

    def retranslate(self) -> None:
        self._which = _which()
        self._table.retranslate()
        if self._table._loaded:
            self._table.reload()
        self._show()

    def _line(self, row: records.StrikeRow) -> Line:
        self._known[row.id] = row
        if row.id == self._chosen:
            self._show()
        return strike_line(row)

    def _show(self) -> None:
        one = self._known.get(self._chosen)
        self._actions.refresh()
        self.put(sections=strike_sections(one) if one else [], party=one.party if one else "")

    def _done(self, action: Action, answer: Any) -> None:
        Told.the().say(" ".join(filter(None, (self._party, say(action.told)))))
        self._look_again()

    def _look_again(self) -> None:
        if Session.the().actor is not None and self._table._loaded:
            self._table.refresh()

    def operator_changed(self) -> None:
        self._known = {}
        for one in (self._table, self._actions):
            one.clear()
        self.reset()


def _which() -> list[dict[str, str]]:
    return [{"value": value, "words": say(words)} for value, words in _WHICH]
