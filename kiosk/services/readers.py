"""What lending asks about a reader and a copy, from the rows: for handlers and for what screens show."""

from datetime import date
from typing import Any

from db import library as rows
from db import tables as t
from db.book import Book
from db.work import Work
from kiosk.domain.hours import open_intervals
from kiosk.domain.lending import Borrower, CopyFacts, IsOpen
from kiosk.domain.outcomes import Refused
from kiosk.domain.people import CardKind
from kiosk.domain.reasons import Reason
from kiosk.domain.states import CopyState, HoldState
from kiosk.services.house import calendar_of, hours_of
from kiosk.services.registry import Actor


def reader_meant(work: Work, resident: str | None, actor: Actor) -> str | Refused:
    """The id of whose loan it is: residents act for themselves, staff say for whom."""
    if actor.resident is not None and resident not in (None, actor.resident):
        return Refused.because(Reason.NOT_ALLOWED)
    row = work.row(t.residents, resident or actor.resident)
    if row is None:
        return Refused.because(Reason.UNKNOWN_RESIDENT)
    return Refused.because(Reason.ERASED) if row.erased else str(row.id)


def borrower_of(work: Work, resident: str) -> Borrower:
    """Without a card that is good they are revoked; a child is one by any card."""
    cards = rows.cards_of(work.connection, resident)
    is_child = any(card.kind == CardKind.CHILD for card in cards)
    return Borrower(
        resident,
        CardKind.CHILD if is_child else CardKind.ADULT,
        revoked=all(card.blocked for card in cards),
        dues=tuple(loan.due for loan in rows.open_loans_of(work.connection, resident)),
    )


def copy_facts(work: Work, copy: Any, today: date) -> CopyFacts:
    loan = rows.open_loan(work.connection, copy.id)
    return CopyFacts(
        CopyState(copy.state),
        lent_to=loan.resident if loan is not None else None,
        held_for=held_for(work, copy, today),
    )


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
