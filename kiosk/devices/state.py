"""Whether a device is there: what every device tells of itself, and since when."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Presence(StrEnum):
    READY = "ready"
    AWAY = "away"
    NOT_ALLOWED = "not_allowed"  # it is there, but this user may not open it


@dataclass(frozen=True, slots=True)
class State:
    """`detail`: `why` in the system's words; `group` whose members may open it, where that is known."""

    presence: Presence
    since: datetime
    detail: dict[str, str] = field(default_factory=dict)

    @property
    def is_ready(self) -> bool:
        return self.presence is Presence.READY


OnState = Callable[[State], None]
"""Called on the device's own thread, whenever its presence changes."""
