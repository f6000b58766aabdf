"""Cards and their PINs."""

from typing import Annotated

import msgspec

from kiosk.commands.base import OWNER, STAFF, Command, Reference, command
from kiosk.commands.people import CardTold

Pin = Annotated[str, msgspec.Meta(max_length=20)]


class PinTold(Command, frozen=True):
    """What is kept of the new PIN, and what was kept of the one it takes the place of."""

    pin_hash: str
    was: str = ""


@command("issue_card", by=STAFF)
class IssueCard(Command, frozen=True):
    """To a resident without a good card."""

    resident: Reference
    told: CardTold | None = None


@command("block_card", by=STAFF | OWNER)
class BlockCard(Command, frozen=True):
    """It was lost: nobody can use it until it is found."""

    card: Reference


@command("unblock_card", by=STAFF)
class UnblockCard(Command, frozen=True):
    """It was found again, and not replaced meanwhile."""

    card: Reference


@command("reissue_card", by=STAFF)
class ReissueCard(Command, frozen=True):
    """A new number in place of this one, which is good for nothing from now on."""

    card: Reference
    told: CardTold | None = None


@command("change_pin", by=OWNER)
class ChangePin(Command, frozen=True):
    """Both PINs are only said: what is stored and sent are hashes. `card` is the resident's own where they have one."""

    old_pin: Pin = ""
    new_pin: Pin = ""
    card: Reference | None = None
    told: PinTold | None = None


@command("reset_pin", by=STAFF)
class ResetPin(Command, frozen=True):
    """At the desk, after the person was recognised: a new one is drawn and said once. It unlocks the card, too."""

    card: Reference
    told: PinTold | None = None
