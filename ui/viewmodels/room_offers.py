"""After a refusal: what could be had instead, each a button that goes on with it; or waiting for the time that is taken."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import bookings, records
from kiosk.commands.base import TimeOfDay
from kiosk.domain.reasons import Reason
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import short_day, span_words
from ui.viewmodels.records import RecordModel
from ui.viewmodels.room_calendar import RoomCalendar
from ui.viewmodels.rooms import Rooms
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

MOST, MOST_LARGE = 3, 2
HELPS = {
    Reason.SLOT_TAKEN, Reason.OCCUPIED, Reason.TOO_SOON, Reason.CLOSED_DAY, Reason.OUTSIDE_HOURS, Reason.OVER_CAPACITY,
    Reason.NOT_FOR_YOU, Reason.TOO_LATE,
}  # fmt: skip
_ICONS = {"other_time": "clock", "other_room": "map-pin", "other_day": "calendar-days"}
_WHAT = {
    "other_time": "同一天，换个时间",
    "other_room": "同一时间，换个场地",
    "other_day": "同一时间，换一天",
}


@dataclass(frozen=True, slots=True)
class OfferRow:
    key: int
    text: str
    sub: str
    icon: str


@QmlElement
@QmlSingleton
class RoomOffers(ViewModel):
    """`chosen` tells that everything is set for another try. `can_wait`: the time itself may be waited for."""

    changed = Signal()
    chosen = Signal()
    any = shown(bool, "any", changed)
    can_wait = shown(bool, "can_wait", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: Sequence[records.Alternative] = ()
        self._rows = RecordModel(OfferRow)

    offers = Property(QObject, lambda self: self._rows, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"any": False, "can_wait": False}

    def reset(self) -> None:
        self._found = ()
        self._rows.show(())
        super().reset()

    def retranslate(self) -> None:
        self._show()

    def look(self, reason: Reason, people: int) -> None:
        """What else there is instead of what was refused just now."""
        self.reset()
        times, day = RoomCalendar.the().times, RoomCalendar.the()._day
        if reason not in HELPS or times is None:
            return
        self.put(can_wait=reason is Reason.SLOT_TAKEN)
        question = bookings.AlternativesFor(
            room=Rooms.the()._code, date=date.fromisoformat(day), start=TimeOfDay(times[0]), end=TimeOfDay(times[1]),
            people=people, most=MOST_LARGE if Shell.the()._large else MOST,
        )  # fmt: skip
        self.ask(question, self._came)

    @Slot(int)
    def choose(self, key: int) -> None:
        offer = self._found[key]
        Rooms.the().take(offer.room)
        RoomCalendar.the().take(offer.room, offer.date, (offer.start, offer.end), self.chosen.emit)

    def _came(self, found: Sequence[records.Alternative]) -> None:
        self._found = found
        self._show()

    def _show(self) -> None:
        self._rows.show([_row(key, offer) for key, offer in enumerate(self._found)])
        self.put(any=bool(self._found))


def _row(key: int, offer: records.Alternative) -> OfferRow:
    """What is other than wished stands large."""
    when = span_words(offer.start, offer.end)
    room = offer.room_name_en if Shell.the()._english else offer.room_name
    text = {"other_time": when, "other_room": room, "other_day": short_day(offer.date)}[offer.how]
    return OfferRow(key, text, say(_WHAT[offer.how]), _ICONS[offer.how])
