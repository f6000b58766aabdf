"""Strikes: objecting to one, and what becomes of that."""

from kiosk.commands.base import (
    ANYONE,
    MANAGER,
    Command,
    LongText,
    Question,
    Reference,
    ShortText,
    command,
)  # fmt: skip
from kiosk.commands.bookings import CheckInTold


@command("appeal_strike", by=ANYONE)
class AppealStrike(Command, frozen=True):
    """By staff, by the resident whom it concerns, or by whoever holds the slip's code of its booking.

    `strike` may also be the number of the booking. It counts until it is waived.
    """

    strike: Reference | None = None
    code: ShortText | None = None
    why: LongText = ""
    told: CheckInTold | None = None


@command("waive_strike", by=MANAGER, needs_hub=True)
class WaiveStrike(Command, frozen=True):
    """It counts no longer, and stays to be read."""

    strike: Reference
    why: LongText = ""


@command("dismiss_appeal", by=MANAGER, needs_hub=True)
class DismissAppeal(Command, frozen=True):
    """It was heard, and the strike stands."""

    strike: Reference
    why: LongText = ""


class StrikesOf(Question, frozen=True):
    """-> list[records.Strike]: those that a resident has to know of, newest first. One's own, or anyone's for staff."""

    resident: str
