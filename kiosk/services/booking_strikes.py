"""Strikes in the ledger: one at most for a booking, whatever becomes of it; who may object, and what comes of that."""

from datetime import datetime
from typing import Any, TypeVar
from uuid import NAMESPACE_OID, uuid5

import msgspec

from db import bookings as rows
from db import tables as t
from db.work import AnyRow, Work
from kiosk.commands import records
from kiosk.commands.base import STAFF
from kiosk.commands.bookings import CheckInTold
from kiosk.commands.integrity import AppealStrike, DismissAppeal, StrikesOf, WaiveStrike
from kiosk.domain.codes import parse_code
from kiosk.domain.integrity import judge_appeal, strike_made
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import AppealState, StrikeState
from kiosk.services.booking_finder import any_booking
from kiosk.services.booking_parties import strike_of
from kiosk.services.house import booking_policy_of
from kiosk.services.people import find_resident
from kiosk.services.registry import Asking, Completed, Drawer, Made, answers, completes, handles

ByStaff = TypeVar("ByStaff", WaiveStrike, DismissAppeal)
UNKNOWN = Refused.because(Reason.UNKNOWN_STRIKE)


def strike(work: Work, booking: AnyRow, what: str, when: datetime) -> dict[str, str]:
    """One for the party of a booking; the answer names it. Its id is the booking's alone, so that there is never another."""
    key = str(uuid5(NAMESPACE_OID, f"strike:{booking.id}"))
    if work.row(t.ledger, key) is not None:
        return {}
    made = strike_made(booking_policy_of(work.book, booking.room).strikes, when)
    work.add(
        t.ledger, key, kind=rows.STRIKE, subject=booking.party_key, cause=booking.id, note=what,
        state=StrikeState.COUNTS.value, made_at=made.made_at, expires_at=made.expires_at,
    )  # fmt: skip
    return {"strike": key}


@completes(AppealStrike)
def complete_appeal(work: Work, wish: AppealStrike, made: Made, drawer: Drawer) -> Completed | Refused:
    """The code itself goes no further: what is stored says that it was shown."""
    reference = wish.code or wish.strike or ""
    found = _strike_meant(work, reference)
    if found is None or (wish.code and wish.strike and _strike_meant(work, wish.strike) != found):
        return UNKNOWN
    told = CheckInTold(by_code=True) if parse_code(reference) else None
    return Completed(msgspec.structs.replace(wish, strike=found, code=None, told=told))


@completes(WaiveStrike)
@completes(DismissAppeal)
def complete_settling(work: Work, wish: ByStaff, made: Made, drawer: Drawer) -> Completed | Refused:
    found = _strike_meant(work, wish.strike)
    return Completed(msgspec.structs.replace(wish, strike=found)) if found else UNKNOWN


@handles(AppealStrike)
def appeal_strike(work: Work, wish: AppealStrike, made: Made) -> Outcome:
    """What is said in it only the desk may read."""
    found = work.row(t.ledger, wish.strike)
    if found is None or found.kind != rows.STRIKE:
        return UNKNOWN
    refused = _judge_concerned(work, wish, found, made)
    refused = refused or judge_appeal(strike_of(found), _appeal(found), made.made_at)
    if refused:
        return refused
    work.change(t.ledger, found.id, appeal=AppealState.OPEN.value, appealed_at=made.made_at)
    _note(work, found, appeal=wish.why)
    return Accepted({"strike": found.id, "appeal": AppealState.OPEN.value})


@handles(WaiveStrike)
def waive_strike(work: Work, wish: WaiveStrike, made: Made) -> Outcome:
    """It is never deleted: the ledger says who waived it, and when."""
    found = work.row(t.ledger, wish.strike)
    if found is None or found.kind != rows.STRIKE:
        return UNKNOWN
    if found.state == StrikeState.WAIVED:
        return Refused.because(Reason.ALREADY_DONE, of="strike", state=found.state)
    appeal = AppealState.GRANTED.value if _appeal(found) is AppealState.OPEN else found.appeal
    work.change(t.ledger, found.id, state=StrikeState.WAIVED.value, appeal=appeal, **_settled(made))
    _note(work, found, appeal_answer=wish.why)
    return Accepted({"strike": found.id, "state": StrikeState.WAIVED.value})


