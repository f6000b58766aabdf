"""The check-in stand: it waits for a code, answers it at once, and forgets it again by itself."""

import logging
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.stand import StandNow
from kiosk.devices.announcer import Announcement, Announcer
from kiosk.devices.speaker import Speaker
from kiosk.domain.stand import StandPolicy
from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import weekday
from ui.viewmodels.scan import Scan
from ui.viewmodels.sentences import language
from ui.viewmodels.shell import Shell
from ui.viewmodels.stand.answer import NOTHING, Answer
from ui.viewmodels.stand.counting import HeadCount
from ui.viewmodels.stand.other_answers import failed_answer
from ui.viewmodels.stand.reading import read_at_door, scanned_answer
from ui.viewmodels.stand.rows import ahead_words, from_own, room_rows, use_rows

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1
log = logging.getLogger(__name__)

_REFRESH_MS = 10_000
_TURN_MS = 10_000  # until the next rooms are shown, if there are more than fit
_SPEAK_IN_TURN_MS = 8_000  # each language, where both are shown in turn
_SLOW_MS = 300
_LARGE_FACTOR = 1.5  # whoever reads larger letters reads longer


@QmlElement
@QmlSingleton
class Stand(ViewModel):
    """`state` is waiting, busy or answer; `broken`: nothing can be read here, and it tries again by itself.

    `rows` are as many as `fit`: of rooms while it waits, of what comes next beside an answer.
    """

    changed = Signal()
    state = shown(str, "state", changed)
    broken = shown(bool, "broken", changed)
    answer = shown("QVariantMap", "answer", changed)
    station = shown(str, "station", changed)
    weekday = shown(str, "weekday", changed)
    phone = shown(str, "phone", changed)
    rows = shown("QVariantList", "rows", changed)
    ahead = shown(str, "ahead", changed)
    page = shown(int, "page", changed)
    pages = shown(int, "pages", changed)
    left = shown(int, "left", changed)
    share = shown(float, "share", changed)
    silent = shown(bool, "silent", changed)

    def __init__(self) -> None:
        super().__init__()
        self._last: records.StandNow | None = None
        self._said: Callable[[], Answer] | None = None  # the answer, in the language of the moment
        self._fit, self._page, self._pages = 4, 0, 1
        self._alternates = False
        self._text, self._read_at, self._scans = "", 0.0, 0
        self._speaker: Speaker | None = None
        self._announcer = Announcer(shortest_ms=0)
        self._ending = self._timer(0, self.end, single=True)
        self._seconds = self._timer(1000, self._count_down)
        self._slow = self._timer(_SLOW_MS, self._show_busy, single=True)
        self._turning = self._timer(_TURN_MS, self._turn)
        self._talking = self._timer(_SPEAK_IN_TURN_MS, self._other_language)
        self._refreshing = self._timer(_REFRESH_MS, self.refresh)
        self._turning.start()
        self._refreshing.start()
        background = context.current().background
        background.news.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        background.broke_down.connect(self._break, Qt.ConnectionType.QueuedConnection)
        Scan.the().use(self.read)
        HeadCount.the().touched.connect(self._stay)
        self.refresh()

    def fresh(self) -> dict[str, Any]:
        return {
            "state": "waiting", "broken": False, "answer": NOTHING, "station": "", "weekday": "", "phone": "", "rows": [],
            "ahead": "", "left": 0, "share": 1.0, "silent": True,
        }  # fmt: skip

    def use(self, speaker: Speaker | None) -> None:
        """The loudspeaker, once it has been found."""
        self._speaker = speaker
        self._announcer.use(speaker)
        self._compose()

    def alternate(self, alternates: bool) -> None:
        """Chinese and English in turn."""
        self._alternates = alternates
        self._talking.start() if alternates else self._talking.stop()

    @Slot(str)
    def read(self, text: str) -> None:
        """Whatever a scanner has read; the same code held on for some seconds is one scan."""
        now, policy = time.monotonic(), self._policy()
        is_same = text == self._text and now - self._read_at < policy.repeat_seconds
        self._read_at = now
        if is_same:
            return
        self._text = text
        self._scans += 1
        scan = self._scans
        self._slow.start()
        context.current().background.run(
            lambda station: read_at_door(station, text),
            lambda read: self._answer_scan(scan, lambda: scanned_answer(read)),
            lambda error: self._could_not_read(scan, error),
        )

    @Slot()
    def end(self) -> None:
        """The answer goes; the same code is read anew from now on."""
        self._forget_scan()
        self._state, self._answer, self._page = "waiting", NOTHING, 0
        self._first_language()
        self._compose()
        self.refresh()

    @Slot(int)
    def show_rows(self, fit: int) -> None:
        """How many rows the list has room for."""
        if fit != self._fit:
            self._fit = fit
            self._compose()

    @Slot()
    def refresh(self) -> None:
        """A home that could not be opened is tried again: it may be mended, the store be there once more."""
        background = context.current().background
        if background.trouble is not None:
            background.reopen()
        background.run(lambda station: station.ask(StandNow()), self._show_now, self._fail, aside=True)

    def reset(self) -> None:
        """Nobody leaves a stand: it goes on, without the last one's answer."""
        self._forget_scan()
        super().reset()
        self._first_language()
        self._compose()
        self.refresh()

    def retranslate(self) -> None:
        if self._said is not None:
            answer = self._said()
            self._answer = answer.as_map()
            HeadCount.the().say_again(answer)
        self._compose()

    def _answer_scan(self, scan: int, said: Callable[[], Answer]) -> None:
        """Of the last scan alone: who was read before has gone on."""
        if scan != self._scans:
            return
        self._slow.stop()
        self._said = said
        self._first_language()
        answer = said()
        self._state, self._answer, self._page = "answer", answer.as_map(), 0
        self._announcer.announce_instead(Announcement(answer.title, self._speech(said), answer.sound))
        HeadCount.the().begin(answer, self._text)
        self._stay()
        self._compose()
        self.refresh()

    def _could_not_read(self, scan: int, error: Exception) -> None:
        """Nothing was stored: whoever stands there is told where to go, and the log why."""
        log.error("a scan could not be answered", exc_info=error)
        self._answer_scan(scan, failed_answer)

    def _speech(self, said: Callable[[], Answer]) -> dict[str, str]:
        spoken = said().spoken
        return spoken if self._alternates else {language(): spoken.get(language(), "")}

    def _show_busy(self) -> None:
        self.put(state="busy")

    def _show_now(self, now: records.StandNow) -> None:
        self._last, self._broken = now, False
        self._compose()

    def _fail(self, error: Exception) -> None:
        """Nobody can be sent home from here: it says where to go instead, and tries again."""
        if not self._broken:
            log.error("the stand could not be served", exc_info=error)
        self._break()

    def _break(self) -> None:
        self._forget_scan()
        self.put(broken=True, state="waiting", answer=NOTHING)

    def _stay(self) -> None:
        seconds = self._policy().answer_seconds * (_LARGE_FACTOR if Shell.the()._large else 1)
        self._ending.start(int(seconds * 1000))
        self._seconds.start()
        self._show_left()
        if self._alternates:
            self._talking.start(int(seconds * 500))

    def _count_down(self) -> None:
        self._show_left()
        self.changed.emit()

    def _show_left(self) -> None:
        whole, left = self._ending.interval(), max(0, self._ending.remainingTime())
        self._left, self._share = round(left / 1000), left / max(1, whole)

    def _forget_scan(self) -> None:
        self._text, self._said = "", None
        self._scans += 1
        HeadCount.the().reset()
        for timer in (self._ending, self._seconds, self._slow):
            timer.stop()

    def _policy(self) -> StandPolicy:
        last = self._last
        return StandPolicy(last.answer_seconds, last.repeat_seconds) if last else StandPolicy()

    def _turn(self) -> None:
        if self._state == "waiting" and self._pages > 1:
            self._page = (self._page + 1) % self._pages
            self._compose()

    def _first_language(self) -> None:
        if self._alternates:
            self._talking.start(_SPEAK_IN_TURN_MS)
            if Shell.the()._english:
                Shell.the().toggle_language()

    def _other_language(self) -> None:
        Shell.the().toggle_language()

    def _compose(self) -> None:
        self._silent = self._speaker is None or not self._speaker.can_play
        last = self._last
        if last is None:
            return self.changed.emit()
        rows = self._all_rows(last)
        size = max(1, self._fit)
        pages = [rows[n : n + size] for n in range(0, len(rows), size)] or [[]]
        self._page = min(self._page, len(pages) - 1)
        self.put(
            station=last.name_en if language() == "en" else last.name,
            weekday=weekday(context.current().clock()),
            phone=last.phone,
            ahead=ahead_words(last),
            pages=len(pages),
            rows=pages[self._page] if self._fit > 0 else [],
        )

    def _all_rows(self, last: records.StandNow) -> list[dict[str, Any]]:
        if self._state != "answer":
            return room_rows(last)
        return from_own(use_rows(last, str(self._answer["booking"])), self._fit)

    def _timer(self, interval: int, beat: Callable[[], None], single: bool = False) -> QTimer:
        timer = QTimer(self, interval=interval, singleShot=single)
        timer.timeout.connect(beat)
        return timer
