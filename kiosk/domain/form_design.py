"""The form of a service item as a manager draws it: which questions, of which kinds."""

from collections.abc import Mapping, Sequence
from typing import Any

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.texts import clean_line

KINDS = ("text", "number", "date", "choice", "phone")
MOST_FIELDS = 12
MOST_OPTIONS = 12
LABEL_MOST, HELP_MOST = 40, 100
MOST_NUMBER = 999_999_999
KEPT_FORMS = 20
"""Earlier forms of an item; what was filled in under one yet older is shown without its questions."""
Field = dict[str, Any]
Old = Mapping[str, Sequence[Field]]


def judge_form(fields: Sequence[Mapping[str, Any]]) -> list[Field] | Refused:
    """The fields as they are kept, each with a key of its own; or `bad_setting` with the number of the first bad one."""
    if len(fields) > MOST_FIELDS:
        return Refused.because(Reason.BAD_SETTING, fields=True, most=MOST_FIELDS)
    kept: list[Field] = []
    for place, field in enumerate(fields, 1):
        good = _field(field)
        if isinstance(good, str) or good["key"] in {one["key"] for one in kept}:
            case = good if isinstance(good, str) else "question"
            return Refused.because(Reason.BAD_SETTING, **{case: True}, place=place, most=MOST_OPTIONS)
        kept.append(good)
    return kept


def _field(field: Mapping[str, Any]) -> Field | str:
    """As it is kept; else the case of what is wrong: question, options or limits."""
    texts = {
        name: clean_line(str(field.get(name) or "")) for name in ("label", "label_en", "help", "help_en")
    }
    key, kind = str(field.get("key") or ""), field.get("kind")
    if not texts["label"] or not key or kind not in KINDS or _too_long(texts):
        return "question"
    good: Field = {
        "key": key, "kind": kind, "label": texts["label"], "label_en": texts["label_en"],
        "required": bool(field.get("required")),
    }  # fmt: skip
    good |= {name: texts[name] for name in ("help", "help_en") if texts[name]}
    if kind == "choice":
        options = _options(field.get("options") or ())
        return good | {"options": options} if options else "options"
    if kind == "number":
        limits = {name: field[name] for name in ("min", "max") if field.get(name) is not None}
        return good | limits if _are_limits(limits) else "limits"
    return good


def _too_long(texts: Mapping[str, str]) -> bool:
    return any(
        len(text) > (HELP_MOST if name.startswith("help") else LABEL_MOST) for name, text in texts.items()
    )


def _options(options: Sequence[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Empty where there are not at least two good ones that differ."""
    kept = [
        {"value": str(one.get("value") or ""), "label": clean_line(str(one.get("label") or "")),
         "label_en": clean_line(str(one.get("label_en") or ""))}
        for one in options
    ]  # fmt: skip
    is_whole = all(one["value"] and one["label"] and len(one["label"]) <= LABEL_MOST for one in kept)
    differ = all(len({one[name] for one in kept}) == len(kept) for name in ("value", "label"))
    return kept if is_whole and differ and 2 <= len(kept) <= MOST_OPTIONS else []


def _are_limits(limits: Mapping[str, Any]) -> bool:
    low, high = limits.get("min", 0), limits.get("max", MOST_NUMBER)
    return all(isinstance(one, int) and not isinstance(one, bool) for one in (low, high)) and (
        0 <= low <= high <= MOST_NUMBER
    )


def with_old(old: Old | None, version: int, form: Sequence[Field]) -> dict[str, Any]:
    """The earlier forms with this one among them, the latest KEPT_FORMS."""
    every = {**(old or {}), str(version): list(form)}
    return {key: every[key] for key in sorted(every, key=int)[-KEPT_FORMS:]}


def form_at(form: Sequence[Field], version: int, old: Old | None, asked: int | None) -> Sequence[Field]:
    """The questions of the version that somebody filled in; those of today where it is not known."""
    if asked is None or asked == version:
        return form
    return (old or {}).get(str(asked), ())
