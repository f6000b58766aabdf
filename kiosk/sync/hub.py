"""The hub: decides each command once, in its terminal's order, holding the store's lock."""

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from time import monotonic
from typing import Any

from sqlalchemy import Connection

from db import pages
from db import store as rows
from db.book import Bookshelf
from db.engines import Database, StoreAway, file_of, savepoint, trouble_of
from db.pages import Entry
from db.tables import SCHEMA
from db.work import Work
from kiosk.commands.base import decode
from kiosk.domain.outcomes import Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.services.actors import actor_of
from kiosk.services.registry import Made, run
from kiosk.sync.messages import Decided, Declined, Reply, Request, Rows, SentCommand, mismatch
from kiosk.sync.upgrade import ready_store

log = logging.getLogger(__name__)
PATIENCE = 1.0
BATCH_SECONDS = 0.015
PAGE_OUTCOMES = 2000
PAGE_ROWS = 4000
"""A home is written for a tenth of a second with that many; with fewer each page writes the same indexes again."""


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
        """Decide what was sent, and say what has changed: all of it is heard only after the commit.

        What others decided is read after it, so that nobody waits for that; a terminal that lacks nothing of theirs needs
        no reading at all.
        """
        self._find()
        if not request.commands:
            return self._changes(request)
        with self._database.write() as connection:
            decision = _Decision(connection, request, self._clock(), books=self._database.books)
            if declined := decision.decide():
                return declined
            if decision.had_seen_all:
                return decision.changes()
        return self._changes(request, decision.decided)

    def _changes(self, request: Request, decided: tuple[Decided, ...] = ()) -> Reply | Declined:
        with self._database.read() as connection:
            return _Answering(connection, request, self._clock(), decided).reply()

    def check(self) -> None:
        """Raises StoreTrouble when the store is damaged."""
        self._database.check()

    def close(self) -> None:
        self._database.close()

    def _find(self) -> None:
        """SQLite would make an empty file where the store is missing."""
        if self._file and not Path(self._file).exists():
            raise StoreAway("store_missing", store=self._file)
        if not self._is_ready:
            ready_store(self._database)
            self._read_book()
            self._is_ready = True

    def _read_book(self) -> None:
        """Once before the first command, so that nobody waits at the lock for that."""
        with self._database.read() as connection:
            store = rows.read_store(connection)
            if store.schema == SCHEMA:
                self._database.books.read(connection, store.book)


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
        if problem := _declined(store, incarnation, self.request):
            return problem
        entries = pages.entries_after(self.connection, self.request.cursor, PAGE_OUTCOMES)
        return self._told(store.revision, entries, {})

    def _told(self, revision: int, entries: list[Entry], known: Rows) -> Reply:
        """Whole revisions up to the store's counter, which was read before them; `known` need not be read again."""
        page, more = _whole_revisions(entries)
        told = known | rows.rows_by_key(self.connection, set(self.request.named) - known.keys())
        return Reply(
            epoch=self.request.epoch,
            upto=page[-1].revision if more else revision,
            more=more,
            time=self.now,
            decided=self.decided,
            rows=told,
            pages=pages.pages_of(self.connection, page, but=told),
        )


@dataclass
class _Decision(_Answering):
    """One batch under the lock: the transaction began with it."""

    books: Bookshelf = field(kw_only=True)
    made_here: list[Entry] = field(default_factory=list)
    written: Rows = field(default_factory=dict)

    def decide(self) -> Declined | None:
        store = rows.read_store(self.connection)
        incarnation = rows.read_incarnation(self.connection, self.request.incarnation)
        if problem := _declined(store, incarnation, self.request):
            return problem
        assert incarnation is not None
        self.demo, self.book = store.demo, store.book
        self.begun_at = self.revision = store.revision
        self.last_seq, self.last_exchange = incarnation.last_seq, incarnation.last_exchange
        self._last_made = self.last_exchange  # while more is to come, it may have been made right after this
        self.decided = self._decide_all()
        rows.advance(self.connection, self.revision, self.book)
        is_all = len(self.decided) == len(self.request.commands) and not self.request.more
        last_exchange = self.now if is_all else self._last_made
        rows.advance_incarnation(self.connection, self.request.incarnation, self.last_seq, last_exchange)
        return None

    @property
    def had_seen_all(self) -> bool:
        """Whether the terminal lacks just what was decided now."""
        return bool(self.request.cursor == self.begun_at)

    def changes(self) -> Reply:
        return self._told(self.revision, self.made_here, self.written)

    def _decide_all(self) -> tuple[Decided, ...]:
        """As many as BATCH_SECONDS allow, at least one: meanwhile everybody else waits. The terminal sends the rest again."""
        known = rows.outcomes_of(self.connection, [sent.id for sent in self.request.commands])
        decided: list[Decided] = []
        until = monotonic() + BATCH_SECONDS
        for sent in self.request.commands:
            if decided and monotonic() >= until:
                break
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
            outcome = _run_safely(work, sent, self.request.terminal, made_at, decided_at)
            point.keep = not isinstance(outcome, Refused)
        row = _outcome_row(sent, outcome) | {
            "incarnation": self.request.incarnation, "made_at": made_at, "decided_at": decided_at,
            "awaited": sent.id == self.request.awaited,
            "revision": self.revision, "rows": [] if isinstance(outcome, Refused) else list(work.touched),
        }  # fmt: skip
        self.made_here.append(pages.add_outcome(self.connection, row))
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
    work: Work, sent: SentCommand, terminal: str, made_at: datetime, decided_at: datetime
) -> Outcome:
    """One bad command never blocks the next; trouble with the store itself is nobody's fault and rises."""
    try:
        wish = decode(sent.kind, sent.payload)
        actor = actor_of(work, sent.actor)
        if actor is None:
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


def _declined(store: Any, incarnation: Any, request: Request) -> Declined | None:
    if reason := mismatch(store, request):
        return Declined(reason)
    if incarnation is None or incarnation.written_off:
        return Declined("unknown_terminal")
    return None


def _whole_revisions(entries: list[Entry]) -> tuple[list[Entry], bool]:
    """As many decisions as fit a page of rows, never part of one; and whether there are more."""
    page: list[Entry] = []
    count = 0
    for entry in entries:
        count += len(entry.rows)
        if page and count > PAGE_ROWS:
            return page, True
        page.append(entry)
    return page, len(entries) == PAGE_OUTCOMES
