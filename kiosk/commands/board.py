"""What the calling board asks."""

from kiosk.commands.base import Question


class BoardNow(Question, frozen=True):
    """-> records.BoardNow: today's latest calls, rooms in use, days on which the door stays shut; no names of people."""

    most: int = 5
