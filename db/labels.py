"""Copies to make labels for."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection, Row, select

from db import tables as t
from kiosk.domain.states import CopyState

GONE = (CopyState.LOST.value, CopyState.WITHDRAWN.value)


def copies_to_label(
    connection: Connection,
    *,
    titles: Collection[str] | None,
    locations: Collection[str] | None,
    numbers: Collection[str],
    first: str | None,
    last: str | None,
    most: int,
) -> list[Row[Any]]:
    """By number. Numbers that are asked for one by one are labelled whatever became of the book."""
    copies = t.copies.c
    wanted = (
        select(copies.number, copies.location, copies.shelf, t.titles.c.title, t.titles.c.class_number)
        .join(t.titles, t.titles.c.id == copies.title)
        .where(copies.deleted.is_(False))
        .order_by(copies.number)
        .limit(most)
    )
    wanted = wanted.where(copies.number.in_(numbers) if numbers else copies.state.not_in(GONE))
    if titles is not None:
        wanted = wanted.where(copies.title.in_(titles))
    if locations is not None:
        wanted = wanted.where(copies.location.in_(locations))
    if first is not None:
        wanted = wanted.where(copies.number >= first)
    if last is not None:
        wanted = wanted.where(copies.number <= last)
    return list(connection.execute(wanted))
