"""Lending: borrow, return, renew, hold."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from db import library as rows
from db import tables as t
from db.work import Work
from kiosk.commands.library import CheckOutCopy, PlaceHold, RenewLoan, ReturnCopy
from kiosk.domain.lending import (
    Lend,
    Renew,
    due_day,
    hold_until,
    judge_borrow,
    judge_hold,
    judge_renew,
    state_after_return,
)  # fmt: skip
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState, HoldState, LoanState
from kiosk.services.house import loan_policy_of
from kiosk.services.readers import borrower_of, copy_facts, has_expired, library_opens, reader_meant
from kiosk.services.registry import Made, handles

FLAG_LATE = "newer_fact_known"
UNKNOWN_COPY = Refused.because(Reason.UNKNOWN_COPY)


@handles(CheckOutCopy)
def check_out_copy(work: Work, wish: CheckOutCopy, made: Made) -> Outcome:
    copy = work.row(t.copies, wish.copy)
    reader = reader_meant(work, wish.resident, made.actor)
    if copy is None:
        return UNKNOWN_COPY
    if isinstance(reader, Refused):
        return reader
    lending = _Lending(work, made, copy, reader)
    if _knows_newer(copy, made):
        return lending.note_late()
    lend = lending.judge()
    return lend if isinstance(lend, Refused) else lending.lend(lend)


@dataclass(frozen=True, slots=True)
class _Lending:
    """One copy in one reader's hand."""

    work: Work
    made: Made
    copy: Any
    reader: str

    @property
    def today(self) -> date:
        return self.made.made_at.date()

    def judge(self) -> Lend | Refused:
        """At the hub it has happened: what policy says against it becomes a flag."""
        judged = judge_borrow(
            loan_policy_of(self.work.book), borrower_of(self.work, self.reader),
            copy_facts(self.work, self.copy, self.today), self.today, library_opens(self.work.book),
        )  # fmt: skip
        if isinstance(judged, Lend):
            self.made.flags.extend(judged.flags)
            return judged
        return self.made.judge(judged) or self._unasked()

    def _unasked(self) -> Lend:
        lent = rows.open_loan(self.work.connection, self.copy.id)
        return Lend(self._due(), closes_old_loan=lent is not None)

    def _due(self) -> date:
        return due_day(self.today, loan_policy_of(self.work.book).days, library_opens(self.work.book))

    def lend(self, lend: Lend) -> Outcome:
        if lend.closes_old_loan:
            old = rows.open_loan(self.work.connection, self.copy.id)
            assert old is not None
            _close_loan(self.work, old, self.made)
        self._settle_holds()
        self._add_loan(lend.due, state=LoanState.OPEN.value)
        self.work.change(t.copies, self.copy.id, state=CopyState.ON_LOAN.value, fact_at=self.made.made_at)
        return self._accepted(lend.due)

    def note_late(self) -> Outcome:
        """Something newer is known of this copy, so this loan has already ended."""
        due = self._due()
        self.made.flags.append(FLAG_LATE)
        self._add_loan(due, state=LoanState.RETURNED.value, returned_at=self.copy.fact_at)
        return self._accepted(due)

    def _settle_holds(self) -> None:
        """The reader has what was waited for; whoever it was kept for waits again, or came too late."""
        for hold in rows.live_holds(self.work.connection, self.copy.title):
            if hold.resident == self.reader:
                self.work.change(t.holds, hold.id, state=HoldState.FULFILLED.value, copy=self.copy.id)
            elif hold.copy == self.copy.id and has_expired(hold, self.today):
                self.work.change(t.holds, hold.id, state=HoldState.EXPIRED.value)
            elif hold.copy == self.copy.id:
                self.work.change(t.holds, hold.id, state=HoldState.WAITING.value, copy=None, ready_until=None)

    def _add_loan(self, due: date, **values: Any) -> None:
        self.work.add(
            t.loans, self.made.id, copy=self.copy.id, title=self.copy.title, resident=self.reader,
            lent_at=self.made.made_at, due=due, **values,
        )  # fmt: skip

    def _accepted(self, due: date) -> Accepted:
        return Accepted({"loan": self.made.id, "due": due.isoformat()})