@handles(DismissAppeal)
def dismiss_appeal(work: Work, wish: DismissAppeal, made: Made) -> Outcome:
    found = work.row(t.ledger, wish.strike)
    if found is None or found.kind != rows.STRIKE:
        return UNKNOWN
    if _appeal(found) is not AppealState.OPEN:
        state = {"state": found.appeal} if found.appeal else {}
        return Refused.because(Reason.WRONG_STATE, of="appeal", **state)
    work.change(t.ledger, found.id, appeal=AppealState.DISMISSED.value, **_settled(made))
    _note(work, found, appeal_answer=wish.why)
    return Accepted({"strike": found.id, "appeal": AppealState.DISMISSED.value})


@answers(StrikesOf)
def strikes_of(work: Work, question: StrikesOf, asking: Asking) -> list[records.Strike]:
    resident = find_resident(work, question.resident)
    if isinstance(resident, Refused) or not (asking.sees_persons or asking.actor.resident == resident.id):
        return []
    return [_record(work, row, asking) for row in rows.strikes_that_concern(work, resident.id)]


def waive(work: Work, booking: AnyRow) -> None:
    """They had come after all: nobody needs to appeal."""
    for key in rows.strikes_on(work, booking.id):
        work.change(t.ledger, key, state=StrikeState.WAIVED.value)


def strike_state(row: AnyRow, now: datetime) -> StrikeState:
    """By the clock, whether or not that is written down."""
    if row.state == StrikeState.WAIVED:
        return StrikeState.WAIVED
    return StrikeState.COUNTS if now < row.expires_at else StrikeState.EXPIRED


def _strike_meant(work: Work, reference: str) -> str | None:
    """By its id, or by its booking however that is named."""
    if work.row(t.ledger, reference) is not None:
        return reference
    booking = any_booking(work, reference)
    return None if isinstance(booking, Refused) else next(iter(rows.strikes_on(work, booking)), None)


def _judge_concerned(work: Work, wish: AppealStrike, found: AnyRow, made: Made) -> Refused | None:
    booking = work.row(t.bookings, found.cause)
    resident = made.actor.resident
    own = resident is not None and (
        found.subject == f"resident:{resident}" or (booking is not None and booking.resident == resident)
    )
    by_code = wish.told is not None and wish.told.by_code
    if own or by_code or made.actor.role in STAFF:
        return None
    return Refused.because(Reason.NOT_ALLOWED, role=made.actor.role.value)


def _appeal(row: AnyRow) -> AppealState | None:
    return AppealState(row.appeal) if row.appeal else None


def _settled(made: Made) -> dict[str, Any]:
    return {"settled_at": made.decided_at, "settled_by": made.actor.id}


def _note(work: Work, found: AnyRow, **texts: str) -> None:
    """Beside what was typed for the booking, and forgotten with it."""
    if found.cause and any(texts.values()):
        work.change(t.booking_details, found.cause, **texts)


def _record(work: Work, row: AnyRow, asking: Asking) -> records.Strike:
    room = work.book.get(t.rooms, row.room)
    return records.Strike(
        id=row.id, booking=row.number or "", room_name=room.name if room else "",
        room_name_en=room.name_en if room else "", date=row.day, start=row.start, end=row.end, party=row.party or "",
        why=row.note, made_at=row.made_at, expires_at=row.expires_at, state=strike_state(row, asking.now),
        appeal=_appeal(row), can_appeal=judge_appeal(strike_of(row), _appeal(row), asking.now) is None,
    )  # fmt: skip
