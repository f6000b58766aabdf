"""Queries about residents, cards and parties."""

from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from db import tables as t

_CARD = select(t.cards).where(t.cards.c.number == bindparam("number"), t.cards.c.deleted.is_(False))


def find_card(connection: Connection, number: str) -> Row[Any] | None:
    return connection.execute(_CARD, {"number": number}).first()
