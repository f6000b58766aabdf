"""Figures of a period, added up by the database by day, item, hour, room or class. Asked of a home, always SQLite."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Integer, Select, and_, bindparam, cast, func, or_, select

from db import tables as t
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


_CASES = {
    "day": _cases(_T.day),
    "item": _cases(_T.item),
    "hour": _cases(cast(func.strftime("%H", _T.made_at), Integer).label("hour")),
}
_STARS = (
    select(_T.stars, func.count().label("given"))
    .where(_T.day.between(bindparam("first"), bindparam("last")), _T.stars.is_not(None))
    .where(_T.deleted.is_(False))
    .group_by(_T.stars)
)
_IN_USE = or_(_B.state.in_(_CAME), _B.state == BookingState.APPROVED.value)


def _rooms(by: ColumnElement[Any]) -> Select[Any]:
    """The sums of domain.figures.RoomUse, but for the minutes that it is open."""
    sums = (
        func.count().label("requested"),
        _count(_B.state.in_(_BOOKED), "booked"),
        _count(_B.state.in_(_CAME), "used"),
        _count(_B.state == BookingState.NO_SHOW.value, "no_shows"),
        _count(_B.state == BookingState.CANCELLED.value, "cancelled"),
        _total(func.coalesce(_B.attended, _B.people), _B.state.in_(_CAME), "people"),
        _total(_B.end - _B.start, _IN_USE, "minutes"),
    )
    found = select(by, *sums).where(_B.day.between(bindparam("first"), bindparam("last")))
    return found.where(_B.deleted.is_(False)).group_by(by)


_ROOMS = {"day": _rooms(_B.day), "room": _rooms(_B.room)}
_ALSO = select(_B.day, _B.also, (_B.end - _B.start).label("minutes")).where(
    _B.day.between(bindparam("first"), bindparam("last")), _B.deleted.is_(False), _IN_USE,
    func.json_array_length(_B.also) > 0,
)  # fmt: skip


_LETTER = func.upper(func.substr(_C.class_number, 1, 1)).label("letter")


def _loans(moment: ColumnElement[Any], by: str, *sums: ColumnElement[Any]) -> Select[Any]:
    """By day, or by the first letter of the class."""
    found = select(func.date(moment).label("day"), *sums) if by == "day" else select(_LETTER, *sums)
    if by == "letter":
        found = found.select_from(t.loans).outerjoin(t.titles, _C.id == _L.title)
    within = moment >= bindparam("start"), moment < bindparam("end"), _L.deleted.is_(False)
    return found.where(*within).group_by(by)


_LENT_SUMS = func.count().label("lent"), func.sum(_L.renewals).label("renewed")
_BACK_SUMS = func.count().label("returned"), _count(func.date(_L.returned_at) > _L.due, "late")
_LENT = {by: _loans(_L.lent_at, by, *_LENT_SUMS) for by in ("day", "letter")}
_BACK = {
    by: _loans(_L.returned_at, by, *_BACK_SUMS).where(_L.returned_at.is_not(None)) for by in ("day", "letter")
}


def cases(work: Work, by: str, first: date, last: date) -> list[AnyRow]:
    """`by`: day, item, or the hour in which the number was taken."""
    return work.all(_CASES[by], first=first, last=last)


def stars_given(work: Work, first: date, last: date) -> dict[int, int]:
    return {row.stars: row.given for row in work.all(_STARS, first=first, last=last)}


def rooms(work: Work, by: str, first: date, last: date) -> list[AnyRow]:
    """`by` day or room, the one that was asked for first; see `also_held`."""
    return work.all(_ROOMS[by], first=first, last=last)


def also_held(work: Work, first: date, last: date) -> list[AnyRow]:
    """`day` and `minutes` of each booking that holds further rooms: the list `also`."""
    return work.all(_ALSO, first=first, last=last)


def lent(work: Work, by: str, first: date, last: date) -> list[AnyRow]:
    """`by`: day (ISO text), or letter of the class."""
    return work.all(_LENT[by], **_moments(first, last))


def returned(work: Work, by: str, first: date, last: date) -> list[AnyRow]:
    """As `lent`."""
    return work.all(_BACK[by], **_moments(first, last))


_AUDIT = select(
    _O.id, _O.made_at, _O.decided_at, _O.actor, _O.kind, _O.status, _O.reason, _O.flags, _O.result, _O.told
)  # fmt: skip


def audited_count(work: Work, q: str, where: dict[str, str]) -> int:
    counted = _audited(q, where).with_only_columns(func.count(), maintain_column_froms=True)
    return int(work.connection.execute(counted).scalar_one())


def audited(
    work: Work, q: str, where: dict[str, str], offset: int, limit: int, *, oldest_first: bool = False
) -> list[AnyRow]:
    """`where`: first and last (days), actor (or `resident`, `terminal`, `hub`, `operator` for all of them), kind, status.
    The index holds what is filtered and sorted by: rows that are skipped are not read.
    """
    order = (_O.made_at, _O.revision)
    ordered = _audited(q, where).order_by(*(one if oldest_first else one.desc() for one in order))
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
