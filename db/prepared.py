"""The hot path's way to run a statement: written with SQLAlchemy Core, compiled once, handed to the driver as it is.

`Connection.execute` looks every statement up anew and builds a context around it, 40 to 100 microseconds each time; a
command runs some thirty. Values still pass through their columns' types, both ways. A statement must be made once (at
module level or cached), never per call; a select with an expanding IN is left to SQLAlchemy.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Dialect, Insert, Result, Select
from sqlalchemy.engine.result import IteratorResult, SimpleResultMetaData
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.dml import UpdateBase
from sqlalchemy.types import TypeEngine

Values = Mapping[str, Any]
Process = Callable[[Any], Any] | None
Statement = Select[Any] | UpdateBase


def fetch(connection: Connection, statement: Select[Any], values: Values) -> Result[Any]:
    """The rows of a select, read whole."""
    prepared = _prepared(connection.dialect, statement, ())
    if prepared.varies:
        return connection.execute(statement, values)
    cursor = _cursor(connection).execute(prepared.sql, prepared.bind(values))
    return IteratorResult(prepared.columns, prepared.rows(cursor.fetchall()))


def run(connection: Connection, statement: UpdateBase, values: Values) -> int:
    """How many rows an update or delete changed; for an insert in SQLite, the number of the new row."""
    prepared = _prepared(connection.dialect, statement, _columns_given(statement, values))
    cursor = _cursor(connection).execute(prepared.sql, prepared.bind(values))
    return int((getattr(cursor, "lastrowid", 0) if isinstance(statement, Insert) else cursor.rowcount) or 0)


def run_many(connection: Connection, statement: UpdateBase, rows: Sequence[Values]) -> None:
    """The same for each of these rows, which all have the same fields."""
    if rows:
        prepared = _prepared(connection.dialect, statement, _columns_given(statement, rows[0]))
        _cursor(connection).executemany(prepared.sql, [prepared.bind(row) for row in rows])


def fetch_plain(connection: Connection, statement: Select[Any], values: Values) -> list[tuple[Any, ...]]:
    """The rows of a select as the driver has them."""
    prepared = _prepared(connection.dialect, statement, ())
    return list(_cursor(connection).execute(prepared.sql, prepared.bind(values)).fetchall())


def put_plain(connection: Connection, statement: Insert, rows: Sequence[tuple[Any, ...]]) -> None:
    """Rows of the driver's own values, in the order of their table's columns."""
    if rows:
        prepared = _prepared(connection.dialect, statement, tuple(statement.table.columns.keys()))
        _cursor(connection).executemany(prepared.sql, rows)


def _cursor(connection: Connection) -> Any:
    return connection.connection.cursor()


def _columns_given(statement: UpdateBase, values: Values) -> tuple[str, ...]:
    return tuple(values) if isinstance(statement, Insert) else ()


class _Prepared:
    """SQL with its values in order, and what turns Python's values into the driver's and back."""

    def __init__(self, dialect: Dialect, statement: Statement, columns: tuple[str, ...]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(columns) or None)
        assert isinstance(compiled, SQLCompiler)
        self.sql = compiled.string
        self.varies = "POSTCOMPILE" in self.sql  # an IN whose length is known with its values only
        self._fixed = dict(compiled.params)
        self._by_name = not compiled.positional
        names = compiled.bind_names.values() if self._by_name else compiled.positiontup or ()
        self._order = [(name, into(compiled.binds[name].type, dialect)) for name in names]
        self._shown = list(statement.selected_columns) if isinstance(statement, Select) else []
        self._dialect = dialect
        self.columns = SimpleResultMetaData([str(column.key) for column in self._shown])

    @cached_property
    def _changed(self) -> list[tuple[int, Callable[[Any], Any]]]:
        """Which places of a row the driver gives otherwise than Python wants them."""
        out = [_out_of(column.type, self._dialect) for column in self._shown]
        return [(place, process) for place, process in enumerate(out) if process]

    def bind(self, values: Values) -> Any:
        """In the driver's way: in order (SQLite) or by name (PostgreSQL)."""
        fixed = self._fixed
        bound = [
            process(value) if process else value
            for name, process in self._order
            for value in (values[name] if name in values else fixed[name],)
        ]
        if self._by_name:
            return dict(zip((name for name, _ in self._order), bound, strict=True))
        return tuple(bound)

    def rows(self, found: Sequence[Sequence[Any]]) -> Any:
        for raw in found:
            row = list(raw)
            for place, process in self._changed:
                row[place] = process(row[place])
            yield tuple(row)


_FLOAT8 = 701
"""PostgreSQL's number for the only type of ours that asks what the server sends."""


def into(kind: TypeEngine[Any], dialect: Dialect) -> Process:
    return kind.dialect_impl(dialect).bind_processor(dialect)


def _out_of(kind: TypeEngine[Any], dialect: Dialect) -> Process:
    return kind.dialect_impl(dialect).result_processor(dialect, _FLOAT8)


_KEPT: WeakKeyDictionary[Any, dict[tuple[str, tuple[str, ...]], _Prepared]] = WeakKeyDictionary()


def _prepared(dialect: Dialect, statement: Statement, columns: tuple[str, ...]) -> _Prepared:
    ways = _KEPT.get(statement)
    if ways is None:
        ways = _KEPT.setdefault(statement, {})
    prepared = ways.get((dialect.name, columns))
    if prepared is None:
        prepared = ways[(dialect.name, columns)] = _Prepared(dialect, statement, columns)
    return prepared
