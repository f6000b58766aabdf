"""One message each way: a batch of commands is decided under the lock, and what has changed is told after it."""

from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy import Connection

from db import pages
from db import store as rows
from db.book import Bookshelf
from db.incarnations import HUB
from db.pages import Entry
from db.tables import held_by
from kiosk.sync.deciding import Deciding, Times, as_decided, forked
from kiosk.sync.messages import Decided, Declined, Reply, Request, Rows, SentCommand, Walk, mismatch

BATCH_SECONDS = 0.015
"""As long as a batch may be decided: meanwhile everybody else waits. The terminal sends the rest again."""
_MOST_AHEAD = 2**31 - 1
PAGE_OUTCOMES = 2000
PAGE_ROWS = 4000


@dataclass
class Answering:
    """What has changed since the terminal's cursor. What it may not hold is absent to it."""

    connection: Connection
    request: Request
    now: datetime
    decided: tuple[Decided, ...] = ()
    is_own: bool = False

    def reply(self) -> Reply | Declined:
        if problem := self._look():
            return problem
        cursor = self.request.cursor
        entries = pages.entries_after(self.connection, cursor, PAGE_OUTCOMES) if cursor is not None else []
        return self._told(self.store.revision, entries, {})

    @property
    def seen(self) -> rows.Seen:
        ahead = round((self.request.clock - self.now).total_seconds())
        return rows.Seen(self.now, max(-_MOST_AHEAD, min(_MOST_AHEAD, ahead)), self.request.version)

    def _look(self) -> Declined | None:
        """The store's counter is read before anything else."""
        self.store = rows.read_store(self.connection)
        self.incarnation = rows.read_incarnation(self.connection, self.request.incarnation)
        home = self.incarnation
        if self.request.home not in ("", self.request.incarnation):
            home = rows.read_incarnation(self.connection, self.request.home)
        problem = declined(self.store, self.incarnation, self.request) or declined(
            self.store, home, self.request
        )
        if not problem and any(
            (one.role == HUB) is not self.is_own for one in (self.incarnation, home) if one
        ):
            problem = Declined("unknown_terminal", self.store.epoch)
        if problem := problem or recovering(self.store, home) or self._has_seen_otherwise():
            return problem
        assert home is not None
        self.may_hold = held_by(home.role)
        return None

    def _has_seen_otherwise(self) -> Declined | None:
        """Where a terminal has seen what this store has not, it was put back by hand. One that missed a purge walks."""
        cursor, seen = self.request.cursor, self.request.seen
        if cursor is None:
            return None
        if cursor > self.store.revision or (
            seen and cursor and seen != rows.decided_at(self.connection, cursor)
        ):
            return Declined("store_behind", self.store.epoch)
        return Declined("cursor_purged", self.store.epoch) if cursor < self.store.purged_to else None

    def _told(self, revision: int, entries: list[Entry], known: Rows) -> Reply:
        """Whole revisions; `known` need not be read again.

        A kiosk is told that what identifies people is absent: so it drops what was typed on it once that is decided.
        """
        page, more = whole_revisions(entries)
        named = set(self.request.named)
        known = {key: row for key, row in known.items() if key[0] in self.may_hold}
        asked = {key for key in named if key[0] in self.may_hold} - known.keys()
        told = dict.fromkeys(named) | known | rows.rows_by_key(self.connection, asked)
        upto = page[-1].revision if more else revision
        return Reply(
            epoch=self.request.epoch,
            upto=upto,
            seen=self._seen_at(upto, page),
            more=more,
            time=self.now,
            decided=self.decided,
            rows=told,
            pages=pages.pages_of(self.connection, page, self.may_hold, but=told),
            backed_up=self.store.backed_up,
            purged_to=self.store.purged_to,
        )

    def _seen_at(self, upto: int, page: list[Entry]) -> str | None:
        if page and page[-1].revision == upto:
            return str(page[-1].plain[0])
        return rows.decided_at(self.connection, upto)


