"""Hearing that somebody else has changed a store: a file is looked at, a server tells.

Both use the connection that the caller exchanges on: what is committed there is no news, and each terminal keeps one.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any, Protocol

from db.engines import Database, StoreTrouble, trouble_of

LOOK_SECONDS = 0.1
"""A file is looked at no more often."""
# After the commit, in a transaction of its own that waits for no disk: whoever tells holds a lock of the whole server until
# that is done. Told within the deciding transaction, eight busy stations came to 350 commits a second instead of 2,000.
_TELL = "SELECT pg_notify(current_schema(), '')"  # the schema is the channel


class News(Protocol):
    """Both raise StoreTrouble. What was missed while there was no connection counts as news once there is one."""

    def wait(self, seconds: float) -> bool:
        """Whether something was committed by somebody else; False after so many seconds."""
        ...

    def tell(self) -> None:
        """Something was committed here."""
        ...


def news_of(database: Database) -> News:
    return ServerNews(database) if database.is_postgres else FileNews(database)


class FileNews:
    """By SQLite's own counter of what other connections have committed."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen: tuple[Any, int] | None = None
        self._looked_at = -LOOK_SECONDS

    def wait(self, seconds: float) -> bool:
        end = time.monotonic() + seconds
        while (due := self._looked_at + LOOK_SECONDS) <= end:
            time.sleep(max(0.0, due - time.monotonic()))
            if self._has_changed():
                return True
        time.sleep(max(0.0, end - time.monotonic()))
        return False

    def tell(self) -> None:
        """The counter does."""

    def _has_changed(self) -> bool:
        self._looked_at = time.monotonic()
        with self._database.read() as connection:
            version = int(connection.exec_driver_sql("PRAGMA data_version").scalar_one())
        before, self._seen = self._seen, (connection, version)
        return before != self._seen


class ServerNews:
    """By LISTEN and NOTIFY."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._listening: Any = None

    def wait(self, seconds: float) -> bool:
        with self._reaching() as server:
            if server is not self._listening:
                (schema,) = server.execute("SELECT quote_ident(current_schema())").fetchone()
                server.execute(f"LISTEN {schema}")
                self._listening = server
                return True
            own = server.info.backend_pid
            return any(told.pid != own for told in server.notifies(timeout=seconds, stop_after=1))

    def tell(self) -> None:
        """Nothing depends on it: whoever misses it comes by and by."""
        with suppress(StoreTrouble), self._reaching() as server:
            server.execute(_TELL)

    @contextmanager
    def _reaching(self) -> Iterator[Any]:
        """The driver's own connection."""
        try:
            yield self._database.connection.connection.dbapi_connection
        except Exception as error:
            if (key := trouble_of(error)) is None:
                raise
            self._database.close()
            raise StoreTrouble(key, store=self._database.name, why=str(error)) from error
