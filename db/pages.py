"""Rows as they travel from a store to homes, many at a time: the plain values that a home's SQLite keeps.

A SQLite store has them like that already, so nothing is made of them on their way: no date, no dict, no copy. What
PostgreSQL gives is turned into them. The columns stand in their table's order, `id` first.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import cache
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, Table, bindparam, insert, select
from sqlalchemy.dialects import sqlite

from db import tables as t
from db.engines import to_json
from db.prepared import fetch_plain, into, put_plain, run
from db.store import among, put_statement

PlainRow = tuple[Any, ...]
Pages = dict[str, list[PlainRow]]
"""By table; `outcomes` is one of them."""
Key = tuple[str, str]


class Entry(NamedTuple):
    """An outcome, and what of it must be known here: its revision and the rows that it names."""

    revision: int
    rows: list[Key]
    plain: PlainRow


_OUTCOMES_AFTER = (
    select(t.outcomes)
    .where(t.outcomes.c.revision > bindparam("cursor"))
    .order_by(t.outcomes.c.revision)
    .limit(bindparam("most"))
)
_ADD_OUTCOME = insert(t.outcomes)
_OUTCOME = t.outcomes.columns.keys()
_REVISION, _NAMED = _OUTCOME.index("revision"), _OUTCOME.index("rows")


def entries_after(connection: Connection, cursor: int, most: int) -> list[Entry]:
    found = plain_rows(connection, t.outcomes, _OUTCOMES_AFTER, {"cursor": cursor, "most": most})
    return [Entry(row[_REVISION], msgspec.json.decode(row[_NAMED]), row) for row in found]


def add_outcome(connection: Connection, outcome: Mapping[str, Any]) -> Entry:
    """Keep a new outcome in the store, and have it as it will travel."""
    plain = _turned(t.outcomes, [outcome[name] for name in _OUTCOME])
    if connection.dialect.name == "sqlite":
        put_plain(connection, _ADD_OUTCOME, [plain])
    else:
        run(connection, _ADD_OUTCOME, outcome)
    return Entry(outcome["revision"], outcome["rows"], plain)


def pages_of(
    connection: Connection, entries: Iterable[Entry], tables: Collection[str], but: Collection[Key]
) -> Pages:
    """These outcomes, and each row of `tables` that they name as it is now, `but` for some."""
    wanted: dict[str, list[str]] = defaultdict(list)
    outcomes = []
    for _, rows, plain in entries:
        outcomes.append(plain)
        for name, key in rows:
            if name in tables and (name, key) not in but:
                wanted[name].append(key)
    pages = {name: _named(connection, t.REPLICATED[name], keys) for name, keys in wanted.items()}
    return pages | {"outcomes": outcomes} if outcomes else pages


def _named(connection: Connection, table: Table, keys: list[str]) -> list[PlainRow]:
    return plain_rows(connection, table, *among(connection, table, keys))


def put_pages(connection: Connection, pages: Pages, but: Collection[Key]) -> None:
    """Into a home, over whatever is there, `but` for some."""
    kept = {name for name, _ in but}
    for name, rows in pages.items():
        if name in kept:
            rows = [row for row in rows if (name, row[0]) not in but]
        put_plain(connection, put_statement(name), rows)


def plain_rows(
    connection: Connection, table: Table, statement: Select[Any], values: Mapping[str, Any]
) -> list[PlainRow]:
    rows = fetch_plain(connection, statement, values)
    return rows if connection.dialect.name == "sqlite" else [_turned(table, row) for row in rows]


def _turned(table: Table, row: Iterable[Any]) -> PlainRow:
    """Python's values as a home would store them."""
    turned = list(row)
    for place, process in _ways(table):
        turned[place] = process(turned[place])
    return tuple(turned)


_HOME = sqlite.dialect(json_serializer=to_json)


@cache
def _ways(table: Table) -> list[tuple[int, Callable[[Any], Any]]]:
    """Which places of a row SQLite stores otherwise."""
    ways = [into(column.type, _HOME) for column in table.columns]
    return [(place, process) for place, process in enumerate(ways) if process]
