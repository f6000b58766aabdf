"""A scanner that is a keyboard to Linux, taken for us alone: its keys go to no window and no other program."""

import errno
import os
import select
import struct
from collections.abc import Callable
from pathlib import Path

from kiosk.devices.scanners.framing import TERMINATORS, Frame, Framer
from kiosk.devices.scanners.keymap import SHIFTS, us_text
from kiosk.devices.scanners.reader import RETRY_SECONDS, Port, PortScanner
from kiosk.domain.devices import ScannerSettings

EVENT = struct.Struct("@llHHi")
"""struct input_event of linux/input.h: seconds, microseconds, type, code, value."""
_EV_SYN, _EV_KEY, _SYN_DROPPED = 0, 1, 3
_RELEASED, _PRESSED = 0, 1
_EVIOCGRAB = 0x40044590
_ENTER = 28
_AT_ONCE = 256
_SYS = Path("/sys/class/input")

Grab = Callable[[int], None]


def grab(descriptor: int) -> None:
    """From now on the kernel gives the device's keys to nobody else. Raises OSError, such as EBUSY."""
    import fcntl  # not on Windows, where this file is read but never used

    fcntl.ioctl(descriptor, _EVIOCGRAB, 1)


class EventPort:
    """A device file below /dev/input; closing it gives it back to all."""

    def __init__(self, path: str, grab: Grab = grab) -> None:
        self._file = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
        try:
            grab(self._file)
        except OSError:
            os.close(self._file)
            raise

    def read(self, seconds: float) -> bytes:
        if not select.select([self._file], [], [], seconds)[0]:
            return b""
        data = os.read(self._file, EVENT.size * _AT_ONCE)
        if not data:
            raise OSError(errno.ENODEV, os.strerror(errno.ENODEV))
        return data

    def close(self) -> None:
        os.close(self._file)


class KeyDecoder:
    """From the kernel's events to scans."""

    def __init__(self, frame: Frame) -> None:
        self._framer = Framer(frame)
        self._rest = b""
        self._held: set[int] = set()

    @property
    def is_open(self) -> bool:
        return self._framer.is_open

    def feed(self, data: bytes) -> list[str]:
        data = self._rest + data
        whole = len(data) - len(data) % EVENT.size
        self._rest = data[whole:]
        scans: list[str] = []
        for _, _, kind, code, value in EVENT.iter_unpack(data[:whole]):
            scans += self._event(kind, code, value)
        return scans

    def quiet(self) -> list[str]:
        return self._framer.quiet()

    def reset(self) -> None:
        self._framer.reset()
        self._rest = b""
        self._held.clear()

    def _event(self, kind: int, code: int, value: int) -> list[str]:
        if kind == _EV_SYN and code == _SYN_DROPPED:  # the kernel lost some: half a scan is none
            self.reset()
        if kind != _EV_KEY:
            return []
        if code in SHIFTS:
            (self._held.discard if value == _RELEASED else self._held.add)(code)
            return []
        written = us_text(code, bool(self._held)) if value == _PRESSED else ""
        return self._framer.feed(written.encode("ascii"))


def evdev_scanner(
    settings: ScannerSettings, grab: Grab = grab, retry_seconds: float = RETRY_SECONDS
) -> PortScanner:
    """By its file, best one of /dev/input/by-id, or by USB's vendor:product."""

    def open_port() -> Port:
        return EventPort(settings.port or find_event_file(settings.usb), grab)

    frame = Frame(TERMINATORS[settings.terminator], settings.prefix, settings.suffix)
    return PortScanner(settings.called, open_port, KeyDecoder(frame), retry_seconds)


def find_event_file(usb: str, folder: Path = _SYS) -> str:
    """Of such a device the part that has an Enter key. Raises OSError when it is not plugged in."""
    wanted = tuple(usb.lower().split(":"))
    for event in sorted(folder.glob("event*")):
        if (_read(event, "id/vendor"), _read(event, "id/product")) == wanted and _has_enter(event):
            return f"/dev/input/{event.name}"
    raise OSError(errno.ENODEV, f"no USB keyboard {usb}")


def _has_enter(event: Path) -> bool:
    """The kernel writes the keys that a device has as hexadecimal words, the lowest one last."""
    words = _read(event, "capabilities/key").split()
    return bool(words) and bool(int(words[-1], 16) >> _ENTER & 1)


def _read(event: Path, what: str) -> str:
    try:
        return (event / "device" / what).read_text("ascii").strip()
    except OSError:
        return ""
