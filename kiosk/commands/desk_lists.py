"""The desk's long tables: one question for all of them, answered a page at a time."""

from typing import Annotated

import msgspec

from kiosk.commands.base import Question, ShortText

MOST_ROWS = 500
Limit = Annotated[int, msgspec.Meta(ge=0, le=MOST_ROWS)]
Offset = Annotated[int, msgspec.Meta(ge=0)]


class DeskList(Question, frozen=True):
    """-> records.DeskPage of the table `what`, as its service enters it with `registry.pages`.

    `q` is searched in what the table names; `where` are exact values by name; `sort` is one of the table's own
    orders (else its usual one), `down` turns it round.
    """

    what: ShortText
    q: ShortText = ""
    sort: ShortText = ""
    down: bool = False
    where: dict[str, str] = msgspec.field(default_factory=dict)
    offset: Offset = 0
    limit: Limit = 100
