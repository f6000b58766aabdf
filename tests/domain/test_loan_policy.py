"""Loan rules in layers: the station's, a card kind's, a book kind's; and never a due day on which the library is shut."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.hours import Hours, open_intervals
from kiosk.domain.lending import Borrower, CopyFacts, Lend, Renew, judge_borrow, judge_renew
from kiosk.domain.loan_policy import ChildrenOverdue, LoanPolicy, LoanTerms
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState

TODAY = date(2026, 11, 23)
LATE = TODAY - timedelta(days=1)
DATA: dict[str, Any] = {
    "days": 28,
    "renewals": 2,
    "cards": {"child": {"limit": 3, "days": 21}, "senior": {"limit": 8, "renewals": 3}},
    "kinds": {"reference": {"lendable": False}, "magazine": {"days": 14, "limit": 2, "renewals": 0}},
}
POLICY = LoanPolicy.from_data(DATA)


@pytest.mark.parametrize(
    ("card", "kind", "terms"),
    [
        ("adult", "book", LoanTerms(days=28, renewals=2)),
        ("child", "book", LoanTerms(days=21, limit=3, renewals=2)),
        ("senior", "book", LoanTerms(days=28, limit=8, renewals=3)),
        ("adult", "magazine", LoanTerms(days=14, renewals=0, kind_limit=2)),
        ("child", "magazine", LoanTerms(days=14, limit=3, renewals=0, kind_limit=2)),
        ("senior", "magazine", LoanTerms(days=14, limit=8, renewals=0, kind_limit=2)),
        ("adult", "reference", LoanTerms(days=28, renewals=2, lendable=False)),
        ("unheard of", "unheard of", LoanTerms(days=28, renewals=2)),
    ],
)
def test_the_book_overlays_the_card_and_the_card_the_station(card: str, kind: str, terms: LoanTerms) -> None:
    assert POLICY.terms(card, kind) == terms


def test_nothing_said_is_the_design_s_own_numbers() -> None:
    assert LoanPolicy.from_data({}).terms() == LoanTerms(30, 5, 1, 15, 3)


@pytest.mark.parametrize(
    "data",
    [
        {"day": 30},
        {"days": -1},
        {"days": True},
        {"days": "30"},
        {"limit": None},
        {"lendable": 1},
        {"cards": {"child": {"limits": 3}}},
        {"cards": {"child": 3}},
        {"kinds": [{"days": 3}]},
        {"children_overdue": "maybe"},
    ],
)
def test_a_policy_that_makes_no_sense_is_not_taken(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError):
        LoanPolicy.from_data(data)


def borrow(borrower: Borrower, kind: str = "book", policy: LoanPolicy = POLICY) -> Lend | Refused:
    return judge_borrow(policy, borrower, CopyFacts(CopyState.ON_SHELF, kind=kind), TODAY, lambda day: True)


def test_of_magazines_one_has_two_beside_any_books() -> None:
    few = (TODAY, TODAY)
    assert isinstance(borrow(Borrower("li", dues=few, kinds=("book", "magazine")), "magazine"), Lend)
    full = Borrower("li", dues=few, kinds=("magazine", "magazine"))
    assert borrow(full, "magazine") == Refused(
        Reason.LIMIT_REACHED, {"what": "kind", "limit": 2, "kind": "magazine"}
    )
    assert isinstance(borrow(full), Lend)


def test_a_guardian_with_late_children_is_lent_to_unless_policy_says_block() -> None:
    guardian = Borrower("li", children_dues=(LATE, TODAY))
    assert isinstance(borrow(guardian), Lend)
    strict = LoanPolicy.from_data(DATA | {"children_overdue": "block"})
    assert strict.children_overdue is ChildrenOverdue.BLOCK
    assert borrow(guardian, policy=strict) == Refused(Reason.OVERDUE_ITEMS, {"count": 1, "children": True})
    assert isinstance(borrow(Borrower("li", children_dues=(TODAY,)), policy=strict), Lend)


LAYER = st.fixed_dictionaries(
    {},
    optional={
        "days": st.integers(0, 400),
        "limit": st.integers(1, 9),
        "renewals": st.integers(0, 5),
        "renewal_days": st.integers(0, 90),
    },
)
POLICIES = st.builds(
    lambda common, child, magazine: LoanPolicy.from_data(
        common | {"cards": {"child": child}, "kinds": {"magazine": magazine}}
    ),
    LAYER, LAYER, LAYER,
)  # fmt: skip
DAYS = st.dates(date(2025, 1, 1), date(2028, 12, 31))


@given(
    policy=POLICIES, card=st.sampled_from(["adult", "child"]), kind=st.sampled_from(["book", "magazine"]),
    today=DAYS, shut=st.sets(st.integers(1, 7), max_size=6), closed=st.sets(st.integers(0, 420), max_size=80),
)  # fmt: skip
def test_nothing_lent_or_renewed_is_due_on_a_closed_day(
    policy: LoanPolicy, card: str, kind: str, today: date, shut: set[int], closed: set[int]
) -> None:
    """Whatever the policy, the week and the days that a manager closed."""
    week = {str(day): ([] if day in shut else ["08:30-21:00"]) for day in range(1, 8)}
    hours = Hours.from_data(week)
    calendar = WorkingCalendar(closed_days=frozenset(today + timedelta(days=each) for each in closed))

    def opens(day: date) -> bool:
        return bool(open_intervals(hours, day)) and not calendar.is_closed(day)

    copy = CopyFacts(CopyState.ON_SHELF, kind=kind)
    lent = judge_borrow(policy, Borrower("li", card), copy, today, opens)
    assert isinstance(lent, Lend) and opens(lent.due) and lent.due >= today
    terms = policy.terms(card, kind)
    renewed = judge_renew(terms, due=lent.due, renewals=0, today=today, is_open=opens)
    assert isinstance(renewed, Refused) == (terms.renewals == 0)
    if isinstance(renewed, Renew):
        assert opens(renewed.due) and renewed.due >= lent.due
