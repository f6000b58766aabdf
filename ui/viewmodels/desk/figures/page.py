"""统计: a topic over a period, as chart, numbers and list."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.commands import records as r
from kiosk.commands.base import MANAGER
from kiosk.commands.figures import FiguresOf
from kiosk.domain.figures import Span, is_period, span_days
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.days import month_day
from ui.viewmodels.desk.figures.saving import FigureFiles
from ui.viewmodels.desk.figures.topics import TOPICS, Topic
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.session import Session
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

AUDIT = "audit"
_FOLLOW_MS, _FOLLOWED_DAYS = 15_000, 31
_SPANS = {
    Span.TODAY: "今日", Span.WEEK: "近 7 天", Span.DAYS_30: "近 30 天", Span.THIS_MONTH: "本月", Span.LAST_MONTH: "上月",
    Span.FREE: "自己选",
}  # fmt: skip


@QmlElement
@QmlSingleton
class Figures(DeskModel):
    """`chart` is a map as charts.py makes it; `tiles` {words, value}; `rows` {name, share, words} of the list beside it."""

    changed = Signal()
    spans = shown("QVariantList", "spans", changed)
    span = shown(str, "span", changed)
    first = shown(str, "first", changed)
    last = shown(str, "last", changed)
    period = shown(str, "period", changed)
    wrong_days = shown(str, "wrong_days", changed)
    topics = shown("QVariantList", "topics", changed)
    topic = shown(str, "topic", changed)
    service = shown(str, "service", changed)
    title = shown(str, "title", changed)
    aside = shown(str, "aside", changed)
    legend = shown("QVariantList", "legend", changed)
    tiles = shown("QVariantList", "tiles", changed)
    chart = shown("QVariantMap", "chart", changed)
    rows = shown("QVariantList", "rows", changed)
    empty = shown(bool, "empty", changed)
    loaded = shown(bool, "loaded", changed)
    asking = shown(bool, "asking", changed)

    def __init__(self) -> None:
        super().__init__()
        self._found: r.Figures | None = None
        self._asked = 0
        self._later = QTimer(self, singleShot=True, interval=_FOLLOW_MS)
        self._later.timeout.connect(self._ask)
        context.current().background.news.connect(self._look_again, Qt.ConnectionType.QueuedConnection)
        self.operator_changed()

    def fresh(self) -> dict[str, Any]:
        lists: dict[str, Any] = {name: [] for name in ("spans", "topics", "legend", "tiles", "rows")}
        texts = dict.fromkeys(("period", "wrong_days", "title", "aside"), "")
        first, last = span_days(Span.WEEK, context.current().clock().date())
        days = {"first": first.isoformat(), "last": last.isoformat(), "span": Span.WEEK.value}
        return lists | texts | days | {
            "topic": "", "service": "tickets", "chart": {}, "empty": False, "loaded": False, "asking": False,
        }  # fmt: skip

    @Slot()
    def show(self) -> None:
        """The page has come into sight: the days may be others by now."""
        self._follow_span()
        self._ask()

    @Slot(str)
    def choose_span(self, span: str) -> None:
        self.put(span=span, wrong_days="")
        self._follow_span()
        self._ask()

    @Slot(str, str)
    def choose_days(self, first: str, last: str) -> None:
        """As they were typed, YYYY-MM-DD."""
        days = _day(first), _day(last)
        if days[0] is None or days[1] is None or not is_period(days[0], days[1]):
            self.put(wrong_days=say("请写成 2026-11-01 这样，第一天不晚于最后一天，最多十年"))
            return
        self.put(first=days[0].isoformat(), last=days[1].isoformat(), wrong_days="")
        self._ask()

    @Slot(str)
    def choose_topic(self, topic: str) -> None:
        self.put(topic=topic, loaded=False)
        self._ask()

    @Slot(int)
    def step_topic(self, by: int) -> None:
        """To the topic beside this one."""
        keys = [one["value"] for one in self._topics]
        if keys:
            self.choose_topic(keys[(keys.index(self._topic) + by) % len(keys)])

    @Slot()
    def save_sheet(self) -> None:
        self._keep(say("驿站统计 %1 至 %2", self._first, self._last) + ".xlsx", _sheet)

    @Slot()
    def save_report(self) -> None:
        self._keep(say("驿站报告 %1 至 %2", self._first, self._last) + ".pdf", _report)

    def retranslate(self) -> None:
        role = self.operator_role()
        topics = [{"value": one.key, "words": say(one.words)} for one in TOPICS if role in one.roles]
        if role in MANAGER:
            topics.append({"value": AUDIT, "words": say("操作记录")})
        spans = [{"value": span.value, "words": say(words)} for span, words in _SPANS.items()]
        topic = self.topic or (topics[0]["value"] if topics else "")
        self.put(spans=spans, topics=topics, topic=topic)
        self._say_period()
        self._show()

    def _keep(self, name: str, make: Any) -> None:
        """All that the operator may see, whichever topic is open."""
        lang = language()
        question = FiguresOf(first=date.fromisoformat(self._first), last=date.fromisoformat(self._last))
        self.ask(question, lambda found: FigureFiles.the().keep(name, lambda: make(found, lang)))

    def _ask(self) -> None:
        topic = self._chosen()
        self._say_period()
        if topic is None or self.operator() is None:
            return
        self._asked += 1
        number = self._asked
        question = FiguresOf(
            first=date.fromisoformat(self._first), last=date.fromisoformat(self._last), part=topic.part
        )

        def came(found: r.Figures | None) -> None:
            if number == self._asked:  # another period was chosen meanwhile
                self._found = found
                self.put(asking=False)
                self._show()

        self.put(asking=True)
        self.ask(question, came)

    def _show(self) -> None:
        topic, found = self._chosen(), self._found
        if topic is None or found is None:
            return
        chart = topic.chart(found)
        self.put(
            title=say(topic.title), aside=say(topic.aside), legend=[say(one) for one in topic.legend],
            service=topic.service, tiles=topic.tiles(found), rows=topic.rows(found), chart=chart.shown(),
            empty=chart.empty, loaded=True,
        )  # fmt: skip

    def _chosen(self) -> Topic | None:
        return next((one for one in TOPICS if one.key == self._topic), None)

    def _follow_span(self) -> None:
        if self._span != Span.FREE:
            first, last = span_days(Span(self._span), context.current().clock().date())
            self.put(first=first.isoformat(), last=last.isoformat())

    def _say_period(self) -> None:
        first, last = date.fromisoformat(self._first), date.fromisoformat(self._last)
        years = f"{first.year} " if first.year != last.year else ""
        until = f"{last.year} " if years else ""
        words = f"{years}{month_day(first)}"
        self.put(period=words if first == last else f"{words} – {until}{month_day(last)}")

    def _look_again(self) -> None:
        """There is news: soon, but not with every piece of it, and not of what takes long to count."""
        days = (date.fromisoformat(self._last) - date.fromisoformat(self._first)).days
        is_open = self._loaded and Session.the()._page == "figures"
        if is_open and days < _FOLLOWED_DAYS and not self._later.isActive():
            self._later.start()

    def operator_changed(self) -> None:
        self._found = None
        FigureFiles.the().clear()
        super().operator_changed()
        self.retranslate()


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _sheet(found: r.Figures, lang: str) -> bytes:
    from kiosk.reports.figures_tables import figure_tables
    from kiosk.reports.spreadsheet import spreadsheet

    return spreadsheet(figure_tables(found, lang))


def _report(found: r.Figures, lang: str) -> bytes:
    from kiosk.reports.month_report import month_report

    return month_report(found, lang)
