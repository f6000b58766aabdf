"""The page 驿站设置: its sections, what is listed in the open one, and setting one line of it."""

from typing import Any

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.base import Command
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.days import short_day
from ui.viewmodels.desk.fields import Action
from ui.viewmodels.desk.forms import Actions
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.stationset.counters import Areas, Counters, Identity, Texts
from ui.viewmodels.desk.stationset.hours import OpeningHours
from ui.viewmodels.desk.stationset.house import House, named, read_house, row_of
from ui.viewmodels.desk.stationset.items import Items
from ui.viewmodels.desk.stationset.policies import Policies
from ui.viewmodels.desk.stationset.rooms import Rooms
from ui.viewmodels.desk.stationset.rows import SettingRow, SettingRows, ThingRows, value_of
from ui.viewmodels.desk.stationset.section import Section
from ui.viewmodels.desk.stationset.terminals import Terminals
from ui.viewmodels.desk.told import Told
from ui.viewmodels.sentences import sentence
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


class _Calendar(Section):
    key, words, icon, page = "calendar", "日历", "calendar-days", "CalendarSection.qml"


SECTIONS: tuple[Section, ...] = (
    Rooms(), OpeningHours(), Items(), Policies(), _Calendar(), Terminals(), Counters(), Areas(), Identity(), Texts(),
)  # fmt: skip
_MOST_AFFECTED = 2


