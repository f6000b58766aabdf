"""The number just taken: what to do now, whether the hub has confirmed it, and its slip as a picture."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.tickets import NumberSlipOf
from kiosk.domain.names import mask_phone
from kiosk.domain.states import Mode
from kiosk.reports.slips import number_slip
from ui import slips
from ui.viewmodels import ticket_rows as rows
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.shell import Shell
from ui.viewmodels.ticket_form import TicketForm
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_LOOK_AGAIN_MS = 3000


@QmlElement
@QmlSingleton
class TicketNumber(ViewModel):
    """While 待确认 it asks again every few seconds, until the hub's word has come."""

    changed = Signal()
    number = shown(str, "number", changed)
    pending = shown(bool, "pending", changed)
    title = shown(str, "title", changed)
    ahead = shown(str, "ahead", changed)
    wait = shown(str, "wait", changed)
    item = shown(str, "item", changed)
    go = shown(str, "go", changed)
    note = shown(str, "note", changed)
    due = shown(str, "due", changed)
    priority = shown(bool, "priority", changed)
    slip = shown(str, "slip", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=_LOOK_AGAIN_MS)
        self._timer.timeout.connect(self._look_again)

    def fresh(self) -> dict[str, Any]:
        return {
            "ticket": "", "code": "", "number": "", "pending": False, "title": "", "ahead": "", "wait":
            "", "item": "", "go": "", "note": "", "due": "", "priority": False, "slip": "",
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        self._timer.stop()
        slips.forget("number")

    def show(self, answer: Any, slip: Any, phone: str | None) -> None:
        """`slip` is a records.NumberSlip."""
        english, waits = Shell.the()._english, slip.mode is Mode.COUNTER
        self.put(
            ticket=answer.result["ticket"], code=answer.result["code"], number=slip.number,
            priority=slip.priority, title=say("取号成功") if waits else say("登记好了"),
            ahead=rows.ahead_words(slip.ahead) if waits else "",
            wait=rows.wait_words(slip.ahead, slip.minutes) if waits else "",
            item=rows.in_language(slip, "item", english), go=_where_to(slip), note=_what_next(slip, phone),
            due=rows.due_words(slip.due) if slip.due else "",
        )  # fmt: skip
        self._show_state(slip)

    @Slot()
    def again(self) -> None:
        """再办一件: a new choice, nothing kept of the last one."""
        from ui.viewmodels.tickets import Tickets

        for model in (self, TicketForm.the(), Tickets.the()):
            model.reset()
        Shell.the().finish("kiosk/tickets/AreasPage.qml")

    def _look_again(self) -> None:
        if self._ticket and not self.is_busy:
            self.ask(NumberSlipOf(ticket=self._ticket), self._show_state)

    def _show_state(self, slip: Any) -> None:
        """The slip is drawn anew when 待确认 has gone from it."""
        drawn = self._slip and slip.pending == self._pending
        self.put(pending=slip.pending)
        self._timer.start() if slip.pending else self._timer.stop()
        if not drawn:
            code, language = self._code, Shell.the()._language
            self._run(lambda station: number_slip(slip, code, language), self._show_slip)

    def _show_slip(self, picture: Any) -> None:
        self.put(slip=slips.keep("number", picture))


def _where_to(slip: Any) -> str:
    if slip.mode is not Mode.COUNTER:
        return say("不用排队")
    return say("请到 %1 号窗口前等", slip.counter) if slip.counter else say("请到窗口前坐着等")


def _what_next(slip: Any, phone: str | None) -> str:
    if slip.mode is Mode.COUNTER:
        return say("听广播、看大屏，\n叫到再过去。")
    if phone:
        return say("我们打 %1 跟您联系。", mask_phone(phone))
    return say("请到窗口说一声怎么找您。")
