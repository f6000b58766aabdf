"""What all scanners have in common, whatever their cable."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from kiosk.devices.state import OnState, State

OnText = Callable[[str], None]
"""Called with each scan on the scanner's own thread, its terminator, prefix and suffix taken off."""


class Scanner(Protocol):
    """`start` and `stop` never raise: what is wrong stands in `state`."""

    @property
    def name(self) -> str: ...
    @property
    def state(self) -> State: ...
    @property
    def last_scan(self) -> datetime | None: ...

    def start(self, on_text: OnText, on_state: OnState) -> None: ...
    def stop(self) -> None: ...
