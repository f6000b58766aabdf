"""Queries of announcements."""

from datetime import date

from sqlalchemy import bindparam, select

from db import tables as t
from db.work import AnyRow, Work

_A = t.announcements.c
_ALL = select(t.announcements).where(_A.deleted.is_(False)).order_by(_A.from_day.desc(), _A.id)
_SHOWN = (
    select(t.announcements)
    .where(
        _A.from_day <= bindparam("today"), _A.until_day >= bindparam("today"), _A.withdrawn_at.is_(None), _A.deleted.is_(False)
    )
    .order_by(_A.from_day.desc(), _A.posted_at.desc(), _A.id)
)  # fmt: skip


def announcements(work: Work) -> list[AnyRow]:
    """The latest first; a station has few."""
    return work.all(_ALL)


def announcements_shown(work: Work, today: date) -> list[AnyRow]:
    """The latest first."""
    return work.all(_SHOWN, today=today)
