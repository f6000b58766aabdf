"""The form of a service item, drawn question by question, and seen as the kiosk asks it."""

import json
from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from ui.viewmodels.base import shown
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.stationset.house import named, row_of
from ui.viewmodels.desk.stationset.page import StationSettings
from ui.viewmodels.desk.stationset.questions import (
    TEXTS,
    Question,
    changed,
    form_wish,
    new_question,
    options_text,
)
from ui.viewmodels.desk.told import Told
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_KINDS = {"choice": "选一个", "number": "填数字", "date": "选日期", "phone": "留电话", "text": "写几个字"}
_DRAFT_MS = 800


@QmlElement
@QmlSingleton
class FormEditor(DeskModel):
    """`question` holds what may be set of the chosen one, `preview` how it is asked; `restored`: typed before a crash."""

    changed = Signal()
    is_open = shown(bool, "is_open", changed)
    title = shown(str, "title", changed)
    version_words = shown(str, "version_words", changed)
    next_words = shown(str, "next_words", changed)
    questions = shown("QVariantList", "questions", changed)
    kinds = shown("QVariantList", "kinds", changed)
    chosen = shown(int, "chosen", changed)
    question = shown("QVariantMap", "question", changed)
    preview = shown("QVariantMap", "preview", changed)
    dirty = shown(bool, "dirty", changed)
    restored = shown(bool, "restored", changed)
    limit_error = shown(str, "limit_error", changed)

    def __init__(self) -> None:
        super().__init__()
        self._drafting = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._drafting.timeout.connect(self._keep)

    def fresh(self) -> dict[str, Any]:
        texts = dict.fromkeys(("title", "version_words", "next_words", "limit_error"), "")
        return texts | {
            "is_open": False, "questions": [], "kinds": [], "chosen": -1, "question": {}, "preview": {}, "dirty": False,
            "restored": False, "item": "", "all": [], "kept": [],
        }  # fmt: skip

    @Slot(str)
    def open(self, item: str) -> None:
        row = row_of(StationSettings.the().house.items, item)
        if not row:
            return
        self.reset()
        self._item, self._kept = item, [dict(field) for field in row["form"]]
        self._all = [dict(field) for field in self._kept]
        self._is_open, self._chosen = True, 0 if self._all else -1
        self._show()
        self.drafts(self._restore)

    @Slot()
    def close(self) -> None:
        """Thought better of it."""
        self._drop_draft()
        self.reset()

    @Slot(int)
    def choose(self, place: int) -> None:
        if 0 <= place < len(self._all):
            self._chosen, self._limit_error = place, ""
            self._show()

    @Slot()
    def add(self) -> None:
        self._all = [*self._all, new_question(self._all)]
        self._chosen = len(self._all) - 1
        self._touched()

    @Slot()
    def remove(self) -> None:
        self._all = [one for place, one in enumerate(self._all) if place != self._chosen]
        self._chosen = min(self._chosen, len(self._all) - 1)
        self._touched()

    @Slot(int)
    def move(self, by: int) -> None:
        """The chosen question, one up or down."""
        to = self._chosen + by
        if 0 <= to < len(self._all):
            moved = list(self._all)
            moved[self._chosen], moved[to] = moved[to], moved[self._chosen]
            self._all, self._chosen = moved, to
            self._touched()

    @Slot(str, str)
    def fill(self, name: str, text: str) -> None:
        """As it is typed."""
        if not 0 <= self._chosen < len(self._all):
            return
        try:
            new = changed(self._all[self._chosen], name, text)
        except ValueError:
            self.put(limit_error=say("请填整数"))
            return
        if new != self._all[self._chosen]:
            self._limit_error = ""
            self._all = [new if place == self._chosen else one for place, one in enumerate(self._all)]
            self._touched()

    @Slot()
    def save(self) -> None:
        if self._limit_error:
            return
        item, back = self._item, form_wish(self._item, self._kept)

        def done(answer: Any) -> None:
            self._drop_draft()
            self.reset()
            version = answer.result["version"]
            Told.the().say(
                say("表单存成了第 %1 版，以前填的还是原来的样子", version), undo=lambda: self._send_back(back)
            )
            StationSettings.the().show()

        self.wish(form_wish(item, self._all), done)

    def retranslate(self) -> None:
        if self._is_open:
            self._show()

    def _send_back(self, wish: Any) -> None:
        def done(answer: Any) -> None:
            Told.the().say(say("改回去了"))
            StationSettings.the().show()

        self.wish(wish, done)

    def _touched(self) -> None:
        self._drafting.start()
        self._show()

    def _show(self) -> None:
        row = row_of(StationSettings.the().house.items, self._item)
        version = row.get("form_version", 1)
        one = self._all[self._chosen] if 0 <= self._chosen < len(self._all) else None
        self.put(
            title=named(row), version_words=say("现在是第 %1 版", version),
            next_words=say("存成第 %1 版", version + 1), dirty=self._all != self._kept,
            kinds=[{"value": kind, "words": say(words)} for kind, words in _KINDS.items()],
            questions=[_listed(place, each) for place, each in enumerate(self._all, 1)],
            question=_edited(one) if one else {}, preview=self._as_asked(one) if one else {},
        )  # fmt: skip

    def _as_asked(self, one: Question) -> dict[str, Any]:
        """As the kiosk asks it; it asks nothing that must be written."""
        touched = [each for each in self._all if each["kind"] != "text"]
        step = f"{touched.index(one) + 1} / {len(touched)}" if one in touched else ""
        options = (
            [named(option, "label") for option in one.get("options", ())] if one["kind"] == "choice" else []
        )
        return {
            "label": named(one, "label"), "help": named(one, "help"), "kind": one["kind"], "step": step,
            "options": options, "required": bool(one.get("required")),
        }  # fmt: skip

    def _draft_name(self) -> str:
        return f"set_item_form {self._item}"

    def _restore(self, drafts: dict[str, dict[str, str]]) -> None:
        draft = drafts.get(self._draft_name())
        if not self._is_open or not draft:
            return
        self._all, self._restored = json.loads(draft["questions"]), True
        self._chosen = min(max(self._chosen, 0), len(self._all) - 1)
        self._show()

    def _keep(self) -> None:
        if self._is_open:
            held = {"questions": json.dumps(self._all, ensure_ascii=False)} if self._all != self._kept else {}
            self.keep_draft(self._draft_name(), held)

    def _drop_draft(self) -> None:
        self._drafting.stop()
        if self._is_open:
            self.keep_draft(self._draft_name(), {})


def _listed(place: int, one: Question) -> dict[str, Any]:
    kind = say(_KINDS[one["kind"]])
    facts = [kind, say("要填")] if one.get("required") else [kind]
    return {"words": f"{place}. {named(one, 'label') or say('还没写')}", "sub": " · ".join(facts)}


def _edited(one: Question) -> dict[str, Any]:
    texts = {name: one.get(name) or "" for name in TEXTS}
    limits = {name: "" if one.get(name) is None else str(one[name]) for name in ("min", "max")}
    return texts | limits | {
        "key": one["key"], "kind": one["kind"], "required": "yes" if one.get("required") else "",
        "options": options_text(one),
    }  # fmt: skip
