"""我的借阅: what one has, until when, and 续借."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.library import LoansOf, RenewLoan
from kiosk.domain.states import OutcomeStatus
from ui.viewmodels import library_rows as rows
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.identity import Identity
from ui.viewmodels.records import RecordModel
from ui.viewmodels.shell import Shell
from ui.viewmodels.ticket_rows import refusal_words
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = "kiosk/library/LoansPage.qml"


@QmlElement
@QmlSingleton
class Loans(ViewModel):
    changed = Signal()
    _renewed: frozenset[str]
    _answers: tuple[Any, ...]
    loaded = shown(bool, "loaded", changed)
    empty = shown(bool, "empty", changed)
    overdue = shown(str, "overdue", changed)
    result = shown(str, "result", changed)
    tone = shown(str, "tone", changed)
    several = shown(bool, "several", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loans = RecordModel(rows.LoanRow)

    loans = Property(QObject, lambda self: self._loans, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "loaded": False, "empty": False, "overdue": "", "result": "", "tone": "good", "several": False,
            "found": (), "renewed": frozenset(), "answers": (),
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        self._loans.show([])

    def retranslate(self) -> None:
        self._compose()

    @Slot()
    def open(self) -> None:
        self.reset()
        Identity.the().lead_to(PAGE)

    @Slot()
    def load(self) -> None:
        card = Identity.the()._card
        self._run(lambda station: _loans_of(station, card), self._show)

    @Slot(str)
    def renew(self, copy: str) -> None:
        self._renew([copy])

    @Slot()
    def renew_all(self) -> None:
        self._renew([loan.copy for loan in self._found if loan.renewable_to is not None])

    def _renew(self, copies: list[str]) -> None:
        card = Identity.the()._card
        if self.is_busy or not copies:
            return

        def work(station: Any) -> tuple[list[Any], Any]:
            actor = station.find_actor(card)
            answers = [station.do(RenewLoan(copy=copy), actor) for copy in copies]
            return answers, _loans_of(station, card)

        self._run(work, lambda told: self._answered(copies, *told))

    def _answered(self, copies: list[str], answers: list[Any], loans: Any) -> None:
        done = {
            copy
            for copy, answer in zip(copies, answers, strict=True)
            if answer.status != OutcomeStatus.REFUSED
        }
        self._renewed |= done
        self._answers = tuple(answers)
        self._show(loans)

    def _show(self, loans: Any) -> None:
        self._found, self._loaded = tuple(loans), True
        self._compose()

    def _compose(self) -> None:
        self._loans.show(
            [
                rows.loan_row(loan, rows.why_not_renewed(loan.reason), loan.copy in self._renewed)
                for loan in self._found
            ]
        )
        overdue = sum(loan.days_left < 0 for loan in self._found)
        renewable = sum(loan.renewable_to is not None for loan in self._found)
        self.put(
            empty=self._loaded and not self._found, several=renewable > 1,
            overdue=say("有 %1 本过期了，还了就能再借。", overdue) if overdue else "",
        )  # fmt: skip
        self._say_result()

    def _say_result(self) -> None:
        refused = [answer for answer in self._answers if answer.status == OutcomeStatus.REFUSED]
        if refused:
            words = refusal_words(refused[0].reason, refused[0].detail, Shell.the()._language)
            return self.put(result="".join(words), tone="wait")
        done = len(self._answers)
        self.put(result=say("续借好了，%1 本都记下了新的日子。", done) if done > 1 else "", tone="good")

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self.put(result=self._problem, tone="error")


def _loans_of(station: Any, card: str) -> Any:
    return station.ask(LoansOf(resident=card), station.find_actor(card))
