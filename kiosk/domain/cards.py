"""Cards: which moves lead from which state to which, and what is no PIN."""

from enum import StrEnum

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CardState

PIN_DIGITS = 4
_STEPS = ("0123456789", "9876543210")


class CardMove(StrEnum):
    BLOCK = "block"
    UNBLOCK = "unblock"
    REPLACE = "replace"
    WITHDRAW = "withdraw"
    CONSENT = "consent"
    END = "end"


_ALIVE = (CardState.GOOD, CardState.LOST, CardState.WITHDRAWN)
_MOVES: dict[CardMove, dict[CardState, CardState]] = {
    CardMove.BLOCK: {CardState.GOOD: CardState.LOST, CardState.WITHDRAWN: CardState.LOST},
    CardMove.UNBLOCK: {CardState.LOST: CardState.GOOD},
    CardMove.REPLACE: dict.fromkeys(_ALIVE, CardState.REPLACED),
    CardMove.WITHDRAW: {CardState.GOOD: CardState.WITHDRAWN},
    CardMove.CONSENT: {CardState.WITHDRAWN: CardState.GOOD},
    CardMove.END: dict.fromkeys(CardState, CardState.ENDED),
}


def next_state(state: CardState, move: CardMove) -> CardState | Refused:
    """`already_done` where the move leads to where the card is."""
    steps = _MOVES[move]
    if state in steps:
        return steps[state]
    reason = Reason.ALREADY_DONE if state in steps.values() else Reason.WRONG_STATE
    return Refused.because(reason, state=state.value, of="card")


def state_of(state: str, *, blocked: bool) -> CardState:
    """Of a card that was blocked before states were written down, too."""
    return CardState.LOST if blocked and state == CardState.GOOD else CardState(state)


def judge_pin(pin: str) -> Refused | None:
    """Four digits that nobody guesses at once: neither all the same nor counting up or down."""
    if len(pin) != PIN_DIGITS or not (pin.isascii() and pin.isdigit()):
        return Refused.because(Reason.BAD_PIN, digits=PIN_DIGITS)
    if len(set(pin)) == 1 or any(pin in step for step in _STEPS):
        return Refused.because(Reason.BAD_PIN, easy=True)
    return None
