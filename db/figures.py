"""Figures of a period, added up by the database: one row per day and item, room or class. Asked of a home, always SQLite."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, cast, func, or_, select

from db import tables as t
from db.paging import page
from db.work import AnyRow, Work
from kiosk.domain.states import BookingState, TicketState

_T, _B, _L, _C, _O = t.tickets.c, t.bookings.c, t.loans.c, t.titles.c, t.outcomes.c
_DONE = (TicketState.RESOLVED.value, TicketState.CLOSED.value)
_CAME = (BookingState.CHECKED_IN.value, BookingState.COMPLETED.value)
_BOOKED = (*_CAME, BookingState.APPROVED.value, BookingState.NO_SHOW.value)
_MINUTES_A_DAY = 1440


def _count(condition: ColumnElement[bool], name: str) -> ColumnElement[int]:
    return func.count().filter(condition).label(name)


def _total(value: ColumnElement[Any], condition: ColumnElement[bool], name: str) -> ColumnElement[Any]:
    return func.coalesce(func.sum(value).filter(condition), 0).label(name)


def _minutes(start: ColumnElement[Any], end: ColumnElement[Any]) -> ColumnElement[Any]:
    return (func.julianday(end) - func.julianday(start)) * _MINUTES_A_DAY


def _cases(*by: ColumnElement[Any]) -> Select[Any]:
    """The sums of domain.figures.Cases."""
    waited = and_(_T.queued_at.is_not(None), _T.called_at >= _T.queued_at)
    served = and_(_T.state.in_(_DONE), _T.ended_at >= _T.started_at)
    sums = (
        func.count().label("taken"),
        _count(_T.state.in_(_DONE), "done"),
        _count(_T.state == TicketState.NO_SHOW.value, "missed"),
        _count(_T.state == TicketState.LEFT.value, "left"),
        _count(waited, "waits"),
        _total(_minutes(_T.queued_at, _T.called_at), waited, "wait_minutes"),
        _count(served, "served"),
        _total(_minutes(_T.started_at, _T.ended_at), served, "serve_minutes"),
        _count(_T.stars.is_not(None), "rated"),
        func.coalesce(func.sum(_T.stars), 0).label("stars"),
    )
    found = select(*by, *sums).where(_T.day.between(bindparam("first"), bindparam("last")))
    return found.where(_T.deleted.is_(False)).group_by(*by)


_CASES = _cases(_T.day, _T.item)
_CASES_BY_HOUR = _cases(cast(func.strftime("%H", _T.made_at), Integer).label("hour"))
_STARS = (
    select(_T.stars, func.count().label("count"))
    .where(_T.day.between(bindparam("first"), bindparam("last")), _T.stars.is_not(None))
    .where(_T.deleted.is_(False))
    .group_by(_T.stars)
)
_IN_USE = or_(_B.state.in_(_CAME), _B.state == BookingState.APPROVED.value)
_ROOMS = (
    select(
        _B.day,
        _B.room,
        func.count().label("requested"),
        _count(_B.state.in_(_BOOKED), "booked"),
        _count(_B.state.in_(_CAME), "used"),
        _count(_B.state == BookingState.NO_SHOW.value, "no_shows"),
        _count(_B.state == BookingState.CANCELLED.value, "cancelled"),
        _total(func.coalesce(_B.attended, _B.people), _B.state.in_(_CAME), "people"),
        _total(_B.end - _B.start, _IN_USE, "minutes"),
    )
    .where(_B.day.between(bindparam("first"), bindparam("last")), _B.deleted.is_(False))
    .group_by(_B.day, _B.room)
)
_ALSO = select(_B.day, _B.also, (_B.end - _B.start).label("minutes")).where(
    _B.day.between(bindparam("first"), bindparam("last")), _B.deleted.is_(False), _IN_USE,
    func.json_array_length(_B.also) > 0,
)  # fmt: skip


def _loans(moment: ColumnElement[Any], *sums: ColumnElement[Any]) -> Select[Any]:
    """By day and the first letter of the class."""
    day = func.date(moment).label("day")
    letter = func.upper(func.substr(_C.class_number, 1, 1)).label("letter")
    found = select(day, letter, *sums).select_from(t.loans).outerjoin(t.titles, _C.id == _L.title)
    within = moment >= bindparam("start"), moment < bindparam("end"), _L.deleted.is_(False)
    return found.where(*within).group_by(day, letter)


_LENT = _loans(_L.lent_at, func.count().label("lent"), func.sum(_L.renewals).label("renewed"))
_RETURNED = _loans(
    _L.returned_at, func.count().label("returned"), _count(func.date(_L.returned_at) > _L.due, "late")
)


def cases_by_day_and_item(work: Work, first: date, last: date) -> list[AnyRow]:
    return work.all(_CASES, first=first, last=last)


def cases_by_hour(work: Work, first: date, last: date) -> list[AnyRow]:
    """The hour in which the number was taken."""
    return work.all(_CASES_BY_HOUR, first=first, last=last)


def stars_given(work: Work, first: date, last: date) -> dict[int, int]:
    return {row.stars: int(row._mapping["count"]) for row in work.all(_STARS, first=first, last=last)}


def rooms_by_day(work: Work, first: date, last: date) -> list[AnyRow]:
    """By the room that was asked for first; see `also_by_day`."""
    return work.all(_ROOMS, first=first, last=last)


def also_by_day(work: Work, first: date, last: date) -> list[AnyRow]:
    """`minutes` of each booking that holds further rooms: the list `also`."""
    return work.all(_ALSO, first=first, last=last)


def lent_by_day(work: Work, first: date, last: date) -> list[AnyRow]:
    """`day` is ISO text."""
    return work.all(_LENT, **_moments(first, last))


def returned_by_day(work: Work, first: date, last: date) -> list[AnyRow]:
    """`day` is ISO text."""
    return work.all(_RETURNED, **_moments(first, last))


_AUDIT_ORDERS = {"made_at": (_O.made_at, _O.revision)}
_AUDIT = select(
    _O.id, _O.made_at, _O.decided_at, _O.actor, _O.kind, _O.status, _O.reason, _O.flags, _O.result, _O.told
)  # fmt: skip


def audit(
    work: Work, q: str, where: dict[str, str], down: bool, offset: int, limit: int
) -> tuple[int, list[AnyRow]]:
    """`where`: first and last (days), actor (or `resident`, `terminal`, `hub` for all of them), kind, status."""
    return page(work, _audited(q, where), _AUDIT_ORDERS, "made_at", down, offset, limit)


def audit_part(work: Work, q: str, where: dict[str, str], offset: int, limit: int) -> list[AnyRow]:
    """Newest first, without counting all."""
    ordered = _audited(q, where).order_by(_O.made_at.desc(), _O.revision.desc())
    return list(work.connection.execute(ordered.offset(offset).limit(limit)))


def _audited(q: str, where: dict[str, str]) -> Select[Any]:
    source = _AUDIT
    if first := where.get("first"):
        source = source.where(_O.made_at >= _midnight(date.fromisoformat(first)))
    if last := where.get("last"):
        source = source.where(_O.made_at < _midnight(date.fromisoformat(last) + timedelta(days=1)))
    if actor := where.get("actor"):
        exact = _O.actor == actor
        source = source.where(exact if ":" in actor else _O.actor.between(f"{actor}:", f"{actor}:\uffff"))
    if kind := where.get("kind"):
        source = source.where(_O.kind == kind)
    if status := where.get("status"):
        source = source.where(_O.status == status)
    if q:
        numbered = (column["number"].as_string() == q for column in (_O.told, _O.result))
        source = source.where(or_(*numbered))
    return source


def _moments(first: date, last: date) -> dict[str, datetime]:
    return {"start": _midnight(first), "end": _midnight(last + timedelta(days=1))}


def _midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day)
