"""What the library's tabs with a long table share: the row in front, its details, its buttons, being read anew."""

from typing import Any

from PySide6.QtCore import Qt, QTimer

from ui import context
from ui.viewmodels.desk.forms import Action, Actions
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.table import Table
from ui.viewmodels.desk.told import Told
from ui.words import say

_NEWS_MS = 400


class ListModel(DeskModel):
    """The subclass makes `_table` and `_actions` and declares them as properties; `_key` is the chosen row's."""

    changed: Any
    _table: Table
    _actions: Actions

    def begin(self) -> None:
        """At the end of the subclass's __init__."""
        self._key = ""
        self._again = QTimer(self, singleShot=True, interval=_NEWS_MS)
        self._again.timeout.connect(self._refresh)
        context.current().background.news.connect(self._again.start, Qt.ConnectionType.QueuedConnection)
        self.operator_changed()

    def look(self) -> None:
        """Read what the chosen row is about, and put it into `sections`; nothing is chosen when `_key` is empty."""

    def chosen(self, key: str) -> None:
        self._key = key
        self.look()

    def acted(self, action: Action, answer: Any) -> None:
        Told.the().say(say(action.told or action.words))
        self._refresh()

    def retranslate(self) -> None:
        self._table.retranslate()
        self._table.reload()
        self._key = ""
        self.look()
        super().retranslate()

    def _refresh(self) -> None:
        if self.operator() is not None and self._table.property("loaded"):
            self._table.refresh()
            if self._key:
                self.look()

    def operator_changed(self) -> None:
        self._table.clear()
        self._key = ""
        self.look()
        if self.operator() is not None:
            self.first_look()

    def first_look(self) -> None:
        """Somebody has signed in."""
        self._table.reload()
