"""待通知: whom to call, what to read out, ticked when they know."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Qt, QTimer, QUrl, Signal, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.notices import (
    NoticesOpened,
    NoticesToTell,
    OpenNotices,
    TellNotice,
    TryNotice,
    UntellNotice,
)
from kiosk.domain.notices import Notice
from kiosk.notify import Notified, notifier_of, notify
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.notices_rows import NoticeRow, notice_row, pane
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.told import Told
from ui.viewmodels.records import RecordModel
from ui.viewmodels.sentences import language, sentence
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_REFRESH_MS = 30_000
_NEWS_MS = 1000
"""Several pieces of news are looked at once; nobody is kept waiting by it."""
_LISTS = {"wait": "要告诉的", "tomorrow": "明天的预约", "overdue": "图书逾期", "told": "告诉过的"}


@QmlElement
@QmlSingleton
class ToTell(DeskModel):
    """`chosen` is the row beside which `line` stands; `waiting` is counted in the rail. `way`: what the port's button says."""

    changed = Signal()
    show = shown(str, "show", changed)
    lists = shown("QVariantList", "lists", changed)
    size = shown(int, "size", changed)
    waiting = shown(int, "waiting_count", changed)
    chosen = shown(int, "chosen", changed)
    line = shown("QVariantMap", "line", changed)
    way = shown(str, "way", changed)

    def __init__(self) -> None:
        super().__init__()
        self._rows = RecordModel(NoticeRow, self)
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        self._soon = QTimer(self, singleShot=True, interval=_NEWS_MS)
        self._soon.timeout.connect(self.refresh)
        context.current().background.news.connect(self._soon.start, Qt.ConnectionType.QueuedConnection)
        Session.the().changed.connect(self._cover)
        self.operator_changed()

    def fresh(self) -> dict[str, Any]:
        self._opened: records.OpenNotice | None = None
        return {
            "show": "wait", "lists": [], "size": 0, "waiting_count": 0, "chosen": 0, "line": {}, "way": "",
            "last": (), "counts": {}, "ways": {},
        }  # fmt: skip

    rows = Property(QObject, lambda model: model._rows, constant=True)

    def reset(self) -> None:
        super().reset()
        self._rows.show([])

    @Slot()
    def refresh(self) -> None:
        if Session.the().actor is not None and Session.the().has_page("told"):
            show = self._show
            self.ask(NoticesToTell(show=show), lambda found: self._came(show, found))

    @Slot(str)
    def open_list(self, name: str) -> None:
        self._opened = None
        self.put(show=name, chosen=0)
        self.refresh()

    @Slot(int)
    def choose(self, row: int) -> None:
        """Another line: what was opened is covered again."""
        self._opened = None
        self._chosen = max(0, min(row, len(self._last) - 1))
        self._compose()

    @Slot()
    def open(self) -> None:
        """See whom to call, and where; that somebody looked is noted."""
        line = self._line_chosen()
        if line is not None and self._opened is None:
            self.wish(OpenNotices(notices=(line.id,)), lambda answer: self._look(line.id))

    @Slot()
    def tell(self) -> None:
        line = self._line_chosen()
        if line is not None and line.told_at is None:
            self.wish(TellNotice(notice=line.id), lambda answer: self._ticked(line))

    @Slot()
    def untell(self) -> None:
        line = self._line_chosen()
        if line is not None and line.told_at is not None:
            self._back(line.id)

    @Slot()
    def try_later(self) -> None:
        """Nobody answered."""
        line = self._line_chosen()
        if line is not None and line.told_at is None:
            self.wish(
                TryNotice(notice=line.id), lambda answer: self._done(say("记下了：没打通，过会儿再打。"))
            )

    @Slot()
    def send(self) -> None:
        """Tell all of this list by the way that the settings name: as shipped, print it."""
        lang = language()
        keys = [line.id for line in self._last if line.told_at is None]
        if keys:
            self.gather(lambda station, actor: notify(station, keys, actor, lang), self._sent)

    def refused(self, answer: Any) -> None:
        self.refresh()

    def retranslate(self) -> None:
        self._compose()

    def _look(self, notice: str) -> None:
        self.ask(NoticesOpened(notices=(notice,)), self._show_opened)

    def _show_opened(self, found: list[records.OpenNotice]) -> None:
        self._opened = found[0] if found else None
        self._compose()

    def _ticked(self, line: records.NoticeLine) -> None:
        row = notice_row(line, context.current().clock())
        self._opened = None
        is_final = line.what is Notice.REFUSED  # it counts as explained, too
        undo = None if is_final else lambda: self._back(line.id)
        Told.the().say(say("%1：%2", row.who, say("已告知")), undo)
        self.refresh()

    def _back(self, notice: str) -> None:
        self.wish(UntellNotice(notice=notice), lambda answer: self._done(say("放回名单了，还要再告诉。")))

    def _done(self, words: str) -> None:
        self._opened = None
        Told.the().say(words)
        self.refresh()

    def _sent(self, found: Any) -> None:
        if not isinstance(found, Notified):
            self._say_why(sentence(found.reason, found.detail))
        elif found.file is not None:
            Told.the().say(
                say("名单打开了，在那里打印。") if _opens(found.file) else say("名单存在 %1", str(found.file))
            )
        else:
            Told.the().say(say("发出去了 %1 条", len(found.told)))
        self.refresh()

    def _came(self, show: str, found: records.NoticeList) -> None:
        if show != self._show:
            return
        before = self._line_chosen()
        self._last, self._counts = found.rows, found.counts
        ids = [line.id for line in found.rows]
        if before is not None and before.id in ids:
            self._chosen = ids.index(before.id)
        else:
            self._opened, self._chosen = None, max(0, min(self._chosen, len(ids) - 1))
        self._compose()

    def _compose(self) -> None:
        now, line = context.current().clock(), self._line_chosen()
        rows = [notice_row(one, now) for one in self._last]
        if rows != self._rows.rows:
            self._rows.show(rows)
        opened = self._opened if line is not None and self._opened and self._opened.id == line.id else None
        names = {name: say(words) for name, words in _LISTS.items()}
        self.put(
            lists=[
                {"value": name, "name": words, "words": f"{words} {self._counts.get(name, 0)}"}
                for name, words in names.items()
                if self._counts.get(name) or name != "overdue" or self._sees_books()
            ],
            size=len(rows),
            waiting_count=self._counts.get("wait", 0),
            line=pane(line, opened, now) if line is not None else {},
            way=self._ways.get(language(), ""),
        )

    def _sees_books(self) -> bool:
        role = self.operator_role()
        return role is not None and role.value in ("librarian", "manager")

    def _line_chosen(self) -> records.NoticeLine | None:
        return self._last[self._chosen] if 0 <= self._chosen < len(self._last) else None

    def operator_changed(self) -> None:
        self.reset()
        self._send(lambda station: dict(notifier_of(station.folder).words), self._show_ways)
        self._soon.start()  # after what is on the page that opens now

    def _cover(self) -> None:
        """Nothing that was opened is seen behind the lock."""
        if Session.the()._locked and self._opened:
            self._opened = None
            self._compose()

    def _show_ways(self, words: dict[str, str]) -> None:
        self._ways = words
        self._compose()


def _opens(file: Path) -> bool:
    """With whatever shows PDFs on this machine; a rehearsal without a display shows nothing."""
    if QGuiApplication.platformName() == "offscreen":
        return True
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
