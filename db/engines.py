"""Opening SQLite the one right way: WAL, synchronous=FULL, transactions that begin when we say so."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

from db.book import Bookshelf
from db.search_index import add_functions
from kiosk.domain.trouble import KioskError

BUSY_SECONDS = 15


class StoreTrouble(KioskError):
    """The database cannot be used; the key says why: store_missing, store_broken, store_busy, disk_full, store_trouble ..."""


_KEYS = {
    "SQLITE_FULL": "disk_full", "SQLITE_NOTADB": "store_broken", "SQLITE_CORRUPT": "store_broken",
    "SQLITE_BUSY": "store_busy", "SQLITE_LOCKED": "store_busy", "SQLITE_READONLY": "store_unwritable",
    "SQLITE_CANTOPEN": "store_unwritable", "SQLITE_IOERR": "store_unwritable", "SQLITE_PERM": "store_unwritable",
    "SQLITE_NOMEM": "store_trouble", "SQLITE_INTERRUPT": "store_trouble", "SQLITE_PROTOCOL": "store_busy",
}  # fmt: skip


def trouble_of(error: DBAPIError) -> str | None:
    """The key of trouble with the database itself, nobody's fault; None for a mistake in what was asked of it."""
    name = getattr(error.orig, "sqlite_errorname", "")
    return next((key for code, key in _KEYS.items() if name.startswith(code)), None)


def sqlite_url(path: Path) -> str:
    return f"sqlite:///{path}"


def open_engine(url: str) -> Engine:
    """An engine whose connections never begin a transaction by themselves (see the dialect's notes on pysqlite)."""
    engine = create_engine(
        make_url(url), poolclass=NullPool, connect_args={"timeout": BUSY_SECONDS, "isolation_level": None}
    )
    event.listen(engine, "connect", _prepare)
    return engine


def _prepare(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "temp_store=MEMORY", "cache_size=-16000"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    add_functions(connection)


class Database:
    """One open connection, used by one thread; `write` and `read` are its transactions."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.engine = open_engine(url)
        self.books = Bookshelf()
        self._connection: Connection | None = None

    @property
    def connection(self) -> Connection:
        if self._connection is None:
            self._connection = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        return self._connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """BEGIN IMMEDIATE ... COMMIT; everything or nothing, on disk before it returns."""
        with self._transaction("BEGIN IMMEDIATE") as connection:
            yield connection

    @contextmanager
    def write_lightly(self) -> Iterator[Connection]:
        """Like `write`, but a power cut may undo it as a whole: for what can be fetched again.

        In WAL mode the order of commits is kept: a later `write` takes everything before it to the disk.
        """
        self.connection.exec_driver_sql("PRAGMA synchronous=NORMAL")
        try:
            with self._transaction("BEGIN IMMEDIATE") as connection:
                yield connection
        finally:
            self.connection.exec_driver_sql("PRAGMA synchronous=FULL")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view."""
        with self._transaction("BEGIN") as connection:
            yield connection

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        try:
            connection = self.connection
            connection.exec_driver_sql(begin)
            try:
                yield connection
            except BaseException:
                connection.exec_driver_sql("ROLLBACK")
                raise
            connection.exec_driver_sql("COMMIT")
        except DatabaseError as error:
            self._roll_back_quietly()
            key = trouble_of(error) or ("store_trouble" if isinstance(error, OperationalError) else None)
            if key is None:
                raise
            raise StoreTrouble(key, store=self.engine.url.database or "", why=str(error.orig)) from error

    def _roll_back_quietly(self) -> None:
        """After a failed COMMIT (disk full) SQLite may still be inside the transaction."""
        try:
            if self._connection is not None and self._connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
                self._connection.exec_driver_sql("ROLLBACK")
        except DBAPIError:
            self.close()

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
        self.engine.dispose()
