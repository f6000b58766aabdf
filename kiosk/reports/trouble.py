"""Trouble in the words of whoever can act on it."""

import tomllib
from functools import cache

from assets import FOLDER
from kiosk.domain.trouble import KioskError


def trouble_text(error: KioskError, lang: str = "zh") -> str:
    """The sentence of an error's key, filled in; both languages stand in assets/texts/trouble.toml."""
    sentence = _texts().get(error.key, {}).get(lang, error.key)
    return sentence.format_map(_Known(error.detail))


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "?"


@cache
def _texts() -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / "texts" / "trouble.toml").read_text("utf-8"))
