"""Before anybody can sign in: the first manager of a station, and the way back by a printed code."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.domain.operators import PASSWORD_LEAST, judge_password, spelt_login
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.desk.session import Session
from ui.viewmodels.sentences import sentence
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
@QmlSingleton
class Entrance(ViewModel):
    """`step`: empty (sign in), first (nobody works here yet), forgot, code (a recovery code to be kept)."""

    changed = Signal()
    step = shown(str, "step", changed)
    code = shown(str, "code", changed)
    refusal = shown(str, "refusal", changed)

    def __init__(self) -> None:
        super().__init__()
        self._send(lambda station: station.needs_manager, self._know)

    def fresh(self) -> dict[str, Any]:
        return {"step": "", "code": "", "refusal": ""}

    @Slot(str, str, str, str)
    def make_first(self, login: str, name: str, password: str, again: str) -> None:
        if self._agree(password, again):
            self._send(
                lambda station: station.first_manager(login.strip(), name.strip(), password), self._answered
            )

    @Slot(str, str, str, str)
    def recover(self, login: str, code: str, password: str, again: str) -> None:
        if self._agree(password, again):
            self._send(lambda station: station.recover(login.strip(), code, password), self._answered)

    @Slot(str, str, result=str)
    def lacks(self, password: str, login: str) -> str:
        """What a password being typed still lacks, kindly; empty when it will do."""
        refused = judge_password(password.strip(), spelt_login(login))
        if refused is None:
            return ""
        missing = PASSWORD_LEAST - len(password.strip())
        return say("还差 %1 个字", missing) if missing > 0 else say("这个太好猜，换一句只有您知道的话")

    @Slot()
    def forgot(self) -> None:
        self.put(step="forgot", refusal="")

    @Slot()
    def back(self) -> None:
        self.put(step="", refusal="")

    @Slot()
    def kept(self) -> None:
        """The code was written down; it is nowhere any more."""
        self.put(step="", code="", refusal="")

    def _agree(self, password: str, again: str) -> bool:
        if self.is_busy:
            return False
        if password != again:
            self.put(refusal=say("两次密码不一样，请再填一次"))
        return password == again

    def _know(self, needs_manager: bool) -> None:
        if needs_manager:
            self.put(step="first")

    def _answered(self, answer: Any) -> None:
        if answer.status == "refused":
            self.put(refusal=sentence(answer.reason, answer.detail | {"staff": True}))
            return
        self.put(step="code", code=answer.result["recovery_code"], refusal="")
        Session.the().welcome()
