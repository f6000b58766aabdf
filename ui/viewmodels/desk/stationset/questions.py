"""The questions of a form while they are drawn: plain values, changed one at a time."""

from collections.abc import Sequence
from typing import Any

from kiosk.commands.house import FormOption, FormQuestion, SetItemForm
from kiosk.domain.texts import narrow
from ui.viewmodels.desk.stationset.rows import narrow_bars

Question = dict[str, Any]
TEXTS = ("label", "label_en", "help", "help_en")


def new_question(others: Sequence[Question]) -> Question:
    taken = {one["key"] for one in others}
    key = next(f"q{n}" for n in range(1, len(taken) + 2) if f"q{n}" not in taken)
    return {"key": key, "kind": "text", "label": "", "label_en": "", "required": False}


def options_text(question: Question) -> str:
    lines = ((one["label"], one.get("label_en", "")) for one in question.get("options", ()))
    return "\n".join(" | ".join(part for part in line if part) for line in lines)


def read_options(question: Question, text: str) -> list[dict[str, str]]:
    """One a line; an option that was worded anew keeps its value, and so what was answered before keeps its meaning."""
    split = [[part.strip() for part in narrow_bars(line).split("|")] for line in text.splitlines()]
    lines = [(parts[0], parts[1] if len(parts) > 1 else "") for parts in split if parts[0]]
    before = list(question.get("options", ()))
    by_label = {one["label"]: one["value"] for one in before}
    found: list[dict[str, str]] = []
    for place, (label, english) in enumerate(lines):
        same_place = before[place]["value"] if len(lines) == len(before) else None
        wanted = by_label.get(label) or same_place
        taken = {one["value"] for one in found}
        value = wanted if wanted and wanted not in taken else _free(taken | set(by_label.values()))
        found.append({"value": value, "label": label, "label_en": english})
    return found


def _free(taken: set[str]) -> str:
    return next(f"o{n}" for n in range(1, len(taken) + 2) if f"o{n}" not in taken)


def changed(question: Question, name: str, text: str) -> Question:
    """With this set as it was typed. Raises ValueError where a limit is no number."""
    if name == "options":
        return question | {"options": read_options(question, text)}
    if name == "required":
        return question | {"required": text == "yes"}
    if name in ("min", "max"):
        plain = narrow(text).strip()
        return question | {name: int(plain) if plain else None}
    return question | {name: text}


def form_wish(item: str, questions: Sequence[Question]) -> SetItemForm:
    """What a kind has no use for is left out."""
    return SetItemForm(item=item, fields=tuple(_asked(one) for one in questions))


def _asked(one: Question) -> FormQuestion:
    kept: dict[str, Any] = {name: one[name] for name in ("key", "kind", "required") if name in one}
    kept |= {name: one.get(name) or "" for name in TEXTS}
    if one["kind"] == "number":
        kept |= {name: one.get(name) for name in ("min", "max")}
    if one["kind"] == "choice":
        kept["options"] = tuple(FormOption(**option) for option in one.get("options", ()))
    return FormQuestion(**kept)
