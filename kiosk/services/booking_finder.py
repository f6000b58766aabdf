"""From what people hold - a slip's code, a booking number, an id - to the booking itself."""

from datetime import date
from typing import Any, TypeVar

import msgspec

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands.booking_changes import ReleaseBooking
from kiosk.commands.bookings import (
    ApproveBooking,
    CancelBooking,
    CheckIn,
    CheckInTold,
    CompleteBooking,
    NoShowBooking,
    RejectBooking,
)
from kiosk.commands.checkin import CountPeople
from kiosk.domain.bookings import ENDED, Move, next_state
from kiosk.domain.codes import code_hash, parse_code
from kiosk.domain.numbers import read_booking_number
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState
from kiosk.services.registry import Completed, Drawer, Made, completes

ByCode = TypeVar("ByCode", CancelBooking, CheckIn, CountPeople, ReleaseBooking)


def booking_id(work: Work, reference: str | None) -> str | Refused:
    """By id or booking number."""
    if not reference:
        return Refused.because(Reason.UNKNOWN_BOOKING)
    if work.row(t.bookings, reference) is not None:
        return reference
    number = read_booking_number(reference)
    found = rows.ids_by_number(work, number) if number else []
    if len(found) > 1:
        return Refused.because(Reason.AMBIGUOUS_REFERENCE, booking=number)
    return found[0] if found else Refused.because(Reason.UNKNOWN_BOOKING)


def booking_by_code(work: Work, text: str, today: date | None = None) -> str | Refused:
    """A series has one slip: it stands for the next date from `today` on that is not over, else for the last one."""
    code = parse_code(text)
    found = rows.with_code(work, code_hash(code)) if code else []
    ahead = (row for row in found if row.state not in ENDED and (today is None or row.day >= today))
    return next((row.id for row in (*ahead, *reversed(found))), None) or Refused.because(Reason.UNKNOWN_CODE)


def any_booking(work: Work, reference: str, today: date | None = None) -> str | Refused:
    """Whatever was scanned or typed."""
    return booking_by_code(work, reference, today) if parse_code(reference) else booking_id(work, reference)


def booking_row(work: Work, key: str) -> AnyRow | Refused:
    found = work.row(t.bookings, key)
    return found if found is not None else Refused.because(Reason.UNKNOWN_BOOKING)


@completes(ApproveBooking)
@completes(RejectBooking)
@completes(CompleteBooking)
@completes(NoShowBooking)
def complete_reference(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    found = booking_id(work, wish.booking)
    if isinstance(found, Refused):
        return found
    return Completed(msgspec.structs.replace(wish, booking=found))


@completes(CancelBooking)
def complete_by_code(work: Work, wish: ByCode, made: Made, drawer: Drawer) -> Completed | Refused:
    """The code itself goes no further: what is stored says that it was shown. It is good until the day is over."""
    code = wish.code or (wish.booking if wish.booking and parse_code(wish.booking) else None)
    found = _meant(work, wish.booking, code, made.made_at.date())
    if isinstance(found, Refused):
        return found
    booking = work.row(t.bookings, found)
    if code and booking is not None and booking.day < made.made_at.date():
        return Refused.because(Reason.EXPIRED_CODE, day=booking.day.isoformat())
    told = CheckInTold(by_code=True) if code else None
    return Completed(msgspec.structs.replace(wish, booking=found, code=None, told=told))


def _meant(work: Work, reference: str | None, code: str | None, today: date) -> str | Refused:
    """A code and a booking that do not belong together open nothing."""
    if code is None:
        return booking_id(work, reference)
    found = booking_by_code(work, code, today)
    if isinstance(found, Refused) or reference in (None, code):
        return found
    named = booking_id(work, reference)
    known = [row.id for row in rows.with_code(work, code_hash(parse_code(code) or ""))]
    return named if named in known else Refused.because(Reason.UNKNOWN_CODE)


def booking_to_move(work: Work, key: str, move: Move) -> tuple[AnyRow, BookingState] | Refused:
    """The booking and where the move leads it."""
    booking = booking_row(work, key)
    if isinstance(booking, Refused):
        return booking
    state = next_state(BookingState(booking.state), move)
    return state if isinstance(state, Refused) else (booking, state)


def judge_own(wish: ByCode, booking: AnyRow, made: Made, staff: frozenset[Any]) -> Refused | None:
    """Staff, the resident whose it is, or whoever showed the slip's code."""
    own = made.actor.resident is not None and made.actor.resident == booking.resident
    if made.actor.role in staff or own or (wish.told is not None and wish.told.by_code):
        return None
    return Refused.because(Reason.NOT_ALLOWED, role=made.actor.role.value)
