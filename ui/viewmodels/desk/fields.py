"""What a form asks for: its fields, the buttons that open it, and turning what was typed into values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from kiosk.commands.base import Command
from ui import context
from ui.viewmodels.desk.compound import Compound, Values, WrongPart
from ui.words import say

Options = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Field:
    """One thing to fill in. `words`, `hint` and the words of `options` (value, words) are Chinese source text.

    `kind`: text, long, number, date (YYYY-MM-DD), time (HH:MM), choice, many (choices, joined by blanks), switch, secret
    (never in a draft), file (a path here), parts (several controls, see compound.py), or find: a row of the long table
    `find`, said by `find_words`, whose id is sent. `whole`: a choice whose value is a whole number. `facts` are only shown,
    (tone, words) each. A `default` may be asked for when the form opens.
    """

    name: str
    words: str
    kind: str = "text"
    required: bool = True
    options: Options | Callable[[], Options] = ()
    default: str | Callable[[], str] = ""
    hint: str = ""
    maximum: int = 200
    whole: bool = False
    find: str = ""
    find_words: Callable[[Any], str] = str
    compound: Compound | None = None


@dataclass(frozen=True, slots=True)
class Action:
    """A command that a button sends: at once, or after its `fields`, or after a `confirm` question.

    `fixed` gives the fields that the page knows (which ticket, which room); `offered` says whether it makes sense now.
    `told` is said when it was done. A `minor` one stands behind 更多. `tone`: "", good or error, the button's colour.
    `more` gives fields that depend on what was filled in; a name like `form.age` goes into `form` as `age`, one that
    begins with _ is not sent. `check` says what is wrong with the values together, as Chinese source text. `elsewhere`
    opens what asks and sends in place of a form.
    """

    key: str
    words: str
    command: type[Command]
    fields: tuple[Field, ...] = ()
    fixed: Callable[[], dict[str, Any]] = dict
    offered: Callable[[], bool] = lambda: True
    icon: str = ""
    tone: str = ""
    confirm: str = ""
    told: str = ""
    shortcut: str = ""
    minor: bool = False
    more: Callable[[dict[str, str]], Sequence[Field]] = lambda values: ()
    check: Callable[[dict[str, Any]], str] = lambda values: ""
    elsewhere: Callable[[], None] | None = None

    @property
    def asks(self) -> bool:
        return bool(self.fields or self.confirm)


@dataclass(slots=True)
class Filled:
    """What a field holds: `value` is what is sent, `words` how what was found is said, `error` what is wrong with it."""

    value: str = ""
    words: str = ""
    error: str = ""
    suggested: list[dict[str, str]] = field(default_factory=list)


def value_of(spec: Field, filled: Filled, values: Values | None = None) -> Any:
    """As the command wants it; None when left empty. What is wrong is noted in `filled.error`. `values` is what the whole
    form holds.
    """
    text = filled.value.strip()
    filled.error = ""
    if spec.compound is not None:
        return _sent(spec.compound, filled, values or {})
    if not text:
        filled.error = say("这一项要填") if spec.required and spec.kind != "switch" else ""
        return False if spec.kind == "switch" else None
    if spec.kind == "switch":
        return text == "yes"
    if spec.kind == "many":
        return text.split()
    if spec.kind == "number" or spec.whole:
        return _number(text, filled)
    if spec.kind == "date":
        return _date(text, filled)
    return text


def _sent(compound: Compound, filled: Filled, values: Values) -> Any:
    try:
        return compound.sent(filled.value, values)
    except WrongPart as wrong:
        filled.error = str(wrong)
        return None


def nested(values: dict[str, Any]) -> dict[str, Any]:
    """`form.age` goes into `form` as `age`; what begins with _ is left out."""
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name.startswith("_"):
            continue
        whole, _, part = name.partition(".")
        if part:
            found.setdefault(whole, {})[part] = value
        else:
            found[name] = value
    return found


def _number(text: str, filled: Filled) -> int | None:
    try:
        return int(text)
    except ValueError:
        filled.error = say("请填整数")
        return None


def _date(text: str, filled: Filled) -> str | None:
    """ISO, or as people write it: 12-3, 12/3, 2026.12.3; without a year the next such day."""
    parts = text.replace("/", "-").replace(".", "-").split("-")
    today = context.current().clock().date()
    try:
        numbers = [int(part) for part in parts]
        if len(numbers) == 2:
            found = date(today.year, *numbers)
            return (found if found >= today else found.replace(year=today.year + 1)).isoformat()
        return date(*numbers).isoformat()
    except (ValueError, TypeError):
        filled.error = say("日期写成 2026-12-03 或 12-3")
        return None
