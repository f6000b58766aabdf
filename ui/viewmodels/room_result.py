"""What became of the request: its number, until when it is decided, and its slip as a picture."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import bookings, records
from kiosk.domain.states import BookingState
from kiosk.reports.slips import booking_slip
from ui import slips
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import clock_words, short_day, span_words
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LOOK_AGAIN_MS = 3000


@QmlElement
@QmlSingleton
class RoomResult(ViewModel):
    """While 待确认 it asks again every few seconds, until the hub's word has come."""

    changed = Signal()
    number = shown(str, "number", changed)
    pending = shown(bool, "pending", changed)
    room = shown(str, "room", changed)
    day = shown(str, "day", changed)
    span = shown(str, "span", changed)
    decided = shown(str, "decided", changed)
    unofficial = shown(bool, "unofficial", changed)
    waits = shown(bool, "waits", changed)
    dates = shown(str, "dates", changed)
    slip = shown(str, "slip", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look_again)

    def fresh(self) -> dict[str, Any]:
        return {
            "number": "", "pending": True, "room": "", "day": "", "span": "", "decided": "",
            "unofficial": False, "waits": False, "dates": "", "slip": "", "booking": "", "code": "",
        }  # fmt: skip

    def reset(self) -> None:
        self._timer.stop()
        slips.forget("booking")
        super().reset()

    def show(self, answer: Any) -> None:
        """`answer` to a request that was not refused; the page opens when its slip is drawn."""
        first = answer.result if "booking" in answer.result else answer.result["bookings"][0]
        self.put(booking=first["booking"], code=answer.result["code"])
        self._draw(self._open)

    def _draw(self, done: Any) -> None:
        """On the worker: letters take their time."""
        booking, code, language = self._booking, self._code, "en" if Shell.the()._english else "zh"

        def work(station: Any) -> tuple[records.BookingSlip, Any]:
            slip = station.ask(bookings.BookingSlipOf(booking=booking))
            return slip, booking_slip(slip, code, language)

        self._run(work, done)

    def _open(self, drawn: tuple[records.BookingSlip, Any]) -> None:
        self._show(drawn)
        Shell.the().finish("kiosk/rooms/DonePage.qml")

    def _show(self, drawn: tuple[records.BookingSlip, Any]) -> None:
        booking, english = drawn[0].booking, Shell.the()._english
        self.put(
            number=booking.number,
            pending=booking.pending,
            room=booking.room_name_en if english else booking.room_name,
            day=short_day(booking.date),
            span=span_words(booking.start, booking.end),
            decided=_decided_words(booking),
            waits=booking.status is BookingState.WAITLISTED,
            dates=_dates_words(booking),
            unofficial=booking.unofficial,
            slip=slips.keep("booking", drawn[1]),
        )
        self._timer.start() if booking.pending else self._timer.stop()

    def _look_again(self) -> None:
        """The slip is drawn anew when 待确认 has gone from it."""
        if self._booking and not self.is_busy:
            self.ask(bookings.BookingOf(booking=self._booking), self._state_came)

    def _state_came(self, booking: records.Booking) -> None:
        if not booking.pending:
            self._draw(self._show)


def _decided_words(booking: records.Booking) -> str:
    if booking.status is BookingState.WAITLISTED:
        return say("有空出来就轮到您\n您是第 %1 位", booking.place or 1)
    moment = booking.decide_by
    return say("%1\n%2 前答复", short_day(moment.date()), clock_words(moment))


def _dates_words(booking: records.Booking) -> str:
    return say("共 %1 次，日子看小票", len(booking.series)) if len(booking.series) > 1 else ""
