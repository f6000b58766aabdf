"""People come in, are counted, and one code that was used at two doors is noticed."""

from typing import Any

import msgspec

from db import tables as t
from db.people import find_card, kept_resident
from db.work import AnyRow, Work
from kiosk.commands.base import VOLUNTEER
from kiosk.commands.booking_changes import ReleaseBooking
from kiosk.commands.bookings import CheckIn, CheckInTold
from kiosk.commands.checkin import CountPeople
from kiosk.domain.bookings import Move, may_check_in, next_state
from kiosk.domain.checkin import Arrival, arrival_of
from kiosk.domain.codes import parse_code
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.people import read_card_number
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState
from kiosk.services.booking_finder import booking_row, complete_by_code, judge_own
from kiosk.services.booking_rooms import held, slots_of_booking, take_rooms
from kiosk.services.booking_strikes import waive
from kiosk.services.checkin_doors import COMING, LEAVING, booking_of_card, organisations_of
from kiosk.services.house import booking_policy_of
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

CHECKED_IN_TWICE = "checked_in_twice"
_BEEN_IN = frozenset({BookingState.CHECKED_IN, BookingState.COMPLETED})


@completes(CheckIn)
@completes(CountPeople)
@completes(ReleaseBooking)
def complete_arrival(work: Work, wish: Any, made: Made, drawer: Drawer) -> Completed | Refused:
    """A slip's code, or a card: neither goes further than here."""
    number = read_card_number(wish.code or "")
    if number is None or parse_code(wish.code):
        return complete_by_code(work, wish, made, drawer)
    card = find_card(work.connection, number)
    if card is None:
        return Refused.because(Reason.UNKNOWN_CODE)
    if card.blocked:
        return Refused.because(Reason.REVOKED_CARD)
    likeliest = COMING if isinstance(wish, CheckIn) else LEAVING
    booking = booking_of_card(work, card.resident, made.made_at, likeliest)
    if booking is None:
        return Refused.because(Reason.UNKNOWN_BOOKING)
    if wish.booking not in (None, booking.id, booking.number):
        return Refused.because(Reason.UNKNOWN_CODE)
    told = CheckInTold(by_code=False, resident=card.resident)
    return Completed(msgspec.structs.replace(wish, booking=booking.id, code=None, told=told))


@handles(CheckIn)
def check_in(work: Work, wish: CheckIn, made: Made) -> Outcome:
    """They are here: where that is known first it may be refused, at the hub it can only be noted."""
    booking = booking_row(work, wish.booking or "")
    if isinstance(booking, Refused):
        return booking
    refused = judge_present(work, wish, booking, made)
    if refused:
        return refused
    if booking.state in _BEEN_IN and booking.checked_in_at is not None:
        return _again(work, booking, wish, made)
    came_late = made.at_hub and booking.state == BookingState.NO_SHOW
    moved = BookingState.CHECKED_IN if came_late else next_state(BookingState(booking.state), Move.CHECK_IN)
    policy = booking_policy_of(work.book, booking.room)
    when = may_check_in(policy, made.made_at, booking.day, booking.start)
    refused = made.judge(moved if isinstance(moved, Refused) else None) or made.judge(when)
    if refused:
        return refused
    undone = {"undone": BookingState.NO_SHOW.value} if came_late else {}
    if came_late:
        _undo_no_show(work, booking, made)
    _note_arrival(work, booking, wish, made, moved)
    return Accepted(_arrived(booking, made) | undone)


@handles(CountPeople)
def count_people(work: Work, wish: CountPeople, made: Made) -> Outcome:
    """The last count stands. More than there are seats are counted, too: they are there."""
    booking = booking_row(work, wish.booking or "")
    if isinstance(booking, Refused):
        return booking
    if refused := judge_present(work, wish, booking, made):
        return refused
    if booking.state not in _BEEN_IN:
        refused = Refused.because(Reason.WRONG_STATE, of="booking", state=booking.state)
        if refused := made.judge(refused):
            return refused
    work.change(t.bookings, booking.id, attended=wish.people)
    return Accepted({"booking": booking.id, "people": wish.people})


def judge_giving(work: Work, wish: Any, booking: AnyRow, made: Made) -> Refused | None:
    """By the card of the one whose it is, too."""
    refused = judge_own(wish, booking, made, VOLUNTEER)
    resident = _who_came(work, wish, made)
    return None if refused is None or (resident is not None and resident == booking.resident) else refused


def judge_present(work: Work, wish: Any, booking: AnyRow, made: Made) -> Refused | None:
    """Beside those who may call it off: any member of its organisation, that day."""
    refused = judge_own(wish, booking, made, VOLUNTEER)
    resident = _who_came(work, wish, made)
    if refused is None or resident is None:
        return refused
    belongs = resident == booking.resident or (
        booking.organisation is not None
        and booking.organisation in organisations_of(work, resident, made.made_at)
    )
    return None if belongs else refused


def _who_came(work: Work, wish: Any, made: Made) -> str | None:
    shown = wish.told.resident if wish.told is not None else None
    return made.actor.resident or (kept_resident(work.connection, shown) if shown else None)


def _again(work: Work, booking: AnyRow, wish: CheckIn, made: Made) -> Outcome:
    """One door tells them. Two doors that knew nothing of each other are found out here: both scans are kept, the desk is
    shown both, the first one by the clock stands.
    """
    mine = {"at": _text(made.made_at), "on": made.terminal}
    other = {"at": _text(booking.checked_in_at), "on": booking.checked_in_on or ""}
    if not made.at_hub:
        return Refused.because(Reason.ALREADY_DONE, of="booking", state=booking.state, **other)
    made.flags.append(CHECKED_IN_TWICE)
    if made.made_at < booking.checked_in_at:
        work.change(t.bookings, booking.id, checked_in_at=made.made_at, checked_in_on=made.terminal)
    if wish.people is not None and booking.attended is None:
        work.change(t.bookings, booking.id, attended=wish.people)
    scans = sorted((mine, other), key=lambda scan: str(scan["at"]))
    again = {"arrival": Arrival.AGAIN.value, "scans": scans, "number": booking.number}
    return Accepted(_arrived(booking, made) | again)


def _arrived(booking: AnyRow, made: Made) -> dict[str, Any]:
    """`minutes`: how long before the start, or after it."""
    arrival, minutes = arrival_of(made.made_at, booking.day, booking.start)
    return {
        "booking": booking.id, "room": booking.room, "at": _text(made.made_at), "on": made.terminal,
        "arrival": arrival.value, "minutes": minutes,
    }  # fmt: skip


def _note_arrival(
    work: Work, booking: AnyRow, wish: CheckIn, made: Made, moved: BookingState | Refused
) -> None:
    """The first arrival stands; one that finds its booking called off is kept beside that."""
    if booking.checked_in_at is not None and booking.checked_in_at <= made.made_at:
        return
    arrival = {"checked_in_at": made.made_at, "checked_in_on": made.terminal, "attended": wish.people}
    if isinstance(moved, Refused):
        work.change(t.bookings, booking.id, **arrival)
    else:
        work.change(t.bookings, booking.id, state=moved.value, **arrival)


def _undo_no_show(work: Work, booking: AnyRow, made: Made) -> None:
    """Word of them came after someone had given up waiting: the strike is waived, the room is theirs if free."""
    waive(work, booking)
    conflict = take_rooms(work, held(booking), made.decided_at)
    if conflict:
        made.judge(conflict)
        return
    for slot in slots_of_booking(booking):
        work.change(t.occupations, slot, live=True)


def _text(moment: Any) -> str:
    return str(moment.isoformat(timespec="seconds"))
