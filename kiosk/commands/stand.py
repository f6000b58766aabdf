"""What the check-in stand asks."""

from kiosk.commands.base import Question


class StandNow(Question, frozen=True):
    """-> records.StandNow: today's rooms and who is expected, parties as anyone may read them; no names of people."""
