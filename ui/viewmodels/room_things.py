"""Of what stands in the room, what is needed; whoever needs nothing touches nothing."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import bookings, records
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.records import RecordModel
from ui.viewmodels.rooms import Rooms, thing_words
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ThingRow:
    key: str
    text: str
    wanted: bool


@QmlElement
@QmlSingleton
class RoomThings(ViewModel):
    """A tick wants all that there is of a thing: both microphones."""

    _wanted: dict[str, records.Equipment]

    changed = Signal()
    any = shown(bool, "any", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = RecordModel(ThingRow)

    rows = Property(QObject, lambda self: self._rows, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"any": False, "wanted": {}}

    def reset(self) -> None:
        self._rows.show(())
        super().reset()

    def retranslate(self) -> None:
        self._show()

    @property
    def things(self) -> tuple[bookings.Thing, ...]:
        """As the command says it; where another room was taken instead, only what is there."""
        return tuple(bookings.Thing(name=one.name, count=one.count) for one in self._here())

    @property
    def words(self) -> str:
        """For the summary, with what another room does not have."""
        there = {one.name for one in Rooms.the().equipment}
        missing = [one for name, one in self._wanted.items() if name not in there]
        return " · ".join(
            [*map(thing_words, self._here()), *(say("没有%1", thing_words(one)) for one in missing)]
        )

    @Slot()
    def load(self) -> None:
        """What the room chosen has; of another one only what both have stays ticked."""
        self._wanted = {one.name: one for one in self._here()}
        self._show()

    @Slot(str)
    def toggle(self, name: str) -> None:
        self._wanted = {
            one.name: one for one in Rooms.the().equipment if (one.name in self._wanted) != (one.name == name)
        }
        self._show()

    def _here(self) -> list[records.Equipment]:
        return [one for one in Rooms.the().equipment if one.name in self._wanted]

    def _show(self) -> None:
        found = Rooms.the().equipment
        self._rows.show([ThingRow(one.name, thing_words(one), one.name in self._wanted) for one in found])
        self.put(any=bool(found))
