"""今天: what is due, how busy it is, how the rooms are used, who calls for help."""

from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records
from kiosk.commands.desk import DeskToday
from kiosk.commands.help_calls import AnswerHelp, CloseHelp
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.days import minute_words
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.rows import lasting
from ui.viewmodels.desk.session import Session
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_REFRESH_MS = 15_000


@QmlElement
@QmlSingleton
class Today(DeskModel):
    """`due`, `hours` and `rooms` are lists of maps for the cards; `help` the calls, the longest waiting first."""

    changed = Signal()
    due = shown("QVariantList", "due", changed)
    due_words = shown(str, "due_words", changed)
    hours = shown("QVariantList", "hours", changed)
    taken = shown(int, "taken", changed)
    rooms = shown("QVariantList", "rooms", changed)
    help = shown("QVariantList", "help", changed)
    going = shown("QVariantList", "going", changed)
    to_decide = shown(int, "to_decide", changed)

    def __init__(self) -> None:
        super().__init__()
        self._last: records.DeskToday | None = None
        self._timer = QTimer(self, interval=_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._timer.start()
        context.current().background.news.connect(self.refresh, Qt.ConnectionType.QueuedConnection)

    def fresh(self) -> dict[str, Any]:
        lists: dict[str, Any] = {name: [] for name in ("due", "hours", "rooms", "help", "going")}
        return lists | {"due_words": "", "taken": 0, "to_decide": 0}

    @Slot()
    def refresh(self) -> None:
        if Session.the().actor is not None:
            self.ask(DeskToday(), self._show)

    @Slot(str)
    def go(self, call: str) -> None:
        """我去: the kiosk says that somebody is coming."""
        title = next((one["place"] for one in self._help if one["call"] == call), "")
        self.wish(AnswerHelp(call=call), lambda answer: self._on_my_way(call, title))

    @Slot(str)
    def over(self, call: str) -> None:
        """Helped, or it was a slip of the hand."""
        self.wish(CloseHelp(call=call), lambda answer: self._done_there(call))

    def _on_my_way(self, call: str, title: str) -> None:
        self.put(going=[*self._going, {"call": call, "title": title}])
        self.refresh()

    def _done_there(self, call: str) -> None:
        self.put(going=[one for one in self._going if one["call"] != call])

    def retranslate(self) -> None:
        if self._last is not None:
            self._show(self._last)

    def _show(self, day: records.DeskToday) -> None:
        self._last = day
        due = day.due
        self.put(
            due=_due(due),
            due_words=say("%1 项", due.tickets + due.loans + due.holds + due.check_ins),
            hours=[{"hour": one.hour, "count": one.count, "usual": one.usual} for one in day.hours],
            taken=sum(one.count for one in day.hours),
            rooms=[_room(one) for one in day.rooms if one.slots],
            help=[_help(one) for one in day.help_calls],
            to_decide=day.to_decide,
        )

    def operator_changed(self) -> None:
        self._last = None
        self.reset()
        self.refresh()


def _due(due: records.Due) -> list[dict[str, Any]]:
    late = say("逾期 %1", due.loans_late) if due.loans_late else ""
    overdue = say("已过期 %1", due.tickets_late) if due.tickets_late else ""
    first = minute_words(due.first) if due.first is not None else ""
    return [
        {
            "icon": "ticket",
            "words": say("工单要答复"),
            "count": due.tickets,
            "note": overdue,
            "hot": bool(overdue),
        },
        {"icon": "book-open", "words": say("图书该还"), "count": due.loans, "note": late, "hot": False},
        {"icon": "package-check", "words": say("留书待取"), "count": due.holds, "note": "", "hot": False},
        {
            "icon": "calendar-check",
            "words": say("场地签到"),
            "count": due.check_ins,
            "note": first,
            "hot": False,
        },
    ]


def _room(use: records.RoomUse) -> dict[str, Any]:
    name = use.room_en if language() == "en" else use.room
    return {"name": name, "share": use.taken / use.slots, "words": f"{round(100 * use.taken / use.slots)}%"}


def _help(call: records.HelpWanted) -> dict[str, Any]:
    waited = lasting(call.made_at, context.current().clock())
    return {
        "call": call.call,
        "title": say("终端 %1 有人叫帮忙", call.terminal),
        "place": say("终端 %1", call.terminal) + (f" · {call.place}" if call.place else ""),
        "words": " · ".join(part for part in (call.place, say("已等 %1", waited)) if part),
    }
