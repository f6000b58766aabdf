"""Residents and their cards."""

from typing import Annotated

import msgspec

from kiosk.commands.base import (
    ANYONE,
    HUB,
    MANAGER,
    STAFF,
    Command,
    Question,
    Reference,
    ShortText,
    command,
)

BirthMonth = Annotated[str, msgspec.Meta(pattern=r"^(19|20)\d\d-(0[1-9]|1[0-2])$")]


class CardTold(Command, frozen=True):
    """The card that was handed out; its PIN was only said, its hash is kept."""

    card: str
    pin_hash: str


@command("register_resident", by=STAFF, makes_resident=True)
class RegisterResident(Command, frozen=True):
    name: ShortText
    phone: ShortText | None = None
    birth_month: BirthMonth | None = None
    consent: ShortText | None = None
    guardian: Reference | None = None
    told: CardTold | None = None


@command("erase_resident", by=MANAGER | HUB, needs_hub=True)
class EraseResident(Command, frozen=True):
    """Whatever identifies this person goes from every terminal, and never comes back."""

    resident: Reference


@command("wrong_pin", by=ANYONE, fact=True)
class WrongPin(Command, frozen=True):
    """Someone typed a wrong PIN for this card."""

    card: Reference


@command("right_pin", by=ANYONE, fact=True)
class RightPin(Command, frozen=True):
    """The right PIN after wrong ones: the count starts anew."""

    card: Reference


@command("unlock_card", by=STAFF)
class UnlockCard(Command, frozen=True):
    """At the desk, after the person was recognised."""

    card: Reference


class CardHolder(Question, frozen=True):
    """-> records.CardHolder | None, without any PIN: for desks and for what a card shows of itself."""

    card: str


class Identify(Question, frozen=True):
    """-> records.Identified. Asked through Station.identify, which also counts wrong PINs."""

    card: str
    pin: str
