"""The one message each way of an exchange (the shared protocol note calls them steps 1 and 4)."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from db.pages import Pages, PlainRow

BATCH = 200
"""As many commands as one message carries."""
Key = tuple[str, str]
Rows = dict[Key, dict[str, Any] | None]


@dataclass(frozen=True, slots=True)
class SentCommand:
    """A command as its outbox row has it: `subject` is the resident it is about, `told` what was said of it so far,
    `uncertain`: the terminal had been started anew and not met the hub since, so its clock may be wrong; `sealed`: only
    the hub can read the payload.
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
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """Terminal -> hub: who I am, what I have, what I wish, which rows I imagined.

    `awaited` is the command whose answer somebody stands and waits for. Without a `cursor` only decisions are wanted.
    `more`: other commands wait behind these.
    `home` is the incarnation that speaks, `incarnation` that of its commands: before it was copied or put back it had
    another. `seen` is the command decided at the cursor: where the store knows another one there, it was put back.
    """

    station: str
    epoch: str
    incarnation: str
    terminal: str
    schema: int
    clock: datetime
    cursor: int | None
    commands: tuple[SentCommand, ...] = ()
    named: tuple[Key, ...] = ()
    awaited: str | None = None
    seen: str | None = None
    home: str = ""
    more: bool = False
    version: str = ""
    """Of the program that speaks."""


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
    kind: str = ""


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
    seen: str | None = None
    """The command decided at `upto`."""
    backed_up: int = 0
    """Up to which revision a backup holds the store."""
    purged_to: int = 0
    """Up to which revision what was deleted is gone for good."""


@dataclass(frozen=True, slots=True)
class Declined:
    """The hub takes nothing from this terminal now: see `mismatch`; unknown_terminal, store_recovering, store_behind
    (the terminal has seen more than the store), cursor_purged (it has missed what is gone).
    """

    reason: str
    epoch: str = ""


@dataclass(frozen=True, slots=True)
class Joining:
    """A home that is not what the hub knew: `incarnation` is new; those that it `follows` have ended."""

    station: str
    schema: int
    terminal: str
    role: str
    incarnation: str
    follows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Joined:
    """`letter` is new, `last_booking` the highest booking number ever given under it."""

    epoch: str
    letter: str
    last_booking: int


@dataclass(frozen=True, slots=True)
class Claim:
    """What a terminal knows of one of its decided commands."""

    id: str
    incarnation: str
    seq: int
    status: str
    reason: str | None
    revision: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A decided command that the store had asked for, as the terminal kept it."""

    claim: Claim
    command: SentCommand
    detail: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Report:
    """Terminal -> hub after a new epoch: a page of claims, the commands that the last answer wanted.

    `erased`: residents who were erased, as this terminal knows. `is_last`: that was all.
    """

    station: str
    epoch: str
    schema: int
    incarnation: str
    terminal: str
    role: str
    letter: str | None
    follows: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    kept: tuple[Kept, ...] = ()
    erased: tuple[str, ...] = ()
    is_last: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """Of the claims: what the store says, and which of the others it wants to be sent."""

    known: tuple[Decided, ...] = ()
    wanted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """The rows of `table` after this id, please."""

    station: str
    epoch: str
    schema: int
    incarnation: str
    table: str
    after: str


@dataclass(frozen=True, slots=True)
class Stride:
    """Some rows of a table in the order of their ids; none: the table ends here. `upto` is the store's revision,
    `seen` the command decided at it.
    """

    upto: int
    seen: str | None
    rows: list[PlainRow]
