"""Who stands there, by card."""

import msgspec

from kiosk.commands.records.base import Record


class CardHolder(Record, frozen=True):
    """`limit` books at once, `loans` open now."""

    resident: str
    masked_name: str
    card: str
    kind: str
    loans: int
    limit: int


class Identified(Record, frozen=True):
    """Whether card and PIN belong together; `reason` wrong_pin {left}, card_locked, revoked_card, unknown_resident."""

    holder: CardHolder | None
    reason: str | None = None
    detail: dict[str, int] = msgspec.field(default_factory=dict)
    wrong_tries: int = 0
