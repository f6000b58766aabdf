"""Where operators sign in at a terminal: tries are counted in its home, which a restart does not make forget."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from db import home as rows
from db.engines import Database
from db.work import Work
from kiosk.services import sign_in
from kiosk.services.sign_in import SignedIn
from kiosk.sync.clock import TerminalClock


class Gate:
    def __init__(self, database: Database, clock: TerminalClock) -> None:
        self._database = database
        self._clock = clock

    def sign_in(self, login: str, password: str, at: datetime | None) -> SignedIn:
        """A try is counted before it is judged, so that it counts even if somebody pulls the plug in between."""
        with self._counting(at) as (work, now):
            if wait := sign_in.wait_of(work, login, now):
                return sign_in.must_wait(wait)
            sign_in.count_try(work, login, now)
            book = work.book
        found = sign_in.operator_with(book, login, password)
        with self._counting(at) as (work, now):
            if found is None:
                return sign_in.told_wrong(work, login, now)
            sign_in.forget_tries(work, login)
        return sign_in.admit(found)

    def count_wrong(self, login: str, at: datetime | None) -> None:
        with self._counting(at) as (work, now):
            sign_in.count_try(work, login, now)

    def forget_wrong(self, login: str) -> None:
        with self._counting(None) as (work, _):
            sign_in.forget_tries(work, login)

    @contextmanager
    def _counting(self, at: datetime | None) -> Iterator[tuple[Work, datetime]]:
        """What this home counts for itself, and the time it tells."""
        with self._database.write() as connection:
            home = rows.read_home(connection)
            yield Work(connection, self._database.books, home.book), at or self._clock.now(home)[0]
