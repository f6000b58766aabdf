"""Queries about rooms in use, bookings, their parties and strikes; deciding about a booking scans nothing."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, or_, select

from db import tables as t
from db.work import Work

AnyRow = Row[Any]
STRIKE = "strike"

_o, _b, _d, _l, _g = t.occupations.c, t.bookings.c, t.booking_details.c, t.ledger.c, t.organisations.c

_IN_USE = (
    select(_o.id, _o.room, _o.day, _o.start, _o.end, _o.why, _o.title, _o.booking, _b.state, _b.expires_at)
    .outerjoin_from(t.occupations, t.bookings, _b.id == _o.booking)
    .where(_o.day.between(bindparam("first"), bindparam("last")), _o.live.is_(True), _o.deleted.is_(False))
)
_ALL_IN_USE = select(t.occupations).where(_o.deleted.is_(False)).order_by(_o.day, _o.room, _o.start)
_STRIKES = select(_l.subject, _l.made_at, _l.expires_at, _l.state).where(
    _l.kind == STRIKE, _l.deleted.is_(False)
)
_STRIKES_FOR = (
    select(t.ledger, _b.party, _b.number)
    .outerjoin(t.bookings, _b.id == _l.cause)
    .where(_l.kind == STRIKE, _l.deleted.is_(False))
    .order_by(_l.made_at, _l.id)
)
_STRIKE_OF = select(_l.id, _l.state).where(
    _l.subject == bindparam("subject"), _l.cause == bindparam("cause"), _l.kind == STRIKE
)
_OPEN_REQUESTS = select(func.count()).where(
    _b.party_key == bindparam("subject"),
    _b.state == "requested",
    _b.expires_at > bindparam("now"),
    _b.deleted.is_(False),
)
_BY_NUMBER = select(_b.id).where(_b.number == bindparam("number"), _b.deleted.is_(False)).limit(2)
_BY_CODE = select(_b.id).where(_b.code_hash == bindparam("code_hash"), _b.deleted.is_(False)).limit(1)
_ORGANISATIONS = select(t.organisations).where(_g.deleted.is_(False))
_ORGANISATIONS = _ORGANISATIONS.order_by(_g.verified.desc(), _g.name, _g.id)
_ORGANISATION = (
    select(_g.id, _g.name, _g.kind, _g.uscc)
    .where(or_(_g.uscc == bindparam("uscc"), _g.name == bindparam("name")), _g.deleted.is_(False))
    .order_by(_g.id)
)
_LISTED = (
    select(t.bookings, _d.party_name, _d.contact_name, _d.contact_phone, _d.purpose)
    .outerjoin(t.booking_details, _d.id == _b.id)
    .where(_b.deleted.is_(False))
    .order_by(_b.day, _b.start, _b.number)
)
_LISTED_BY: dict[str, Select[Any]] = {
    "id": _LISTED.where(_b.id == bindparam("id")),
    "number": _LISTED.where(_b.number == bindparam("number")),
    "date": _LISTED.where(_b.day == bindparam("date")),
    "status": _LISTED.where(_b.state.in_(bindparam("status", expanding=True))),
}


def in_use(work: Work, rooms: Iterable[str], first: date, last: date) -> list[AnyRow]:
    """Live occupations of these rooms (ids) from `first` to `last`, with the state of the booking they belong to."""
    named = _numbered(rooms)
    return work.all(_in_use(len(named)), **named, first=first, last=last)


@cache
def _in_use(count: int) -> Select[Any]:
    return _IN_USE.where(_one_of(_o.room, count))


def _numbered(keys: Iterable[str]) -> dict[str, str]:
    return {f"key{n}": key for n, key in enumerate(keys)}


def _one_of(column: ColumnElement[str], count: int) -> ColumnElement[bool]:
    """For so many keys: a list of any length would be written into the SQL anew for each request."""
    return column.in_([bindparam(f"key{n}") for n in range(count)])


def all_occupations(work: Work) -> list[AnyRow]:
    return work.all(_ALL_IN_USE)


def strikes_of(work: Work, subjects: Iterable[str]) -> list[AnyRow]:
    named = _numbered(subjects)
    return work.all(_strikes(len(named)), **named) if named else []


@cache
def _strikes(count: int) -> Select[Any]:
    return _STRIKES.where(_one_of(_l.subject, count))


def all_strikes(work: Work) -> list[AnyRow]:
    """Ledger rows with the party and number of the booking that caused them."""
    return work.all(_STRIKES_FOR)


def strike_for(work: Work, subject: str, cause: str) -> AnyRow | None:
    return work.one(_STRIKE_OF, subject=subject, cause=cause)


def count_open_requests(work: Work, subject: str, now: datetime) -> int:
    found = work.one(_OPEN_REQUESTS, subject=subject, now=now)
    return int(found[0]) if found else 0


def ids_by_number(work: Work, number: str) -> list[str]:
    """At most two."""
    return [row.id for row in work.all(_BY_NUMBER, number=number)]


def id_by_code(work: Work, code_hash: str) -> str | None:
    found = work.one(_BY_CODE, code_hash=code_hash)
    return found.id if found else None


def organisations_named(work: Work, name: str, uscc: str | None) -> list[AnyRow]:
    """Whoever has this credit code or exactly this name."""
    return work.all(_ORGANISATION, name=name, uscc=uscc)


def all_organisations(work: Work) -> list[AnyRow]:
    return work.all(_ORGANISATIONS)


def listed_bookings(work: Work, by: str | None = None, value: Any = None) -> list[AnyRow]:
    """Bookings with what is known of their people; `by`: id, number, date, or status with several."""
    return work.all(_LISTED_BY[by], **{by: value}) if by else work.all(_LISTED)
