"""The doctor's lines about what is plugged in; without Qt, which may be what is broken."""

import sys
from pathlib import Path

from kiosk.config import HomeFolder
from kiosk.devices.scanners.look import look
from kiosk.devices.state import Presence
from kiosk.domain.devices import ScannerKind, ScannerSettings
from kiosk.domain.trouble import KioskError
from kiosk.sync.doctor import Note, State


def examine_devices(folder: HomeFolder) -> list[Note]:
    """Of a home whose settings cannot be read nothing: that has been said."""
    try:
        devices = folder.load().devices
    except KioskError:
        return []
    cabled = [one for one in devices.scanners if one.kind is not ScannerKind.WEDGE]
    return [Note(State.OK, "scanner_wedge"), *map(_scanner, cabled), *_camera(devices.camera)]


def _camera(wanted: str) -> list[Note]:
    """Whether it is the one of this name only Qt could tell; on Linux a camera is a file."""
    if not wanted:
        return []
    away = sys.platform == "linux" and not any(Path("/dev").glob("video*"))
    return [
        Note(State.WARNING if away else State.OK, "camera_away" if away else "camera_set", {"name": wanted})
    ]


def _scanner(one: ScannerSettings) -> Note:
    about = {"name": one.called, "kind": one.kind.value}
    if one.kind is ScannerKind.EVDEV and sys.platform != "linux":
        return Note(State.PROBLEM, "scanner_linux_only", about)
    presence, detail = look(one)
    if presence is Presence.READY:
        return Note(State.OK, "scanner_ready", about)
    if presence is Presence.NOT_ALLOWED and detail.get("group"):
        return Note(State.PROBLEM, "scanner_not_allowed", about | detail)
    return Note(State.WARNING, "scanner_away", about | detail)
