"""Who may borrow, who may renew, and no loan that ends on a closed day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.lending import (
    FLAG_NOT_RETURNED,
    Borrower,
    CopyFacts,
    Lend,
    Renew,
    due_day,
    hold_until,
    judge_borrow,
    judge_hold,
    judge_renew,
    overdue_from,
)
from kiosk.domain.loan_policy import LoanPolicy
from kiosk.domain.outcomes import Refused
from kiosk.domain.people import CardKind
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState

POLICY = LoanPolicy.from_data(
    {
        "cards": {"child": {"limit": 3}},
        "kinds": {"reference": {"lendable": False}, "magazine": {"days": 15, "limit": 2, "renewals": 0}},
    }
)
TODAY = date(2026, 11, 23)
LATER = TODAY + timedelta(days=10)
ON_SHELF = CopyFacts(CopyState.ON_SHELF)


def always(day: date) -> bool:
    return True


def borrow(borrower: Borrower, copy: CopyFacts = ON_SHELF) -> Lend | Refused:
    return judge_borrow(POLICY, borrower, copy, TODAY, always)


def test_a_book_is_lent_for_thirty_days() -> None:
    assert borrow(Borrower("wang")) == Lend(due=date(2026, 12, 23))


@pytest.mark.parametrize(
    ("borrower", "refused"),
    [
        (Borrower("wang", revoked=True), Refused(Reason.REVOKED_CARD)),
        (Borrower("wang", dues=(LATER,) * 5), Refused(Reason.LIMIT_REACHED, {"what": "loans", "limit": 5})),
        (
            Borrower("wang", CardKind.CHILD, dues=(LATER,) * 3),
            Refused(Reason.LIMIT_REACHED, {"what": "loans", "limit": 3}),
        ),
        (
            Borrower("wang", dues=(TODAY - timedelta(days=1), TODAY)),
            Refused(Reason.OVERDUE_ITEMS, {"count": 1}),
        ),
    ],
)
def test_a_card_that_may_not_borrow_is_told_why(borrower: Borrower, refused: Refused) -> None:
    assert borrow(borrower) == refused


@pytest.mark.parametrize(
    ("copy", "refused"),
    [
        (CopyFacts(CopyState.LOST), Refused(Reason.COPY_LOST)),
        (CopyFacts(CopyState.ON_HOLD, held_for="li"), Refused(Reason.COPY_HELD)),
        (CopyFacts(CopyState.ON_LOAN, lent_to="wang"), Refused(Reason.COPY_ON_LOAN, {"yours": True})),
        (CopyFacts(CopyState.DAMAGED), Refused(Reason.WRONG_STATE, {"of": "copy", "state": "damaged"})),
        (
            CopyFacts(CopyState.ON_SHELF, kind="reference"),
            Refused(Reason.NOT_LENDABLE, {"kind": "reference"}),
        ),
        (
            CopyFacts(CopyState.ON_HOLD, held_for="li", other_kept="S0000003"),
            Refused(Reason.COPY_HELD, {"what": "yours", "yours": "S0000003"}),
        ),
    ],
)
def test_a_copy_that_cannot_go_is_told_why(copy: CopyFacts, refused: Refused) -> None:
    assert borrow(Borrower("wang"), copy) == refused


def test_a_borrowed_copy_brought_by_another_was_not_returned_and_is_lent_with_a_flag() -> None:
    lent = borrow(Borrower("wang"), CopyFacts(CopyState.ON_LOAN, lent_to="li"))
    assert isinstance(lent, Lend) and lent.closes_old_loan and lent.flags == (FLAG_NOT_RETURNED,)


def test_the_reader_for_whom_it_was_held_takes_it() -> None:
    lent = borrow(Borrower("wang"), CopyFacts(CopyState.ON_HOLD, held_for="wang"))
    assert isinstance(lent, Lend) and not lent.closes_old_loan


def renew(
    due: date = LATER, renewals: int = 0, title_held: bool = False, revoked: bool = False
) -> Renew | Refused:
    return judge_renew(
        POLICY.terms(),
        due=due,
        renewals=renewals,
        today=TODAY,
        is_open=always,
        title_held=title_held,
        revoked=revoked,
    )


def test_one_renewal_adds_fifteen_days_to_the_old_due_day() -> None:
    assert renew() == Renew(LATER + timedelta(days=15), 1)
    assert isinstance(renew(due=TODAY), Renew)


def test_a_renewal_is_refused_the_second_time_when_overdue_held_or_revoked() -> None:
    refusals = (
        renew(renewals=1),
        renew(due=TODAY - timedelta(days=1)),
        renew(title_held=True),
        renew(revoked=True),
    )
    reasons = [one.reason for one in refusals if isinstance(one, Refused)]
    assert reasons == [Reason.RENEWAL_LIMIT, Reason.OVERDUE_ITEMS, Reason.COPY_HELD, Reason.REVOKED_CARD]


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 60), st.sets(st.integers(0, 6), max_size=6)
)
def test_nothing_is_due_on_a_closed_day_or_early(day: date, days: int, closed: set[int]) -> None:
    due = due_day(day, days, lambda each: each.weekday() not in closed)
    assert due.weekday() not in closed
    assert timedelta(days) <= due - day < timedelta(days + 7)


def test_a_station_that_never_opens_still_has_a_due_day() -> None:
    assert due_day(TODAY, 30, lambda day: False) == TODAY + timedelta(days=30)


def test_a_hold_waits_three_open_days() -> None:
    assert hold_until(POLICY.terms(), date(2026, 11, 27), lambda day: day.weekday() < 5) == date(2026, 12, 2)


@pytest.mark.parametrize(
    ("borrower", "copies", "already", "waiting", "reason"),
    [
        (Borrower("wang", revoked=True), (ON_SHELF,), False, 0, Reason.REVOKED_CARD),
        (Borrower("wang"), (ON_SHELF,), True, 0, Reason.ALREADY_HELD),
        (Borrower("wang"), (CopyFacts(CopyState.ON_LOAN, "wang"),), False, 0, Reason.COPY_ON_LOAN),
        (Borrower("wang"), (CopyFacts(CopyState.LOST),), False, 0, Reason.COPY_LOST),
        (Borrower("wang"), (), False, 0, Reason.COPY_LOST),
        (Borrower("wang"), (ON_SHELF,), False, 5, Reason.LIMIT_REACHED),
        (Borrower("wang"), (CopyFacts(CopyState.ON_LOAN, "li"),), False, 0, None),
        (Borrower("wang"), (CopyFacts(CopyState.ON_SHELF, kind="reference"),), False, 0, Reason.NOT_LENDABLE),
        (Borrower("wang", CardKind.CHILD), (ON_SHELF,), False, 3, Reason.LIMIT_REACHED),
    ],
)
def test_a_title_may_be_held_by_those_who_can_wait_for_it(
    borrower: Borrower, copies: tuple[CopyFacts, ...], already: bool, waiting: int, reason: Reason | None
) -> None:
    refused = judge_hold(POLICY, borrower, copies, already_held=already, waiting=waiting)
    assert (refused.reason if refused else None) is reason


@given(due=st.dates(date(2000, 1, 1), date(2100, 1, 1)), days=st.integers(-3, 3))
def test_a_book_is_late_from_the_day_after_its_due_day_on(due: date, days: int) -> None:
    today = due + timedelta(days=days)
    reader = Borrower("r", dues=(due,))
    assert (today >= overdue_from(due)) == bool(reader.overdue(today))
