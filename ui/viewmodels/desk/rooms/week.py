"""The week of the rooms: what is where, another week, a chosen place, and what is asked for or blocked there."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Property, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.desk_rooms import RoomWeekOf
from kiosk.domain.times import clock_text
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.days import month_day, short_day, span_words
from ui.viewmodels.desk.forms import Action, Actions, Options
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.rooms import grid
from ui.viewmodels.desk.rooms.actions import block_actions, new_actions
from ui.viewmodels.desk.rooms.bookings import Bookings
from ui.viewmodels.desk.rooms.preview import Preview
from ui.viewmodels.desk.rooms.words import room_words
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.told import Told
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_WEEKDAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_MONTHS = ("1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月")
_WEEK = timedelta(days=7)


@QmlElement
@QmlSingleton
class Week(DeskModel):
    """`heads` are the days, `lines` the rows with a cell for each day, `entries` what is in the chosen one."""

    changed = Signal()
    title = shown(str, "title", changed)
    rooms = shown("QVariantList", "rooms", changed)
    room = shown(str, "room", changed)
    heads = shown("QVariantList", "heads", changed)
    lines = shown("QVariantList", "lines", changed)
    row = shown(int, "row", changed)
    column = shown(int, "column", changed)
    place = shown(str, "place", changed)
    entries = shown("QVariantList", "entries", changed)
    picking = shown(bool, "picking", changed)
    month = shown(str, "month", changed)
    days = shown("QVariantList", "days", changed)

    def __init__(self) -> None:
        super().__init__()
        self._preview = Preview(self)
        forms = new_actions(
            self._at, self._bookable, self._every, self._starts, self._ends, self._facts, self._things
        )
        self._making = Actions(self, forms, self._done)
        self._block_actions = Actions(self, block_actions(lambda: self._block), self._done)
        self._preview.watch(self._making)
        context.current().background.news.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        Bookings.the().heard.append(self.refresh)
        self.operator_changed()

    making = Property(Actions, lambda week: week._making, constant=True)
    blocking = Property(Actions, lambda week: week._block_actions, constant=True)

    def fresh(self) -> dict[str, Any]:
        self._week: records.RoomWeek | None = None
        self._monday: date | None = None
        self._shown_month: date | None = None
        self._block, self._span = "", (0, 0)
        texts = dict.fromkeys(("title", "room", "place", "month"), "")
        lists: dict[str, Any] = {name: [] for name in ("rooms", "heads", "lines", "entries", "days")}
        return texts | lists | {"row": -1, "column": -1, "picking": False}

    @Slot()
    def show(self) -> None:
        """The page has come into sight."""
        self._go(self._monday or context.current().clock().date())

    @Slot()
    def refresh(self) -> None:
        if self._monday is not None and Session.the().actor is not None:
            self._go(self._monday)

    @Slot(int)
    def turn(self, weeks: int) -> None:
        if self._monday is not None:
            self._leave()
            self._go(self._monday + weeks * _WEEK)

    @Slot()
    def today(self) -> None:
        self._leave()
        self._go(context.current().clock().date())

    @Slot(str)
    def pick(self, day: str) -> None:
        """Of the small calendar."""
        self.put(picking=False)
        self._leave()
        self._go(date.fromisoformat(day))

    @Slot(bool)
    def open_picker(self, wanted: bool) -> None:
        self._shown_month = (self._monday or context.current().clock().date()).replace(day=1)
        self.put(picking=wanted)
        self._show_month()

    @Slot(int)
    def turn_month(self, by: int) -> None:
        first = self._shown_month or context.current().clock().date()
        self._shown_month = (first.replace(day=15) + timedelta(days=30 * by)).replace(day=1)
        self._show_month()

    @Slot(str)
    def choose_room(self, code: str) -> None:
        """An empty text shows all."""
        self._leave()
        self.put(room=code)
        self._show(self._week)

    @Slot(int, int)
    def choose(self, row: int, column: int) -> None:
        if not self._lines:
            return
        self.put(row=max(0, min(row, len(self._lines) - 1)), column=max(0, min(column, 6)))
        self._take_place()
        if len(self._entries) == 1:
            self.take(0)
        else:
            Bookings.the().close()

    @Slot(int, int)
    def step(self, rows: int, columns: int) -> None:
        self.choose(
            max(0, self._row) + (rows if self._row >= 0 else 0),
            max(0, self._column) + (columns if self._row >= 0 else 0),
        )

    @Slot(int)
    def take(self, entry: int) -> None:
        """One of what is in the chosen place."""
        one = self._entries[entry]
        self._block = one["key"] if one["kind"] == "block" else ""
        self._span = (one["start"], one["end"])
        self._block_actions.refresh()
        if one["kind"] == "booking":
            Bookings.the().open(one["key"])
        else:
            Bookings.the().close()

    @Slot()
    def enter(self) -> None:
        """From all rooms into the chosen one."""
        if not self._room and self._row >= 0 and self._week is not None:
            self.choose_room(self._week.rooms[self._row].code)

    def retranslate(self) -> None:
        self._show(self._week)
        self._show_month()

    def _go(self, day: date) -> None:
        self._monday = day - timedelta(days=day.weekday())
        monday = self._monday
        self.ask(RoomWeekOf(date=monday), lambda found: self._show(found) if monday == self._monday else None)

    def _show(self, week: records.RoomWeek | None) -> None:
        self._week = week
        if week is None:
            return
        first, last = week.days[0].date, week.days[-1].date
        self.put(
            title=f"{month_day(first)} – {month_day(last)}",
            rooms=[{"value": "", "words": say("全部房间")}]
            + [{"value": one.code, "words": room_words(one.name, one.name_en)} for one in week.rooms],
            heads=[self._head(week, day) for day in week.days],
            lines=grid.lines_of(week, self._open_room()),
        )
        self._take_place()
        self._making.refresh()

    def _head(self, week: records.RoomWeek, day: records.DeskDay) -> dict[str, Any]:
        holiday = day.holiday_en if language() == "en" else day.holiday
        note = say("闭站") if day.closed else ""
        return {
            "words": f"{say(_WEEKDAYS[day.date.weekday()])} {day.date.day}", "note": note or holiday[:8],
            "today": day.date == week.today, "off": day.closed or not day.working,
        }  # fmt: skip

    def _take_place(self) -> None:
        """What is in the chosen cell, as it is now."""
        week, room = self._week, self._chosen_room()
        if week is None or room is None or not 0 <= self._column < 7 or not 0 <= self._row < len(self._lines):
            self.put(place="", entries=[])
            return
        day = week.days[self._column]
        slots = (room.slots[self._row],) if self._room else room.slots
        when = f" · {span_words(*slots[0])}" if self._room else ""
        if self._room:
            self._span = slots[0]
        entries = grid.entries_of(week, room, day, slots)
        if len(entries) == 1:
            self._block = entries[0]["key"] if entries[0]["kind"] == "block" else ""
            self._block_actions.refresh()
        self.put(
            place=f"{room_words(room.name, room.name_en)} · {short_day(day.date)}{when}",
            entries=entries,
        )

    def _leave(self) -> None:
        """Nothing is chosen any more."""
        self._block, self._span = "", (0, 0)
        self.put(row=-1, column=-1, place="", entries=[])
        self._block_actions.refresh()
        Bookings.the().close()

    def _open_room(self) -> records.DeskRoom | None:
        rooms = self._week.rooms if self._week else ()
        return next((one for one in rooms if one.code == self._room), None)

    def _chosen_room(self) -> records.DeskRoom | None:
        rooms = self._week.rooms if self._week else ()
        return self._open_room() or (rooms[self._row] if 0 <= self._row < len(rooms) else None)

    def _at(self, name: str) -> str:
        """Of the chosen place, for the forms."""
        room = self._chosen_room()
        if name == "room":
            return room.code if room else ""
        if name == "date":
            day = self._week.days[self._column] if self._week and 0 <= self._column < 7 else None
            return day.date.isoformat() if day else ""
        return clock_text(self._span[name == "end"]) if self._span != (0, 0) else ""

    def _bookable(self) -> Options:
        return [
            (one.code, room_words(one.name, one.name_en)) for one in (self._week.rooms if self._week else ())
        ]

    def _things(self, codes: Sequence[str]) -> list[records.Equipment]:
        rooms = self._week.rooms if self._week else ()
        return [thing for one in rooms if one.code in codes for thing in one.equipment]

    def _every(self) -> Options:
        others = self._week.others if self._week else ()
        return [*self._bookable(), *((one.code, room_words(one.name, one.name_en)) for one in others)]

    def _starts(self) -> Options:
        return self._edges(0)

    def _ends(self) -> Options:
        return self._edges(1)

    def _edges(self, which: int) -> Options:
        found = {slot[which] for one in (self._week.rooms if self._week else ()) for slot in one.slots}
        return [(clock_text(minute), clock_text(minute)) for minute in sorted(found)]

    def _facts(self) -> Options:
        return self._preview.lines

    def _show_month(self) -> None:
        first = self._shown_month
        if first is None:
            return
        begin = first - timedelta(days=first.weekday())
        today = context.current().clock().date()
        self.put(
            month=say("%1 年 %2", first.year, say(_MONTHS[first.month - 1])),
            days=[
                {
                    "day": day.isoformat(),
                    "words": str(day.day),
                    "today": day == today,
                    "here": day.month == first.month,
                }
                for day in (begin + timedelta(days=n) for n in range(42))
            ],
        )

    def _done(self, action: Action, answer: Any) -> None:
        number = answer.result.get("number") or ""
        lost = len(answer.result.get("failed") or ())
        said = " ".join(filter(None, (number, say(action.told), say("有 %1 天没约上", lost) if lost else "")))
        Told.the().say(said)
        self._block = ""
        self._block_actions.refresh()
        self.refresh()

    def operator_changed(self) -> None:
        for one in (self._making, self._block_actions):
            one.clear()
        self.reset()
        if self.operator_role() is not None:
            self._making.refresh()