@QmlElement
@QmlSingleton
class StationSettings(DeskModel):
    """`chosen` is the key of a thing, `errors` what is wrong with the line `wrong`; `affected` bookings that no longer fit."""

    changed = Signal()
    sections = shown("QVariantList", "sections", changed)
    section = shown(str, "section", changed)
    section_file = Property(str, lambda page: page._open.page, notify=changed)
    section_words = Property(str, lambda page: say(page._open.words), notify=changed)
    title = shown(str, "title", changed)
    chosen = shown(str, "chosen", changed)
    wrong = shown(str, "wrong", changed)
    why = shown(str, "why", changed)
    has_form = Property(bool, lambda page: page._section == "items" and page._chosen != "", notify=changed)
    affected = shown("QVariantList", "affected", changed)

    def __init__(self) -> None:
        super().__init__()
        self._house = House()
        self._things, self._lines = ThingRows(self), SettingRows(self)
        actions = [
            action
            for one in SECTIONS
            for action in one.actions(lambda: self._house, lambda: self._chosen, self._is_open(one))
        ]
        added = [one for one in actions if one.key.startswith("add_")]
        self._making = Actions(self, added, self._done)
        self._actions = Actions(self, [one for one in actions if one not in added], self._done)
        self._last: dict[str, str] = {}
        context.current().background.news.connect(self._look_again, Qt.ConnectionType.QueuedConnection)
        self.retranslate()

    things = Property(QObject, lambda page: page._things, constant=True)
    lines = Property(QObject, lambda page: page._lines, constant=True)
    actions = Property(Actions, lambda page: page._actions, constant=True)
    making = Property(Actions, lambda page: page._making, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "sections": [], "section": SECTIONS[0].key, "title": "", "chosen": "", "wrong": "", "why": "", "affected": [],
        }  # fmt: skip

    @property
    def house(self) -> House:
        return self._house

    @Slot()
    def show(self) -> None:
        """The page has come into sight."""
        self._look(self._came)

    @Slot(str)
    def open(self, section: str) -> None:
        if section in {one.key for one in SECTIONS} and section != self._section:
            self._last[self._section] = self._chosen
            self._problem = ""
            self.put(section=section, chosen=self._last.get(section, ""), wrong="", why="")
            self._show_all(anew=True)

    @Slot(int)
    def step(self, by: int) -> None:
        """The section above or below."""
        keys = [one.key for one in SECTIONS]
        self.open(keys[(keys.index(self._section) + by) % len(keys)])

    @Slot(str)
    def choose(self, key: str) -> None:
        self.put(chosen=key, wrong="", why="")
        self._show_all(anew=True)

    @Slot(str, str)
    def save(self, name: str, text: str) -> None:
        """One line, as it was typed."""
        row = self._lines.named(name)
        if row is None:
            return
        try:
            value = value_of(row, text)
        except ValueError as error:
            self.put(wrong=name, why=str(error))
            return
        if value == row.raw and row.own:
            self.put(wrong="", why="")
            return
        self._send_line(row, self._open.save(self._house, self._chosen, row, value))

    @Slot(str)
    def drop(self, name: str) -> None:
        """It follows what is above it again."""
        row = self._lines.named(name)
        wish = self._open.drop(self._house, self._chosen, row) if row is not None else None
        if row is not None and wish is not None:
            self._send_line(row, wish)

    def retranslate(self) -> None:
        self._sections = [{"key": one.key, "words": say(one.words), "icon": one.icon} for one in SECTIONS]
        self._show_all()

    @property
    def _open(self) -> Section:
        return next(one for one in SECTIONS if one.key == self._section)

    def _is_open(self, section: Section) -> Any:
        return lambda: self._section == section.key

    def _send_line(self, row: SettingRow, wish: Command) -> None:
        back = self._way_back(row)
        words = f"{row.words} · {say('改好了')}"

        def done(answer: Any) -> None:
            self.put(wrong="", why="")
            Told.the().say(words, undo=(lambda: self._send_back(back)) if back is not None else None)
            self._look(self._came)

        self.wish(wish, done, lambda why: self.put(wrong=row.name, why=why))

    def _way_back(self, row: SettingRow) -> Command | None:
        """The command that sets what stood there."""
        if row.own:
            return self._open.save(self._house, self._chosen, row, row.raw)
        return self._open.drop(self._house, self._chosen, row)

    def _send_back(self, wish: Command) -> None:
        def done(answer: Any) -> None:
            Told.the().say(say("改回去了"))
            self._look(self._came)

        self.wish(wish, done)

    def _done(self, action: Action, answer: Any) -> None:
        """A thing that was added is chosen; what was changed can be changed back."""
        back = _way_back(action.command, answer.result)
        undo = (lambda: self._send_back(back)) if back is not None else None
        Told.the().say(say(action.told or action.words), undo=undo)
        added = next((str(answer.result[name]) for name in _ADDED if name in answer.result), "")
        if action.key.startswith("add_") and added:
            self._chosen = added
        self._look(self._came)

    def _look(self, done: Any) -> None:
        self.gather(read_house, done)

    def _look_again(self) -> None:
        if Session.the()._page == "station" and self.operator() is not None:
            self._look(self._came)

    def _came(self, house: House) -> None:
        self._house = house
        self._show_all()

    def _show_all(self, *, anew: bool = False) -> None:
        if not self._open.page:
            self._show_things(anew=anew)
        self._affected = self._affected_now()
        self._actions.refresh()
        self._making.refresh()
        self.changed.emit()

    def _show_things(self, *, anew: bool) -> None:
        things = list(self._open.things(self._house)) if self._house.hours else []
        if self._chosen not in {one.key for one in things}:
            self._chosen, anew = things[0].key if things else "", True
        self._things.show(things)
        self._lines.show(self._open.rows(self._house, self._chosen) if things else (), anew=anew)
        self._title = next((one.words for one in things if one.key == self._chosen), "")

    def _affected_now(self) -> list[str]:
        found = [_affected(self._house, row) for row in self._house.affected]
        more = [say("还有 %1 个", len(found) - _MOST_AFFECTED)] if len(found) > _MOST_AFFECTED else []
        return found[:_MOST_AFFECTED] + more

    def operator_changed(self) -> None:
        self._house = House()
        self._last = {}
        self._actions.clear()
        self._making.clear()
        self.reset()
        self.retranslate()


def _way_back(command: type[Command], result: dict[str, Any]) -> Command | None:
    """With the values that stood there before, where the answer says them."""
    before = result.get("before")
    name = next((one for one in _ADDED if one in result), None)
    return command(**{name: result[name]}, **before) if before and name else None


_ADDED = ("room", "counter", "item", "area", "consent")


def _affected(house: House, row: dict[str, Any]) -> str:
    from datetime import date

    room = named(row_of(house.rooms, row["room"], by="code"))
    because = (
        sentence(row["because"][0]).split("。")[0].split(". ")[0] if row["because"][0] in _REASONS else ""
    )
    parts = (row["number"], short_day(date.fromisoformat(row["date"])), room, row["party"], because)
    return " · ".join(part for part in parts if part)


_REASONS = frozenset({"closed_day", "outside_hours", "too_soon"})
