"""From a touch or key to the last frame that it causes, and what of it was our own code."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtQuick import QQuickWindow

from kiosk.station import Station
from tests.bench.table import line, median, ms, p95
from ui.background import Background
from ui.tour.camera import Camera
from ui.tour.finger import Finger
from ui.viewmodels.desk.session import Session
from ui.viewmodels.shell import Shell


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
        with self._one_touch():
            super().tap_at(point)

    def hit(self, key: str) -> None:
        with self._one_touch():
            super().hit(key)

    def write(self, text: str) -> None:
        with self._one_touch():
            super().write(text)

    @contextmanager
    def _one_touch(self) -> Iterator[None]:
        self._camera.rest()
        self._watch.now, begin = Touch(), perf_counter()
        yield
        self._camera.rest()
        if self._watch.last_frame > begin:
            self._watch.now.painted = self._watch.last_frame - begin
            self._watch.touches.append(self._watch.now)


class BlindCamera(Camera):
    """Comes to rest but keeps no pictures."""

    def shoot(self) -> None:
        self.rest()


@contextmanager
def watching(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stopwatch]:
    """What the station and the view-models take is counted while this is open."""
    watch = Stopwatch()
    with monkeypatch.context() as patch:
        patch.setattr(Background, "_answer", watch.hearing(Background._answer))
        for name in ("do", "ask"):
            patch.setattr(Station, name, watch.station(getattr(Station, name)))
        for owner, name in ((Shell, "open"), (Shell, "finish"), (Session, "turn_to")):
            patch.setattr(owner, name, watch.paging(getattr(owner, name)))
        yield watch


def tell(work: str, touches: list[Touch]) -> None:
    painted, ours = ([getattr(touch, what) for touch in touches] for what in ("painted", "ours"))
    line(
        f"{work}, {len(touches)} touches",
        f"p95 {ms(p95(painted))} (middle {ms(median(painted))}), our own code p95 {ms(p95(ours))}",
        "p95 at most 150 ms, our own code 30 ms",
    )
