"""The hold shelf: what lies ready for whom until when, who waits, what nobody fetched."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.library import CancelHold, CheckOutCopy, PlaceHold
from ui.viewmodels.base import shown
from ui.viewmodels.desk.forms import Action, Actions, Field
from ui.viewmodels.desk.library.lists import ListModel
from ui.viewmodels.desk.library.reader_words import person_words, title_words
from ui.viewmodels.desk.library.words import day, desk_hold_line, moment, state_words
from ui.viewmodels.desk.table import Column, Line, Table
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COLUMNS = (
    Column("什么时候", 190, sort="at"),
    Column("书名"),
    Column("读者", 110),
    Column("编号", 110),
)


@QmlElement
@QmlSingleton
class HoldShelf(ListModel):
    """`state` of the holds that are listed: ready, waiting or "" for both."""

    changed = Signal()
    sections = shown("QVariantList", "sections", changed)
    state = shown(str, "state", changed)

    def __init__(self) -> None:
        super().__init__()
        self._rows: dict[str, Any] = {}
        self._table = Table(self, "holds", _COLUMNS, self._line, self.chosen, sort="at")
        self._actions = Actions(self, self._specs(), self.acted)
        self.begin()

    table = Property(Table, lambda model: model._table, constant=True)
    actions = Property(Actions, lambda model: model._actions, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"sections": [], "state": "ready"}

    def first_look(self) -> None:
        self.only(self._state)
        self._actions.refresh()

    @Slot(str)
    def only(self, state: str) -> None:
        self.put(state=state)
        self._table.filter("state", state)

    def look(self) -> None:
        hold = self._rows.get(self._key) if self._key else None
        self.put(sections=[{"title": say("这份预约"), "lines": _facts(hold)}] if hold else [])
        self._actions.refresh()

    def _line(self, hold: Any) -> Line:
        self._rows[hold.id] = hold
        return desk_hold_line(hold)

    def _chosen_hold(self) -> Any:
        return self._rows.get(self._key) if self._key else None

    def _is_ready(self) -> bool:
        hold = self._chosen_hold()
        return hold is not None and hold.status == "ready"

    def _is_over(self) -> bool:
        hold = self._chosen_hold()
        return hold is not None and hold.status == "expired"

    def _may_cancel(self) -> bool:
        return self._chosen_hold() is not None and not self._is_over()

    def _lending(self) -> dict[str, Any]:
        hold = self._chosen_hold()
        return {"copy": hold.copy, "resident": hold.resident}

    def _specs(self) -> list[Action]:
        def this() -> dict[str, Any]:
            return {"hold": self._key}

        title = Field(
            "title", "哪本书", "find", find="titles", find_words=title_words, hint="书名、作者、ISBN"
        )
        reader = Field(
            "resident", "读者", "find", find="people", find_words=person_words, hint="扫证，或输入姓名"
        )
        return [
            Action("lend", "借给他", CheckOutCopy, (), self._lending, self._is_ready, "book-check", "good", told="已借出"),
            Action(
                "cancel", "取消这份预约", CancelHold, (), this, self._may_cancel, "x", "error",
                confirm="取消后，书给下一位等的人，或放回书架。", told="预约取消了",
            ),
            Action(
                "over", "过期收回", CancelHold, (), this, self._is_over, "undo-2", told="收回了",
                confirm="没有来取。书给下一位等的人，或放回书架。",
            ),
            Action("place", "代读者预约", PlaceHold, (reader, title), icon="plus", told="已预约"),
        ]  # fmt: skip


def _facts(hold: Any) -> list[dict[str, str]]:
    found = [
        {"label": say("书名"), "value": hold.title},
        {"label": say("读者"), "value": hold.reader},
        {
            "label": say("状态"),
            "value": state_words("hold", str(hold.status)),
            "tone": "good" if hold.status == "ready" else "",
        },
        {"label": say("编号"), "value": hold.copy or ""},
        {"label": say("留到"), "value": day(hold.ready_until)},
        {"label": say("排第几"), "value": str(hold.position or "")},
        {"label": say("预约于"), "value": moment(hold.made_at)},
    ]
    return [line for line in found if line["value"]]
