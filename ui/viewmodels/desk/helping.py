"""What a volunteer does: check people in, take books back. Numbers and times, and nothing about anybody."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.bookings import BookingOf, CheckIn
from kiosk.commands.checkin import ReadCode
from kiosk.commands.library import CopyOf, ReturnCopy
from kiosk.domain.codes import ScanKind, classify
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.days import span_words
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SHOWN = 12


@QmlElement
@QmlSingleton
class Helping(DeskModel):
    """`lines`: what was just done, the latest first, each {words, good}."""

    changed = Signal()
    lines = shown("QVariantList", "lines", changed)

    def fresh(self) -> dict[str, Any]:
        return {"lines": []}

    @Slot(str)
    def take(self, text: str) -> None:
        """Scanned or typed: a copy comes back; a booking, its slip's code, or a card of whoever it is for is checked in.

        What is none of ours is named by what it is, and not repeated: it may be somebody's payment code.
        """
        scan = classify(text.strip())
        if scan is None:
            self.ask(ReadCode(text=text), self._not_ours)
        elif scan.kind in {ScanKind.COPY, ScanKind.ISBN}:
            self.wish(ReturnCopy(copy=scan.value), lambda answer: self._returned(scan.value), self._refused)
        elif scan.kind in {ScanKind.SLIP, ScanKind.CARD}:
            self.wish(CheckIn(code=scan.value), self._checked_in, self._refused)
        else:
            self.wish(CheckIn(booking=scan.value), self._checked_in, self._refused)

    def _not_ours(self, read: records.CodeRead) -> None:
        from kiosk.reports.code_words import told

        self._say(told(read, language()), good=False)

    def _checked_in(self, answer: Any) -> None:
        self.ask(BookingOf(booking=answer.result["booking"]), self._say_booking)

    def _say_booking(self, booking: records.Booking | None) -> None:
        if booking is not None:
            room = booking.room_name_en if language() == "en" else booking.room_name
            self._say(say("签到好了：%1 %2", room, span_words(booking.start, booking.end)), good=True)

    def _returned(self, copy: str) -> None:
        self.ask(CopyOf(copy=copy), self._say_copy)

    def _say_copy(self, found: records.CopyFound | None) -> None:
        title = found.title if found is not None else ""
        self._say(say("还好了：%1", title), good=True)

    def _refused(self, said: str) -> None:
        self._say(said, good=False)

    def _say(self, words: str, *, good: bool) -> None:
        at = context.current().clock().strftime("%H:%M")
        self.put(lines=[{"words": words, "at": at, "good": good}, *self._lines][:_SHOWN])
