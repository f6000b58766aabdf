"""Every row that names a resident, whichever table it stands in: tables that are added later are found by their columns."""

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Column, Select, Table, bindparam, func, select

from db import tables as t
from db.work import Work


class Link(NamedTuple):
    """A row of a table names somebody in one of its columns."""

    table: Table
    key: str
    column: str


_SUBJECT_COLUMNS = ((t.ledger, "subject"), (t.bookings, "party_key"))
"""They name a resident with a card as `resident:ID`."""


def person_columns() -> list[tuple[Table, str]]:
    """Columns that hold a resident's id."""
    return [
        (table, name)
        for table in t.REPLICATED.values()
        for name in t.PERSON_COLUMNS
        if name in table.c
    ]  # fmt: skip


def links_to(work: Work, resident: str, most: int) -> list[Link]:
    """All rows that name this resident; at most so many of each column."""
    return [
        *_links(work, person_columns(), resident, most),
        *_links(work, _SUBJECT_COLUMNS, subject_of(resident), most),
    ]


def relink(work: Work, links: list[Link], resident: str) -> None:
    """They name this one from now on."""
    named_as_subject = {(table.name, column) for table, column in _SUBJECT_COLUMNS}
    for table, key, column in links:
        is_subject = (table.name, column) in named_as_subject
        work.change(table, key, **{column: subject_of(resident) if is_subject else resident})


def subject_of(resident: str) -> str:
    return f"resident:{resident}"


def count_of(work: Work, table: Table, column: str, value: str) -> int:
    found = work.one(_count(table.c[column]), value=value)
    return int(found[0]) if found else 0


def _links(work: Work, columns: Any, value: str, most: int) -> Iterator[Link]:
    for table, column in columns:
        for row in work.all(_naming(table.c[column]), value=value, most=most):
            yield Link(table, row.id, column)


@cache
def _naming(column: Column[Any]) -> Select[Any]:
    table = column.table
    return (
        select(table.c.id)
        .where(column == bindparam("value"), table.c.deleted.is_(False))
        .order_by(table.c.id)
        .limit(bindparam("most"))
    )


@cache
def _count(column: Column[Any]) -> Select[Any]:
    return select(func.count()).where(column == bindparam("value"), column.table.c.deleted.is_(False))
