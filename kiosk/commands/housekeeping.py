"""Housekeeping: what the clock has decided, written down by the hub, one command for each thing.

Missed and ended bookings are the desk's own no_show_booking and complete_booking.
"""

from kiosk.commands.base import HUB, STAFF, Command, Reference, command


@command("expire_booking", by=HUB)
class ExpireBooking(Command, frozen=True):
    """Nobody answered the request in time."""

    booking: Reference


@command("leave_ticket", by=HUB)
class LeaveTicket(Command, frozen=True):
    """The counters closed before the number's turn came."""

    ticket: Reference


@command("mark_overdue", by=HUB)
class MarkOverdue(Command, frozen=True):
    loan: Reference


@command("expire_hold", by=HUB)
class ExpireHold(Command, frozen=True):
    """Nobody collected the book: it goes to whoever waits next, or back to its shelf."""

    hold: Reference


@command("expire_strike", by=HUB)
class ExpireStrike(Command, frozen=True):
    strike: Reference


@command("forget_details", by=HUB)
class ForgetDetails(Command, frozen=True):
    """What was typed or said for one of these has been kept long enough; `wish` and `consent` are of people's data."""

    booking: Reference | None = None
    ticket: Reference | None = None
    wish: Reference | None = None
    consent: Reference | None = None


@command("forget_reader", by=HUB)
class ForgetReader(Command, frozen=True):
    """Who had this book, or waited for it, has been remembered long enough."""

    loan: Reference | None = None
    hold: Reference | None = None


@command("end_guardianship", by=HUB | STAFF)
class EndGuardianship(Command, frozen=True):
    """A child is of age, or old enough and staff were asked to: nobody answers for it any more, or looks at its loans."""

    resident: Reference