@handles(ReturnCopy)
def return_copy(work: Work, wish: ReturnCopy, made: Made) -> Outcome:
    copy = work.row(t.copies, wish.copy)
    if copy is None:
        return UNKNOWN_COPY
    loan = rows.open_loan(work.connection, copy.id)
    if _knows_newer(copy, made):
        return _return_late(work, loan, made)
    if loan is None and copy.state != CopyState.LOST:
        return made.judge(Refused.because(Reason.NOT_ON_LOAN)) or _returned(None, is_held=False)
    if loan is not None:
        _close_loan(work, loan, made)
    return _returned(loan, is_held=_put_back(work, copy, made))


def _put_back(work: Work, copy: Any, made: Made) -> bool:
    """To its shelf, or to the hold shelf for the one who waits longest: then True."""
    state = pass_on(work, copy, made.made_at.date())
    work.change(t.copies, copy.id, state=state.value, fact_at=made.made_at)
    return state is CopyState.ON_HOLD


def pass_on(work: Work, copy: Any, today: date) -> CopyState:
    """Where a copy goes that nobody has; whoever waits longest for it may fetch it from today on."""
    waiting = [
        hold for hold in rows.live_holds(work.connection, copy.title) if hold.state == HoldState.WAITING
    ]
    state = state_after_return(CopyState(copy.state), next_waits=bool(waiting))
    if state is CopyState.ON_HOLD:
        until = hold_until(loan_policy_of(work.book), today, library_opens(work.book))
        work.change(t.holds, waiting[0].id, state=HoldState.READY.value, copy=copy.id, ready_until=until)
    return state


def _return_late(work: Work, loan: Any, made: Made) -> Outcome:
    """A newer fact says where the copy is; only a loan from before this return ends."""
    made.flags.append(FLAG_LATE)
    if loan is None or loan.lent_at > made.made_at:
        return _returned(None, is_held=False)
    _close_loan(work, loan, made)
    return _returned(loan, is_held=False)


def _returned(loan: Any, *, is_held: bool) -> Accepted:
    return Accepted({"loan": loan.id if loan is not None else None, "hold": is_held})


@handles(RenewLoan)
def renew_loan(work: Work, wish: RenewLoan, made: Made) -> Outcome:
    copy = work.row(t.copies, wish.copy)
    if copy is None:
        return UNKNOWN_COPY
    loan = rows.open_loan(work.connection, copy.id)
    if loan is None:
        return Refused.because(Reason.NOT_ON_LOAN)
    if made.actor.resident not in (None, loan.resident):
        return Refused.because(Reason.NOT_FOR_YOU, what="loan")
    renewed = judge_renewal(work, loan, made.made_at.date())
    if isinstance(renewed, Refused):
        return renewed
    work.change(t.loans, loan.id, due=renewed.due, renewals=renewed.renewals, overdue_on=None)
    return Accepted({"loan": loan.id, "due": renewed.due.isoformat()})


def judge_renewal(work: Work, loan: Any, today: date) -> Renew | Refused:
    """Also what 我的借阅 says beside each book."""
    waits = any(
        hold.resident != loan.resident and hold.state == HoldState.WAITING
        for hold in rows.live_holds(work.connection, loan.title)
    )
    return judge_renew(
        loan_policy_of(work.book), due=loan.due, renewals=loan.renewals, today=today,
        is_open=library_opens(work.book),
        title_held=waits, revoked=borrower_of(work, loan.resident).revoked,
    )  # fmt: skip


@handles(PlaceHold)
def place_hold(work: Work, wish: PlaceHold, made: Made) -> Outcome:
    title = work.row(t.titles, wish.title)
    reader = reader_meant(work, wish.resident, made.actor)
    if title is None:
        return Refused.because(Reason.UNKNOWN_TITLE)
    if isinstance(reader, Refused):
        return reader
    borrower = borrower_of(work, reader)
    own = rows.live_holds_of(work.connection, reader)
    copies = tuple(
        copy_facts(work, copy, made.made_at.date()) for copy in rows.copies_of(work.connection, title.id)
    )
    refusal = judge_hold(
        borrower, copies, already_held=any(hold.title == title.id for hold in own), waiting=len(own),
        waiting_limit=loan_policy_of(work.book).limit_for(borrower.kind),
    )  # fmt: skip
    if refusal is not None:
        return refusal
    work.add(
        t.holds, made.id, title=title.id, resident=reader, state=HoldState.WAITING.value, made_at=made.made_at
    )
    return Accepted({"hold": made.id})


def _close_loan(work: Work, loan: Any, made: Made) -> None:
    work.change(t.loans, loan.id, state=LoanState.RETURNED.value, returned_at=made.made_at)


def _knows_newer(copy: Any, made: Made) -> bool:
    return copy.fact_at is not None and copy.fact_at > made.made_at
