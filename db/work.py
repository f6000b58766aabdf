"""The unit of work: the rows that one command reads and writes, inside one transaction of a home or a store."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, Insert, Row, Select, Table, Update, bindparam, insert, select, update

from db import tables as t
from db.book import Book, Bookshelf
from db.prepared import fetch, run, run_many

AnyRow = Row[Any]
Values = Mapping[str, Any]


class Work:
    """Rows by id, in and out. `revision` stamps what is written (0 in a home, until the hub has decided).

    `touched` names every row that was written; `written` holds those that are known whole, needing no reading again.
    """

    def __init__(self, connection: Connection, books: Bookshelf, book_stamp: int, revision: int = 0) -> None:
        self.connection = connection
        self.revision = revision
        self.touched: dict[tuple[str, str], None] = {}
        self.written: dict[tuple[str, str], dict[str, Any]] = {}
        self._books = books
        self._book_stamp = book_stamp

    @property
    def book(self) -> Book:
        """The station's slow-changing data, parsed once per change."""
        return self._books.read(self.connection, self._book_stamp)

    def row(self, table: Table, key: str | None) -> AnyRow | None:
        """A live row, or None."""
        if key is None:
            return None
        return fetch(self.connection, _by_id(table), {"key": key}).first()

    # `one` and `all` take statements that are made once, see db/prepared.py
    def one(self, statement: Select[Any], **values: Any) -> AnyRow | None:
        return fetch(self.connection, statement, values).first()

    def all(self, statement: Select[Any], **values: Any) -> list[AnyRow]:
        return list(fetch(self.connection, statement, values))

    def add(self, table: Table, key: str, **values: Any) -> None:
        """A new row; it is an error if it exists."""
        row = _defaults(table) | values | {"id": key, "revision": self.revision}
        run(self.connection, _insert(table), row)
        self._note(table, key)
        self.written[(table.name, key)] = row

    def add_many(self, table: Table, rows: Iterable[Values]) -> None:
        filled = [_defaults(table) | dict(row) | {"revision": self.revision} for row in rows]
        for row in filled:
            self._note(table, row["id"])
        run_many(self.connection, _insert(table), filled)

    def add_missing(self, table: Table, rows: Iterable[Values]) -> None:
        """Those that are not there yet, at most a few hundred."""
        wanted = list(rows)
        known = set(
            self.connection.execute(_known_ids(table), {"keys": [row["id"] for row in wanted]}).scalars()
        )
        self.add_many(table, [row for row in wanted if row["id"] not in known])

    def change(self, table: Table, key: str, **values: Any) -> None:
        self._note(table, key)
        statement = _update(table, tuple(sorted(values)))
        run(self.connection, statement, values | {"key": key, "revision": self.revision})

    def blank(self, table: Table, key: str) -> None:
        """Nothing is left of a row but that there was one."""
        kept = ("id", "revision", "deleted")
        blanks = {name: value for name, value in _fixed_defaults(table).items() if name not in kept}
        self.change(table, key, **blanks, deleted=True)

    def _note(self, table: Table, key: str) -> None:
        if table.name in t.BOOK_TABLES:
            self._books.read(
                self.connection, self._book_stamp
            )  # as it is before this write, which may be rolled back
        self.touched[(table.name, key)] = None
        self.written.pop((table.name, key), None)

    @property
    def changed_book(self) -> bool:
        return any(name in t.BOOK_TABLES for name, _ in self.touched)


@cache
def _by_id(table: Table) -> Select[Any]:
    return select(table).where(table.c.id == bindparam("key"), table.c.deleted.is_(False))


@cache
def _known_ids(table: Table) -> Select[Any]:
    return select(table.c.id).where(table.c.id.in_(bindparam("keys", expanding=True)))


@cache
def _insert(table: Table) -> Insert:
    return insert(table).values({c.name: bindparam(c.name) for c in table.columns})


@cache
def _update(table: Table, names: tuple[str, ...]) -> Update:
    changes: dict[str, Any] = {name: bindparam(name) for name in (*names, "revision")}
    return update(table).where(table.c.id == bindparam("key")).values(changes)


@cache
def _fixed_defaults(table: Table) -> dict[str, Any]:
    return {c.name: c.default.arg if c.default is not None else None for c in table.columns}  # type: ignore[attr-defined]


def _defaults(table: Table) -> dict[str, Any]:
    return dict(_fixed_defaults(table))
