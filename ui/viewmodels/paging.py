"""Rows shown all at once, or in 长辈版 a few at a time."""

from collections.abc import Sequence
from typing import Any

from ui.viewmodels.records import RecordModel
from ui.viewmodels.shell import Shell

FEW = 4


class Paged:
    """A list model with `turn` to the next few; after the last come the first again."""

    def __init__(self, record: type) -> None:
        self.model = RecordModel(record)
        self._all: Sequence[Any] = ()
        self._first = 0

    def show(self, rows: Sequence[Any]) -> None:
        self._all = rows
        if self._first >= len(rows):
            self._first = 0
        self._show_page()

    def turn(self) -> None:
        self._first += FEW
        self.show(self._all)

    def clear(self) -> None:
        self._first = 0
        self.show(())

    @property
    def all(self) -> Sequence[Any]:
        return self._all

    @property
    def more(self) -> bool:
        return self._is_paged() and len(self._all) > FEW

    def _is_paged(self) -> bool:
        return bool(Shell.the()._large)

    def _show_page(self) -> None:
        page = self._all[self._first : self._first + FEW] if self._is_paged() else self._all
        self.model.show(page)
