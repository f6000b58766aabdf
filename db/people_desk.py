"""Queries of the desk's people: searched, sorted, one after the other; who looked; organisations and their members."""

from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, func, or_, select

from db import tables as t
from db.paging import containing, page
from db.work import AnyRow, Work
from kiosk.domain.search_keys import normal

_R, _D, _C, _O = t.residents.c, t.resident_details.c, t.cards.c, t.organisations.c
_CARD = (
    select(_C.resident, func.min(_C.number).label("number"))
    .where(_C.blocked.is_(False), _C.deleted.is_(False))
    .group_by(_C.resident)
    .subquery()
)
_PEOPLE = (
    select(t.residents, _D.name, _D.phone, _D.birth_month)
    .outerjoin(t.resident_details, _D.id == _R.id)
    .where(_R.deleted.is_(False), _R.erased.is_(False), _R.merged_into.is_(None))
)
_PEOPLE_ORDERS = {"name": (_R.masked_name,), "since": (_R.consented_at,)}
_GOOD_CARDS = select(_CARD.c.resident, _CARD.c.number).where(
    _CARD.c.resident.in_(bindparam("people", expanding=True))
)
_CHILDREN = (
    select(t.residents, _D.phone)
    .outerjoin(t.resident_details, _D.id == _R.id)
    .where(_R.guardian == bindparam("resident"), _R.guardian.is_not(None), _R.deleted.is_(False))
)
_ALIKE = _PEOPLE.where(
    _R.id != bindparam("resident"),
    or_(
        (_D.phone == bindparam("phone")) & (_D.phone != ""),
        (_D.name == bindparam("name")) & (_D.birth_month == bindparam("birth_month")),
    ),
).limit(5)
_LOOKS = (
    select(t.outcomes.c.made_at, t.outcomes.c.actor)
    .where(
        t.outcomes.c.subject == bindparam("resident"),
        t.outcomes.c.subject.is_not(None),
        t.outcomes.c.kind == "open_person",
    )
    .order_by(t.outcomes.c.revision.desc())
    .limit(20)
)
_ORGANISATIONS = select(t.organisations).where(_O.deleted.is_(False))
_ORGANISATION_ORDERS = {"name": (_O.name,), "kind": (_O.kind, _O.name)}
_NAMES = (
    select(t.organisation_names)
    .where(
        t.organisation_names.c.organisation == bindparam("organisation"),
        t.organisation_names.c.deleted.is_(False),
    )
    .order_by(t.organisation_names.c.until)
)
_MEMBERS = (
    select(t.memberships, _R.masked_name)
    .outerjoin(t.residents, _R.id == t.memberships.c.resident)
    .where(t.memberships.c.organisation == bindparam("organisation"), t.memberships.c.deleted.is_(False))
    .order_by(t.memberships.c.from_day.desc(), t.memberships.c.id)
)
_FEWEST_DIGITS = 4


def people(work: Work, q: str, sort: str, down: bool, offset: int, limit: int) -> tuple[int, list[AnyRow]]:
    """With `name`, `phone`, `birth_month`, where this terminal holds them."""
    source = _PEOPLE.where(_named(q)) if q else _PEOPLE
    return page(work, source, _PEOPLE_ORDERS, sort, down, offset, limit)


def good_cards(work: Work, residents: list[str]) -> dict[str, str]:
    """Resident -> number; nobody without a good card is in it."""
    found = work.connection.execute(_GOOD_CARDS, {"people": residents})
    return {row.resident: row.number for row in found}


def children_of(work: Work, resident: str) -> list[AnyRow]:
    return work.all(_CHILDREN, resident=resident)


def alike(work: Work, resident: str, name: str, phone: str, birth_month: str) -> list[AnyRow]:
    """Who may be the same person: the same telephone, or the same name and month of birth."""
    return work.all(_ALIKE, resident=resident, name=name, phone=phone, birth_month=birth_month)


def looks_at(work: Work, resident: str) -> list[AnyRow]:
    """The latest first; `actor` is who opened the data."""
    return work.all(_LOOKS, resident=resident)


def organisations(
    work: Work, q: str, sort: str, down: bool, offset: int, limit: int
) -> tuple[int, list[AnyRow]]:
    """Also by a name that one had before."""
    source: Select[Any] = _ORGANISATIONS
    if q:
        old = select(t.organisation_names.c.organisation).where(_plain(t.organisation_names.c.name, q))
        source = source.where(
            or_(_plain(_O.name, q), containing(_O.name_en, q), containing(_O.uscc, q), _O.id.in_(old))
        )
    return page(work, source, _ORGANISATION_ORDERS, sort, down, offset, limit)


def old_names(work: Work, organisation: str) -> list[AnyRow]:
    return work.all(_NAMES, organisation=organisation)


def members_of(work: Work, organisation: str) -> list[AnyRow]:
    return work.all(_MEMBERS, organisation=organisation)


def _named(q: str) -> ColumnElement[bool]:
    """A part of the name in any script and width, the beginning of its initials, a card, the end of a phone number."""
    if q.isdigit():
        cards = select(_C.resident).where(_C.number.like(f"{q}%"), _C.deleted.is_(False))
        by_card = _R.id.in_(cards)
        return or_(by_card, _D.phone.like(f"%{q}")) if len(q) >= _FEWEST_DIGITS else by_card
    plain = normal(q)
    ways: list[ColumnElement[bool]] = [_plain(_D.name, q)]
    if plain.isascii() and plain:
        ways.append(func.search_initials_all(_D.name).like(f"{plain}%"))
    return or_(*ways)


def _plain(column: ColumnElement[Any], q: str) -> ColumnElement[bool]:
    return containing(func.search_normal(column), normal(q)) if normal(q) else containing(column, q)
