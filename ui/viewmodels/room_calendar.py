"""The day and the slots of the chosen room."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import bookings, records
from ui.viewmodels import room_words as words
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import day_words, short_day
from ui.viewmodels.paging import Paged
from ui.viewmodels.records import RecordModel
from ui.viewmodels.rooms import Rooms
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class RoomCalendar(ViewModel):
    """`day` is the chosen one (ISO), `chosen` the starts of its slots; `note` says why a tap began anew."""

    _room: str
    _chosen: list[int]

    changed = Signal()
    months = shown(str, "months", changed)
    weeks = shown(int, "weeks", changed)
    earliest = shown(str, "earliest", changed)
    notice = shown(str, "notice", changed)
    note = shown(str, "note", changed)
    day = shown(str, "day", changed)
    day_text = shown(str, "day_text", changed)
    span = shown(str, "span", changed)
    chosen = shown("QVariantList", "chosen", changed)
    ready = shown(bool, "ready", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._days: records.RoomDays | None = None
        self._found: Sequence[records.Slot] = ()
        self._grid = RecordModel(words.DayRow)
        self._next = Paged(words.DayRow)
        self._slots = Paged(words.SlotRow)

    days = Property(QObject, lambda self: self._grid, constant=True)
    next_days = Property(QObject, lambda self: self._next.model, constant=True)
    slots = Property(QObject, lambda self: self._slots.model, constant=True)
    more_days = Property(bool, lambda self: self._next.more, notify=changed)
    more_slots = Property(bool, lambda self: self._slots.more, notify=changed)

    def fresh(self) -> dict[str, Any]:
        return {
            "months": "", "weeks": 0, "earliest": "", "notice": "", "note": "", "day": "", "day_text": "",
            "span": "", "chosen": [], "ready": False, "room": "",
        }  # fmt: skip

    def reset(self) -> None:
        self._days, self._found = None, ()
        self._grid.show(())
        self._next.clear()
        self._slots.clear()
        super().reset()

    def retranslate(self) -> None:
        self._show_days()
        self._show_slots()

    @property
    def times(self) -> tuple[int, int] | None:
        """From when to when, of the chosen slots."""
        slots = [slot for slot in self._found if slot.start in self._chosen]
        return (slots[0].start, slots[-1].end) if slots else None

    @Slot()
    def load(self) -> None:
        """Fresh days of the chosen room, and fresh slots of the chosen day; another room forgets the day."""
        room = Rooms.the()._code
        if room != self._room:
            self.reset()
            self._room = room
        self.ask(bookings.RoomDays(room=room), self._days_came)

    @Slot()
    def load_slots(self) -> None:
        if self._day:
            question = bookings.RoomSlots(room=self._room, date=date.fromisoformat(self._day))
            self.ask(question, self._slots_came)

    @Slot(str)
    def pick(self, day: str) -> None:
        """Another day begins without slots."""
        if day != self._day:
            self._slots.clear()
            self._found = ()
            self.put(day=day, day_text=day_words(date.fromisoformat(day)), chosen=[], span="", note="")
        self.load_slots()

    @Slot(str)
    def open_day(self, day: str) -> None:
        """长辈版: the slots stand on a page of their own."""
        self.pick(day)
        Shell.the().open("kiosk/rooms/SlotsPage.qml")

    def take(self, room: str, day: date, span: tuple[int, int], done: Callable[[], None]) -> None:
        """A room, a day and a time were offered, and are taken as if they had been touched."""
        self.reset()
        self.put(room=room, day=day.isoformat())

        def came(slots: Sequence[records.Slot]) -> None:
            self._chosen = [slot.start for slot in slots if span[0] <= slot.start < span[1]]
            self._slots_came(slots)
            done()

        self.ask(bookings.RoomSlots(room=room, date=day), came)

    @Slot(int)
    def tap(self, start: int) -> None:
        slots = self._slots.all
        tapped = next(slot for slot in slots if slot.start == start)
        chosen, anew = words.tap_slot(self._chosen, tapped, slots)
        why = "要连着才行，已改选这段。" if Shell.the()._large else "隔开的时段不能一起约，已改选 %1。"
        note = say(why, tapped.text) if anew else ""
        self.put(chosen=chosen, span=words.joined(chosen, slots), note=note)

    @Slot()
    def turn_days(self) -> None:
        self._next.turn()
        self.changed.emit()

    @Slot()
    def turn_slots(self) -> None:
        self._slots.turn()
        self.changed.emit()

    def _days_came(self, days: records.RoomDays) -> None:
        self._days = days
        self._show_days()
        self.load_slots()

    def _slots_came(self, slots: Sequence[records.Slot]) -> None:
        """What somebody else has taken meanwhile is no longer chosen."""
        self._found = slots
        free = {slot.start for slot in slots if slot.status == "free"}
        if not free.issuperset(self._chosen):
            self._chosen = []
        self._show_slots()

    def _show_days(self) -> None:
        if self._days is None:
            return self.changed.emit()
        days = self._days
        rows = words.grid(days.days, days.today)
        self._grid.show(rows)
        self._next.show(words.possible(days.days, days.today))
        return self.put(
            months=words.months(days.days), weeks=(len(rows) + 6) // 7, notice=words.notice_words(days),
            earliest=say("最早可约 %1", short_day(days.earliest)) if days.earliest else "", ready=True,
        )  # fmt: skip

    def _show_slots(self) -> None:
        rows = [words.slot_row(slot) for slot in self._found]
        self._slots.show(rows)
        self.put(
            day_text=day_words(date.fromisoformat(self._day)) if self._day else "",
            span=words.joined(self._chosen, rows),
        )
