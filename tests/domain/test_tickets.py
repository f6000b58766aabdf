"""Tickets move as the counter works, and the queue is fair."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import TicketState as S
from kiosk.domain.tickets import (
    Move,
    TicketPolicy,
    Waiting,
    calling_order,
    choose_next,
    estimate,
    may_reinstate,
    may_stay,
    may_take_number,
    next_state,
    priority_run,
    rounded_wait,
    was_just_taken,
)

NINE = datetime(2026, 11, 23, 9, 0)


def waits(number: str, minutes: int = 0, priority: bool = False) -> Waiting:
    return Waiting(number, number, priority, NINE + timedelta(minutes=minutes))


def test_a_ticket_is_called_served_resolved_rated_and_closed() -> None:
    state = S.WAITING
    for move in (Move.CALL, Move.START, Move.RESOLVE, Move.RATE, Move.CLOSE):
        following = next_state(state, move)
        assert isinstance(following, S)
        state = following
    assert state is S.CLOSED


@pytest.mark.parametrize(
    ("state", "move", "reason"),
    [
        (S.CALLED, Move.CALL, Reason.ALREADY_DONE),
        (S.WAITING, Move.RESOLVE, Reason.WRONG_STATE),
        (S.RESOLVED, Move.CANCEL, Reason.WRONG_STATE),
        (S.SERVING, Move.NO_SHOW, Reason.WRONG_STATE),
        (S.CANCELLED, Move.CANCEL, Reason.ALREADY_DONE),
        (S.WAITING, Move.RATE, Reason.WRONG_STATE),
    ],
)
def test_a_move_that_does_not_fit_is_refused_with_the_state(state: S, move: Move, reason: Reason) -> None:
    assert next_state(state, move) == Refused(reason, {"of": "ticket", "state": state.value})


def test_whoever_was_taken_to_have_left_may_be_served_until_that_day_is_over() -> None:
    assert next_state(S.LEFT, Move.START) is S.SERVING
    assert may_stay(NINE.date(), datetime(2026, 11, 23, 23, 59, 59)) is None
    late = may_stay(NINE.date(), datetime(2026, 11, 24))
    assert late == Refused(Reason.TOO_LATE, {"until": "2026-11-24T00:00"})


def test_a_no_show_may_come_back_for_an_hour_of_the_same_day() -> None:
    policy = TicketPolicy()
    assert may_reinstate(policy, NINE, NINE + timedelta(minutes=60)) is None
    late = may_reinstate(policy, NINE, NINE + timedelta(minutes=61))
    assert late == Refused(Reason.TOO_LATE, {"until": "2026-11-23T10:00"})
    evening = datetime(2026, 11, 23, 23, 50)
    assert may_reinstate(policy, evening, evening + timedelta(minutes=20)) is not None


def test_the_fourth_number_within_a_minute_is_too_many() -> None:
    taken = [NINE + timedelta(seconds=second) for second in (0, 10, 20)]
    refused = may_take_number(TicketPolicy(), taken, NINE + timedelta(seconds=30))
    assert refused == Refused(Reason.TOO_MANY_NUMBERS, {"limit": 3})
    assert may_take_number(TicketPolicy(), taken, NINE + timedelta(seconds=60)) is None


def test_a_number_was_just_taken_for_five_minutes() -> None:
    assert was_just_taken(NINE, NINE) and was_just_taken(NINE, NINE + timedelta(minutes=5))
    assert not was_just_taken(NINE, NINE + timedelta(minutes=5, seconds=1))
    assert not was_just_taken(NINE, NINE - timedelta(minutes=1))


def test_priority_goes_first_but_not_a_third_time_in_a_row() -> None:
    queue = [waits("A001"), waits("A002", 1, True), waits("A003", 2, True), waits("A004", 3, True)]
    order, calls = [], list[bool]()
    while one := choose_next(queue, priority_run(reversed(calls))):
        order.append(one.number)
        calls.append(one.priority)
        queue.remove(one)
    assert order == ["A002", "A003", "A001", "A004"]


def test_nobody_waiting_means_nobody_is_called() -> None:
    assert choose_next([], 0) is None


def test_those_who_came_at_once_go_by_number_also_past_a_thousand() -> None:
    chosen = choose_next([waits("A1000"), waits("A999")], 0)
    assert chosen is not None and chosen.number == "A999"


@given(st.lists(st.booleans(), max_size=30))
def test_an_ordinary_number_is_never_passed_by_three_priorities_that_came_later(kinds: list[bool]) -> None:
    queue = [waits(f"A{place:03d}", place, priority) for place, priority in enumerate(kinds)]
    calls: list[Waiting] = []
    while one := choose_next(queue, priority_run(call.priority for call in reversed(calls))):
        ordinary = [each for each in queue if not each.priority]
        jumpers = calls[-2:]
        if ordinary and len(jumpers) == 2 and all(each.priority for each in jumpers) and one.priority:
            assert one.since < min(each.since for each in ordinary)
        calls.append(one)
        queue.remove(one)
    assert len(calls) == len(kinds)


def test_the_wait_counts_open_counters() -> None:
    assert estimate([], 1) == 0
    assert estimate([10, 10, 10], 1) == 30
    assert estimate([10, 10, 10], 2) == 10
    assert estimate([10], 0) is None
    assert rounded_wait(11) == 15


@given(st.lists(st.integers(0, 60), max_size=20), st.integers(1, 5))
def test_one_more_counter_never_lengthens_the_wait(ahead: list[int], counters: int) -> None:
    fewer, more = estimate(ahead, counters), estimate(ahead, counters + 1)
    assert fewer is not None and more is not None and more <= fewer <= sum(ahead)


@given(
    st.lists(st.tuples(st.integers(0, 30), st.booleans()), max_size=12),
    st.integers(0, 3),
)
def test_the_foretold_order_is_the_one_in_which_people_are_called(
    line: list[tuple[int, bool]], run: int
) -> None:
    queue = [waits(f"A{n:03d}", minutes, priority) for n, (minutes, priority) in enumerate(line)]
    called, rest, so_far = [], list(queue), run
    while one := choose_next(rest, so_far):
        called.append(one)
        rest.remove(one)
        so_far = so_far + 1 if one.priority else 0
    assert calling_order(queue, run) == called
