"""Who is to be told what: read from what was decided and from how things stand, so that no line can be lost or doubled."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Any

from db import inbox
from db import notices as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.domain.bookings import has_ended
from kiosk.domain.notices import Notice, notice_id
from kiosk.domain.states import AppealState, BookingState, Mode, OutcomeStatus, StrikeState, TicketState
from kiosk.domain.times import MIDNIGHT, at, clock_text
from kiosk.services.explanations import explained, resident_of

DAYS = timedelta(days=14)
"""A decision is told for so long after it was made; what was told is listed for so long."""
TICKET_DAYS = timedelta(days=90)
_DECISIONS = {
    "approve_booking": (Notice.APPROVED, {BookingState.APPROVED}),
    "reject_booking": (Notice.REJECTED, {BookingState.REJECTED}),
    "move_booking": (Notice.MOVED, {BookingState.APPROVED, BookingState.REQUESTED}),
    "cancel_booking": (Notice.CALLED_OFF, {BookingState.CANCELLED}),
    "expire_booking": (Notice.EXPIRED, {BookingState.EXPIRED}),
}
_MOVED_UP = (Notice.MOVED_UP, {BookingState.REQUESTED})


@dataclass(frozen=True, slots=True)
class Line:
    """`detail` fills the sentence and names nobody; `private` is read out only once the line was opened."""

    what: Notice
    thing: str
    who: str
    phone: str
    since: datetime
    detail: dict[str, Any]
    turn: str = ""
    private: dict[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return notice_id(self.what, self.thing, self.turn)


def decisions(work: Work, now: datetime) -> Iterator[Line]:
    yield from _of_bookings(work, now)
    yield from _of_strikes(work, now - DAYS)
    yield from _of_tickets(work, now)
    yield from _of_complaints(work)
    yield from _of_wishes(work, now - DAYS)
    yield from _of_holds(work, now.date())
    yield from _of_refused(work)


def tomorrow(work: Work, now: datetime) -> Iterator[Line]:
    """To remind them of."""
    day = now.date() + timedelta(days=1)
    for row in rows.booked(work, day):
        yield Line(
            Notice.TOMORROW,
            row.id,
            *_party(row),
            row.decided_at or row.made_at,
            _room(work, row),
            day.isoformat(),
        )


def overdue(work: Work, today: date) -> Iterator[Line]:
    """One call for all books of a reader; a further one that becomes overdue is a reason to call again."""
    found = sorted(rows.overdue(work, today), key=lambda row: row.resident)
    lines = [_overdue(work, key, list(books)) for key, books in groupby(found, lambda row: row.resident)]
    yield from sorted(lines, key=lambda line: line.since)


def _overdue(work: Work, resident: str, books: list[AnyRow]) -> Line:
    first, last = books[0], books[-1]
    several = {"count": len(books), "several": True} if len(books) > 1 else {}
    detail = _station(work) | several | {"title": first.book or "", "date": first.due.isoformat()}
    return Line(
        Notice.OVERDUE, resident, *_reader(first), at(first.due, MIDNIGHT), detail, last.due.isoformat()
    )


def _of_bookings(work: Work, now: datetime) -> Iterator[Line]:
    """The last word about each booking that is still ahead: what was said before it nobody needs to hear."""
    last: dict[str, AnyRow] = {}
    for outcome in rows.decided(work, now - DAYS):
        last |= dict.fromkeys(_concerned(outcome), outcome)
    keys = [key for key in last if len(key) > 20]
    numbers = [key for key in last if len(key) <= 20]
    found = rows.bookings(work, keys, numbers) if last else []
    for row in sorted(found, key=lambda row: row.number or ""):
        if not has_ended(now, row.day, row.end):
            latest = [last[key] for key in (row.id, row.number) if key in last]
            yield from _decided(work, row, max(latest, key=lambda one: one.decided_at))


def _concerned(outcome: AnyRow) -> Iterable[str]:
    """Bookings by id, and by number those that moved up. A series is told once, by its first."""
    said = outcome.result or {}
    own = said.get("booking") or next(iter(said.get("bookings", ())), None)
    return (*((own,) if own else ()), *said.get("moved_up", ()))


def _decided(work: Work, row: AnyRow, outcome: AnyRow) -> Iterator[Line]:
    """Nothing where it was their own wish, or where things have gone on since."""
    said = outcome.result or {}
    is_own = row.id == said.get("booking") or row.id in said.get("bookings", ())
    what, states = _DECISIONS.get(outcome.kind, (None, set[BookingState]())) if is_own else _MOVED_UP
    by_themselves = what is Notice.CALLED_OFF and not (outcome.actor or "").startswith("operator:")
    if what is None or by_themselves or row.state not in states:
        return
    count = len(said.get("bookings", ()))
    detail = _room(work, row) | ({"count": count, "several": True} if count > 1 else {})
    detail |= {"why": row.why} if what is Notice.REJECTED and row.why else {}
    yield Line(what, row.id, *_party(row), outcome.decided_at, detail, outcome.id[:8])


def _of_strikes(work: Work, since: datetime) -> Iterator[Line]:
    for row in rows.strikes(work, since):
        detail = _room(work, row) | {row.note: True}
        answer = {"why": row.appeal_answer} if row.appeal_answer else {}
        settled = _APPEALS.get(row.appealed)
        if settled is not None and row.settled_at is not None:
            yield Line(settled, row.strike, *_party(row), row.settled_at, detail, private=answer)
        elif row.strike_state == StrikeState.COUNTS and not row.appealed:
            yield Line(Notice.STRIKE, row.strike, *_party(row), row.struck_at, detail)


_APPEALS = {
    AppealState.GRANTED: Notice.APPEAL_GRANTED,
    AppealState.DISMISSED: Notice.APPEAL_DISMISSED,
}


def _of_tickets(work: Work, now: datetime) -> Iterator[Line]:
    for row in rows.tickets(work, now.date() - TICKET_DAYS, now - DAYS):
        detail = _case(work, row)
        if row.state == TicketState.AWAITING_MATERIALS:
            since = row.paused_on or row.day
            note = {"note": row.notes[-1]["text"]} if row.notes else {}
            yield Line(Notice.MATERIALS, row.id, *_caller(row), at(since, 0), detail, since.isoformat(), note)
        elif row.state == TicketState.RESOLVED:
            turn = row.ended_at.date().isoformat()
            yield Line(Notice.TICKET_DONE, row.id, *_caller(row), row.ended_at, detail, turn)
        elif row.mode == Mode.CALLBACK:
            yield Line(Notice.CALL_BACK, row.id, *_caller(row), row.made_at, detail)


def _of_complaints(work: Work) -> Iterator[Line]:
    for row in rows.complaints(work):
        detail = _case(work, row) | {"stars": row.low, "by": row.call_by and row.call_by.isoformat()}
        yield Line(Notice.COMPLAINT, row.id, *_caller(row), row.rated, detail)


def _of_wishes(work: Work, since: datetime) -> Iterator[Line]:
    """Whoever was erased has no phone left to be told by."""
    for row in rows.corrected(work, since):
        if not row.erased:
            yield Line(Notice.CORRECTED, row.id, *_reader(row), row.closed_at, _station(work))


def _of_holds(work: Work, today: date) -> Iterator[Line]:
    for row in rows.ready(work, today):
        until = row.ready_until.isoformat()
        detail = _station(work) | {"title": row.book or "", "date": until}
        yield Line(Notice.HOLD_READY, row.id, *_reader(row), row.made_at, detail, until)


def _of_refused(work: Work) -> Iterator[Line]:
    """Wishes of residents that the hub refused when nobody stood there; whoever comes by card or slip hears it at once."""
    for row in inbox.unexplained(work):
        whose = resident_of(row)
        if row.status == OutcomeStatus.REFUSED and whose is not None:
            about = explained(work, row)
            why = {"reason": row.reason, "reason_detail": row.detail or {}, "kind": row.kind}
            named = {"about": about.about, "about_en": about.about_en} if about.about else {}
            detail = _station(work) | why | named | {"date": row.made_at.date().isoformat()}
            yield Line(Notice.REFUSED, row.id, *_resident(work, whose), row.decided_at, detail)


def _resident(work: Work, key: str) -> tuple[str, str]:
    details = work.row(t.resident_details, key)
    return (details.name, details.phone or "") if details is not None else ("", "")


def _party(row: AnyRow) -> tuple[str, str]:
    name, phone = _reader(row)
    return row.contact_name or name or row.party_name or row.party or "", row.contact_phone or phone


def _caller(row: AnyRow) -> tuple[str, str]:
    name, phone = _reader(row)
    return name, row.phone or phone


def _reader(row: AnyRow) -> tuple[str, str]:
    """A child's guardian where the child has no phone."""
    if not row.own_phone and row.guardian_phone:
        return row.guardian_name or row.own_name or "", row.guardian_phone
    return row.own_name or "", row.own_phone or ""


def _room(work: Work, row: AnyRow) -> dict[str, Any]:
    room = work.book.get(t.rooms, row.room)
    named = {"room": room.name, "room_en": room.name_en} if room is not None else {}
    time = f"{clock_text(row.start)}-{clock_text(row.end)}"
    return _station(work) | named | {"number": row.number, "date": row.day.isoformat(), "time": time}


def _case(work: Work, row: AnyRow) -> dict[str, Any]:
    item = work.book.get(t.items, row.item)
    named = {"item": item.name, "item_en": item.name_en} if item is not None else {}
    return _station(work) | named | {"number": row.number}


def _station(work: Work) -> dict[str, Any]:
    station = work.book.station
    return {"station": station.short_name or station.name, "station_en": station.name_en}
