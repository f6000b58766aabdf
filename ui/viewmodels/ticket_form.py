"""The small form of an errand: one question a screen, each may be skipped, none needs a letter typed."""

from calendar import monthrange
from datetime import date
from typing import Any

import msgspec
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.domain.forms import check_answer
from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import day_words
from ui.viewmodels.records import RecordModel
from ui.viewmodels.shell import Shell
from ui.viewmodels.ticket_rows import ChoiceRow, in_language, leaf, more_words
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

TOUCHED = frozenset({"choice", "number", "phone", "date"})


@QmlElement
@QmlSingleton
class TicketForm(ViewModel):
    """`kind` says which control asks the question; what was chosen stays when one goes back. One that is `required` may be
    left to the counter.
    """

    changed = Signal()
    kind = shown(str, "kind", changed)
    help = shown(str, "help", changed)
    required = shown(bool, "required", changed)
    label = shown(str, "label", changed)
    step = shown(str, "step", changed)
    value = shown(str, "value", changed)
    error = shown(str, "error", changed)
    good = shown(bool, "good", changed)
    more = shown(str, "more", changed)
    digits = shown(int, "digits", changed)
    year = shown(int, "year", changed)
    month = shown(int, "month", changed)
    day = shown(int, "day", changed)
    day_text = shown(str, "day_text", changed)
    last_day = shown(int, "last_day", changed)
    this_year = shown(int, "this_year", changed)

    _fields: tuple[Any, ...]
    _answers: dict[str, Any]
    _index: int
    _leaf: int

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._options = RecordModel(ChoiceRow)

    options = Property(QObject, lambda self: self._options, constant=True)

    def fresh(self) -> dict[str, Any]:
        today = context.current().clock().date()
        return {
            "fields": (), "answers": {}, "index": 0, "leaf": 0, "kind": "", "label": "", "help": "", "required": False,
            "step": "",
            "value": "", "error": "", "good": False, "more": "", "digits": 3, "last_day": 31, "day_text": "",
            "this_year": today.year, "year": today.year, "month": today.month, "day": today.day,
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        self._options.show([])

    def retranslate(self) -> None:
        self._show()

    def begin(self, item: Any) -> None:
        """Another item: another form, and the answers to the old one are dropped."""
        super().reset()
        self._fields = tuple(field for field in item.fields if field.kind in TOUCHED)

    @property
    def answers(self) -> dict[str, Any]:
        return dict(self._answers)

    @property
    def phone(self) -> str | None:
        """One that was given here is not asked for again."""
        return next((self._answers.get(field.key) for field in self._fields if field.kind == "phone"), None)

    @property
    def length(self) -> int:
        return len(self._fields)

    @Slot()
    def open(self) -> None:
        self._go(0)
        Shell.the().open("kiosk/tickets/FormPage.qml")

    @Slot()
    def previous(self) -> None:
        self._go(self._index - 1) if self._index else Shell.the().back()

    @Slot(str)
    def choose(self, value: str) -> None:
        self._keep(value)
        self._next()

    @Slot(str)
    def type(self, value: str) -> None:
        checked = check_answer(msgspec.to_builtins(self._field), value)
        self.put(value=value, good=checked is not None, error=self._complaint(value, checked is not None))

    @Slot(int, int, int)
    def set_day(self, year: int, month: int, day: int) -> None:
        last = monthrange(year, month)[1]
        text = day_words(date(year, month, min(day, last)))
        self.put(year=year, month=month, last_day=last, day=min(day, last), day_text=text, good=True)

    @Slot()
    def confirm(self) -> None:
        dated = self._kind == "date"
        self._keep(date(self._year, self._month, self._day).isoformat() if dated else self._value)
        self._next()

    @Slot()
    def skip(self) -> None:
        self._answers.pop(self._field.key, None)
        self._next()

    @Slot()
    def turn(self) -> None:
        self._leaf += 1
        self._show()

    @property
    def _field(self) -> Any:
        return self._fields[self._index]

    def _keep(self, value: str) -> None:
        self._answers[self._field.key] = check_answer(msgspec.to_builtins(self._field), value)

    def _next(self) -> None:
        if self._index + 1 < len(self._fields):
            self._go(self._index + 1)
        else:
            Shell.the().back()

    def _go(self, index: int) -> None:
        self._index, self._leaf = index, 0
        value = str(self._answers.get(self._field.key, ""))
        if self._field.kind == "date":
            day = date.fromisoformat(value) if value else context.current().clock().date()
            self.set_day(day.year, day.month, day.day)
        self.put(value=value, error="", good=bool(value) or self._field.kind == "date")
        self._show()

    def _show(self) -> None:
        if not self._fields:
            return
        field, english, fit = self._field, Shell.the()._english, 4 if Shell.the()._large else 6
        options = [ChoiceRow(option.value, in_language(option, "label", english)) for option in field.options]
        self._options.show(leaf(options, self._leaf, fit))
        self.put(
            kind=field.kind,
            label=in_language(field, "label", english),
            help=in_language(field, "help", english),
            required=field.required,
            more=more_words(options, self._leaf, fit),
            step=say("%1 / %2", self._index + 1, len(self._fields)),
            digits=len(str(field.max or 99999)),
        )

    def _complaint(self, value: str, good: bool) -> str:
        """A half-typed phone is not wrong yet; a number is judged at once."""
        if good or not value or self._kind == "phone":
            return ""
        return say("请填 %1 到 %2", self._field.min or 0, self._field.max or 99999)
