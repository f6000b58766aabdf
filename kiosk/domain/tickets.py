"""Tickets: where each may go next, who is called next, how long the wait is."""

import heapq
from collections import deque
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from math import ceil

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import Mode, VisitState
from kiosk.domain.states import TicketState as S
from kiosk.domain.times import MIDNIGHT, at


class Move(StrEnum):
    """What may happen to a ticket; those of `_TO` lead to another state, the others change or add something."""

    CALL = "call"
    RECALL = "recall"
    START = "start"
    NO_SHOW = "no_show"
    REINSTATE = "reinstate"
    HOLD = "hold"
    REQUEUE = "requeue"
    HAND_OVER = "hand_over"
    AWAIT_MATERIALS = "await_materials"
    RECEIVE_MATERIALS = "receive_materials"
    RESOLVE = "resolve"
    CLOSE = "close"
    CANCEL = "cancel"
    LEAVE = "leave"
    GIVE_UP = "give_up"
    RATE = "rate"
    CHANGE = "change"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class TicketPolicy:
    """`callback_days` and `fix_working_days` count from a low rating, and from the day it was upheld."""

    reinstate_minutes: int = 60
    numbers_per_minute: int = 3
    priority_in_a_row: int = 2
    rate_days: int = 30
    items_per_number: int = 3
    callback_days: int = 1
    fix_working_days: int = 15
    visit_days_ahead: int = 60


@dataclass(frozen=True, slots=True)
class Waiting:
    """Someone who waits: `since` is when the number was taken, or when a no-show was reinstated.

    Handed on to one counter or operator (ids), only these call it. `more_items` are done under the same number.
    """

    id: str
    number: str
    priority: bool
    since: datetime
    item: str = ""
    more_items: tuple[str, ...] = ()
    to_counter: str | None = None
    assigned: str | None = None


JUST_NOW = timedelta(minutes=5)
VISITS = 20
"""Planned at a time, for one ticket."""
_PAUSED = frozenset({S.HELD, S.AWAITING_MATERIALS})
ENDED = frozenset({S.RESOLVED, S.CLOSED, S.CANCELLED, S.NO_SHOW, S.LEFT})
LIVE = frozenset(S) - ENDED
_FROM: dict[Move, frozenset[S]] = {
    Move.CALL: frozenset({S.WAITING}),
    Move.RECALL: frozenset({S.CALLED}),
    Move.START: frozenset({S.OPEN, S.CALLED, S.LEFT}) | _PAUSED,
    Move.NO_SHOW: frozenset({S.CALLED}),
    Move.REINSTATE: frozenset({S.NO_SHOW}),
    Move.HOLD: frozenset({S.SERVING}),
    Move.REQUEUE: frozenset({S.WAITING, S.CALLED, S.SERVING, S.HELD}),
    Move.HAND_OVER: frozenset({S.OPEN, S.CALLED, S.SERVING, S.HELD}),
    Move.AWAIT_MATERIALS: frozenset({S.OPEN, S.SERVING, S.HELD}),
    Move.RECEIVE_MATERIALS: frozenset({S.AWAITING_MATERIALS}),
    Move.RESOLVE: frozenset({S.OPEN, S.SERVING}) | _PAUSED,
    Move.CLOSE: frozenset({S.RESOLVED}),
    Move.CANCEL: frozenset({S.OPEN, S.WAITING, S.CALLED}) | _PAUSED,
    Move.LEAVE: frozenset({S.WAITING, S.CALLED}),
    Move.GIVE_UP: frozenset({S.WAITING, S.CALLED, S.SERVING, S.HELD}),
    Move.RATE: frozenset({S.RESOLVED, S.CLOSED}),
    Move.CHANGE: LIVE,
    Move.NOTE: frozenset(S),
}
_TO: dict[Move, S] = {
    Move.CALL: S.CALLED,
    Move.START: S.SERVING,
    Move.NO_SHOW: S.NO_SHOW,
    Move.REINSTATE: S.WAITING,
    Move.HOLD: S.HELD,
    Move.REQUEUE: S.WAITING,
    Move.HAND_OVER: S.OPEN,
    Move.AWAIT_MATERIALS: S.AWAITING_MATERIALS,
    Move.RECEIVE_MATERIALS: S.OPEN,
    Move.RESOLVE: S.RESOLVED,
    Move.CLOSE: S.CLOSED,
    Move.CANCEL: S.CANCELLED,
    Move.LEAVE: S.LEFT,
    Move.GIVE_UP: S.LEFT,
}


def next_state(state: S, move: Move) -> S | Refused:
    """Where the move leads. Done before is `already_done`; what does not fit is `wrong_state`."""
    if state in _FROM[move]:
        return _TO.get(move, state)
    if _TO.get(move) is state:
        return Refused.because(Reason.ALREADY_DONE, of="ticket", state=state.value)
    return Refused.because(Reason.WRONG_STATE, of="ticket", state=state.value)


def transitions() -> frozenset[tuple[S, S]]:
    """Every step from one state to another that some move makes."""
    return frozenset((state, _TO.get(move, state)) for move, states in _FROM.items() for state in states)


def handed_on(mode: Mode, day: date, today: date, *, is_part: bool = False) -> Move:
    """Who came to the counters today waits there again; everything else lies open, a part of something, too."""
    waits = mode is Mode.COUNTER and day == today and not is_part
    return Move.REQUEUE if waits else Move.HAND_OVER


def may_call(one: Waiting, counter: str, operator: str) -> bool:
    """Whoever was sent on to one counter or operator waits for that one."""
    return one.to_counter in (None, counter) and one.assigned in (None, operator)


def may_add_item(policy: TicketPolicy, items: Collection[str], item: str) -> Refused | None:
    if item in items:
        return Refused.because(Reason.ALREADY_DONE, of="ticket")
    if len(items) >= policy.items_per_number:
        return Refused.because(Reason.LIMIT_REACHED, what="items", limit=policy.items_per_number)
    return None


def may_visit(policy: TicketPolicy, day: date, start: int, now: datetime, planned: int) -> Refused | None:
    """A visit lies ahead, but not too far; `planned`: how many the ticket has already."""
    latest = now.date() + timedelta(days=policy.visit_days_ahead)
    if day > latest:
        return Refused.because(Reason.TOO_FAR_AHEAD, latest=latest.isoformat())
    if at(day, start) < now:
        return Refused.because(Reason.PAST_DATE)
    if planned >= VISITS:
        return Refused.because(Reason.LIMIT_REACHED, what="visits", limit=VISITS)
    return None


def visit_ended(state: VisitState, end: VisitState) -> Refused | None:
    """Only what is planned can end; None while it may."""
    if state is VisitState.PLANNED:
        return None
    reason = Reason.ALREADY_DONE if state is end else Reason.WRONG_STATE
    return Refused.because(reason, of="visit", state=state.value)


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


def may_take_number(policy: TicketPolicy, taken: Iterable[datetime], now: datetime) -> Refused | None:
    """One terminal gives so many numbers a minute: a child who taps all day must not empty the paper roll."""
    minute_ago = now - timedelta(minutes=1)
    recent = sum(minute_ago < moment <= now for moment in taken)
    if recent >= policy.numbers_per_minute:
        return Refused.because(Reason.TOO_MANY_NUMBERS, limit=policy.numbers_per_minute)
    return None


def was_just_taken(taken: datetime, now: datetime) -> bool:
    """So lately that a second number for the same thing is worth a question."""
    return timedelta() <= now - taken <= JUST_NOW


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
