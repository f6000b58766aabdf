"""Where a copy, a loan and a hold may go: the tables leave nothing out, and nothing comes back from an end."""

from datetime import date

import pytest

from kiosk.domain.classification import MAIN_CLASSES, main_class
from kiosk.domain.copies import COPY_STEPS, HOLD_STEPS, LOAN_STEPS, Care, care_for, may_call_off
from kiosk.domain.guardians import is_of_age
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState, HoldState, LoanState

C = CopyState


def test_every_state_has_its_row() -> None:
    assert (set(COPY_STEPS), set(LOAN_STEPS), set(HOLD_STEPS)) == (set(C), set(LoanState), set(HoldState))


@pytest.mark.parametrize("care", Care)
@pytest.mark.parametrize("state", C)
def test_what_care_leads_to_is_a_step_of_the_table(care: Care, state: CopyState) -> None:
    to = care_for(care, state)
    assert isinstance(to, Refused) or to in COPY_STEPS[state]


@pytest.mark.parametrize(
    ("care", "state", "expected"),
    [
        (Care.LOSE, C.ON_LOAN, C.LOST),
        (Care.LOSE, C.LOST, Reason.ALREADY_DONE),
        (Care.LOSE, C.WITHDRAWN, Reason.WRONG_STATE),
        (Care.FIND, C.LOST, C.ON_SHELF),
        (Care.FIND, C.ON_HOLD, Reason.ALREADY_DONE),
        (Care.FIND, C.DAMAGED, Reason.WRONG_STATE),
        (Care.DAMAGE, C.ON_LOAN, C.DAMAGED),
        (Care.REPAIR, C.DAMAGED, C.ON_SHELF),
        (Care.REPAIR, C.ON_SHELF, Reason.ALREADY_DONE),
        (Care.WITHDRAW, C.ON_LOAN, Reason.COPY_ON_LOAN),
        (Care.WITHDRAW, C.LOST, C.WITHDRAWN),
    ],
)
def test_what_can_be_done_with_a_copy(care: Care, state: CopyState, expected: CopyState | Reason) -> None:
    found = care_for(care, state)
    assert (found.reason if isinstance(found, Refused) else found) is expected


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (HoldState.WAITING, None),
        (HoldState.READY, None),
        (HoldState.CANCELLED, Reason.ALREADY_DONE),
        (HoldState.FULFILLED, Reason.WRONG_STATE),
        (HoldState.EXPIRED, Reason.WRONG_STATE),
    ],
)
def test_a_hold_is_called_off_while_it_lives(state: HoldState, reason: Reason | None) -> None:
    refused = may_call_off(state)
    assert (refused.reason if refused else None) is reason


@pytest.mark.parametrize(
    ("month", "today", "of_age"),
    [
        ("2008-11", date(2026, 11, 30), False),
        ("2008-11", date(2026, 12, 1), True),
        ("2008-12", date(2026, 12, 31), False),
        ("2016-05", date(2026, 11, 23), False),
        (None, date(2026, 11, 23), False),
    ],
)
def test_a_child_is_of_age_when_the_month_of_its_eighteenth_birthday_is_over(
    month: str | None, today: date, of_age: bool
) -> None:
    assert is_of_age(month, today) is of_age


def test_the_classification_has_its_twenty_two_main_classes() -> None:
    assert "".join(one.letter for one in MAIN_CLASSES) == "ABCDEFGHIJKNOPQRSTUVXZ"
    assert all(one.name and one.name_en for one in MAIN_CLASSES)


@pytest.mark.parametrize(
    ("number", "letter"),
    [("I247.57", "I"), ("TP312", "T"), ("i2", "I"), ("", None), ("L1", None), ("813.3", None)],
)
def test_a_class_number_begins_with_the_letter_of_its_main_class(number: str, letter: str | None) -> None:
    found = main_class(number)
    assert (found.letter if found else None) == letter
