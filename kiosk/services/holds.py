"""The queue for a title and the hold shelf: who waits, for whom a copy lies ready, what becomes of it."""

from datetime import date, datetime
from typing import Any

from db import library as rows
from db import tables as t
from db.work import Work
from kiosk.commands.library import CancelHold, PlaceHold
from kiosk.domain.copies import may_call_off
from kiosk.domain.lending import hold_over, hold_until, judge_hold
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState, HoldState
from kiosk.services.house import loan_policy_of
from kiosk.services.readers import (
    acts_for,
    borrower_of,
    copy_facts,
    has_expired,
    library_opens,
    reader_meant,
)
from kiosk.services.registry import Made, handles


@handles(PlaceHold)
def place_hold(work: Work, wish: PlaceHold, made: Made) -> Outcome:
    title = work.row(t.titles, wish.title)
    reader = reader_meant(work, wish.resident, made.actor)
    if title is None:
        return Refused.because(Reason.UNKNOWN_TITLE)
    if isinstance(reader, Refused):
        return reader
    refusal = _judge_hold(work, title.id, reader, made.made_at.date())
    if refusal is not None:
        return refusal
    work.add(
        t.holds, made.id, title=title.id, resident=reader, state=HoldState.WAITING.value, made_at=made.made_at
    )
    return Accepted({"hold": made.id})


def _judge_hold(work: Work, title: str, reader: str, today: date) -> Refused | None:
    own = [hold for hold in rows.live_holds_of(work.connection, reader) if not has_expired(hold, today)]
    copies = tuple(copy_facts(work, copy, today) for copy in rows.copies_of(work.connection, title))
    return judge_hold(
        loan_policy_of(work.book), borrower_of(work, reader), copies,
        already_held=any(hold.title == title for hold in own), waiting=len(own),
    )  # fmt: skip


@handles(CancelHold)
def cancel_hold(work: Work, wish: CancelHold, made: Made) -> Outcome:
    hold = work.row(t.holds, wish.hold)
    if hold is None:
        return Refused.because(Reason.UNKNOWN_HOLD)
    if made.actor.resident and not acts_for(made.actor, work.row(t.residents, hold.resident)):
        return Refused.because(Reason.NOT_ALLOWED)
    if refusal := may_call_off(HoldState(hold.state)):
        return refusal
    end_hold(work, hold, HoldState.CANCELLED, made.made_at)
    return Accepted({"hold": hold.id, "title": hold.title})


def end_hold(work: Work, hold: Any, state: HoldState, at: datetime, ended_at: datetime | None = None) -> None:
    """Nobody waits any more; the copy that lay ready is the next one's. `ended_at`: when it was over, if that was earlier.

    Nobody has touched the copy: its latest fact stays, so that what a cut-off terminal saw meanwhile still counts.
    """
    work.change(t.holds, hold.id, state=state.value, ended_at=ended_at or at)
    copy = work.row(t.copies, hold.copy) if hold.state == HoldState.READY else None
    if copy is not None and copy.state == CopyState.ON_HOLD:
        work.change(t.copies, copy.id, state=pass_on(work, copy, at.date()).value)


def pass_on(work: Work, copy: Any, today: date) -> CopyState:
    """Where a copy goes that nobody has; whoever waits longest for it may fetch it from today on.

    Whose card is stopped could not take it: they keep their place, and the book is the next one's.
    """
    if not loan_policy_of(work.book).terms(kind=copy.kind).lendable:
        return CopyState.ON_SHELF
    waiting = (
        hold for hold in rows.live_holds(work.connection, copy.title) if hold.state == HoldState.WAITING
    )
    hold = next((hold for hold in waiting if not borrower_of(work, hold.resident).revoked), None)
    if hold is None:
        return CopyState.ON_SHELF
    until = hold_until(loan_policy_of(work.book).terms(kind=copy.kind), today, library_opens(work.book))
    work.change(t.holds, hold.id, state=HoldState.READY.value, copy=copy.id, ready_until=until)
    return CopyState.ON_HOLD


def settle_holds(work: Work, copy: Any, reader: str, at: datetime) -> None:
    """A reader has this copy: they wait no longer, and whoever it was kept for gets what lay ready for them, or waits again."""
    holds = rows.live_holds(work.connection, copy.title)
    freed = None
    for hold in holds:
        if hold.resident == reader:
            work.change(t.holds, hold.id, state=HoldState.FULFILLED.value, copy=copy.id, ended_at=at)
            freed = hold if hold.state == HoldState.READY and hold.copy != copy.id else freed
    for hold in holds:
        if hold.copy == copy.id and hold.resident != reader:
            freed = _displace(work, hold, freed, at)
    if freed is not None:
        _put_on(work, freed.copy, at.date())


def _displace(work: Work, hold: Any, freed: Any, at: datetime) -> Any:
    """-> what is still free afterwards."""
    if has_expired(hold, at.date()):
        work.change(t.holds, hold.id, state=HoldState.EXPIRED.value, ended_at=hold_over(hold.ready_until))
        return freed
    if freed is not None:
        work.change(t.holds, hold.id, copy=freed.copy)
    else:
        wait_again(work, hold)
    return None


def _put_on(work: Work, key: str, today: date) -> None:
    copy = work.row(t.copies, key)
    if copy is not None and copy.state == CopyState.ON_HOLD:
        work.change(t.copies, copy.id, state=pass_on(work, copy, today).value)


def wait_again(work: Work, hold: Any) -> None:
    """At the old place in the queue, which goes by when it was made."""
    work.change(t.holds, hold.id, state=HoldState.WAITING.value, copy=None, ready_until=None)


def release_holds(work: Work, copy: Any, at: datetime) -> None:
    """The copy on the hold shelf is gone: whom it was kept for waits again, or came too late."""
    for hold in rows.live_holds(work.connection, copy.title):
        if hold.copy == copy.id and hold.state == HoldState.READY:
            _displace(work, hold, None, at)
