"""A membership has its days, both ends included."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.memberships import Term, belongs, judge_term, overlap

MAY, JUNE = date(2026, 5, 1), date(2026, 6, 30)
DAYS = st.dates(date(2026, 1, 1), date(2026, 3, 1))
TERMS = st.builds(Term, st.none() | DAYS, st.none() | DAYS)


@pytest.mark.parametrize(
    ("term", "day", "is_member"),
    [
        (Term(MAY, JUNE), date(2026, 4, 30), False),
        (Term(MAY, JUNE), MAY, True),
        (Term(MAY, JUNE), JUNE, True),
        (Term(MAY, JUNE), date(2026, 7, 1), False),
        (Term(MAY, None), date(2099, 1, 1), True),
        (Term(None, JUNE), date(2000, 1, 1), True),
    ],
)
def test_somebody_belongs_from_the_first_day_to_the_last(term: Term, day: date, is_member: bool) -> None:
    assert belongs(term, day) is is_member


@given(TERMS, TERMS)
def test_two_terms_overlap_where_some_day_is_in_both(one: Term, other: Term) -> None:
    if judge_term(one) or judge_term(other):
        return
    days = [
        date(2025, 12, 31),
        *(date.fromordinal(n) for n in range(date(2026, 1, 1).toordinal(), date(2026, 3, 3).toordinal())),
    ]
    assert (
        overlap(one, other)
        is overlap(other, one)
        is any(belongs(one, day) and belongs(other, day) for day in days)
    )


def test_a_last_day_before_the_first_is_refused() -> None:
    assert judge_term(Term(JUNE, MAY)) is not None
    assert judge_term(Term(MAY, MAY)) is None
