"""What else could be had: other times of the day, other rooms, other days."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import chain, islice, pairwise, zip_longest
from typing import Any

from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import bookings as ask
from kiosk.commands import records
from kiosk.commands.base import TimeOfDay
from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.bookings import judge_request
from kiosk.domain.hours import Interval
from kiosk.domain.notice import earliest_day
from kiosk.domain.occupation import Occupied, judge_free
from kiosk.domain.states import Why
from kiosk.domain.times import clock_text, minutes
from kiosk.services.booking_rooms import occupations_between
from kiosk.services.booking_views import last_day
from kiosk.services.house import booking_policy_of, calendar_of, parents_of, room_hours_of
from kiosk.services.registry import Asking, answers, lists

_DAY = timedelta(days=1)
Offers = Iterator[records.Alternative]


@answers(ask.AlternativesFor)
def alternatives(work: Work, wanted: ask.AlternativesFor, asking: Asking) -> list[records.Alternative]:
    """The nearest of each kind in turn, so that there is a choice."""
    row = work.book.find(t.rooms, wanted.room)
    if row is None:
        return []
    kinds = (
        _other_times(work, row, wanted, asking),
        _other_rooms(work, row, wanted, asking),
        _other_days(work, row, wanted, asking),
    )
    in_turn = chain.from_iterable(zip_longest(*kinds))
    return list(islice((offer for offer in in_turn if offer is not None), wanted.most))


@lists("alternatives")
def list_alternatives(work: Work, where: dict[str, str], asking: Asking) -> list[dict[str, Any]]:
    """With room, date, start and end (and people) in --where."""
    try:
        wanted = ask.AlternativesFor(
            room=where["room"], date=date.fromisoformat(where["date"]), start=TimeOfDay(minutes(where["start"])),
            end=TimeOfDay(minutes(where["end"])), people=int(where.get("people", 1)),
        )  # fmt: skip
    except (KeyError, ValueError):
        return []
    return [
        {
            "how": offer.how, "room": wanted.room, "instead": offer.room, "date": wanted.date.isoformat(),
            "start": where["start"], "end": where["end"], "people": str(wanted.people),
            "new_date": offer.date.isoformat(), "new_start": clock_text(offer.start), "new_end": clock_text(offer.end),
        }
        for offer in alternatives(work, wanted, asking)
    ]  # fmt: skip


def _other_times(work: Work, row: AnyRow, wanted: ask.AlternativesFor, asking: Asking) -> Offers:
    policy = booking_policy_of(work.book, row.id)
    length = sum(wanted.start <= slot[0] and slot[1] <= wanted.end for slot in policy.slots) or 1
    spans = [span for span in _spans(policy, length) if span != (wanted.start, wanted.end)]
    for span in sorted(spans, key=lambda span: abs(span[0] - wanted.start)):
        if any(_free(work, row, [wanted.date], span, asking)):
            yield _offer("other_time", row, wanted.date, span)


def _spans(policy: BookingPolicy, length: int) -> Iterator[Interval]:
    """So many slots that touch."""
    slots = policy.slots
    for first in range(len(slots) - length + 1):
        run = slots[first : first + length]
        if all(one[1] == other[0] for one, other in pairwise(run)):
            yield run[0][0], run[-1][1]


def _other_rooms(work: Work, row: AnyRow, wanted: ask.AlternativesFor, asking: Asking) -> Offers:
    """The smallest that holds them first."""
    fitting = [
        room
        for room in work.book.all(t.rooms)
        if room.bookable and room.id != row.id and (room.seats or wanted.people) >= wanted.people
    ]
    span = (int(wanted.start), int(wanted.end))
    for room in sorted(fitting, key=lambda room: (room.indoor != row.indoor, room.seats or 0)):
        if _is_for_anyone(work, room) and any(_free(work, room, [wanted.date], span, asking)):
            yield _offer("other_room", room, wanted.date, span)


def _is_for_anyone(work: Work, room: AnyRow) -> bool:
    policy = booking_policy_of(work.book, room.id)
    return policy.parties is None and not policy.verified_only


def _other_days(work: Work, row: AnyRow, wanted: ask.AlternativesFor, asking: Asking) -> Offers:
    policy = booking_policy_of(work.book, row.id)
    first = earliest_day(policy.notice, calendar_of(work.book), asking.now)
    count = (last_day(policy, asking) - first).days + 1
    days = [day for n in range(count) if (day := first + n * _DAY) != wanted.date]
    span = (int(wanted.start), int(wanted.end))
    for day in sorted(_free(work, row, days, span, asking), key=lambda day: abs(day - wanted.date)):
        yield _offer("other_day", row, day, span)


def _free(work: Work, row: AnyRow, days: list[date], span: Interval, asking: Asking) -> Iterator[date]:
    """On which of these days the room could be asked for at this time."""
    policy, calendar, hours = (
        booking_policy_of(work.book, row.id),
        calendar_of(work.book),
        room_hours_of(work.book, row.id),
    )
    possible = [day for day in days if judge_request(policy, calendar, hours, asking.now, day, *span) is None]
    if not possible:
        return
    there = occupations_between(work, row.id, possible[0], possible[-1], asking.now)
    for day in possible:
        if judge_free(Occupied(row.id, day, *span, Why.BOOKING), there, parents_of(work.book)) is None:
            yield day


def _offer(how: str, row: AnyRow, day: date, span: Interval) -> records.Alternative:
    return records.Alternative(
        how=how, room=row.code, room_name=row.name, room_name_en=row.name_en, date=day, start=span[0], end=span[1],
        seats=row.seats,
    )  # fmt: skip
