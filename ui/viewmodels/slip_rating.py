"""好差评 at a slip: five faces for what was done; whoever was not content is called back."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.ticket_care import LeavePhone, RateTicket
from kiosk.domain.names import check_phone, mask_phone
from kiosk.domain.ratings import is_complaint
from kiosk.domain.states import OutcomeStatus
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.records import RecordModel
from ui.viewmodels.sentences import sentence
from ui.viewmodels.shell import Shell
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_FACES = (
    (5, "非常满意", "laugh"),
    (4, "满意", "smile"),
    (3, "基本满意", "meh"),
    (2, "不满意", "frown"),
    (1, "非常不满意", "angry"),
)


@dataclass(frozen=True, slots=True)
class FaceRow:
    stars: int
    name: str
    icon: str


@QmlElement
@QmlSingleton
class SlipRating(ViewModel):
    """`rated` and `unhappy` say what was just answered; `calling` is what becomes of it, `phone` where to call."""

    changed = Signal()
    rated = shown(bool, "rated", changed)
    unhappy = shown(bool, "unhappy", changed)
    thanks = shown(str, "thanks", changed)
    calling = shown(str, "calling", changed)
    phone = shown(str, "phone", changed)
    phone_good = shown(bool, "phone_good", changed)
    left = shown(str, "left", changed)
    trouble = shown(str, "trouble", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._faces = RecordModel(FaceRow)
        self._compose()

    faces = Property(QObject, lambda self: self._faces, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "ticket": "", "code": "", "stars": 0, "rated": False, "unhappy": False, "thanks": "",
            "calling": "", "phone": "", "phone_good": False, "phone_left": False, "left": "", "trouble": "",
        }  # fmt: skip

    def retranslate(self) -> None:
        self._compose()

    def begin(self, ticket: str, code: str) -> None:
        """Another slip lies there: nothing of the last one's answer stays."""
        self.reset()
        self.put(ticket=ticket, code=code)

    @Slot(int)
    def rate(self, stars: int) -> None:
        self.do(RateTicket(ticket=self._ticket, stars=stars), lambda answer: self._heard(answer, stars))

    @Slot()
    def wish_to_be_called(self) -> None:
        Shell.the().open("kiosk/slip/PhonePage.qml")

    @Slot(str)
    def type_phone(self, phone: str) -> None:
        self.put(phone=phone, phone_good=isinstance(check_phone(phone), str), trouble="")

    @Slot()
    def leave_phone(self) -> None:
        self.do(LeavePhone(code=self._code, phone=self._phone), self._phone_kept)

    def _heard(self, answer: Any, stars: int) -> None:
        if answer.status == OutcomeStatus.REFUSED:
            return self.put(trouble=sentence(answer.reason, answer.detail))
        self._stars = stars
        self.put(rated=True, unhappy=is_complaint(stars), trouble="")
        self._compose()

    def _phone_kept(self, answer: Any) -> None:
        if answer.status == OutcomeStatus.REFUSED:
            return self.put(trouble=sentence(answer.reason, answer.detail))
        self.put(phone_left=True)
        self._compose()
        Shell.the().back()

    def _compose(self) -> None:
        self._faces.show([FaceRow(stars, say(name), icon) for stars, name, icon in _FACES])
        calling = (
            say("明天之内有人打给您，\n听您说哪里不好。") if self._unhappy else say("您的评价我们收到了。")
        )
        left = say("记下了：%1", mask_phone(self._phone)) if self._phone_left else ""
        self.put(thanks=say("谢谢您"), calling=calling, left=left)
