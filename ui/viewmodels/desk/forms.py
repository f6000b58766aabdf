"""Commands of the desk that need a few words first: which fields, what is wrong with them, drafts, sending."""

from collections.abc import Callable, Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlUncreatable

from kiosk.commands.base import from_fields, spec_of
from kiosk.commands.desk_lists import DeskList
from ui.viewmodels.base import shown
from ui.viewmodels.desk.fields import Action, Field, Filled, Options, nested, value_of
from ui.words import say

__all__ = ["Action", "Actions", "Field", "Options"]

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_made_here: Any = QmlUncreatable("view-models make it")

_DRAFT_MS = 800
_SUGGESTED = 6


@QmlElement
@_made_here
class Actions(QObject):
    """The buttons of one thing, and the form of the one that was pressed. `owner` sends as its operator.

    `done` hears the action and the answer that was not refused.
    """

    changed = Signal()
    offered = shown("QVariantList", "offered", changed)
    open = shown(bool, "open", changed)
    title = shown(str, "title", changed)
    confirm = shown(str, "confirm", changed)
    tone = shown(str, "tone", changed)
    fields = shown("QVariantList", "fields", changed)
    problem = shown(str, "problem", changed)
    sending = shown(bool, "sending", changed)
    restored = shown(bool, "restored", changed)

    def __init__(
        self, owner: Any, actions: Sequence[Action], done: Callable[[Action, Any], None] | None = None
    ) -> None:
        super().__init__(owner)
        self._owner, self._all = owner, {one.key: one for one in actions}
        self._done = done or (lambda action, answer: None)
        self._current: Action | None = None
        self._filled: dict[str, Filled] = {}
        self._offered: list[dict[str, Any]] = []
        self._drafting = QTimer(self, singleShot=True, interval=_DRAFT_MS)
        self._drafting.timeout.connect(self._keep_draft)
        self._forget()

    @property
    def all(self) -> Sequence[Action]:
        return list(self._all.values())

    @property
    def values(self) -> dict[str, str]:
        """What the open form holds, by field, as it was typed."""
        return {name: filled.value for name, filled in self._filled.items()}

    def sent_now(self, name: str) -> Any:
        """What of this field would be sent; None: nothing, or it is not good yet, or there is no such field."""
        spec = next((one for one in self._fields_now() if one.name == name), None) if self._current else None
        return value_of(spec, Filled(self._filled[name].value), self.values) if spec else None

    def refresh(self) -> None:
        """Which make sense now, and may be sent by whoever has signed in."""
        role = self._owner.operator_role()
        self._offered = [
            {
                "key": one.key,
                "words": say(one.words),
                "icon": one.icon,
                "tone": one.tone,
                "shortcut": one.shortcut,
                "minor": one.minor,
            }
            for one in self._all.values()
            if role in spec_of(one.command).by and one.offered()
        ]
        self.changed.emit()

    def clear(self) -> None:
        self._forget()
        self._offered = []
        self.changed.emit()

    @Slot(str)
    def begin(self, key: str) -> None:
        action = self._all.get(key)
        if action is None or self._sending or key not in {one["key"] for one in self._offered}:
            return
        self._forget()
        if action.elsewhere is not None:
            self.changed.emit()
            action.elsewhere()
            return
        self._current = action
        if not action.asks:
            self._send({})
            return
        self._filled = {one.name: Filled(self._default(one)) for one in action.fields}
        self._open, self._title = True, say(action.words)
        self._confirm, self._tone = say(action.confirm) if action.confirm else "", action.tone
        self._owner.drafts(lambda drafts: self._restore(action, drafts))
        self._show()

    @Slot(str, str)
    def fill(self, name: str, value: str) -> None:
        """As it is typed."""
        filled = self._filled.get(name)
        if filled is None or filled.value == value:
            return
        filled.value, filled.error = value, ""
        spec = self._spec(name)
        if spec.kind == "find":
            filled.words = ""
            self._suggest(spec, value)
        self._drafting.start()
        if spec.kind in {"choice", "many", "switch", "find", "date", "parts"}:
            self._show()

    @Slot(str, str)
    def pick(self, name: str, value: str) -> None:
        """One of the choices; once more on the same takes it back, where nothing need be chosen."""
        spec, held = self._spec(name), self._filled[name].value
        if spec.kind == "many":
            kept = held.split()
            kept = [one for one in kept if one != value] if value in kept else [*kept, value]
            self.fill(name, " ".join(kept))
        else:
            self.fill(name, "" if value == held and not spec.required else value)

    @Slot(str, str, str)
    def set_part(self, name: str, part: str, value: str) -> None:
        """One of the controls that the field is made of."""
        compound = self._spec(name).compound
        if compound is not None:
            self.fill(name, compound.change(self._filled[name].value, part, value, self.values))

    @Slot(str, str, str)
    def take(self, name: str, key: str, words: str) -> None:
        """One of what was suggested."""
        self._filled[name] = Filled(key, words)
        self._show()

    @Slot()
    def send(self) -> None:
        if self._current is None or self._sending:
            return
        fields = self._fields_now()
        values = {one.name: value_of(one, self._filled[one.name], self.values) for one in fields}
        if any(self._filled[one.name].error for one in fields):
            self._show()
            return
        good = {name: value for name, value in values.items() if value is not None}
        if problem := self._current.check(good):
            self._problem = say(problem)
            self._show()
            return
        self._send(nested(good))

    @Slot()
    def close(self) -> None:
        """Thought better of it: nothing is kept of what was typed."""
        self._drop_draft()
        self._forget()
        self.changed.emit()

    def _send(self, values: dict[str, Any]) -> None:
        action = self._current
        assert action is not None
        try:
            wish = from_fields(spec_of(action.command).kind, action.fixed() | values)
        except msgspec.ValidationError as error:
            self._blame(str(error))
            return
        self._sending, self._problem = True, ""
        self._show()
        self._owner.wish(wish, lambda answer: self._heard(action, answer), self._refused)

    def _heard(self, action: Action, answer: Any) -> None:
        self._drop_draft()
        self._forget()
        self.changed.emit()
        self._done(action, answer)

    def _refused(self, said: str) -> None:
        self._sending, self._problem = False, said
        self._show()

    def _blame(self, problem: str) -> None:
        """msgspec names the field, as in "... - at `$.date`"; what it says of it is for programmers."""
        for name, filled in self._filled.items():
            if f"`$.{name}" in problem or f"`{name}`" in problem:
                filled.error = say("这一项不对，请再看一下")
                break
        else:
            self._problem = say("有一项没填对，请再看一下")
        self._show()

    def _default(self, spec: Field) -> str:
        return spec.default if isinstance(spec.default, str) else spec.default()

    def _spec(self, name: str) -> Field:
        assert self._current is not None
        return next(one for one in self._fields_now() if one.name == name)

    def _fields_now(self) -> list[Field]:
        """With those that depend on what was filled in; what they hold stays when they go and come again."""
        assert self._current is not None
        found = [*self._current.fields, *self._current.more(self.values)]
        for one in found:
            self._filled.setdefault(one.name, Filled(self._default(one)))
        return found

    def _suggest(self, spec: Field, text: str) -> None:
        if not text.strip():
            self._filled[spec.name].suggested = []
            return

        def came(found: Any) -> None:
            filled = self._filled.get(spec.name)
            if filled is not None and filled.value == text and not filled.words:
                filled.suggested = [{"key": one.id, "words": spec.find_words(one)} for one in found.rows]
                self._show()

        self._owner.ask(DeskList(what=spec.find, q=text.strip(), limit=_SUGGESTED), came)

    def _show(self) -> None:
        if self._current is not None:
            self._fields = [self._shown_field(one) for one in self._fields_now()]
        self.changed.emit()

    def _shown_field(self, spec: Field) -> dict[str, Any]:
        filled = self._filled[spec.name]
        options = spec.options() if callable(spec.options) else spec.options
        return {
            "name": spec.name, "words": say(spec.words), "kind": spec.kind, "hint": say(spec.hint) if spec.hint else "",
            "required": spec.required, "maximum": spec.maximum, "value": filled.value, "found": filled.words,
            "error": filled.error, "suggested": filled.suggested,
            "parts": [one.shown for one in spec.compound.parts(filled.value, self.values)] if spec.compound else [],
            "options": [{"value": value, "words": say(words)} for value, words in options],
        }  # fmt: skip

    def _forget(self) -> None:
        self._drafting.stop()
        self._current, self._filled, self._fields = None, {}, []
        self._open, self._title, self._confirm, self._tone, self._problem = False, "", "", "", ""
        self._sending, self._restored = False, False

    def _draft_name(self, action: Action) -> str:
        return f"{spec_of(action.command).kind} {sorted(action.fixed().items())}"

    def _restore(self, action: Action, drafts: dict[str, dict[str, str]]) -> None:
        if self._current is not action or self._draft_name(action) not in drafts:
            return
        for name, value in drafts[self._draft_name(action)].items():
            if value and "find" not in {one.kind for one in self._fields_now() if one.name == name}:
                self._filled.setdefault(name, Filled()).value = value
        self._restored = True
        self._show()

    def _keep_draft(self) -> None:
        if self._current is not None:
            secret = {one.name for one in self._fields_now() if one.kind == "secret"}
            values = {name: filled.value for name, filled in self._filled.items() if name not in secret}
            self._owner.keep_draft(self._draft_name(self._current), values)

    def _drop_draft(self) -> None:
        if self._current is not None and self._current.fields:
            self._owner.keep_draft(self._draft_name(self._current), {})
