"""The hub: decides each command once, in its terminal's order, holding the store's lock."""

import logging
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from db import store as rows
from db.book import Bookshelf
from db.engines import Database, StoreTrouble, file_of, savepoint, trouble_of
from db.housekeeping import HUB
from db.work import Work
from kiosk.commands.base import decode
from kiosk.domain.outcomes import Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Role
from kiosk.services.actors import actor_of
from kiosk.services.registry import Made, run
from kiosk.sync import housekeeping
from kiosk.sync.messages import BATCH, Decided, Declined, Key, Reply, Request, Rows, SentCommand, mismatch
from kiosk.sync.upgrade import ready_store

log = logging.getLogger(__name__)
PATIENCE = 1.0
PAGE_OUTCOMES = 200
PAGE_ROWS = 2000


class StoreHub:
    """The hub in this process, on a store opened by URL. Raises StoreTrouble when it cannot be reached."""

    def __init__(self, url: str, clock: Callable[[], datetime]) -> None:
        self._database = Database(url, PATIENCE)
        self._clock = clock
        self._file = file_of(url)
        self._is_ready = False

    def reach(self) -> Any:
        """The store's row; raises StoreTrouble."""
        self._find()
        with self._database.read() as connection:
            return rows.read_store(connection)

    def exchange(self, request: Request) -> Reply | Declined:
        """Decide what was sent and say what has changed, in one transaction: heard only after its commit."""
        self._find()
        if not request.commands:
            with self._database.read() as connection:
                return _Answering(connection, request, self._clock()).reply()
        with self._database.write() as connection:
            return _Decision(connection, request, self._clock(), books=self._database.books).reply()

    def keep_house(self, now: datetime | None = None, most: int | None = housekeeping.MOST) -> Counter[str]:
        """Write down what the clock has decided, this one if no other; how many of each kind. At most so many at once."""
        self._find()
        return housekeeping.keep_house(self._database, now or self._clock(), self._decide_own, most)

    def _decide_own(self, connection: Connection, request: Request) -> tuple[Decided, ...] | Declined:
        own = _Decision(connection, request, request.clock, is_own=True, books=self._database.books)
        return own.decide() or own.decided

    def check(self) -> None:
        """Raises StoreTrouble when the store is damaged."""
        self._database.check()

    def close(self) -> None:
        self._database.close()

    def _find(self) -> None:
        """SQLite would make an empty file where the store is missing."""
        if self._file and not Path(self._file).exists():
            raise StoreTrouble("store_missing", store=self._file)
        if not self._is_ready:
            ready_store(self._database)
            self._is_ready = True


@dataclass
class _Answering:
    """What has changed since the terminal's cursor."""

    connection: Connection
    request: Request
    now: datetime
    decided: tuple[Decided, ...] = ()

    def reply(self) -> Reply | Declined:
        store = rows.read_store(self.connection)
        incarnation = rows.read_incarnation(self.connection, self.request.incarnation)
        return _declined(store, incarnation, self.request) or self._changes(store.revision)

    def _changes(self, revision: int) -> Reply:
        """Whole revisions; `revision` is the store's counter, read before anything else."""
        page, more = _whole_revisions(self._outcomes_after_cursor())
        keys = {(table, key) for outcome in page for table, key in outcome["rows"]} | set(self.request.named)
        known = self._known_rows()
        return Reply(
            epoch=self.request.epoch,
            upto=page[-1]["revision"] if more else revision,
            more=more,
            time=self.now,
            decided=self.decided,
            outcomes=tuple(page),
            rows={key: known[key] for key in keys if key in known}
            | rows.rows_by_key(self.connection, keys - known.keys()),
        )

    def _outcomes_after_cursor(self) -> list[dict[str, Any]]:
        found = rows.outcomes_after(self.connection, self.request.cursor, PAGE_OUTCOMES)
        return [dict(outcome._mapping) for outcome in found]

    def _known_rows(self) -> Rows:
        """Rows that need not be read again."""
        return {}


