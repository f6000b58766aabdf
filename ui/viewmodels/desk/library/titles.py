"""The catalogue: every title, what is known of it, a book that was given, corrections."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.catalogue import AddBook, AddCopies, EditTitle
from kiosk.commands.library import PlaceHold, TitleOf
from kiosk.domain.codes import ScanKind
from ui.viewmodels.base import shown
from ui.viewmodels.desk.finder import PLACES, Place
from ui.viewmodels.desk.forms import Action, Actions, Field
from ui.viewmodels.desk.library.labels import LabelSheets
from ui.viewmodels.desk.library.lists import ListModel
from ui.viewmodels.desk.library.reader_words import person_words
from ui.viewmodels.desk.library.tabs import LibraryDesk
from ui.viewmodels.desk.library.words import AUDIENCES, Rooms, day, place, state_tone, state_words, title_line
from ui.viewmodels.desk.table import Column, Table
from ui.viewmodels.desk.told import Told
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COLUMNS = (
    Column("书名", sort="title"),
    Column("作者", 160, sort="author"),
    Column("分类", 100, sort="class"),
    Column("年", 60, sort="year"),
    Column("在架 / 共", 90, right=True),
)
_COUNT = Field("copies", "几册", "number", default="1", maximum=3)


@QmlElement
@QmlSingleton
class TitlesDesk(ListModel):
    """`only` are the filters that are on, by name."""

    changed = Signal()
    sections = shown("QVariantList", "sections", changed)
    only = shown("QVariantMap", "only", changed)

    def __init__(self) -> None:
        super().__init__()
        self._title: records.Title | None = None
        self._rooms = Rooms(self)
        self._table = Table(self, "titles", _COLUMNS, title_line, self.chosen)
        self._actions = Actions(self, self._specs(), self.acted)
        self._adding = Actions(self, self._new_books(), self.acted)
        self.begin()

    table = Property(Table, lambda model: model._table, constant=True)
    actions = Property(Actions, lambda model: model._actions, constant=True)
    adding = Property(Actions, lambda model: model._adding, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"sections": [], "only": {}}

    def first_look(self) -> None:
        self._rooms.ask()
        self._table.reload()
        self._adding.refresh()
        self._actions.refresh()

    @Slot(str)
    def toggle(self, name: str) -> None:
        """large_print, children, only_in."""
        on = not self._only.get(name)
        self.put(only={**self._only, name: on})
        self._table.filter(name, "yes" if on else "")

    def look(self) -> None:
        self._title = None
        if self._key:
            self.ask(TitleOf(title=self._key), self._came)
        else:
            self.put(sections=[])
            self._actions.refresh()

    def acted(self, action: Action, answer: Any) -> None:
        numbers = answer.result.get("copies")
        if isinstance(numbers, list) and numbers:
            span = numbers[0] if len(numbers) == 1 else f"{numbers[0]}–{numbers[-1]}"
            known = say("馆里已有，加了 %1 册：%2", len(numbers), span)
            Told.the().say(
                known if answer.result.get("known") else say("已入藏 %1 册：%2", len(numbers), span)
            )
            LabelSheets.the().want(numbers)
            self._table.refresh()
            self.chosen(answer.result["title"])
            return
        super().acted(action, answer)

    def _came(self, title: records.Title | None) -> None:
        if title is None or title.id != self._key:
            return
        self._title = title
        self.put(
            sections=[{"title": "", "lines": _facts(title)}, {"title": say("单册"), "lines": _copies(title)}]
        )
        self._actions.refresh()

    def _is_chosen(self) -> bool:
        return self._title is not None

    def _this(self) -> dict[str, Any]:
        return {"title": self._title.id} if self._title else {}

    def _emptied(self) -> dict[str, Any]:
        """What the form leaves empty is emptied."""
        texts = dict.fromkeys(("author", "publisher", "isbn", "class_number", "audience"), "")
        return self._this() | texts | {"year": 0, "pages": 0}

    def _now(self, name: str) -> Any:
        """A form opens with what stands there."""
        return lambda: str(getattr(self._title, name, "") or "") if self._title else ""

    def _large(self) -> str:
        return "yes" if self._title is not None and self._title.large_print else ""

    def _where(self) -> tuple[Field, Field]:
        shelf = Field("shelf", "架位", required=False, hint="例如 A 区 1 架 1 层")
        return Field("location", "放在哪里", "choice", False, self._rooms.options), shelf

    def _new_books(self) -> list[Action]:
        book = Field("book", "ISBN 或书名", hint="扫书背后的条码，没有的写书名")
        isbn = Field("isbn", "ISBN", required=False, hint="馆里有的，不用再填书名")
        name, author = Field("title", "书名", required=False), Field("author", "作者", required=False)
        described = (
            Field("publisher", "出版社", required=False), Field("year", "出版年", "number", False, maximum=4),
            Field("pages", "页数", "number", False, maximum=5),
            Field("class_number", "分类号", required=False, hint="例如 I247.57"),
            Field("audience", "给谁看", "choice", False, AUDIENCES), Field("large_print", "大字版", "switch", False),
        )  # fmt: skip
        return [
            Action("given", "登记赠书", AddBook, (book, author, _COUNT), icon="plus", tone="good", shortcut="F2"),
            Action("full", "完整登记", AddBook, (isbn, name, author, _COUNT, *described, *self._where()), icon="pencil"),
        ]  # fmt: skip

    def _specs(self) -> list[Action]:
        this, chosen = self._this, self._is_chosen
        reader = Field(
            "resident", "读者", "find", find="people", find_words=person_words, hint="扫证，或输入姓名"
        )
        return [
            Action(
                "edit", "改书目", EditTitle, self._edited(), self._emptied, chosen, "pencil", told="改好了"
            ),
            Action("more", "加册", AddCopies, (_COUNT, *self._where()), this, chosen, "plus"),
            Action("hold", "代读者预约", PlaceHold, (reader,), this, chosen, "book-marked", told="已预约"),
        ]

    def _edited(self) -> tuple[Field, ...]:
        now = self._now
        return (
            Field("name", "书名", default=now("title")), Field("author", "作者", required=False, default=now("author")),
            Field("publisher", "出版社", required=False, default=now("publisher")),
            Field("year", "出版年", "number", False, default=now("year"), maximum=4),
            Field("isbn", "ISBN", required=False, default=now("isbn")),
            Field("pages", "页数", "number", False, default=now("pages"), maximum=5),
            Field("class_number", "分类号", required=False, default=now("class_number")),
            Field("audience", "给谁看", "choice", False, AUDIENCES, now("audience")),
            Field("large_print", "大字版", "switch", False, default=self._large),
        )  # fmt: skip

    def find(self, text: str) -> None:
        """From anywhere at the desk: titles by what was typed or scanned there."""
        LibraryDesk.the().open("titles")
        self._table.search(text)

    @Slot()
    def labels(self) -> None:
        """Print what the chosen title's copies want on their backs."""
        if self._title is not None:
            LabelSheets.the().want([one.number for one in self._title.copies])
            LibraryDesk.the().open("labels")


