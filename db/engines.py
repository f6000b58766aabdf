"""Opening a home or a store the one right way: durable, in transactions that begin when we say so.

SQLite in WAL mode with synchronous=FULL; what PostgreSQL does otherwise stands in db/postgres.py.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, DBAPIError, OperationalError
from sqlalchemy.pool import NullPool

from db.book import Bookshelf
from db.postgres import is_postgres, lock_store, open_postgres, trouble_key
from db.search_index import add_functions
from db.turns import begin_writing
from kiosk.domain.trouble import KioskError

BUSY_SECONDS = 15


class StoreTrouble(KioskError):
    """The database cannot be used; the key says why: store_missing, store_broken, store_busy, disk_full, store_trouble ..."""


class StoreAway(StoreTrouble):
    """It was not even reached: nothing of what was asked has begun."""


_KEYS = {
    "SQLITE_FULL": "disk_full", "SQLITE_NOTADB": "store_broken", "SQLITE_CORRUPT": "store_broken",
    "SQLITE_BUSY": "store_busy", "SQLITE_LOCKED": "store_busy", "SQLITE_READONLY": "store_unwritable",
    "SQLITE_CANTOPEN": "store_unwritable", "SQLITE_IOERR": "store_unwritable", "SQLITE_PERM": "store_unwritable",
    "SQLITE_NOMEM": "store_trouble", "SQLITE_INTERRUPT": "store_trouble", "SQLITE_PROTOCOL": "store_busy",
}  # fmt: skip


def trouble_of(error: Exception) -> str | None:
    """The key of trouble with the database itself, nobody's fault; None for a mistake in what was asked of it."""
    cause = _cause(error)
    name = getattr(cause, "sqlite_errorname", "")
    return next((key for code, key in _KEYS.items() if name.startswith(code)), None) or trouble_key(cause)


def _cause(error: Exception) -> object:
    """The driver's own error: what is run plain raises it bare."""
    return getattr(error, "orig", error)


def _in_a_line(cause: object) -> str:
    """A server that is away is told in several."""
    return " ".join(str(cause).split())


def _is_operational(error: Exception) -> bool:
    return isinstance(error, OperationalError | sqlite3.OperationalError)


def sqlite_url(path: Path) -> str:
    return f"sqlite:///{path}"


def file_of(url: str) -> str | None:
    """The file of a SQLite database; None for a server's. Raises StoreTrouble: bad_store."""
    where = _address(url)
    return None if is_postgres(where) else where.database


def open_engine(url: str, patience: float = BUSY_SECONDS) -> Engine:
    """An engine whose connections never begin a transaction by themselves (see the dialect's notes on pysqlite)."""
    where = _address(url)
    if is_postgres(where):
        return open_postgres(where, patience, to_json)
    engine = create_engine(
        where, poolclass=NullPool, connect_args={"timeout": patience, "isolation_level": None},
        json_serializer=to_json, json_deserializer=msgspec.json.decode,
        hide_parameters=True,  # an error is logged; the values may name a person
    )  # fmt: skip
    event.listen(engine, "connect", _prepare)
    return engine


def _address(url: str) -> URL:
    """Raises StoreTrouble: bad_store."""
    try:
        where = make_url(url)
    except ArgumentError as error:
        raise StoreTrouble("bad_store", store=url) from error
    if not is_postgres(where) and where.get_backend_name() != "sqlite":
        raise StoreTrouble("bad_store", store=url)
    return where


def to_json(value: Any) -> str:
    return msgspec.json.encode(value, enc_hook=_plain_text).decode()


def _plain_text(value: Any) -> str:
    """Names that SQLAlchemy gives are texts of its own kind."""
    if isinstance(value, str):
        return str(value)
    raise TypeError(f"not JSON: {type(value).__name__}")


