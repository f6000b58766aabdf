"""Erasing a person: what identifies them goes everywhere, a bare row stays so that nothing brings them back."""

import msgspec

from db import people as rows
from db import tables as t
from db.tickets import ATTACHED_FOR
from db.work import Work
from kiosk.commands.people import EraseResident
from kiosk.domain.cards import CardMove
from kiosk.domain.outcomes import Accepted, Outcome, Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import HoldState, PartyKind, Role
from kiosk.services.cards import move_card
from kiosk.services.holds import end_hold
from kiosk.services.people import UNKNOWN, card_meant
from kiosk.services.people_data import close_wishes
from kiosk.services.registry import Completed, Drawer, Made, completes, handles

MOST = 400
"""Rows of one erasure: a command changes at most 500. Older ones have met their retention long before."""


@completes(EraseResident)
def know_resident(work: Work, wish: EraseResident, made: Made, drawer: Drawer) -> Completed | Refused:
    card = card_meant(work, wish.resident)
    key = card.resident if card is not None else rows.kept_resident(work.connection, wish.resident)
    resident = work.row(t.residents, key)
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
    _blank(work, resident.id, made)
    also = rows.merged_into(work, resident.id)
    for key in also:
        work.change(t.residents, key, erased=True)
    return Accepted({"resident": resident.id} | ({"also": also} if also else {}))


def _bare(work: Work, key: str) -> Outcome:
    work.add(t.residents, key, erased=True)
    return Accepted({"resident": key})


def _blank(work: Work, key: str, made: Made) -> None:
    close_wishes(work, key, made)
    work.change(
        t.residents, key, masked_name="", guardian=None, consented_by=None, erased=True, keeps_history=False
    )
    if work.row(t.resident_details, key) is not None:
        work.blank(t.resident_details, key)
    for card in rows.cards_of(work, key):
        move_card(work, card, CardMove.END)
    for membership in rows.memberships_of(work, key):
        work.blank(t.memberships, membership.id)
    for hold in rows.live_holds_of(work, key):
        end_hold(work, hold, HoldState.CANCELLED, made.made_at)
    for ticket in rows.ticket_details_of(work, key, MOST):
        work.blank(t.ticket_details, ticket.id)
    for attached in work.all(ATTACHED_FOR, resident=key, most=MOST):
        work.blank(t.attachments, attached.id)
    for booking in rows.booking_details_of(work, key, MOST):
        work.blank(t.booking_details, booking.id)
        if booking.party_kind == PartyKind.PERSON:
            work.change(t.bookings, booking.id, party="")
    for loan in rows.closed_loans_of(work, key, MOST):
        work.change(t.loans, loan.id, resident=None)
