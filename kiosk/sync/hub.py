"""The hub in this process: decides what terminals send, and says what has changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from db import incarnations, pages, walk
from db import recovery as recovery_rows
from db import store as rows
from db.book import Bookshelf
from db.engines import Database, StoreTrouble, file_of
from db.news import news_of
from db.pages import Entry
from db.tables import held_by
from kiosk.domain.times import believed
from kiosk.sync import recovery
from kiosk.sync.deciding import Deciding, Times, as_decided, forked
from kiosk.sync.erased_list import add_erased
from kiosk.sync.joining import join
from kiosk.sync.messages import (
    BATCH,
    Decided,
    Declined,
    Joined,
    Joining,
    Reply,
    Report,
    Reported,
    Request,
    Rows,
    SentCommand,
    Stride,
    Walk,
    mismatch,
)
from kiosk.sync.upgrade import ready_store

PATIENCE = 1.0
PAGE_OUTCOMES = 1000
PAGE_ROWS = 2000


class StoreHub:
    """The hub on a store opened by URL. All raise StoreTrouble when it cannot be reached.

    `clock`: None is the server's own for PostgreSQL, this machine's for a file.
    """

    def __init__(self, url: str, clock: Callable[[], datetime] | None = None) -> None:
        self._database = Database(url, PATIENCE)
        self._news = news_of(self._database)
        self._clock = clock
        self._file = file_of(url)
        self._is_ready = False

    def reach(self) -> Any:
        """The store's row; raises StoreTrouble."""
        with self._reading() as connection:
            return rows.read_store(connection)

    def news(self, seconds: float) -> bool:
        """Whether somebody else has committed something; False after so many seconds."""
        self._find()
        return self._news.wait(seconds)

    def exchange(self, request: Request) -> Reply | Declined:
        """Decide what was sent, tell the other terminals, and say what has changed."""
        reply = self._answer(request)
        if isinstance(reply, Reply) and reply.decided:
            self._news.tell()
        return reply

    def _answer(self, request: Request) -> Reply | Declined:
        """Decide what was sent and say what has changed, in one transaction: heard only after its commit."""
        if not request.commands:
            with self._reading() as connection:
                answer = _Answering(connection, request, self._now(connection)).reply()
        else:
            with self._writing() as connection:
                answer = _Decision(connection, request, self._now(connection), self._database.books).reply()
            self._list_erased(answer)
        if isinstance(answer, Declined) and answer.reason == "store_behind":
            self.begin_recovery()
            return self._answer(request)
        return answer

    def join(self, joining: Joining) -> Joined | Declined:
        """A home that was copied or put back becomes a terminal of its own."""
        with self._writing() as connection:
            return join(connection, joining, self._now(connection).date())

    def report(self, report: Report) -> Reported | Declined:
        """What a terminal kept of what this store no longer knows."""
        with self._writing() as connection:
            answer = recovery.take(connection, self._database.books, report)
        self._recover()
        return answer

    def walk(self, stride: Walk) -> Stride | Declined:
        """The next rows of one table, as they are now."""
        with self._reading() as connection:
            store = rows.read_store(connection)
            incarnation = rows.read_incarnation(connection, stride.incarnation)
            if problem := _declined(store, incarnation, stride):
                return problem
            assert incarnation is not None
            found = walk.rows_after(connection, stride.table, stride.after)
            seen = rows.decided_at(connection, store.revision)
            return Stride(
                store.revision, seen, found if stride.table in walk.tables(incarnation.role) else []
            )

    def begin_recovery(self) -> None:
        """The store was put back to an earlier state: nothing is decided until terminals have said what they kept."""
        with self._writing() as connection:
            recovery_rows.begin_epoch(connection)
        self._recover()

    def erase_again(self, residents: Iterable[str]) -> None:
        """Of a store that was put back: these had been erased."""
        with self._writing() as connection:
            recovery.erase_again(connection, self._database.books, residents)

    def awaited(self) -> list[Any]:
        """The incarnations for whose report a restored store waits."""
        with self._reading() as connection:
            store = rows.read_store(connection)
            return incarnations.unreported(connection, store.epoch) if store.phase != "normal" else []

    def go_on_without(self, terminal: str) -> None:
        """Do not wait for what this terminal kept: a manager says so. Raises KioskError: unknown_letter."""
        with self._writing() as connection:
            recovery.excuse(connection, terminal)
        self._recover()

    def check(self) -> None:
        """Raises StoreTrouble when the store is damaged."""
        self._database.check()

    def close(self) -> None:
        self._database.close()

    def _list_erased(self, answer: Reply | Declined) -> None:
        """Beside the store and its backups; a server's store is put back by other means, and terminals remember, too."""
        decided = answer.decided if isinstance(answer, Reply) else ()
        erased = [
            one.result["resident"]
            for one in decided
            if one.kind == "erase_resident" and one.status == "accepted"
        ]
        if erased and self._file:
            add_erased(Path(self._file), erased)

    def _recover(self) -> None:
        """Slice by slice, once all have reported; whoever is cut off here leaves the rest to the next."""
        more = True
        while more:
            with self._writing() as connection:
                more = recovery.go_on(connection, self._database.books)

    def _now(self, connection: Connection) -> datetime:
        wall = self._clock() if self._clock else rows.time_at(connection)
        return believed(wall, rows.read_store(connection).clock)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        self._find()
        with self._database.read() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        self._find()
        with self._database.write() as connection:
            yield connection

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
    may_hold: frozenset[str] = frozenset()

    def reply(self) -> Reply | Declined:
        self.store = rows.read_store(self.connection)
        incarnation = rows.read_incarnation(self.connection, self.request.incarnation)
        if problem := _declined(self.store, incarnation, self.request) or self._has_seen_otherwise():
            return problem
        assert incarnation is not None
        self.may_hold = held_by(incarnation.role)
        return self._changes(self._settle(incarnation))

    def _has_seen_otherwise(self) -> Declined | None:
        """Where a terminal has seen what this store has not, it was put back by hand. One that missed a purge walks."""
        cursor, seen = self.request.cursor, self.request.seen
        if not cursor:
            purged = cursor is not None and self.store.purged_to > 0
            return Declined("cursor_purged", self.store.epoch) if purged else None
        if cursor > self.store.revision or (seen and seen != rows.decided_at(self.connection, cursor)):
            return Declined("store_behind", self.store.epoch)
        return Declined("cursor_purged", self.store.epoch) if cursor < self.store.purged_to else None

    def _settle(self, incarnation: Any) -> int:
        """The store's counter, read before anything else."""
        return int(self.store.revision)

    def _changes(self, revision: int) -> Reply:
        """Whole revisions up to this one.

        What this terminal may not hold is absent to it: so a kiosk drops what was typed on it once that is decided.
        """
        page, more = _whole_revisions(self._entries_after_cursor())
        upto = page[-1].revision if more else revision
        named = set(self.request.named)
        known = {key: row for key, row in self._known_rows().items() if key[0] in self.may_hold}
        asked = {key for key in named if key[0] in self.may_hold} - known.keys()
        told = dict.fromkeys(named) | known | rows.rows_by_key(self.connection, asked)
        return Reply(
            epoch=self.request.epoch,
            upto=upto,
            seen=rows.decided_at(self.connection, upto),
            more=more,
            time=self.now,
            decided=self.decided,
            rows=told,
            pages=pages.pages_of(self.connection, page, self.may_hold, but=told),
            backed_up=self.store.backed_up,
        )

    def _entries_after_cursor(self) -> list[Entry]:
        cursor = self.request.cursor
        return pages.entries_after(self.connection, cursor, PAGE_OUTCOMES) if cursor is not None else []

    def _known_rows(self) -> Rows:
        """Rows that need not be read again."""
        return {}


