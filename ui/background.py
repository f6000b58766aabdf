"""The only road from the screens to the station: one worker thread owns it, results come back."""

import logging
import queue
import sys
import threading
from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

log = logging.getLogger(__name__)
T = TypeVar("T")
_LONGEST_TURN = 0.0005
"""Seconds (else 0.005) that the worker may keep Python's lock when the GUI thread wants it: a frame needs it often."""


class AnswerLike(Protocol):
    """What became of a wish; `status` is accepted, pending or refused."""

    @property
    def id(self) -> str: ...
    @property
    def status(self) -> str: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def detail(self) -> dict[str, Any]: ...
    @property
    def result(self) -> dict[str, Any]: ...


class StationLike(Protocol):
    """What the screens ask of a station (kiosk/station.py, or a fake)."""

    def do(self, command: Any, actor: Any = None) -> Any: ...
    def ask(self, question: Any) -> Any: ...
    def follow(self, on_change: Callable[[], None]) -> None:
        """Exchange by itself from now on; what has changed is told on a thread of its own."""
        ...

    def close(self) -> None: ...


Work = Callable[[Any], T]
OpenStation = Callable[[], StationLike]
Clock = Callable[[], datetime]


class Background(QObject):
    """Runs work on the thread that owns the station; `done` or `failed` is called later on the GUI thread.

    `forget` drops answers that were asked for before it: they belong to a person who has left.
    """

    _came_back = Signal(object)
    broke_down = Signal()  # the station cannot be opened: `trouble` says why
    news = Signal()  # records have changed by themselves, or the line to the hub
    busy_changed = Signal()

    def __init__(self, open_station: OpenStation) -> None:
        super().__init__()
        self._open = open_station
        self._tasks: queue.SimpleQueue[Callable[[StationLike], None] | None] = queue.SimpleQueue()
        self._station: StationLike = _Closed(RuntimeError("the station has not been opened"))
        self._waiting = 0
        self._generation = 0
        self._is_closed = False
        self.trouble: Exception | None = None
        self._came_back.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        sys.setswitchinterval(_LONGEST_TURN)
        self._thread = threading.Thread(target=self._work, name="station", daemon=True)

    @Slot()
    def begin(self) -> None:
        """Open the station, work off what was asked for meanwhile, then listen for news; once is enough."""
        if self._thread.ident is None:
            self.run(lambda station: station.follow(self.news.emit), lambda nothing: None, aside=True)
            self._thread.start()

    @property
    def busy(self) -> bool:
        return self._waiting > 0

    def run(
        self,
        work: Work[T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
        *,
        aside: bool = False,
    ) -> None:
        """Never blocks. Work is done in the order in which it was asked for.

        What is done `aside` is nobody's wish: it does not count as busy, and is heard even after `forget`.
        """
        generation = None if aside else self._generation
        if not aside:
            self._count(+1)

        def task(station: StationLike) -> None:
            try:
                result = work(station)
            except BaseException as error:  # even SystemExit: a dead worker would leave a frozen page
                trouble = error if isinstance(error, Exception) else RuntimeError(repr(error))
                self._came_back.emit(lambda: self._answer(generation, failed or _log_only, trouble))
            else:
                self._came_back.emit(lambda: self._answer(generation, done, result))

        self._tasks.put(task)

    def apart(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Long work that needs no station (a file to be written): beside the worker, so that nobody waits for it."""
        generation = self._generation
        self._count(+1)

        def labour() -> None:
            try:
                result = work()
            except Exception as error:
                trouble = error
                self._came_back.emit(lambda: self._answer(generation, failed or _log_only, trouble))
            else:
                self._came_back.emit(lambda: self._answer(generation, done, result))

        threading.Thread(target=labour, name="apart", daemon=True).start()

    def forget(self) -> None:
        """The person has left: what is still running is finished, but nobody hears of it."""
        self._generation += 1

    def close(self, seconds: float = 10) -> None:
        """Finish what was asked for, close the station, stop; nobody hears of it any more."""
        self._is_closed = True
        self._tasks.put(None)
        if self._thread.ident is not None:
            self._thread.join(seconds)

    def _deliver(self, answer: Callable[[], None]) -> None:
        if not self._is_closed:
            answer()

    def _answer(self, generation: int | None, hear: Callable[[Any], None], value: object) -> None:
        if generation is not None:
            self._count(-1)
        if generation in (None, self._generation):
            hear(value)

    def _count(self, change: int) -> None:
        self._waiting += change
        self.busy_changed.emit()

    def reopen(self) -> None:
        """Try again what failed when the station was opened; on success `trouble` is None."""
        self._tasks.put(lambda station: self._open_again())

    def _work(self) -> None:
        self._open_it()
        while (task := self._tasks.get()) is not None:
            task(self._station)
        self._station.close()

    def _open_it(self) -> None:
        try:
            self._station = self._open()
            self.trouble = None
        except Exception as error:
            if repr(error) != repr(self.trouble):  # tried every few seconds, it would fill the log
                log.exception("the station cannot be opened")
            self._station = _Closed(error)
            self.trouble = error
            self.broke_down.emit()

    def _open_again(self) -> None:
        if self.trouble is not None:
            self._open_it()
            self._station.follow(self.news.emit)


class _Closed:
    """A station that could not be opened: every wish meets the reason."""

    def __init__(self, error: Exception) -> None:
        self._error = error

    def do(self, command: Any, actor: Any = None) -> Any:
        raise self._error

    def ask(self, question: Any) -> Any:
        raise self._error

    def follow(self, on_change: Callable[[], None]) -> None:
        """There is nothing to hear."""

    def close(self) -> None:
        """There is nothing to close."""


def _log_only(error: Exception) -> None:
    log.error("nobody waits for this failure", exc_info=error)
