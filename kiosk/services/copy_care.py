"""Copies that are lost, found, damaged, repaired or given up: no loan and no hold is lost with them silently."""

from typing import Any

import msgspec

from db import lending
from db import library as rows
from db import tables as t
from db.work import Work
from kiosk.commands.copies import (
    FoundCopy,
    MarkDamaged,
    RepairCopy,
    ReportLost,
    SetCopyKind,
    WithdrawCopy,
)
from kiosk.domain.copies import Care, care_for
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState, HoldState, LoanState
from kiosk.services.copies import UNKNOWN_COPY, copies_meant, copy_out
from kiosk.services.copy_facts import FLAG_LATE, close_loan, knows_newer, note_state, put_back
from kiosk.services.holds import end_hold, release_holds
from kiosk.services.house import loan_policy_of
from kiosk.services.readers import acts_for
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

FLAG_HOLDS_ENDED = "holds_ended_without_a_copy"
MOST = 400
"""Holds that one command may end: it changes at most 500 rows."""
AnyCare = ReportLost | FoundCopy | MarkDamaged | RepairCopy | WithdrawCopy


@completes(ReportLost)
def know_lost_copy(work: Work, wish: ReportLost, made: Made, drawer: Drawer) -> Completed | Refused:
    """By ISBN the one that is out."""
    copy = copy_out(work, wish.copy, made.actor)
    return copy if isinstance(copy, Refused) else Completed(ReportLost(copy=copy.id))


@completes(FoundCopy)
@completes(MarkDamaged)
@completes(RepairCopy)
@completes(WithdrawCopy)
@completes(SetCopyKind)
def know_copy(work: Work, wish: AnyCare | SetCopyKind, made: Made, drawer: Drawer) -> Completed | Refused:
    """By an ISBN that several copies have it asks which."""
    copies = copies_meant(work, wish.copy)
    if not copies:
        return UNKNOWN_COPY
    if len(copies) > 1:
        return Refused.because(Reason.AMBIGUOUS_REFERENCE, copies=[copy.number for copy in copies])
    return Completed(msgspec.structs.replace(wish, copy=copies[0].id))


@handles(ReportLost)
def report_lost(work: Work, wish: ReportLost, made: Made) -> Outcome:
    copy = work.row(t.copies, wish.copy)
    if copy is None:
        return UNKNOWN_COPY
    loan = rows.open_loan(work.connection, copy.id)
    if made.actor.resident and not _is_theirs(work, loan, made):
        return Refused.because(Reason.NOT_FOR_YOU, what="loan")
    return _Caring(work, made, copy).lose(loan)


def _is_theirs(work: Work, loan: Any, made: Made) -> bool:
    return loan is not None and acts_for(made.actor, work.row(t.residents, loan.resident))


@handles(FoundCopy)
def found_copy(work: Work, wish: FoundCopy, made: Made) -> Outcome:
    return _care(work, wish, made, lambda caring: caring.put_back(Care.FIND))


@handles(MarkDamaged)
def mark_damaged(work: Work, wish: MarkDamaged, made: Made) -> Outcome:
    return _care(work, wish, made, lambda caring: caring.damage())


@handles(RepairCopy)
def repair_copy(work: Work, wish: RepairCopy, made: Made) -> Outcome:
    return _care(work, wish, made, lambda caring: caring.put_back(Care.REPAIR))


@handles(WithdrawCopy)
def withdraw_copy(work: Work, wish: WithdrawCopy, made: Made) -> Outcome:
    return _care(work, wish, made, lambda caring: caring.withdraw())


def _care(work: Work, wish: Any, made: Made, how: Any) -> Outcome:
    copy = work.row(t.copies, wish.copy)
    return UNKNOWN_COPY if copy is None else how(_Caring(work, made, copy))


class _Caring:
    """One copy that somebody has looked at, or for."""

    def __init__(self, work: Work, made: Made, copy: Any) -> None:
        self.work, self.made, self.copy = work, made, copy

    def lose(self, loan: Any) -> Outcome:
        if (answer := self._not_now(Care.LOSE)) is not None:
            return answer
        if loan is not None:
            self.work.change(t.loans, loan.id, state=LoanState.LOST.value)
        release_holds(self.work, self.copy, self.made.made_at)
        note_state(self.work, self.copy, CopyState.LOST, self.made)
        return self._done(CopyState.LOST, loan)

    def put_back(self, care: Care) -> Outcome:
        if (answer := self._not_now(care)) is not None:
            return answer
        lost = lending.lost_loan(self.work, self.copy.id)
        is_held = put_back(self.work, self.copy, self.made)
        return self._done(CopyState.ON_HOLD if is_held else CopyState.ON_SHELF, lost)

    def damage(self) -> Outcome:
        if (answer := self._not_now(Care.DAMAGE)) is not None:
            return answer
        key = self.copy.id
        loan = rows.open_loan(self.work.connection, key) or lending.lost_loan(self.work, key)
        if loan is not None:
            close_loan(self.work, loan, self.made)
        release_holds(self.work, self.copy, self.made.made_at)
        note_state(self.work, self.copy, CopyState.DAMAGED, self.made)
        return self._done(CopyState.DAMAGED, loan)

    def withdraw(self) -> Outcome:
        """A wish: what is known newer of the copy is known here."""
        target = care_for(Care.WITHDRAW, CopyState(self.copy.state))
        if isinstance(target, Refused):
            return target
        lost = lending.lost_loan(self.work, self.copy.id)
        if lost is not None:  # still lost, and nothing more is expected of its reader
            self.work.change(t.loans, lost.id, returned_at=self.made.made_at)
        release_holds(self.work, self.copy, self.made.made_at)
        note_state(self.work, self.copy, target, self.made)
        self._end_hopeless_holds()
        return self._done(target, lost)

    def _end_hopeless_holds(self) -> None:
        """Who waited for the last copy is to be told by the desk."""
        if lending.could_come(self.work, self.copy.title, but=self.copy.id):
            return
        for hold in rows.live_holds(self.work.connection, self.copy.title)[:MOST]:
            end_hold(self.work, hold, HoldState.CANCELLED, self.made.made_at)
            self.made.flags.append(FLAG_HOLDS_ENDED)
        self.made.flags[:] = dict.fromkeys(self.made.flags)

    def _not_now(self, care: Care) -> Outcome | None:
        """Something newer is known of the copy, or the rule says no; at the hub it is noted, and changes nothing."""
        state = CopyState(self.copy.state)
        if knows_newer(self.copy, self.made):
            self.made.flags.append(FLAG_LATE)
            return self._done(state, None)
        target = care_for(care, state)
        if not isinstance(target, Refused):
            return None
        return self.made.judge(target) or self._done(state, None)

    def _done(self, state: CopyState, loan: Any) -> Accepted:
        return Accepted(
            {
                "copy": self.copy.number,
                "status": state.value,
                "loan": loan.id if loan is not None else None,
            }
        )


@handles(SetCopyKind)
def set_copy_kind(work: Work, wish: SetCopyKind, made: Made) -> Outcome:
    """Loans that run go on as they are."""
    copy = work.row(t.copies, wish.copy)
    if copy is None:
        return UNKNOWN_COPY
    kinds = loan_policy_of(work.book).known_kinds
    if wish.copy_kind not in kinds:
        return Refused.because(
            Reason.BAD_FORM, field="copy_kind", label="图书种类", label_en="Kind", kinds=sorted(kinds)
        )
    work.change(t.copies, copy.id, kind=wish.copy_kind)
    return Accepted({"copy": copy.number, "kind": wish.copy_kind})
