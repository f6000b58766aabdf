"""What went wrong, on the day's page: a strip of what there is, and for each what to do about it."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.explanations import ExplainOutcome
from kiosk.domain.watch import Trouble, What
from kiosk.look_over import look_over
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.stationset.page import StationSettings
from ui.viewmodels.desk.told import Told
from ui.viewmodels.desk.troubles_words import lines_of, title_of, why_of, words_of
from ui.viewmodels.scanners import Scanners
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_REFRESH_MS = 60_000
_ON_STRIP = 3


@QmlElement
@QmlSingleton
class Troubles(DeskModel):
    """`chips` are for the strip, `more` says how many did not fit. `at` is the open one's place, -1: none is open."""

    changed = Signal()
    known = shown(bool, "known", changed)
    chips = shown("QVariantList", "chips", changed)
    more = shown(str, "more", changed)
    at = shown(int, "at", changed)
    title = shown(str, "title", changed)
    text = shown(str, "text", changed)
    lines = shown("QVariantList", "lines", changed)
    place = shown(str, "place", changed)
    explains = shown(bool, "explains", changed)
    goes = shown(str, "goes", changed)

    def __init__(self) -> None:
        super().__init__()
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        context.current().background.news.connect(self.refresh, Qt.ConnectionType.QueuedConnection)
        Scanners.the().moved.connect(self.refresh)
        self.operator_changed()

    def fresh(self) -> dict[str, Any]:
        self._found: list[Trouble] = []
        self._which = 0
        return {
            "known": False, "chips": [], "more": "", "at": -1, "title": "", "text": "", "lines": [], "place": "",
            "explains": False, "goes": "",
        }  # fmt: skip

    @Slot()
    def refresh(self) -> None:
        if self.operator() is not None and Session.the().has_page("today"):
            self.gather(look_over, self._show)

    @Slot(int)
    def open(self, at: int) -> None:
        if 0 <= at < len(self._found):
            self._at, self._which = at, 0
            self._compose()

    @Slot()
    def close(self) -> None:
        self._problem = ""
        self.put(at=-1)

    @Slot(int)
    def step(self, by: int) -> None:
        """To another of the open one's wishes, else to what else went wrong."""
        several = self._wishes_in()
        if len(several) > 1:
            self._which = (self._which + by) % len(several)
        elif self._found:
            self._at = (self._at + by) % len(self._found)
        self._compose()

    @Slot()
    def explain(self) -> None:
        """They know why, or somebody has seen to it."""
        several = self._wishes_in()
        if several:
            one = several[self._which]
            self.wish(ExplainOutcome(outcome=one.about.id), lambda answer: self._explained())

    @Slot()
    def go(self) -> None:
        """To where the answer is."""
        section = self._words().section if self._opened() is not None else ""
        self.close()
        if section:
            settings = StationSettings.the()
            Session.the().open("station")  # first: settings that were just made begin anew with it
            settings.open(section)

    def refused(self, answer: Any) -> None:
        self.refresh()

    def retranslate(self) -> None:
        self._compose()

    def _explained(self) -> None:
        Told.the().say(say("记下了：已经说明"))
        if len(self._wishes_in()) <= 1:
            self._at = -1
        self.refresh()

    def _show(self, found: list[Trouble]) -> None:
        what = self._opened()
        self._found, self._known = [*found, *_of_scanners()], True
        if what is not None:
            self._at = next((at for at, one in enumerate(found) if _same(one, what)), -1)
        self._compose()

    def _compose(self) -> None:
        now = context.current().clock()
        told = [words_of(one, now) for one in self._found]
        left = len(told) - _ON_STRIP
        self.put(
            chips=[
                {"icon": one.icon, "words": one.short, "at": at} for at, one in enumerate(told[:_ON_STRIP])
            ],
            more=say("还有 %1 件", left) if left > 0 else "",
        )
        if self._opened() is not None:
            self._compose_open()

    def _compose_open(self) -> None:
        several, told = self._wishes_in(), self._words()
        self._which = min(self._which, max(0, len(several) - 1))
        one = several[self._which] if several else None
        at, of = (self._which, len(several)) if several else (self._at, len(self._found))
        self.put(
            title=title_of(one) if one else told.title,
            text=why_of(one) if one else told.text,
            lines=lines_of(one) if one else [],
            place=say("第 %1 件，共 %2 件", at + 1, of) if of > 1 else "",
            explains=one is not None,
            goes=say("去驿站设置") if told.section and Session.the().has_page("station") else "",
        )

    def _opened(self) -> Trouble | None:
        return self._found[self._at] if 0 <= self._at < len(self._found) else None

    def _wishes_in(self) -> tuple[Any, ...]:
        one = self._opened()
        return one.unheard if one is not None else ()

    def _words(self) -> Any:
        return words_of(self._found[self._at], context.current().clock())

    def operator_changed(self) -> None:
        self.reset()
        self.refresh()


def _of_scanners() -> list[Trouble]:
    """Those of this machine that are not there."""
    known = ((one.name, one.state) for one in Scanners.the().now())
    return [
        Trouble(What.SCANNER, state.since, {"name": name, "group": state.detail.get("group", "")})
        for name, state in known
        if state is not None and not state.is_ready
    ]


def _same(one: Trouble, other: Trouble) -> bool:
    of_one, of_other = one.detail, other.detail
    return one.what is other.what and all(
        of_one.get(key) == of_other.get(key) for key in ("terminal", "name")
    )
