"""Requests for rooms that wait for a decision: agree at once, decline with a kind reason."""

from typing import Any

from PySide6.QtCore import Property, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.bookings import ApproveBooking, RejectBooking
from kiosk.commands.desk import RequestsToDecide
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.rooms.bookings import Bookings
from ui.viewmodels.desk.rows import RequestRow, request_row
from ui.viewmodels.desk.session import Session
from ui.viewmodels.records import RecordModel
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_REFRESH_MS = 30_000
_KIND = (
    "这个时间社区有公共活动，抱歉让您白跑了。",
    "人数超出了房间能坐下的，换大一点的房间再约吧。",
    "用途还说不清楚，请到服务台当面说一说。",
    "这个房间要检修，换一天我们帮您留着。",
)


@QmlElement
@QmlSingleton
class Requests(DeskModel):
    """`chosen` is the row that the keys act on; `declining` the booking whose reason is asked for."""

    changed = Signal()
    size = shown(int, "size", changed)
    chosen = shown(int, "chosen", changed)
    declining = shown(str, "declining", changed)
    reasons = shown("QVariantList", "reasons", changed)
    told = shown(str, "told", changed)

    def __init__(self) -> None:
        super().__init__()
        self._rows = RecordModel(RequestRow, self)
        self._last: list[Any] = []
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        context.current().background.news.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        Bookings.the().heard.append(self.refresh)

    def fresh(self) -> dict[str, Any]:
        return {
            "size": 0,
            "chosen": 0,
            "declining": "",
            "reasons": [say(text) for text in _KIND],
            "told": "",
        }

    def _read_rows(self) -> QObject:
        return self._rows

    rows = Property(QObject, _read_rows, constant=True)

    @Slot()
    def refresh(self) -> None:
        if Session.the().actor is not None:
            self.ask(RequestsToDecide(), self._show)

    @Slot(int)
    def choose(self, row: int) -> None:
        self.put(chosen=max(0, min(row, len(self._last) - 1)))
        self._open_chosen()

    @Slot(str)
    def approve(self, booking: str) -> None:
        self.wish(ApproveBooking(booking=booking), lambda answer: self._decided(booking, "同意了"))

    @Slot()
    def approve_chosen(self) -> None:
        if self._last:
            self.approve(self._last[self._chosen].booking)

    @Slot(str)
    def decline(self, booking: str) -> None:
        """Ask why first; an empty text asks no more."""
        self.put(declining=booking)
        if booking:
            Bookings.the().open(booking)

    @Slot()
    def decline_chosen(self) -> None:
        if self._last:
            self.decline(self._last[self._chosen].booking)

    @Slot(str)
    def reject(self, why: str) -> None:
        if self._declining and why.strip():
            self.reject_now(self._declining, why.strip())

    def reject_now(self, booking: str, why: str) -> None:
        self.wish(RejectBooking(booking=booking, why=why), lambda answer: self._decided(booking, "没有同意"))

    @Slot()
    def show(self) -> None:
        """The inbox has come into sight: the chosen one stands beside it."""
        self._open_chosen()

    def _open_chosen(self) -> None:
        if Session.the()._page == "requests" and Bookings.the()._part == "inbox":
            if self._last:
                Bookings.the().open(self._last[self._chosen].booking)
            else:
                Bookings.the().close()

    def refused(self, answer: Any) -> None:
        self.put(declining="")
        self.refresh()

    def retranslate(self) -> None:
        self._reasons = [say(text) for text in _KIND]
        self._show(self._last)

    def _decided(self, booking: str, what: str) -> None:
        one = next((row for row in self._last if row.booking == booking), None)
        self.put(declining="", told=say("%1：%2", one.number if one else "", say(what)))
        Bookings.the().something_done()

    def _show(self, found: list[Any]) -> None:
        self._last = found
        now = context.current().clock()
        self._rows.show([request_row(one, now) for one in found])
        self.put(size=len(found))
        self.choose(self._chosen)

    def operator_changed(self) -> None:
        self._show([])
        self.reset()
        self.refresh()
