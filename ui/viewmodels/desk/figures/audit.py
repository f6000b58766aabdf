"""操作记录: who did what when, filtered; only the manager has it."""

from typing import Any

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records as r
from kiosk.commands.figures import AuditChoices
from kiosk.domain.states import OutcomeStatus
from ui.viewmodels.base import shown
from ui.viewmodels.days import month_day
from ui.viewmodels.desk.figures.page import Figures
from ui.viewmodels.desk.figures.saving import FigureFiles
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.table import Column, Line, Table
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_COLUMNS = (
    Column("时间", 160, "made_at"),
    Column("谁", 130),
    Column("做了什么", 220),
    Column("关于", 150),
    Column("结果", 130),
    Column("原因"),
)
_ROLES = {
    "operator": "全部工作人员",
    "resident": "哪位居民",
    "terminal": "没登记的人",
    "hub": "主机自动",
    "setup": "建站",
}


@QmlElement
@QmlSingleton
class Audit(DeskModel):
    """`who_options` and `kind_options` are {value, words}; the filters' words say what is chosen."""

    changed = Signal()
    who_options = shown("QVariantList", "who_options", changed)
    kind_options = shown("QVariantList", "kind_options", changed)
    outcomes = shown("QVariantList", "outcomes", changed)
    who_words = shown(str, "who_words", changed)
    kind_words = shown(str, "kind_words", changed)

    def __init__(self) -> None:
        super().__init__()
        self._choices: r.AuditChoices | None = None
        self._table = Table(self, "audit", _COLUMNS, _line, sort="made_at", down=True)
        Figures.the().changed.connect(self._days_changed)
        self.operator_changed()

    table = Property(Table, lambda audit: audit._table, constant=True)

    def fresh(self) -> dict[str, Any]:
        return {"who_options": [], "kind_options": [], "outcomes": [], "who_words": "", "kind_words": ""}

    @Slot()
    def show(self) -> None:
        """The list has come into sight."""
        self._days_changed()
        self._table.appear()

    @Slot(str, str)
    def filter(self, name: str, value: str) -> None:
        self._table.filter(name, value)
        self._say_filters()

    @Slot()
    def save(self) -> None:
        figures = Figures.the()
        name = say("驿站操作记录 %1 至 %2", figures._first, figures._last) + ".csv"
        FigureFiles.the().keep_audit(name, dict(self._table._filters), self._table._query)

    def retranslate(self) -> None:
        self._table.retranslate()
        if self._table._loaded:
            self._table.reload()
        self._say_filters()

    def _days_changed(self) -> None:
        """The list is about the page's period."""
        figures = Figures.the()
        days = {"first": figures._first, "last": figures._last}
        if self._table._filters | days != self._table._filters:
            self._table._filters = self._table._filters | days
            if self._table._loaded:
                self._table.reload()

    def _say_filters(self) -> None:
        from kiosk.reports.audit_table import kind_words

        operators = self._choices.operators if self._choices else ()
        kinds = self._choices.kinds if self._choices else ()
        who = [("", say("所有人")), *((key, say(words)) for key, words in _ROLES.items())]
        who += [(one.code, one.name) for one in operators]
        named = sorted(((kind, kind_words(kind, language())) for kind in kinds), key=lambda pair: pair[1])
        what = [("", say("所有事")), *named]
        outcomes = [
            ("", say("全部")),
            (OutcomeStatus.ACCEPTED.value, say("办成")),
            (OutcomeStatus.REFUSED.value, say("没办成")),
        ]
        filters = self._table._filters
        self.put(
            who_options=_options(who),
            kind_options=_options(what),
            outcomes=_options(outcomes),
            who_words=dict(who).get(filters.get("actor", ""), ""),
            kind_words=dict(what).get(filters.get("kind", ""), ""),
        )

    def operator_changed(self) -> None:
        self._choices = None
        self._table.clear()
        self._say_filters()
        if self.operator() is not None:
            self.ask(AuditChoices(), self._know_choices)

    def _know_choices(self, found: r.AuditChoices) -> None:
        self._choices = found
        self._say_filters()


def _options(pairs: list[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"value": value, "words": words} for value, words in pairs]


def _line(row: r.AuditRow) -> Line:
    from kiosk.reports.audit_table import kind_words, outcome_words, who_words, why_words

    lang = language()
    return Line(
        key=row.id,
        cells=(
            f"{month_day(row.made_at.date())} {row.made_at:%H:%M:%S}",
            who_words(row.role, row.who, lang),
            kind_words(row.kind, lang),
            row.about,
            outcome_words(row, lang),
            why_words(row, lang),
        ),
        tone="error" if row.status == "refused" else "wait" if row.flags else "",
    )
