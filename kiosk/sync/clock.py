"""A terminal's time: the hub's at their last meeting, and this machine's running time since.

So it does not matter what the clock on the wall is set to, or that it jumps. After a start without the hub there is only
the wall; what is made then is marked as uncertain.
"""

import time
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from kiosk.domain.times import believed, station_now

BOOT_ID = Path("/proc/sys/kernel/random/boot_id")
Clock = Callable[[], datetime]
OFF = timedelta(minutes=5)
"""As much as the wall may differ before somebody should look."""


class Ticks(NamedTuple):
    """Seconds since this start of the machine, sleep included; `boot` tells one start from another."""

    boot: str
    seconds: float


def system_ticks() -> Ticks:
    return Ticks(_boot(), time.clock_gettime(_CLOCK) if _CLOCK is not None else time.monotonic())


_CLOCK: int | None = getattr(time, "CLOCK_BOOTTIME", None)


@cache
def _boot() -> str:
    """Where the system does not name its starts, each start of this program counts as one."""
    return BOOT_ID.read_text("ascii").strip() if BOOT_ID.exists() else uuid.uuid4().hex


class TerminalClock:
    """`wall` is what this machine's clock shows; where a test gives another one, that runs evenly."""

    def __init__(self, wall: Clock, ticks: Callable[[], Ticks] | None = None) -> None:
        self.wall = wall
        self.ticks = ticks or (system_ticks if wall is station_now else self._ticks_of_wall)

    def now(self, home: Any) -> tuple[datetime, bool]:
        """The time to be told, and whether nobody vouches for it; never before what this home has done."""
        ticks = self.ticks()
        if home.hub_time is not None and home.boot == ticks.boot:
            at, uncertain = home.hub_time + timedelta(seconds=ticks.seconds - home.boot_seconds), False
        else:
            at, uncertain = believed(self.wall(), home.hub_time), home.hub_time is not None
        return max(at, home.last_made_at or at), uncertain

    def state(self, home: Any) -> str:
        """ok, uncertain (started without the hub), off (the wall shows another time than the hub)."""
        at, uncertain = self.now(home)
        if uncertain:
            return "uncertain"
        return "off" if abs(at - self.wall()) > OFF else "ok"

    def _ticks_of_wall(self) -> Ticks:
        return Ticks("wall", (self.wall() - datetime.min).total_seconds())
