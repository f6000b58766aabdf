"""Cards move from state to state by one table, and no PIN is guessed at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.cards import CardMove, judge_pin, next_state, state_of
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CardState

GOOD, LOST, WITHDRAWN, REPLACED, ENDED = CardState


@pytest.mark.parametrize(
    ("move", "state", "leads_to"),
    [
        (CardMove.BLOCK, GOOD, LOST), (CardMove.BLOCK, WITHDRAWN, LOST), (CardMove.UNBLOCK, LOST, GOOD),
        (CardMove.REPLACE, GOOD, REPLACED), (CardMove.REPLACE, LOST, REPLACED), (CardMove.REPLACE, WITHDRAWN, REPLACED),
        (CardMove.WITHDRAW, GOOD, WITHDRAWN), (CardMove.CONSENT, WITHDRAWN, GOOD), (CardMove.END, GOOD, ENDED),
        (CardMove.END, REPLACED, ENDED),
    ],
)  # fmt: skip
def test_a_card_goes_where_its_move_leads(move: CardMove, state: CardState, leads_to: CardState) -> None:
    assert next_state(state, move) is leads_to


@pytest.mark.parametrize(
    ("move", "state", "reason"),
    [
        (CardMove.BLOCK, LOST, Reason.ALREADY_DONE), (CardMove.UNBLOCK, GOOD, Reason.ALREADY_DONE),
        (CardMove.UNBLOCK, REPLACED, Reason.WRONG_STATE), (CardMove.UNBLOCK, WITHDRAWN, Reason.WRONG_STATE),
        (CardMove.REPLACE, REPLACED, Reason.ALREADY_DONE), (CardMove.REPLACE, ENDED, Reason.WRONG_STATE),
    ],
)  # fmt: skip
def test_a_move_that_is_not_in_the_table_is_refused(move: CardMove, state: CardState, reason: Reason) -> None:
    refused = next_state(state, move)
    assert isinstance(refused, Refused) and refused.reason is reason


@pytest.mark.parametrize("move", CardMove)
@pytest.mark.parametrize("state", [REPLACED, ENDED])
def test_no_move_makes_a_replaced_or_closed_card_good_again(state: CardState, move: CardMove) -> None:
    assert next_state(state, move) is not GOOD


def test_a_card_that_was_blocked_before_states_were_kept_was_lost() -> None:
    assert state_of("good", blocked=True) is LOST
    assert state_of("good", blocked=False) is GOOD
    assert state_of("replaced", blocked=True) is REPLACED


@pytest.mark.parametrize("pin", ["0000", "9999", "1234", "6789", "0123", "4321", "9876"])
def test_a_pin_that_anyone_would_try_first_is_too_easy(pin: str) -> None:
    assert judge_pin(pin) == Refused.because(Reason.BAD_PIN, easy=True)


@pytest.mark.parametrize("pin", ["", "123", "12345", "12a4", "１２８４", "二二三四", " 284", "²³¹⁴"])
def test_a_pin_is_four_plain_digits(pin: str) -> None:
    assert judge_pin(pin) == Refused.because(Reason.BAD_PIN, digits=4)


@given(st.from_regex(r"\A[0-9]{4}\Z"))
def test_any_other_four_digits_will_do(pin: str) -> None:
    easy = len(set(pin)) == 1 or pin in "0123456789" or pin in "9876543210"
    assert (judge_pin(pin) is None) is not easy
