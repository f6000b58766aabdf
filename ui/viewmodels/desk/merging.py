"""Two records of one person: the other one is found, both are opened on record and shown beside each other, merged."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.people_data import MergeResidents
from kiosk.commands.people_desk import MergeOf, OpenPerson
from ui.viewmodels.base import shown
from ui.viewmodels.desk.merging_words import beside, found_words
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.session import Session
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_SUGGESTED = 6
_LOOK_MS = 120_000
"""Then what was opened is put away."""


@QmlElement
@QmlSingleton
class Merging(DeskModel):
    """`found` are {key, words} to choose the other from; `rows` what both say, see `beside`; none before both are open."""

    changed = Signal()
    _both: tuple[str, str] | None
    open = shown(bool, "open", changed)
    name = shown(str, "name", changed)
    found = shown("QVariantList", "found", changed)
    guess = shown(bool, "guess", changed)
    empty = shown(bool, "empty", changed)
    rows = shown("QVariantList", "rows", changed)
    kept_name = shown(str, "kept_name", changed)
    other_name = shown(str, "other_name", changed)

    def __init__(self) -> None:
        super().__init__()
        self._look = QTimer(self, singleShot=True, interval=_LOOK_MS)
        self._look.timeout.connect(self.close)
        Session.the().changed.connect(self._close_if_locked)

    def fresh(self) -> dict[str, Any]:
        return {
            "open": False, "name": "", "found": [], "guess": False, "empty": False, "rows": [], "kept_name": "",
            "other_name": "", "person": None, "both": None, "merge": None, "text": "", "done": lambda resident: None,
        }  # fmt: skip

    def begin(self, person: records.Person, done: Callable[[str], None]) -> None:
        """`person` is to stay, unless they are swapped; `done` hears the id of the one that stayed."""
        self.reset()
        self.put(open=True, person=person, name=person.name, done=done)
        self.seek("")

    @Slot()
    def close(self) -> None:
        self._look.stop()
        self.reset()

    @Slot(str)
    def seek(self, text: str) -> None:
        """As it is typed; before that, who may be the same person."""
        self._text, self._problem = text.strip(), ""
        if self._text:
            question = DeskList(what="people", q=self._text, limit=_SUGGESTED + 1)
            self.ask(question, lambda page: self._offer(text.strip(), page.rows))
        elif self._person is not None:
            self._offer("", self._person.alike)

    @Slot(str)
    def choose(self, other: str) -> None:
        """Both are opened, and that is on record, before anything of them is shown."""
        if self._person is not None:
            self._open_both((self._person.row.id, other))

    @Slot()
    def choose_first(self) -> None:
        if self._found:
            self.choose(self._found[0]["key"])

    @Slot()
    def swap(self) -> None:
        """The other one stays instead."""
        if self._both is not None:
            self._compare(self._both[::-1])

    @Slot()
    def another(self) -> None:
        """It was not this one: back to looking for them."""
        self.put(rows=[], both=None, merge=None, kept_name="", other_name="")
        self.seek("")

    @Slot()
    def merge(self) -> None:
        if self._both is None or not self._rows:
            return
        kept, other = self._both
        self.wish(MergeResidents(resident=kept, other=other), lambda answer: self._merged(kept))

    def retranslate(self) -> None:
        if self._merge is not None:
            self._show(self._merge)
        else:
            self.seek(self._text)

    def operator_changed(self) -> None:
        self.close()

    def _offer(self, text: str, rows: tuple[records.PersonRow, ...]) -> None:
        if text != self._text or self._person is None:
            return  # it was typed on
        own = self._person.row.id
        found = [{"key": one.id, "words": found_words(one)} for one in rows if one.id != own][:_SUGGESTED]
        self.put(found=found, guess=bool(found) and not text, empty=bool(text) and not found)

    def _open_both(self, both: tuple[str, str]) -> None:
        def second(answer: Any) -> None:
            self.wish(OpenPerson(resident=both[1]), third)

        def third(answer: Any) -> None:
            self._compare(both)

        self.wish(OpenPerson(resident=both[0]), second)

    def _compare(self, both: tuple[str, str]) -> None:
        self._both = both
        self._look.start()
        self.ask(MergeOf(resident=both[0], other=both[1]), lambda found: self._came(both, found))

    def _came(self, both: tuple[str, str], found: records.Merge | None) -> None:
        if both != self._both:
            return
        if found is None:
            self.another()
            self._problem = say("这两条已经是同一个人了")
            self.state_changed.emit()
        else:
            self._show(found)

    def _show(self, found: records.Merge) -> None:
        names = {"kept_name": found.kept.name, "other_name": found.other.name}
        self.put(merge=found, rows=beside(found), **names)

    def _merged(self, kept: str) -> None:
        done = self._done
        self.close()
        done(kept)

    def _close_if_locked(self) -> None:
        if Session.the()._locked and self._open:
            self.close()
