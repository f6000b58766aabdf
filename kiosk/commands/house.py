"""What the station is made of, as its manager changes it: rooms, counters, service items, areas, terminals.

A field that is left out stays as it was.
"""

from typing import Annotated, Any

import msgspec

from kiosk.commands.base import MANAGER, Command, Reference, ShortText, command
from kiosk.domain.states import Mode

Seats = Annotated[int, msgspec.Meta(ge=0, le=1_000_000)]
Size = Annotated[float, msgspec.Meta(ge=0, le=10_000_000)]
Sentence = Annotated[str, msgspec.Meta(max_length=400)]
Letter = Annotated[str, msgspec.Meta(max_length=10_000)]
Needed = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]
Key = Annotated[str, msgspec.Meta(min_length=1, max_length=40)]


class Thing(Command, frozen=True):
    """Of a room's equipment."""

    name: ShortText
    name_en: ShortText = ""
    count: Annotated[int, msgspec.Meta(ge=1, le=10_000)] = 1


class Paper(Command, frozen=True):
    """What somebody should bring."""

    name: ShortText
    name_en: ShortText = ""
    required: bool = True


class FormOption(Command, frozen=True):
    value: Key
    label: ShortText
    label_en: ShortText = ""


class FormQuestion(Command, frozen=True):
    """`key` names the answer and stays when the question is worded anew. `kind`: text, number, date, choice, phone."""

    key: Key
    kind: Key
    label: ShortText
    label_en: ShortText = ""
    required: bool = False
    help: ShortText = ""
    help_en: ShortText = ""
    options: Annotated[tuple[FormOption, ...], msgspec.Meta(max_length=100)] = ()
    min: int | None = None
    max: int | None = None


Things = Annotated[tuple[Thing, ...], msgspec.Meta(max_length=50)]
Papers = Annotated[tuple[Paper, ...], msgspec.Meta(max_length=30)]


@command("change_station", by=MANAGER, needs_hub=True)
class ChangeStation(Command, frozen=True):
    """What the station is called, and how people reach it; screens and slips say so."""

    name: ShortText | None = None
    name_en: ShortText | None = None
    short_name: ShortText | None = None
    address: Sentence | None = None
    phone: ShortText | None = None


@command("add_room", by=MANAGER, needs_hub=True)
class AddRoom(Command, frozen=True):
    code: ShortText
    name: ShortText
    name_en: ShortText = ""
    seats: Seats = 10
    bookable: bool = False
    indoor: bool = True
    area_m2: Size | None = None
    part_of: Reference | None = None


@command("change_room", by=MANAGER, needs_hub=True)
class ChangeRoom(Command, frozen=True):
    """`part_of` is a room's code, or empty for one that stands alone. One that is not `active` is retired: what was booked
    stays, nothing new is.
    """

    room: Reference
    name: ShortText | None = None
    name_en: ShortText | None = None
    about: Sentence | None = None
    about_en: Sentence | None = None
    way: Sentence | None = None
    way_en: Sentence | None = None
    icon: ShortText | None = None
    seats: Seats | None = None
    area_m2: Size | None = None
    indoor: bool | None = None
    bookable: bool | None = None
    equipment: Things | None = None
    part_of: ShortText | None = None
    active: bool | None = None


@command("add_counter", by=MANAGER, needs_hub=True)
class AddCounter(Command, frozen=True):
    code: ShortText
    name: ShortText
    name_en: ShortText = ""


@command("change_counter", by=MANAGER, needs_hub=True)
class ChangeCounter(Command, frozen=True):
    """One that is not `active` is closed for good: nobody is called there any more."""

    counter: Reference
    name: ShortText | None = None
    name_en: ShortText | None = None
    active: bool | None = None


@command("add_service_item", by=MANAGER, needs_hub=True)
class AddServiceItem(Command, frozen=True):
    code: ShortText
    area: Reference
    name: ShortText
    name_en: ShortText = ""
    promised_days: int = 5
    modes: Annotated[tuple[Mode, ...], msgspec.Meta(max_length=10)] = (Mode.COUNTER,)


@command("change_service_item", by=MANAGER, needs_hub=True)
class ChangeServiceItem(Command, frozen=True):
    """One that is not `active` is offered no more; numbers that were taken for it go on."""

    item: Reference
    area: Reference | None = None
    name: ShortText | None = None
    name_en: ShortText | None = None
    short: ShortText | None = None
    short_en: ShortText | None = None
    about: Sentence | None = None
    about_en: Sentence | None = None
    guide: Sentence | None = None
    guide_en: Sentence | None = None
    materials: Papers | None = None
    promised_days: int | None = None
    minutes: int | None = None
    modes: Annotated[tuple[Mode, ...], msgspec.Meta(max_length=10)] | None = None
    active: bool | None = None


@command("set_item_form", by=MANAGER, needs_hub=True)
class SetItemForm(Command, frozen=True):
    """A new version of an item's form. What was filled in before keeps the version it was asked in."""

    item: Reference
    fields: Annotated[tuple[FormQuestion, ...], msgspec.Meta(max_length=100)]


@command("add_area", by=MANAGER, needs_hub=True)
class AddArea(Command, frozen=True):
    """`colour` is one of the design's: red green blue teal orange amber purple."""

    code: ShortText
    name: ShortText
    name_en: ShortText = ""
    colour: ShortText = "red"
    icon: ShortText = "star"


@command("change_area", by=MANAGER, needs_hub=True)
class ChangeArea(Command, frozen=True):
    area: Reference
    name: ShortText | None = None
    name_en: ShortText | None = None
    about: Sentence | None = None
    about_en: Sentence | None = None
    colour: ShortText | None = None
    icon: ShortText | None = None


@command("revoke_terminal", by=MANAGER, needs_hub=True)
class RevokeTerminal(Command, frozen=True):
    """From now on the hub takes nothing from it; what it had not sent is lost. `terminal` is its name."""

    terminal: Reference


@command("add_consent", by=MANAGER, needs_hub=True)
class AddConsent(Command, frozen=True):
    """A new version of the text that people agree to; who agreed to an earlier one stays as it is."""

    title: Needed
    text: Letter
    agree: Needed
    title_en: ShortText = ""
    text_en: Letter = ""
    agree_en: ShortText = ""


def plain(value: Any) -> Any:
    """As rows keep it."""
    return msgspec.to_builtins(value)