class Batch(Answering):
    """Commands under the lock: the transaction began with it. `is_own`: the hub exchanges with itself."""

    def __init__(
        self,
        connection: Connection,
        request: Request,
        now: datetime,
        books: Bookshelf,
        *,
        is_own: bool = False,
    ) -> None:
        super().__init__(connection, request, now, is_own=is_own)
        self._books = books

    def decide(self) -> Declined | None:
        if problem := self._look():
            return problem
        assert self.incarnation is not None
        self._deciding = Deciding(self.connection, self._books, self.store, self.is_own)
        self._last_seq, self._last_exchange = self.incarnation.last_seq, self.incarnation.last_exchange
        self._last_made = self._last_exchange  # while more is to come, it may have been made right after this
        self.decided = self._decide_all()
        self._deciding.close(self._latest())
        is_all = len(self.decided) == len(self.request.commands) and not self.request.more
        last_exchange = self.now if is_all else self._last_made
        rows.advance_incarnation(
            self.connection, self.request.incarnation, self._last_seq, last_exchange, self.seen
        )
        return None

    @property
    def had_seen_all(self) -> bool:
        """Whether the terminal lacks just what was decided now."""
        return bool(self.request.cursor == self._deciding.begun_at)

    def changes(self) -> Reply:
        return self._told(self._deciding.revision, self._deciding.entries, dict(self._deciding.written))

    def _latest(self) -> datetime | None:
        """Rehearsals say their own time, which is nobody's clock."""
        rehearsed = all(sent.rehearsal for sent in self.request.commands)
        return self.store.clock if rehearsed else self.now

    def _decide_all(self) -> tuple[Decided, ...]:
        """As many as BATCH_SECONDS allow, at least one."""
        known = rows.outcomes_of(self.connection, [sent.id for sent in self.request.commands])
        decided: list[Decided] = []
        until = monotonic() + BATCH_SECONDS
        for sent in self.request.commands:
            if decided and monotonic() >= until:
                break
            if sent.id in known:
                decided.append(as_decided(dict(known[sent.id]._mapping)))
            elif sent.seq <= self._last_seq:
                decided.append(forked(sent))
                break  # what follows was made after something that never was
            elif sent.seq > self._last_seq + 1:
                break
            else:
                book = self._deciding.book
                decided.append(self._decide_one(sent))
                if book != self._deciding.book:
                    break  # what follows must read the new book, which only a committed one is kept as
        return tuple(decided)

    def _decide_one(self, sent: SentCommand) -> Decided:
        self._last_seq = sent.seq
        awaited = sent.id == self.request.awaited
        own = self.request
        return self._deciding.decide(
            sent, own.incarnation, own.terminal, self._times(sent), is_awaited=awaited
        )

    def _times(self, sent: SentCommand) -> Times:
        """made_at as far as the hub can believe it, and the time of decision; a rehearsal says both."""
        if sent.rehearsal and self.store.demo:
            return Times(sent.made_at, sent.made_at, sent.made_at)
        earliest = min(self._last_exchange or sent.made_at, self.now)
        self._last_made = min(max(sent.made_at, earliest), self.now)
        return Times(self._last_made, earliest, self.now)


def declined(store: Any, incarnation: Any, asked: Request | Walk) -> Declined | None:
    if reason := mismatch(store, asked):
        return Declined(reason, store.epoch)
    if incarnation is None:
        return Declined("store_behind", store.epoch)  # it had joined, and this store does not know
    return Declined("unknown_terminal", store.epoch) if incarnation.written_off else None


def recovering(store: Any, home: Any) -> Declined | None:
    """It waits for others; or, put back once more, for this one, too."""
    if store.phase == "normal":
        return None
    return Declined("store_recovering" if home.reported == store.epoch else "new_epoch", store.epoch)


def whole_revisions(entries: list[Entry]) -> tuple[list[Entry], bool]:
    """As many decisions as fit a page of rows, never part of one; and whether there are more."""
    page: list[Entry] = []
    count = 0
    for entry in entries:
        count += len(entry.rows)
        if page and count > PAGE_ROWS:
            return page, True
        page.append(entry)
    return page, len(entries) == PAGE_OUTCOMES
