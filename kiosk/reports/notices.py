"""What is read out to whoever is called, in both languages; it needs neither screens nor database."""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Any

from assets import FOLDER
from kiosk.domain.notices import Notice
from kiosk.reports.sentences import sentence, value_text


def notice_text(what: Notice, detail: Mapping[str, Any], lang: str) -> str:
    """A whole, friendly message; what is not known of it is left blank."""
    texts = _texts()[what.value]
    words = next((texts[case] for case, on in detail.items() if on is True and case in texts), texts)
    values = _Known(_values(detail, lang))
    values["because"] = _because(detail, values, lang)
    said = _texts()["hello"][lang] + words[lang]
    said += _texts()["note"][lang] if detail.get("note") else ""
    return str(said.format_map(values))


def _because(detail: Mapping[str, Any], values: "_Known", lang: str) -> str:
    """In somebody's own words, or in those of a refusal."""
    if detail.get("reason"):
        values["why"] = sentence(detail["reason"], detail.get("reason_detail"), lang)
    return str(_texts()["because"][lang]).format_map(values) if values.get("why") else ""


def notice_name(what: Notice, lang: str) -> str:
    """What a line is called: 预约同意了."""
    return str(_texts()[what.value]["name"][lang])


def _values(detail: Mapping[str, Any], lang: str) -> dict[str, str]:
    plain = {name: value_text(value, lang) for name, value in detail.items() if value not in (None, True)}
    if "kind" in detail:
        plain["kind"] = _texts()["kinds"].get(detail["kind"], _texts()["kinds"]["other"])[lang]
    if lang == "en":
        plain |= {
            name.removesuffix("_en"): text for name, text in plain.items() if name.endswith("_en") and text
        }
    return plain


class _Known(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return ""


@cache
def _texts() -> dict[str, dict[str, Any]]:
    return tomllib.loads((FOLDER / "texts" / "notices.toml").read_text("utf-8"))
