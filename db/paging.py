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
    columns = (*orders.get(sort, next(iter(orders.values()))), source.selected_columns[0])
    ordered = source.order_by(*(column.desc() if down else column.asc() for column in columns))
    rows = work.connection.execute(ordered.offset(offset).limit(limit)) if limit else ()
    return int(total.scalar_one()), list(rows)


def containing(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    """Whether a column holds this text, whatever signs are in it; letters in either case."""
    return column.ilike(f"%{text.translate(_LIKE)}%", escape="\\")


def starting(column: ColumnElement[Any], text: str) -> ColumnElement[bool]:
    return column.like(f"{text.translate(_LIKE)}%", escape="\\")