PLACES[ScanKind.ISBN] = Place("library", lambda isbn: TitlesDesk.the().find(isbn))


def _facts(title: records.Title) -> list[dict[str, str]]:
    marks = [say("大字版")] if title.large_print else []
    marks += [say(words) for value, words in AUDIENCES if value and value == title.audience]
    found = [
        {"label": say("书名"), "value": title.title},
        {"label": say("作者"), "value": title.author},
        {"label": say("出版"), "value": " · ".join(filter(None, (title.publisher, str(title.year or ""))))},
        {"label": "ISBN", "value": title.isbn or ""},
        {"label": say("分类号"), "value": title.class_number},
        {"label": say("页数"), "value": str(title.pages or "")},
        {"label": say("适合"), "value": " · ".join(marks)},
        {
            "label": say("等这本的"),
            "value": say("%1 人在等", title.holds) if title.holds else "",
            "tone": "wait",
        },
    ]
    return [line for line in found if line["value"]]


def _copies(title: records.Title) -> list[dict[str, str]]:
    found = []
    for copy in title.copies:
        state = say("借出，%1还", day(copy.due)) if copy.due else state_words("copy", copy.state)
        found.append(
            {
                "label": copy.number,
                "value": " · ".join(filter(None, (state, place(copy)))),
                "tone": state_tone("copy", copy.state) if copy.state in {"lost", "damaged"} else "",
            }
        )
    return found or [{"label": "", "value": say("还没有单册")}]
