"""Who handles which command and question, and the frame every handler works in.

A handler is a pure function of (rows, command, made): the same code runs on the terminal when the wish is made and at the
hub when it is decided. A completer runs on the terminal only, before that: it turns references into ids and draws what
will be said (numbers, codes).
"""

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

import msgspec

from db.people import cards_of, kept_resident
from db.tables import PERSON_COLUMNS
from db.work import Work
from kiosk.commands.base import Command, Question, spec_of
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import LineStage, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: `role` as the rows say it, `id` of the operator, resident or terminal."""

    role: Role
    id: str

    @property
    def is_staff(self) -> bool:
        return self.role in {Role.CLERK, Role.LIBRARIAN, Role.MANAGER}

    @property
    def resident(self) -> str | None:
        return self.id if self.role is Role.RESIDENT else None


@dataclass(slots=True)
class Made:
    """The circumstances of one command. `made_at` is when it was wished, `decided_at` when it is judged (naive, station time)."""

    id: str
    actor: Actor
    terminal: str
    made_at: datetime
    decided_at: datetime
    at_hub: bool
    flags: list[str] = field(default_factory=list)

    def further_id(self, n: int | str) -> str:
        """The id of the n-th further row that this command creates, or of what it says of row `n`; the first has its own id."""
        return str(uuid.uuid5(uuid.UUID(self.id), str(n)))

    def judge(self, refusal: Refused | None) -> Refused | None:
        """For facts: policy may refuse where the fact happens; at the hub the refusal becomes a flag for the desk."""
        if refusal is not None and self.at_hub:
            self.flags.append(refusal.reason.value)
            return None
        return refusal


class Drawer(Protocol):
    """What a terminal can draw when it completes a command; kept in the home, never given twice."""

    def queue_number(self, day: date) -> str: ...

    def booking_number(self) -> str: ...

    def slip_code(self) -> str:
        """`YZ1:...`, only to be said; the command carries its hash."""
        ...

    def card_number(self) -> str: ...

    def pin(self) -> str: ...

    def recovery_code(self) -> str:
        """Only to be said, as a slip's code."""
        ...


@dataclass(frozen=True, slots=True)
class Completed:
    """The command as it will be stored, and what is only said (`said` joins the answer's result, and is kept nowhere)."""

    command: Any
    said: dict[str, Any] = field(default_factory=dict)


Handler = Callable[[Work, Any, Made], Outcome]
Completer = Callable[[Work, Any, Made, Drawer], Completed | Refused]
Answerer = Callable[[Work, Any, "Asking"], Any]


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks, and when; `pending` has the ids of rows that the hub has not confirmed, by table name.

    `stage` is what the sync worker does, None where there is none; `trouble` names why the hub is away.
    """

    actor: Actor
    now: datetime
    terminal: str
    letter: str
    place: str
    is_pending: Callable[[str, str], bool]
    online: bool = True
    clock: str = "ok"
    trouble: str | None = None
    stage: LineStage | None = None

    @property
    def sees_persons(self) -> bool:
        return self.actor.is_staff


HANDLERS: dict[type[Command], Handler] = {}
COMPLETERS: dict[type[Command], Completer] = {}
ANSWERERS: dict[type[Question], Answerer] = {}
LISTINGS: dict[str, Answerer] = {}
PAGES: dict[str, tuple[frozenset[Role], Answerer]] = {}
F = TypeVar("F", bound=Callable[..., Any])


def handles(kind: type[Command]) -> Callable[[F], F]:
    return _enter(HANDLERS, kind)


def completes(kind: type[Command]) -> Callable[[F], F]:
    return _enter(COMPLETERS, kind)


def answers(kind: type[Question]) -> Callable[[F], F]:
    return _enter(ANSWERERS, kind)


def lists(what: str) -> Callable[[F], F]:
    """A `show WHAT`: (work, where, asking) -> list of JSON-ready dicts; `where` may be used to search, it is applied again."""
    return _enter(LISTINGS, what)


def pages(what: str, by: frozenset[Role]) -> Callable[[F], F]:
    """A long table of the desk for these roles: (work, DeskList, asking) -> records.DeskPage."""

    def enter(function: F) -> F:
        PAGES[what] = (by, function)
        return function

    return enter


def _enter(book: dict[Any, Any], key: Any) -> Callable[[F], F]:
    def enter(function: F) -> F:
        assert key not in book, f"{key} is there twice"
        book[key] = function
        return function

    return enter


def run(work: Work, wish: Command, made: Made) -> Outcome:
    """Let the handler decide: first may this role do it at all, then the rules."""
    if refused := _wrong_role(wish, made.actor):
        return refused
    outcome = HANDLERS[type(wish)](work, _of_kept_people(work, wish), made)
    if isinstance(outcome, Accepted) and made.flags:
        return Accepted(outcome.result, tuple(made.flags))
    return outcome


def _of_kept_people(work: Work, wish: Command) -> Command:
    """Whoever was merged into another row since the command was made is meant by that one now."""
    named = {name: key for name in PERSON_COLUMNS if isinstance(key := getattr(wish, name, None), str)}
    kept = {name: kept_resident(work.connection, key) for name, key in named.items()}
    return wish if kept == named else msgspec.structs.replace(wish, **kept)


def complete(work: Work, wish: Command, made: Made, drawer: Drawer) -> Completed | Refused:
    """Nothing is looked up or drawn for someone who may not do it at all."""
    if refused := _wrong_role(wish, made.actor):
        return refused
    if made.actor.resident is not None:  # merged, or their card stopped, while they stood there
        made.actor = Actor(Role.RESIDENT, kept_resident(work.connection, made.actor.resident))
        if all(card.blocked for card in cards_of(work, made.actor.id)):
            return Refused.because(Reason.REVOKED_CARD)
    completer = COMPLETERS.get(type(wish))
    return completer(work, wish, made, drawer) if completer else Completed(wish)


def _wrong_role(wish: Command, actor: Actor) -> Refused | None:
    by = spec_of(wish).by
    if actor.role in by:
        return None
    card = {"card": True} if actor.role is Role.TERMINAL and Role.RESIDENT in by else {}
    return Refused.because(Reason.NOT_ALLOWED, role=actor.role.value, **card)
