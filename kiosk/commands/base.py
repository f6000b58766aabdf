"""The frame of every command and question: its spec, its decoding from JSON, its tidying."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, TypeVar

import msgspec

from kiosk.domain.states import Role
from kiosk.domain.times import clock_text, minutes

ShortText = Annotated[str, msgspec.Meta(max_length=100)]
LongText = Annotated[str, msgspec.Meta(max_length=2000)]
Reference = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Stars = Annotated[int, msgspec.Meta(ge=1, le=5)]
People = Annotated[int, msgspec.Meta(ge=1, le=100_000)]
Count = Annotated[int, msgspec.Meta(ge=1, le=1_000)]
Json = dict[str, Any]

ANYONE = frozenset({Role.TERMINAL, Role.RESIDENT, Role.CLERK, Role.LIBRARIAN, Role.VOLUNTEER, Role.MANAGER})
WALK_IN = frozenset({Role.TERMINAL})
OWNER = frozenset({Role.RESIDENT})
CLERK = frozenset({Role.CLERK, Role.MANAGER})
LIBRARIAN = frozenset({Role.LIBRARIAN, Role.MANAGER})
STAFF = frozenset({Role.CLERK, Role.LIBRARIAN, Role.MANAGER})
VOLUNTEER = frozenset({Role.VOLUNTEER, *STAFF})
MANAGER = frozenset({Role.MANAGER})
HUB = frozenset({Role.HUB})
"""Housekeeping: nobody's wish."""


class TimeOfDay(int):
    """Minutes after midnight, written HH:MM outside; 24:00 is an end."""


class Command(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A wish or a fact. `told`, where a command has it, holds what the terminal chose and said (number, code's hash)."""


class Question(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Something a screen wants to show; it changes nothing."""


@dataclass(frozen=True, slots=True)
class Spec:
    """What every reader of a command must know of its kind. `about`: fields that its outcome names everywhere (ids, days,
    never what somebody typed).
    """

    kind: str
    by: frozenset[Role]
    fact: bool = False
    needs_hub: bool = False
    makes_resident: bool = False
    about: tuple[str, ...] = ()
    version: int = 1


KINDS: dict[str, type[Command]] = {}
_SPECS: dict[type[Command], Spec] = {}
C = TypeVar("C", bound=type[Command])


_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def command(
    kind: str,
    *,
    by: frozenset[Role],
    fact: bool = False,
    needs_hub: bool = False,
    makes_resident: bool = False,
    about: tuple[str, ...] = (),
) -> Callable[[C], C]:
    """Enter a command class into the book of kinds."""

    def enter(cls: C) -> C:
        KINDS[kind] = cls
        _SPECS[cls] = Spec(kind, by, fact, needs_hub, makes_resident, about)
        return cls

    return enter


def spec_of(wish: Command | type[Command]) -> Spec:
    return _SPECS[wish if isinstance(wish, type) else type(wish)]


def subject_of(wish: Command, command_id: str, actor: str | None) -> str | None:
    """The id of the resident whose data a completed command carries, if it is anybody's with a card.

    `actor` is the resident who acts. Whoever is registered gets the command's own id.
    """
    if spec_of(wish).makes_resident:
        return command_id
    told = getattr(wish, "told", None)
    return getattr(wish, "resident", None) or getattr(told, "resident", None) or actor


def references(wish: Command) -> list[str]:
    """The ids that a command names: of things that other commands made, mostly by their own id."""
    values = (getattr(wish, name) for name in fields_of(type(wish)))
    return [value for value in values if isinstance(value, str) and _ID.fullmatch(value)]


def told_of(wish: Command) -> Json:
    """What its slip is known by later, and which room or book it was about: no more of a command leaves its terminal."""
    told = getattr(wish, "told", None)
    known_by = {name: value for name in ("number", "code_hash") if (value := getattr(told, name, None))}
    about = {
        name: to_json(value) for name in spec_of(wish).about if (value := getattr(wish, name)) is not None
    }
    return about | known_by


def fields_of(cls: type[Command]) -> tuple[str, ...]:
    """The fields a person or script may fill in."""
    return tuple(name for name in cls.__struct_fields__ if name != "told")


def from_fields(kind: str, fields: Json) -> Command:
    """A command from outside (a script): typed and tidied. Raises msgspec.ValidationError, KeyError for the kind."""
    cls = KINDS[kind]
    if "told" in fields:
        raise msgspec.ValidationError("Object contains unknown field `told`")
    return msgspec.convert(tidy(fields), cls, dec_hook=_into)


def encode(wish: Command) -> bytes:
    """The payload of an outbox row."""
    return msgspec.json.encode(wish, enc_hook=_out_of)


def decode(kind: str, payload: bytes) -> Command:
    return msgspec.json.decode(payload, type=KINDS[kind], dec_hook=_into)


def tidy(value: Any) -> Any:
    """JSON values with their texts as they will be stored: NFC, no control characters, no blanks at the ends."""
    if isinstance(value, str):
        return value if _is_clean(value) else _clean_text(value)
    if isinstance(value, dict):
        return {key: tidy(item) for key, item in value.items()}
    if isinstance(value, list):
        return [tidy(item) for item in value]
    return value


def _is_clean(text: str) -> bool:
    return text.isascii() and text.isprintable() and text == text.strip()


def _clean_text(text: str) -> str:
    kept = (c for c in unicodedata.normalize("NFC", text) if c == "\n" or not _is_dropped(c))
    return "".join(kept).strip()


def _is_dropped(char: str) -> bool:
    """Control characters, lone surrogates, and marks that break or reorder the text around them."""
    return unicodedata.category(char) in {"Cc", "Cs"} or char in _BIDI_CONTROLS


_BIDI_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


def _into(kind: type, value: Any) -> Any:
    if kind is TimeOfDay and isinstance(value, str):
        return TimeOfDay(minutes(value))
    raise ValueError(f"Expected `{kind.__name__}` as HH:MM")


def _out_of(value: Any) -> Any:
    if isinstance(value, TimeOfDay):
        return clock_text(value)
    raise TypeError(f"cannot be stored: {type(value).__name__}")


def to_json(value: Any) -> Any:
    """Plain JSON values of any record, for scripts."""
    return msgspec.to_builtins(value, enc_hook=_out_of)
