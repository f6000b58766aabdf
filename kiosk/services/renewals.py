"""Keeping a book longer: one, or all at once with an answer for each."""

from datetime import date
from typing import Any

import msgspec

from db import lending
from db import library as rows
from db import tables as t
from db.work import Work
from kiosk.commands.library import RenewalsTold, RenewLoan, RenewLoans
from kiosk.domain.lending import Renew, judge_renew
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import HoldState, LoanState
from kiosk.services.copies import UNKNOWN_COPY
from kiosk.services.house import loan_policy_of
from kiosk.services.people import resident_named
from kiosk.services.readers import acts_for, borrower_of, library_opens, reader_meant
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

FLAG_KEPT = "told_renewed_but_is_not"
MOST = 200
"""Loans of one command: it changes at most 500 rows."""


@handles(RenewLoan)
def renew_loan(work: Work, wish: RenewLoan, made: Made) -> Outcome:
    copy = work.row(t.copies, wish.copy)
    if copy is None:
        return UNKNOWN_COPY
    loan = rows.open_loan(work.connection, copy.id)
    if loan is None:
        return Refused.because(Reason.NOT_ON_LOAN)
    if made.actor.resident and not acts_for(made.actor, work.row(t.residents, loan.resident)):
        return Refused.because(Reason.NOT_FOR_YOU, what="loan")
    renewed = judge_renewal(work, loan, made.made_at.date())
    if isinstance(renewed, Refused):
        return renewed
    _renew(work, loan, renewed)
    return Accepted({"loan": loan.id, "due": renewed.due.isoformat()})


@completes(RenewLoans)
def know_loans(work: Work, wish: RenewLoans, made: Made, drawer: Drawer) -> Completed | Refused:
    reader = resident_named(work, wish.resident) if wish.resident else made.actor.resident
    if isinstance(reader, Refused):
        return reader
    loans = _loans_of(work, reader, wish.children)
    can = (loan.id for loan in loans if isinstance(judge_renewal(work, loan, made.made_at.date()), Renew))
    return Completed(msgspec.structs.replace(wish, resident=reader, told=RenewalsTold(loans=tuple(can))))


@handles(RenewLoans)
def renew_loans(work: Work, wish: RenewLoans, made: Made) -> Outcome:
    """Each loan has its own answer. What was renewed when it was told, and is not here, the desk hears of."""
    reader = reader_meant(work, wish.resident, made.actor)
    if isinstance(reader, Refused):
        return reader
    answers = [_answer(work, loan, made) for loan in _wanted(work, wish, reader)]
    renewed = [answer for answer in answers if "reason" not in answer]
    if not renewed:
        return _nothing_renewed(answers)
    kept = [answer for answer in answers if "reason" in answer]
    told = wish.told.loans if wish.told else ()
    if any(answer["loan"] in told for answer in kept):
        made.flags.append(FLAG_KEPT)
    return Accepted({"renewed": renewed, "kept": kept})


def _wanted(work: Work, wish: RenewLoans, reader: str) -> list[Any]:
    """Those that are open, and those that were when the person was told."""
    told = wish.told.loans if wish.told else ()
    loans = _loans_of(work, reader, wish.children)
    known = {loan.id for loan in loans}
    ended = (work.row(t.loans, key) for key in told if key not in known)
    return loans + [loan for loan in ended if loan is not None]


def _loans_of(work: Work, reader: str | None, children: bool) -> list[Any]:
    if reader is None:
        return []
    whose = [reader, *(child.id for child in lending.children_of(work, reader))] if children else [reader]
    return [loan for one in whose for loan in rows.open_loans_of(work.connection, one)][:MOST]


def _answer(work: Work, loan: Any, made: Made) -> dict[str, Any]:
    """What becomes of one loan; a `reason` says why not."""
    copy = work.row(t.copies, loan.copy)
    about = {"loan": loan.id, "copy": copy.number if copy is not None else loan.copy}
    renewed = judge_renewal(work, loan, made.made_at.date())
    if isinstance(renewed, Refused):
        return about | {"due": loan.due.isoformat(), "reason": renewed.reason.value, "detail": renewed.detail}
    _renew(work, loan, renewed)
    return about | {"due": renewed.due.isoformat()}


def _nothing_renewed(answers: list[dict[str, Any]]) -> Refused:
    """For the reason of the book that is due next; the others' stand in `kept`."""
    if not answers:
        return Refused.because(Reason.NOT_ON_LOAN)
    first = answers[0]
    return Refused(Reason(first["reason"]), first["detail"] | {"kept": answers})


def _renew(work: Work, loan: Any, renewed: Renew) -> None:
    work.change(t.loans, loan.id, due=renewed.due, renewals=renewed.renewals, overdue_on=None)


def judge_renewal(work: Work, loan: Any, today: date) -> Renew | Refused:
    """Also what 我的借阅 says beside each book."""
    if loan.state != LoanState.OPEN:
        return Refused.because(Reason.NOT_ON_LOAN)
    waits = any(
        hold.resident != loan.resident and hold.state == HoldState.WAITING
        for hold in rows.live_holds(work.connection, loan.title)
    )
    borrower, copy = borrower_of(work, loan.resident), work.row(t.copies, loan.copy)
    terms = loan_policy_of(work.book).terms(borrower.kind, copy.kind if copy is not None else "")
    return judge_renew(
        terms, due=loan.due, renewals=loan.renewals, today=today, is_open=library_opens(work.book),
        title_held=waits, revoked=borrower.revoked,
    )  # fmt: skip
