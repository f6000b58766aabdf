"""The official calendar, as a manager brings it."""

from datetime import date
from typing import Annotated

import msgspec

from kiosk.commands.base import MANAGER, Command, ShortText, command

MOST_DAYS = 200


class OfficialDay(Command, frozen=True):
    """A day that the State Council's notice names: off, or a weekend at work."""

    date: date
    working: bool
    name: ShortText = ""


@command("import_calendar", by=MANAGER, needs_hub=True)
class ImportCalendar(Command, frozen=True):
    """The whole list of a year, in place of any that was known; the manager's word for single days stays above it."""

    year: Annotated[int, msgspec.Meta(ge=2000, le=2100)]
    days: Annotated[tuple[OfficialDay, ...], msgspec.Meta(max_length=MOST_DAYS)]
