"""What lending asks about a reader and a copy, from the rows: for handlers and for what screens show."""

from datetime import date
from typing import Any

from db import lending
from db import library as rows
from db import tables as t
from db.book import Book
from db.work import AnyRow, Work
from kiosk.domain.hours import open_intervals
from kiosk.domain.lending import Borrower, CopyFacts, IsOpen
from kiosk.domain.loan_policy import BOOK
from kiosk.domain.outcomes import Refused
from kiosk.domain.people import CardKind
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState, HoldState
from kiosk.services.house import calendar_of, hours_of
from kiosk.services.registry import Actor


def reader_meant(work: Work, resident: str | None, actor: Actor) -> str | Refused:
    """The id of whose loan it is: residents act for themselves and their children, staff say for whom."""
    row = work.row(t.residents, resident or actor.resident)
    if row is None:
        return Refused.because(Reason.NOT_ALLOWED if actor.resident else Reason.UNKNOWN_RESIDENT)
    if actor.resident is not None and not acts_for(actor, row):
        return Refused.because(Reason.NOT_ALLOWED)
    return Refused.because(Reason.ERASED) if row.erased else str(row.id)


def acts_for(actor: Actor, resident: AnyRow | None) -> bool:
    """Everybody for themselves, a guardian for a child."""
    return (
        actor.resident is not None
        and resident is not None
        and actor.resident in (resident.id, resident.guardian)
    )


def borrower_of(work: Work, resident: str) -> Borrower:
    """Without a card that is good they are revoked; a child is one by any card."""
    cards = rows.cards_of(work.connection, resident)
    kinds = [card.kind for card in sorted(cards, key=lambda card: card.blocked)]
    loans = rows.open_loans_of(work.connection, resident)
    return Borrower(
        resident,
        CardKind.CHILD if CardKind.CHILD in kinds else next(iter(kinds), CardKind.ADULT),
        revoked=all(card.blocked for card in cards),
        dues=tuple(loan.due for loan in loans),
        kinds=tuple(loan.kind for loan in loans),
        children_dues=tuple(loan.due for loan in lending.children_dues(work, resident)),
    )


def copy_facts(work: Work, copy: Any, today: date, reader: str | None = None) -> CopyFacts:
    """`reader`: who asks for it."""
    loan = rows.open_loan(work.connection, copy.id)
    held = held_for(work, copy, today)
    other = held is not None and reader is not None and held != reader
    return CopyFacts(
        CopyState(copy.state),
        lent_to=loan.resident if loan is not None else None,
        held_for=held,
        kind=copy.kind or BOOK,
        other_kept=_kept_for(work, copy.title, reader, today) if other else None,
    )


def _kept_for(work: Work, title: str, reader: str | None, today: date) -> str | None:
    """The number of the copy of this title that lies ready for a reader."""
    for hold in rows.live_holds(work.connection, title):
        if hold.resident == reader and hold.state == HoldState.READY and not has_expired(hold, today):
            copy = work.row(t.copies, hold.copy)
            return str(copy.number) if copy is not None else None
    return None


def held_for(work: Work, copy: Any, today: date) -> str | None:
    """Whom a copy on the hold shelf waits for; nobody any more after the last day it is kept."""
    if copy.state != CopyState.ON_HOLD:
        return None
    holds = rows.live_holds(work.connection, copy.title)
    kept = (hold for hold in holds if hold.copy == copy.id and hold.state == HoldState.READY)
    return next((hold.resident for hold in kept if not has_expired(hold, today)), None)


def has_expired(hold: Any, today: date) -> bool:
    """Whenever somebody writes it down."""
    return hold.ready_until is not None and hold.ready_until < today


def library_opens(book: Book) -> IsOpen:
    """Whether books can be brought back on a day."""
    hours, calendar = hours_of(book, "library"), calendar_of(book)

    def opens(day: date) -> bool:
        return bool(open_intervals(hours, day)) and not calendar.is_closed(day)

    return opens
