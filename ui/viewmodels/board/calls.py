"""The board: the number that is called now, those before it, and what the day brings."""

import logging
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.board import BoardNow
from kiosk.devices.announcer import Announcement, Announcer
from kiosk.devices.speaker import Speaker
from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.board.rows import call_row, notice_words, rest_words, room_pages, room_row, said_words
from ui.viewmodels.board.spoken import spoken
from ui.viewmodels.days import clock_words, short_day
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1
log = logging.getLogger(__name__)

_REFRESH_MS = 10_000
_HOT_MS = 20_000  # a number that was just called stands out as long as that
_TURN_MS = 12_000  # until the next rooms are shown, if there are more than fit
_BEFORE = 4
_LINES = 4  # of notices and rooms together
_MOST_NOTICES = 2
_LINES_SAID = 2  # of an announcement, see kiosk/domain/announcements.py


@QmlElement
@QmlSingleton
class Board(ViewModel):
    """`now` is the call in the large card, `before` the four others; `hot`: it was announced just now;
    `part`: which of several pages of rooms is shown; `said` is one of all `sayings`.

    What was called before the board was switched on is shown, not announced. A call is told by its id: whoever is called
    again is announced again. While several are announced, the card shows the one that is being said.
    """

    changed = Signal()
    station = shown(str, "station", changed)
    now = shown("QVariantMap", "now", changed)
    before = shown("QVariantList", "before", changed)
    hot = shown(bool, "hot", changed)
    waiting = shown(str, "waiting_words", changed)
    rest = shown(str, "rest", changed)
    rest_more = shown(str, "rest_more", changed)
    rooms = shown("QVariantList", "rooms", changed)
    part = shown(str, "part", changed)
    said = shown(str, "said", changed)
    sayings = shown("QVariantList", "sayings", changed)
    notices = shown("QVariantList", "notices", changed)
    cut_off = shown(str, "cut_off", changed)
    silent = shown(bool, "silent", changed)

    def __init__(self) -> None:
        super().__init__()
        self._page: int
        self._last: records.BoardNow | None = None
        self._known: set[str] | None = None
        self._failing = False
        self._speaker: Speaker | None = None
        self._announcer = Announcer()
        self._announcer.began.connect(self._announcing)
        self._announcer.fell_silent.connect(self._compose)
        self._refreshing = self._timer(_REFRESH_MS, self.refresh)
        self._turning = self._timer(_TURN_MS, self._turn)
        self._cooling = QTimer(self, interval=_HOT_MS, singleShot=True)
        self._cooling.timeout.connect(self._compose)
        context.current().background.news.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        self.refresh()

    def fresh(self) -> dict[str, Any]:
        lists: dict[str, Any] = {name: [] for name in ("before", "rooms", "notices", "sayings")}
        words = dict.fromkeys(
            ("station", "waiting_words", "rest", "rest_more", "cut_off", "said", "part"), ""
        )
        return lists | words | {"now": call_row(None), "hot": False, "page": 0, "pages": 1, "silent": True}

    def use(self, speaker: Speaker | None) -> None:
        """The loudspeaker, once it has been found."""
        self._speaker = speaker
        self._announcer.use(speaker)
        self._compose()

    def refresh(self) -> None:
        if not self.is_busy:
            self.ask(BoardNow(most=_BEFORE + 1), self._show)

    def reset(self) -> None:
        """Nobody leaves a board: it goes on."""
        super().reset()
        self._compose()
        self.refresh()

    def retranslate(self) -> None:
        self._compose()

    def _timer(self, interval: int, beat: Any) -> QTimer:
        timer = QTimer(self, interval=interval)
        timer.timeout.connect(beat)
        timer.start()
        return timer

    def _show(self, now: records.BoardNow) -> None:
        self._failing, self._last = False, now
        for call in self._new_calls(now):
            self._announcer.announce(Announcement(call.number, spoken(call)))
        self._compose()

    def _fail(self, error: Exception) -> None:
        """A board cannot send anybody to the desk: it keeps what it knows, says how old that is, and tries again."""
        if not self._failing:
            log.error("the board could not be served", exc_info=error)
        self._failing = True
        self._compose()

    def _new_calls(self, now: records.BoardNow) -> list[records.BoardCall]:
        """In the order in which they were made; who has come already need not be called any more."""
        ids = {call.id for call in now.calls}
        known, self._known = self._known, ids
        if known is None:
            return []
        return [call for call in reversed(now.calls) if call.id not in known and call.calling]

    def _announcing(self, one: Announcement) -> None:
        self._cooling.start()
        self._compose()

    def _turn(self) -> None:
        if self._pages > 1:
            self._page = (self._page + 1) % self._pages
            self._compose()

    def _compose(self) -> None:
        self._silent = self._speaker is None or not self._speaker.can_play
        last = self._last
        if last is None:
            return self.put(cut_off=say("暂时没有数据") if self._failing else "")
        first, before = self._in_front(last)
        rest, more = rest_words(last)
        notices = [notice_words(shut) for shut in last.shut[: 1 if last.said else _MOST_NOTICES]]
        left = _LINES - len(notices) - (_LINES_SAID if last.said else 0)
        rooms = room_pages([room_row(room) for room in last.rooms], left)
        sayings = [said_words(one) for one in last.said]
        pages = max(len(rooms), len(sayings))
        page = min(self._page, pages - 1)
        self.put(
            station=last.name_en if language() == "en" else last.name,
            now=call_row(first),
            before=[call_row(call) for call in before],
            hot=first is not None and self._cooling.isActive(),
            waiting_words=say("等候 %1 人", last.waiting) if last.waiting else "",
            rest=rest,
            rest_more=more,
            pages=pages,
            page=page,
            rooms=rooms[page % len(rooms)],
            part=f"{page % len(rooms) + 1}/{len(rooms)}" if len(rooms) > 1 else "",
            said=sayings[page % len(sayings)] if sayings else "",
            sayings=sayings,
            notices=notices,
            cut_off=self._cut_off_words(last),
        )

    def _in_front(self, last: records.BoardNow) -> tuple[records.BoardCall | None, list[records.BoardCall]]:
        said = self._announcer.now
        calls = list(last.calls)
        first = next(
            (call for call in calls if said and call.number == said.number), calls[0] if calls else None
        )
        return first, [call for call in calls if call is not first][:_BEFORE]

    def _cut_off_words(self, last: records.BoardNow) -> str:
        """Empty while the hub is heard."""
        if last.online and not self._failing:
            return ""
        if last.updated is None:
            return say("断网")
        today = last.updated.date() == context.current().clock().date()
        when = clock_words(last.updated)
        return say("最后更新 %1", when if today else f"{short_day(last.updated.date())} {when}")
