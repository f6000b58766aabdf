"""What a terminal draws when it completes a command: from the home's counters, or by chance."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from db import home as rows
from kiosk.domain.codes import slip_code
from kiosk.domain.numbers import booking_number, queue_number
from kiosk.domain.people import card_number
from kiosk.domain.recovery import recovery_code
from kiosk.services.secrets import draw_bytes, draw_card_stem, draw_pin, draw_recovery_secret


@dataclass(slots=True)
class HomeDrawer:
    """Draws from the home's counters inside the local transaction."""

    connection: Any
    letter: str | None
    last_booking: int
    has_no_letter: bool = False

    def queue_number(self, day: date) -> str:
        return queue_number(self._own_letter, rows.next_number(self.connection, day))

    def booking_number(self) -> str:
        self.last_booking += 1
        return booking_number(self._own_letter, self.last_booking)

    @property
    def _own_letter(self) -> str:
        """A home that was copied or put back has none until the hub gives it one."""
        self.has_no_letter = self.letter is None
        return self.letter or "A"

    def slip_code(self) -> str:
        return slip_code(draw_bytes())

    def card_number(self) -> str:
        return card_number(draw_card_stem())

    def pin(self) -> str:
        return draw_pin()

    def recovery_code(self) -> str:
        return recovery_code(draw_recovery_secret())
