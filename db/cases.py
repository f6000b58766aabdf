"""Queries of the desk's cases: tickets searched, filtered and sorted; what belongs to one."""

import re
from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select

from db import tables as t
from db.paging import page, page_of_ids
from db.people_desk import people_with
from db.work import AnyRow, Work
from kiosk.domain.tickets import LIVE

_T, _R, _D, _E = t.tickets.c, t.residents.c, t.ticket_details.c, t.ticket_events.c
_PERSON = func.coalesce(_T.on_behalf_of, _T.resident)
_MASKED = select(_R.masked_name).where(_R.id == _PERSON).scalar_subquery().label("masked_name")
# looked up for the rows that are shown, not joined: counting all of them would look up everybody
_ROWS = select(t.tickets, _MASKED).where(_T.deleted.is_(False))
_THESE = _ROWS.where(_T.id.in_(bindparam("ids", expanding=True)))
_ORDERS = {
    "day": (_T.day, _T.number), "number": (_T.number, _T.day), "due": (_T.due, _T.number), "state": (_T.state, _T.day),
    "person": (_MASKED, _T.day),
}  # fmt: skip
_EVENTS = (
    select(t.ticket_events)
    .where(_E.ticket == bindparam("ticket"), _E.deleted.is_(False))
    .order_by(_E.at, _E.id)
)
_VISITS = (
    select(t.visits)
    .where(t.visits.c.ticket == bindparam("ticket"), t.visits.c.deleted.is_(False))
    .order_by(t.visits.c.at)
)
_PARTS = select(t.tickets).where(
    _T.parent == bindparam("ticket"), _T.parent.is_not(None), _T.deleted.is_(False)
)
_FEWEST_DIGITS = 4
_NUMBER = re.compile(r"[A-Z]\d+")
"""What no name looks like."""


def cases(
    work: Work,
    q: str,
    items: Collection[str],
    where: dict[str, Any],
    sort: str,
    down: bool,
    offset: int,
    limit: int,
) -> tuple[int, list[AnyRow]]:
    """With `masked_name`. `items` are the ids of items whose name holds `q`; `where` as `_filtered` knows it."""
    source = _filtered(_ROWS, where)
    if q:
        source = source.where(_found(q, items))
        total, ids = page_of_ids(work, source.with_only_columns(_T.id), _ORDERS, sort, down, offset, limit)
        rows = {row.id: row for row in work.connection.execute(_THESE, {"ids": [row.id for row in ids]})}
        return total, [rows[row.id] for row in ids]
    return page(work, source, _ORDERS, sort, down, offset, limit)


def events_of(work: Work, ticket: str) -> list[AnyRow]:
    return work.all(_EVENTS, ticket=ticket)


def visits_of(work: Work, ticket: str) -> list[AnyRow]:
    return work.all(_VISITS, ticket=ticket)


def parts_of(work: Work, ticket: str) -> list[AnyRow]:
    return work.all(_PARTS, ticket=ticket)


def _filtered(source: Select[Any], where: dict[str, Any]) -> Select[Any]:
    """`which`: open, late (by `today`), mine (of `operator`), complaints; all others are exact."""
    which, today = where.get("which"), where["today"]
    if which in {"open", "late", "mine"}:
        source = source.where(_T.state.in_(sorted(LIVE)))
    if which == "late":
        source = source.where(_T.due < today, _T.due.is_not(None), _T.ended_at.is_(None))
    if which == "mine":
        source = source.where(_T.assigned == where["operator"])
    if which == "complaints":
        open_ones = select(t.complaints.c.id).where(
            t.complaints.c.state.in_(["call_back", "upheld"]), t.complaints.c.deleted.is_(False)
        )
        source = source.where(_T.id.in_(open_ones))
    if which == "today":
        source = source.where(_T.day == today)
    return source


def _found(q: str, items: Collection[str]) -> ColumnElement[bool]:
    """A number's beginning, a part of the person's name, of the item's, the end of a phone number."""
    number = q.upper()
    ways = [_T.number.between(number, number + "\uffff")]
    if not _NUMBER.fullmatch(number):
        named = select(people_with(q).cte())  # looked for once, wherever they stand
        ways += [_T.resident.in_(named), _T.on_behalf_of.in_(named)]
    if items:
        ways.append(_T.item.in_(sorted(items)))
    if q.isdigit() and len(q) >= _FEWEST_DIGITS:
        ways.append(_T.id.in_(select(_D.id).where(_D.phone.like(f"%{q}"))))
    return or_(*ways)
