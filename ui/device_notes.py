"""The doctor's lines about what is plugged in; without Qt, which may be what is broken."""

import sys

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
    return [Note(State.OK, "scanner_wedge"), *map(_scanner, cabled)]


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
