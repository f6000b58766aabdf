"""Going through a replica table by table, in the order of ids, until it is what the store shows.

It is done in place: screens and other processes may have the home open. What waits for the hub is left as it is.
"""

from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Table, bindparam, delete, func, select, update

from db import tables as t
from db.pages import PlainRow, plain_rows
from db.prepared import put_plain
from db.store import put_statement

STRIDE = 2000


def tables(role: str) -> tuple[str, ...]:
    """What a terminal of this role walks through, in this order."""
    return (*sorted(t.held_by(role)), t.outcomes.name)


def rows_after(connection: Connection, name: str, after: str) -> list[PlainRow]:
    """The next rows of a table in a store."""
    table = t.domain.tables[name]
    return plain_rows(connection, table, _after(table), {"after": after, "most": STRIDE})


def put_stride(connection: Connection, name: str, after: str, rows: list[PlainRow]) -> None:
    """In a home: exactly these rows stand from `after` to the last of them, or to the table's end if there are none."""
    table = t.domain.tables[name]
    pending = set(connection.execute(_pending(), {"tab": name}).scalars())
    last = rows[-1][0] if rows else None
    gone = set(_ids(connection, table, after, last)) - {row[0] for row in rows} - pending
    for key in gone:
        connection.execute(delete(table).where(table.c.id == key))
    put_plain(connection, put_statement(name), [row for row in rows if row[0] not in pending])


def drop_unheld(connection: Connection, role: str) -> None:
    """What a terminal of this role has no business with, its own unconfirmed words apart."""
    for name in t.REPLICATED.keys() - t.held_by(role):
        put_stride(connection, name, "", [])


def keep_place(connection: Connection, table: str, after: str, upto: int, seen: str | None) -> None:
    """Where the walk goes on. `upto`: what the store had reached when it began, kept from the first time on."""
    connection.execute(update(t.home).values(walk_table=table, walk_after=after))
    begin = update(t.home).where(t.home.c.walk_upto.is_(None)).values(walk_upto=upto, seen=seen)
    connection.execute(begin)


def arrive(connection: Connection, stage: str) -> None:
    """The walk is over: what has changed since it began is pulled as usual."""
    done = {"walk_table": None, "walk_after": None, "walk_upto": None, "stage": stage, "purged_to": 0}
    home = t.home.c
    connection.execute(
        update(t.home).values(cursor=func.coalesce(home.walk_upto, home.cursor), book=home.book + 1, **done)
    )


@cache
def _after(table: Table) -> Select[Any]:
    return select(table).where(table.c.id > bindparam("after")).order_by(table.c.id).limit(bindparam("most"))


@cache
def _pending() -> Select[Any]:
    return select(t.pending.c.id).where(t.pending.c.tab == bindparam("tab"))


def _ids(connection: Connection, table: Table, after: str, last: str | None) -> list[str]:
    statement = select(table.c.id).where(table.c.id > after)
    if last is not None:
        statement = statement.where(table.c.id <= last)
    return list(connection.execute(statement).scalars())
