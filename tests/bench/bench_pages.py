"""From a touch to the last frame that it causes, through the journeys of errand, room and book, in a home of many years."""

import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from queue import Empty

import pytest

from kiosk.config import HomeFolder
from kiosk.rehearsal import rehearsals
from kiosk.station import Station
from tests.bench.filling import bookable_rooms, fill_bookings, fill_titles
from tests.bench.stopwatch import BlindCamera, TimedFinger, Touch, tell, watching
from ui.app import Look, Screens
from ui.tour.finger import Missing
from ui.tour.journey import Drive, all_journeys
from ui.viewmodels.shell import Shell

pytestmark = pytest.mark.bench
MANY, ROUNDS = 10_000, 4
AT = datetime(2026, 11, 23, 9, 41)
SIZE = (1080, 1920)
MEASURED = ("home", "tickets", "rooms", "library")


@pytest.mark.timeout(900)
def test_pages_follow_the_finger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with rehearsals(AT) as homes:
        rehearsed = homes.open()
        rehearsed.close()
        full = Path(shutil.copytree(rehearsed.folder.path, tmp_path / "full"))
    folder = HomeFolder(full)
    fill_titles(folder, MANY, "龘")
    fill_bookings(folder, bookable_rooms(folder), MANY, AT.date() - timedelta(days=8))
    touches: list[Touch] = []
    for n in range(ROUNDS):
        home = tmp_path / f"day{n}"
        shutil.copytree(full, home)
        touches += _a_day(HomeFolder(home), monkeypatch)
    tell("touch to next page painted", [touch for touch in touches if touch.turned])
    tell("touch to its answer on the same page", [touch for touch in touches if not touch.turned])


def _a_day(folder: HomeFolder, monkeypatch: pytest.MonkeyPatch) -> list[Touch]:
    """One kiosk is started and makes all journeys: what is done for the first time counts as it does in the morning."""
    with watching(monkeypatch) as watch:
        screens = Screens(
            lambda: Station(folder, clock=lambda: AT), look=Look(size=SIZE, pace=0), clock=lambda: AT
        )
        camera = BlindCamera(screens.window, screens.background, folder.path, "")
        screens.window.frameSwapped.connect(watch.see_frame)
        camera.rest()
        for turn in (Shell.the().opened, Shell.the().finished, Shell.the().went_back, Shell.the().went_home):
            turn.connect(watch.see_page)
        for journey in (made for made in all_journeys() if made.name.startswith(MEASURED)):
            drive = Drive(TimedFinger(screens.window, camera, watch), camera, "zh", False)
            with suppress(
                Missing, Empty
            ):  # one journey returns the book that another wants to see: it ends there
                journey.steps(drive)
            Shell.the().wipe()
            camera.rest()
        screens.close()
    return watch.touches
