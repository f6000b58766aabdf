"""What did not work out while nobody stood there: saying so to whom it concerns."""

from kiosk.commands.base import ANYONE, Command, Question, Reference, ShortText, command


class ExplainTold(Command, frozen=True):
    """The request was found by its slip's code."""

    by_code: bool


@command("explain_outcome", by=ANYONE, fact=True)
class ExplainOutcome(Command, frozen=True):
    """`outcome` is the id of the command that was refused. By staff, by the resident whose it was, or by whoever
    holds the slip's code.
    """

    outcome: Reference | None = None
    code: ShortText | None = None
    told: ExplainTold | None = None


class Explanations(Question, frozen=True):
    """-> list[records.Explained]: a resident's refused wishes that nobody has explained yet, oldest first."""

    resident: str