@dataclass
class _Decision(_Answering):
    """One batch under the lock: the transaction began with it. `is_own`: the hub exchanges with itself."""

    books: Bookshelf = field(kw_only=True)
    is_own: bool = False
    made_here: list[dict[str, Any]] = field(default_factory=list)
    written: dict[Key, dict[str, Any]] = field(default_factory=dict)

    def reply(self) -> Reply | Declined:
        return self.decide() or self._changes(self.revision)

    def decide(self) -> Declined | None:
        store = rows.read_store(self.connection)
        incarnation = rows.read_incarnation(self.connection, self.request.incarnation)
        if problem := _declined(store, incarnation, self.request, self.is_own):
            return problem
        assert incarnation is not None
        self.demo, self.book = store.demo, store.book
        self.begun_at = self.revision = store.revision
        self.last_seq, self.last_exchange = incarnation.last_seq, incarnation.last_exchange
        self._last_made = self.last_exchange  # while more is to come, it may have been made right after this
        self.decided = self._decide_all()
        rows.advance(self.connection, self.revision, self.book)
        last_exchange = (
            self.now if len(self.decided) == len(self.request.commands) < BATCH else self._last_made
        )
        rows.advance_incarnation(self.connection, self.request.incarnation, self.last_seq, last_exchange)
        return None

    def _outcomes_after_cursor(self) -> list[dict[str, Any]]:
        """A terminal that had seen everything lacks just what was decided now."""
        return self.made_here if self.request.cursor == self.begun_at else super()._outcomes_after_cursor()

    def _known_rows(self) -> Rows:
        return dict(self.written)

    def _decide_all(self) -> tuple[Decided, ...]:
        known = rows.outcomes_of(self.connection, [sent.id for sent in self.request.commands])
        decided = []
        for sent in self.request.commands:
            if sent.id in known:
                decided.append(_as_decided(dict(known[sent.id]._mapping)))
            elif sent.seq <= self.last_seq:
                decided.append(_forked(sent))
            elif sent.seq > self.last_seq + 1:
                break
            else:
                book = self.book
                decided.append(self._decide_one(sent))
                if book != self.book:
                    break  # what follows must read the new book, which only a committed one is kept as
        return tuple(decided)

    def _decide_one(self, sent: SentCommand) -> Decided:
        self.revision += 1
        self.last_seq = sent.seq
        made_at, decided_at = self._times(sent)
        work = Work(self.connection, self.books, self.book, self.revision)
        with savepoint(self.connection) as point:
            outcome = _run_safely(work, sent, self.request.terminal, made_at, decided_at, self.is_own)
            point.keep = not isinstance(outcome, Refused)
        row = _outcome_row(sent, outcome) | {
            "incarnation": self.request.incarnation, "made_at": made_at, "decided_at": decided_at,
            "awaited": sent.id == self.request.awaited,
            "revision": self.revision, "rows": [] if isinstance(outcome, Refused) else list(work.touched),
        }  # fmt: skip
        rows.add_outcome(self.connection, **row)
        self.made_here.append(row)
        if row["rows"]:
            self.book += work.changed_book
            self._remember(work)
        return _as_decided(row)

    def _remember(self, work: Work) -> None:
        for key in work.touched:
            self.written.pop(key, None)
        self.written |= work.written

    def _times(self, sent: SentCommand) -> tuple[datetime, datetime]:
        """made_at as far as the hub can believe it, and the time of decision; a rehearsal says both."""
        if sent.rehearsal and self.demo:
            return sent.made_at, sent.made_at
        self._last_made = min(max(sent.made_at, self.last_exchange or sent.made_at), self.now)
        return self._last_made, self.now


def _run_safely(
    work: Work, sent: SentCommand, terminal: str, made_at: datetime, decided_at: datetime, is_own: bool
) -> Outcome:
    """One bad command never blocks the next; trouble with the store itself is nobody's fault and rises."""
    try:
        wish = decode(sent.kind, sent.payload)
        actor = actor_of(work, sent.actor)
        if actor is None or (actor.role is Role.HUB) is not is_own:
            return Refused.because(Reason.NOT_ALLOWED)
        return run(work, wish, Made(sent.id, actor, terminal, made_at, decided_at, at_hub=True))
    except Exception as error:
        if trouble_of(error):
            raise
        log.exception("the handler of %s %s failed", sent.kind, sent.id)
        return Refused.because(Reason.FAULT)


def _outcome_row(sent: SentCommand, outcome: Outcome) -> dict[str, Any]:
    said: dict[str, Any]
    if isinstance(outcome, Refused):
        said = {"status": "refused", "reason": outcome.reason.value, "detail": outcome.detail}
        said |= {"flags": [], "result": {}}
    else:
        said = {"status": "accepted", "reason": None, "detail": {}}
        said |= {"flags": list(outcome.flags), "result": outcome.result}
    named = {"id": sent.id, "seq": sent.seq, "kind": sent.kind, "actor": sent.actor, "subject": sent.subject}
    return said | named | {"told": sent.told}


def _as_decided(row: Mapping[str, Any]) -> Decided:
    return Decided(
        row["id"],
        row["status"],
        row["reason"],
        row["detail"],
        row["result"],
        tuple(row["flags"]),
        row["revision"],
    )


def _forked(sent: SentCommand) -> Decided:
    return Decided(sent.id, "refused", Reason.FORK.value, {}, {}, (), 0)


def _declined(store: Any, incarnation: Any, request: Request, is_own: bool = False) -> Declined | None:
    if reason := mismatch(store, request):
        return Declined(reason)
    if incarnation is None or incarnation.written_off or (incarnation.role == HUB) is not is_own:
        return Declined("unknown_terminal")
    return None


def _whole_revisions(outcomes: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], bool]:
    """As many decisions as fit a page of rows, never part of one; and whether there are more."""
    page: list[dict[str, Any]] = []
    count = 0
    for outcome in outcomes:
        count += len(outcome["rows"])
        if page and count > PAGE_ROWS:
            return page, True
        page.append(outcome)
    return page, len(outcomes) == PAGE_OUTCOMES
