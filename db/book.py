"""The station book: rooms, items, policies, calendar and the like, read whole and kept parsed until one of them changes."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, Table, select

from db import tables as t

AnyRow = Row[Any]


@dataclass
class Book:
    """Rows of the book's tables by id; `by_code` finds what people and scripts name."""

    rows: dict[str, dict[str, AnyRow]] = field(default_factory=dict)

    def all(self, table: Table) -> list[AnyRow]:
        """Live rows in the station's order."""
        return list(self.rows[table.name].values())

    def get(self, table: Table, key: str | None) -> AnyRow | None:
        return self.rows[table.name].get(key) if key else None

    def find(self, table: Table, reference: str) -> AnyRow | None:
        """By id or by code (login for operators)."""
        return self.rows[table.name].get(reference) or self._codes[table.name].get(reference)

    @cached_property
    def _codes(self) -> dict[str, dict[str, AnyRow]]:
        return {
            name: {getattr(row, column): row for row in rows.values()}
            for name, rows in self.rows.items()
            if (column := _code_column(name))
        }

    @cached_property
    def station(self) -> AnyRow:
        return next(iter(self.rows["station"].values()))

    @cached_property
    def is_filled(self) -> bool:
        return bool(self.rows["station"])

    def numbers(self, topic: str, scope: str | None = None) -> dict[str, Any]:
        """The policy of a topic (booking, loan, ticket, card): the station's, overlaid by the scope's own (a room's id ...)."""
        found: dict[str, Any] = {}
        for wanted in ("station", scope):
            row = self._policies.get((topic, wanted or ""))
            found |= row.numbers if row else {}
        return found

    def policy(self, topic: str, scope: str) -> AnyRow | None:
        """What that scope itself says of a topic."""
        return self._policies.get((topic, scope))

    @cached_property
    def _policies(self) -> dict[tuple[str, str], AnyRow]:
        return {(row.topic, row.scope): row for row in self.all(t.policies)}

    @cached_property
    def working_overrides(self) -> dict[date, bool]:
        return {row.day: row.working for row in self.all(t.calendar_days) if row.working is not None}

    @cached_property
    def open_overrides(self) -> dict[date, bool]:
        return {row.day: row.open for row in self.all(t.calendar_days) if row.open is not None}

    @cached_property
    def memo(self) -> dict[Any, Any]:
        """Values that services derive from the book and want to keep as long as it stands."""
        return {}


def _code_column(name: str) -> str | None:
    columns = t.domain.tables[name].columns
    return next((column for column in ("code", "login") if column in columns), None)


class Bookshelf:
    """The book of one database, as of its stamp: how often the book has changed."""

    def __init__(self) -> None:
        self._stamp: int | None = None
        self._book = Book()

    def read(self, connection: Connection, stamp: int) -> Book:
        if self._stamp != stamp:
            self._book = Book(
                {name: _read(connection, t.domain.tables[name]) for name in sorted(t.BOOK_TABLES)}
            )
            self._stamp = stamp
        return self._book


def _read(connection: Connection, table: Table) -> dict[str, AnyRow]:
    statement = select(table).where(table.c.deleted.is_(False))
    statement = (
        statement.order_by(table.c.sort, table.c.id) if "sort" in table.c else statement.order_by(table.c.id)
    )
    return {row.id: row for row in connection.execute(statement)}
