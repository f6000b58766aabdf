"""Whether rooms are free: bookings, classes and maintenance under one overlap rule; and what a booking holds of them."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import NAMESPACE_OID, UUID, uuid5

from db import bookings as rows
from db import tables as t
from db.book import Book
from db.work import AnyRow, Work
from kiosk.domain.bookings import UNDECIDED, state_at
from kiosk.domain.calendar import days_between
from kiosk.domain.occupation import Occupied, conflicts, judge_free, related_rooms
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import BookingState, Why
from kiosk.services.house import parents_of, series_of

Judged = tuple[Refused | None, list[AnyRow]]


def take_rooms(work: Work, wanted: Sequence[Occupied], now: datetime) -> Refused | None:
    """All of these, of one day, or none: against everything live in the rooms, their wholes and their parts; never against
    itself (same id).

    Requests that have expired are not in the way: they give their slot back here, if nobody has noted it before.
    """
    refused, stale = judge_rooms(work, wanted, now)
    if refused is None:
        for row in stale:
            expire_request(work, row.booking)
    return refused


def judge_rooms(work: Work, wanted: Sequence[Occupied], now: datetime) -> Judged:
    """As `take_rooms`, but nothing is written: why not, or else the expired requests that are in the way."""
    parents, day = parents_of(work.book), wanted[0].day
    related = [related_rooms(one.room, parents) for one in wanted]
    every = related[0].union(*related[1:])
    held = rows.in_use(work, every, day, day)
    stale = [row for row in held if _has_expired(row, now)]
    kept = [occupied(row) for row in held if row not in stale] + classes_on(work.book, every, [day])
    for one in wanted:
        if refused := judge_free(one, kept, parents):
            return refused, []
    in_the_way = (
        row
        for row in stale
        if any(conflicts(one, occupied(row), near) for one, near in zip(wanted, related, strict=True))
    )
    return None, list({row.booking: row for row in in_the_way}.values())


def occupations_between(work: Work, room: str, first: date, last: date, now: datetime) -> list[Occupied]:
    """What a calendar shows of a room: undecided requests are told from bookings."""
    related = related_rooms(room, parents_of(work.book))
    held = [occupied(row) for row in rows.in_use(work, related, first, last) if not _has_expired(row, now)]
    return held + classes_on(work.book, related, [first, *days_between(first, last)])


def classes_on(book: Book, rooms: Iterable[str], days: Iterable[date]) -> list[Occupied]:
    here = [series for series in series_of(book) if series.room in set(rooms)]
    return [found for day in days for series in here if (found := series.on(day))] if here else []


def occupied(row: AnyRow) -> Occupied:
    undecided = row.state in UNDECIDED
    return Occupied(row.room, row.day, row.start, row.end, Why(row.why), row.title, undecided, row.id)


def _has_expired(row: AnyRow, now: datetime) -> bool:
    return row.state in UNDECIDED and state_at(row.state, row.expires_at, now) is BookingState.EXPIRED


# What a booking holds


def slot_id(booking: str, n: int) -> str:
    """The occupation of the n-th room of a booking, from 1 on: whenever it comes to hold them, they are these."""
    try:
        return str(uuid5(UUID(booking), str(n)))
    except ValueError:  # not made by a command
        return str(uuid5(NAMESPACE_OID, f"{booking}:{n}"))


def rooms_of(booking: AnyRow) -> list[str]:
    """Ids, its main room first."""
    return [booking.room, *(booking.also or ())]


def slots_of_booking(booking: AnyRow) -> list[str]:
    """Ids of the occupations that it has or had; none while it waits."""
    if not booking.occupation:
        return []
    return [booking.occupation, *(slot_id(booking.id, 2 + n) for n in range(len(booking.also or ())))]


def held(booking: AnyRow) -> list[Occupied]:
    """What a booking takes of its rooms."""
    slots = slots_of_booking(booking) or ["" for _ in rooms_of(booking)]
    return [
        Occupied(room, booking.day, booking.start, booking.end, Why.BOOKING, id=slot)
        for room, slot in zip(rooms_of(booking), slots, strict=True)
    ]


def hold(work: Work, booking: str, wanted: Sequence[Occupied]) -> str:
    """Its rooms are taken from now on; the first slot's id."""
    for n, one in enumerate(wanted, 1):
        work.add(
            t.occupations, slot_id(booking, n), room=one.room, day=one.day, start=one.start, end=one.end,
            why=Why.BOOKING.value, booking=booking, live=True,
        )  # fmt: skip
    return slot_id(booking, 1)


def let_go(work: Work, booking: AnyRow) -> None:
    """The booking keeps its times as history; its rooms are free again."""
    for slot in slots_of_booking(booking):
        work.change(t.occupations, slot, live=False)


def expire_request(work: Work, booking: str) -> None:
    row = work.row(t.bookings, booking)
    work.change(t.bookings, booking, state=BookingState.EXPIRED.value)
    if row is not None:
        let_go(work, row)
