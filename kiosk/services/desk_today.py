"""The front desk's day: what waits for a decision, what is due, how busy it is, what went wrong."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta

from db import bookings as booking_rows
from db import desk as rows
from db import desk_rooms as room_rows
from db import inbox as inbox_rows
from db import tables as t
from db.home import TERMINALS
from db.work import AnyRow, Work
from kiosk.commands import records as r
from kiosk.commands.desk import DeskToday, RequestsToDecide
from kiosk.domain.bookings import is_overdue
from kiosk.domain.hours import open_intervals
from kiosk.domain.occupation import overlaps
from kiosk.domain.states import BookingState, PartyKind, StrikeState
from kiosk.services.booking_rooms import rooms_of
from kiosk.services.booking_strikes import strike_state
from kiosk.services.booking_views import is_pending, shown_state
from kiosk.services.booking_waitlist import near_rooms
from kiosk.services.house import booking_policy_of, calendar_of, staffed_hours_of
from kiosk.services.registry import Asking, answers

WEEKS = 4
_LONGEST_CALL = timedelta(hours=2)
"""Nobody still stands at a kiosk for whom nobody came in that time."""


@answers(RequestsToDecide)
def requests_to_decide(work: Work, question: RequestsToDecide, asking: Asking) -> list[r.ToDecide]:
    waiting = room_rows.waiting_from(work, asking.now.date(), asking.now)
    return [_to_decide(work, row, waiting, asking) for row in _requested(work, asking)]


@answers(DeskToday)
def desk_today(work: Work, question: DeskToday, asking: Asking) -> r.DeskToday:
    today = asking.now.date()
    return r.DeskToday(
        due=_due(work, today, asking.now),
        hours=_hours(work, today),
        rooms=_rooms(work, today),
        help_calls=tuple(_help_calls(work, asking.now)),
        to_decide=len(_requested(work, asking)),
        unexplained=len(inbox_rows.unexplained(work)),
        official=calendar_of(work.book).is_official((today + timedelta(days=30)).year),
    )


def _requested(work: Work, asking: Asking) -> list[AnyRow]:
    found = rows.requested(work, asking.now.date())
    return [row for row in found if shown_state(row, asking) is BookingState.REQUESTED]


def _to_decide(work: Work, row: AnyRow, waiting: list[AnyRow], asking: Asking) -> r.ToDecide:
    room = work.book.get(t.rooms, row.room)
    strikes = booking_rows.strikes_of(work, [row.party_key])
    return r.ToDecide(
        booking=row.id,
        number=row.number,
        room=room.name if room else "",
        room_en=room.name_en if room else "",
        day=row.day,
        start=row.start,
        end=row.end,
        party=_party(row, asking),
        contact=(row.contact_name or "") if asking.sees_persons else "",
        people=row.people,
        purpose=(row.purpose or "") if asking.sees_persons else "",
        made_at=row.made_at,
        decide_by=row.decide_by,
        overdue=is_overdue(BookingState.REQUESTED, row.decide_by, asking.now),
        pending=is_pending(row, asking),
        unofficial=row.unofficial,
        strikes=sum(strike_state(one, asking.now) is StrikeState.COUNTS for one in strikes),
        repeated=row.series is not None,
        terminal=row.terminal,
        rivals=tuple(_rivals(work, row, waiting, asking)),
    )


def _party(row: AnyRow, asking: Asking) -> str:
    """A group's name is no secret; a person's is, even masked, from who may see no persons."""
    if not asking.sees_persons:
        return "" if row.party_kind == PartyKind.PERSON else str(row.party)
    return str(row.party_name or row.party)


def _rivals(work: Work, row: AnyRow, waiting: list[AnyRow], asking: Asking) -> Iterator[str]:
    near, span = near_rooms(work, rooms_of(row)), (row.start, row.end)
    for one in waiting:
        same = one.day == row.day and overlaps(span, (one.start, one.end))
        if same and not near.isdisjoint(rooms_of(one)):
            yield _party(one, asking)


def _due(work: Work, today: date, now: datetime) -> r.Due:
    days = rows.days_of_due_tickets(work, today)
    loans, late = rows.loans_due(work, today)
    expected = rows.expected_today(work, today)
    minute = now.hour * 60 + now.minute
    return r.Due(
        tickets=len(days),
        tickets_late=sum(day < today for day in days),
        loans=loans,
        loans_late=late,
        holds=rows.holds_ready(work),
        check_ins=len(expected),
        first=min((row.start for row in expected if row.end > minute), default=None),
    )


def _hours(work: Work, today: date) -> tuple[r.HourCount, ...]:
    """From the first to the last hour in which the counters are open or numbers were taken, none left out."""
    before = [today - timedelta(weeks=n) for n in range(1, WEEKS + 1)]
    found = rows.numbers_taken(work, [today, *before])
    now = Counter(row.made_at.hour for row in found if row.day == today)
    usual = Counter(row.made_at.hour for row in found if row.day != today)
    weeks = len({row.day for row in found if row.day != today}) or 1
    spans = open_intervals(staffed_hours_of(work.book, "counter"), today)
    staffed = {minute // 60 for start, end in spans for minute in range(start, end, 60)}
    seen = sorted(now.keys() | usual.keys() | staffed)
    return tuple(
        r.HourCount(hour=hour, count=now[hour], usual=usual[hour] / weeks)
        for hour in (range(seen[0], seen[-1] + 1) if seen else ())
    )


def _rooms(work: Work, today: date) -> tuple[r.RoomUse, ...]:
    used = rows.used_today(work, today)
    return tuple(_use(work, room, used) for room in work.book.all(t.rooms) if room.bookable)


def _use(work: Work, room: AnyRow, used: list[AnyRow]) -> r.RoomUse:
    slots = booking_policy_of(work.book, room.id).slots
    here = [row for row in used if row.room == room.id]
    taken = sum(any(row.start < end and start < row.end for row in here) for start, end in slots)
    return r.RoomUse(room=room.name, room_en=room.name_en, taken=taken, slots=len(slots))


def _help_calls(work: Work, now: datetime) -> list[r.HelpWanted]:
    found = rows.open_help_calls(work, now - _LONGEST_CALL)
    places = {row.id: row.place for row in work.all(TERMINALS)}
    return [
        r.HelpWanted(
            call=row.id,
            terminal=row.terminal,
            place=places.get(row.terminal, ""),
            page=row.page,
            made_at=row.made_at,
        )
        for row in found
    ]
