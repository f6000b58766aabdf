"""A home and its hub: one exchange after the other, and whatever a bad day puts before them."""

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from itertools import takewhile
from typing import Any, NamedTuple

from filelock import BaseFileLock, FileLock, Timeout
from sqlalchemy import Connection

from db import contents, rejoining
from db import home as home_rows
from db.contents import Piece
from db.engines import Database, StoreAway, StoreTrouble
from kiosk import __version__
from kiosk.config import HomeFolder
from kiosk.domain.reasons import Reason
from kiosk.sync.applying import apply
from kiosk.sync.caution import Caution
from kiosk.sync.clock import Ticks, system_ticks
from kiosk.sync.messages import BATCH, Decided, Declined, Reply, Request, mismatch
from kiosk.sync.outbox_rows import sent
from kiosk.sync.stages import Stage
from kiosk.sync.transport import Hub

_MENDED_BY_EXCHANGE = {"new_epoch", "store_recovering"}
log = logging.getLogger(__name__)
OUTBOX_KEPT = timedelta(days=35)
LOCK_SECONDS = 1
"""With the store's own patience at most two: people wait for the answer."""
TURN_LOOK = 0.005
"""Seconds between two looks whether it is one's turn: a worker's is mostly over by then."""
_NEXT_STAGE = {"new_epoch": Stage.REPORTING, "cursor_purged": Stage.WALKING}


class Message(NamedTuple):
    """What a home would send, and what it is about with its hub; `contents` of attachments go before it."""

    request: Request
    stage: Stage
    contents: tuple[Piece, ...] = ()


