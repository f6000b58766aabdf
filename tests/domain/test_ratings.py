"""Five levels, a call back for the two lowest, one more rating."""

from datetime import date, datetime, timedelta

import pytest

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.outcomes import Refused
from kiosk.domain.ratings import Step, call_back_by, fix_by, is_complaint, may_rate, next_step
from kiosk.domain.reasons import Reason
from kiosk.domain.states import ComplaintState as C
from kiosk.domain.states import TicketState as S
from kiosk.domain.tickets import TicketPolicy

POLICY, NINE = TicketPolicy(), datetime(2026, 11, 23, 9, 0)


@pytest.mark.parametrize("stars", [1, 2, 3, 4, 5])
def test_the_two_lowest_of_five_are_complaints(stars: int) -> None:
    assert is_complaint(stars) is (stars <= 2)


def test_the_way_of_a_complaint() -> None:
    allowed = {
        (C.CALL_BACK, Step.UPHOLD): C.UPHELD, (C.CALL_BACK, Step.DISMISS): C.DISMISSED,
        (C.UPHELD, Step.FIX): C.FIXED, (C.FIXED, Step.RATE_AGAIN): C.RATED_AGAIN,
    }  # fmt: skip
    for state in C:
        for step in Step:
            found = next_step(state, step)
            assert found == allowed.get((state, step)) or isinstance(found, Refused)


def test_called_back_the_next_day_and_put_right_in_fifteen_working_days() -> None:
    friday = date(2026, 11, 27)
    assert call_back_by(POLICY, friday) == date(2026, 11, 28)
    assert fix_by(POLICY, WorkingCalendar(), friday) == date(2026, 12, 18)
    assert fix_by(POLICY, WorkingCalendar(), date(2026, 9, 25)) > date(2026, 10, 16)  # a week of holidays


@pytest.mark.parametrize(
    ("state", "stars", "complaint", "days", "reason"),
    [
        (S.RESOLVED, None, None, 0, None),
        (S.CLOSED, None, None, 30, None),
        (S.RESOLVED, None, None, 31, Reason.TOO_LATE),
        (S.SERVING, None, None, 0, Reason.WRONG_STATE),
        (S.RESOLVED, 4, None, 0, Reason.ALREADY_DONE),
        (S.RESOLVED, 1, C.CALL_BACK, 0, Reason.ALREADY_DONE),
        (S.RESOLVED, 1, C.UPHELD, 0, Reason.ALREADY_DONE),
        (S.RESOLVED, 1, C.DISMISSED, 0, Reason.ALREADY_DONE),
        (S.RESOLVED, 1, C.FIXED, 30, None),
        (S.RESOLVED, 1, C.FIXED, 31, Reason.TOO_LATE),
        (S.RESOLVED, 5, C.RATED_AGAIN, 0, Reason.ALREADY_DONE),
    ],
)
def test_who_may_rate_and_until_when(
    state: S, stars: int | None, complaint: C | None, days: int, reason: Reason | None
) -> None:
    refused = may_rate(POLICY, state, stars, NINE, NINE + timedelta(days=days), complaint)
    assert (refused.reason if refused else None) is reason
