"""Queries about residents, cards and parties."""

from typing import Any

from sqlalchemy import Connection, Row, bindparam, select

from db import tables as t
from db.prepared import fetch
from kiosk.domain.people import read_card_number

_CARD = select(t.cards).where(t.cards.c.number == bindparam("number"), t.cards.c.deleted.is_(False))

RESIDENTS = (
    select(
        t.residents, t.resident_details.c.name, t.resident_details.c.phone, t.resident_details.c.birth_month
    )
    .outerjoin(t.resident_details, t.resident_details.c.id == t.residents.c.id)
    .where(t.residents.c.deleted.is_(False))
    .order_by(t.residents.c.consented_at, t.residents.c.id)
)
"""With what identifies them; in the order of their consent."""

CARDS = select(t.cards).where(t.cards.c.deleted.is_(False)).order_by(t.cards.c.number)


def find_card(connection: Connection, number: str) -> Row[Any] | None:
    """By its number however it was typed: full width, in groups."""
    return fetch(connection, _CARD, {"number": read_card_number(number) or number}).first()
