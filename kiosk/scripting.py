"""Commands as scripts give them, one JSON object each, and the one-line answers they get."""

import logging
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import uuid4

import msgspec

from kiosk.commands.base import KINDS, Command, from_fields, tidy, to_json
from kiosk.domain.reasons import Reason
from kiosk.domain.states import OutcomeStatus
from kiosk.domain.times import moment
from kiosk.domain.trouble import KioskError
from kiosk.services.registry import Actor
from kiosk.station import Answer, Station

log = logging.getLogger(__name__)
INVALID = "invalid"
FindActor = Callable[[str], Actor | None]


@dataclass(frozen=True, slots=True)
class Invalid(Exception):
    """Not a command: bad_json, unknown_kind, missing_field, bad_field; `detail` names the field and what is wrong."""

    kind: str | None
    reason: str
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Wish:
    """A command with who and when."""

    kind: str
    command: Command
    who: str | None
    at: datetime | None


def parse_line(line: bytes) -> Wish:
    """`{"kind", "as"?, "at"?, fields...}`. Raises Invalid."""
    found = _json_object(line)
    kind = found.pop("kind", None)
    if not isinstance(kind, str):
        raise Invalid(None, "missing_field" if kind is None else "bad_field", {"field": "kind"})
    who, at = (_text(kind, found, name) for name in ("as", "at"))
    return parse(kind, found, who, at)


def parse(kind: str, fields: dict[str, Any], who: str | None = None, at: str | None = None) -> Wish:
    """Raises Invalid."""
    if kind not in KINDS:
        raise Invalid(kind, "unknown_kind", {"kind": kind})
    try:
        command = from_fields(kind, fields)
    except msgspec.ValidationError as error:
        raise _invalid(kind, str(error)) from error
    except RecursionError as error:
        raise Invalid(kind, "bad_json", {"problem": "nested too deep"}) from error
    return Wish(kind, command, tidy(who), _moment(kind, at))


def parse_fields(kind: str, text: bytes) -> dict[str, Any]:
    try:
        return _json_object(text)
    except Invalid as error:
        raise Invalid(kind, error.reason, error.detail) from error


def answer_lines(station: Station, lines: Iterable[bytes], find: FindActor) -> Iterator[dict[str, Any]]:
    """One answer for each line that is not empty, in order; what is wrong with one stops none."""
    for line in lines:
        if line.strip():
            yield answer_line(station, lambda line=line: parse_line(line), find, goes_on=True)  # type: ignore[misc]


_FIELD_OF = {"not_a_demo": "at", "wrong_password": "as", "password_wait": "as"}


def answer_line(
    station: Station, read: Callable[[], Wish], find: FindActor, *, goes_on: bool = False
) -> dict[str, Any]:
    """Raises KioskError, but not for what is wrong with this line alone when others follow (`goes_on`).

    Anything else that goes wrong inside is logged, and the command was not done.
    """
    try:
        wish = read()
    except Invalid as error:
        return _answer(None, error.kind, INVALID, error.reason, error.detail)
    try:
        actor = find(wish.who) if wish.who is not None else None
        if wish.who is not None and actor is None:
            return _nobody(station, wish)
        return as_json(station.do(wish.command, actor, wish.at))
    except KioskError as error:
        if not goes_on or error.key not in _FIELD_OF:
            raise
        detail = {"field": _FIELD_OF[error.key], "problem": error.key}
        return _answer(None, wish.kind, INVALID, "bad_field", detail)
    except Exception:
        log.exception("%s failed", wish.kind)
        return _answer(str(uuid4()), wish.kind, OutcomeStatus.REFUSED, Reason.FAULT)


def _nobody(station: Station, wish: Wish) -> dict[str, Any]:
    if station.is_blocked(wish.who or ""):
        return _answer(str(uuid4()), wish.kind, OutcomeStatus.REFUSED, Reason.REVOKED_CARD)
    detail = {"field": "as", "problem": "nobody has this login or card"}
    return _answer(None, wish.kind, INVALID, "bad_field", detail)


def _answer(
    key: str | None, kind: str | None, status: str, reason: str, detail: dict[str, Any] | None = None
) -> dict[str, Any]:
    return {
        "id": key, "kind": kind, "status": str(status), "reason": str(reason), "detail": detail or {}, "result": {},
    }  # fmt: skip


def as_json(answer: Answer) -> dict[str, Any]:
    return {
        "id": answer.id, "kind": answer.kind, "status": answer.status.value, "reason": answer.reason,
        "detail": to_json(answer.detail), "result": to_json(answer.result),
    }  # fmt: skip


def exit_code(answers: list[dict[str, Any]], single: bool) -> int:
    """3 if a single command was refused; 2 if any was invalid."""
    if any(answer["status"] == INVALID for answer in answers):
        return 2
    return 3 if single and answers and answers[0]["status"] == OutcomeStatus.REFUSED else 0


def matches(record: dict[str, Any], where: dict[str, str]) -> bool:
    """Whether a listed record has these values, as JSON spells them."""
    return all(name == "q" or _spelt(record.get(name)) == value for name, value in where.items())


def _spelt(value: Any) -> str:
    return value if isinstance(value, str) else msgspec.json.encode(value).decode()


def _json_object(text: bytes) -> dict[str, Any]:
    try:
        found = msgspec.json.decode(text.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError) as error:
        raise Invalid(None, "bad_json", {"problem": str(error)}) from error
    if not isinstance(found, dict):
        raise Invalid(None, "bad_json", {"problem": "not an object"})
    return found


def _text(kind: str, found: dict[str, Any], name: str) -> str | None:
    value = found.pop(name, None)
    if value is None or isinstance(value, str):
        return value
    raise Invalid(kind, "bad_field", {"field": name, "problem": "not a text"})


def _moment(kind: str, text: str | None) -> datetime | None:
    try:
        return moment(text) if text is not None else None
    except ValueError as error:
        raise Invalid(kind, "bad_field", {"field": "at", "problem": str(error)}) from error


def _invalid(kind: str, problem: str) -> Invalid:
    """From msgspec's words: "Object missing required field `x`", "... - at `$.party.kind`"."""
    text, _, path = problem.partition(" - at `$")
    named = text.split("`")[1] if text.startswith("Object ") and "`" in text else ""
    where = ".".join(part for part in (path.strip("`.").replace("[...]", ""), named) if part)
    reason = "missing_field" if "missing required field" in text else "bad_field"
    return Invalid(kind, reason, {"field": where, "problem": text})
