"""好差评: five levels; the two lowest are called back, put right where they are right, and may be rated once more.

Source: 国务院办公厅《关于建立政务服务“好差评”制度提高政务服务水平的意见》(国办发〔2019〕51号).
"""

from datetime import date, datetime, timedelta
from enum import StrEnum

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import ComplaintState as C
from kiosk.domain.states import TicketState
from kiosk.domain.tickets import Move, TicketPolicy, next_state

LOWEST = 2
"""So many stars or fewer are a complaint: 不满意, 非常不满意."""


class Step(StrEnum):
    """What becomes of a complaint."""

    UPHOLD = "uphold"
    DISMISS = "dismiss"
    FIX = "fix"
    RATE_AGAIN = "rate_again"


_FROM = {Step.UPHOLD: C.CALL_BACK, Step.DISMISS: C.CALL_BACK, Step.FIX: C.UPHELD, Step.RATE_AGAIN: C.FIXED}
_TO = {
    Step.UPHOLD: C.UPHELD,
    Step.DISMISS: C.DISMISSED,
    Step.FIX: C.FIXED,
    Step.RATE_AGAIN: C.RATED_AGAIN,
}
UNSETTLED = frozenset({C.CALL_BACK, C.UPHELD})


def is_complaint(stars: int) -> bool:
    return stars <= LOWEST


def next_step(state: C, step: Step) -> C | Refused:
    """Where it leads. Done before is `already_done`; what does not fit is `wrong_state`."""
    if state is _FROM[step]:
        return _TO[step]
    reason = Reason.ALREADY_DONE if state is _TO[step] else Reason.WRONG_STATE
    return Refused.because(reason, of="complaint", state=state.value)


def may_rate(
    policy: TicketPolicy, state: TicketState, stars: int | None, since: datetime | None, now: datetime,
    complaint: C | None = None,
) -> Refused | None:  # fmt: skip
    """Once when it is done, and once more when a complaint was put right; while people still remember.

    `since` is when it ended, or when it was put right.
    """
    moved = next_state(state, Move.RATE)
    if isinstance(moved, Refused):
        return moved
    if stars is not None and complaint is not C.FIXED:
        return Refused.because(Reason.ALREADY_DONE, stars=stars)
    until = (since or now) + timedelta(days=policy.rate_days)
    return Refused.because(Reason.TOO_LATE, until=until.date().isoformat()) if now > until else None


def call_back_by(policy: TicketPolicy, rated: date) -> date:
    return rated + timedelta(days=policy.callback_days)


def fix_by(policy: TicketPolicy, calendar: WorkingCalendar, upheld: date) -> date:
    return calendar.add_working_days(upheld, policy.fix_working_days)
