"""At the door: what a code is, who is here, how many."""

from kiosk.commands.base import ANYONE, Command, People, Question, Reference, ShortText, command
from kiosk.commands.bookings import CheckInTold


@command("count_people", by=ANYONE, fact=True)
class CountPeople(Command, frozen=True):
    """How many have come, once they are in. By whoever may check the booking in."""

    people: People
    booking: Reference | None = None
    code: ShortText | None = None
    told: CheckInTold | None = None


class ReadCode(Question, frozen=True):
    """-> records.CodeRead: what was scanned or typed, whatever it is, and what would come of it now.

    `text` may be any bytes a scanner sends, of any length; nothing of it is stored.
    """

    text: str
