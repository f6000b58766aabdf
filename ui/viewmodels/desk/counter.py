"""The counter: call the next one, serve, put aside, end; who waits."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records, tickets
from kiosk.commands import ticket_desk as desk
from kiosk.commands.desk import CounterNow
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.rows import QueueLine, queue_line
from ui.viewmodels.desk.session import Session
from ui.viewmodels.records import RecordModel
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_REFRESH_MS = 15_000
_BY_TICKET = {
    "start": tickets.StartTicket, "resolve": tickets.ResolveTicket, "no_show": tickets.NoShowTicket,
    "reinstate": tickets.ReinstateTicket, "recall": desk.RecallTicket, "hold": desk.HoldTicket,
}  # fmt: skip


@QmlElement
@QmlSingleton
class Counter(DeskModel):
    """`number`, `item`, `person` of whom this counter serves; `state` is called, serving or empty."""

    changed = Signal()
    size = shown(int, "size", changed)
    aside_count = shown(int, "aside_count", changed)
    ticket = shown(str, "ticket", changed)
    number = shown(str, "number", changed)
    item = shown(str, "item", changed)
    person = shown(str, "person", changed)
    state = shown(str, "state", changed)
    lasting = shown(str, "lasting", changed)
    provisional = shown(bool, "provisional", changed)
    next_number = shown(str, "next_number", changed)
    waiting_words = shown(str, "waiting_words", changed)
    done_words = shown(str, "done_words", changed)
    elsewhere_words = shown(str, "elsewhere_words", changed)

    def __init__(self) -> None:
        super().__init__()
        self._lines, self._aside = RecordModel(QueueLine, self), RecordModel(QueueLine, self)
        self._last: Any = None
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        context.current().background.news.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        Session.the().changed.connect(self._seat_changed)
        self._seat = ""

    def fresh(self) -> dict[str, Any]:
        texts = ("ticket", "number", "item", "person", "state", "lasting", "next_number")
        return dict.fromkeys((*texts, "waiting_words", "done_words", "elsewhere_words"), "") | {
            "provisional": False,
            "size": 0,
            "aside_count": 0,
        }

    def _read_lines(self) -> QObject:
        return self._lines

    def _read_aside(self) -> QObject:
        return self._aside

    lines = Property(QObject, _read_lines, constant=True)
    aside = Property(QObject, _read_aside, constant=True)

    @Slot()
    def refresh(self) -> None:
        if Session.the().actor is not None and Session.the()._counter:
            self.ask(CounterNow(counter=Session.the()._counter), self._show)

    @Slot()
    def call_next(self) -> None:
        self.wish(tickets.CallNext(counter=Session.the()._counter), self._moved)

    @Slot(str)
    def call_number(self, number: str) -> None:
        """Typed: it may have been given by a terminal that is cut off."""
        self.wish(desk.CallNumber(counter=Session.the()._counter, number=number.strip()), self._moved)

    @Slot(str)
    def move(self, how: str) -> None:
        """Of whom is served: start, resolve, no_show, recall, hold."""
        if self._ticket:
            self.wish(_BY_TICKET[how](ticket=self._ticket), self._moved)

    @Slot(str, str)
    def move_one(self, how: str, ticket: str) -> None:
        """Of one put aside or missed: start, reinstate."""
        self.wish(_BY_TICKET[how](ticket=ticket), self._moved)

    def refused(self, answer: Any) -> None:
        self.refresh()

    def retranslate(self) -> None:
        if self._last is not None:
            self._show(self._last)

    def _moved(self, answer: Any) -> None:
        self.refresh()

    def operator_changed(self) -> None:
        self._last = None
        for rows in (self._lines, self._aside):
            rows.show([])
        self.reset()
        self.refresh()

    def _seat_changed(self) -> None:
        if self._seat != Session.the()._counter:
            self._seat = Session.the()._counter
            self.refresh()

    def _show(self, now: records.CounterNow) -> None:
        self._last = now
        at = context.current().clock()
        self._lines.show([queue_line(row, at) for row in now.waiting])
        self._aside.show([queue_line(row, at) for row in (*now.aside, *now.missed)])
        one = queue_line(now.serving, at) if now.serving else None
        usual = say(" · 平均 %1 分", now.usual) if now.usual else ""
        self.put(
            size=len(now.waiting),
            aside_count=len(now.aside) + len(now.missed),
            ticket=one.ticket if one else "",
            number=one.number if one else "",
            item=one.item if one else "",
            person=one.person if one else "",
            state=str(now.serving.state) if now.serving else "",
            lasting=one.lasting if one else "",
            provisional=bool(one and one.pending),
            next_number=now.waiting[0].number if now.waiting else "",
            waiting_words=say("等候 %1 人 · 约 %2 分", len(now.waiting), now.minutes),
            done_words=say("今天已办 %1 件", now.done) + usual,
            elsewhere_words=say("您还有号在办：%1", _named(now.elsewhere)) if now.elsewhere else "",
        )


def _named(counters: Sequence[records.Counter]) -> str:
    english = language() == "en"
    return (", " if english else "、").join(one.name_en if english else one.name for one in counters)
