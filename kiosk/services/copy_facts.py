"""What somebody has seen of a copy, written down: by lending, by returning, by whoever cares for the books."""

from typing import Any

from db import lending
from db import tables as t
from db.work import Work
from kiosk.domain.states import CopyState, LoanState
from kiosk.services.holds import pass_on
from kiosk.services.registry import Made

FLAG_LATE = "newer_fact_known"


def knows_newer(copy: Any, made: Made) -> bool:
    return copy.fact_at is not None and copy.fact_at > made.made_at


def put_back(work: Work, copy: Any, made: Made) -> bool:
    """To its shelf, or to the hold shelf for the one who waits longest: then True."""
    settle_lost_loan(work, copy.id, made)
    state = pass_on(work, copy, made.made_at.date())
    note_state(work, copy, state, made)
    return state is CopyState.ON_HOLD


def note_state(work: Work, copy: Any, state: CopyState, made: Made) -> None:
    work.change(t.copies, copy.id, state=state.value, fact_at=made.made_at)


def close_loan(work: Work, loan: Any, made: Made) -> None:
    work.change(t.loans, loan.id, state=LoanState.RETURNED.value, returned_at=made.made_at)


def settle_lost_loan(work: Work, copy: str, made: Made) -> None:
    """The copy is here after all: whoever had lost it owes nothing."""
    loan = lending.lost_loan(work, copy)
    if loan is not None:
        close_loan(work, loan, made)
