"""A field of a form that is made of several small controls, and held as one text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Values = Mapping[str, str]
"""What the whole form holds, by field."""


@dataclass(frozen=True, slots=True)
class Part:
    """One control. `words` and those of `options` are ready to be shown. `kind`: choice, many (joined by blanks), line, or
    amount: a number from `least` to `most`.
    """

    name: str
    words: str
    kind: str
    value: str
    options: Sequence[tuple[str, str]] = ()
    least: int = 0
    most: int = 0
    hint: str = ""

    @property
    def shown(self) -> dict[str, Any]:
        options = [{"value": value, "words": words} for value, words in self.options]
        return {
            "name": self.name, "words": self.words, "kind": self.kind, "value": self.value, "options": options,
            "least": self.least, "most": self.most, "hint": self.hint,
        }  # fmt: skip


class WrongPart(ValueError):
    """What is wrong, in words for the operator."""


def parts_held(text: str) -> dict[str, Any]:
    """By part, of a text that `parts_text` made. Of anything else, such as a draft from before an update: nothing."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def parts_text(held: Mapping[str, Any]) -> str:
    return json.dumps(held)


class Compound(Protocol):
    """`text` is what the field holds; an empty one is how it begins."""

    def parts(self, text: str, values: Values) -> Sequence[Part]:
        """None: there is nothing to fill in."""
        ...

    def change(self, text: str, part: str, value: str, values: Values) -> str:
        """The field's text with this part changed."""
        ...

    def sent(self, text: str, values: Values) -> Any:
        """As the command wants it; None: leave it out. Raises WrongPart."""
        ...
