"""Queries of whom to tell what: decisions of the last days with whom they concern, and who was told."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Select, and_, bindparam, func, or_, select, text

from db import tables as t
from db.bookings import STRIKE
from db.store import among
from db.work import AnyRow, Work
from kiosk.domain.states import LoanState, TicketState
from kiosk.domain.tickets import LIVE

_o, _b, _d, _l, _t, _a = (
    t.outcomes.c, t.bookings.c, t.booking_details.c, t.ledger.c, t.tickets.c, t.ticket_details.c
)  # fmt: skip
_h, _n, _c, _w = t.holds.c, t.loans.c, t.complaints.c, t.data_wishes.c
_r, _p = t.residents.c, t.resident_details.c
_guardian = t.resident_details.alias("guardian_details")
_PERSON = (
    _p.name.label("own_name"), _p.phone.label("own_phone"), _guardian.c.name.label("guardian_name"),
    _guardian.c.phone.label("guardian_phone"), _r.erased,
)  # fmt: skip


def _of(statement: Select[Any], resident: Any) -> Select[Any]:
    """With the name and phone of a resident, and of whoever answers for a child."""
    return (
        statement.outerjoin(t.residents, _r.id == resident)
        .outerjoin(t.resident_details, _p.id == resident)
        .outerjoin(_guardian, _guardian.c.id == _r.guardian)
    )


_DECIDED = (
    select(_o.id, _o.kind, _o.actor, _o.result, _o.decided_at)
    .where(text(t.TO_TELL))
    .where(_o.decided_at >= bindparam("since"))
    .order_by(_o.revision)
)
_BOOKINGS = _of(
    select(t.bookings, _d.party_name, _d.contact_name, _d.contact_phone, *_PERSON).outerjoin(
        t.booking_details, _d.id == _b.id
    ),
    _b.resident,
)
_BOOKED = _BOOKINGS.where(_b.day == bindparam("day"), _b.state == "approved", _b.deleted.is_(False))
_BOOKED = _BOOKED.order_by(_b.start, _b.number)
_STRUCK = _of(
    select(
        _l.id.label("strike"), _l.note, _l.state.label("strike_state"), _l.appeal.label("appealed"),
        _l.made_at.label("struck_at"), _l.settled_at, t.bookings, _d.party_name, _d.contact_name, _d.contact_phone,
        _d.appeal_answer, *_PERSON,
    )
    .join(t.bookings, _b.id == _l.cause)
    .outerjoin(t.booking_details, _d.id == _b.id),
    _b.resident,
).where(
    _l.kind == STRIKE, _l.deleted.is_(False),
    or_(_l.made_at >= bindparam("since"), _l.settled_at >= bindparam("since")),
)  # fmt: skip
_TICKETS = _of(
    select(t.tickets, _a.phone, _a.notes, *_PERSON).outerjoin(t.ticket_details, _a.id == _t.id), _t.resident
).where(_t.day >= bindparam("since"), _t.deleted.is_(False))
_AWAY = _TICKETS.where(
    or_(
        _t.state == TicketState.AWAITING_MATERIALS.value,
        and_(_t.mode == "callback", _t.state.in_(sorted(LIVE))),
        and_(
            _t.state == TicketState.RESOLVED.value,
            _t.ended_at >= bindparam("lately"),
            or_(_t.mode != "counter", func.date(_t.ended_at) > _t.day),
        ),
    )
).order_by(_t.day, _t.number)
_COMPLAINTS = _of(
    select(_c.due.label("call_by"), _c.stars.label("low"), _c.made_at.label("rated"), t.tickets, _a.phone, *_PERSON)
    .join(t.tickets, _t.id == _c.id)
    .outerjoin(t.ticket_details, _a.id == _t.id),
    _t.resident,
).where(_c.state == "call_back", _c.deleted.is_(False))  # fmt: skip
_CORRECTED = _of(select(t.data_wishes, *_PERSON), _w.resident).where(
    _w.kind == "correction", _w.state == "done", _w.closed_at >= bindparam("since"), _w.deleted.is_(False)
)
_READY = _of(
    select(t.holds, t.titles.c.title.label("book"), *_PERSON).outerjoin(t.titles, t.titles.c.id == _h.title),
    _h.resident,
).where(text("holds.state = 'ready'"), _h.ready_until >= bindparam("today"), _h.deleted.is_(False))
_OVERDUE = (
    _of(
        select(_n.resident, _n.due, t.titles.c.title.label("book"), *_PERSON).outerjoin(
            t.titles, t.titles.c.id == _n.title
        ),
        _n.resident,
    )
    .where(_n.due < bindparam("today"), _n.state == LoanState.OPEN.value, _n.resident.is_not(None))
    .where(text("loans.returned_at IS NULL"), _n.deleted.is_(False))
    .order_by(_n.due, _n.id)
)


def decided(work: Work, since: datetime) -> list[AnyRow]:
    """Outcomes of bookings that were decided since, in the order in which they were."""
    return work.all(_DECIDED, since=since)


def bookings(work: Work, keys: Sequence[str], numbers: Sequence[str]) -> list[AnyRow]:
    """By id or by number, with whom they concern."""
    statement = _BOOKINGS.where(
        _b.deleted.is_(False),
        or_(_b.id.in_(bindparam("ids", expanding=True)), _b.number.in_(bindparam("numbers", expanding=True))),
    )
    return list(work.connection.execute(statement, {"ids": list(keys), "numbers": list(numbers)}))


def booked(work: Work, day: date) -> list[AnyRow]:
    """Approved for that day."""
    return work.all(_BOOKED, day=day)


def strikes(work: Work, since: datetime) -> list[AnyRow]:
    """Made or settled since, with the bookings that caused them."""
    return work.all(_STRUCK, since=since)


def tickets(work: Work, since: date, lately: datetime) -> list[AnyRow]:
    """Cases of people who are not at the counter: papers wanted, a call back wanted, done without them."""
    return work.all(_AWAY, since=since, lately=lately)


def complaints(work: Work) -> list[AnyRow]:
    """Low ratings that wait for a call."""
    return work.all(_COMPLAINTS)


def corrected(work: Work, since: datetime) -> list[AnyRow]:
    return work.all(_CORRECTED, since=since)


def ready(work: Work, today: date) -> list[AnyRow]:
    """Books on the hold shelf."""
    return work.all(_READY, today=today)


def overdue(work: Work, today: date) -> list[AnyRow]:
    """One row for each book, the longest overdue first."""
    return work.all(_OVERDUE, today=today)


def told(work: Work, keys: Sequence[str]) -> dict[str, AnyRow]:
    """What was noted of these notices."""
    statement, values = among(work.connection, t.told_notices, list(keys))
    return {row.id: row for row in work.connection.execute(statement, values) if not row.deleted}
