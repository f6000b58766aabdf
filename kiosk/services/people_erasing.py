"""Erasing a person: what identifies them goes everywhere, a bare row stays so that nothing brings them back."""

import msgspec

from db import people as rows
from db import tables as t
from db.tickets import ATTACHED_FOR
from db.work import Work
from kiosk.commands.people import EraseResident
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import HoldState, Role
from kiosk.services.people import UNKNOWN, card_meant
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

MOST = 400
"""Rows of one erasure: a command changes at most 500. Older ones have met their retention long before."""


@completes(EraseResident)
def know_resident(work: Work, wish: EraseResident, made: Made, drawer: Drawer) -> Completed | Refused:
    card = card_meant(work, wish.resident)
    resident = work.row(t.residents, card.resident if card is not None else wish.resident)
    if resident is None:
        return UNKNOWN
    return Completed(msgspec.structs.replace(wish, resident=resident.id))


@handles(EraseResident)
def erase_resident(work: Work, wish: EraseResident, made: Made) -> Outcome:
    """By a manager, once all books are back. A restored store repeats it, whatever it knows of the person."""
    again = made.actor.role is Role.HUB
    resident = work.row(t.residents, wish.resident)
    if resident is None:
        return _bare(work, wish.resident) if again else UNKNOWN
    if resident.erased:
        return Refused.because(Reason.ERASED)
    out = rows.open_loan_count(work, resident.id)
    if out and not again:
        return Refused.because(Reason.BOOKS_OUT, count=out)
    _blank(work, resident.id)
    return Accepted({"resident": resident.id})


def _bare(work: Work, key: str) -> Outcome:
    work.add(t.residents, key, erased=True)
    return Accepted({"resident": key})


def _blank(work: Work, key: str) -> None:
    work.change(t.residents, key, masked_name="", guardian=None, consented_by=None, erased=True)
    if work.row(t.resident_details, key) is not None:
        work.blank(t.resident_details, key)
    for card in rows.cards_of(work, key):
        work.change(t.cards, card.id, blocked=True, pin_hash="")
    for hold in rows.live_holds_of(work, key):
        work.change(t.holds, hold.id, state=HoldState.CANCELLED.value)
    for ticket in rows.ticket_details_of(work, key, MOST):
        work.blank(t.ticket_details, ticket.id)
    for attached in work.all(ATTACHED_FOR, resident=key, most=MOST):
        work.blank(t.attachments, attached.id)
    for booking in rows.booking_details_of(work, key, MOST):
        work.blank(t.booking_details, booking.id)
    for loan in rows.closed_loans_of(work, key, MOST):
        work.change(t.loans, loan.id, resident=None)
