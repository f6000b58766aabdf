"""Queries of the help desk: who waits, which number is whose, who was called last."""

from sqlalchemy import bindparam, case, or_, select

from db import tables as t
from kiosk.domain.tickets import LIVE

_T, _E = t.tickets.c, t.ticket_events.c
_LIVE = _T.deleted.is_(False)

WAITING = (
    select(t.tickets)
    .where(_T.day == bindparam("day"), _T.state == "waiting", _LIVE)
    .order_by(_T.queued_at, _T.number, _T.id)
)
"""Those who wait on a day, the longest waiting first."""

BY_NUMBER = select(t.tickets).where(_T.number == bindparam("number"), _T.day == bindparam("day"), _LIVE)
BY_CODE = select(t.tickets).where(_T.code_hash == bindparam("code_hash"), _LIVE)

AT_COUNTER = select(_T.number).where(
    _T.day == bindparam("day"), _T.counter == bindparam("counter"), _T.state.in_(["called", "serving"]), _LIVE
)
"""Who is served at a counter just now."""

TAKEN_SINCE = select(_T.made_at).where(
    _T.day >= bindparam("day"),
    _T.terminal == bindparam("terminal"),
    _T.made_at > bindparam("since"),
    _T.made_at <= bindparam("now"),
    _LIVE,
)
"""When a terminal gave its latest numbers."""

LATEST_CALLS = (
    select(_T.priority)
    .join_from(t.ticket_events, t.tickets, _E.ticket == _T.id)
    .where(_E.what == "call", _E.at >= bindparam("since"), _E.at <= bindparam("now"), _E.deleted.is_(False))
    .order_by(_E.at.desc(), case((_E.revision == 0, 0), else_=1), _E.revision.desc())
    .limit(bindparam("most"))
)
"""Whether each of the latest calls had priority, the latest first; what no hub has stamped yet is newest."""

CALLED_LATELY = (
    select(t.tickets.c.number, t.tickets.c.counter)
    .join_from(t.ticket_events, t.tickets, _E.ticket == _T.id)
    .where(
        _E.what.in_(["call", "recall"]),
        _E.at >= bindparam("since"),
        _E.at <= bindparam("now"),
        _E.deleted.is_(False),
    )
    .order_by(_E.at.desc(), case((_E.revision == 0, 0), else_=1), _E.revision.desc())
    .limit(bindparam("most"))
)
"""The numbers that were called out, the latest first; one that was called twice is there twice."""

SERVED_LATELY = (
    select(_T.item, _T.started_at, _T.ended_at)
    .where(
        _T.day >= bindparam("since"),
        _T.day <= bindparam("today"),
        _T.state.in_(["resolved", "closed"]),
        _T.mode == "counter",
        _T.started_at.is_not(None),
        _T.ended_at.is_not(None),
        _T.paused_days == 0,
        _T.more_items.is_(None),
        _T.parent.is_(None),
        _LIVE,
    )
    .order_by(_T.day.desc(), _T.ended_at.desc(), _T.id)
    .limit(bindparam("most"))
)
"""What the counters did in one go, the latest day first."""

OPEN_PARTS = select(_T.id).where(
    _T.parent == bindparam("parent"), _T.parent.is_not(None), _T.state.in_(sorted(LIVE)), _LIVE
)

_V, _F = t.visits.c, t.attachments.c
PLANNED_VISITS = select(_V.id).where(
    _V.ticket == bindparam("ticket"), _V.state == "planned", _V.deleted.is_(False)
)
VISITS = select(t.visits).where(_V.deleted.is_(False)).order_by(_V.at, _V.id)
ATTACHED = select(t.attachments).where(_F.ticket == bindparam("ticket"), _F.deleted.is_(False))
ATTACHED_FOR = (
    select(_F.id)
    .join_from(t.attachments, t.tickets, _F.ticket == _T.id)
    .where(or_(_T.resident == bindparam("resident"), _T.on_behalf_of == bindparam("resident")))
    .where(_F.deleted.is_(False))
    .order_by(_F.at.desc(), _F.id)
    .limit(bindparam("most"))
)
ATTACHMENTS = select(t.attachments).where(_F.deleted.is_(False)).order_by(_F.at, _F.id)
COMPLAINTS = (
    select(t.complaints, _T.number, _T.item, _T.day, _T.resident, t.ticket_details.c.phone)
    .join_from(t.complaints, t.tickets, t.complaints.c.id == _T.id)
    .outerjoin(t.ticket_details, t.ticket_details.c.id == _T.id)
    .where(t.complaints.c.deleted.is_(False), _LIVE)
    .order_by(t.complaints.c.due, t.complaints.c.made_at, t.complaints.c.id)
)
EVENTS = (
    select(t.ticket_events, _T.number, _T.day)
    .join_from(t.ticket_events, t.tickets, _E.ticket == _T.id)
    .where(_E.deleted.is_(False), _LIVE)
    .order_by(_E.at, case((_E.revision == 0, 1), else_=0), _E.revision, _E.id)
)
ANY_DETAILS = select(t.ticket_details.c.id, t.ticket_details.c.deleted).where(
    t.ticket_details.c.id == bindparam("key")
)
"""Also those that were forgotten: their id is taken."""

_DETAILS = (t.ticket_details.c[name] for name in ("answers", "form_version", "phone", "notes"))
ALL = (
    select(t.tickets, *_DETAILS)
    .outerjoin(t.ticket_details, t.ticket_details.c.id == _T.id)
    .where(_LIVE)
    .order_by(_T.day, _T.made_at, _T.number, _T.id)
)

HELP_CALLS = select(t.help_calls).where(t.help_calls.c.deleted.is_(False)).order_by(t.help_calls.c.made_at)
