"""Help calls: which moves lead from which state to which, and when somebody has waited too long for one of us."""

from datetime import datetime, timedelta
from enum import StrEnum

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import HelpState

PATIENCE = timedelta(seconds=60)
"""After that the screen names the station's phone."""
AGAIN = timedelta(seconds=20)
SOFT, LOUD = 0.5, 1.0


class HelpMove(StrEnum):
    ANSWER = "answer"
    CLOSE = "close"


_MOVES: dict[HelpMove, dict[HelpState, HelpState]] = {
    HelpMove.ANSWER: {HelpState.OPEN: HelpState.ANSWERED},
    HelpMove.CLOSE: {HelpState.OPEN: HelpState.CLOSED, HelpState.ANSWERED: HelpState.CLOSED},
}


def next_state(state: HelpState, move: HelpMove) -> HelpState | Refused:
    """Somebody else goes there already, or it is over: `already_done`."""
    found = _MOVES[move].get(state)
    return found or Refused.because(Reason.ALREADY_DONE, state=state.value, of="help_call")


def is_unheard(state: HelpState, made_at: datetime, now: datetime) -> bool:
    """Whether nobody has answered for so long that one had better ring."""
    return state is HelpState.OPEN and now - made_at >= PATIENCE


def ring_due(made_at: datetime, rung: datetime | None, now: datetime) -> float:
    """How loudly to ring for an unanswered call now; 0 when it was heard just before. `rung`: when it rang last.

    Softly when it comes; from a minute on loudly, three times a minute.
    """
    waits = now - made_at >= PATIENCE
    if rung is None:
        return LOUD if waits else SOFT
    began = rung - made_at >= PATIENCE
    return LOUD if waits and (not began or now - rung >= AGAIN) else 0.0
