"""Every copy with what has become of it: lost, found, damaged, repaired, withdrawn, moved."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.catalogue import MoveCopy
from kiosk.commands.copies import FoundCopy, MarkDamaged, RepairCopy, ReportLost, SetCopyKind, WithdrawCopy
from kiosk.commands.desk_library import CopyHistory, DeskCopy
from kiosk.domain.codes import ScanKind
from ui.viewmodels.base import shown
from ui.viewmodels.desk.finder import PLACES, Place
from ui.viewmodels.desk.forms import Action, Actions, Field
from ui.viewmodels.desk.library.labels import LabelSheets
from ui.viewmodels.desk.library.lists import ListModel
from ui.viewmodels.desk.library.tabs import LibraryDesk
from ui.viewmodels.desk.library.words import (
    KINDS,
    Rooms,
    copy_line,
    day,
    event_lines,
    place,
    state_tone,
    state_words,
)
from ui.viewmodels.desk.table import Column, Table
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COLUMNS = (
    Column("编号", 120, sort="number"),
    Column("书名"),
    Column("状态", 180),
    Column("位置", 0),
)
_STATES = ("", "damaged", "lost", "withdrawn")
_LOSABLE = {"on_shelf", "on_loan", "on_hold", "damaged"}
_DAMAGEABLE = {"on_shelf", "on_loan", "on_hold", "lost"}
_WITHDRAWABLE = {"on_shelf", "on_hold", "damaged", "lost"}


@QmlElement
@QmlSingleton
class CopiesDesk(ListModel):
    """`state` of the copies that are listed, "" for all; `states` to choose from."""

    changed = Signal()
    sections = shown("QVariantList", "sections", changed)
    state = shown(str, "state", changed)
    states = shown("QVariantList", "states", changed)

    def __init__(self) -> None:
        super().__init__()
        self._copy: records.DeskCopy | None = None
        self._rooms = Rooms(self)
        self._table = Table(self, "copies", _COLUMNS, copy_line, self.chosen, sort="number")
        self._actions = Actions(self, self._specs(), self.acted)
        self.begin()

    table = Property(Table, lambda model: model._table, constant=True)
    actions = Property(Actions, lambda model: model._actions, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"sections": [], "state": "", "states": _states()}

    def retranslate(self) -> None:
        self._states = _states()
        super().retranslate()

    def first_look(self) -> None:
        self._rooms.ask()
        self.only(self._state)

    @Slot(str)
    def only(self, state: str) -> None:
        self.put(state=state)
        self._table.filter("state", state)

    def find(self, number: str) -> None:
        """From anywhere at the desk: this copy, without lending or returning it."""
        LibraryDesk.the().open("copies")
        self._table.search(number)

    @Slot()
    def label(self) -> None:
        if self._copy is not None:
            LabelSheets.the().want([self._copy.copy.number])
            LibraryDesk.the().open("labels")

    def look(self) -> None:
        self._copy = None
        if self._key:
            self.ask(DeskCopy(copy=self._key), self._came)
        else:
            self.put(sections=[])
            self._actions.refresh()

    def _came(self, found: records.DeskCopy | None) -> None:
        if found is None or found.copy.number != self._key:
            return
        self._copy = found
        self.put(sections=[{"title": "", "lines": _facts(found)}])
        self._actions.refresh()
        self.ask(CopyHistory(copy=found.copy.id), lambda events: self._history_came(found, events))

    def _history_came(self, found: records.DeskCopy, events: list[records.CopyEvent]) -> None:
        if self._copy is found:
            self.put(
                sections=[
                    {"title": "", "lines": _facts(found)},
                    {"title": say("经过"), "lines": event_lines(events)},
                ]
            )

    def _in(self, states: set[str]) -> Any:
        return lambda: self._copy is not None and self._copy.copy.state in states

    def _this(self) -> dict[str, Any]:
        return {"copy": self._copy.copy.id} if self._copy else {}

    def _specs(self) -> list[Action]:
        this, any_state = self._this, lambda: self._copy is not None
        now = {
            "location": lambda: self._copy.location_code if self._copy else "",
            "shelf": lambda: self._copy.copy.shelf if self._copy else "",
            "kind": lambda: self._copy.copy.kind if self._copy else "",
        }
        where = (
            Field("location", "放在哪里", "choice", False, self._rooms.options, now["location"]),
            Field("shelf", "架位", required=False, default=now["shelf"]),
        )
        kind = Field("copy_kind", "哪一种", "choice", True, KINDS, now["kind"])
        return [
            Action("found", "找到了", FoundCopy, (), this, self._in({"lost"}), "circle-check", "good", told="找到了"),
            Action("repaired", "修好了", RepairCopy, (), this, self._in({"damaged"}), "circle-check", "good", told="修好了"),
            Action("damaged", "送修", MarkDamaged, (), this, self._in(_DAMAGEABLE), "triangle-alert", told="记为待修补"),
            Action(
                "lost", "报失", ReportLost, (), this, self._in(_LOSABLE), "search-x", told="已报失",
                confirm="记为遗失。找到时随时可以改回来。",
            ),
            Action("move", "换位置", MoveCopy, where, this, any_state, "map-pin", told="位置改了"),
            Action("kind", "改种类", SetCopyKind, (kind,), this, any_state, "book", told="种类改了"),
            Action(
                "withdraw", "下架", WithdrawCopy, (), this, self._in(_WITHDRAWABLE), "trash-2", "error", told="已下架",
                confirm="永久移出馆藏，不能撤销。等这本书的人会看到预约已取消。",
            ),
        ]  # fmt: skip


PLACES[ScanKind.COPY] = Place("library", lambda number: CopiesDesk.the().find(number))


def _states() -> list[dict[str, str]]:
    return [{"value": one, "words": state_words("copy", one) if one else say("全部")} for one in _STATES]


def _facts(found: records.DeskCopy) -> list[dict[str, str]]:
    copy, loan, hold = found.copy, found.loan, found.hold
    lines = [
        {"label": say("编号"), "value": copy.number},
        {"label": say("书名"), "value": found.title},
        {"label": say("作者"), "value": found.author},
        {
            "label": say("状态"),
            "value": state_words("copy", copy.state),
            "tone": state_tone("copy", copy.state),
        },
        {"label": say("位置"), "value": place(copy)},
        {"label": say("种类"), "value": state_words("copy_kind", copy.kind)},
        {"label": say("借给"), "value": say("%1，%2还", loan.reader, day(loan.due)) if loan else ""},
        {"label": say("留给"), "value": say("%1，到 %2", hold.reader, day(hold.ready_until)) if hold else ""},
        {"label": say("等这本的"), "value": say("%1 人在等", found.waiting) if found.waiting else ""},
    ]
    return [line for line in lines if line["value"]]
