"""By what somebody has a ticket or booking before them: the code of a slip, or for their own booking card and PIN."""

from dataclasses import dataclass
from typing import Any

from kiosk.commands import records
from kiosk.commands.station import OwnBooking, SlipOf


@dataclass(frozen=True, slots=True)
class Holder:
    code: str = ""
    booking: str = ""
    card: str = ""

    def __bool__(self) -> bool:
        return bool(self.code or self.booking)

    @property
    def meant(self) -> dict[str, Any]:
        """As a command names it."""
        return {"booking": self.booking} if self.booking else {"code": self.code}

    def look(self, station: Any) -> records.Slip:
        question = OwnBooking(booking=self.booking) if self.booking else SlipOf(code=self.code)
        found: records.Slip = station.ask(question, self._actor(station))
        return found

    def do(self, station: Any, command: Any) -> Any:
        return station.do(command, self._actor(station))

    def _actor(self, station: Any) -> Any:
        return station.find_actor(self.card) if self.card else None
