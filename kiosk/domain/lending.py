"""Lending: who may borrow what and until when, who may renew, where a returned copy goes."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.domain.outcomes import Refused
from kiosk.domain.people import CardKind
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState

IsOpen = Callable[[date], bool]
LONGEST_CLOSURE = 366
FLAG_NOT_RETURNED = "borrowed_copy_brought_by_another"


@dataclass(frozen=True, slots=True)
class LoanPolicy:
    days: int = 30
    limit: int = 5
    child_limit: int = 3
    renewals: int = 1
    renewal_days: int = 15
    hold_open_days: int = 3

    def limit_for(self, kind: CardKind) -> int:
        return self.child_limit if kind is CardKind.CHILD else self.limit


@dataclass(frozen=True, slots=True)
class Borrower:
    """Who stands there: `dues` are the due days of everything borrowed now."""

    resident: str
    kind: CardKind = CardKind.ADULT
    revoked: bool = False
    dues: tuple[date, ...] = ()

    def overdue(self, today: date) -> int:
        return sum(due < today for due in self.dues)


@dataclass(frozen=True, slots=True)
class CopyFacts:
    """What the store knows of a copy: who has it, and for whom it lies on the hold shelf."""

    state: CopyState
    lent_to: str | None = None
    held_for: str | None = None


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
        or _lend(policy, borrower, copy, today, is_open)
    )


def judge_renew(
    policy: LoanPolicy,
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
    if renewals >= policy.renewals:
        return Refused.because(Reason.RENEWAL_LIMIT, limit=policy.renewals)
    if due < today:
        return Refused.because(Reason.OVERDUE_ITEMS, count=1, due=due.isoformat())
    if title_held:
        return Refused.because(Reason.COPY_HELD, what="loan", due=due.isoformat())
    return Renew(due_day(due, policy.renewal_days, is_open), renewals + 1)


def judge_hold(
    borrower: Borrower, copies: tuple[CopyFacts, ...], *, already_held: bool, waiting_limit: int, waiting: int
) -> Refused | None:
    """None if the title may be held: `waiting` is how many holds this reader has already."""
    if borrower.revoked:
        return Refused.because(Reason.REVOKED_CARD)
    if already_held:
        return Refused.because(Reason.ALREADY_HELD)
    if any(copy.lent_to == borrower.resident for copy in copies):
        return Refused.because(Reason.COPY_ON_LOAN, yours=True)
    lendable = {CopyState.ON_SHELF, CopyState.ON_LOAN, CopyState.ON_HOLD}
    if not any(copy.state in lendable for copy in copies):
        return Refused.because(Reason.COPY_LOST)
    if waiting >= waiting_limit:
        return Refused.because(Reason.LIMIT_REACHED, what="holds", limit=waiting_limit)
    return None


def state_after_return(state: CopyState, *, next_waits: bool) -> CopyState:
    """Damaged stays damaged, lost is found again, and what someone waits for goes to the hold shelf."""
    if state in (CopyState.DAMAGED, CopyState.WITHDRAWN):
        return state
    return CopyState.ON_HOLD if next_waits else CopyState.ON_SHELF


def due_day(day: date, days: int, is_open: IsOpen) -> date:
    """`days` after `day`, or the next open day if closed then: no one is late because of us."""
    due = day + timedelta(days=days)
    later = (due + timedelta(days=extra) for extra in range(LONGEST_CLOSURE))
    return next(filter(is_open, later), due)


def overdue_from(due: date) -> date:
    """The first day on which a book is late; its due day is still in time."""
    return due + timedelta(days=1)


def hold_until(policy: LoanPolicy, ready: date, is_open: IsOpen) -> date:
    """The last day on the hold shelf: so many open days after the day it was put there."""
    last = ready
    for _ in range(policy.hold_open_days):
        last = due_day(last, 1, is_open)
    return last


def _card_refusal(policy: LoanPolicy, borrower: Borrower, today: date) -> Refused | None:
    if borrower.revoked:
        return Refused.because(Reason.REVOKED_CARD)
    if overdue := borrower.overdue(today):
        return Refused.because(Reason.OVERDUE_ITEMS, count=overdue)
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
        return Refused.because(Reason.COPY_HELD)
    return None


def _lend(policy: LoanPolicy, borrower: Borrower, copy: CopyFacts, today: date, is_open: IsOpen) -> Lend:
    not_returned = copy.lent_to is not None
    return Lend(
        due=due_day(today, policy.days, is_open),
        closes_old_loan=not_returned,
        flags=(FLAG_NOT_RETURNED,) if not_returned else (),
    )
