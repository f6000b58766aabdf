"""What may be booked, until when it is decided, and how a booking moves from state to state."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.hours import Hours, interval_text, is_open_throughout, open_intervals
from kiosk.domain.notice import judge_notice
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import BookingState, PartyKind
from kiosk.domain.times import at, minute_of


def judge_times(policy: BookingPolicy, start: int, end: int) -> Refused | None:
    """A use is one slot, or several that touch; 11:30-14:00 between two slots breaks the row."""
    within = [slot for slot in policy.slots if start <= slot[0] and slot[1] <= end]
    if start < end and sum(last - first for first, last in within) == end - start:
        return None
    return Refused.because(Reason.BAD_TIMES, slots=[interval_text(slot) for slot in policy.slots])


def judge_open(calendar: WorkingCalendar, hours: Hours, day: date, start: int, end: int) -> Refused | None:
    spans = open_intervals(hours, day)
    if calendar.is_closed(day) or not spans:
        return Refused.because(Reason.CLOSED_DAY, day=day.isoformat())
    if not is_open_throughout(hours, day, start, end):
        return Refused.because(Reason.OUTSIDE_HOURS, hours=[interval_text(span) for span in spans])
    return None


def judge_request(
    policy: BookingPolicy,
    calendar: WorkingCalendar,
    hours: Hours,
    made_at: datetime,
    day: date,
    start: int,
    end: int,
) -> Refused | None:
    """Everything about a request that is about time alone: slots, notice, opening. Who asks, and what is
    free, is asked elsewhere.
    """
    return (
        judge_times(policy, start, end)
        or judge_notice(policy.notice, calendar, made_at, day, start)
        or judge_open(calendar, hours, day, start, end)
    )


def judge_party(policy: BookingPolicy, kind: PartyKind, verified: bool) -> Refused | None:
    """Whom the room is for at all; nobody can be verified but who has a credit code."""
    if policy.parties is not None and kind not in policy.parties:
        return Refused.because(Reason.NOT_FOR_YOU, of="party", kinds=sorted(policy.parties))
    if policy.verified_only and not verified:
        return Refused.because(Reason.NOT_FOR_YOU, of="verified")
    return None


def judge_equipment(there: Mapping[str, int], wanted: Mapping[str, int]) -> Refused | None:
    """What is wished for must be in the rooms, and as often."""
    for name, count in wanted.items():
        if not 1 <= count <= there.get(name, 0):
            return Refused.because(Reason.NOT_EQUIPPED, thing=name, count=there.get(name, 0))
    return None


# Moments of a booking's life


def decide_by(policy: BookingPolicy, calendar: WorkingCalendar, made_at: datetime) -> datetime:
    """Until when staff promise an answer; after it the request is overdue at the desk."""
    return at(calendar.next_working_day(made_at.date()), policy.decide_by)


def expires_at(
    policy: BookingPolicy, calendar: WorkingCalendar, made_at: datetime, day: date, start: int
) -> datetime:
    """When an undecided request gives its slot back, without a strike.

    On the last working day before use; one made later than that (short notice rooms) keeps its slot until
    it would start.
    """
    usual = at(calendar.last_working_day_before(day), policy.expire_at)
    return usual if made_at < usual else at(day, start)


def may_check_in(policy: BookingPolicy, now: datetime, day: date, start: int) -> Refused | None:
    opens = check_in_from(policy, day, start)
    until = no_show_from(policy, day, start)
    if now < opens:
        return Refused.because(Reason.TOO_EARLY, **{"from": _minute_text(opens)})
    if now > until:
        return Refused.because(Reason.TOO_LATE, until=_minute_text(until))
    return None


def check_in_from(policy: BookingPolicy, day: date, start: int) -> datetime:
    return at(day, start) - timedelta(minutes=policy.check_in_before)


def no_show_from(policy: BookingPolicy, day: date, start: int) -> datetime:
    """The last moment to check in; after it the booking is a no-show."""
    return at(day, start) + timedelta(minutes=policy.check_in_after)


def may_mark_no_show(policy: BookingPolicy, now: datetime, day: date, start: int) -> Refused | None:
    ends = no_show_from(policy, day, start)
    if now > ends:
        return None
    return Refused.because(Reason.TOO_EARLY, what="no_show", **{"from": _minute_text(ends)})


def judge_release(
    policy: BookingPolicy, now: datetime, day: date, start: int, end: int, new: int, has_begun: bool
) -> Refused | None:
    """Whether the time from minute `new` on may be given back: something is left and something is given. What has not
    begun keeps whole slots.
    """
    if has_ended(now, day, end):
        return Refused.because(Reason.TOO_LATE, until=_minute_text(at(day, end)))
    if not start < new < end:
        return Refused.because(Reason.BAD_TIMES, slots=_ends_between(policy, start, end))
    return None if has_begun else judge_times(policy, start, new)


def _ends_between(policy: BookingPolicy, start: int, end: int) -> list[str]:
    return [interval_text((start, slot[1])) for slot in policy.slots if start < slot[1] < end]


def first_free_minute(now: datetime, day: date, start: int) -> int:
    """Who stops using a room now has had it to the end of this minute, and at least for one."""
    return max(minute_of(now) + 1 if now.date() == day else 0, start + 1)


def is_overdue(state: BookingState, decide_by: datetime, now: datetime) -> bool:
    """Staff had promised an answer by then."""
    return state is BookingState.REQUESTED and now > decide_by


def has_ended(now: datetime, day: date, end: int) -> bool:
    return now >= at(day, end)


def is_late_cancel(policy: BookingPolicy, now: datetime, day: date, start: int) -> bool:
    """Exactly 24 hours before is still in time."""
    return at(day, start) - now < timedelta(hours=policy.late_cancel_hours)


def _minute_text(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


# From state to state


class Move(StrEnum):
    APPROVE = "approve"
    REJECT = "reject"
    CANCEL = "cancel"
    CHECK_IN = "check_in"
    COMPLETE = "complete"
    NO_SHOW = "no_show"
    EXPIRE = "expire"
    MOVE_UP = "move_up"
    """Its turn has come on the waiting list."""
    RELEASE = "release"
    """The end of its time is given back."""
    RESCHEDULE = "reschedule"


UNDECIDED = frozenset({BookingState.REQUESTED, BookingState.WAITLISTED})
HOLDS_ROOM = frozenset({BookingState.REQUESTED, BookingState.APPROVED, BookingState.CHECKED_IN})
"""A request holds its slot until it is decided or expires."""

ENDED = frozenset(BookingState) - HOLDS_ROOM - UNDECIDED

_MOVES: dict[Move, tuple[frozenset[BookingState], BookingState | None]] = {
    Move.APPROVE: (UNDECIDED, BookingState.APPROVED),
    Move.REJECT: (UNDECIDED, BookingState.REJECTED),
    Move.EXPIRE: (UNDECIDED, BookingState.EXPIRED),
    Move.CANCEL: (UNDECIDED | {BookingState.APPROVED}, BookingState.CANCELLED),
    Move.CHECK_IN: (frozenset({BookingState.APPROVED}), BookingState.CHECKED_IN),
    Move.NO_SHOW: (frozenset({BookingState.APPROVED}), BookingState.NO_SHOW),
    Move.COMPLETE: (frozenset({BookingState.CHECKED_IN}), BookingState.COMPLETED),
    Move.MOVE_UP: (frozenset({BookingState.WAITLISTED}), BookingState.REQUESTED),
    Move.RELEASE: (HOLDS_ROOM, None),
    Move.RESCHEDULE: (frozenset({BookingState.REQUESTED, BookingState.APPROVED}), None),
}
"""From where each move leads to where; None: the booking stays what it is."""


def state_at(state: BookingState, expires_at: datetime, now: datetime) -> BookingState:
    """What a booking is by now: an undecided one expires by itself, whenever somebody writes that down."""
    return BookingState.EXPIRED if state in UNDECIDED and now >= expires_at else state


def next_state(state: BookingState, move: Move) -> BookingState | Refused:
    sources, target = _MOVES[move]
    if state in sources:
        return target or state
    if state is target:
        return Refused.because(Reason.ALREADY_DONE, of="booking", state=state.value)
    if state in UNDECIDED:
        return Refused.because(Reason.NOT_APPROVED, of="booking", state=state.value)
    return Refused.because(Reason.WRONG_STATE, of="booking", state=state.value)


def earns_strike(
    policy: BookingPolicy, state: BookingState, move: Move, now: datetime, day: date, start: int
) -> bool:
    """Not coming does, and calling off late what was promised; withdrawing a request that nobody answered
    does not.
    """
    if move is Move.NO_SHOW:
        return True
    return move is Move.CANCEL and state is BookingState.APPROVED and is_late_cancel(policy, now, day, start)
