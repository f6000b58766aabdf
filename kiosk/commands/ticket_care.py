"""The help desk away from the counter and afterwards: errands and home visits, ratings and what they lead to."""

from datetime import date

from kiosk.commands.base import (
    ANYONE,
    CLERK,
    Command,
    LongText,
    Reference,
    ShortText,
    Stars,
    TimeOfDay,
    command,
)  # fmt: skip
from kiosk.commands.tickets import SlipTold, WhoseTold


@command("schedule_visit", by=CLERK)
class ScheduleVisit(Command, frozen=True):
    """Who of us goes, and when; without an `operator` it is whoever says so."""

    ticket: Reference
    date: date
    start: TimeOfDay
    operator: Reference | None = None


@command("complete_visit", by=CLERK)
class CompleteVisit(Command, frozen=True):
    visit: Reference


@command("miss_visit", by=CLERK)
class MissVisit(Command, frozen=True):
    """Nobody was there."""

    visit: Reference


@command("cancel_visit", by=CLERK)
class CancelVisit(Command, frozen=True):
    visit: Reference


@command("rate_ticket", by=ANYONE)
class RateTicket(Command, frozen=True):
    """Once; and once more after a complaint was put right."""

    ticket: Reference
    stars: Stars


@command("leave_phone", by=ANYONE)
class LeavePhone(Command, frozen=True):
    """Where to call back: by the resident whose ticket it is, by whoever holds the slip's code, or by a clerk."""

    phone: ShortText
    ticket: Reference | None = None
    code: ShortText | None = None
    told: SlipTold | None = None


@command("uphold_complaint", by=CLERK)
class UpholdComplaint(Command, frozen=True):
    """Called back: the person is right, and it is to be put right. `ticket` is the one that was rated low."""

    ticket: Reference
    note: LongText | None = None
    told: WhoseTold | None = None


@command("dismiss_complaint", by=CLERK)
class DismissComplaint(Command, frozen=True):
    """Called back: there was nothing to put right."""

    ticket: Reference
    note: LongText | None = None
    told: WhoseTold | None = None


@command("fix_complaint", by=CLERK)
class FixComplaint(Command, frozen=True):
    """It was put right; the person may rate it once more."""

    ticket: Reference
    note: LongText | None = None
    told: WhoseTold | None = None
