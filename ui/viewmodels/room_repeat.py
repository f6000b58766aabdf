"""Once, or every week: how often, and which of the dates can be had, before anything is sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.base import TimeOfDay
from kiosk.commands.booking_series import SeriesPreview
from kiosk.domain.reasons import Reason
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import short_day
from ui.viewmodels.records import RecordModel
from ui.viewmodels.room_calendar import RoomCalendar
from ui.viewmodels.room_words import why_not
from ui.viewmodels.rooms import Rooms
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

WEEKLY = "FREQ=WEEKLY"


@dataclass(frozen=True, slots=True)
class DateRow:
    text: str
    word: str
    can: bool


@QmlElement
@QmlSingleton
class RoomRepeat(ViewModel):
    """`times` is how many weeks, `most` how many may be asked for, `possible` how many of `times` can be had."""

    _of: tuple[Any, ...]

    changed = Signal()
    times = shown(int, "times", changed)
    most = shown(int, "most", changed)
    possible = shown(int, "possible", changed)
    ready = shown(bool, "ready", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dates: Sequence[records.SeriesDate] = ()
        self._rows = RecordModel(DateRow)

    dates = Property(QObject, lambda self: self._rows, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "times": 2,
            "most": 1,
            "possible": 1,
            "ready": False,
            "of": (),
            "rule_for": "",
            "words_for": "",
        }

    def reset(self) -> None:
        self._dates = ()
        self._rows.show(())
        super().reset()

    def retranslate(self) -> None:
        self._show()

    @property
    def rule(self) -> str:
        """Empty for once, and for another time than it was said for."""
        return str(self._rule_for) if self._of == _chosen() else ""

    @property
    def words(self) -> str:
        return str(self._words_for) if self.rule else ""

    @Slot()
    def load(self) -> None:
        """The dates of the chosen time; another time begins anew with two."""
        times = RoomCalendar.the().times
        if times is None:
            return
        if self._of != _chosen():
            self.reset()
            self.put(of=_chosen())
        question = SeriesPreview(
            room=Rooms.the()._code, date=date.fromisoformat(RoomCalendar.the()._day), start=TimeOfDay(times[0]),
            end=TimeOfDay(times[1]), rule=WEEKLY,
        )  # fmt: skip
        self.ask(question, self._came)

    @Slot(int)
    def choose(self, times: int) -> None:
        self.put(times=times)
        self._show()

    @Slot()
    def once(self) -> None:
        self.put(rule_for="", words_for="")
        Shell.the().back()

    @Slot()
    def accept(self) -> None:
        self.put(
            rule_for=f"{WEEKLY};COUNT={self._times}", words_for=say("每周一次，共 %1 次", self._possible)
        )
        Shell.the().back()

    def _came(self, dates: Sequence[records.SeriesDate]) -> None:
        self._dates = dates
        self.put(ready=True, most=max(len(dates), 1), times=min(self._times, max(len(dates), 1)))
        self._show()

    def _show(self) -> None:
        wanted = self._dates[: self._times]
        self._rows.show([_row(one) for one in wanted])
        self.put(possible=sum(one.reason is None for one in wanted) or 1)


def _row(one: records.SeriesDate) -> DateRow:
    word = say("可约") if one.reason is None else why_not(Reason(one.reason))
    return DateRow(short_day(one.date), word, one.reason is None)


def _chosen() -> tuple[Any, ...]:
    return Rooms.the()._code, RoomCalendar.the()._day, RoomCalendar.the().times
