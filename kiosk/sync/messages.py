"""The one message each way of an exchange (the shared protocol note calls them steps 1 and 4)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from db.pages import Pages

BATCH = 200
"""As many commands as one message carries."""
Key = tuple[str, str]
Rows = dict[Key, dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class SentCommand:
    """A command as its outbox row has it: `subject` is the resident it is about, `told` what was said of it so far,
    `uncertain`: the terminal had been started anew and not met the hub since, so its clock may be wrong.
    """

    id: str
    n: int
    seq: int
    kind: str
    version: int
    actor: str
    payload: bytes
    made_at: datetime
    rehearsal: bool
    uncertain: bool = False
    subject: str | None = None
    told: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Request:
    """Terminal -> hub: who I am, what I have, what I wish, which rows I imagined.

    `awaited` is the command whose answer somebody stands and waits for; `more`: others wait behind these.
    """

    station: str
    epoch: str
    incarnation: str
    terminal: str
    schema: int
    clock: datetime
    cursor: int
    commands: tuple[SentCommand, ...] = ()
    named: tuple[Key, ...] = ()
    awaited: str | None = None
    more: bool = False


class Identity(Protocol):
    """What a terminal and its store must agree on before they speak."""

    @property
    def station(self) -> str: ...

    @property
    def epoch(self) -> str: ...

    @property
    def schema(self) -> int: ...


def mismatch(store: Identity, terminal: Identity) -> str | None:
    """wrong_station, schema_mismatch or new_epoch; None when they agree."""
    if store.station != terminal.station:
        return "wrong_station"
    if store.schema != terminal.schema:
        return "schema_mismatch"
    return "new_epoch" if store.epoch != terminal.epoch else None


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
    """Hub -> terminal: decisions, the outcomes of whole revisions up to `upto`, and every row that is named.

    `rows`: what the request named and what was decided now, each as it is, or None where there is none.
    `pages`: the outcomes, and every other row that they name, as plain values (db/pages.py).
    """

    epoch: str
    upto: int
    more: bool
    time: datetime
    decided: tuple[Decided, ...] = ()
    rows: Rows = field(default_factory=dict)
    pages: Pages = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Declined:
    """The hub takes nothing from this terminal now: see `mismatch`, and unknown_terminal."""

    reason: str
