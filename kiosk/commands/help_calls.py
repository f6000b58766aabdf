"""Calls for help, as those who come see them; `call_help` itself stands with the tickets."""

from kiosk.commands.base import VOLUNTEER, Command, Question, Reference, command


@command("answer_help", by=VOLUNTEER, fact=True)
class AnswerHelp(Command, frozen=True):
    """I am on my way."""

    call: Reference


@command("close_help", by=VOLUNTEER, fact=True)
class CloseHelp(Command, frozen=True):
    """It is done, or was a slip of the hand."""

    call: Reference


class HelpCallState(Question, frozen=True):
    """-> records.HelpCall | None: for the terminal that called, and for whoever may answer."""

    call: str
