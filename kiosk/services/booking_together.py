"""The dates of a series, each with a state of its own: the same done to all that allow it."""

from collections.abc import Callable
from typing import Any

from db import bookings as rows
from db.work import AnyRow, Work
from kiosk.domain.bookings import Move, next_state
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.states import BookingState
from kiosk.services.registry import Made

Act = Callable[[AnyRow], Outcome]


def each_of_series(work: Work, booking: AnyRow, move: Move, made: Made, act: Act) -> Outcome:
    """What is over, or was decided already, is left alone; the answer names the dates that refuse. If all do, the one that
    was meant says why.
    """
    answers = [(one, act(one)) for one in rows.of_series(work, booking.series) if _is_meant(one, move, made)]
    done = [answer for _, answer in answers if isinstance(answer, Accepted)]
    if not done:
        return act(booking)
    failed = [_failure(one, answer) for one, answer in answers if isinstance(answer, Refused)]
    return Accepted(
        {"series": booking.series, "bookings": [answer.result["booking"] for answer in done]}
        | ({"failed": failed} if failed else {})
        | _gathered(done)
    )


def _is_meant(one: AnyRow, move: Move, made: Made) -> bool:
    return one.day >= made.made_at.date() and not isinstance(
        next_state(BookingState(one.state), move), Refused
    )


def _failure(one: AnyRow, refused: Refused) -> dict[str, Any]:
    return {
        "booking": one.id, "date": one.day.isoformat(), "reason": refused.reason.value, "detail": refused.detail,
    }  # fmt: skip


def _gathered(done: list[Accepted]) -> dict[str, Any]:
    """What the single answers said beside."""
    strikes = [answer.result["strike"] for answer in done if "strike" in answer.result]
    moved_up = [number for answer in done for number in answer.result.get("moved_up", ())]
    unofficial = any("unofficial" in answer.result for answer in done)
    found = {"strikes": strikes, "moved_up": moved_up, "unofficial": unofficial}
    return {name: value for name, value in found.items() if value}
