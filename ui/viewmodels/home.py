"""The home page: the station's name and hours, and a tile for every service that works today."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.station import HomePage
from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.days import short_day
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_REFRESH_MS = 60_000
_TILES = (
    ("tickets", "ticket", "办事取号", "医保社保 · 高龄补贴 · 跑腿代办", "kiosk/tickets/AreasPage.qml"),
    ("rooms", "calendar-days", "场地预约", "开会、唱歌、打球", "kiosk/rooms/RoomsPage.qml"),
    ("library", "book-open", "图书借还", "拼音首字母就能找", "kiosk/library/LibraryPage.qml"),
    ("station", "user", "我的", "我的号、预约、借阅、资料", "kiosk/my/MyPage.qml"),
)


@QmlElement
@QmlSingleton
class Home(ViewModel):
    """Asks again when there is news while the home page is shown, and every minute: counters close by the clock."""

    changed = Signal()
    tiles = shown("QVariantList", "tiles", changed)
    station = shown(str, "station", changed)
    hours = shown(str, "hours", changed)
    called = shown(str, "called", changed)
    called_to = shown(str, "called_to", changed)
    called_before = shown(str, "called_before", changed)

    def __init__(self) -> None:
        super().__init__()
        self._facts: Any = None
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        context.current().background.news.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        self._compose()
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        if self.is_busy or Shell.the()._page != "home":
            return
        self.ask(HomePage(), self._show)

    @Slot(str, str)
    def open(self, service: str, page: str) -> None:
        """What is one's own needs to know whose it is."""
        if service != "station":
            return Shell.the().open(page)
        from ui.viewmodels.my import My

        My.the().open()

    def reset(self) -> None:
        super().reset()
        self.refresh()

    def retranslate(self) -> None:
        self._compose()

    def _show(self, facts: Any) -> None:
        if facts != self._facts:
            self._facts = facts
            self._compose()

    def _compose(self) -> None:
        said = self._facts or context.current().welcome
        self.put(
            tiles=[self._tile(*tile) for tile in _TILES],
            station="" if said is None else said.name_en if Shell.the()._english else said.name,
            hours="" if said is None else say("周一至周日 %1–%2", said.opens.lstrip("0"), said.closes),
            **_calls(self._facts),
        )

    def _tile(self, service: str, icon: str, name: str, sub: str, page: str) -> dict[str, str]:
        facts = self._facts
        fact, short, more = "", "", ""
        if facts is not None and service == "tickets":
            fact = _queue_words(facts)
            short = _queue_words(facts, "前面 %1 人，约 %2 分")
        if facts is not None and service == "rooms" and facts.earliest:
            sub, more = say("最早 %1", short_day(facts.earliest)), say("开会、唱歌、打球")
        if facts is not None and service == "library" and facts.titles:
            more = say("共 %1 种书", facts.titles)
        return {
            "service": service, "icon": icon, "name": say(name), "sub": say(sub), "fact": fact, "more": more,
            "short": short or say(_ELDER.get(service, sub)), "page": page,
        }  # fmt: skip


_ELDER = {"rooms": "开会、唱歌、打球", "library": "借书、还书、找书", "station": "我的号、预约、借书"}


def _calls(facts: Any) -> dict[str, str]:
    """The latest call and the numbers before it, while the counters are open; whose they are is not said."""
    if facts is None or not facts.calls or not facts.counters_open:
        return {"called": "", "called_to": "", "called_before": ""}
    latest, *before = facts.calls
    return {
        "called": latest.number,
        "called_to": say("到 %1 号窗口", latest.counter) if latest.counter else say("到窗口"),
        "called_before": "  ".join(call.number for call in before),
    }


def _queue_words(facts: Any, sentence: str = "前面 %1 人，约 %2 分钟") -> str:
    if not facts.counters_open:
        return say("窗口已下班")
    if not facts.waiting:
        return say("现在不用等")
    return say(sentence, facts.waiting, facts.wait_minutes)