class _Decision(_Answering):
    """One batch under the lock: the transaction began with it."""

    def __init__(self, connection: Connection, request: Request, now: datetime, books: Bookshelf) -> None:
        super().__init__(connection, request, now)
        self._books = books

    def _settle(self, incarnation: Any) -> int:
        self._deciding = Deciding(self.connection, self._books, self.store)
        self._last_seq, self._last_exchange = incarnation.last_seq, incarnation.last_exchange
        self._last_made = self._last_exchange  # while more is to come, it may have been made right after this
        self.decided = self._decide_all()
        is_all = len(self.decided) == len(self.request.commands) < BATCH
        self._deciding.close(self._latest())
        last_exchange = self.now if is_all else self._last_made
        rows.advance_incarnation(self.connection, self.request.incarnation, self._last_seq, last_exchange)
        return int(self._deciding.revision)

    def _latest(self) -> datetime | None:
        """Rehearsals say their own time, which is nobody's clock."""
        rehearsed = all(sent.rehearsal for sent in self.request.commands)
        return self.store.clock if rehearsed else self.now

    def _entries_after_cursor(self) -> list[Entry]:
        """A terminal that had seen everything lacks just what was decided now."""
        has_seen_all = self.request.cursor == self._deciding.begun_at
        return self._deciding.entries if has_seen_all else super()._entries_after_cursor()

    def _known_rows(self) -> Rows:
        return dict(self._deciding.written)

    def _decide_all(self) -> tuple[Decided, ...]:
        known = rows.outcomes_of(self.connection, [sent.id for sent in self.request.commands])
        decided = []
        for sent in self.request.commands:
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


def _declined(store: Any, incarnation: Any, asked: Request | Walk) -> Declined | None:
    if reason := mismatch(store, asked):
        return Declined(reason, store.epoch)
    if incarnation is None or incarnation.written_off:
        return Declined("unknown_terminal", store.epoch)
    return Declined("store_recovering", store.epoch) if store.phase != "normal" else None


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
