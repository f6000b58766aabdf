"""A scanner with a port of its own: a thread reads it, notices when it is pulled out, and finds it again."""

import contextlib
import errno
import logging
import os
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from kiosk.devices.scanners.base import OnText
from kiosk.devices.state import OnState, Presence, State
from kiosk.domain.times import station_now

log = logging.getLogger(__name__)
RETRY_SECONDS = 1.0
"""Between two looks whether it is there: replugged, it reads again within three seconds."""
_LOOK_SECONDS = 0.25
PAUSE_SECONDS = 0.1
"""After so long without a byte a scan without terminator is over."""


class Port(Protocol):
    def read(self, seconds: float) -> bytes:
        """What has come, or nothing after that long. Raises OSError once the device is gone."""
        ...

    def close(self) -> None: ...


class Decoder(Protocol):
    @property
    def is_open(self) -> bool:
        """Half a scan has come."""
        ...

    def feed(self, data: bytes) -> list[str]: ...
    def quiet(self) -> list[str]: ...
    def reset(self) -> None: ...


class PortScanner:
    """`open_port` raises OSError while the device is away or may not be opened."""

    def __init__(
        self,
        name: str,
        open_port: Callable[[], Port],
        decoder: Decoder,
        retry_seconds: float = RETRY_SECONDS,
        clock: Callable[[], datetime] = station_now,
    ) -> None:
        self.name = name
        self._open_port, self._decoder = open_port, decoder
        self._retry, self._clock = retry_seconds, clock
        self._state = State(Presence.AWAY, clock())
        self._stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._on_text: OnText = _nobody
        self._on_state: OnState = _nobody
        self.last_scan: datetime | None = None

    @property
    def state(self) -> State:
        return self._state

    def start(self, on_text: OnText, on_state: OnState) -> None:
        if self._thread is None:
            self._on_text, self._on_state = on_text, on_state
            self._stopping.clear()
            self._thread = threading.Thread(target=self._run, name=f"scanner {self.name}", daemon=True)
            self._thread.start()

    def stop(self) -> None:
        """Returns when nothing more will be heard."""
        self._stopping.set()
        if self._thread is not None:
            self._thread.join(2)
            self._thread = None

    def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                self._serve()
            except OSError as error:
                self._be(*absence_of(error))
            except Exception as error:  # a driver that answers nonsense: tried again like a pulled cable
                log.exception("scanner %s", self.name)
                self._be(Presence.AWAY, {"why": repr(error)})
            self._stopping.wait(self._retry)

    def _serve(self) -> None:
        port = self._open_port()
        try:
            self._be(Presence.READY, {})
            while not self._stopping.is_set():
                self._listen(port)
        finally:
            self._decoder.reset()
            with contextlib.suppress(OSError):
                port.close()

    def _listen(self, port: Port) -> None:
        data = port.read(PAUSE_SECONDS if self._decoder.is_open else _LOOK_SECONDS)
        for text in self._decoder.feed(data) if data else self._decoder.quiet():
            self.last_scan = self._clock()
            self._on_text(text)

    def _be(self, presence: Presence, detail: dict[str, str]) -> None:
        if (presence, detail) != (self._state.presence, self._state.detail):
            if presence is not self._state.presence:
                log.info("scanner %s is %s %s", self.name, presence, detail)
            since = self._clock() if presence is not self._state.presence else self._state.since
            self._state = State(presence, since, detail)
            self._on_state(self._state)


def absence_of(error: OSError) -> tuple[Presence, dict[str, str]]:
    """Why it cannot be opened: away, or kept from us, then with the group to join where there is one."""
    why = error.strerror or str(error)
    if error.errno not in (errno.EACCES, errno.EPERM):
        return Presence.AWAY, {"why": why}
    group = _group_of(str(error.filename)) if error.filename else ""
    return Presence.NOT_ALLOWED, {"why": why} | ({"group": group} if group else {})


def _group_of(path: str) -> str:
    """Whose members may open it; empty where there are no groups."""
    try:
        import grp

        return grp.getgrgid(os.stat(path).st_gid).gr_name
    except (ImportError, KeyError, OSError):
        return ""


def _nobody(_: Any) -> None:
    """It was not started yet."""
