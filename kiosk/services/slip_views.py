"""What the code on a slip stands for, or one's own booking; it shows its holder that one thing and nobody's name."""

from db import inbox
from db import tables as t
from db.work import Work
from kiosk.commands import records as r
from kiosk.commands.bookings import BookingSlipOf
from kiosk.commands.station import OwnBooking, SlipOf
from kiosk.commands.tickets import TicketOf
from kiosk.domain.bookings import Move, check_in_from, earns_strike, no_show_from
from kiosk.domain.codes import code_hash, parse_code
from kiosk.services.explanations import explained
from kiosk.services.house import booking_policy_of
from kiosk.services.registry import ANSWERERS, Asking, answers


@answers(SlipOf)
def slip_of(work: Work, question: SlipOf, asking: Asking) -> r.Slip:
    code = parse_code(question.code)
    if code is None:
        return r.Slip()
    if ticket := ANSWERERS[TicketOf](work, TicketOf(ticket=code), asking):
        return r.Slip(ticket=ticket)
    if booking := ANSWERERS[BookingSlipOf](work, BookingSlipOf(booking=code), asking):
        return _booking(work, booking, asking)
    return _refused(work, code_hash(code))


@answers(OwnBooking)
def own_booking(work: Work, question: OwnBooking, asking: Asking) -> r.Slip:
    row = work.row(t.bookings, question.booking)
    if row is None or row.resident is None or row.resident != asking.actor.resident:
        return r.Slip()
    slip = ANSWERERS[BookingSlipOf](work, BookingSlipOf(booking=row.id), asking)
    return _booking(work, slip, asking)


def _booking(work: Work, slip: r.BookingSlip, asking: Asking) -> r.Slip:
    booking = slip.booking
    policy = booking_policy_of(work.book, booking.room_id)
    return r.Slip(
        booking=slip,
        check_in_from=check_in_from(policy, booking.date, booking.start),
        check_in_until=no_show_from(policy, booking.date, booking.start),
        strike=earns_strike(
            policy, booking.status, Move.CANCEL, asking.now, booking.date, booking.start
        ),
    )  # fmt: skip


def _refused(work: Work, wanted: str) -> r.Slip:
    """A slip was given while the hub was away, and then it said no: every terminal knows what had been told."""
    row = inbox.refused_with_code(work, wanted)
    return r.Slip(refused=explained(work, row)) if row is not None else r.Slip()
