"""A part of a long table, and how long it is in all."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, func

from db.work import AnyRow, Work

Orders = Mapping[str, tuple[ColumnElement[Any], ...]]
_LIKE = str.maketrans({"\\": "\\\\", "%": "\\%", "_": "\\_"})


def page(
    work: Work, source: Select[Any], orders: Orders, sort: str, down: bool, offset: int, limit: int
) -> tuple[int, list[AnyRow]]:
    """The rows of `source` in one of `orders` (the first, if `sort` names none); equal ones by their first column.

    An order should begin with an index: then a page far down costs no more than walking there.
    """
    total = work.connection.execute(source.with_only_columns(func.count(), maintain_column_froms=True))
    ordered = _ordered(source, orders, sort, down)
    rows = work.connection.execute(ordered.offset(offset).limit(limit)) if limit else ()
    return int(total.scalar_one()), list(rows)


def page_of_ids(
    work: Work, source: Select[Any], orders: Orders, sort: str, down: bool, offset: int, limit: int
) -> tuple[int, list[AnyRow]]:
    """As `page`, for a search that costs more than its answer: it is made once, and counted as it comes."""
    found = list(work.connection.execute(_ordered(source, orders, sort, down)))
    return len(found), found[offset : offset + limit]


def _ordered(source: Select[Any], orders: Orders, sort: str, down: bool) -> Select[Any]:
    columns = (*orders.get(sort, next(iter(orders.values()))), source.selected_columns[0])
    return source.order_by(*(column.desc() if down else column.asc() for column in columns))


def containing(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Whether a column holds this text, whatever signs are in it; letters in either case."""
    if text.lower() == text.upper():  # most names: spares turning each row's letters
        return column.like(f"%{text.translate(_LIKE)}%", escape="\\")
    return column.ilike(f"%{text.translate(_LIKE)}%", escape="\\")


def starting(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    return column.like(f"{text.translate(_LIKE)}%", escape="\\")
