"""Queries about residents, cards and parties."""

from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from db import tables as t
from db.prepared import fetch
from kiosk.domain.people import read_card_number

_CARD = select(t.cards).where(t.cards.c.number == bindparam("number"), t.cards.c.deleted.is_(False))


def find_card(connection: Connection, number: str) -> Row[Any] | None:
    """By its number however it was typed: full width, in groups."""
    return fetch(connection, _CARD, {"number": read_card_number(number) or number}).first()
