"""One exchange: send what is undecided, take decisions and changed rows, apply them in one transaction."""

import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any, Protocol

from filelock import BaseFileLock, FileLock, Timeout
from sqlalchemy import Connection

from db import home as home_rows
from db import store as store_rows
from db import tables as t
from db.engines import Database, StoreTrouble
from kiosk.config import HomeFolder
from kiosk.sync.messages import BATCH, Decided, Declined, Key, Reply, Request, SentCommand, mismatch

log = logging.getLogger(__name__)
LOCK_SECONDS = 1
"""With the store's own patience at most two: people wait for the answer."""


class Hub(Protocol):
    """Whoever decides. All raise StoreTrouble when it cannot be reached."""

    def reach(self) -> Any: ...

    def exchange(self, request: Request) -> Reply | Declined: ...

    def keep_house(self, now: datetime | None, most: int | None) -> dict[str, int]: ...

    def close(self) -> None: ...


@dataclass
class Exchanger:
    """Exchanges of one home; two processes on one home take turns."""

    folder: HomeFolder
    database: Database
    hub: Hub

    def run(self, now: datetime, prepared: "Message | None" = None) -> dict[str, Decided]:
        """Until nothing is left to send or fetch; the hub's word on each command sent. Raises StoreTrouble.

        What another process of this home has sent meanwhile is not among them: its outbox row knows.
        `prepared` is the first message where the caller has just had it in hand; a stale one does no harm.
        """
        decided: dict[str, Decided] = {}
        with self._turn():
            while True:
                request, all_sent = prepared or self._prepare(now)
                prepared = None
                reply = self.hub.exchange(request)
                if isinstance(reply, Declined):
                    raise StoreTrouble(reply.reason)
                apply(self.database, request, reply, now)
                decided |= {answer.id: answer for answer in reply.decided}
                is_stuck = bool(request.commands) and not reply.decided
                if is_stuck or (all_sent and not reply.more and len(reply.decided) == len(request.commands)):
                    return decided

    def meet(self) -> None:
        """Raises StoreTrouble unless the hub is there and would take what this home sends."""
        with self.database.read() as connection:
            home = home_rows.read_home(connection)
        if reason := mismatch(self.hub.reach(), home):
            raise StoreTrouble(reason)

    @cached_property
    def _lock(self) -> BaseFileLock:
        """Made once: making one costs as much as taking it."""
        return FileLock(self.folder.exchange_lock, timeout=LOCK_SECONDS)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        try:
            with self._lock:
                yield
        except Timeout as error:
            raise StoreTrouble("exchange_busy", home=str(self.folder.path)) from error
        except OSError as error:
            raise StoreTrouble(
                "store_trouble", store=str(self.folder.exchange_lock), why=str(error)
            ) from error

    def _prepare(self, now: datetime) -> "Message":
        with self.database.read() as connection:
            return prepare(connection, home_rows.read_home(connection), now)


Message = tuple[Request, bool]


def prepare(connection: Connection, home: Any, now: datetime, awaited: str | None = None) -> Message:
    """The message of a home as it is in this transaction, and whether it holds all that is undecided."""
    waiting = home_rows.undecided(connection, BATCH)
    named = home_rows.marked_upto(connection, waiting[-1].n) if waiting else []
    request = Request(
        home.station, home.epoch, home.incarnation, home.terminal, home.schema, now, home.cursor,
        tuple(_sent(row) for row in waiting), tuple(named), awaited,
    )  # fmt: skip
    return request, len(waiting) < BATCH


def _sent(row: Any) -> SentCommand:
    return SentCommand(
        row.command_id, row.n, row.seq, row.kind, row.version, row.actor, row.payload, row.made_at, row.rehearsal,
        row.uncertain, row.subject, row.told or {},
    )  # fmt: skip


def apply(database: Database, request: Request, reply: Reply, now: datetime) -> None:
    """Outcomes, named rows, page, cursor together: a lost reply loses nothing, a doubled one changes nothing.

    The hub keeps all of it, so this need not wait for the disk: what a power cut undoes comes again.
    """
    answered = {decided.id for decided in reply.decided}
    upto = max((sent.n for sent in request.commands if sent.id in answered), default=0)
    changed_book = any(table in t.BOOK_TABLES for table, _ in reply.rows)
    with database.write_lightly() as connection:
        if not home_rows.met_hub(connection, reply.epoch, reply.upto, now, changed_book):
            return
        home_rows.record_outcomes(connection, [_outcome(decided) for decided in reply.decided])
        marks = home_rows.all_marked(connection)
        confirmed = {key for key, n in marks.items() if n <= upto}
        _write_rows(connection, reply, confirmed, marks.keys() - confirmed)
        if upto:
            home_rows.unmark_upto(connection, upto)
        if reply.outcomes:
            store_rows.put_rows(connection, "outcomes", list(reply.outcomes))


def _write_rows(connection: Connection, reply: Reply, confirmed: set[Key], marked: set[Key]) -> None:
    """A row that waits for a later command of this terminal keeps what the terminal imagines."""
    rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for key, row in reply.rows.items():
        if key in marked:
            continue
        if row is None:
            if key in confirmed:
                store_rows.drop_row(connection, *key)
        elif key in confirmed:
            store_rows.confirm_row(connection, key[0], row)
        else:
            rows[key[0]].append(row)
    for table, values in rows.items():
        store_rows.put_rows(connection, table, values)


def _outcome(decided: Decided) -> dict[str, Any]:
    return {
        "key": decided.id, "v_state": decided.status, "v_reason": decided.reason, "v_detail": decided.detail,
        "v_result": decided.result, "v_revision": decided.revision,
    }  # fmt: skip
