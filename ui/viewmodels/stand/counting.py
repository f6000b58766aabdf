"""How many have come: said with a few touches by whoever likes to, after the check-in; left alone it is as booked."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.checkin import CountPeople
from kiosk.domain.states import OutcomeStatus
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.sentences import sentence
from ui.viewmodels.stand.answer import Answer
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_MOST = 999  # where nobody has said how many a room seats


@QmlElement
@QmlSingleton
class HeadCount(ViewModel):
    """`open`: it may be said now; `people` is what the buttons show; `told` says what was noted, or why not."""

    changed = Signal()
    touched = Signal()  # whoever touches is not done yet
    open = shown(bool, "open", changed)
    people = shown(int, "people", changed)
    most = shown(int, "most", changed)
    booked = shown(str, "booked", changed)
    told = shown(str, "told", changed)

    def fresh(self) -> dict[str, Any]:
        return {"open": False, "people": 1, "most": _MOST, "booked": "", "told": "", "code": ""}

    def begin(self, answer: Answer, code: str) -> None:
        """For the check-in that `answer` tells of; `code` is the right to say it."""
        self.reset()
        if answer.countable:
            most = answer.seats or _MOST
            self.put(open=True, people=max(1, min(answer.people, most)), most=most, code=code)
        self.say_again(answer)

    def say_again(self, answer: Answer) -> None:
        """In the language of the moment."""
        booked = say("预约 %1 人", answer.people)
        self.put(booked=say("%1 · 最多 %2 人", booked, answer.seats) if answer.seats else booked)

    @Slot(int)
    def change(self, step: int) -> None:
        self.touched.emit()
        self.put(people=max(1, min(self._most, self._people + step)))

    @Slot()
    def tell(self) -> None:
        self.touched.emit()
        self.do(CountPeople(code=self._code, people=self._people), self._noted)

    def _noted(self, answer: Any) -> None:
        refused = answer.status == OutcomeStatus.REFUSED
        words = sentence(answer.reason, answer.detail) if refused else say("登记了 %1 人", self._people)
        self.put(open=False, told=words)

    def _fail(self, error: Exception) -> None:
        """Nothing was stored; the check-in stands all the same."""
        super()._fail(error)
        self.put(open=False, told=self._problem)
