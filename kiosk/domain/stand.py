"""What the check-in stand knows of its door: the rules of its screen, and in which state a room is now."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class StandPolicy:
    """Seconds: how long an answer stays, and within which the same code held twice is one scan."""

    answer_seconds: int = 12
    repeat_seconds: int = 5


class UseState(StrEnum):
    """Of something that holds a room today: over, in use, may be checked in for, or later."""

    OVER = "over"
    IN_USE = "in_use"
    OPEN = "open"
    LATER = "later"


def use_state(minute: int, start: int, end: int, opens: int | None, shuts: int | None) -> UseState:
    """Minutes of the day. `opens` and `shuts`: between them people may check in; None for what needs no check-in."""
    if minute >= end:
        return UseState.OVER
    if opens is not None and shuts is not None and opens <= minute <= shuts:
        return UseState.OPEN
    return UseState.IN_USE if minute >= start else UseState.LATER


def in_front(states: Sequence[UseState]) -> int | None:
    """Which of a room's uses, by their start, tells how the room is now: what is in it, else what comes next."""
    for wanted in (UseState.IN_USE, UseState.OPEN, UseState.LATER):
        if wanted in states:
            return states.index(wanted)
    return None
