"""Telling people what was decided: the lists for the desk, and what is noted of each line."""

from datetime import timedelta
from typing import Any

from db import inbox
from db import notices as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records
from kiosk.commands.notices import (
    NoticesOpened,
    NoticesToTell,
    OpenNotices,
    TellNotice,
    TryNotice,
    UntellNotice,
)
from kiosk.domain.names import mask_name, mask_phone
from kiosk.domain.notices import Notice, may_tell, read_notice_id
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.services.actors import reference_of
from kiosk.services.explanations import note_explained
from kiosk.services.notice_lines import Line, decisions, overdue, tomorrow
from kiosk.services.registry import Asking, Made, answers, handles

MOST = 300
AGAIN = timedelta(hours=1)
"""Whoever did not answer comes after the others for so long."""
UNKNOWN = Refused.because(Reason.UNKNOWN_NOTICE)
THINGS = {
    Notice.STRIKE: t.ledger, Notice.APPEAL_GRANTED: t.ledger, Notice.APPEAL_DISMISSED: t.ledger,
    Notice.MATERIALS: t.tickets, Notice.TICKET_DONE: t.tickets, Notice.CALL_BACK: t.tickets,
    Notice.COMPLAINT: t.tickets, Notice.CORRECTED: t.data_wishes, Notice.HOLD_READY: t.holds,
    Notice.OVERDUE: t.residents,
}  # fmt: skip
"""What a notice is about, where it is no booking."""


@handles(TellNotice)
def tell_notice(work: Work, wish: TellNotice, made: Made) -> Outcome:
    """Where two desks have told the same, the first one stands and nobody need hear of the second."""
    if refused := _judge(work, wish.notice, made):
        return refused
    row = work.row(t.told_notices, wish.notice)
    if row is not None and row.told_at is not None:
        return _accepted(wish.notice) if made.at_hub else Refused.because(Reason.ALREADY_DONE)
    _note(work, wish.notice, row, told_at=made.made_at, told_by=reference_of(made.actor))
    what, thing = read_notice_id(wish.notice) or (None, "")
    if what is Notice.REFUSED:
        note_explained(work, thing, made)
    return _accepted(wish.notice)


@handles(UntellNotice)
def untell_notice(work: Work, wish: UntellNotice, made: Made) -> Outcome:
    if refused := _judge(work, wish.notice, made):
        return refused
    row = work.row(t.told_notices, wish.notice)
    if row is None or row.told_at is None:
        return Refused.because(Reason.ALREADY_DONE)
    _note(work, wish.notice, row, told_at=None, told_by=None)
    return _accepted(wish.notice)


@handles(TryNotice)
def try_notice(work: Work, wish: TryNotice, made: Made) -> Outcome:
    if refused := _judge(work, wish.notice, made):
        return refused
    row = work.row(t.told_notices, wish.notice)
    latest = max(made.made_at, (row.tried_at if row is not None else None) or made.made_at)
    _note(work, wish.notice, row, tries=(row.tries if row is not None else 0) + 1, tried_at=latest)
    return _accepted(wish.notice)


@handles(OpenNotices)
def open_notices(work: Work, wish: OpenNotices, made: Made) -> Outcome:
    """Nothing is written but that it was done: the outcome says by whom, of what, when."""
    refused = next(filter(None, (_judge(work, notice, made) for notice in wish.notices)), None)
    return refused or Accepted({"notices": list(wish.notices)})


@answers(NoticesToTell)
def notices_to_tell(work: Work, question: NoticesToTell, asking: Asking) -> records.NoticeList:
    """Whoever may not tell anybody gets empty lists."""
    lists = _lists(work, asking) if asking.sees_persons else {}
    found = lists.get(question.show, [])[:MOST]
    return records.NoticeList(
        rows=tuple(_shown(line, row, asking) for line, row in found),
        counts={name: len(lines) for name, lines in lists.items()},
    )


@answers(NoticesOpened)
def notices_opened(work: Work, question: NoticesOpened, asking: Asking) -> list[records.OpenNotice]:
    """In the order in which they were asked for."""
    if not asking.sees_persons:
        return []
    lines = {line.id: line for line in _lines(work, asking)}
    found = (lines[key] for key in question.notices if key in lines)
    return [
        records.OpenNotice(
            id=line.id, what=line.what, who=line.who, phone=line.phone, detail=line.detail | line.private
        )
        for line in found
    ]


Noted = tuple[Line, AnyRow | None]


def _lists(work: Work, asking: Asking) -> dict[str, list[Noted]]:
    lines = _lines(work, asking)
    noted = rows.told(work, [line.id for line in lines])
    lists: dict[str, list[Noted]] = {name: [] for name in ("wait", "tomorrow", "overdue", "told")}
    for line in lines:
        row = noted.get(line.id)
        is_told = row is not None and row.told_at is not None
        lists["told" if is_told else _LISTS.get(line.what, "wait")].append((line, row))
    lists["told"].sort(key=lambda one: one[1].told_at, reverse=True)  # type: ignore[union-attr]
    lists["wait"].sort(key=lambda one: (_waits(one[1], asking), one[0].since))
    return lists


_LISTS = {Notice.TOMORROW: "tomorrow", Notice.OVERDUE: "overdue"}


def _lines(work: Work, asking: Asking) -> list[Line]:
    role = asking.actor.role
    found = (*decisions(work, asking.now), *tomorrow(work, asking.now), *overdue(work, asking.now.date()))
    return [line for line in found if may_tell(role, line.what)]


def _waits(row: AnyRow | None, asking: Asking) -> bool:
    return row is not None and row.tried_at is not None and asking.now < row.tried_at + AGAIN


def _shown(line: Line, row: AnyRow | None, asking: Asking) -> records.NoticeLine:
    return records.NoticeLine(
        id=line.id, what=line.what, who=mask_name(line.who) if line.who else "",
        phone=mask_phone(line.phone) if line.phone else "", detail=line.detail, since=line.since,
        tries=row.tries if row is not None else 0, tried_at=row.tried_at if row is not None else None,
        told_at=row.told_at if row is not None else None, pending=asking.is_pending("told_notices", line.id),
    )  # fmt: skip


def _judge(work: Work, notice: str, made: Made) -> Refused | None:
    """There is such a thing, and it is this operator's to tell."""
    found = read_notice_id(notice)
    if found is None:
        return UNKNOWN
    what, thing = found
    if not may_tell(made.actor.role, what):
        return Refused.because(Reason.NOT_ALLOWED, role=made.actor.role.value)
    known = (
        inbox.outcome(work, thing)
        if what is Notice.REFUSED
        else work.row(THINGS.get(what, t.bookings), thing)
    )
    return None if known is not None else UNKNOWN


def _note(work: Work, notice: str, row: AnyRow | None, **values: Any) -> None:
    if row is None:
        work.add(t.told_notices, notice, **values)
    else:
        work.change(t.told_notices, notice, **values)


def _accepted(notice: str) -> Accepted:
    return Accepted({"notice": notice})
