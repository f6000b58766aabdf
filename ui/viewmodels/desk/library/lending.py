"""Lending and returning by scanning: a card opens its reader, a book is lent to them; without a reader it comes back."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.desk_library import DeskCopy, DeskReader
from kiosk.commands.library import (
    CheckOutCopy,
    KeepHistory,
    PlaceHold,
    RenewLoan,
    RenewLoans,
    ReturnCopy,
    UndoReturn,
)
from ui.viewmodels.base import shown
from ui.viewmodels.desk.forms import Action, Actions, Field
from ui.viewmodels.desk.library.reader_words import reader_map, title_words
from ui.viewmodels.desk.library.scans import Scans
from ui.viewmodels.desk.library.words import HoldLine, LoanLine, day, hold_line, iso_day, loan_line, place
from ui.viewmodels.desk.told import Told
from ui.viewmodels.records import RecordModel
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SOON_MS = 50


@QmlElement
@QmlSingleton
class Lending(Scans):
    """`reader` of the moment as a map, empty without one; `offers` to choose from when a scan or words leave it open."""

    changed = Signal()
    reader = shown("QVariantMap", "reader", changed)
    offers = shown("QVariantList", "offers", changed)
    asking = shown(str, "asking", changed)
    lent = shown(int, "lent", changed)

    def __init__(self) -> None:
        super().__init__()
        self._loans, self._holds = RecordModel(LoanLine, self), RecordModel(HoldLine, self)
        self._actions = Actions(self, self._specs(), self._acted)
        self.operator_changed()

    def fresh(self) -> dict[str, Any]:
        return {"reader": {}, "offers": [], "asking": "", "lent": 0}

    loans = Property(QObject, lambda model: model._loans, constant=True)
    holds = Property(QObject, lambda model: model._holds, constant=True)
    lines = Property(QObject, lambda model: model._lines, constant=True)
    actions = Property(Actions, lambda model: model._actions, constant=True)

    @Slot(str)
    def scan(self, text: str) -> None:
        """What the scanner sent, or a hand typed."""
        self.hear(text)

    @Slot(int)
    def choose(self, place: int) -> None:
        self.take_offer(place)

    @Slot()
    def next_reader(self) -> None:
        self.end_visit()

    @Slot(str)
    def renew(self, copy: str) -> None:
        self._wish(copy, "", RenewLoan(copy=copy), lambda answer: self._renewed(copy, answer))

    @Slot()
    def renew_all(self) -> None:
        if self._last is not None:
            self._wish("", "", RenewLoans(resident=self._last.id), self._renewed_all)

    @Slot(str)
    def give_back(self, copy: str) -> None:
        """One of the reader's loans comes back, without a scan."""
        self.ask(DeskCopy(copy=copy), lambda found: self._return(found) if found else None)

    @Slot(str)
    def fetch(self, copy: str) -> None:
        """What lay ready for the reader is handed over."""
        self.scan(copy)

    def retranslate(self) -> None:
        self.show_reader(self._last)
        super().retranslate()

    def reset(self) -> None:
        self._begin_anew()
        super().reset()

    def take(self, found: records.DeskCopy) -> None:
        """Lent to the reader at the desk; without one it comes back."""
        if self._last is not None:
            self._lend(found)
        else:
            self._return(found)

    def _lend(self, found: records.DeskCopy) -> None:
        reader = self._last
        assert reader is not None
        copy, title = found.copy.number, found.title
        if found.loan is not None and found.loan.resident == reader.id:
            self._note(
                copy, title, say("这本已经在他名下，%1还。要还或续借，点右边", day(found.loan.due)), "wait"
            )
            self._rest()
            return
        self._wish(
            copy, title, CheckOutCopy(copy=found.copy.id, resident=reader.id),
            lambda answer: self._lent_one(found, answer),
        )  # fmt: skip

    def _lent_one(self, found: records.DeskCopy, answer: Any) -> None:
        copy, title, due = found.copy.number, found.title, iso_day(answer.result["due"])
        words = say("借出，%1还", due)
        if found.loan is not None:
            words = say("借出，%1还。原来在 %2 名下，已替他还", due, found.loan.reader or say("别人"))
        self._note(copy, title, words, "good")
        self.put(lent=self._lent + 1)
        Told.the().say(say("《%1》已借出", title), lambda: self._undo_lending(copy, title))
        self._look_again()

    def _return(self, found: records.DeskCopy) -> None:
        self._wish(
            found.copy.number,
            found.title,
            ReturnCopy(copy=found.copy.id),
            lambda answer: self._returned(found, answer),
        )

    def _returned(self, found: records.DeskCopy, answer: Any) -> None:
        copy, title, loan = found.copy.number, found.title, found.loan
        who = loan.reader if loan is not None else ""
        late = say("逾期 %1 天", loan.days_late) if loan is not None and loan.days_late else ""
        if answer.result.get("hold"):
            self._note(copy, title, say("已还。有人预约，请放预约架"), "wait")
        else:
            self._note(
                copy,
                title,
                " · ".join(filter(None, (say("已还，放回 %1", place(found.copy)), who, late))),
                "good",
            )
        back = (lambda: self._undo_return(found)) if loan is not None and loan.resident else None
        Told.the().say(say("《%1》已还", title), back)
        self._look_again()

    def _undo_lending(self, copy: str, title: str) -> None:
        self._wish(
            copy,
            title,
            ReturnCopy(copy=copy),
            lambda answer: self._undone(copy, title, say("撤销了，没有借出")),
        )

    def _undo_return(self, found: records.DeskCopy) -> None:
        """Its loan goes on as it was, if nothing else has happened to the book."""
        loan, number, title = found.loan, found.copy.number, found.title
        assert loan is not None
        self._wish(
            number, title, UndoReturn(loan=loan.id),
            lambda answer: self._undone(
                number, title, say("撤销了，仍在 %1 名下，%2还", loan.reader, iso_day(answer.result["due"]))
            ),
        )  # fmt: skip

    def _undone(self, copy: str, title: str, words: str) -> None:
        self._note(copy, title, words, "wait")
        self._look_again()

    def _renewed(self, copy: str, answer: Any) -> None:
        title = (
            next((one.title for one in self._last.loans if one.copy == copy), copy) if self._last else copy
        )
        self._note(copy, title, say("续借到 %1", iso_day(answer.result["due"])), "good")
        self._look_again()

    def _renewed_all(self, answer: Any) -> None:
        count = len(answer.result.get("renewed", ()))
        self._note(
            "",
            say("全部续借"),
            say("续了 %1 本", count) if count else say("没有能续的"),
            "good" if count else "wait",
        )
        self._look_again()

    def _acted(self, action: Action, answer: Any) -> None:
        words = say("已预约，到书后留给他") if action.key == "hold" else say("已改")
        self._note("", say(action.words), words, "good")
        self._look_again()

    def _look_again(self) -> None:
        """The reader's books as they are now; then the next scan."""
        if self._last is None:
            self._rest()
            return
        visit = self._visit
        self.ask(DeskReader(reader=self._last.id), lambda found: self._seen_again(visit, found))

    def _seen_again(self, visit: int, found: records.DeskReader | None) -> None:
        if visit != self._visit:
            return  # whoever it was has gone
        self.show_reader(found)
        self._rest()

    def _wish(self, key: str, title: str, command: Any, done: Callable[[Any], None]) -> None:
        self._working = True
        if self._is_wishing:  # a form's, which nobody waits for long
            QTimer.singleShot(_SOON_MS, self, lambda: self._wish(key, title, command, done))
            return

        def refused(words: str) -> None:
            self._note(key, title or key, words, "error")
            self._rest()

        self.wish(command, done, refused)

    def _fail(self, error: Exception) -> None:
        self._working = False
        super()._fail(error)

    def show_reader(self, found: records.DeskReader | None) -> None:
        self._last = found
        self._loans.show([loan_line(one) for one in found.loans] if found else [])
        self._holds.show([hold_line(one) for one in found.holds] if found else [])
        self.put(reader=reader_map(found) if found else {})
        self._actions.refresh()

    def operator_changed(self) -> None:
        self._begin_anew()

    def _resident(self) -> dict[str, Any]:
        return {"resident": self._last.id} if self._last else {}

    def _specs(self) -> list[Action]:
        here = self._has_reader
        title = Field(
            "title", "预约哪本书", "find", find="titles", find_words=title_words, hint="书名、作者、ISBN"
        )
        return [
            Action("hold", "代他预约", PlaceHold, (title,), self._resident, here, "book-marked"),
            Action(
                "history", "借阅记录", KeepHistory, (Field("on", "记住他借过的书", "switch"),), self._resident, here,
                "book-open",
            ),
        ]  # fmt: skip

    def _has_reader(self) -> bool:
        return self._last is not None
