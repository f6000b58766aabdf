"""Reasons, states and dates in the words of people, in both languages; needs neither screens nor database."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import cache
from string import Formatter
from typing import Any

from assets import FOLDER
from kiosk.domain.times import clock_text

FALLBACK = "fault"
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = {
    "zh": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
}
_SPAN = re.compile(r"(\d\d:\d\d)-(\d\d:\d\d)", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_CLAUSE_ENDS = re.compile(r"[，。；：,;:.]")
# Where a refusal does not say `of` what its `state` is, the first of these that has such a state.
_KINDS = ("ticket", "copy", "loan", "hold", "booking")


def sentence(reason: str, detail: Mapping[str, Any] | None, lang: str) -> str:
    """What happened and what to do next; the plain sentence where the detail does not fill the full one."""
    texts = _worded(_reasons().get(reason) or _reasons()[FALLBACK], detail or {})
    values = _values(detail or {}, lang)
    full: str = texts[lang]
    if all(name in values for name in placeholders(full)):
        return full.format_map(values)
    return str(texts[f"{lang}_plain"])


def _worded(texts: dict[str, Any], detail: Mapping[str, Any]) -> dict[str, Any]:
    """The wording for this case: a table under the reason, named by a word of the detail or by what is true in it."""
    for name, value in detail.items():
        case = texts.get(name if value is True else str(value))
        if isinstance(case, dict) and case is not texts.get("short"):
            return {f"{lang}_plain": texts[lang] for lang in ("zh", "en")} | case
    return texts


def short(reason: str, lang: str) -> str:
    """A few words for a small place such as a day of the calendar."""
    texts = _reasons().get(reason) or _reasons()[FALLBACK]
    if "short" in texts:
        return str(texts["short"][lang])
    plain: str = texts.get(f"{lang}_plain", texts[lang])
    return _CLAUSE_ENDS.split(plain, maxsplit=1)[0]


def word(kind: str, value: str, lang: str) -> str:
    """`word("ticket", "no_show", "zh")` -> 过号; a value without a word is shown as it is."""
    return str(_states().get(kind, {}).get(value, {}).get(lang, value))


def tone(kind: str, value: str) -> str:
    """The colour of a state's chip: good, wait, bad or quiet."""
    return str(_states().get(kind, {}).get(value, {}).get("tone", "quiet"))


def day_text(day: date, lang: str) -> str:
    """`11月26日 周四`, `Thu 26 Nov`."""
    weekday = _WEEKDAYS[lang][day.weekday()]
    if lang == "zh":
        return f"{day.month}月{day.day}日 {weekday}"
    return f"{weekday} {day.day} {_MONTHS[day.month - 1]}"


def short_day_text(day: date, lang: str) -> str:
    """`11月26日`, `26 Nov`."""
    return f"{day.month}月{day.day}日" if lang == "zh" else f"{day.day} {_MONTHS[day.month - 1]}"


def time_text(moment: datetime | int) -> str:
    """`09:41`, of a moment or of a minute of the day."""
    return clock_text(moment) if isinstance(moment, int) else f"{moment:%H:%M}"


def span_text(start: int, end: int) -> str:
    """`14:00–15:30`"""
    return f"{clock_text(start)}–{clock_text(end)}"


def list_text(parts: Iterable[str], lang: str) -> str:
    return ("、" if lang == "zh" else ", ").join(parts)


def value_text(value: Any, lang: str) -> str:
    """A detail's value as people read it: its ISO days, moments and spans are written out."""
    if isinstance(value, list | tuple):
        return list_text((value_text(part, lang) for part in value), lang)
    text = str(value)
    moment = _moment(text)
    if moment is None:
        return _SPAN.sub(r"\1–\2", text)
    day = day_text(moment.date(), lang)
    return day if _DAY.fullmatch(text) else f"{day} {time_text(moment)}"


def _moment(text: str) -> datetime | None:
    """The day or moment that a text spells, if there is such a one."""
    if not (_DAY.fullmatch(text) or _MOMENT.fullmatch(text)):
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


@cache
def placeholders(text: str) -> tuple[str, ...]:
    return tuple(name for _, name, _, _ in Formatter().parse(text) if name)


def _values(detail: Mapping[str, Any], lang: str) -> dict[str, str]:
    """What may be filled in; empty values count as missing. A form's field is called by its label."""
    values = {
        name: value_text(value, lang) for name, value in detail.items() if value not in (None, "", [], ())
    }
    if label := detail.get("label" if lang == "zh" else "label_en"):
        values["field"] = str(label)
    if "state" in detail:
        values["state"] = _state_word(str(detail["state"]), detail.get("of"), lang)
    return values


def _state_word(value: str, of: str | None, lang: str) -> str:
    kinds = (of,) if of in _states() else _KINDS
    kind = next((kind for kind in kinds if value in _states()[kind]), kinds[0])
    return word(kind, value, lang)


@cache
def _reasons() -> dict[str, dict[str, Any]]:
    return _load("reasons")


@cache
def _states() -> dict[str, dict[str, Any]]:
    return _load("states")


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / "texts" / f"{name}.toml").read_text("utf-8"))
