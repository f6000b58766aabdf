"""At a desk of ten years (20,000 people, 100,000 tickets, 50,000 bookings, 100,000 loans): every journey, key by key."""

import shutil
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from queue import Empty

import pytest
from PySide6.QtTest import QTest

from kiosk.config import HomeFolder
from kiosk.station import Station
from tests.bench.filling import (
    bookable_rooms,
    fill_bookings,
    fill_loans,
    fill_people,
    fill_tickets,
    fill_titles,
)
from tests.bench.stopwatch import BlindCamera, TimedFinger, Touch, tell, watching
from tests.builders import make_demo_home
from ui.app import Look, Screens
from ui.tour.camera import Restless
from ui.tour.finger import Missing
from ui.tour.journey import Drive, Journey, all_journeys

pytestmark = pytest.mark.bench
AT = datetime(2026, 11, 23, 9, 41)
PEOPLE, TITLES, TICKETS, BOOKINGS, LOANS = 20_000, 20_000, 100_000, 50_000, 100_000
SIZE = (1366, 768)
PASSWORD_MS = 1500
"""Nobody types a login and a password faster; meanwhile the pages are read."""
SIGN_IN = 2
"""Touches at the beginning of each journey: the login, and the button that opens the day with all it asks."""


@pytest.mark.timeout(1800)
def test_the_desk_follows_keys_and_fingers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    full = tmp_path / "full"
    make_demo_home(full, "desk")
    folder = HomeFolder(full)
    fill_people(folder, PEOPLE)
    fill_titles(folder, TITLES, "龘")
    fill_bookings(folder, bookable_rooms(folder), BOOKINGS, AT.date() - timedelta(days=8))
    fill_tickets(folder, TICKETS, AT.date() - timedelta(days=1))
    fill_loans(folder, LOANS, AT.date())
    coming: list[Touch] = []
    working: list[Touch] = []
    for journey in (one for one in all_journeys() if one.who == "desk"):
        home = tmp_path / journey.name
        shutil.copytree(full, home)
        made = _touches_of(journey, HomeFolder(home), monkeypatch)
        coming += made[:SIGN_IN]
        working += made[SIGN_IN:]
        shutil.rmtree(home)
        if made:
            tell(f"{journey.name} with {TICKETS:,} tickets", made)
    tell("desk: signing in, to today painted", coming)
    tell("desk: key or touch to its answer painted", working)


def _touches_of(journey: Journey, folder: HomeFolder, monkeypatch: pytest.MonkeyPatch) -> list[Touch]:
    with watching(monkeypatch) as watch:
        screens = Screens(
            lambda: Station(folder, clock=lambda: AT), "desk", Look(size=SIZE, pace=0), clock=lambda: AT
        )
        camera = BlindCamera(screens.window, screens.background, folder.path, "")
        screens.window.frameSwapped.connect(watch.see_frame)
        camera.rest()
        QTest.qWait(PASSWORD_MS)
        drive = Drive(TimedFinger(screens.window, camera, watch), camera, "zh", False)
        # a full station shows other rows first than the rehearsed one: what was measured until then counts
        with suppress(Missing, Restless, Empty, AssertionError, ValueError):
            journey.steps(drive)
        screens.close()
    return watch.touches
