"""The answers to an item's small form: each may be left out, and none may be of another kind than asked."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from kiosk.domain.names import check_phone
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.texts import clean_line, clean_text, narrow

TEXT_MOST = 500
KEY_SHOWN = 60
Field = Mapping[str, Any]


def check_form(fields: Sequence[Field], answers: Mapping[str, Any]) -> dict[str, Any] | Refused:
    """The answers as they are kept, or `bad_form{field}`; empty ones are left out."""
    by_key = {field["key"]: field for field in fields}
    kept: dict[str, Any] = {}
    for key, answer in answers.items():
        if answer is None or answer == "":
            continue
        good = check_answer(by_key[key], answer) if key in by_key else None
        if good is None:
            return _bad_form(key, by_key.get(key, {}))
        kept[key] = good
    return kept


def check_answer(field: Field, answer: Any) -> Any:
    """The answer in its kept spelling, or None if it is not of the field's kind."""
    kind = field["kind"]
    if kind == "number":
        return _number(field, answer)
    if not isinstance(answer, str):
        return None
    if kind == "choice":
        return answer if answer in {option["value"] for option in field["options"]} else None
    if kind == "phone":
        phone = check_phone(answer)
        return None if isinstance(phone, Refused) else phone
    if kind == "date":
        return _day(answer)
    text = clean_text(answer)
    return text if text and len(text) <= TEXT_MOST else None


def _number(field: Field, answer: Any) -> int | None:
    """A whole number, typed as digits or given as one."""
    if isinstance(answer, bool) or not isinstance(answer, int | str):
        return None
    digits = narrow(str(answer)).strip()
    if not (digits.isascii() and digits.isdigit() and len(digits) <= 9):
        return None
    number = int(digits)
    return number if field.get("min", 0) <= number <= field.get("max", number) else None


def _day(answer: str) -> str | None:
    try:
        return date.fromisoformat(answer).isoformat()
    except ValueError:
        return None


def _bad_form(key: str, field: Field) -> Refused:
    labels = {name: field[name] for name in ("label", "label_en") if name in field}
    return Refused.because(Reason.BAD_FORM, field=clean_line(key)[:KEY_SHOWN], **labels)
