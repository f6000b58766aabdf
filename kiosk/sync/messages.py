"""The one message each way of an exchange (the shared protocol note calls them steps 1 and 4)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

Key = tuple[str, str]
Rows = dict[Key, dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class SentCommand:
    """A command as its outbox row has it."""

    id: str
    n: int
    seq: int
    kind: str
    version: int
    actor: str
    payload: bytes
    made_at: datetime
    rehearsal: bool


@dataclass(frozen=True, slots=True)
class Request:
    """Terminal -> hub: who I am, what I have, what I wish, which rows I imagined."""

    station: str
    epoch: str
    incarnation: str
    terminal: str
    schema: int
    clock: datetime
    cursor: int
    commands: tuple[SentCommand, ...] = ()
    named: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class Decided:
    """The hub's word on one command."""

    id: str
    status: str
    reason: str | None
    detail: dict[str, Any]
    result: dict[str, Any]
    flags: tuple[str, ...]
    revision: int


@dataclass(frozen=True, slots=True)
class Reply:
    """Hub -> terminal: decisions, the outcomes of whole revisions up to `upto`, and every row that these or the request name.

    A row is given as it now is, or as None where there is none.
    """

    epoch: str
    upto: int
    more: bool
    time: datetime
    decided: tuple[Decided, ...] = ()
    outcomes: tuple[dict[str, Any], ...] = ()
    rows: Rows = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Declined:
    """The hub takes nothing from this terminal now: wrong_station, schema_mismatch, new_epoch, unknown_terminal."""

    reason: str
