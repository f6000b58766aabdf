"""What the station counts over a period, and who did what when."""

from datetime import date
from typing import Annotated, Literal

import msgspec

from kiosk.commands.base import Question, ShortText

Most = Annotated[int, msgspec.Meta(ge=1, le=5000)]


class FiguresOf(Question, frozen=True):
    """-> records.Figures of these days, both included, or None: no staff, or no such period. A clerk is told of counter
    and rooms, a librarian of books, a manager of all; nothing names anybody. `part`: only the counter's, the rooms' or the
    library's figures, which are ready the sooner.
    """

    first: date
    last: date
    part: Literal["", "counter", "rooms", "library"] = ""


class AuditChoices(Question, frozen=True):
    """-> records.AuditChoices: the operators and kinds that a manager may filter by."""


class AuditPart(Question, frozen=True):
    """-> list[records.AuditRow] for a file, newest first, only to managers: at most `most` after `offset` others.
    `where` as in the table `audit`.
    """

    where: dict[str, str] = msgspec.field(default_factory=dict)
    q: ShortText = ""
    offset: Annotated[int, msgspec.Meta(ge=0)] = 0
    most: Most = 2000
