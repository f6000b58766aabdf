"""Scans at the library's desk, worked off one after the other: whose card it is, which copy, or what to choose from."""

from collections import deque
from typing import Any

from kiosk.commands import records
from kiosk.commands.desk_library import DeskCopy, DeskReader
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.library import SearchTitles, TitleOf
from kiosk.domain.codes import ScanKind, readings
from ui.viewmodels.desk.library.reader_words import copy_offers, person_offers, title_offers, which_copy
from ui.viewmodels.desk.library.words import DoneLine
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.records import RecordModel
from ui.words import say

_KEPT = 60
_OFFERED = 8
_PEOPLE = 5
_ID = 36  # characters of a title's id, as an offer names it
_NEXT = "\x04"  # in the queue of scans: the next person
_BOOKS = {ScanKind.COPY, ScanKind.ISBN}


class Scans(DeskModel):
    """The subclass declares `offers`, `asking` and `lent`, shows the reader with `show_reader` and does with a copy what
    `take` says; then it calls `_rest`.
    """

    changed: Any

    def __init__(self) -> None:
        super().__init__()
        self._lines = RecordModel(DoneLine, self)
        self._done: list[DoneLine] = []
        self._queue: deque[str] = deque()
        self._working = False
        self._visit = 0
        self._last: records.DeskReader | None = None

    def take(self, found: records.DeskCopy) -> None:
        """This copy was meant."""
        raise NotImplementedError

    def show_reader(self, found: records.DeskReader | None) -> None:
        raise NotImplementedError

    def hear(self, text: str) -> None:
        """What the scanner sent or a hand typed. They may come faster than they are worked off: none is lost."""
        if text.strip():
            self._queue.append(text.strip())
            self._go_on()

    def take_offer(self, place: int) -> None:
        """One of the offers."""
        if place < len(self._offers):
            self.hear(self._offers[place]["key"])

    def end_visit(self) -> None:
        """The next person, once what was scanned for this one is done: nothing of this one stays in sight."""
        if self._working:
            self._queue.append(_NEXT)
        else:
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._visit += 1
        self._queue.clear()
        self._last, self._done, self._working = None, [], False
        self._lines.show([])
        self.show_reader(None)
        self.put(offers=[], asking="", lent=0)

    def _go_on(self) -> None:
        if self._working or not self._queue:
            return
        text = self._queue.popleft()
        if text == _NEXT:
            left = list(self._queue)
            self._begin_anew()
            self._queue.extend(left)
            self._go_on()
            return
        self._working = True
        self.put(offers=[], asking="")
        meanings = readings(text)
        if any(one.kind is ScanKind.CARD for one in meanings):
            card = next(one.value for one in meanings if one.kind is ScanKind.CARD)
            self.ask(DeskReader(reader=card), lambda found: self._reader_came(text, found))
        elif any(one.kind in _BOOKS for one in meanings):
            self._find_copy(text)
        elif len(text) == _ID:
            self.ask(TitleOf(title=text), self._title_came)
        elif self._last is None:
            wanted = DeskList(what="people", q=text, limit=_PEOPLE)
            self.ask(wanted, lambda found: self._find_titles(text, person_offers(found.rows)))
        else:
            self._find_titles(text, [])

    def _rest(self) -> None:
        """This scan is done with."""
        self._working = False
        self._go_on()

    def _reader_came(self, text: str, found: records.DeskReader | None) -> None:
        if found is not None:
            self._done = []
            self._lines.show([])
            self.put(lent=0)
            self.show_reader(found)
            self._rest()
        elif any(one.kind is ScanKind.ISBN for one in readings(text)):
            self._find_copy(text)  # ten digits may be an old ISBN as well
        else:
            self._note(text, text, say("没有这张读者证，请再扫一次，或到居民页查"), "error")
            self._rest()

    def _find_copy(self, reference: str) -> None:
        self.ask(DeskCopy(copy=reference), lambda found: self._copy_came(reference, found))

    def _copy_came(self, text: str, found: records.DeskCopy | None) -> None:
        if found is None:
            self._note(text, text, say("馆里没有这本书，或还没有编号"), "error")
            self._rest()
        elif len(candidates := self._candidates(found)) > 1:
            self.put(offers=copy_offers(candidates), asking=which_copy(found.title))
            self._rest()
        elif found.choices and candidates and candidates[0].number != found.copy.number:
            self._find_copy(candidates[0].number)
        else:
            self.take(found)

    def _candidates(self, found: records.DeskCopy) -> list[records.Copy]:
        """Which copies an ISBN may mean: those here when lending, those that are out when one comes back."""
        here = {"on_shelf", "on_hold"} if self._last is not None else {"on_loan", "lost"}
        fit = [one for one in found.choices if one.state in here]
        return fit or list(found.choices[:1])

    def _find_titles(self, text: str, people: list[dict[str, str]]) -> None:
        """Words may be a reader's name, or a book's."""
        question = SearchTitles(q=text, limit=_OFFERED - len(people))
        self.ask(question, lambda found: self._titles_came(text, people, found))

    def _titles_came(self, text: str, people: list[dict[str, str]], found: records.TitlesFound) -> None:
        if people:
            self.put(offers=people + title_offers(found.titles), asking=say("是哪一位，还是哪一种书？"))
        elif not found.titles:
            self._note(text, text, say("没有找到这样的书名、作者或编号"), "error")
        elif len(found.titles) == 1:
            self.ask(TitleOf(title=found.titles[0].id), self._title_came)
            return
        else:
            self.put(offers=title_offers(found.titles), asking=say("是哪一种？"))
        self._rest()

    def _title_came(self, title: records.Title | None) -> None:
        copies = title.copies if title is not None else ()
        if len(copies) == 1:
            self._find_copy(copies[0].number)
            return
        if title is None or not copies:
            self._note("", title.title if title else "", say("还没有单册"), "error")
        else:
            self.put(offers=copy_offers(copies), asking=which_copy(title.title))
        self._rest()

    def _note(self, key: str, title: str, words: str, tone: str) -> None:
        icon = {"good": "circle-check", "wait": "triangle-alert", "error": "circle-x"}[tone]
        self._done = [DoneLine(key, title, words, tone, icon), *self._done][:_KEPT]
        self._lines.show(self._done)
