"""From a touch to the last frame that it causes, through the journeys of errand, room and book, in a home of many years."""

import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from queue import Empty
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickWindow

from kiosk.config import HomeFolder
from kiosk.rehearsal import rehearsals
from kiosk.station import Station
from tests.bench.filling import bookable_rooms, fill_bookings, fill_titles
from tests.bench.table import line, median, ms, p95
from ui.app import Look, Screens
from ui.background import Background
from ui.tour.camera import Camera
from ui.tour.finger import Finger, Missing
from ui.tour.journey import Drive, all_journeys
from ui.viewmodels.shell import Shell

pytestmark = pytest.mark.bench
MANY, ROUNDS = 10_000, 4
AT = datetime(2026, 11, 23, 9, 41)
SIZE = (1080, 1920)
MEASURED = ("home", "tickets", "rooms", "library")


@dataclass(slots=True)
class Touch:
    """Seconds. `ours` is what the station took on its worker, and what view-models did on hearing its answers,
    the bindings that they set off included, but not the making and painting of a page: that is Qt's.
    """

    turned: bool = False
    painted: float = 0.0
    ours: float = 0.0


@dataclass  # without slots: Qt keeps a weak reference to whoever hears a signal
class Stopwatch:
    """Every touch of one round; a page is painted when nothing is left to draw, late data included."""

    touches: list[Touch] = field(default_factory=list)
    last_frame: float = 0.0
    now: Touch = field(default_factory=Touch)
    in_pages: float = 0.0
    is_hearing: bool = False

    def see_frame(self) -> None:
        self.last_frame = perf_counter()

    def see_page(self, *_: object) -> None:
        self.now.turned = True

    def station(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """Asking and doing, on the worker."""
        return self._timed(work, lambda seconds: seconds)

    def hearing(self, work: Callable[..., Any]) -> Callable[..., Any]:
        """What view-models do with an answer, without the pages they open on it."""

        def hear(*args: Any) -> None:
            self.in_pages, self.is_hearing = 0.0, True
            timed(*args)
            self.is_hearing = False

        timed = self._timed(work, lambda seconds: seconds - self.in_pages)
        return hear

    def paging(self, work: Callable[..., Any]) -> Callable[..., Any]:
        def note(seconds: float) -> float:
            self.in_pages += seconds if self.is_hearing else 0.0
            return 0.0

        return self._timed(work, note)

    def _timed(self, work: Callable[..., Any], ours: Callable[[float], float]) -> Callable[..., Any]:
        def timed(*args: Any, **options: Any) -> Any:
            begin = perf_counter()
            try:
                return work(*args, **options)
            finally:
                self.now.ours += ours(perf_counter() - begin)

        return timed


class TimedFinger(Finger):
    """Lets the screen come to rest after each touch, so that every frame belongs to one touch."""

    def __init__(self, window: QQuickWindow, camera: Camera, watch: Stopwatch) -> None:
        super().__init__(window)
        self._camera, self._watch = camera, watch

    def tap_at(self, point: QPoint) -> None:
        self._camera.rest()
        self._watch.now, begin = Touch(), perf_counter()
        super().tap_at(point)
        self._camera.rest()
        if self._watch.last_frame > begin:
            self._watch.now.painted = self._watch.last_frame - begin
            self._watch.touches.append(self._watch.now)


class BlindCamera(Camera):
    """Comes to rest but keeps no pictures."""

    def shoot(self) -> None:
        self.rest()


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
    _tell("touch to next page painted", [touch for touch in touches if touch.turned])
    _tell("touch to its answer on the same page", [touch for touch in touches if not touch.turned])


def _a_day(folder: HomeFolder, monkeypatch: pytest.MonkeyPatch) -> list[Touch]:
    """One kiosk is started and makes all journeys: what is done for the first time counts as it does in the morning."""
    watch = Stopwatch()
    with monkeypatch.context() as patch:
        patch.setattr(Background, "_answer", watch.hearing(Background._answer))
        for name in ("do", "ask"):
            patch.setattr(Station, name, watch.station(getattr(Station, name)))
        for name in ("open", "finish"):
            patch.setattr(Shell, name, watch.paging(getattr(Shell, name)))
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


def _tell(work: str, touches: list[Touch]) -> None:
    painted, ours = ([getattr(touch, what) for touch in touches] for what in ("painted", "ours"))
    line(
        f"{work}, {len(touches)} touches",
        f"p95 {ms(p95(painted))} (middle {ms(median(painted))}), our own code p95 {ms(p95(ours))}",
        "p95 at most 150 ms, our own code 30 ms",
    )
