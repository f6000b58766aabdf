"""From a scan to the view-model of its answer, by a keyboard scanner and by one on a serial line."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest

from kiosk.commands.tickets import OpenTicket
from kiosk.config import HomeFolder
from kiosk.devices.scanners.serial import serial_scanner
from kiosk.domain.devices import ScannerKind, ScannerSettings
from kiosk.rehearsal import rehearsals
from kiosk.station import Station
from tests.bench.bench_pages import SIZE
from tests.bench.table import line, ms, p95
from ui.app import Look, Screens
from ui.tour.camera import Camera
from ui.tour.journeys.slip import approved
from ui.viewmodels.scanners import Scanners
from ui.viewmodels.shell import Shell
from ui.viewmodels.slip import Slip

pytestmark = pytest.mark.bench
AT = datetime(2026, 11, 23, 9, 41)
ROUNDS = 40
FOREIGN = ("https://example.org/pay?x=1", "134567890123456789", "健康码" * 30, "9787506365438")
WANTED = "p95 at most 40 ms"


@pytest.fixture
def kiosk(tmp_path: Path) -> Iterator[tuple[Screens, Camera, list[str]]]:
    with rehearsals(AT) as homes:
        rehearsed = homes.open()
        rehearsed.close()
        home = Path(shutil.copytree(rehearsed.folder.path, tmp_path / "home"))
    station = Station(HomeFolder(home), clock=lambda: AT)
    codes = [_code(station.do(OpenTicket(item="gaoling"))) for _ in range(3)]
    codes += [_code(approved(station, AT.date(), "10:00", room)) for room in _free_rooms(station)]
    station.close()
    screens = Screens(
        lambda: Station(HomeFolder(home), clock=lambda: AT), look=Look(size=SIZE, pace=0), clock=lambda: AT
    )
    camera = Camera(screens.window, screens.background, tmp_path, "")
    camera.rest()
    yield screens, camera, codes
    screens.close()


def test_a_keyboard_scan_is_answered(kiosk: tuple[Screens, Camera, list[str]]) -> None:
    screens, camera, codes = kiosk
    measured = []
    for text in _mixed(codes):
        for letter in text if text.isascii() else "1" * 90:  # its pace is the scanner's own
            QTest.keyClick(screens.window, Qt.Key(ord(letter.upper())))
        measured.append(_answered(camera, lambda: QTest.keyClick(screens.window, Qt.Key.Key_Return)))
    line("keyboard scan, its last key to the answer's view-model", ms(p95(measured)), WANTED)


@pytest.mark.skipif(os.name != "posix", reason="needs a pseudo terminal")
def test_a_serial_scan_is_answered(kiosk: tuple[Screens, Camera, list[str]]) -> None:
    _, camera, codes = kiosk
    master, slave = os.openpty()
    scanner = serial_scanner(ScannerSettings(ScannerKind.SERIAL, port=os.ttyname(slave)))
    Scanners.the().use([scanner])
    camera.until(lambda: scanner.state.is_ready, "the scanner is not there")
    measured = []
    for text in _mixed(codes):
        sent = (text + "\r").encode()
        measured.append(_answered(camera, lambda sent=sent: os.write(master, sent)))  # type: ignore[misc]
    line("serial scan, first byte to the answer's view-model", ms(p95(measured)), WANTED)
    Scanners.the().end()
    os.close(slave)
    os.close(master)


def _answered(camera: Camera, scan: Callable[[], Any]) -> float:
    """Seconds until the slip's model shows what was scanned; the screen begins at rest, at home."""
    came: list[float] = []

    def look() -> None:
        if Slip.the()._title and not came:
            came.append(time.perf_counter())

    Slip.the().changed.connect(look)
    begin = time.perf_counter()
    scan()
    while not came:
        QCoreApplication.processEvents()
        assert time.perf_counter() - begin < 5
    Slip.the().changed.disconnect(look)
    camera.rest()
    Shell.the().wipe()
    camera.rest()
    return came[0] - begin


def _mixed(codes: list[str]) -> list[str]:
    return [text for n in range(ROUNDS) for text in (codes[n % len(codes)], FOREIGN[n % len(FOREIGN)])]


def _free_rooms(station: Station) -> list[str]:
    from kiosk.commands.bookings import Rooms

    return [room.code for room in station.ask(Rooms(bookable=True)) if room.part_of is None][:3]


def _code(answer: Any) -> str:
    return str(answer.result["code"])
