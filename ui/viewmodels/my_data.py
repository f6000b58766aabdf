"""我的资料: what is kept, and what can be done about it: the phone corrected, an error told, erasure wished for."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.people_data import (
    CorrectDetails,
    KeptOf,
    MyPage,
    RequestCorrection,
    RequestErasure,
    WithdrawDataWish,
)
from kiosk.domain.names import check_phone
from kiosk.domain.outcomes import Refused
from kiosk.domain.states import LoanState, OutcomeStatus, WishState
from ui.viewmodels import my_rows as words
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.identity import Identity
from ui.viewmodels.records import RecordModel
from ui.viewmodels.sentences import sentence
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

PHONE_DIGITS = 11
DONE = "kiosk/my/DonePage.qml"
_DONE = {
    "phone": ("电话改好了", "只有服务台看得到"),
    "pin": ("密码改好了", "下次用新密码"),
    "correction": ("已告诉服务台", "请带证件来服务台改"),
    "erasure": ("已告诉服务台", "工作人员会删除您的资料"),
    "history_on": ("会一直记着", "随时可以不记"),
    "history_off": ("不再记了", "还书一个月后自动抹去"),
    "withdrawn": ("不删了", "您的卡照常用"),
}
_PENDING = "先记下了，联网后生效"


@QmlElement
@QmlSingleton
class MyData(ViewModel):
    """`done` names what was just done; `open_wish` is the id of a wish for erasure, `books` are still out."""

    changed = Signal()
    _refused: tuple[str, dict[str, Any]] | None
    phone = shown(str, "phone", changed)
    phone_good = shown(bool, "phone_good", changed)
    error = shown(str, "error", changed)
    books = shown(int, "books", changed)
    open_wish = shown(str, "open_wish", changed)
    outcome = shown(str, "outcome", changed)
    title = shown(str, "title", changed)
    sub = shown(str, "sub", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kept = RecordModel(words.KeptRow)

    kept = Property(QObject, lambda self: self._kept, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "phone": "", "phone_good": False, "error": "", "books": 0, "open_wish": "", "outcome": "success", "title": "",
            "sub": "", "found": (), "done": "", "pending": False, "refused": None,
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        self._kept.show([])

    def retranslate(self) -> None:
        self._compose()

    @Slot()
    def load(self) -> None:
        """Each page begins anew: nothing half typed comes back."""
        self.put(phone="", phone_good=False, error="", refused=None)
        card = Identity.the()._card

        def work(station: Any) -> tuple[Any, Any]:
            actor = station.find_actor(card)
            return station.ask(KeptOf(resident=card), actor), station.ask(MyPage(resident=card), actor)

        self._run(work, lambda told: self._show(*told))

    @Slot(str)
    def type_phone(self, digits: str) -> None:
        good = len(digits) == PHONE_DIGITS and not isinstance(check_phone(digits), Refused)
        self.put(phone=digits, phone_good=good, error="", refused=None)

    @Slot()
    def send_phone(self) -> None:
        self._wish(CorrectDetails(phone=self._phone), "phone")

    @Slot(str)
    def tell_error(self, what: str) -> None:
        """name, birth_month or other: the desk sees to it, with papers."""
        self._wish(RequestCorrection(what=what), "correction")  # type: ignore[arg-type]

    @Slot()
    def wish_erasure(self) -> None:
        self._wish(RequestErasure(), "erasure")

    @Slot()
    def withdraw_erasure(self) -> None:
        self._wish(WithdrawDataWish(wish=self._open_wish), "withdrawn")

    def show_done(self, done: str, *, pending: bool) -> None:
        self._done, self._pending = done, pending
        self._compose()
        Shell.the().finish(DONE)

    def _show(self, kept: Any, page: Any) -> None:
        if page is None:
            return Identity.the().stop("revoked_card")
        self._found = tuple(kept)
        open_ones = [one.id for one in page.wishes if one.kind == "erasure" and one.status is WishState.OPEN]
        books = sum(loan.status == LoanState.OPEN for loan in page.loans)
        self.put(open_wish=open_ones[0] if open_ones else "", books=books)
        self._compose()

    def _wish(self, command: Any, done: str) -> None:
        card = Identity.the()._card
        if self.is_busy:
            return
        self._run(
            lambda station: station.do(command, station.find_actor(card)),
            lambda answer: self._answered(answer, done),
        )

    def _answered(self, answer: Any, done: str) -> None:
        if answer.status == OutcomeStatus.REFUSED and answer.reason != "already_done":
            self._refused = (answer.reason, answer.detail)
            return self._compose()
        self.show_done(done, pending=answer.status == OutcomeStatus.PENDING)

    def _compose(self) -> None:
        self._kept.show([words.kept_row(one) for one in self._found])
        title, sub = _DONE.get(self._done, ("", ""))
        self.put(
            outcome="caution" if self._pending else "success", title=say(title) if title else "",
            sub=say(_PENDING if self._pending else sub) if sub else "", error=sentence(*self._refused) if self._refused else "",
        )  # fmt: skip

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self.put(error=self._problem)
