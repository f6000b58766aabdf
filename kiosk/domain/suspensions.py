"""An organisation that may ask for no room for a while: what is settled stays, new requests are refused kindly."""

from dataclasses import dataclass
from datetime import date, datetime

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import SuspensionState


@dataclass(frozen=True, slots=True)
class Suspension:
    """`last` is its last day; None: until it is lifted."""

    since: datetime
    last: date | None
    state: SuspensionState


def in_force(suspension: Suspension, now: datetime) -> bool:
    is_over = suspension.last is not None and suspension.last < now.date()
    return suspension.state is SuspensionState.IN_FORCE and suspension.since <= now and not is_over


def judge_last_day(last: date | None, today: date) -> Refused | None:
    """It has to last at least for today."""
    return Refused.because(Reason.PAST_DATE) if last is not None and last < today else None


def refusal(suspension: Suspension) -> Refused:
    until = {"until": suspension.last.isoformat()} if suspension.last is not None else {}
    return Refused.because(Reason.SUSPENDED, of="organisation", **until)
