"""The hub in this process: decides what terminals send, and says what has changed."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection

from db import contents, incarnations, purging, walk
from db import recovery as recovery_rows
from db import store as rows
from db.contents import Piece
from db.engines import Database, StoreAway, file_of
from db.news import news_of
from db.tables import SCHEMA
from kiosk.domain.times import believed
from kiosk.domain.trouble import KioskError
from kiosk.sync import housekeeping, recovery
from kiosk.sync.answering import Answering, Batch, declined, recovering
from kiosk.sync.erased_list import add_erased
from kiosk.sync.joining import join
from kiosk.sync.messages import (
    Decided,
    Declined,
    Joined,
    Joining,
    Reply,
    Report,
    Reported,
    Request,
    Stride,
    Walk,
)
from kiosk.sync.upgrade import ready_store

PATIENCE = 1.0
SEEN_EVERY = timedelta(minutes=2)
CONTENT_AHEAD = timedelta(days=1)
"""As long as what an attachment holds may be here before the command that names it."""


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
        """Decide what was sent, tell the other terminals, and say what has changed: all of it only after the commit."""
        answer = self._decide(request) if request.commands else self._changes(request)
        self._list_erased(answer)
        if isinstance(answer, Reply) and answer.decided:
            self._news.tell()
        if isinstance(answer, Declined) and answer.reason == "store_behind":
            self.begin_recovery()
            return self.exchange(request)
        return answer

    def _decide(self, request: Request) -> Reply | Declined:
        """What others decided is read after the commit, so that nobody waits for that; a terminal that lacks nothing of
        theirs needs no reading at all.
        """
        with self._writing() as connection:
            batch = Batch(connection, request, self._now(connection), self._database.books)
            if problem := batch.decide():
                return problem
            if batch.had_seen_all:
                return batch.changes()
        return self._changes(request, batch.decided)

    def _changes(self, request: Request, decided: tuple[Decided, ...] = ()) -> Reply | Declined:
        with self._reading() as connection:
            answering = Answering(connection, request, self._now(connection), decided)
            answer = answering.reply()
        if isinstance(answer, Reply) and not decided:
            self._note_seen(answering)
        return answer

    def _note_seen(self, answering: Answering) -> None:
        """That it was here, now and then: whoever only listens is not silent."""
        known = answering.incarnation
        if known is None or (known.last_seen and answering.now - known.last_seen < SEEN_EVERY):
            return
        with self._writing() as connection:
            incarnations.note_seen(connection, known.id, answering.seen)

    def keep_house(self, at: datetime | None = None, most: int | None = housekeeping.MOST) -> Counter[str]:
        """Write down what the clock has decided, or in a rehearsal will have; how many of each kind.

        At most so many, the rest next time.
        """
        with self._reading() as connection:
            now = at or self._now(connection)
            kept = rows.read_store(connection).housekept_at
        if kept is None or kept.date() != now.date():
            self.purge(now - purging.KEPT)
            self.sweep_contents(now - CONTENT_AHEAD)
        done = housekeeping.keep_house(
            self._database, now, self._decide_own, most, is_rehearsal=at is not None
        )
        if done:
            self._news.tell()
        return done

    def _decide_own(self, connection: Connection, request: Request) -> tuple[Decided, ...] | Declined:
        own = Batch(connection, request, request.clock, self._database.books, is_own=True)
        return own.decide() or own.decided

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
            if problem := declined(store, incarnation, stride) or recovering(store, incarnation):
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

    def purge(self, before: datetime) -> int:
        """Forget for good what was deleted before that, and for whom; how many rows. Whoever has not seen it walks anew."""
        with self._writing() as connection:
            return purging.purge(connection, before)

    def keep_content(self, piece: Piece, data: bytes) -> None:
        """A piece of what somebody attached: under the lock just long enough to write it, and once only."""
        with self._writing() as connection:
            contents.receive(connection, piece, data, self._now(connection))

    def content(self, content_hash: str) -> bytes | None:
        with self._reading() as connection:
            return contents.read_store(connection, content_hash)

    def sweep_contents(self, before: datetime) -> int:
        """Forget what no attachment names, unless it came after that; how many pieces."""
        with self._writing() as connection:
            return contents.sweep(connection, before)

    def write_off(self, terminal: str) -> list[Any]:
        """Take nothing more from a terminal that is gone for good: what it had not sent is lost, and its letter rests until
        midnight. -> its incarnations as they were, last_seq and last_exchange. Raises KioskError: unknown_letter.
        """
        with self._writing() as connection:
            found = incarnations.write_off(connection, terminal, self._now(connection).date())
            if not found:
                raise KioskError("unknown_letter", terminal=terminal)
        self._recover()
        return found

    def terminals(self) -> list[Any]:
        """The incarnations of every terminal, as they were last seen: last_seen, clock_ahead, version, written_off."""
        with self._reading() as connection:
            return incarnations.terminals(connection)

    def check(self) -> None:
        """Raises StoreTrouble when the store is damaged."""
        self._database.check()

    def close(self) -> None:
        self._database.close()

    def _list_erased(self, answer: Reply | Declined) -> None:
        """Beside the store and its backups; a server's store is put back by other means, and terminals remember, too."""
        decided = answer.decided if isinstance(answer, Reply) else ()
        erased = [
            key
            for one in decided
            if one.kind == "erase_resident" and one.status == "accepted"
            for key in (one.result["resident"], *one.result.get("also", ()))
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
