"""Trouble in the words of whoever can act on it."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from assets import FOLDER
from kiosk.domain.trouble import KioskError


def trouble_text(error: KioskError, lang: str = "zh") -> str:
    """The sentence of an error's key, filled in; both languages stand in assets/texts/trouble.toml."""
    return sentence("trouble", error.key, error.detail, lang)


def sentence(book: str, key: str, detail: Mapping[str, Any], lang: str = "zh") -> str:
    """A sentence of assets/texts/BOOK.toml, filled in; the key itself where none is written."""
    text = _texts(book).get(key, {}).get(lang, key)
    return text.format_map(_Known(detail))


class _Known(dict[str, Any]):
    def __missing__(self, key: str) -> str:
        return "?"


@cache
def _texts(book: str) -> dict[str, dict[str, str]]:
    return tomllib.loads((FOLDER / "texts" / f"{book}.toml").read_text("utf-8"))
