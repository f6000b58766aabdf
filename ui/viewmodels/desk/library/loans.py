"""What is out, and the call list of what is late."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.copies import ReportLost
from kiosk.commands.desk_library import DeskReader
from kiosk.commands.library import RenewLoan, ReturnCopy
from ui.viewmodels.base import shown
from ui.viewmodels.desk.forms import Action, Actions
from ui.viewmodels.desk.library.lists import ListModel
from ui.viewmodels.desk.library.words import day, desk_loan_line, loan_line, moment
from ui.viewmodels.desk.table import Column, Line, Table
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COLUMNS = (
    Column("还书", 150, sort="due"),
    Column("书名"),
    Column("单册", 120),
    Column("读者", 120),
    Column("应还日", 120),
)


@QmlElement
@QmlSingleton
class LoansDesk(ListModel):
    """`late`: only what is overdue, the longest first."""

    changed = Signal()
    sections = shown("QVariantList", "sections", changed)
    late = shown(bool, "late", changed)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, Any] = {}
        self._table = Table(self, "loans", _COLUMNS, self._line, self.chosen, sort="due")
        self._actions = Actions(self, self._specs(), self.acted)
        self.begin()

    table = Property(Table, lambda model: model._table, constant=True)
    actions = Property(Actions, lambda model: model._actions, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"sections": [], "late": True}

    def first_look(self) -> None:
        self.only_late(self._late)

    @Slot(bool)
    def only_late(self, late: bool) -> None:
        self.put(late=late)
        self._table.filter("overdue", "yes" if late else "")

    def look(self) -> None:
        loan = self._loan()
        self.put(sections=[{"title": say("这本书"), "lines": _facts(loan)}] if loan else [])
        self._actions.refresh()
        if loan is not None and loan.resident:
            self.ask(DeskReader(reader=loan.resident), lambda reader: self._reader_came(loan.copy, reader))

    def _reader_came(self, copy: str, reader: Any) -> None:
        loan = self._loan()
        if loan is None or loan.copy != copy or reader is None:
            return
        lines = [loan_line(one) for one in reader.loans]
        others = [
            {"label": one.due, "value": one.title, "tone": "error" if one.tone == "error" else ""}
            for one in lines
        ]
        card = [{"label": say("读者证"), "value": reader.card}]
        self.put(
            sections=[
                {"title": say("这本书"), "lines": _facts(loan)},
                {"title": say("%1 手上的书", reader.reader), "lines": card + others},
            ]
        )

    def _line(self, loan: Any) -> Line:
        self._rows[loan.copy] = loan
        return desk_loan_line(loan)

    def _loan(self) -> Any:
        return self._rows.get(self._key) if self._key else None

    def _specs(self) -> list[Action]:
        def this() -> dict[str, Any]:
            return {"copy": self._key}

        def there() -> bool:
            return self._loan() is not None

        return [
            Action("return", "还书", ReturnCopy, (), this, there, "undo-2", "good", told="已还"),
            Action("renew", "续借", RenewLoan, (), this, there, "refresh-cw", told="已续借"),
            Action(
                "lost", "报失", ReportLost, (), this, there, "search-x", "error", told="已报失",
                confirm="记为遗失。找到时随时可以改回来。",
            ),
        ]  # fmt: skip


def _facts(loan: Any) -> list[dict[str, str]]:
    late = say("逾期 %1 天", loan.days_late) if loan.days_late else ""
    found = [
        {"label": say("书名"), "value": loan.title},
        {"label": say("单册"), "value": loan.copy},
        {"label": say("读者"), "value": loan.reader},
        {"label": say("借于"), "value": moment(loan.lent_at)},
        {"label": say("应还日"), "value": day(loan.due)},
        {"label": "", "value": late, "tone": "error"},
        {"label": say("续借过"), "value": say("%1 次", loan.renewals) if loan.renewals else ""},
    ]
    return [line for line in found if line["value"]]
