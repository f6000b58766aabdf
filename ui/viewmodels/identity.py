"""Who stands there: card number and PIN, kept only until 结束并清除, home or the idle wipe."""

from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.explanations import Explanations
from kiosk.domain.people import read_card_number
from ui import context
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.explaining import Explaining
from ui.viewmodels.shell import Shell
from ui.viewmodels.ticket_rows import refusal_words
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

CARD_DIGITS, PIN_DIGITS = 10, 4
_PAGE = "kiosk/identify/IdentifyPage.qml"


@QmlElement
@QmlSingleton
class Identity(ViewModel):
    """`step` is card, pin or stopped (the desk must help). `known` while someone is identified."""

    changed = Signal()
    _refused: Any
    step = shown(str, "step", changed)
    digits = shown(str, "digits", changed)
    pin = shown(str, "pin", changed)
    complete = shown(bool, "complete", changed)
    error = shown(str, "error", changed)
    advice = shown(str, "advice", changed)
    known = shown(bool, "known", changed)
    name = shown(str, "name", changed)
    counter = shown(str, "counter", changed)
    service = shown(str, "service", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        context.current().background.news.connect(self.look_at_card, Qt.ConnectionType.QueuedConnection)

    def fresh(self) -> dict[str, Any]:
        return {
            "step": "card", "digits": "", "pin": "", "complete": False, "error": "", "advice": "",
            "refused": None, "known": False, "name": "", "counter": "", "card": "", "loans": 0, "limit": 0,
            "next_page": "", "service": "library",
        }  # fmt: skip

    def retranslate(self) -> None:
        self._say_refusal()
        self._count_loans(self._loans)

    @Slot(str)
    def lead_to(self, page: str, service: str = "library") -> None:
        """Open a page that needs a person: at once if we know who it is, else after card and PIN, in that service's colour."""
        if self._known:
            return Shell.the().open(page)
        self.reset()
        self._next_page = page
        self.put(service=service)
        Shell.the().open(_PAGE)

    @Slot(str)
    def type_digits(self, digits: str) -> None:
        self._refused = None
        if self._step == "card":
            self.put(digits=digits, complete=len(digits) == CARD_DIGITS, error="", advice="")
        else:
            self.put(pin=digits, complete=len(digits) == PIN_DIGITS, error="", advice="")

    @Slot(str)
    def scan(self, code: str) -> None:
        """A card at the scanner, also while the PIN of another one is asked."""
        if self._known or self.is_busy:
            return
        card = read_card_number(code)
        self.put(step="card", digits=card or "", pin="")
        if card is None:
            return self._refuse("unknown_code", {})
        self._take_card()

    @Slot()
    def go_on(self) -> None:
        """下一步: after the card the PIN, after the PIN the page that was wished."""
        if self._step == "card":
            self._take_card()
        elif self._step == "pin":
            self._identify()

    @Slot()
    def previous(self) -> None:
        if self._step == "card":
            return Shell.the().back()
        self._refused = None
        complete = read_card_number(self._digits) is not None
        self.put(step="card", pin="", complete=complete, error="", advice="")

    @Slot()
    def other_card(self) -> None:
        self._refused = None
        self.put(step="card", digits="", pin="", complete=False, error="", advice="")

    @Slot()
    def look_at_card(self) -> None:
        """There is news: the card in use may have been stopped."""
        card = self._card
        if self._known:
            context.current().background.run(
                lambda station: station.is_blocked(card),
                lambda stopped: self.stop("revoked_card") if stopped and card == self._card else None,
                aside=True,
            )

    def stop(self, reason: str) -> None:
        """The visit ends here: nothing of it stays but why, and how the desk helps."""
        service = self._service
        Shell.the().home()
        self.put(step="stopped", service=service)
        self._refuse(reason, {})
        Shell.the().open(_PAGE)

    def borrowed_one(self) -> None:
        self._count_loans(self._loans + 1)

    def _take_card(self) -> None:
        if read_card_number(self._digits) is None:
            return self._refuse("unknown_resident", {})
        self._refused = None
        self.put(step="pin", pin="", complete=False, error="", advice="")

    def _identify(self) -> None:
        """The PIN leaves the screen's memory with the question."""
        if self.is_busy or not self._complete:
            return
        card, pin = self._digits, self._pin
        self.put(pin="", complete=False)
        self._run(lambda station: _identify(station, card, pin), lambda told: self._identified(*told))

    def _identified(self, found: Any, told: Any) -> None:
        if found.holder is None:
            return self._decline(found)
        holder = found.holder
        self._limit = holder.limit
        self.put(known=True, name=holder.masked_name, card=holder.card, step="card", digits="")
        self._count_loans(holder.loans)
        Explaining.the().lead_to(self._next_page, holder.card, told)

    def _decline(self, found: Any) -> None:
        if found.reason == "wrong_pin" and found.detail.get("left", 0) > 0:
            return self._refuse("wrong_pin", found.detail)
        if found.reason == "unknown_resident":
            self.put(step="card")
            return self._refuse(found.reason, {})
        self.put(step="stopped", digits="")
        self._refuse("card_locked" if found.reason == "wrong_pin" else found.reason, {})

    def _refuse(self, reason: str, detail: dict[str, Any]) -> None:
        self._refused = (reason, detail)
        self._complete = False
        self._say_refusal()

    def _say_refusal(self) -> None:
        if self._refused is not None:
            reason, detail = self._refused
            self._error, self._advice = refusal_words(reason, detail, Shell.the()._language)
        self.changed.emit()

    def _count_loans(self, loans: int) -> None:
        self.put(loans=loans, counter=say("已借 %1 / %2 本", loans, self._limit) if self._known else "")

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self.put(error=self._problem)


def _identify(station: Any, card: str, pin: str) -> tuple[Any, Any]:
    """Whether they belong together, and what the holder has not been told yet."""
    found = station.identify(card, pin)
    if found.holder is None:
        return found, ()
    return found, station.ask(Explanations(resident=card), station.find_actor(card))
