"""Rooms: which one, and where we are on the way to its request."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import bookings, records
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import short_day
from ui.viewmodels.paging import Paged
from ui.viewmodels.shell import Shell
from ui.viewmodels.ticket_rows import in_language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

STEPS = ("room", "day", "party", "contact", "purpose", "rules")
LARGE_STEPS = ("room", "day", "slots", "party", "contact", "purpose", "people", "rules")
_FACTS = 2


@dataclass(frozen=True, slots=True)
class RoomRow:
    code: str
    name: str
    sub: str
    aside: str
    icon: str


@QmlElement
@QmlSingleton
class Rooms(ViewModel):
    """`walk_in` names what needs no booking; `code` is the room chosen."""

    changed = Signal()
    code = shown(str, "code", changed)
    name = shown(str, "name", changed)
    size = shown(str, "size", changed)
    seats = shown(int, "seats", changed)
    walk_in = shown(str, "walk_in", changed)
    ready = shown(bool, "ready", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records: Sequence[records.Room] = ()
        self._trail: list[str] = []
        self._paged = Paged(RoomRow)

    rooms = Property(QObject, lambda self: self._paged.model, constant=True)
    more = Property(bool, lambda self: self._paged.more, notify=changed)

    def fresh(self) -> dict[str, Any]:
        return {"code": "", "name": "", "size": "", "seats": 0, "walk_in": "", "ready": False}

    def reset(self) -> None:
        self._records, self._trail = (), []
        self._paged.clear()
        super().reset()

    def retranslate(self) -> None:
        self._show()

    @Slot()
    def load(self) -> None:
        self.ask(bookings.Rooms(), self._came)

    @Slot()
    def turn(self) -> None:
        self._paged.turn()
        self.changed.emit()

    @Slot(str)
    def choose(self, code: str) -> None:
        """Another room than before asks for its own day; the same keeps what was chosen."""
        self.put(code=code)
        self._show()
        Shell.the().open("kiosk/rooms/ElderDayPage.qml" if Shell.the()._large else "kiosk/rooms/DayPage.qml")

    def take(self, code: str) -> None:
        """Another room was offered, and is taken."""
        self.put(code=code)
        self._show()

    @Slot(str)
    def come(self, page: str) -> None:
        """A page of the journey is in front: remember the way, to find back over several."""
        if page in self._trail:
            del self._trail[self._trail.index(page) + 1 :]
        else:
            self._trail.append(page)

    def back_to(self, page: str) -> None:
        """As many steps back as there are pages after it; home if it was never opened."""
        if page not in self._trail:
            return Shell.the().home()
        for _ in self._trail[self._trail.index(page) + 1 :]:
            Shell.the().back()
        return None

    @Slot(str, bool, result=str)
    def step(self, page: str, large: bool) -> str:
        steps = LARGE_STEPS if large else STEPS
        return f"{steps.index(page) + 1} / {len(steps)}"

    @property
    def equipment(self) -> tuple[records.Equipment, ...]:
        """Of the room chosen."""
        return next((room.equipment for room in self._records if room.code == self._code), ())

    def _came(self, rooms: Sequence[records.Room]) -> None:
        self._records = rooms
        self._show()

    def _show(self) -> None:
        self._paged.show([_row(room) for room in self._records if room.bookable])
        self.put(
            walk_in=say("、").join(_name(room) for room in self._records if not room.bookable),
            ready=bool(self._records),
            **self._chosen(),
        )

    def _chosen(self) -> dict[str, Any]:
        for room in self._records:
            if room.code == self._code:
                return {"name": _name(room), "size": _size(room), "seats": room.seats or 0}
        return {}


def _name(room: records.Room) -> str:
    return room.name_en if Shell.the()._english else room.name


def _facts(room: records.Room) -> str:
    """30 座 · 投影 · 话筒 ×2"""
    things = [thing_words(thing) for thing in room.equipment[:_FACTS]]
    return " · ".join([_size(room), *things] if room.seats else things)


def thing_words(thing: records.Equipment) -> str:
    """话筒 ×2"""
    name = in_language(thing, "name", Shell.the()._english)
    return f"{name} ×{thing.count}" if thing.count > 1 else name


def _size(room: records.Room) -> str:
    return say("%1 座" if room.indoor else "%1 人", room.seats) if room.seats else ""


def _row(room: records.Room) -> RoomRow:
    """The earliest day stands beside the facts where there is room, else below the name."""
    earliest = say("最早 %1", short_day(room.earliest)) if room.earliest else say("近期已约满")
    if Shell.the()._large:
        return RoomRow(room.code, _name(room), earliest, "", room.icon)
    if Shell.the()._english:
        return RoomRow(room.code, _name(room), f"{_size(room)} · {earliest}", "", room.icon)
    return RoomRow(room.code, _name(room), _facts(room), earliest, room.icon)
