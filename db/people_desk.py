"""Queries of the desk's people: searched, sorted, one after the other; who looked; organisations and their members."""

import unicodedata
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    bindparam,
    column,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    union_all,
)

from db import tables as t
from db.paging import Orders, containing, page
from db.work import AnyRow, Work
from kiosk.domain.search_keys import normal

_R, _D, _C, _O = t.residents.c, t.resident_details.c, t.cards.c, t.organisations.c
person_index = table(
    "person_index",
    *(column(name, String) for name in ("id", "plain", "initials", "phone", "born", "masked", "since")),
)
_I = person_index.c
_PEOPLE = select(_I.id)
_PEOPLE_ORDERS: Orders = {"name": (_I.masked,), "since": (_I.since,)}
# one walk over all and a sort of the few found, in place of a look at each in the order of an index
_FOUND_ORDERS: Orders = {
    name: (literal_column(f"+person_index.{own[0].name}"),) for name, own in _PEOPLE_ORDERS.items()
}
_SHOWN = (
    select(t.residents, _D.name, _D.phone, _D.birth_month)
    .outerjoin(t.resident_details, _D.id == _R.id)
    .where(_R.id.in_(bindparam("people", expanding=True)))
)
_GOOD_CARDS = (
    select(_C.resident, func.min(_C.number).label("number"))
    .where(_C.resident.in_(bindparam("people", expanding=True)), _C.blocked.is_(False), _C.deleted.is_(False))
    .group_by(_C.resident)
)
_CHILDREN = (
    select(t.residents, _D.phone)
    .outerjoin(t.resident_details, _D.id == _R.id)
    .where(_R.guardian == bindparam("resident"), _R.guardian.is_not(None), _R.deleted.is_(False))
)
_SAME_PHONE = select(_I.id).where(
    _I.phone == bindparam("phone"), _I.phone != "", _I.id != bindparam("resident")
)
_SAME_NAME = select(_I.id).where(
    _I.plain == bindparam("plain"),
    _I.born == bindparam("born"),
    _I.born != "",
    _I.id != bindparam("resident"),
)
_EMPTY: ColumnElement[str] = literal_column("''")  # not a parameter: the partial indexes are known by it
_A, _B = person_index.alias("one").c, person_index.alias("other").c
_WHICH = {
    "wishes": select(t.data_wishes.c.resident).where(
        literal_column("data_wishes.state = 'open'"), t.data_wishes.c.deleted.is_(False)
    ),
    "alike": union_all(
        select(_A.id).where(_A.phone == _B.phone, _A.phone != _EMPTY, _B.phone != _EMPTY, _A.id != _B.id),
        select(_A.id).where(
            _A.plain == _B.plain, _A.born == _B.born, _A.born != _EMPTY, _B.born != _EMPTY, _A.id != _B.id
        ),
    ),
}
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
_OPENED = [
    select(log.c.made_at)
    .where(
        log.c.kind == "open_person", log.c.subject == bindparam("resident"), log.c.subject.is_not(None),
        log.c.actor == bindparam("actor"), log.c.made_at >= bindparam("since"),
    )
    .order_by(latest.desc())
    .limit(1)
    for log, latest in ((t.outbox, t.outbox.c.n), (t.outcomes, t.outcomes.c.revision))
]  # fmt: skip
_BY_WHOM = select(t.outcomes.c.actor).where(t.outcomes.c.id == bindparam("command"))
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
_AFTER = ":"  # what comes after 9


def people(
    work: Work, q: str, which: str, sort: str, down: bool, offset: int, limit: int
) -> tuple[int, list[AnyRow]]:
    """With `name`, `phone`, `birth_month`, where this terminal holds them. `which`: wishes (for their data), alike."""
    wanted = [*([_named(q)] if q else []), *([_I.id.in_(_WHICH[which])] if which in _WHICH else [])]
    source, orders = (_PEOPLE.where(*wanted), _FOUND_ORDERS) if wanted else (_PEOPLE, _PEOPLE_ORDERS)
    total, found = page(work, source, orders, sort, down, offset, limit)
    return total, shown(work, [row.id for row in found])


def shown(work: Work, residents: Sequence[str]) -> list[AnyRow]:
    """Those who are there, in this order."""
    found = {row.id: row for row in work.connection.execute(_SHOWN, {"people": residents})}
    return [found[key] for key in residents if key in found]


def good_cards(work: Work, residents: list[str]) -> dict[str, str]:
    """Resident -> number; nobody without a good card is in it."""
    found = work.connection.execute(_GOOD_CARDS, {"people": residents})
    return {row.resident: row.number for row in found}


def children_of(work: Work, resident: str) -> list[AnyRow]:
    return work.all(_CHILDREN, resident=resident)


def alike(work: Work, resident: str, name: str, phone: str, birth_month: str) -> list[AnyRow]:
    """Who may be the same person: the same telephone, or the same name (in any script) and month of birth."""
    found = work.all(_SAME_PHONE.limit(5), phone=phone, resident=resident) if phone else []
    if name and birth_month:
        found += work.all(_SAME_NAME.limit(5), plain=normal(name), born=birth_month, resident=resident)
    return shown(work, list(dict.fromkeys(row.id for row in found)))


def people_with(q: str) -> Select[Any]:
    """The ids of those whose name holds this in any script and width, or whose initials begin so."""
    return select(_I.id).where(_in_name(q))


def looks_at(work: Work, resident: str) -> list[AnyRow]:
    """The latest first; `actor` is who opened the data."""
    return work.all(_LOOKS, resident=resident)


def has_opened(work: Work, resident: str, actor: str, since: datetime) -> bool:
    """Whether it is on record, here or at the hub, that this operator opened the data."""
    return any(work.one(one, resident=resident, actor=actor, since=since) is not None for one in _OPENED)


def actor_of(work: Work, command: str) -> str | None:
    """`operator:ID` of whoever sent this command, as long as the store remembers it."""
    row = work.one(_BY_WHOM, command=command)
    return row.actor if row is not None else None


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
    digits = unicodedata.normalize("NFKC", q).replace(" ", "").replace("-", "")
    if digits.isdigit() and digits.isascii():
        ways = [
            select(_C.resident).where(_C.number >= digits, _C.number < digits + _AFTER, _C.deleted.is_(False))
        ]
        if len(digits) >= _FEWEST_DIGITS:
            ways.append(select(_I.id).where(func.substr(_I.phone, -len(digits)) == digits))
        return _I.id.in_(union_all(*ways))
    return _in_name(q)


def _in_name(q: str) -> ColumnElement[bool]:
    plain = normal(q)
    if not plain:
        return literal(False)
    begins = func.substr(_I.initials, 1, len(plain)) == plain if plain.isascii() else literal(False)
    return or_(func.instr(_I.plain, plain) > 0, begins)


def _plain(column: ColumnElement[Any], q: str) -> ColumnElement[bool]:
    return containing(func.search_normal(column), normal(q)) if normal(q) else containing(column, q)
