"""The help desk: numbers, calls, answers."""

from datetime import date

from kiosk.commands.base import (
    ANYONE,
    CLERK,
    Command,
    Json,
    LongText,
    Question,
    Reference,
    ShortText,
    command,
)  # fmt: skip
from kiosk.domain.states import Mode, Relation


class NumberTold(Command, frozen=True):
    """What was said when the number was taken."""

    number: str
    day: date
    code_hash: str
    form_version: int | None = None


class SlipTold(Command, frozen=True):
    """The ticket was found by its slip's code."""

    by_code: bool


class WhoseTold(Command, frozen=True):
    """Whose ticket it is, if it is anybody's with a card: what is typed about them goes with them."""

    resident: str | None = None


class CallTold(Command, frozen=True):
    """The ticket that was called out."""

    ticket: str
    number: str


@command("open_ticket", by=ANYONE, fact=True)
class OpenTicket(Command, frozen=True):
    """Without a `mode` it is the item's usual one, the first that it names. `callback`: somebody calls the `phone` back."""

    item: Reference
    resident: Reference | None = None
    on_behalf_of: Reference | None = None
    relation: Relation | None = None
    form: Json | None = None
    mode: Mode | None = None
    priority: bool = False
    phone: ShortText | None = None
    told: NumberTold | None = None


@command("call_next", by=CLERK, needs_hub=True)
class CallNext(Command, frozen=True):
    counter: Reference
    told: CallTold | None = None


@command("start_ticket", by=CLERK)
class StartTicket(Command, frozen=True):
    ticket: Reference


@command("no_show_ticket", by=CLERK)
class NoShowTicket(Command, frozen=True):
    ticket: Reference


@command("reinstate_ticket", by=CLERK)
class ReinstateTicket(Command, frozen=True):
    ticket: Reference


@command("cancel_ticket", by=ANYONE)
class CancelTicket(Command, frozen=True):
    """By a clerk, by the resident whose it is, or by whoever holds the slip's code."""

    ticket: Reference | None = None
    code: ShortText | None = None
    told: SlipTold | None = None


@command("resolve_ticket", by=CLERK)
class ResolveTicket(Command, frozen=True):
    ticket: Reference
    note: LongText | None = None
    told: WhoseTold | None = None


@command("call_help", by=ANYONE, fact=True)
class CallHelp(Command, frozen=True):
    page: ShortText


class Areas(Question, frozen=True):
    """-> list[records.Area], in the station's order."""


class ItemsOf(Question, frozen=True):
    """-> list[records.Item] of one area."""

    area: str


class ItemOf(Question, frozen=True):
    """-> records.Item | None"""

    item: str


class QueueNow(Question, frozen=True):
    """-> records.Queue: what someone who took a number now would be told."""

    item: str | None = None


class CallsNow(Question, frozen=True):
    """-> list[records.Call]: the numbers called out today, the latest first."""

    most: int = 5


class TicketOf(Question, frozen=True):
    """-> records.Ticket | None, by id, today's number or a slip's code."""

    ticket: str


class NumberSlipOf(Question, frozen=True):
    """-> records.NumberSlip | None, of the ticket just taken (the code is drawn by the caller, it is not stored)."""

    ticket: str
