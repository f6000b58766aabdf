"""图书借还: the four things to do, and finding a book while typing."""

from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.library import Classes, Facets, Locations, SearchTitles
from ui.viewmodels import library_rows as rows
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.book_marks import marked
from ui.viewmodels.library_class_rows import ClassRow, class_row, class_words
from ui.viewmodels.records import RecordModel
from ui.viewmodels.shell import Shell
from ui.viewmodels.ticket_rows import in_language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_PAGE = 30


@dataclass(frozen=True, slots=True)
class _Search:
    """All that decides what is to be shown."""

    q: str = ""
    only_in: bool = False
    location: str = ""
    large_print: bool = False
    children: bool = False
    main_class: str = ""
    limit: int = _PAGE

    def question(self) -> SearchTitles:
        return SearchTitles(
            q=self.q, limit=self.limit, only_in=self.only_in, location=self.location or None,
            large_print=self.large_print, children=self.children, main_class=self.main_class or None,
        )  # fmt: skip

    @property
    def is_filtered(self) -> bool:
        return replace(self, q="", limit=_PAGE) != _Search()


@QmlElement
@QmlSingleton
class Library(ViewModel):
    """One search is on its way at a time; when it is back, the newest wish goes. An answer that is not to the
    newest wish is never shown."""

    changed = Signal()
    _asked: Any
    _shown: Any
    _found: Any
    text = shown(str, "text", changed)
    words = shown(str, "words", changed)
    browsing = shown(bool, "browsing", changed)
    empty = shown(bool, "empty", changed)
    only_in = shown(bool, "only_in", changed)
    location = shown(str, "location", changed)
    filtered = shown(bool, "filtered", changed)
    places = shown("QVariantList", "places", changed)
    large_print = shown(bool, "large_print", changed)
    children = shown(bool, "children", changed)
    main_class = shown(str, "main_class", changed)
    has_large_print = shown(bool, "has_large_print", changed)
    has_children = shown(bool, "has_children", changed)
    no_classes = shown(bool, "no_classes", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._titles, self._classes = RecordModel(rows.TitleRow), RecordModel(ClassRow)

    titles = Property(QObject, lambda self: self._titles, constant=True)
    classes = Property(QObject, lambda self: self._classes, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "text": "", "words": "", "browsing": True, "empty": False, "only_in": False, "location": "",
            "filtered": False, "places": [], "locations": (), "wished": _Search(), "asked": None, "shown": None,
            "found": None, "marks": [], "large_print": False, "children": False, "main_class": "",
            "has_large_print": False, "has_children": False, "no_classes": False, "known": (),
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        self._titles.show([])
        self._classes.show([])

    def retranslate(self) -> None:
        if self._known:
            self._compose_classes()
        self._compose()

    @Slot()
    def load(self) -> None:
        """The page has come to the front: what was found stays, but may have been lent meanwhile."""
        if not self._locations:
            self.ask(Locations(), self._show_locations)
        self.ask(Facets(), self._show_facets)
        self._shown = None
        self._search(self._wished)

    @Slot(str)
    def type(self, text: str) -> None:
        before = self._text.strip()
        self.put(text=text)
        if text.strip() != before:
            self._wish(q=text.strip(), limit=_PAGE)

    @Slot(bool)
    def only_on_shelf(self, only_in: bool) -> None:
        self._wish(only_in=only_in, limit=_PAGE)

    @Slot(str)
    def choose_location(self, code: str) -> None:
        """The chosen one again: everywhere."""
        self._wish(location="" if code == self._wished.location else code, limit=_PAGE)

    @Slot(bool)
    def only_large_print(self, large_print: bool) -> None:
        self._wish(large_print=large_print, limit=_PAGE)

    @Slot(bool)
    def only_children(self, children: bool) -> None:
        self._wish(children=children, limit=_PAGE)

    @Slot()
    def load_classes(self) -> None:
        self.ask(Classes(), self._show_classes)

    @Slot(str)
    def choose_class(self, letter: str) -> None:
        """Empty: of every class."""
        self._wish(main_class=letter, limit=_PAGE)

    @Slot()
    def clear_filters(self) -> None:
        self._search(replace(_Search(), q=self._wished.q))
        self._say_filters()

    @Slot()
    def more(self) -> None:
        """The end of the list has come into sight."""
        found = self._found
        if found is not None and self._shown == self._wished and len(found.titles) < found.total:
            self._wish(limit=self._wished.limit + _PAGE)

    @Slot()
    def clear(self) -> None:
        """A new visit to the search."""
        self._titles.show([])
        self.put(
            **self.fresh()
            | {"locations": self._locations, "places": self._places, "asked": self._asked}
            | {"has_large_print": self._has_large_print, "has_children": self._has_children}
        )

    def _wish(self, **changes: Any) -> None:
        self._search(replace(self._wished, **changes))
        self._say_filters()

    def _say_filters(self) -> None:
        wished = self._wished
        self.put(
            only_in=wished.only_in, location=wished.location, large_print=wished.large_print, children=wished.children,
            main_class=class_words(wished.main_class, Shell.the()._english), filtered=wished.is_filtered,
        )  # fmt: skip

    def _search(self, wished: _Search) -> None:
        self._wished = wished
        if self._asked is None and wished != self._shown:
            self._asked = wished
            self._run(lambda station: _find(station, wished), lambda told: self._came(wished, *told))

    def _came(self, asked: _Search, found: Any, marks: list[tuple[str, str]]) -> None:
        self._asked = None
        if asked == self._wished:
            further = self._shown is not None and _same_but_longer(self._shown, asked)
            self._shown, self._found, self._marks = asked, found, marks
            self._compose(further)
        self._search(self._wished)

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self._asked = None

    def _show_locations(self, found: Any) -> None:
        self._locations = tuple(found)
        self._compose_places()
        self.changed.emit()

    def _show_facets(self, found: Any) -> None:
        self.put(has_large_print=found.large_print, has_children=found.children)

    def _show_classes(self, found: Any) -> None:
        self._known = tuple(found)
        self._compose_classes()

    def _compose_classes(self) -> None:
        english = Shell.the()._english
        self._classes.show([class_row(one, english) for one in self._known])
        self._main_class = class_words(self._wished.main_class, english)
        self.put(no_classes=not self._known)

    def _compose(self, further: bool = False) -> None:
        self._compose_places()
        if self._found is None:
            return self.changed.emit()
        english = Shell.the()._english
        pairs = zip(self._found.titles, self._marks, strict=True)
        listed = [rows.title_row(title, *marks, english) for title, marks in pairs]
        if further:
            self._titles.extend(listed[self._titles.rowCount() :])
        else:
            self._titles.show(listed)
        total, browsing = self._found.total, not self._shown.q
        self.put(
            empty=not listed, browsing=browsing,
            words=_count_words(total, self._found.more, browsing and not self._filtered),
        )  # fmt: skip

    def _compose_places(self) -> None:
        english = Shell.the()._english
        several = len(self._locations) > 1
        self._places = [
            {"code": place.code, "name": in_language(place, "name", english)}
            for place in self._locations
            if several
        ]


def _find(station: Any, wished: _Search) -> tuple[Any, list[tuple[str, str]]]:
    """On the worker, marks included: reading pinyin is work."""
    found = station.ask(wished.question())
    return found, [_marks(title, wished.q) for title in found.titles]


def _marks(title: Any, q: str) -> tuple[str, str]:
    in_title = marked(title.title, q)
    author = title.author or title.publisher
    return in_title, marked(author, "" if "<a " in in_title else q)


def _same_but_longer(shown: _Search, asked: _Search) -> bool:
    return replace(shown, limit=asked.limit) == asked and shown.limit < asked.limit


def _count_words(total: int, more: bool, all_books: bool) -> str:
    if more:
        return say("%1 种以上", total)
    return say("共 %1 种", total) if all_books else say("找到 %1 种", total)
