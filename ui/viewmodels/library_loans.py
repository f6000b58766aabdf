"""我的借阅: what one has and one's children have, until when, 续借; what one waits for, 取消预约."""

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands.library import CancelHold, HoldsOf, LoansOf, RenewLoan, RenewLoans
from kiosk.domain.states import OutcomeStatus
from ui.viewmodels import library_rows as rows
from ui.viewmodels.base import ViewModel, shown
from ui.viewmodels.identity import Identity
from ui.viewmodels.library_hold_rows import HoldRow, hold_row
from ui.viewmodels.library_person import do_as
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
    """`asking` is the title of the book whose hold may be called off, empty while nobody is asked."""

    changed = Signal()
    _renewed: frozenset[str]
    _answer: Any
    _asked: str | None
    loaded = shown(bool, "loaded", changed)
    empty = shown(bool, "empty", changed)
    overdue = shown(str, "overdue", changed)
    result = shown(str, "result", changed)
    tone = shown(str, "tone", changed)
    several = shown(bool, "several", changed)
    asking = shown(str, "asking", changed)
    for_children = shown(bool, "for_children", changed)
    for_holds = shown(bool, "for_holds", changed)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._loans, self._children = RecordModel(rows.LoanRow), RecordModel(rows.LoanRow)
        self._holds = RecordModel(HoldRow)

    loans = Property(QObject, lambda self: self._loans, constant=True)
    children_loans = Property(QObject, lambda self: self._children, constant=True)
    holds = Property(QObject, lambda self: self._holds, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {
            "loaded": False, "empty": False, "overdue": "", "result": "", "tone": "good", "several": False,
            "asking": "", "asked": None, "found": (), "held": (), "renewed": frozenset(), "answer": None,
            "for_children": False, "for_holds": False,
        }  # fmt: skip

    def reset(self) -> None:
        super().reset()
        for model in (self._loans, self._children, self._holds):
            model.show([])

    def retranslate(self) -> None:
        self._compose()

    @Slot()
    def open(self) -> None:
        self.reset()
        Identity.the().lead_to(PAGE)

    @Slot()
    def load(self) -> None:
        card = Identity.the()._card
        self._run(lambda station: _kept_by(station, card), lambda told: self._show(*told))

    @Slot(str)
    def renew(self, copy: str) -> None:
        self._wish(RenewLoan(copy=copy))

    @Slot()
    def renew_all(self) -> None:
        self._wish(RenewLoans(children=True))

    @Slot(str)
    def ask_cancel(self, hold: str) -> None:
        titles = {one.id: one.title for one in self._held}
        self.put(asked=hold, asking=titles.get(hold, ""))

    @Slot()
    def keep_hold(self) -> None:
        self.put(asked=None, asking="")

    @Slot()
    def cancel_hold(self) -> None:
        if self._asked and not self.is_busy:
            self._wish(CancelHold(hold=self._asked))

    def _wish(self, wish: Any) -> None:
        card = Identity.the()._card
        if not self.is_busy:
            self._run(
                lambda station: (do_as(station, card, wish), *_kept_by(station, card)),
                lambda told: self._answered(wish, *told),
            )

    def _answered(self, wish: Any, answer: Any, loans: Any, holds: Any) -> None:
        self._answer = answer
        if answer.status != OutcomeStatus.REFUSED:
            alone = {wish.copy} if isinstance(wish, RenewLoan) else set()
            self._renewed |= alone | {one["copy"] for one in answer.result.get("renewed", ())}
        self._asked, self._asking = None, ""
        self._show(loans, holds)

    def _show(self, loans: Any, holds: Any) -> None:
        self._found, self._held, self._loaded = tuple(loans), tuple(holds), True
        self._compose()

    def _compose(self) -> None:
        self._loans.show([self._row(loan) for loan in self._found if not loan.reader])
        self._children.show([self._row(loan) for loan in self._found if loan.reader])
        self._holds.show([hold_row(hold) for hold in self._held])
        renewable = sum(loan.renewable_to is not None for loan in self._found)
        self.put(
            empty=self._loaded and not self._found and not self._held, several=renewable > 1,
            overdue=self._overdue_words(), for_children=self._children.rowCount() > 0, for_holds=bool(self._held),
        )  # fmt: skip
        self._say_result()

    def _row(self, loan: Any) -> Any:
        return rows.loan_row(loan, rows.why_not_renewed(loan.reason), loan.copy in self._renewed)

    def _overdue_words(self) -> str:
        """A child's late books are said where there are none of one's own."""
        own = sum(loan.days_left < 0 for loan in self._found if not loan.reader)
        theirs = sum(loan.days_left < 0 for loan in self._found if loan.reader)
        if own:
            return say("有 %1 本过期了，还了就能再借。", own)
        return say("孩子有 %1 本过期了，请帮着还回来。", theirs) if theirs else ""

    def _say_result(self) -> None:
        answer = self._answer
        if answer is None:
            return self.put(result="", tone="good")
        if answer.status == OutcomeStatus.REFUSED:
            words = refusal_words(answer.reason, answer.detail, Shell.the()._language)
            return self.put(result="".join(words), tone="wait")
        self.put(result=_result_words(answer), tone="wait" if answer.result.get("kept") else "good")

    def _fail(self, error: Exception) -> None:
        super()._fail(error)
        self.put(result=self._problem, tone="error", asked=None, asking="")


def _result_words(answer: Any) -> str:
    """A single renewal is said beside its book."""
    if answer.kind == "cancel_hold":
        return say("预约取消了。")
    done, kept = len(answer.result.get("renewed", ())), len(answer.result.get("kept", ()))
    if kept:
        return say("续借好了 %1 本，另外 %2 本不能续。", done, kept)
    return say("%1 本都续借好了。", done) if done > 1 else ""


def _kept_by(station: Any, card: str) -> tuple[Any, Any]:
    """On the worker: the loans and holds of a person and their children."""
    actor = station.find_actor(card)
    questions = LoansOf(resident=card, children=True), HoldsOf(resident=card, children=True)
    loans, holds = (station.ask(question, actor) for question in questions)
    return loans, holds
