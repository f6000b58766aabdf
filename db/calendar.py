"""Which bookings another calendar may concern."""

from datetime import date

from sqlalchemy import bindparam, select

from db import tables as t
from db.work import AnyRow, Work
from kiosk.domain.bookings import HOLDS_ROOM, UNDECIDED

_b = t.bookings.c
_FROM = (
    select(_b.id, _b.room, _b.day, _b.made_at)
    .where(_b.day >= bindparam("first"), _b.state.in_(sorted(HOLDS_ROOM | UNDECIDED)), _b.deleted.is_(False))
    .order_by(_b.day, _b.start, _b.id)
)


def bookings_from(work: Work, first: date) -> list[AnyRow]:
    """Those that are still to come, decided or not."""
    return work.all(_FROM, first=first)
