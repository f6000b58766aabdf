"""Deciding commands one by one, inside the transaction that holds the store's lock."""

import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import Connection

from db import pages
from db import store as rows
from db.book import Bookshelf
from db.engines import savepoint, trouble_of
from db.pages import Entry
from db.people import is_erased
from db.work import Work
from kiosk.commands.base import Command, decode, references
from kiosk.domain.outcomes import Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import OutcomeStatus, Role
from kiosk.services.actors import actor_of
from kiosk.services.registry import Made, run
from kiosk.sync.messages import Decided, Key, SentCommand
from kiosk.sync.sealing import opened

log = logging.getLogger(__name__)
UNCERTAIN = "uncertain_time"
"""Flag of what was judged by a clock that nobody vouches for."""


class Times(NamedTuple):
    """When it was wished, as far as the hub believes it; the earliest that is possible; when it is judged."""

    made_at: datetime
    earliest: datetime
    decided_at: datetime


@dataclass
class Deciding:
    """What is decided in one transaction; `close` writes the counters. `written` are rows known whole.

    `is_own`: the hub's own commands, which no terminal may send.
    """

    connection: Connection
    books: Bookshelf
    store: Any
    is_own: bool = False
    entries: list[Entry] = field(default_factory=list)
    written: dict[Key, dict[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.revision, self.book, self.begun_at = self.store.revision, self.store.book, self.store.revision

    def decide(
        self, sent: SentCommand, incarnation: str, terminal: str, times: Times, *,
        is_awaited: bool = False, expected: str | None = None,
    ) -> Decided:  # fmt: skip
        """With the handler's own savepoint; a revision is used either way. `expected`: the answer before a restore."""
        self.revision += 1
        work = Work(self.connection, self.books, self.book, self.revision)
        with savepoint(self.connection) as point:
            outcome = self._run(work, sent, terminal, times)
            point.keep = not isinstance(outcome, Refused)
        # what the hub refuses itself nobody had been told
        row = _outcome_row(sent, outcome, is_awaited or self.is_own)
        if expected not in (None, row["status"]):
            row |= {"flags": [*row["flags"], Reason.STORE_RESTORED.value], "attention": True}
        return self._keep(row, incarnation, times, work)

    def store_as(
        self,
        sent: SentCommand,
        incarnation: str,
        times: Times,
        outcome: Refused,
        *,
        has_been_heard: bool = False,
    ) -> Decided:
        """A refusal that stands already, without asking anybody: from before a restore, or because of it."""
        self.revision += 1
        work = Work(self.connection, self.books, self.book, self.revision)
        return self._keep(_outcome_row(sent, outcome, has_been_heard), incarnation, times, work)

    def close(self, clock: datetime | None) -> None:
        rows.advance(self.connection, self.revision, self.book, clock)

    def _run(self, work: Work, sent: SentCommand, terminal: str, times: Times) -> Outcome:
        outcome = self._run_safely(work, sent, terminal, times.made_at, times.decided_at)
        if isinstance(outcome, Refused) and sent.uncertain and times.earliest < times.made_at:
            # the rule favours the resident: it may have been as early as the last exchange
            return self._run_safely(work, sent, terminal, times.earliest, times.decided_at)
        return outcome

    def _run_safely(
        self, work: Work, sent: SentCommand, terminal: str, made_at: datetime, decided_at: datetime
    ) -> Outcome:
        """One bad command never blocks the next; trouble with the store itself is nobody's fault and rises."""
        try:
            if sent.subject and is_erased(self.connection, sent.subject):
                return Refused.because(Reason.ERASED)
            if not sent.payload:  # forgotten at its terminal as well, before the store was put back
                return Refused.because(Reason.LOST_IN_RESTORE)
            wish = decode(sent.kind, self._readable(sent))
            actor = actor_of(work, sent.actor)
            if actor is None or (actor.role is Role.HUB) is not self.is_own:
                return Refused.because(Reason.NOT_ALLOWED)
            outcome = run(work, wish, Made(sent.id, actor, terminal, made_at, decided_at, at_hub=True))
            return self._with_first_cause(wish, outcome) if isinstance(outcome, Refused) else outcome
        except Exception as error:
            if trouble_of(error):
                raise
            log.exception("the handler of %s %s failed", sent.kind, sent.id)
            return Refused.because(Reason.FAULT)

    def _readable(self, sent: SentCommand) -> bytes:
        if not sent.sealed:
            return sent.payload
        payload = opened(self.store.seal_key, sent.payload)
        if payload is None:
            raise ValueError("sealed to another key")
        return payload

    def _with_first_cause(self, wish: Command, refused: Refused) -> Refused:
        """What builds on a refused wish is refused for that wish's reason, not for its own."""
        cause = rows.first_refused(self.connection, references(wish))
        if cause is None:
            return refused
        if cause.reason == Reason.DEPENDS_ON and cause.detail:
            return Refused(Reason.DEPENDS_ON, cause.detail)
        return Refused(Reason.DEPENDS_ON, {"on": cause.id, "kind": cause.kind, "reason": cause.reason})

    def _keep(self, said: dict[str, Any], incarnation: str, times: Times, work: Work) -> Decided:
        touched = [] if said["status"] == OutcomeStatus.REFUSED else list(work.touched)
        row = said | {
            "incarnation": incarnation, "made_at": times.made_at, "decided_at": times.decided_at,
            "revision": self.revision, "rows": touched,
        }  # fmt: skip
        self.entries.append(pages.add_outcome(self.connection, row))
        if touched:
            self.book += work.changed_book
            for key in touched:
                self.written.pop(key, None)
            self.written |= work.written
        return as_decided(row)


def _outcome_row(sent: SentCommand, outcome: Outcome, is_awaited: bool) -> dict[str, Any]:
    said: dict[str, Any]
    doubt = [UNCERTAIN] if sent.uncertain else []
    if isinstance(outcome, Refused):
        said = {"status": "refused", "reason": outcome.reason.value, "detail": outcome.detail}
        said |= {"flags": doubt, "result": {}}
    else:
        said = {"status": "accepted", "reason": None, "detail": {}}
        said |= {"flags": [*outcome.flags, *doubt], "result": outcome.result}
    named = {"id": sent.id, "seq": sent.seq, "kind": sent.kind, "actor": sent.actor, "subject": sent.subject}
    return said | named | {"told": sent.told, "attention": _wants_attention(outcome, is_awaited)}


def _wants_attention(outcome: Outcome, is_awaited: bool) -> bool:
    """A refusal that nobody stood there to hear, and a fact that policy would have refused."""
    return not is_awaited if isinstance(outcome, Refused) else bool(outcome.flags)


def as_decided(row: Mapping[str, Any]) -> Decided:
    return Decided(
        row["id"],
        row["status"],
        row["reason"],
        row["detail"],
        row["result"],
        tuple(row["flags"]),
        row["revision"],
        row["kind"],
    )


def forked(sent: SentCommand) -> Decided:
    """Its place in the terminal's order belongs to another command: the home was copied or put back."""
    return Decided(sent.id, "refused", Reason.FORK.value, {}, {}, (), 0)
