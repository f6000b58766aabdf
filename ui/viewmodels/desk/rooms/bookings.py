"""One booking open beside whatever list it was chosen in; all bookings, found while typing."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from platformdirs import user_documents_path
from PySide6.QtCore import Property, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.base import TimeOfDay
from kiosk.commands.booking_changes import MoveBooking
from kiosk.commands.bookings import CalendarEvents
from kiosk.commands.desk_rooms import DeskBookingOf
from kiosk.domain.codes import ScanKind
from kiosk.domain.states import BookingState
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.finder import PLACES, Place
from ui.viewmodels.desk.forms import Action, Actions, Options
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.rooms.actions import booking_actions
from ui.viewmodels.desk.rooms.preview import Preview
from ui.viewmodels.desk.rooms.words import (
    affected_line,
    booking_line,
    booking_sections,
    contest_words,
    instead_words,
    time_left,
)
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.table import Column, Table
from ui.viewmodels.desk.told import Told
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COLUMNS = (
    Column("号码", 92, "number"),
    Column("时间", 190, "day"),
    Column("房间", 0, "room"),
    Column("谁用", 0, "party"),
    Column("状态", 92, "state"),
)
_AFFECTED = (Column("号码", 92), Column("时间", 130), Column("房间"), Column("谁用"), Column("为什么"))
_WHICH = (
    ("ahead", "还没用的"),
    ("today", "今天"),
    ("requested", "待审核"),
    ("waitlisted", "候补"),
    ("over", "过去的"),
    ("", "全部"),
)


@QmlElement
@QmlSingleton
class Bookings(DeskModel):
    """`part` is what of the page is in sight; `sections` of the open booking, `instead` what it could be moved to."""

    changed = Signal()
    part = shown(str, "part", changed)
    parts = shown("QVariantList", "parts", changed)
    which = shown("QVariantList", "which", changed)
    booking = shown(str, "booking", changed)
    number = shown(str, "number", changed)
    left = shown(str, "left", changed)
    contested = shown(str, "contested", changed)
    undecided = shown(bool, "undecided", changed)
    sections = shown("QVariantList", "sections", changed)
    instead = shown("QVariantList", "instead", changed)

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[Callable[[], None]] = []
        """Called when something was done here."""
        self._table = Table(self, "bookings", _COLUMNS, booking_line, self.open, sort="day")
        self._affected_table = Table(self, "affected", _AFFECTED, affected_line, self.open)
        self._preview = Preview(self)
        self._actions = Actions(
            self,
            booking_actions(lambda: self._one, self._rooms, self._starts, self._ends, self._facts),
            self._done,
        )
        self._preview.watch(self._actions)
        context.current().background.news.connect(self.look_again, Qt.ConnectionType.QueuedConnection)
        self.operator_changed()

    table = Property(Table, lambda bookings: bookings._table, constant=True)
    affected = Property(Table, lambda bookings: bookings._affected_table, constant=True)
    actions = Property(Actions, lambda bookings: bookings._actions, constant=True)

    def fresh(self) -> dict[str, Any]:
        self._one: records.DeskBooking | None = None
        self._wanted = ""
        texts = dict.fromkeys(("booking", "number", "left", "contested"), "")
        return texts | {
            "part": "inbox", "undecided": False, "sections": [], "instead": [], "parts": _parts(), "which": _which(),
        }  # fmt: skip

    @Slot(str)
    def show_part(self, part: str) -> None:
        """inbox, week, all, strikes, affected."""
        self.close()
        self.put(part=part)
        if part in {"all", "affected"}:
            table = self._table if part == "all" else self._affected_table
            if part == "all" and "which" not in table._filters and not table._query and not table._loaded:
                table.filter("which", "ahead")
            else:
                table.reload()

    @Slot(str)
    def seek(self, number: str) -> None:
        """Looked for from another page."""
        self._table.seek(number)
        self.put(part="all")

    @Slot(str)
    def open(self, booking: str) -> None:
        self._wanted = booking
        self.ask(
            DeskBookingOf(booking=booking),
            lambda found: self._show(found) if self._wanted == booking else None,
        )

    @Slot()
    def close(self) -> None:
        self._wanted = ""
        self._show(None)

    @Slot()
    def approve(self) -> None:
        """By a key: never one that is just being left."""
        if self._one is not None and self._one.row.id == self._wanted:
            self._actions.begin("approve")

    @Slot(int)
    def take(self, offer: int) -> None:
        """Move it to one of what is offered instead."""
        if self._one is not None and offer < len(self._one.instead):
            to = self._one.instead[offer]
            wish = MoveBooking(
                booking=self._one.row.id, room=to.room, date=to.date, start=TimeOfDay(to.start), end=TimeOfDay(to.end)
            )  # fmt: skip
            said = f"{self._number} {say('改到了')} {instead_words(to)}"
            self.wish(wish, lambda answer: self._moved(said))

    @Slot(str)
    def export(self, room: str) -> None:
        """All that is in the rooms, or in one, as a file for other programs' calendars."""
        lang = language()

        def write(station: Any, actor: Any) -> Path:
            from kiosk.reports.calendar_file import calendar_file

            found = station.ask(CalendarEvents(room=room or None), actor)
            return _save(f"{found.name}.ics", calendar_file(found, lang))

        self.gather(write, lambda path: Told.the().say(say("存好了：%1", str(path))))

    @Slot()
    def look_again(self) -> None:
        if Session.the().actor is None:
            return
        if self._wanted:
            self.open(self._wanted)
        for table in (self._table, self._affected_table):
            if table._loaded:
                table.refresh()

    def refused(self, answer: Any) -> None:
        """A colleague was first: what they did is seen at once."""
        self.look_again()

    def retranslate(self) -> None:
        self._parts, self._which = _parts(), _which()
        for table in (self._table, self._affected_table):
            table.retranslate()
            if table._loaded:
                table.reload()
        self._actions.refresh()
        self._show(self._one)

    def _show(self, one: records.DeskBooking | None) -> None:
        self._one = one
        self._actions.refresh()
        undecided = one is not None and one.row.state in {BookingState.REQUESTED, BookingState.WAITLISTED}
        self.put(
            booking=one.row.id if one else "",
            number=one.row.number if one else "",
            left=time_left(one.decide_by) if one and undecided else "",
            undecided=undecided,
            contested=contest_words(one) if one else "",
            sections=booking_sections(one) if one else [],
            instead=[instead_words(offer) for offer in one.instead] if one else [],
        )

    def _moved(self, said: str) -> None:
        from ui.viewmodels.desk.requests import Requests

        Requests.the().decline("")
        Told.the().say(said)
        self.something_done()

    def something_done(self) -> None:
        self.look_again()
        for hear in self.heard:
            hear()

    def _done(self, action: Action, answer: Any) -> None:
        failed = len(answer.result.get("failed") or ())
        more = say("有 %1 天没办成", failed) if failed else ""
        Told.the().say(" ".join(filter(None, (self._number, say(action.told or action.words), more))))
        self.something_done()

    def _rooms(self) -> Options:
        return _week()._bookable()

    def _starts(self) -> Options:
        return _week()._starts()

    def _ends(self) -> Options:
        return _week()._ends()

    def _facts(self) -> Options:
        return self._preview.lines

    def operator_changed(self) -> None:
        for one in (self._table, self._affected_table, self._actions):
            one.clear()
        super().operator_changed()


def _week() -> Any:
    from ui.viewmodels.desk.rooms.week import Week

    return Week.the()


def _parts() -> list[dict[str, str]]:
    known = (
        ("inbox", "等您决定"),
        ("week", "周历"),
        ("all", "全部预约"),
        ("strikes", "失信记录"),
        ("affected", "假期影响"),
    )
    return [{"value": value, "words": say(words)} for value, words in known]


def _which() -> list[dict[str, str]]:
    return [{"value": value, "words": say(words)} for value, words in _WHICH]


def _save(name: str, content: bytes) -> Path:
    """Into the operator's documents, over the one saved before."""
    folder = user_documents_path()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name.replace("/", "-").replace(" · ", "-")
    path.write_bytes(content)
    return path


def _find(number: str) -> None:
    """From anywhere at the desk."""
    Bookings.the().seek(number)


PLACES[ScanKind.BOOKING_NUMBER] = Place("requests", _find)
