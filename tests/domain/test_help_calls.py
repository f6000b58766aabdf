"""Calls for help: their moves, and when one had better ring."""

from datetime import datetime, timedelta

import pytest

from kiosk.domain.help_calls import LOUD, SOFT, HelpMove, is_unheard, next_state, ring_due
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import HelpState

NINE = datetime(2026, 11, 23, 9)
DONE = "already_done"


@pytest.mark.parametrize(
    ("state", "move", "then"),
    [
        ("open", "answer", "answered"),
        ("open", "close", "closed"),
        ("answered", "answer", DONE),
        ("answered", "close", "closed"),
        ("closed", "answer", DONE),
        ("closed", "close", DONE),
    ],
)
def test_where_each_move_leads(state: str, move: str, then: str) -> None:
    found = next_state(HelpState(state), HelpMove(move))
    assert (found.reason if isinstance(found, Refused) else found) == then


@pytest.mark.parametrize(
    ("state", "seconds", "unheard"),
    [("open", 0, False), ("open", 59, False), ("open", 60, True), ("answered", 600, False), ("closed", 600, False)],
)  # fmt: skip
def test_after_a_minute_without_an_answer_one_had_better_ring(
    state: str, seconds: int, unheard: bool
) -> None:
    assert is_unheard(HelpState(state), NINE, NINE + timedelta(seconds=seconds)) is unheard


@pytest.mark.parametrize(
    ("waited", "rung", "loudness"),
    [
        (0, None, SOFT), (59, 0, 0), (60, 0, LOUD), (79, 60, 0), (80, 60, LOUD), (300, None, LOUD), (300, 290, 0),
        (5, 5, 0),
    ],
)  # fmt: skip
def test_a_call_rings_softly_once_and_loudly_for_as_long_as_nobody_goes(
    waited: int, rung: int | None, loudness: float
) -> None:
    before = None if rung is None else NINE + timedelta(seconds=rung)
    assert ring_due(NINE, before, NINE + timedelta(seconds=waited)) == loudness
