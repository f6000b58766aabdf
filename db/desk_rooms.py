"""Queries of the desk's rooms: a week, bookings searched and sorted, one booking's history, the ledger of strikes."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, Select, bindparam, exists, or_, select, union

from db import tables as t
from db.bookings import STRIKE
from db.paging import containing, page, page_of_ids, starting
from db.work import AnyRow, Work
from kiosk.domain.bookings import UNDECIDED
from kiosk.domain.states import AppealState, BookingState, StrikeState, Why

_B, _D, _O, _L, _U = (
    t.bookings.c,
    t.booking_details.c,
    t.occupations.c,
    t.ledger.c,
    t.outcomes.c,
)
_IN_A_ROOM = ("requested", "approved", "checked_in", "completed", "no_show")
_BETWEEN = (
    select(t.bookings, _D.party_name)
    .outerjoin(t.booking_details, _D.id == _B.id)
    .where(_B.day.between(bindparam("first"), bindparam("last")), _B.deleted.is_(False))
    .where(_B.state.in_(_IN_A_ROOM))
    .order_by(_B.day, _B.start)
)
_BLOCKS = select(t.occupations).where(
    _O.room.in_(bindparam("rooms", expanding=True)),
    _O.day.between(bindparam("first"), bindparam("last")),
    _O.why != Why.BOOKING.value,
    _O.live.is_(True),
    _O.deleted.is_(False),
)
_WAITING_FROM = (
    select(t.bookings, _D.party_name)
    .outerjoin(t.booking_details, _D.id == _B.id)
    .where(_B.day >= bindparam("today"), _B.state == BookingState.WAITLISTED.value, _B.deleted.is_(False))
    .where(_B.expires_at > bindparam("now"))
    .order_by(_B.made_at)
)
_WANTED_ON = (
    select(t.bookings, _D.party_name)
    .outerjoin(t.booking_details, _D.id == _B.id)
    .where(_B.day == bindparam("day"), _B.state.in_(["requested", "waitlisted", "approved"]))
    .where(_B.start < bindparam("until"), _B.end > bindparam("since"), _B.deleted.is_(False))
    .order_by(_B.made_at)
)
_ROWS = (
    select(t.bookings, _D.party_name, _D.contact_name, _D.contact_phone)
    .outerjoin(t.booking_details, _D.id == _B.id)
    .where(_B.id.in_(bindparam("ids", expanding=True)))
)
_IDS = select(_B.id).where(_B.deleted.is_(False))
"""Sorting and counting many is quick while nothing else is carried along."""
_ORDERS = {
    "day": (_B.day, _B.start, _B.number), "number": (_B.number,), "party": (_B.party, _B.day), "state": (_B.state, _B.day),
    "room": (_B.room, _B.day, _B.start),
}  # fmt: skip
_STRIKES = (
    select(t.ledger, _B.party, _B.number, _B.day, _B.room, _D.party_name, _D.appeal.label("said"), _D.appeal_answer)
    .outerjoin(t.bookings, _B.id == _L.cause)
    .outerjoin(t.booking_details, _D.id == _L.cause)
    .where(_L.kind == STRIKE, _L.deleted.is_(False))
)  # fmt: skip
_STRIKES_OF = _STRIKES.where(_L.subject == bindparam("subject")).order_by(_L.made_at.desc())
_STRIKE_ORDERS = {
    "made": (_L.made_at,),
    "expires": (_L.expires_at,),
    "party": (_B.party, _L.made_at),
    "state": (_L.state, _L.made_at),
}
_REVISION_OF = select(_U.revision, _U.actor, _U.made_at).where(_U.id == bindparam("key"))
_MOST_EVENTS = 20_000
"""How many commands after a request are looked through for what became of it."""
KINDS = (
    "approve_booking", "reject_booking", "cancel_booking", "move_booking", "release_booking", "check_in",
    "complete_booking", "no_show_booking", "expire_booking",
)  # fmt: skip
_AFTER = (
    select(_U.kind, _U.actor, _U.decided_at, _U.made_at, _U.result, _U.status)
    .where(_U.revision > bindparam("revision"))
    .order_by(_U.revision)
    .limit(_MOST_EVENTS)
    .subquery()
)
_HISTORY = select(_AFTER.c.kind, _AFTER.c.actor, _AFTER.c.made_at).where(
    _AFTER.c.kind.in_(KINDS),
    _AFTER.c.status == "accepted",
    _AFTER.c.result["booking"].as_string() == bindparam("booking"),
)
_FEWEST_DIGITS = 4
_FEW_DAYS = frozenset({"ahead", "today", "requested", "waitlisted"})


def booked_between(work: Work, first: date, last: date) -> list[AnyRow]:
    """Bookings that have, had or ask for a room, with `party_name`."""
    return work.all(_BETWEEN, first=first, last=last)


def blocked_between(work: Work, rooms: list[str], first: date, last: date) -> list[AnyRow]:
    """What block_room has taken."""
    return list(work.connection.execute(_BLOCKS, {"rooms": rooms, "first": first, "last": last}))


def waiting_from(work: Work, today: date, now: datetime) -> list[AnyRow]:
    """All waiting lists."""
    return work.all(_WAITING_FROM, today=today, now=now)


def wanted_on(work: Work, day: date, start: int, end: int) -> list[AnyRow]:
    """Requests, waiting ones and promises that touch this time, in any room."""
    return work.all(_WANTED_ON, day=day, since=start, until=end)


def bookings(
    work: Work, q: str, where: dict[str, str], today: date, sort: str, down: bool, offset: int, limit: int
) -> tuple[int, list[AnyRow]]:
    """`which`: ahead (from today on), today, requested, waitlisted, over; `room` is an id."""
    found = _filtered(_IDS, where, today)
    if q:
        few = where.get("which") in _FEW_DAYS
        found = found.where(_said_beside(q) if few else _B.id.in_(_said_anywhere(q)))
    paged = page_of_ids if q else page
    total, ids = paged(work, found, _ORDERS, sort, down, offset, limit)
    rows = {row.id: row for row in work.connection.execute(_ROWS, {"ids": [row.id for row in ids]})}
    return total, [rows[row.id] for row in ids]


def strikes(
    work: Work, q: str, which: str, now: datetime, sort: str, down: bool, offset: int, limit: int
) -> tuple[int, list[AnyRow]]:
    """`which`: counts, appealed, waived, expired."""
    source = _STRIKES
    if which == "counts":
        source = source.where(_L.state != StrikeState.WAIVED.value, _L.expires_at > now)
    elif which == "appealed":
        source = source.where(_L.appeal == AppealState.OPEN.value)
    elif which == "waived":
        source = source.where(_L.state == StrikeState.WAIVED.value)
    elif which == "expired":
        source = source.where(_L.state != StrikeState.WAIVED.value, _L.expires_at <= now)
    if q:
        source = source.where(
            or_(starting(_B.number, q.upper()), containing(_B.party, q), containing(_D.party_name, q))
        )
    return page(work, source, _STRIKE_ORDERS, sort, down, offset, limit)


def strikes_against(work: Work, subject: str | None) -> list[AnyRow]:
    """The newest first."""
    return work.all(_STRIKES_OF, subject=subject) if subject else []


def request_of(work: Work, command: str) -> AnyRow | None:
    """`revision`, `actor` and `made_at` of the command that asked for it, if it is still known."""
    return work.one(_REVISION_OF, key=command)


def history(work: Work, booking: str, revision: int) -> list[AnyRow]:
    """What was decided about a booking after its request, the oldest first."""
    return work.all(_HISTORY, booking=booking, revision=revision)


def _filtered(source: Select[Any], where: dict[str, str], today: date) -> Select[Any]:
    which = where.get("which")
    if which in {"ahead", "requested", "waitlisted"}:
        source = source.where(_B.day >= today)
    if which == "ahead":
        source = source.where(
            _B.state.in_(sorted(UNDECIDED | {BookingState.APPROVED, BookingState.CHECKED_IN}))
        )
    if which in {"requested", "waitlisted"}:
        source = source.where(_B.state == which)
    if which == "today":
        source = source.where(_B.day == today)
    if which == "over":
        source = source.where(_B.day < today)
    return source.where(_B.room == where["room"]) if where.get("room") else source


def _said_beside(q: str) -> ColumnElement[bool]:
    """For each of a few bookings: its number begins so, or it is of such people."""
    details = exists().where(_D.id == _B.id, _people(q))
    return or_(_numbered(q), containing(_B.party, q), details)


def _said_anywhere(q: str) -> CompoundSelect[Any]:
    """The ids of all such bookings, each way by itself: an OR over two tables would look at each pair."""
    return union(
        select(_B.id).where(_numbered(q)), select(_B.id).where(containing(_B.party, q)), select(_D.id).where(_people(q))
    )  # fmt: skip


def _numbered(q: str) -> ColumnElement[bool]:
    return _B.number.between(q.upper(), q.upper() + "\uffff")


def _people(q: str) -> ColumnElement[bool]:
    """A part of the party's or the contact's name, the end of a phone number."""
    ways = [containing(_D.party_name, q), containing(_D.contact_name, q)]
    if q.isdigit() and len(q) >= _FEWEST_DIGITS:
        ways.append(_D.contact_phone.like(f"%{q}"))
    return or_(*ways)
