"""Queries about readers and their books: a guardian's children, books reported lost, what is still known of the past."""

from typing import Any

from sqlalchemy import Row, and_, bindparam, func, or_, select, text

from db import tables as t
from db.work import Work
from kiosk.domain.states import HoldState, LoanState

AnyRow = Row[Any]
_r, _l, _h, _k, _d = t.residents.c, t.loans.c, t.holds.c, t.copies.c, t.resident_details.c
LIVE = [HoldState.WAITING.value, HoldState.READY.value]

_CHILDREN = (
    select(t.residents)
    .where(text("residents.guardian IS NOT NULL"), _r.guardian == bindparam("guardian"))
    .where(_r.deleted.is_(False), _r.erased.is_(False))
    .order_by(_r.id)
)
_CHILDREN_DUES = (
    select(_l.due)
    .join(t.residents, _r.id == _l.resident)
    .where(text("residents.guardian IS NOT NULL"), _r.guardian == bindparam("guardian"))
    .where(_l.state == LoanState.OPEN.value, _l.deleted.is_(False), _r.erased.is_(False))
    .order_by(_l.due)
)
_LOST_LOAN = select(t.loans).where(
    _l.copy == bindparam("copy"),
    _l.state == LoanState.LOST.value,
    _l.returned_at.is_(None),
    _l.deleted.is_(False),
)
_HOLDS_OF = (
    select(t.holds, t.titles.c.title.label("title_name"), t.titles.c.author, _k.number, _r.masked_name)
    .outerjoin(t.copies, _k.id == _h.copy)
    .outerjoin(t.titles, t.titles.c.id == _h.title)
    .outerjoin(t.residents, _r.id == _h.resident)
    .where(_h.resident == bindparam("resident"), _h.state.in_(LIVE), _h.deleted.is_(False))
    .order_by(_h.state, _h.made_at, _h.id)
)
_earlier = t.holds.alias("earlier")
_AHEAD = select(func.count()).where(
    _earlier.c.title == bindparam("title"),
    _earlier.c.state == HoldState.WAITING.value,
    _earlier.c.deleted.is_(False),
    or_(
        _earlier.c.made_at < bindparam("made_at"),
        and_(_earlier.c.made_at == bindparam("made_at"), _earlier.c.id < bindparam("key")),
    ),
)
_COULD_COME = select(_k.id).where(
    _k.title == bindparam("title"),
    _k.id != bindparam("but"),
    _k.state.in_(["on_shelf", "on_loan", "on_hold", "damaged"]),
    _k.deleted.is_(False),
)


def children_of(work: Work, guardian: str) -> list[AnyRow]:
    return work.all(_CHILDREN, guardian=guardian)


def children_dues(work: Work, guardian: str) -> list[AnyRow]:
    """Of what their children have borrowed now."""
    return work.all(_CHILDREN_DUES, guardian=guardian)


def lost_loan(work: Work, copy: str) -> AnyRow | None:
    """Of a copy that its reader lost, until it is found or given up."""
    return work.one(_LOST_LOAN, copy=copy)


def holds_of(work: Work, resident: str) -> list[AnyRow]:
    """What lies ready first, then the longest waiting; with names."""
    return work.all(_HOLDS_OF, resident=resident)


def waiting_ahead(work: Work, hold: Any) -> int:
    """How many have waited longer for the same title."""
    found = work.one(_AHEAD, title=hold.title, made_at=hold.made_at, key=hold.id)
    return int(found[0]) if found else 0


def could_come(work: Work, title: str, but: str) -> bool:
    """Whether another copy of the title may still come into somebody's hands."""
    return work.one(_COULD_COME, title=title, but=but) is not None


# what housekeeping forgets

_keeper = select(_r.id).where(_r.keeps_history.is_(True))
KNOWN_LOANS = select(_l.id).where(
    text("loans.resident IS NOT NULL AND loans.returned_at IS NOT NULL"),
    _l.returned_at < bindparam("before"),
    _l.resident.not_in(_keeper),
    _l.deleted.is_(False),
)
KNOWN_HOLDS = select(_h.id).where(
    text("holds.resident IS NOT NULL AND holds.ended_at IS NOT NULL"),
    _h.ended_at < bindparam("before"),
    _h.resident.not_in(_keeper),
    _h.deleted.is_(False),
)
GUARDED = (
    select(_r.id, _d.birth_month)
    .join(t.resident_details, _d.id == _r.id)
    .where(text("residents.guardian IS NOT NULL"), _d.birth_month.is_not(None), _r.deleted.is_(False))
)