def _prepare(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "temp_store=MEMORY",
        "secure_delete=ON",
        "cache_size=-16000",
        "wal_autocheckpoint=4000",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
    add_functions(connection)


def run_plain(connection: Connection, statement: str) -> None:
    """A statement without values or rows (BEGIN, SAVEPOINT ...), straight to the driver: it runs ten times a command."""
    connection.connection.dbapi_connection.execute(statement)  # type: ignore[union-attr]


def is_open(connection: Connection) -> bool:
    """Whether a transaction is open: after a full disk SQLite has undone it already."""
    if connection.closed or connection.invalidated:
        return False
    raw: Any = connection.connection.dbapi_connection
    if hasattr(raw, "in_transaction"):
        return bool(raw.in_transaction)
    return not raw.closed and raw.info.transaction_status != 0


@dataclass
class Savepoint:
    """What is to become of it; it is undone unless someone says `keep`."""

    keep: bool = False


@contextmanager
def savepoint(connection: Connection) -> Iterator[Savepoint]:
    """Part of a transaction that can be undone alone."""
    run_plain(connection, "SAVEPOINT one")
    point = Savepoint()
    try:
        yield point
    finally:
        if is_open(connection):
            if not point.keep:
                run_plain(connection, "ROLLBACK TO one")
            run_plain(connection, "RELEASE one")


class Database:
    """One open connection, used by one thread; `write` and `read` are its transactions.

    `patience`: how many seconds to wait for others.
    """

    def __init__(self, url: str, patience: float = BUSY_SECONDS) -> None:
        self.url = url
        self.patience = patience
        self.engine = open_engine(url, patience)
        self.books = Bookshelf()
        self.is_postgres = is_postgres(self.engine.url)
        self._driver_error = self.engine.dialect.loaded_dbapi.Error  # what is run plain raises it bare
        self.name = self.engine.url.render_as_string() if self.is_postgres else self.engine.url.database or ""
        self._connection: Connection | None = None

    @property
    def connection(self) -> Connection:
        if self._connection is None:
            self._connection = self.engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        return self._connection

    @contextmanager
    def write(self) -> Iterator[Connection]:
        """The lock ... COMMIT; everything or nothing, on disk before it returns."""
        with self._transaction(self._begin_writing) as connection:
            yield connection

    @contextmanager
    def write_lightly(self) -> Iterator[Connection]:
        """Like `write`, but a power cut may undo it as a whole: for what can be fetched again.

        In WAL mode the order of commits is kept: a later `write` takes everything before it to the disk.
        """
        run_plain(self.connection, "PRAGMA synchronous=NORMAL")
        try:
            with self._transaction(self._begin_writing) as connection:
                yield connection
        finally:
            run_plain(self.connection, "PRAGMA synchronous=FULL")

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """One consistent view."""
        with self._transaction(self._begin_reading) as connection:
            yield connection

    def _begin_writing(self, connection: Connection) -> None:
        if self.is_postgres:
            run_plain(connection, "BEGIN ISOLATION LEVEL READ COMMITTED")
            lock_store(connection)
        else:
            raw: Any = connection.connection.dbapi_connection
            begin_writing(raw, self.patience)

    def _begin_reading(self, connection: Connection) -> None:
        run_plain(
            connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" if self.is_postgres else "BEGIN"
        )

    @contextmanager
    def _transaction(self, begin: Callable[[Connection], None]) -> Iterator[Connection]:
        try:
            connection = self.connection
            try:
                begin(connection)
                yield connection
            except BaseException:
                if is_open(connection):
                    run_plain(connection, "ROLLBACK")
                raise
            run_plain(connection, "COMMIT")
        except (DatabaseError, self._driver_error) as error:
            trouble = StoreAway if self._connection is None else StoreTrouble
            self._roll_back_quietly()
            if "no such table" in str(_cause(error)):
                raise StoreTrouble("store_foreign", store=self.name) from error
            if self._is_lost():
                self.close()
            key = trouble_of(error) or ("store_trouble" if _is_operational(error) else None)
            if key is None:
                raise
            raise trouble(key, store=self.name, why=_in_a_line(_cause(error))) from error

    def empty_log(self) -> None:
        """SQLite's write-ahead log goes into the file, as far as nobody else is reading, and begins anew."""
        if not self.is_postgres:
            self.connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").all()

    def check(self) -> None:
        """Raises StoreTrouble when the file is damaged."""
        with self.read() as connection:
            if self.is_postgres:
                return
            said = connection.exec_driver_sql("PRAGMA quick_check(1)").scalar()
        if said != "ok":
            raise StoreTrouble("store_broken", store=self.name, why=str(said))

    def _roll_back_quietly(self) -> None:
        """After a failed COMMIT (disk full) SQLite may still be inside the transaction."""
        try:
            if self._connection is not None and is_open(self._connection):
                self._connection.exec_driver_sql("ROLLBACK")
        except DBAPIError:
            self.close()

    def _is_lost(self) -> bool:
        """A server that went away leaves a connection that will never serve again."""
        if self._connection is None or self._connection.closed or self._connection.invalidated:
            return True
        return bool(getattr(self._connection.connection.dbapi_connection, "closed", False))

    def close(self) -> None:
        if self._connection is not None:
            if self._is_lost():
                self._connection.invalidate()  # or it would ask the server once more
            self._connection.close()
            self._connection = None
        self.engine.dispose()
