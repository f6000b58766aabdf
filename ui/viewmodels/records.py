"""One list model for all records: its roles are the fields of the record."""

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import (
    Property,
    QAbstractListModel,
    QByteArray,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Signal,
    Slot,
)

_FIRST = 0x0101  # Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex


class RecordModel(QAbstractListModel):
    """Shows frozen records; never asks for them. Dates become ISO text: view-models say them in words."""

    count_changed = Signal()

    def __init__(self, record: type, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._fields = _names(record)
        self._rows: Sequence[Any] = ()

    def show(self, rows: Sequence[Any]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        self.count_changed.emit()

    def extend(self, rows: Sequence[Any]) -> None:
        """More of the same list: what is in sight stays where it is."""
        if not rows:
            return
        count = len(self._rows)
        self.beginInsertRows(QModelIndex(), count, count + len(rows) - 1)
        self._rows = [*self._rows, *rows]
        self.endInsertRows()
        self.count_changed.emit()

    @property
    def rows(self) -> Sequence[Any]:
        return self._rows

    def rowCount(self, parent: Index | None = None) -> int:
        return len(self._rows)

    count = Property(int, rowCount, notify=count_changed)

    def data(self, index: Index, role: int = 0) -> Any:
        if not 0 <= index.row() < len(self._rows) or role < _FIRST:
            return None
        return plain(getattr(self._rows[index.row()], self._fields[role - _FIRST]))

    def roleNames(self) -> dict[int, QByteArray]:
        return {_FIRST + i: QByteArray(name.encode()) for i, name in enumerate(self._fields)}

    @Slot(int, result="QVariantMap")
    def at(self, row: int) -> dict[str, Any]:
        return {name: plain(getattr(self._rows[row], name)) for name in self._fields}


def plain(value: Any) -> Any:
    """What QML understands: records become maps, tuples lists, dates ISO text, None an empty text."""
    if value is None:
        return ""
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    if is_dataclass(value) or hasattr(value, "__struct_fields__"):
        return {name: plain(getattr(value, name)) for name in _names(type(value))}
    return value


def _names(record: type) -> tuple[str, ...]:
    if is_dataclass(record):
        return tuple(f.name for f in fields(record))
    return tuple(record.__struct_fields__)  # type: ignore[attr-defined]
