"""Whether a scanner of the settings is there, without opening it: the screens may be using it."""

import errno
import os

from kiosk.devices.scanners.reader import absence_of
from kiosk.devices.state import Presence
from kiosk.domain.devices import ScannerKind, ScannerSettings


def look(one: ScannerSettings) -> tuple[Presence, dict[str, str]]:
    """Its presence and what `State.detail` would say."""
    try:
        if one.kind is ScannerKind.SERIAL:
            _look_at_serial(one)
        elif one.kind is ScannerKind.EVDEV:
            _look_at_event_file(one)
    except OSError as error:
        return absence_of(error)
    return Presence.READY, {}


def _look_at_serial(one: ScannerSettings) -> None:
    from serial.tools import list_ports

    from kiosk.devices.scanners.serial import find_port

    port = one.port or find_port(one.usb)
    if os.name == "posix":
        _may_open(port, os.R_OK | os.W_OK)
    elif port.upper() not in {str(listed.device).upper() for listed in list_ports.comports()}:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), port)


def _look_at_event_file(one: ScannerSettings) -> None:
    from kiosk.devices.scanners.evdev import find_event_file

    _may_open(one.port or find_event_file(one.usb), os.R_OK)


def _may_open(path: str, how: int) -> None:
    """Raises OSError, as opening it would."""
    os.stat(path)
    if not os.access(path, how):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
