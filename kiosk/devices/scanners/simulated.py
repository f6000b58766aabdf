"""A scanner for tests and the tour: it reads what it is told to, when it is told to."""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.devices.scanners.base import OnText
from kiosk.devices.state import OnState, Presence, State
from kiosk.domain.times import station_now


@dataclass
class SimulatedScanner:
    """`texts` come by themselves once it is started, each so many seconds after the one before."""

    name: str = "simulated"
    texts: Sequence[tuple[float, str]] = ()
    clock: Callable[[], datetime] = station_now
    last_scan: datetime | None = None
    _heard: list[tuple[OnText, OnState]] = field(default_factory=list)
    _stopping: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread | None = None

    def __post_init__(self) -> None:
        self._state = State(Presence.AWAY, self.clock())

    @property
    def state(self) -> State:
        return self._state

    def start(self, on_text: OnText, on_state: OnState) -> None:
        self._heard[:] = [(on_text, on_state)]
        self._stopping.clear()
        self.plug()
        if self.texts:
            self._thread = threading.Thread(target=self._play, name=f"scanner {self.name}", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(2)
            self._thread = None
        self._heard.clear()

    def scan(self, text: str) -> None:
        """Somebody holds this to it; unplugged it sees nothing."""
        if self._state.is_ready:
            self.last_scan = self.clock()
            for on_text, _ in self._heard:
                on_text(text)

    def plug(self) -> None:
        self._be(Presence.READY)

    def unplug(self) -> None:
        self._be(Presence.AWAY)

    def forbid(self, group: str) -> None:
        self._be(Presence.NOT_ALLOWED, group=group)

    def _be(self, presence: Presence, **detail: str) -> None:
        self._state = State(presence, self.clock(), detail)
        for _, on_state in self._heard:
            on_state(self._state)

    def _play(self) -> None:
        for seconds, text in self.texts:
            if self._stopping.wait(seconds):
                return
            self.scan(text)
