"""What happens to bookings and blocks after they were made: given back, moved, freed."""

from datetime import date as Day

from kiosk.commands.base import (
    ANYONE,
    CLERK,
    HUB,
    Command,
    Reference,
    ShortText,
    TimeOfDay,
    command,
)  # fmt: skip
from kiosk.commands.bookings import CheckInTold


@command("release_booking", by=ANYONE)
class ReleaseBooking(Command, frozen=True):
    """The time from `end` on is given back; without it from now on. By a clerk, by the resident whose it is (`code` may
    be their card), or by whoever holds the slip's code; in use by any member of its organisation, too.
    """

    booking: Reference | None = None
    code: ShortText | None = None
    end: TimeOfDay | None = None
    told: CheckInTold | None = None


@command("move_booking", by=CLERK, needs_hub=True)
class MoveBooking(Command, frozen=True):
    """To another room, day or time; what is not said stays. Agreed with the party, so no notice is asked for."""

    booking: Reference
    room: Reference | None = None
    date: Day | None = None
    start: TimeOfDay | None = None
    end: TimeOfDay | None = None


@command("unblock_room", by=CLERK, needs_hub=True)
class UnblockRoom(Command, frozen=True):
    """What block_room has taken is free again."""

    occupation: Reference


@command("move_up_booking", by=HUB)
class MoveUpBooking(Command, frozen=True):
    """The time that it waits for has become free though nobody gave it back: a class has ended for good ..."""

    booking: Reference
