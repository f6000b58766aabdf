"""Queries about rooms in use, bookings, their parties and strikes; deciding about a booking scans nothing."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, func, or_, select

from db import tables as t
from db.work import Work
from kiosk.domain.bookings import HOLDS_ROOM, UNDECIDED

AnyRow = Row[Any]
STRIKE, SUSPENSION = "strike", "suspension"

_o, _b, _d, _l, _g = t.occupations.c, t.bookings.c, t.booking_details.c, t.ledger.c, t.organisations.c
_n = t.organisation_names.c

_IN_USE = (
    select(_o.id, _o.room, _o.day, _o.start, _o.end, _o.why, _o.title, _o.booking, _b.state, _b.expires_at)
    .outerjoin_from(t.occupations, t.bookings, _b.id == _o.booking)
    .where(_o.day.between(bindparam("first"), bindparam("last")), _o.live.is_(True), _o.deleted.is_(False))
)
_ALL_IN_USE = select(t.occupations).where(_o.deleted.is_(False)).order_by(_o.day, _o.room, _o.start)
_STRIKES = select(_l.subject, _l.made_at, _l.expires_at, _l.state).where(
    _l.kind == STRIKE, _l.deleted.is_(False)
)
_SUSPENSIONS = (
    select(t.ledger).where(_l.kind == SUSPENSION, _l.deleted.is_(False)).order_by(_l.made_at, _l.id)
)
_STRIKES_FOR = (
    select(t.ledger, _b.party, _b.number)
    .outerjoin(t.bookings, _b.id == _l.cause)
    .where(_l.kind == STRIKE, _l.deleted.is_(False))
    .order_by(_l.made_at, _l.id)
)
_OPEN_REQUESTS = select(func.count()).where(
    _b.party_key == bindparam("subject"),
    _b.state == "requested",
    _b.expires_at > bindparam("now"),
    _b.deleted.is_(False),
)
_BY_NUMBER = select(_b.id).where(_b.number == bindparam("number"), _b.deleted.is_(False)).limit(2)
_BY_CODE = select(_b.id, _b.day, _b.start, _b.state).where(
    _b.code_hash == bindparam("code_hash"), _b.deleted.is_(False)
)
_BY_CODE = _BY_CODE.order_by(_b.day, _b.start, _b.id)
_OF_DAY_FOR = (
    select(t.bookings)
    .where(_b.day == bindparam("day"), _b.deleted.is_(False))
    .where(
        or_(
            _b.resident == bindparam("resident"),
            _b.organisation.in_(bindparam("organisations", expanding=True)),
        )
    )
    .order_by(_b.start, _b.id)
)
_WAITING = (
    select(t.bookings)
    .where(_b.day == bindparam("day"), _b.state == "waitlisted", _b.expires_at > bindparam("now"))
    .where(_b.deleted.is_(False))
    .order_by(_b.made_at, _b.id)
)
_OF_SERIES = select(t.bookings).where(_b.series == bindparam("series"), _b.deleted.is_(False))
_OF_SERIES = _OF_SERIES.order_by(_b.day, _b.id)
_IN_THE_WAY = (
    select(_b.number, _b.state, _o.start, _o.end)
    .join_from(t.occupations, t.bookings, _b.id == _o.booking)
    .where(_o.day == bindparam("day"), _o.live.is_(True), _o.deleted.is_(False))
    .where(_o.start < bindparam("until"), _o.end > bindparam("since"))
    .order_by(_o.start, _b.number)
)
_AHEAD = select(t.bookings).where(
    _b.day >= bindparam("today"), _b.state.in_(sorted(HOLDS_ROOM | UNDECIDED)), _b.deleted.is_(False)
)
_AHEAD = _AHEAD.order_by(_b.day, _b.start, _b.number)
_AHEAD_OF = _AHEAD.where(_b.organisation == bindparam("organisation"))
_STRIKES_ON = select(_l.id).where(_l.cause == bindparam("cause"), _l.kind == STRIKE, _l.deleted.is_(False))
_STRIKES_OF_RESIDENT = (
    select(t.ledger, _b.number, _b.room, _b.day, _b.start, _b.end, _b.party)
    .outerjoin(t.bookings, _b.id == _l.cause)
    .where(or_(_l.subject == bindparam("subject"), _b.resident == bindparam("resident")))
    .where(_l.kind == STRIKE, _l.deleted.is_(False))
    .order_by(_l.made_at.desc(), _l.id)
)
_NAMES_OF = select(_n.name).where(_n.organisation == bindparam("organisation"), _n.deleted.is_(False))
_ORGANISATIONS = select(t.organisations).where(_g.deleted.is_(False))
_ORGANISATIONS = _ORGANISATIONS.order_by(_g.verified.desc(), _g.name, _g.id)
_ONCE_CALLED = select(_n.organisation).where(_n.name == bindparam("name"), _n.deleted.is_(False))
_ORGANISATION = (
    select(_g.id, _g.name, _g.kind, _g.uscc, _g.verified)
    .where(or_(_g.uscc == bindparam("uscc"), _g.name == bindparam("name"), _g.id.in_(_ONCE_CALLED)))
    .where(_g.deleted.is_(False))
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


def suspensions_of(work: Work, organisations: Iterable[str]) -> list[AnyRow]:
    """Ledger rows whose `subject` is the organisation; ended and lifted ones, too, oldest first."""
    named = _numbered(organisations)
    return work.all(_suspensions(len(named)), **named) if named else []


@cache
def _suspensions(count: int) -> Select[Any]:
    return _SUSPENSIONS.where(_one_of(_l.subject, count))


def all_strikes(work: Work) -> list[AnyRow]:
    """Ledger rows with the party and number of the booking that caused them."""
    return work.all(_STRIKES_FOR)


def count_open_requests(work: Work, subject: str, now: datetime) -> int:
    found = work.one(_OPEN_REQUESTS, subject=subject, now=now)
    return int(found[0]) if found else 0


def ids_by_number(work: Work, number: str) -> list[str]:
    """At most two."""
    return [row.id for row in work.all(_BY_NUMBER, number=number)]


def with_code(work: Work, code_hash: str) -> list[AnyRow]:
    """The bookings that a slip is for, in the order of their days; more than one if they are a series."""
    return work.all(_BY_CODE, code_hash=code_hash)


def waiting_on(work: Work, day: date, now: datetime) -> list[AnyRow]:
    """The waiting list of a day, whoever asked first in front."""
    return work.all(_WAITING, day=day, now=now)


def of_day_for(work: Work, day: date, resident: str, organisations: list[str]) -> list[AnyRow]:
    """A resident's own and these organisations' (ids), the earliest first."""
    return work.all(_OF_DAY_FOR, day=day, resident=resident, organisations=organisations)


def of_series(work: Work, series: str) -> list[AnyRow]:
    return work.all(_OF_SERIES, series=series)


def in_the_way(work: Work, rooms: Iterable[str], day: date, start: int, end: int) -> list[AnyRow]:
    """Bookings that have something of these rooms (ids) in a time."""
    named = _numbered(rooms)
    return work.all(_in_the_way(len(named)), **named, day=day, since=start, until=end)


@cache
def _in_the_way(count: int) -> Select[Any]:
    return _IN_THE_WAY.where(_one_of(_o.room, count))


def still_ahead(work: Work, today: date) -> list[AnyRow]:
    """Bookings that are not over, from today on."""
    return work.all(_AHEAD, today=today)


def still_ahead_of(work: Work, organisation: str, today: date) -> list[AnyRow]:
    return work.all(_AHEAD_OF, organisation=organisation, today=today)


def strikes_on(work: Work, booking: str) -> list[str]:
    """At most one, by its id."""
    return [row.id for row in work.all(_STRIKES_ON, cause=booking)]


def strikes_that_concern(work: Work, resident: str) -> list[AnyRow]:
    """Of a resident, or for a booking that they asked for; with that booking, the newest first."""
    return work.all(_STRIKES_OF_RESIDENT, subject=f"resident:{resident}", resident=resident)


def organisations_named(work: Work, name: str, uscc: str | None) -> list[AnyRow]:
    """Whoever has this credit code or exactly this name, now or before."""
    return work.all(_ORGANISATION, name=name, uscc=uscc)


def former_names(work: Work, organisation: str) -> list[str]:
    return [row.name for row in work.all(_NAMES_OF, organisation=organisation)]


def all_organisations(work: Work) -> list[AnyRow]:
    return work.all(_ORGANISATIONS)


def listed_bookings(work: Work, by: str | None = None, value: Any = None) -> list[AnyRow]:
    """Bookings with what is known of their people; `by`: id, number, date, or status with several."""
    return work.all(_LISTED_BY[by], **{by: value}) if by else work.all(_LISTED)
