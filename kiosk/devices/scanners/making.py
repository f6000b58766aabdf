"""From a home's settings to its scanners."""

import sys
from collections.abc import Iterable

from kiosk.devices.scanners.base import Scanner
from kiosk.devices.scanners.framing import TERMINATORS, Frame
from kiosk.devices.scanners.wedge import Ways
from kiosk.domain.devices import ScannerKind, ScannerSettings


def make_scanners(settings: Iterable[ScannerSettings]) -> list[Scanner]:
    """Those with a cable of their own; a wedge is the window's keyboard. evdev is Linux's alone."""
    made: list[Scanner] = []
    for one in settings:
        if one.kind is ScannerKind.SERIAL:
            from kiosk.devices.scanners.serial import serial_scanner

            made.append(serial_scanner(one))
        elif one.kind is ScannerKind.EVDEV and sys.platform == "linux":
            from kiosk.devices.scanners.evdev import evdev_scanner

            made.append(evdev_scanner(one))
    return made


def wedge_ways(settings: Iterable[ScannerSettings]) -> Ways:
    """How the wedge was set up; without an entry, as most are when they are bought."""
    wedge = next((one for one in settings if one.kind is ScannerKind.WEDGE), None)
    if wedge is None:
        return Ways()
    return Ways(Frame(TERMINATORS[wedge.terminator], wedge.prefix, wedge.suffix), wedge.quick_ms)
