"""What is out, and the call list of what is late."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.copies import ReportLost
from kiosk.commands.desk_library import DeskReader
from kiosk.commands.library import RenewLoan, ReturnCopy
from kiosk.commands.people_desk import OpenPerson, PersonOf
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
    Column("编号", 120),
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
        self._contact: Any = None
        self._reader: Any = None
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

    def chosen(self, key: str) -> None:
        self._contact, self._reader = None, None
        super().chosen(key)

    def look(self) -> None:
        loan = self._loan()
        self._show()
        self._actions.refresh()
        if loan is not None and loan.resident:
            self.ask(DeskReader(reader=loan.resident), lambda reader: self._reader_came(loan.copy, reader))

    def _reader_came(self, copy: str, reader: Any) -> None:
        if self._key == copy:
            self._reader = reader
            self._show()

    def _show(self) -> None:
        loan, found = self._loan(), []
        if loan is not None:
            found = [{"title": say("这本书"), "lines": _facts(loan)}]
            found = ([_contact_section(self._contact)] if self._contact else []) + found
            found += [_reader_section(self._reader)] if self._reader else []
        self.put(sections=found)

    def acted(self, action: Action, answer: Any) -> None:
        if action.command is not OpenPerson:
            super().acted(action, answer)
            return
        copy = self._key
        self._ask_contact(copy, answer.result["resident"], self._contact_came)

    def _ask_contact(
        self, copy: str, resident: str, came: Callable[[str, records.Person | None], None]
    ) -> None:
        self.ask(PersonOf(resident=resident, opened=True), lambda found: came(copy, found))

    def _contact_came(self, copy: str, found: records.Person | None) -> None:
        """A child without a phone of its own is called through its guardian, whose name is opened then, too."""
        if found is not None and not found.phone and found.guardian is not None:
            self.wish(
                OpenPerson(resident=found.guardian.id),
                lambda answer: self._ask_contact(copy, answer.result["resident"], self._show_contact),
            )
        else:
            self._show_contact(copy, found)

    def _show_contact(self, copy: str, found: records.Person | None) -> None:
        """Until another row is chosen."""
        if self._key == copy:
            self._contact = found
            self._show()
            self._actions.refresh()

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

        def reader() -> dict[str, Any]:
            return {"resident": self._loan().resident}

        def known() -> bool:
            return there() and bool(self._loan().resident) and self._contact is None

        return [
            Action("contact", "打开联系方式", OpenPerson, (), reader, known, "phone", told="看过联系方式，已记下"),
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
        {"label": say("编号"), "value": loan.copy},
        {"label": say("读者"), "value": loan.reader},
        {"label": say("借于"), "value": moment(loan.lent_at)},
        {"label": say("应还日"), "value": day(loan.due)},
        {"label": "", "value": late, "tone": "error"},
        {"label": say("续借过"), "value": say("%1 次", loan.renewals) if loan.renewals else ""},
    ]
    return [line for line in found if line["value"]]


def _contact_section(found: records.Person) -> dict[str, Any]:
    phone = {
        "label": say("电话"),
        "value": found.phone or say("没有留电话"),
        "tone": "good" if found.phone else "wait",
    }
    return {"title": say("联系方式"), "lines": [{"label": say("姓名"), "value": found.name}, phone]}


def _reader_section(reader: Any) -> dict[str, Any]:
    books = [loan_line(one) for one in reader.loans]
    lines = [
        {"label": one.due, "value": one.title, "tone": "error" if one.tone == "error" else ""}
        for one in books
    ]
    card = {"label": say("读者证"), "value": reader.card}
    return {"title": say("%1 手上的书", reader.reader), "lines": [card, *lines]}
