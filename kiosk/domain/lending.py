"""Lending: who may borrow what and until when, who may renew, where a returned copy goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kiosk.domain.loan_policy import BOOK, ChildrenOverdue, LoanPolicy, LoanTerms
from kiosk.domain.outcomes import Refused
from kiosk.domain.people import CardKind
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState

IsOpen = Callable[[date], bool]
LONGEST_CLOSURE = 366
FLAG_NOT_RETURNED = "borrowed_copy_brought_by_another"
_COMING = frozenset({CopyState.ON_SHELF, CopyState.ON_LOAN, CopyState.ON_HOLD})


@dataclass(frozen=True, slots=True)
class Borrower:
    """Who stands there: `dues` and `kinds` are of everything borrowed now, `children_dues` of what their children have."""

    resident: str
    kind: str = CardKind.ADULT
    revoked: bool = False
    dues: tuple[date, ...] = ()
    kinds: tuple[str, ...] = ()
    children_dues: tuple[date, ...] = ()

    def overdue(self, today: date) -> int:
        return sum(due < today for due in self.dues)

    def children_overdue(self, today: date) -> int:
        return sum(due < today for due in self.children_dues)


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What the store knows of a copy: who has it, and for whom it lies on the hold shelf.

    `other_kept`: the number of another copy of the title that is kept for whoever asks.
    """

    state: CopyState
    lent_to: str | None = None
    held_for: str | None = None
    kind: str = BOOK
    other_kept: str | None = None


@dataclass(frozen=True, slots=True)
class Lend:
    """Yes. `closes_old_loan`: its last reader never returned it here, so that loan ends now."""

    due: date
    closes_old_loan: bool = False
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Renew:
    due: date
    renewals: int


def judge_borrow(
    policy: LoanPolicy, borrower: Borrower, copy: CopyFacts, today: date, is_open: IsOpen
) -> Lend | Refused:
    """The copy is in the borrower's hand: that someone else has it on loan cannot be true any more."""
    return (
        _card_refusal(policy, borrower, today)
        or _copy_refusal(borrower, copy)
        or _kind_refusal(policy.terms(borrower.kind, copy.kind), borrower, copy)
        or _lend(policy, borrower, copy, today, is_open)
    )


def judge_renew(
    terms: LoanTerms,
    *,
    due: date,
    renewals: int,
    today: date,
    is_open: IsOpen,
    title_held: bool = False,
    revoked: bool = False,
) -> Renew | Refused:
    """`title_held`: someone else waits. Days count from the old due day, so that early costs nothing."""
    if revoked:
        return Refused.because(Reason.REVOKED_CARD)
    if renewals >= terms.renewals:
        return Refused.because(Reason.RENEWAL_LIMIT, limit=terms.renewals)
    if due < today:
        return Refused.because(Reason.OVERDUE_ITEMS, count=1, due=due.isoformat())
    if title_held:
        return Refused.because(Reason.COPY_HELD, what="loan", due=due.isoformat())
    return Renew(due_day(due, terms.renewal_days, is_open), renewals + 1)


def judge_hold(
    policy: LoanPolicy, borrower: Borrower, copies: tuple[CopyFacts, ...], *, already_held: bool, waiting: int
) -> Refused | None:
    """None if the title may be held: `waiting` is how many holds this reader has already."""
    if borrower.revoked:
        return Refused.because(Reason.REVOKED_CARD)
    if already_held:
        return Refused.because(Reason.ALREADY_HELD)
    if any(copy.lent_to == borrower.resident for copy in copies):
        return Refused.because(Reason.COPY_ON_LOAN, yours=True)
    coming = [copy for copy in copies if copy.state in _COMING]
    if not coming:
        return Refused.because(Reason.COPY_LOST)
    if not any(policy.terms(borrower.kind, copy.kind).lendable for copy in coming):
        return Refused.because(Reason.NOT_LENDABLE, kind=coming[0].kind)
    limit = policy.limit_for(borrower.kind)
    if waiting >= limit:
        return Refused.because(Reason.LIMIT_REACHED, what="holds", limit=limit)
    return None


def due_day(day: date, days: int, is_open: IsOpen) -> date:
    """`days` after `day`, or the next open day if closed then: no one is late because of us."""
    due = day + timedelta(days=days)
    later = (due + timedelta(days=extra) for extra in range(LONGEST_CLOSURE))
    return next(filter(is_open, later), due)


def overdue_from(due: date) -> date:
    """The first day on which a book is late; its due day is still in time."""
    return due + timedelta(days=1)


def hold_until(terms: LoanTerms, ready: date, is_open: IsOpen) -> date:
    """The last day on the hold shelf: so many open days after the day it was put there."""
    last = ready
    for _ in range(terms.hold_open_days):
        last = due_day(last, 1, is_open)
    return last


def hold_over(last: date) -> datetime:
    """When a book that nobody fetched is kept no longer."""
    return datetime.combine(last + timedelta(days=1), time())


def _card_refusal(policy: LoanPolicy, borrower: Borrower, today: date) -> Refused | None:
    if borrower.revoked:
        return Refused.because(Reason.REVOKED_CARD)
    if overdue := borrower.overdue(today):
        return Refused.because(Reason.OVERDUE_ITEMS, count=overdue)
    late = borrower.children_overdue(today)
    if late and policy.children_overdue is ChildrenOverdue.BLOCK:
        return Refused.because(Reason.OVERDUE_ITEMS, count=late, children=True)
    limit = policy.limit_for(borrower.kind)
    if len(borrower.dues) >= limit:
        return Refused.because(Reason.LIMIT_REACHED, what="loans", limit=limit)
    return None


def _copy_refusal(borrower: Borrower, copy: CopyFacts) -> Refused | None:
    if copy.lent_to == borrower.resident:
        return Refused.because(Reason.COPY_ON_LOAN, yours=True)
    if copy.state is CopyState.LOST:
        return Refused.because(Reason.COPY_LOST)
    if copy.state in (CopyState.DAMAGED, CopyState.WITHDRAWN):
        return Refused.because(Reason.WRONG_STATE, of="copy", state=copy.state.value)
    if copy.held_for is not None and copy.held_for != borrower.resident:
        yours = {"what": "yours", "yours": copy.other_kept} if copy.other_kept else {}
        return Refused.because(Reason.COPY_HELD, **yours)
    return None


def _kind_refusal(terms: LoanTerms, borrower: Borrower, copy: CopyFacts) -> Refused | None:
    """Some books are read here only, of others one may have few at a time."""
    if not terms.lendable:
        return Refused.because(Reason.NOT_LENDABLE, kind=copy.kind)
    if terms.kind_limit is not None and borrower.kinds.count(copy.kind) >= terms.kind_limit:
        return Refused.because(Reason.LIMIT_REACHED, what="kind", limit=terms.kind_limit, kind=copy.kind)
    return None


def _lend(policy: LoanPolicy, borrower: Borrower, copy: CopyFacts, today: date, is_open: IsOpen) -> Lend:
    not_returned = copy.lent_to is not None
    return Lend(
        due=due_day(today, policy.terms(borrower.kind, copy.kind).days, is_open),
        closes_old_loan=not_returned,
        flags=(FLAG_NOT_RETURNED,) if not_returned else (),
    )
