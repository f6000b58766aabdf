"""Lending: a book is taken, a book comes back."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from db import library as rows
from db import tables as t
from db.work import Work
from kiosk.commands.library import CheckOutCopy, ReturnCopy, UndoReturn
from kiosk.domain.copies import may_undo_return
from kiosk.domain.lending import Borrower, Lend, due_day, judge_borrow
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState, LoanState
from kiosk.services.copies import UNKNOWN_COPY
from kiosk.services.copy_facts import (
    FLAG_LATE,
    close_loan,
    knows_newer,
    note_state,
    put_back,
    settle_lost_loan,
)
from kiosk.services.holds import release_holds, settle_holds
from kiosk.services.house import loan_policy_of
from kiosk.services.readers import borrower_of, copy_facts, library_opens, reader_meant
from kiosk.services.registry import Made, handles


@handles(CheckOutCopy)
def check_out_copy(work: Work, wish: CheckOutCopy, made: Made) -> Outcome:
    copy = work.row(t.copies, wish.copy)
    reader = reader_meant(work, wish.resident, made.actor)
    if copy is None:
        return UNKNOWN_COPY
    if isinstance(reader, Refused):
        return reader
    lending = _Lending(work, made, copy, borrower_of(work, reader))
    if knows_newer(copy, made):
        return lending.note_late()
    lend = lending.judge()
    return lend if isinstance(lend, Refused) else lending.lend(lend)


@dataclass(frozen=True, slots=True)
class _Lending:
    """One copy in one reader's hand."""

    work: Work
    made: Made
    copy: Any
    borrower: Borrower

    @property
    def reader(self) -> str:
        return self.borrower.resident

    @property
    def today(self) -> date:
        return self.made.made_at.date()

    def judge(self) -> Lend | Refused:
        """At the hub it has happened: what policy says against it becomes a flag."""
        judged = judge_borrow(
            loan_policy_of(self.work.book), self.borrower,
            copy_facts(self.work, self.copy, self.today, self.reader), self.today, library_opens(self.work.book),
        )  # fmt: skip
        if isinstance(judged, Lend):
            self.made.flags.extend(judged.flags)
            return judged
        return self.made.judge(judged) or self._unasked()

    def _unasked(self) -> Lend:
        lent = rows.open_loan(self.work.connection, self.copy.id)
        return Lend(self._due(), closes_old_loan=lent is not None)

    def _due(self) -> date:
        terms = loan_policy_of(self.work.book).terms(self.borrower.kind, self.copy.kind)
        return due_day(self.today, terms.days, library_opens(self.work.book))

    def lend(self, lend: Lend) -> Outcome:
        if lend.closes_old_loan:
            old = rows.open_loan(self.work.connection, self.copy.id)
            assert old is not None
            close_loan(self.work, old, self.made)
        settle_lost_loan(self.work, self.copy.id, self.made)
        settle_holds(self.work, self.copy, self.reader, self.made.made_at)
        self._add_loan(lend.due, state=LoanState.OPEN.value)
        self.work.change(t.copies, self.copy.id, state=CopyState.ON_LOAN.value, fact_at=self.made.made_at)
        return self._accepted(lend.due)

    def note_late(self) -> Outcome:
        """Something newer is known of this copy, so this loan has already ended."""
        due = self._due()
        self.made.flags.append(FLAG_LATE)
        self._add_loan(due, state=LoanState.RETURNED.value, returned_at=self.copy.fact_at)
        return self._accepted(due)

    def _add_loan(self, due: date, **values: Any) -> None:
        self.work.add(
            t.loans, self.made.id, copy=self.copy.id, title=self.copy.title, resident=self.reader,
            lent_at=self.made.made_at, due=due, **values,
        )  # fmt: skip

    def _accepted(self, due: date) -> Accepted:
        """A guardian hears of a child's late books; they are no reason to refuse, unless policy says so."""
        late = self.borrower.children_overdue(self.today)
        warning = {"children_overdue": late} if late else {}
        return Accepted({"loan": self.made.id, "due": due.isoformat(), **warning})


@handles(ReturnCopy)
def return_copy(work: Work, wish: ReturnCopy, made: Made) -> Outcome:
    copy = work.row(t.copies, wish.copy)
    if copy is None:
        return UNKNOWN_COPY
    loan = rows.open_loan(work.connection, copy.id)
    if knows_newer(copy, made):
        return _return_late(work, loan, made)
    if loan is None and copy.state != CopyState.LOST:
        return made.judge(Refused.because(Reason.NOT_ON_LOAN)) or _returned(None, is_held=False)
    if loan is not None:
        close_loan(work, loan, made)
    return _returned(loan, is_held=put_back(work, copy, made))


@handles(UndoReturn)
def undo_return(work: Work, wish: UndoReturn, made: Made) -> Outcome:
    """Whoever the copy was passed on to meanwhile waits again, at the old place."""
    loan = work.row(t.loans, wish.loan)
    copy = work.row(t.copies, loan.copy) if loan is not None else None
    if loan is None or copy is None or loan.resident is None:
        return UNKNOWN_COPY
    refusal = may_undo_return(
        LoanState(loan.state), CopyState(copy.state), loan.returned_at, copy.fact_at, made.made_at
    )
    if refusal is not None:
        return refusal
    release_holds(work, copy, made.made_at)
    work.change(t.loans, loan.id, state=LoanState.OPEN.value, returned_at=None)
    note_state(work, copy, CopyState.ON_LOAN, made)
    return Accepted({"loan": loan.id, "copy": copy.number, "due": loan.due.isoformat()})


def _return_late(work: Work, loan: Any, made: Made) -> Outcome:
    """A newer fact says where the copy is; only a loan from before this return ends."""
    made.flags.append(FLAG_LATE)
    if loan is None or loan.lent_at > made.made_at:
        return _returned(None, is_held=False)
    close_loan(work, loan, made)
    return _returned(loan, is_held=False)


def _returned(loan: Any, *, is_held: bool) -> Accepted:
    return Accepted({"loan": loan.id if loan is not None else None, "hold": is_held})
