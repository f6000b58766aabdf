"""The sync worker: a thread that exchanges by itself, at once when there is something to say or hear, else now and then."""

import logging
import random
import threading
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime

from db import home as home_rows
from db.engines import Database
from kiosk.domain.states import LineStage
from kiosk.domain.trouble import KioskError
from kiosk.sync.exchange import Exchanger
from kiosk.sync.housekeeping import MOST
from kiosk.sync.line import Line
from kiosk.sync.transport import Hub

log = logging.getLogger(__name__)
Hook = Callable[[], None]


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. Pauses double from `first_pause` to `longest_pause` while the hub is away, each shortened by chance, so
    that a hub that comes back is not met by all terminals at once.
    """

    first_pause: float = 1.0
    longest_pause: float = 60.0
    heartbeat: float = 30.0
    minute: float = 60.0
    between_news: float = 0.1
    ear: float = 0.1
    """As long as it listens without looking up: so soon it hears that it is woken or shall end."""


PACE = Pace()


class SyncWorker:
    """One a home and process, with connections of its own; the exchanger's lock makes it take turns with others.

    `on_change` is called on its thread after something has changed here, or the line has gone or come back. One that
    `keeps_house` has the hub do so about once a minute: not where a rehearsal lives in another time.
    """

    def __init__(
        self,
        new_exchanger: Callable[[], Exchanger],
        wall: Callable[[], datetime],
        line: Line,
        on_change: Hook,
        pace: Pace = PACE,
        *,
        keeps_house: bool = False,
    ) -> None:
        self._new_exchanger, self._wall, self._line = new_exchanger, wall, line
        self._on_change, self._pace, self._keeps_house = on_change, pace, keeps_house
        self._failures = 0
        self._cursor: int | None = None
        self._turns_told = line.turns
        self._exchanged_at = 0.0
        self._minute_begun = time.monotonic()
        self._is_ending = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        self._line.stage = LineStage.EXCHANGING
        self._thread.start()

    def close(self, seconds: float = 0.9) -> None:
        """What is under way is finished, but not waited for any longer than this."""
        self._is_ending.set()
        self._line.wake()
        self._thread.join(seconds)
        self._line.stage = None

    def _run(self) -> None:
        while not self._is_ending.is_set():
            try:
                self._work()
            except KioskError as trouble:
                self._fail(trouble)
            except Exception:
                log.exception("the sync worker met a mistake, and begins anew")
                self._fail(KioskError("sync_fault"))

    def _fail(self, trouble: KioskError) -> None:
        self._line.lost(trouble)
        self._tell(False)
        self._pause()

    def _work(self) -> None:
        """Until something goes wrong; then all is opened anew."""
        exchanger = self._new_exchanger()
        with closing(exchanger.database), closing(exchanger.hub):
            while not self._is_ending.is_set():
                self._exchange(exchanger)
                self._keep_house(exchanger)
                self._listen(exchanger.hub)

    def _exchange(self, exchanger: Exchanger) -> None:
        self._line.woken.clear()
        self._line.stage = LineStage.EXCHANGING
        decided = exchanger.run(self._wall())
        self._exchanged_at = time.monotonic()
        self._failures = 0
        self._line.met()
        self._tell(self._has_moved(exchanger.database) or bool(decided))

    def _has_moved(self, database: Database) -> bool:
        """Whether the home has learnt something since the last look, in whatever process."""
        with database.read() as connection:
            cursor: int = home_rows.read_home(connection).cursor
        before, self._cursor = self._cursor, cursor
        return cursor != before

    def _tell(self, has_changed: bool) -> None:
        turns = self._line.turns
        if self._is_ending.is_set() or not (has_changed or turns != self._turns_told):
            return
        self._turns_told = turns
        _safely(self._on_change)

    def _keep_house(self, exchanger: Exchanger) -> None:
        if not self._keeps_house or time.monotonic() - self._minute_begun < self._pace.minute:
            return
        self._minute_begun = time.monotonic()
        self._line.stage = LineStage.HOUSEKEEPING
        if exchanger.hub.keep_house(None, MOST):
            self._line.wake()  # what it has decided is fetched at once
        exchanger.tidy(self._wall())

    def _listen(self, hub: Hub) -> None:
        """Until there is news, a wish, or nothing for half a minute."""
        self._line.stage = LineStage.LISTENING
        end = time.monotonic() + self._pace.heartbeat * random.uniform(0.8, 1)
        while time.monotonic() < end and not self._line.woken.is_set() and not self._is_ending.is_set():
            if hub.news(self._pace.ear):
                break
        rest = self._exchanged_at + self._pace.between_news - time.monotonic()
        self._line.woken.wait(max(0.0, rest))

    def _pause(self) -> None:
        self._line.stage = LineStage.PAUSING
        longest = min(self._pace.longest_pause, self._pace.first_pause * 2**self._failures)
        self._failures = min(self._failures + 1, 20)  # 2 to the power of a week's failures is a long number
        if not self._is_ending.is_set():
            self._line.woken.wait(random.uniform(longest / 2, longest))
            self._line.woken.clear()


def _safely(call: Hook) -> None:
    """Nothing that others attach here ends the worker."""
    try:
        call()
    except Exception:
        log.exception("somebody whom the sync worker called met a mistake")
