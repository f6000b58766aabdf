"""The station's rules as data: numbers, switches and hours, set by its manager. The next wish is judged by them."""

from typing import Annotated, Any

import msgspec

from kiosk.commands.base import MANAGER, Command, Json, Reference, ShortText, command
from kiosk.domain.states import HoursOf, Topic

Spans = Annotated[tuple[ShortText, ...], msgspec.Meta(max_length=50)]


@command("set_policy", by=MANAGER, needs_hub=True)
class SetPolicy(Command, frozen=True):
    """`numbers` by name, as `show policies` lists them; those that `drop` names follow the station's or the usual again.

    Booking rules may be a `room`'s own; lending rules those of a `card_kind` or of a `copy_kind`.
    """

    topic: Topic
    numbers: Json = msgspec.field(default_factory=dict)
    drop: Annotated[tuple[ShortText, ...], msgspec.Meta(max_length=50)] = ()
    room: Reference | None = None
    card_kind: Reference | None = None
    copy_kind: Reference | None = None


@command("set_hours", by=MANAGER, needs_hub=True)
class SetHours(Command, frozen=True):
    """`hours` by day: every_day, 1 (Monday) to 7, holidays; each a list of HH:MM-HH:MM, empty for shut. None: a room follows
    the station again.
    """

    whose: HoursOf
    hours: dict[str, Spans] | None = None
    room: Reference | None = None


def as_kept(hours: dict[str, Any] | None) -> dict[str, list[str]] | None:
    return None if hours is None else {day: list(spans) for day, spans in hours.items()}
