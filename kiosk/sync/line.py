"""What a terminal knows of the line to its hub; the worker and whoever acts here say it, everybody may ask, on any thread."""

import logging
from threading import Event

from kiosk.domain.states import LineStage
from kiosk.domain.trouble import KioskError

log = logging.getLogger(__name__)


class Line:
    """How the last exchange went; `stage` is what the worker does just now, None where nobody watches the line."""

    def __init__(self) -> None:
        self.trouble: KioskError | None = None
        self.stage: LineStage | None = None
        self.turns = 0
        """How often it has gone or come back."""
        self.woken = Event()

    @property
    def online(self) -> bool:
        return self.trouble is None

    @property
    def is_left_to_worker(self) -> bool:
        """Whether a wish need not wait for the hub: it is away, and the worker will bring it."""
        return self.stage is not None and not self.online

    def met(self) -> None:
        if not self.online:
            self.trouble = None
            self.turns += 1
            self.wake()

    def lost(self, trouble: KioskError) -> None:
        if self.stage is not None and trouble.key == "exchange_busy":
            return  # somebody else of this home talks to the hub: it is there
        if self.online:  # said once, not every few seconds
            log.warning("the hub is away: %s", trouble)
            self.turns += 1
        self.trouble = trouble

    def wake(self) -> None:
        """Something waits to be sent: the worker need not wait for news."""
        self.woken.set()
