"""The words of slips in one language, from assets/texts/slip.toml."""

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

from assets import FOLDER


@dataclass(frozen=True, slots=True)
class SlipWords:
    """`part` is the slip; what it does not say itself is common to all."""

    part: str
    lang: str

    def __call__(self, key: str, **values: Any) -> str:
        return str(self._find(key)).format_map(values)

    def lines(self, key: str) -> list[str]:
        return [str(line) for line in self._find(key)]

    def pick(self, zh: str, en: str) -> str:
        """The station's own data in this language."""
        return zh if self.lang == "zh" or not en else en

    def _find(self, key: str) -> Any:
        texts = _texts()
        return (texts[self.part].get(key) or texts["common"][key])[self.lang]


@cache
def _texts() -> dict[str, Any]:
    return tomllib.loads((FOLDER / "texts" / "slip.toml").read_text("utf-8"))
