"""The screens on a demo home, as page tests open them."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.base import from_fields
from kiosk.commands.station import Listing
from kiosk.config import HomeFolder
from kiosk.station import Station
from ui.app import Look, Screens
from ui.tour.camera import Camera
from ui.tour.finger import Finger
from ui.tour.journey import Drive

AT = datetime(2026, 11, 23, 9, 41)
OpenKiosk = Callable[..., Drive]
OpenDesk = Callable[..., Drive]


@pytest.fixture
def kiosk(demo_template: Path, tmp_path: Path) -> Iterator[OpenKiosk]:
    """The screens on a demo home, or on another station."""
    opened: list[Screens] = []
    shutil.copytree(demo_template, tmp_path / "home")

    def demo() -> Any:
        return Station(HomeFolder(tmp_path / "home"), clock=lambda: AT)

    def start(station: Callable[[], Any] = demo, language: str = "zh", large: bool = False) -> Drive:
        look = Look(language=language, large=large, size=(1080, 1920), pace=0)
        screens = Screens(station, "kiosk", look, lambda: AT)
        opened.append(screens)
        camera = Camera(screens.window, screens.background, tmp_path, "test")
        camera.rest()
        return Drive(Finger(screens.window), camera, language, large)

    yield start
    for screens in opened:
        screens.close()


@pytest.fixture
def front(desk_template: Path, tmp_path: Path) -> Iterator[OpenDesk]:
    """The desk's screens on a demo home, with an operator signed in."""
    opened: list[Screens] = []
    shutil.copytree(desk_template, tmp_path / "home")

    def start(
        login: str = "clerk", *wishes: tuple[str, dict[str, Any]], home: Path = tmp_path / "home"
    ) -> Drive:
        def demo() -> Station:
            station = Station(HomeFolder(home), clock=lambda: AT)
            for kind, fields in wishes:
                assert station.do(from_fields(kind, fields)).status == "accepted"
            return station

        while opened:  # the desk is started anew
            opened.pop().close()
        screens = Screens(demo, "desk", Look(size=(1366, 768), pace=0), lambda: AT)
        opened.append(screens)
        camera = Camera(screens.window, screens.background, tmp_path, "test")
        camera.rest()
        drive = Drive(Finger(screens.window), camera, "zh", False)
        if login:
            drive.write(login, into="登录名")
            drive.tap("登录")
        return drive

    yield start
    for screens in opened:
        screens.close()


def listed(desk: Drive, what: str) -> list[dict[str, Any]]:
    found: list[Any] = []
    desk.at_station(
        lambda station: found.extend(station.ask(Listing(what=what), station.find_actor("manager")))
    )
    return found
