"""Tickets: where each may go next, who is called next, how long the wait is."""

import heapq
from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import ceil

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import TicketState as S
from kiosk.domain.times import MIDNIGHT, at


class Move(StrEnum):
    CALL = "call"
    START = "start"
    NO_SHOW = "no_show"
    REINSTATE = "reinstate"
    HOLD = "hold"
    AWAIT_MATERIALS = "await_materials"
    RESOLVE = "resolve"
    CLOSE = "close"
    CANCEL = "cancel"
    LEAVE = "leave"
    RATE = "rate"


@dataclass(frozen=True, slots=True)
class TicketPolicy:
    reinstate_minutes: int = 60
    numbers_per_minute: int = 3
    priority_in_a_row: int = 2
    rate_days: int = 30


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone who waits: `since` is when the number was taken, or when a no-show was reinstated."""

    id: str
    number: str
    priority: bool
    since: datetime
    item: str = ""


_PAUSED = frozenset({S.HELD, S.AWAITING_MATERIALS})
_FROM: dict[Move, frozenset[S]] = {
    Move.CALL: frozenset({S.WAITING}),
    Move.START: frozenset({S.OPEN, S.CALLED, S.LEFT}) | _PAUSED,
    Move.NO_SHOW: frozenset({S.CALLED}),
    Move.REINSTATE: frozenset({S.NO_SHOW}),
    Move.HOLD: frozenset({S.SERVING}),
    Move.AWAIT_MATERIALS: frozenset({S.SERVING}),
    Move.RESOLVE: frozenset({S.OPEN, S.SERVING}) | _PAUSED,
    Move.CLOSE: frozenset({S.RESOLVED}),
    Move.CANCEL: frozenset({S.OPEN, S.WAITING, S.CALLED}) | _PAUSED,
    Move.LEAVE: frozenset({S.WAITING, S.CALLED}),
    Move.RATE: frozenset({S.RESOLVED, S.CLOSED}),
}
ENDED = frozenset({S.RESOLVED, S.CLOSED, S.CANCELLED, S.NO_SHOW, S.LEFT})
_TO: dict[Move, S] = {
    Move.CALL: S.CALLED,
    Move.START: S.SERVING,
    Move.NO_SHOW: S.NO_SHOW,
    Move.REINSTATE: S.WAITING,
    Move.HOLD: S.HELD,
    Move.AWAIT_MATERIALS: S.AWAITING_MATERIALS,
    Move.RESOLVE: S.RESOLVED,
    Move.CLOSE: S.CLOSED,
    Move.CANCEL: S.CANCELLED,
    Move.LEAVE: S.LEFT,
}


def next_state(state: S, move: Move) -> S | Refused:
    """Where the move leads. Done before is `already_done`; what does not fit is `wrong_state`."""
    if state in _FROM[move]:
        return _TO.get(move, state)
    if _TO.get(move) is state:
        return Refused.because(Reason.ALREADY_DONE, of="ticket", state=state.value)
    return Refused.because(Reason.WRONG_STATE, of="ticket", state=state.value)


def may_reinstate(policy: TicketPolicy, no_show_at: datetime, now: datetime) -> Refused | None:
    """None while the number still counts, else `too_late{until}`; another day is another queue."""
    until = no_show_at + timedelta(minutes=policy.reinstate_minutes)
    if now > until or now.date() != no_show_at.date():
        return Refused.because(Reason.TOO_LATE, until=until.isoformat(timespec="minutes"))
    return None


def may_stay(day: date, now: datetime) -> Refused | None:
    """Whoever was taken to have left when the counters closed may still be served, until that day is over."""
    midnight = at(day, MIDNIGHT)
    if now < midnight:
        return None
    return Refused.because(Reason.TOO_LATE, until=midnight.isoformat(timespec="minutes"))


def may_rate(
    policy: TicketPolicy, state: S, stars: int | None, ended_at: datetime | None, now: datetime
) -> Refused | None:
    """Once, when it is done, while people still remember."""
    moved = next_state(state, Move.RATE)
    if isinstance(moved, Refused):
        return moved
    if stars is not None:
        return Refused.because(Reason.ALREADY_DONE, stars=stars)
    until = (ended_at or now) + timedelta(days=policy.rate_days)
    return Refused.because(Reason.TOO_LATE, until=until.date().isoformat()) if now > until else None


def may_take_number(policy: TicketPolicy, taken: Iterable[datetime], now: datetime) -> Refused | None:
    """One terminal gives so many numbers a minute: a child who taps all day must not empty the paper roll."""
    minute_ago = now - timedelta(minutes=1)
    recent = sum(minute_ago < moment <= now for moment in taken)
    if recent >= policy.numbers_per_minute:
        return Refused.because(Reason.TOO_MANY_NUMBERS, limit=policy.numbers_per_minute)
    return None


def choose_next(waiting: Sequence[Waiting], priority_run: int, most: int = 2) -> Waiting | None:
    """Priority first, at most two in a row (`priority_run` counts them), then the longest waiting."""
    may_jump = priority_run < most
    pressing = [one for one in waiting if one.priority and may_jump]
    return min(pressing or waiting, key=_longest_first, default=None)


def _longest_first(one: Waiting) -> tuple[datetime, int, str, str]:
    return one.since, len(one.number), one.number, one.id


def calling_order(waiting: Sequence[Waiting], priority_run: int, most: int = 2) -> list[Waiting]:
    """In which order these would be called, if nobody else came."""
    line = sorted(waiting, key=_longest_first)
    pressing, others = deque(one for one in line if one.priority), deque(line)
    called: dict[str, Waiting] = {}
    while len(called) < len(line):
        queue = pressing if pressing and priority_run < most else others
        one = queue.popleft()
        if one.id not in called:
            called[one.id] = one
            priority_run = priority_run + 1 if one.priority else 0
    return list(called.values())


def priority_run(called: Iterable[bool]) -> int:
    """How many of the latest calls were priority; `called` tells it of each, the latest first."""
    run = 0
    for priority in called:
        if not priority:
            break
        run += 1
    return run


def estimate(ahead: Sequence[int], counters_open: int) -> int | None:
    """Minutes until a counter is free, if each one ahead takes its minutes; None if none is open."""
    if counters_open < 1:
        return None
    free_at = [0] * counters_open
    for minutes in ahead:
        heapq.heapreplace(free_at, free_at[0] + max(0, minutes))
    return free_at[0]


def rounded_wait(minutes: int, step: int = 5) -> int:
    """An honest 约 15 分钟: never less than computed, never more exact than it is."""
    return ceil(minutes / step) * step
