"""Stocktaking: a place is chosen, its books are scanned, what is not as it should be is set right; kept until it is finished."""

import json
from collections import deque
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.catalogue import FinishStocktake, MoveCopy
from kiosk.commands.copies import FoundCopy, ReportLost
from kiosk.commands.desk_library import DeskCopy, ShelvesHere, StockOf, Stocktakes
from kiosk.commands.library import ReturnCopy
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.library.counting import Count, judge
from ui.viewmodels.desk.library.stock_words import StockLine, missing_line, past_count, stock_line
from ui.viewmodels.desk.library.words import place
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.told import Told
from ui.viewmodels.records import RecordModel
from ui.viewmodels.sentences import language
from ui.viewmodels.ticket_rows import in_language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_DRAFT = "stocktake"
_SHOWN = 300
_AT_ONCE = 10


@QmlElement
@QmlSingleton
class Stocktaking(DeskModel):
    """`running`: a place is being counted. `showing`: scanned, odd or missing."""

    changed = Signal()
    running = shown(bool, "running", changed)
    places = shown("QVariantList", "places", changed)
    past = shown("QVariantList", "past", changed)
    place_words = shown(str, "place_words", changed)
    expected = shown(int, "expected", changed)
    seen = shown(int, "seen", changed)
    missing = shown(int, "missing", changed)
    odd = shown(int, "odd", changed)
    showing = shown(str, "showing", changed)
    asking = shown(bool, "asking", changed)
    percent = shown(int, "percent", changed)

    def __init__(self) -> None:
        super().__init__()
        self._lines = RecordModel(StockLine, self)
        self._counting: Count | None = None
        self._queue: deque[str] = deque()
        self._working = False
        self._here: list[records.ShelfHere] = []
        self.operator_changed()

    lines = Property(QObject, lambda model: model._lines, constant=True)

    def fresh(self) -> dict[str, Any]:
        numbers = dict.fromkeys(("expected", "seen", "missing", "odd", "percent"), 0)
        return numbers | {
            "running": False, "places": [], "past": [], "place_words": "", "showing": "scanned", "asking": False,
        }  # fmt: skip

    @Slot()
    def refresh(self) -> None:
        """The places, and what was counted before."""
        self.ask(ShelvesHere(), self._places_came)
        self.ask(Stocktakes(), self._past_came)

    @Slot(int)
    def begin(self, row: int) -> None:
        """Count one of the places."""
        if row < len(self._here):
            one = self._here[row]
            self._counting = Count(one.location, one.shelf, context.current().clock())
            self._read_stock()

    @Slot(str)
    def scan(self, text: str) -> None:
        if self._counting is not None and text.strip():
            self._queue.append(text.strip())
            self._go_on()

    @Slot(str)
    def show(self, which: str) -> None:
        self.put(showing=which)
        self._show()

    @Slot(str)
    def fix(self, number: str) -> None:
        """Return, find or move, as its line says."""
        seen = self._counting.seen.get(number) if self._counting else None
        if seen is None or self._counting is None:
            return
        commands: dict[str, Any] = {
            "on_loan": ReturnCopy(copy=seen.copy), "lost": FoundCopy(copy=seen.copy),
            "elsewhere": MoveCopy(copy=seen.copy, location=self._counting.location, shelf=self._counting.shelf),
        }  # fmt: skip
        if seen.status in commands:
            self.wish(commands[seen.status], lambda answer: self._fixed(number))

    @Slot()
    def ask_finish(self) -> None:
        self.put(
            asking=self._counting is not None, showing="missing" if self._missing_now() else self._showing
        )
        self._show()

    @Slot()
    def go_back(self) -> None:
        self.put(asking=False)

    @Slot(bool)
    def finish(self, report_missing: bool) -> None:
        """Record the count; what is missing is reported lost first, if wished."""
        if self._counting is not None and not self._working:
            self._working = True
            self.put(asking=False, percent=0)
            self._report(list(self._missing_now()) if report_missing else [], 0, self._missing)

    @Slot()
    def give_up(self) -> None:
        """Nothing of this count is kept."""
        self.keep_draft(_DRAFT, {})
        self._forget()
        self.refresh()

    def retranslate(self) -> None:
        self._places_came(self._here)
        self._show()

    def _go_on(self) -> None:
        if self._working or not self._queue:
            return
        self._working = True
        text = self._queue.popleft()
        self.ask(DeskCopy(copy=text), lambda found: self._copy_came(text, found))

    def _copy_came(self, text: str, found: records.DeskCopy | None) -> None:
        self._working = False
        if self._counting is None:
            return
        if found is not None and found.choices:
            unseen = [
                one.number
                for one in found.choices
                if one.number in self._counting.expected and one.number not in self._counting.seen
            ]
            if unseen and unseen[0] != found.copy.number:
                self._queue.appendleft(unseen[0])
                self._go_on()
                return
        self._counting.note(judge(self._counting, text, found, place(found.copy) if found else ""))
        self._keep()
        self._show()
        self._go_on()

    def _fixed(self, number: str) -> None:
        if self._counting is not None:
            self._counting.settle(number)
            self._keep()
            self._show()

    def _read_stock(self) -> None:
        count = self._counting
        assert count is not None
        self.ask(StockOf(location=count.location, shelf=count.shelf), self._stock_came)

    def _stock_came(self, found: list[records.StockCopy]) -> None:
        if self._counting is None:
            return
        self._counting.expected = {one.number: one for one in found}
        self.put(running=True)
        self._keep()
        self._show()

    def _missing_now(self) -> list[records.StockCopy]:
        return self._counting.missing() if self._counting else []

    def _report(self, missing: list[records.StockCopy], done: int, count: int) -> None:
        """A few at a time, so that whoever waits sees it move."""
        if done >= len(missing):
            self._record(count)
            return
        actor, part = Session.the().actor, missing[done : done + _AT_ONCE]

        def report(station: Any) -> None:
            for one in part:
                station.do(ReportLost(copy=one.id), actor)

        def reported(nothing: Any) -> None:
            self.put(percent=int(100 * (done + len(part)) / len(missing)))
            self._report(missing, done + len(part), count)

        self._run(report, reported)

    def _record(self, missing: int) -> None:
        count = self._counting
        assert count is not None
        wish = FinishStocktake(
            begun_at=count.begun_at, expected=count.on_shelf(), seen=count.right(), missing=missing,
            misplaced=count.number_of("elsewhere"), unknown=count.number_of("unknown"), location=count.location,
            shelf=count.shelf,
        )  # fmt: skip
        self.wish(wish, self._recorded)

    def _recorded(self, answer: Any) -> None:
        Told.the().say(say("%1 盘点完成，记下了", self._place_words))
        self.give_up()

    def refused(self, answer: Any) -> None:
        self._working = False

    def _fail(self, error: Exception) -> None:
        self._working = False
        super()._fail(error)

    def _keep(self) -> None:
        if self._counting is not None:
            self.keep_draft(_DRAFT, {"count": self._counting.to_text()})

    def _restore(self, drafts: dict[str, dict[str, str]]) -> None:
        """What was being counted when the screen went dark."""
        try:
            self._counting = Count.from_text(drafts[_DRAFT]["count"])
        except (KeyError, ValueError, json.JSONDecodeError):
            return
        self._read_stock()

    def _places_came(self, found: list[records.ShelfHere]) -> None:
        self._here = found
        english = language() == "en"
        self.put(
            places=[
                {
                    "words": " · ".join(filter(None, (in_language(one, "name", english), one.shelf)))
                    or say("没有写位置的"),
                    "fact": say("%1 册", one.copies),
                }
                for one in found
            ]
        )

    def _past_came(self, found: list[records.StocktakeDone]) -> None:
        english = language() == "en"
        self.put(past=[past_count(one, english) for one in found])

    def _show(self) -> None:
        count = self._counting
        if count is None:
            self._lines.show([])
            self.put(running=False)
            return
        missing = count.missing()
        if self._showing == "missing":
            lines = [missing_line(one) for one in missing]
        else:
            seen = [
                one for one in reversed(count.seen.values()) if self._showing == "scanned" or not one.is_right
            ]
            lines = [stock_line(one) for one in seen]
        self._lines.show(lines[:_SHOWN])
        self.put(
            place_words=self._words_of(count), expected=count.on_shelf(), seen=count.right(), missing=len(missing),
            odd=sum(not one.is_right for one in count.seen.values()),
        )  # fmt: skip

    def _words_of(self, count: Count) -> str:
        english = language() == "en"
        name = next(
            (in_language(one, "name", english) for one in self._here if one.location == count.location),
            count.location,
        )
        return " · ".join(filter(None, (name, count.shelf))) or say("没有写位置的")

    def _forget(self) -> None:
        self._counting, self._working = None, False
        self._queue.clear()
        self._show()

    def operator_changed(self) -> None:
        self._forget()
        if self.operator() is not None:
            self.refresh()
            self.drafts(self._restore)
