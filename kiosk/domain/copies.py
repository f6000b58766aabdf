"""How a copy, a loan and a hold move from state to state: the one table of each."""

from datetime import datetime
from enum import StrEnum

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState, HoldState, LoanState

_C, _L, _H = CopyState, LoanState, HoldState


class Care(StrEnum):
    """What staff find out about a copy, other than lending it."""

    LOSE = "lose"
    FIND = "find"
    DAMAGE = "damage"
    REPAIR = "repair"
    WITHDRAW = "withdraw"


_CARE: dict[Care, tuple[frozenset[CopyState], CopyState]] = {
    Care.LOSE: (frozenset({_C.ON_SHELF, _C.ON_LOAN, _C.ON_HOLD, _C.DAMAGED}), _C.LOST),
    Care.FIND: (frozenset({_C.LOST}), _C.ON_SHELF),
    Care.DAMAGE: (frozenset({_C.ON_SHELF, _C.ON_LOAN, _C.ON_HOLD, _C.LOST}), _C.DAMAGED),
    Care.REPAIR: (frozenset({_C.DAMAGED}), _C.ON_SHELF),
    Care.WITHDRAW: (frozenset({_C.ON_SHELF, _C.ON_HOLD, _C.DAMAGED, _C.LOST}), _C.WITHDRAWN),
}
"""From where, and to what state; what comes to the shelf goes to the hold shelf if somebody waits."""

COPY_STEPS: dict[CopyState, frozenset[CopyState]] = {
    _C.ON_SHELF: frozenset({_C.ON_LOAN, _C.DAMAGED, _C.LOST, _C.WITHDRAWN}),
    _C.ON_LOAN: frozenset({_C.ON_SHELF, _C.ON_HOLD, _C.DAMAGED, _C.LOST}),
    _C.ON_HOLD: frozenset({_C.ON_SHELF, _C.ON_LOAN, _C.DAMAGED, _C.LOST, _C.WITHDRAWN}),
    _C.DAMAGED: frozenset({_C.ON_SHELF, _C.ON_HOLD, _C.ON_LOAN, _C.LOST, _C.WITHDRAWN}),
    _C.LOST: frozenset({_C.ON_SHELF, _C.ON_HOLD, _C.ON_LOAN, _C.DAMAGED, _C.WITHDRAWN}),
    _C.WITHDRAWN: frozenset({_C.ON_LOAN}),
}
"""A copy that is in a reader's hand was lent, whatever was known of it: only then it leaves `withdrawn`, with a flag."""

LOAN_STEPS: dict[LoanState, frozenset[LoanState]] = {
    _L.OPEN: frozenset({_L.RETURNED, _L.LOST}),
    _L.LOST: frozenset({_L.RETURNED}),
    _L.RETURNED: frozenset({_L.OPEN}),
}
HOLD_STEPS: dict[HoldState, frozenset[HoldState]] = {
    _H.WAITING: frozenset({_H.READY, _H.FULFILLED, _H.CANCELLED}),
    _H.READY: frozenset({_H.WAITING, _H.FULFILLED, _H.CANCELLED, _H.EXPIRED}),
    _H.FULFILLED: frozenset(),
    _H.CANCELLED: frozenset(),
    _H.EXPIRED: frozenset(),
}


def care_for(care: Care, state: CopyState) -> CopyState | Refused:
    """Where it leads. A copy on loan cannot be withdrawn: its loan would be lost with it."""
    sources, target = _CARE[care]
    if state in sources:
        return target
    if state is target or (state, target) == (_C.ON_HOLD, _C.ON_SHELF):
        return Refused.because(Reason.ALREADY_DONE)
    if state is _C.ON_LOAN:
        return Refused.because(Reason.COPY_ON_LOAN)
    return Refused.because(Reason.WRONG_STATE, of="copy", state=state.value)


def may_undo_return(
    loan: LoanState, copy: CopyState, returned_at: datetime | None, fact_at: datetime | None, now: datetime
) -> Refused | None:
    """The same day, while the copy stands where the return has put it and nobody has seen it since."""
    if loan is _L.OPEN:
        return Refused.because(Reason.ALREADY_DONE)
    here = copy in {_C.ON_SHELF, _C.ON_HOLD} and returned_at is not None and fact_at == returned_at
    if loan is not _L.RETURNED or not here:
        return Refused.because(Reason.WRONG_STATE, of="loan", state=loan.value)
    if returned_at is None or returned_at.date() != now.date():
        return Refused.because(Reason.TOO_LATE)
    return None


def may_call_off(state: HoldState) -> Refused | None:
    """By whoever placed it; the table says from which states."""
    if _H.CANCELLED in HOLD_STEPS[state]:
        return None
    if state is _H.CANCELLED:
        return Refused.because(Reason.ALREADY_DONE)
    return Refused.because(Reason.WRONG_STATE, of="hold", state=state.value)
