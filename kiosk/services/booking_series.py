"""The same use on several days: which dates can be had is told before, each that can becomes a booking of its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records
from kiosk.commands.booking_series import DateFailed, DateTold, RequestSeries, SeriesPreview, SeriesTold
from kiosk.domain.codes import code_hash
from kiosk.domain.notice import latest_day
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.recurrence import HORIZON, days_of
from kiosk.domain.states import BookingState
from kiosk.services.booking_parties import KnownParty
from kiosk.services.booking_rooms import judge_rooms, take_rooms
from kiosk.services.bookings import (
    NewBooking,
    judge_day,
    judge_rooms_for,
    judge_waiting,
    judge_who,
    keep,
    name_what_is_meant,
    rooms_wanted,
    uses,
)
from kiosk.services.house import booking_policy_of
from kiosk.services.registry import Asking, Completed, Drawer, Made, answers, completes, handles

_ALL = HORIZON.days + 1


@dataclass(frozen=True, slots=True)
class _Asked:
    """A series as it stands: who asks for which rooms."""

    wish: RequestSeries
    rooms: Sequence[AnyRow]
    party: KnownParty


@completes(RequestSeries)
def complete_series(work: Work, wish: RequestSeries, made: Made, drawer: Drawer) -> Completed | Refused:
    """What is told of each date stands in the command. Numbers are drawn for those that can be had."""
    named = name_what_is_meant(work, wish, made)
    if isinstance(named, Refused):
        return named
    assert isinstance(named, RequestSeries)
    days = days_wanted(work, named, made)
    asked = _ask(work, named, made, len(days)) if not isinstance(days, Refused) else days
    if isinstance(asked, Refused) or isinstance(days, Refused):
        return asked if isinstance(asked, Refused) else Refused.because(Reason.BAD_RULE)
    judged = {day: _judge(work, asked, day, made) for day in days}
    failed = tuple(_failed(day, why) for day, why in judged.items() if why is not None)
    if len(failed) == len(judged):
        return _none_of(failed)
    told = tuple(
        DateTold(date=day, number=drawer.booking_number()) for day, why in judged.items() if why is None
    )
    code = drawer.slip_code()
    said = SeriesTold(number=told[0].number, code_hash=code_hash(code), dates=told, failed=failed)
    return Completed(msgspec.structs.replace(named, told=said), {"code": code})


@handles(RequestSeries)
def request_series(work: Work, wish: RequestSeries, made: Made) -> Outcome:
    """Where a date that was told has been taken meanwhile, the desk hears of it."""
    assert wish.told is not None, "a completed request has its numbers"
    asked = _ask(work, wish, made, len(wish.told.dates))
    if isinstance(asked, Refused):
        return asked
    booked, lost = [], []
    for n, told in enumerate(wish.told.dates, 1):
        outcome = _book(work, asked, told, made.further_id(n), made)
        lost += [_failed(told.date, outcome)] if isinstance(outcome, Refused) else []
        booked += [outcome] if not isinstance(outcome, Refused) else []
    failed = (*wish.told.failed, *lost)
    if not booked:
        return _none_of(failed)
    made.flags += list(dict.fromkeys(one.reason for one in lost))
    number = {"number": wish.told.number}
    return Accepted({"series": made.id, "bookings": booked, "failed": _plain(failed)} | number)


@answers(SeriesPreview)
def preview(work: Work, question: SeriesPreview, asking: Asking) -> list[records.SeriesDate]:
    """As it would be told now to somebody whom nothing else stands against."""
    found_rooms = [work.book.find(t.rooms, room) for room in dict.fromkeys((question.room, *question.also))]
    rooms = [one for one in found_rooms if one is not None]
    if len(rooms) < len(found_rooms):
        return []
    row = rooms[0]
    now = Made("", asking.actor, asking.terminal, asking.now, asking.now, at_hub=False)
    limit = booking_policy_of(work.book, row.id).series_limit
    wanted = msgspec.structs.replace(question, room=row.id)
    days = days_wanted(work, wanted, now)
    if isinstance(days, Refused) and days.reason is Reason.LIMIT_REACHED:
        days = days_wanted(work, wanted, now, _ALL)
    if isinstance(days, Refused):
        return []
    judged = {day: judge_day(work, rooms, question, day, now) for day in days[:limit]}
    found = {
        day: refused or judge_rooms(work, uses(rooms, question, day), asking.now)[0]
        for day, refused in judged.items()
    }
    told = [
        records.SeriesDate(date=day, reason=why.reason.value if why else None) for day, why in found.items()
    ]
    return told + [records.SeriesDate(date=day, reason=Reason.LIMIT_REACHED.value) for day in days[limit:]]


def days_wanted(
    work: Work, wish: RequestSeries | SeriesPreview, made: Made, most: int | None = None
) -> tuple[date, ...] | Refused:
    """`most`: instead of as many as one request may have."""
    policy = booking_policy_of(work.book, wish.room)
    latest = latest_day(policy.notice, made.made_at)
    return days_of(wish.rule, wish.date, wish.start, latest, most or policy.series_limit)


def _ask(work: Work, wish: RequestSeries, made: Made, dates: int) -> _Asked | Refused:
    """What is the same for every date."""
    rooms = rooms_wanted(work, wish)
    if isinstance(rooms, Refused):
        return rooms
    limit = booking_policy_of(work.book, wish.room).series_limit
    refused = judge_rooms_for(rooms, wish)
    if refused is None and dates > limit:
        refused = Refused.because(Reason.LIMIT_REACHED, what="dates", limit=limit)
    if refused:
        return refused
    party = judge_who(work, rooms, wish, made, dates)
    return party if isinstance(party, Refused) else _Asked(wish, rooms, party)


def _judge(work: Work, asked: _Asked, day: date, made: Made) -> Refused | None:
    """Nothing is written: it may still be told."""
    refused = judge_day(work, asked.rooms, asked.wish, day, made)
    if refused:
        return refused
    taken, _ = judge_rooms(work, uses(asked.rooms, asked.wish, day), made.decided_at)
    return judge_waiting(work, asked.wish, asked.party, day, taken, made.decided_at)


def _book(work: Work, asked: _Asked, told: DateTold, key: str, made: Made) -> dict[str, Any] | Refused:
    assert asked.wish.told is not None
    refused = judge_day(work, asked.rooms, asked.wish, told.date, made)
    if refused:
        return refused
    wanted = uses(asked.rooms, asked.wish, told.date)
    taken = take_rooms(work, wanted, made.decided_at)
    refused = judge_waiting(work, asked.wish, asked.party, told.date, taken, made.decided_at)
    if refused:
        return refused
    new = NewBooking(key, told.number, asked.wish.told.code_hash, series=made.id, waits=taken is not None)
    keep(work, asked.wish, asked.party, wanted, new, made)
    waits = {"status": BookingState.WAITLISTED.value} if new.waits else {}
    return {"booking": key, "number": told.number, "date": told.date.isoformat()} | waits


def _failed(day: date, why: Refused) -> DateFailed:
    return DateFailed(date=day, reason=why.reason.value, detail=why.detail)


def _none_of(failed: Sequence[DateFailed]) -> Refused:
    """The first date's reason stands for all; the others are told beside it."""
    return Refused(Reason(failed[0].reason), failed[0].detail | {"failed": _plain(failed)})


def _plain(failed: Sequence[DateFailed]) -> list[dict[str, Any]]:
    return [{"date": one.date.isoformat(), "reason": one.reason, "detail": one.detail} for one in failed]