@dataclass
class Exchanger:
    """Exchanges of one home; two processes on one home take turns."""

    folder: HomeFolder
    database: Database
    hub: Hub
    ticks: Callable[[], Ticks] = system_ticks
    caution: Caution = field(default_factory=Caution)

    def run(self, now: datetime, prepared: Message | None = None) -> dict[str, Decided]:
        """Until nothing is left to send or fetch; the hub's word on each command sent. Raises StoreTrouble.

        What another process of this home has sent meanwhile is not among them: its outbox row knows.
        `prepared` is the first message where the caller has just had it in hand; a stale one does no harm.
        """
        decided: dict[str, Decided] = {}
        with self._turn():
            most = BATCH
            while True:
                message = prepared or self.prepare(now, most)
                prepared = None
                if message.stage not in (Stage.NORMAL, Stage.SETTLING):
                    self._rejoining.go_on(message.stage)
                    continue
                self._send_contents(message)
                request = self.caution.limited(message.request)
                reply = self._ask(request)
                if isinstance(reply, Declined):
                    self._heed(reply)
                    continue
                apply(self.database, request, reply, self.ticks())
                decided |= {answer.id: answer for answer in reply.decided if answer.reason != Reason.FORK}
                is_cut = len(reply.decided) < len(request.commands)
                if self._is_done(request, reply):
                    if message.stage is Stage.NORMAL:
                        return decided
                    self.enter(Stage.WALKING)
                most = min(BATCH, 2 * len(reply.decided)) if is_cut and reply.decided else BATCH

    def meet(self) -> None:
        """Raises StoreTrouble unless the hub is there and would take what this home sends."""
        with self.database.read() as connection:
            home = home_rows.read_home(connection)
        store = self.hub.reach()
        reason = mismatch(store, home) or (store.phase != "normal" and "store_recovering")
        if reason:
            raise StoreTrouble(reason)

    def meet_after_bad_days(self, now: datetime) -> None:
        """As `meet`; what an exchange mends is mended first."""
        try:
            self.meet()
        except StoreTrouble as trouble:
            if trouble.key not in _MENDED_BY_EXCHANGE:
                raise
            self.run(now)
            self.meet()

    def tidy(self, now: datetime) -> None:
        """Forget decided commands that nobody needs any more, and what the log still holds of what was dropped."""
        with self.database.write_lightly() as connection:
            rejoining.prune(connection, home_rows.read_home(connection).backed_up, now - OUTBOX_KEPT)
        self.database.empty_log()

    def enter(self, stage: Stage) -> None:
        with self.database.write() as connection:
            rejoining.set_stage(connection, stage.value)

    def prepare(self, now: datetime, most: int = BATCH) -> Message:
        with self.database.read() as connection:
            return prepare(connection, home_rows.read_home(connection), now, most=most)

    def _is_done(self, request: Request, reply: Reply) -> bool:
        """Nothing is left to send or fetch; or the hub takes none of it, and will not now."""
        if any(answer.reason == Reason.FORK for answer in reply.decided):
            return False
        is_stuck = bool(request.commands) and not reply.decided
        return is_stuck or not (len(reply.decided) < len(request.commands) or request.more or reply.more)

    def _send_contents(self, message: Message) -> None:
        """Piece by piece, so that nobody waits at the lock for a whole file; what was sent is not sent again."""
        for piece in message.contents:
            with self.database.read() as connection:
                data = contents.data_of(connection, piece)
            if data is None:  # refused or forgotten meanwhile, by another process of this home
                continue
            self.hub.keep_content(piece, data)
            with self.database.write_lightly() as connection:
                contents.note_sent(connection, piece, message.request.epoch)

    def _ask(self, request: Request) -> Reply | Declined:
        try:
            reply = self.hub.exchange(request)
        except StoreAway:
            raise
        except StoreTrouble:
            self.caution.failed(request)
            raise
        self.caution.went_well()
        return reply

    def _heed(self, declined: Declined) -> None:
        """Some of what a hub declines for has its own way out. Raises StoreTrouble for the rest."""
        if declined.reason not in _NEXT_STAGE:
            raise StoreTrouble(declined.reason)
        log.warning("the hub declines: %s", declined.reason)
        with self.database.write() as connection:
            stage = _NEXT_STAGE[declined.reason].value
            if declined.reason == "new_epoch":
                rejoining.see_epoch(connection, declined.epoch, stage)
            else:
                rejoining.set_stage(connection, stage)

    @cached_property
    def _rejoining(self) -> Any:
        from kiosk.sync.rejoining import Rejoining  # on bad days only

        return Rejoining(self.folder, self.database, self.hub)

    @cached_property
    def _lock(self) -> BaseFileLock:
        """Made once: making one costs as much as taking it."""
        return FileLock(self.folder.exchange_lock, timeout=LOCK_SECONDS)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        try:
            with self._lock.acquire(poll_interval=TURN_LOOK):
                yield
        except Timeout as error:
            raise StoreTrouble("exchange_busy", home=str(self.folder.path)) from error
        except OSError as error:
            raise StoreTrouble(
                "store_trouble", store=str(self.folder.exchange_lock), why=str(error)
            ) from error


def prepare(
    connection: Connection, home: Any, now: datetime, awaited: str | None = None, most: int = BATCH
) -> Message:
    """The message of a home as it is in this transaction: at most so many commands, of one incarnation, whoever the
    home is by now.
    """
    found = home_rows.undecided(connection, most)
    incarnation = found[0].incarnation if found else home.incarnation
    waiting = list(takewhile(lambda row: row.incarnation == incarnation, found))
    named = home_rows.marked_upto(connection, waiting[-1].n) if waiting else []
    stage = Stage(home.stage)
    request = Request(
        home.station, home.epoch, incarnation, home.terminal, home.schema, now,
        home.cursor if stage is Stage.NORMAL else None, tuple(map(sent, waiting)), tuple(named), awaited, home.seen,
        home.incarnation, more=len(waiting) < len(found) or len(found) == most,
        version=__version__,
    )  # fmt: skip
    unsent = contents.unsent(connection, home.epoch) if stage is Stage.NORMAL else ()
    return Message(request, stage, tuple(unsent))
