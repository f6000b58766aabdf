"""A call for help is heard at the desk: once softly, and loudly again for as long as nobody goes."""

from datetime import datetime

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.records import DeskToday, HelpWanted
from kiosk.domain.help_calls import LOUD, ring_due
from ui import bell, context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.today import Today

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LOOK_MS = 5_000


@QmlElement
@QmlSingleton
class Ringing(ViewModel):
    """`loud` while somebody has waited so long that their screen names the station's phone."""

    changed = Signal()
    loud = shown(bool, "loud", changed)

    def __init__(self) -> None:
        super().__init__()
        self.rung: dict[str, datetime] = {}
        self.last = 0.0
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def fresh(self) -> dict[str, bool]:
        return {"loud": False}

    @Slot()
    def watch(self) -> None:
        """From now on; a locked desk rings too."""
        if not self._timer.isActive():
            Today.the().changed.connect(self.look)
            self._timer.start()

    @Slot()
    def look(self) -> None:
        now = context.current().clock()
        calls = self._open_calls()
        due = {one.call: ring_due(one.made_at, self.rung.get(one.call), now) for one in calls}
        self.rung = {one.call: now if due[one.call] else self.rung[one.call] for one in calls}
        loudness = max(due.values(), default=0.0)
        if loudness:
            self.last = loudness
            bell.ring(loudness)
        if self._loud != (loud := any(ring_due(one.made_at, None, now) >= LOUD for one in calls)):
            self.put(loud=loud)

    def _open_calls(self) -> list[HelpWanted]:
        day: DeskToday | None = Today.the()._last
        return list(day.help_calls) if day is not None and Session.the().actor is not None else []
