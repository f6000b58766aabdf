"""A new PIN: the old one, the new one, the new one again."""

from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.cards import ChangePin
from kiosk.domain.cards import PIN_DIGITS, judge_pin
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.states import OutcomeStatus
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.identity import Identity
from ui.viewmodels.my_data import MyData
from ui.viewmodels.shell import Shell
from ui.viewmodels.ticket_rows import refusal_words
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_STEPS = ("old", "new", "again")
_LOCKED = ("card_locked", "revoked_card")


@QmlElement
@QmlSingleton
class MyPin(ViewModel):
    """`step` is old, new or again; what was typed leaves with the page."""

    changed = Signal()
    _refused: tuple[str, dict[str, Any]] | None
    step = shown(str, "step", changed)
    digits = shown(str, "digits", changed)
    complete = shown(bool, "complete", changed)
    error = shown(str, "error", changed)
    advice = shown(str, "advice", changed)

    def fresh(self) -> dict[str, Any]:
        return {
            "step": "old",
            "digits": "",
            "complete": False,
            "error": "",
            "advice": "",
            "refused": None,
            "old": "",
            "new": "",
        }

    def retranslate(self) -> None:
        self._compose()

    @Slot()
    def begin(self) -> None:
        self.reset()

    @Slot(str)
    def type_digits(self, digits: str) -> None:
        self._refused = None
        self.put(digits=digits, complete=len(digits) == PIN_DIGITS, error="", advice="")

    @Slot()
    def previous(self) -> None:
        at = _STEPS.index(self._step)
        self.reset()
        if at == 0:
            Shell.the().back()

    @Slot()
    def go_on(self) -> None:
        if self.is_busy or not self._complete:
            return
        if self._step == "old":
            return self._check_old()
        if self._step == "new":
            return self._check_new()
        if self._digits != self._new:
            self.put(step="new", new="")
            return self._refuse("differs", {})
        self._change()

    def _check_old(self) -> None:
        """A wrong one counts as it does when one says who one is."""
        card, pin = Identity.the()._card, self._digits
        self.put(digits="", complete=False)
        self._run(lambda station: station.identify(card, pin), lambda found: self._checked(found, pin))

    def _checked(self, found: Any, pin: str) -> None:
        if found.holder is not None:
            self._old = pin
            return self._next("new")
        locked = found.reason in _LOCKED or not found.detail.get("left", 1)
        if locked:
            return Identity.the().stop("card_locked" if found.reason == Reason.WRONG_PIN else found.reason)
        self._refuse(found.reason, found.detail)

    def _check_new(self) -> None:
        refused = judge_pin(self._digits)
        if self._digits == self._old:
            refused = Refused.because(Reason.BAD_PIN, same=True)
        if refused is not None:
            return self._refuse(refused.reason.value, refused.detail)
        self._new = self._digits
        self._next("again")

    def _change(self) -> None:
        card = Identity.the()._card
        wish = ChangePin(old_pin=self._old, new_pin=self._new, card=card)
        self.put(digits="", complete=False, old="", new="")
        self._run(lambda station: station.do(wish, station.find_actor(card)), self._answered)

    def _answered(self, answer: Any) -> None:
        if answer.status == OutcomeStatus.REFUSED:
            self.put(step="old")
            return self._refuse(answer.reason, answer.detail)
        self.reset()
        MyData.the().show_done("pin", pending=answer.status == OutcomeStatus.PENDING)

    def _next(self, step: str) -> None:
        self._refused = None
        self.put(step=step, digits="", complete=False, error="", advice="")

    def _refuse(self, reason: str, detail: dict[str, Any]) -> None:
        self._refused = (reason, detail)
        self.put(digits="", complete=False)
        self._compose()

    def _compose(self) -> None:
        if self._refused is None:
            return self.put(error="", advice="")
        if self._refused[0] == "differs":
            return self.put(error=say("两次输的不一样，请重新设一个。"), advice="")
        error, advice = refusal_words(*self._refused, Shell.the()._language)
        self.put(error=error, advice=advice)

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self.put(error=self._problem)
