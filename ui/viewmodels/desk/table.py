"""A long table for QML: rows come a page at a time as they are scrolled to, sorted and searched by the station."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.commands.desk_lists import DeskList
from ui.viewmodels.base import shown
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_made_here: Any = QmlUncreatable("view-models make it")

PAGE = 100
_TYPING_MS = 60
_ROLES = {0x0101: "key", 0x0102: "cells", 0x0103: "tone"}
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Column:
    """`words` is Chinese source text; `width` in pixels, 0 takes its share of what is left; `sort` names an order."""

    words: str
    width: int = 0
    sort: str = ""
    right: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One row in words. `tone`: "", wait, error, good or muted, the colour of its first cell."""

    key: str
    cells: tuple[str, ...]
    tone: str = ""


class TableRows(QAbstractListModel):
    """As many rows as there are; those not yet read are blank and asked for with `wanted(page)`."""

    wanted = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._total = 0
        self.lines: dict[int, Line] = {}

    def rowCount(self, parent: Index | None = None) -> int:
        return self._total

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in _ROLES.items()}

    def data(self, index: Index, role: int = 0) -> Any:
        line = self.lines.get(index.row())
        if line is None:
            self.wanted.emit(index.row() // PAGE)
            return [] if role == 0x0102 else ""
        value = getattr(line, _ROLES[role]) if role in _ROLES else ""
        return list(value) if isinstance(value, tuple) else value

    def begin(self) -> None:
        """Another order or search: all rows anew."""
        self.beginResetModel()
        self._total, self.lines = 0, {}
        self.endResetModel()

    def put(self, offset: int, total: int, lines: Sequence[Line]) -> None:
        """What stands in sight stays where it is."""
        self._resize(total)
        self.lines.update(enumerate(lines, offset))
        if lines:
            self.dataChanged.emit(self.index(offset), self.index(offset + len(lines) - 1))

    def keep_only(self, pages: set[int]) -> None:
        """What lies elsewhere may have changed: it is read again when it is scrolled to."""
        self.lines = {row: line for row, line in self.lines.items() if row // PAGE in pages}

    def _resize(self, total: int) -> None:
        before = self._total
        if total > before:
            self.beginInsertRows(QModelIndex(), before, total - 1)
            self._total = total
            self.endInsertRows()
        elif total < before:
            self.beginRemoveRows(QModelIndex(), total, before - 1)
            self._total = total
            self.lines = {row: line for row, line in self.lines.items() if row < total}
            self.endRemoveRows()


@QmlElement
@_made_here
class Table(QObject):
    """`what` is a table of kiosk/services (`registry.pages`); `line` says a record in words.

    `owner` is the page's view-model: it asks as its operator. `on_choose` hears the key of the row that is chosen.
    """

    changed = Signal()
    columns = shown("QVariantList", "columns", changed)
    total = shown(int, "total", changed)
    query = shown(str, "query", changed)
    sort = shown(str, "sort", changed)
    down = shown(bool, "down", changed)
    filters = shown("QVariantMap", "filters", changed)
    chosen = shown(int, "chosen", changed)
    chosen_key = shown(str, "chosen_key", changed)
    loaded = shown(bool, "loaded", changed)

    def __init__(
        self,
        owner: Any,
        what: str,
        columns: Sequence[Column],
        line: Callable[[Any], Line],
        on_choose: Callable[[str], None] | None = None,
        sort: str = "",
        down: bool = False,
    ) -> None:
        super().__init__(owner)
        self._owner, self._what, self._all_columns, self._line = owner, what, columns, line
        self._on_choose = on_choose or (lambda key: None)
        self._usual = (sort, down)
        self._model = TableRows(self)
        self._model.wanted.connect(self._want)
        self._asked: set[int] = set()
        self._recent: list[int] = []
        self._generation = 0
        self._then: int | None = None
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._typing.timeout.connect(self.reload)
        self.clear()

    rows = Property(QObject, lambda table: table._model, constant=True)

    def clear(self) -> None:
        """As at the start, with nothing in it: the operator has left."""
        self._query = ""
        self._filters: dict[str, str] = {}
        self._sort, self._down = self._usual
        self._total, self._chosen, self._chosen_key, self._loaded = 0, -1, "", False
        self._forget()
        self.retranslate()

    def retranslate(self) -> None:
        self._columns = [
            {"words": say(one.words), "width": one.width, "sort": one.sort, "right": one.right}
            for one in self._all_columns
        ]
        self.changed.emit()

    @Slot(str)
    def search(self, text: str) -> None:
        """While it is typed: the last text counts."""
        if text.strip() != self._query:
            self._query = text.strip()
            self.changed.emit()
            self._typing.start()

    def seek(self, text: str) -> None:
        """From another page: the first of all that this finds."""
        self._filters, self._query = {}, text.strip()
        self.reload()
        self._then = 0

    def appear(self) -> None:
        """The page has come into sight; what is sought from another page is on its way already."""
        if self._loaded:
            self.refresh()
        elif self._then is None:
            self.reload()

    @Slot(str)
    def sort_by(self, sort: str) -> None:
        """Once more on the same turns it round."""
        self._sort, self._down = sort, (not self._down if sort == self._sort else False)
        self.reload()

    @Slot(str, str)
    def filter(self, name: str, value: str) -> None:
        """An empty value lets all through."""
        kept = {key: one for key, one in self._filters.items() if key != name}
        self._filters = kept | ({name: value} if value else {})
        self.reload()

    @Slot(int)
    def choose(self, row: int) -> None:
        if self._typing.isActive():  # of what was typed last, not of what is still shown
            self._typing.stop()
            self.reload()
            self._then = row
            return
        if not self._total:
            return
        self._chosen = max(0, min(row, self._total - 1))
        line = self._model.lines.get(self._chosen)
        self._chosen_key = line.key if line else ""
        self.changed.emit()
        if line:
            self._on_choose(line.key)

    @Slot(int)
    def step(self, by: int) -> None:
        self.choose(self._chosen + by)

    @Slot()
    def reload(self) -> None:
        """All anew, from the top."""
        self._forget()
        self._chosen, self._chosen_key = -1, ""
        self.changed.emit()
        self._want(0)

    @Slot()
    def refresh(self) -> None:
        """What is in sight may have changed; it stays where it is."""
        pages = set(self._recent[-2:]) or {0}
        self._model.keep_only(pages)
        self._generation += 1
        self._asked = set()
        for page in sorted(pages):
            self._want(page)

    def _forget(self) -> None:
        self._generation += 1
        self._asked, self._recent, self._then = set(), [], None
        self._model.begin()

    def _want(self, page: int) -> None:
        if page in self._asked:
            return
        self._asked.add(page)
        self._recent = [*(one for one in self._recent if one != page), page][-4:]
        generation = self._generation
        question = DeskList(
            what=self._what, q=self._query, sort=self._sort, down=self._down, where=dict(self._filters),
            offset=page * PAGE, limit=PAGE,
        )  # fmt: skip

        def read(station: Any, actor: Any) -> Any:
            """Nothing when more has been typed by the time the worker comes to it."""
            return station.ask(question, actor) if generation == self._generation else None

        self._owner.gather(read, lambda found: self._came(generation, page, found))

    def _came(self, generation: int, page: int, found: Any) -> None:
        if generation != self._generation:
            return
        self._total, self._loaded = found.total, True
        self._model.put(page * PAGE, found.total, [self._line(record) for record in found.rows])
        self._follow_chosen()
        self.changed.emit()
        if self._then is not None:
            row, self._then = self._then, None
            self.choose(row)

    def _follow_chosen(self) -> None:
        """The chosen row may have moved, or gone."""
        at = next((row for row, line in self._model.lines.items() if line.key == self._chosen_key), None)
        if self._chosen_key and at is not None:
            self._chosen = at
        elif self._chosen >= self._total:
            self._chosen, self._chosen_key = -1, ""
