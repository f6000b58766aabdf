"""Queries of the help desk: who waits, which number is whose, who was called last."""

from sqlalchemy import bindparam, case, select

from db import tables as t

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

ALL = (
    select(t.tickets, t.ticket_details.c.answers, t.ticket_details.c.phone, t.ticket_details.c.notes)
    .outerjoin(t.ticket_details, t.ticket_details.c.id == _T.id)
    .where(_LIVE)
    .order_by(_T.day, _T.made_at, _T.number, _T.id)
)

HELP_CALLS = select(t.help_calls).where(t.help_calls.c.deleted.is_(False)).order_by(t.help_calls.c.made_at)
