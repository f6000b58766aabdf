"""The desk's bookings: all of them as a long table, and one with everything that bears on deciding about it."""

from collections.abc import Iterator
from datetime import date, datetime

from db import bookings as booking_rows
from db import desk_rooms as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import bookings as ask
from kiosk.commands import records as r
from kiosk.commands.base import CLERK, TimeOfDay
from kiosk.commands.desk_lists import DeskList
from kiosk.commands.desk_rooms import DeskBookingOf
from kiosk.domain.bookings import UNDECIDED, has_ended, is_overdue, may_mark_no_show
from kiosk.domain.integrity import suspended_until
from kiosk.domain.names import mask_name, mask_phone
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import BookingState, PartyKind
from kiosk.domain.times import at
from kiosk.services.booking_finder import booking_id
from kiosk.services.booking_offers import alternatives
from kiosk.services.booking_parties import strike_of
from kiosk.services.booking_rooms import rooms_of
from kiosk.services.booking_views import is_pending, shown_state
from kiosk.services.booking_waitlist import near_rooms, place_of
from kiosk.services.desk_strikes import strike_row
from kiosk.services.house import booking_policy_of
from kiosk.services.registry import Asking, answers, pages
from kiosk.services.suspensions import suspension_of

OFFERED = 3


@pages("bookings", by=CLERK)
def list_bookings(work: Work, asked: DeskList, asking: Asking) -> r.DeskPage:
    today, where = asking.now.date(), dict(asked.where)
    total, found = rows.bookings(
        work, asked.q.strip(), where, today, asked.sort, asked.down, asked.offset, asked.limit
    )
    return r.DeskPage(total=total, rows=tuple(booking_row(work, row, asking) for row in found))


@answers(DeskBookingOf)
def desk_booking(work: Work, question: DeskBookingOf, asking: Asking) -> r.DeskBooking | None:
    key = booking_id(work, question.booking)
    if isinstance(key, Refused) or asking.actor.role not in CLERK:
        return None
    row, details = work.row(t.bookings, key), work.row(t.booking_details, key)
    assert row is not None
    state = shown_state(row, asking)
    room = work.book.get(t.rooms, row.room)
    also = [found for one in row.also or () if (found := work.book.get(t.rooms, one)) is not None]
    strikes = rows.strikes_against(work, row.party_key)
    return r.DeskBooking(
        row=booking_row(work, row, asking, details),
        room_code=room.code if room else row.room,
        also=tuple(one.name for one in also),
        also_en=tuple(one.name_en for one in also),
        party_kind=PartyKind(row.party_kind),
        contact=(details.contact_name or "") if details is not None else "",
        phone=(details.contact_phone or "") if details is not None else "",
        purpose=details.purpose if details is not None else "",
        equipment=tuple((row.equipment or {}).items()),
        made_at=row.made_at,
        decide_by=row.decide_by,
        expires_at=row.expires_at,
        checked_in_at=row.checked_in_at,
        attended=row.attended,
        unofficial=row.unofficial,
        why=row.why or "",
        series=len(booking_rows.of_series(work, row.series)) if row.series else 0,
        place=place_of(work, row, asking.now) if state is BookingState.WAITLISTED else 0,
        events=tuple(_events(work, row)),
        strikes=tuple(strike_row(work, one, asking) for one in strikes),
        suspended_until=_suspended(work, row, strikes, asking),
        stopped=row.organisation is not None
        and suspension_of(work, row.organisation, asking.now) is not None,
        rivals=tuple(_rivals(work, row, asking)) if state in UNDECIDED else (),
        instead=_instead(work, row, state, asking),
        begun=asking.now >= at(row.day, row.start),
        missed=may_mark_no_show(booking_policy_of(work.book, row.room), asking.now, row.day, row.start)
        is None,
    )


def booking_row(work: Work, row: AnyRow, asking: Asking, details: AnyRow | None = None) -> r.BookingRow:
    """`row` with its people, unless `details` has them."""
    people, state = details if details is not None else row, shown_state(row, asking)
    room = work.book.get(t.rooms, row.room)
    name, phone = getattr(people, "contact_name", None), getattr(people, "contact_phone", None)
    return r.BookingRow(
        id=row.id, number=row.number or "", day=row.day, start=row.start, end=row.end,
        room=room.name if room else "", room_en=room.name_en if room else "",
        party=getattr(people, "party_name", None) or row.party,
        contact=mask_name(name) if name else "", phone=mask_phone(phone) if phone else "", people=row.people,
        state=state, pending=is_pending(row, asking), overdue=is_overdue(state, row.decide_by, asking.now),
    )  # fmt: skip


def _events(work: Work, row: AnyRow) -> Iterator[r.BookingEvent]:
    """The request, and what the store knows to have been decided since; as long as it remembers that."""
    asked = rows.request_of(work, row.series or row.id)
    yield _event(work, "request", row.made_at, asked.actor if asked is not None else None, row.terminal)
    after = rows.history(work, row.id, asked.revision) if asked is not None else []
    for one in after:
        yield _event(work, one.kind.removesuffix("_booking"), one.made_at, one.actor)
    decided = any(one.kind in {"approve_booking", "reject_booking", "cancel_booking"} for one in after)
    if row.decided_at is not None and not decided:
        yield _event(work, "decide", row.decided_at, row.decided_by)
    if row.checked_in_at is not None and not any(one.kind == "check_in" for one in after):
        yield _event(work, "check_in", row.checked_in_at, None)


def _event(work: Work, what: str, when: datetime, actor: str | None, place: str = "") -> r.BookingEvent:
    operator = work.book.get(t.operators, (actor or "").removeprefix("operator:"))
    return r.BookingEvent(at=when, what=what, by=operator.name if operator else "", place=place)


def _suspended(work: Work, row: AnyRow, strikes: list[AnyRow], asking: Asking) -> date | None:
    policy = booking_policy_of(work.book, row.room).strikes
    end = suspended_until(policy, [strike_of(one) for one in strikes], asking.now)
    return end.date() if end is not None else None


def _rivals(work: Work, row: AnyRow, asking: Asking) -> Iterator[r.Rival]:
    near = near_rooms(work, rooms_of(row))
    for one in rows.wanted_on(work, row.day, row.start, row.end):
        state = shown_state(one, asking)
        if one.id == row.id or state is BookingState.EXPIRED or near.isdisjoint(rooms_of(one)):
            continue
        yield r.Rival(
            booking=one.id, number=one.number or "", party=one.party_name or one.party, start=one.start, end=one.end,
            state=state,
        )  # fmt: skip


def _instead(work: Work, row: AnyRow, state: BookingState, asking: Asking) -> tuple[r.Alternative, ...]:
    """For what may still be moved."""
    movable = state in {BookingState.REQUESTED, BookingState.WAITLISTED, BookingState.APPROVED}
    if not movable or has_ended(asking.now, row.day, row.start):
        return ()
    wanted = ask.AlternativesFor(
        room=row.room, date=row.day, start=TimeOfDay(row.start), end=TimeOfDay(row.end), people=row.people, most=OFFERED
    )  # fmt: skip
    return tuple(alternatives(work, wanted, asking))
