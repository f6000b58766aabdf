"""The calendar by months: how each day counts, the manager's word for one, and the official list from a file."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, Qt, Signal, Slot
from PySide6.QtQml import QmlElement, QmlSingleton

from kiosk.calendar_import import CalendarReport, import_calendar
from kiosk.commands.station import Listing, OverrideDay
from kiosk.domain.trouble import KioskError
from kiosk.importing.rows import UnreadableTable
from ui import context
from ui.viewmodels.base import shown
from ui.viewmodels.days import day_words
from ui.viewmodels.desk.model import DeskModel
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.stationset.page import StationSettings
from ui.viewmodels.desk.told import Told
from ui.viewmodels.records import RecordModel
from ui.viewmodels.sentences import language
from ui.words import say

QML_IMPORT_NAME = "Yizhan.Models"
QML_IMPORT_MAJOR_VERSION = 1

_MONTHS = ("1月", "2月", "3月", "4月", "5月", "6月", "7月", "8月", "9月", "10月", "11月", "12月")
_SATURDAY = 6
_BEST_NAME = 4
_UNREADABLE = {
    "no_days": "文件里没有找到日期。请用国务院放假安排的表格或 .ics 文件。",
    "unreadable": "这个文件打不开。请检查路径，或换一个文件。",
}
_NO_DAYS = frozenset({"no_days", "missing_columns", "empty"})


@dataclass(frozen=True, slots=True)
class DayCell:
    """`tone`: off, make_up, closed or nothing; `own`: the manager has said so."""

    day: str
    number: str
    word: str
    tone: str
    own: bool
    inside: bool
    today: bool


@QmlElement
@QmlSingleton
class StationCalendar(DeskModel):
    """`working` and `is_open` of the chosen day: "" as usual, yes, no."""

    _month: str
    _day: str

    changed = Signal()
    month_words = shown(str, "month_words", changed)
    official = shown(bool, "official", changed)
    day = shown(str, "day", changed)
    day_text = shown(str, "day_text", changed)
    counts_as = shown(str, "counts_as", changed)
    working = shown(str, "working", changed)
    is_open = shown(str, "is_open", changed)
    note = shown(str, "note", changed)
    dirty = shown(bool, "dirty", changed)
    own = shown(bool, "own", changed)
    importing = shown(bool, "importing", changed)
    imported = shown("QVariantList", "imported", changed)
    import_problem = shown(str, "import_problem", changed)

    def __init__(self) -> None:
        super().__init__()
        self._cells = RecordModel(DayCell, self)
        self._rows: dict[str, dict[str, Any]] = {}
        context.current().background.news.connect(self._look_again, Qt.ConnectionType.QueuedConnection)

    days = Property(QObject, lambda model: model._cells, constant=True)

    def fresh(self) -> dict[str, Any]:
        texts = (
            "month_words",
            "day",
            "day_text",
            "counts_as",
            "working",
            "is_open",
            "note",
            "import_problem",
            "month",
        )
        return dict.fromkeys(texts, "") | {
            "official": True, "dirty": False, "own": False, "importing": False, "imported": [],
        }  # fmt: skip

    @Slot()
    def show(self) -> None:
        today = context.current().clock().date()
        self._month = self._month or f"{today:%Y-%m}"
        self._day = self._day or today.isoformat()
        self._look()

    @Slot(int)
    def turn(self, by: int) -> None:
        """Months ahead or back."""
        first = _first(self._month)
        place = first.year * 12 + first.month - 1 + by
        self._month = f"{place // 12:04d}-{place % 12 + 1:02d}"
        self._day = f"{self._month}-01"
        self._dirty = False
        self._look()

    @Slot(str)
    def choose(self, day: str) -> None:
        if day in self._rows:
            self._dirty = False
            self._show_day(day)

    @Slot(str, str)
    def set(self, name: str, value: str) -> None:
        """`working` or `is_open` of the chosen day, or the reason as it is typed."""
        if getattr(self, f"_{name}") != value:
            self.put(**{name: value, "dirty": True})

    @Slot()
    def save(self) -> None:
        if self._day and self._dirty:
            back = _override(self._day, self._rows[self._day])
            self._override(
                OverrideDay(
                    date=date.fromisoformat(self._day), working=_flag(self._working), open=_flag(self._is_open),
                    note=self._note.strip(),
                ),
                back,
            )  # fmt: skip

    @Slot()
    def follow(self) -> None:
        """The day counts as it is published again."""
        back = _override(self._day, self._rows[self._day])
        self._override(OverrideDay(date=date.fromisoformat(self._day)), back)

    @Slot(str)
    def bring(self, path: str) -> None:
        """The official list of a year, from a file."""
        if self._importing or not path.strip():
            return
        file = Path(path.strip()).expanduser()
        self.put(importing=True, import_problem="", imported=[])

        def read(station: Any, actor: Any) -> CalendarReport | str:
            try:
                return import_calendar(station, file, actor)
            except KioskError as error:
                return error.detail.get("why", "unreadable")
            except UnreadableTable as error:
                return "no_days" if error.reason in _NO_DAYS else "unreadable"

        self.gather(read, self._brought)

    def retranslate(self) -> None:
        if self._month:
            self._show_month()

    def _override(self, wish: OverrideDay, back: OverrideDay | None) -> None:
        def done(answer: Any) -> None:
            self._dirty = False
            words = say("%1 改好了", day_words(wish.date))
            Told.the().say(words, undo=(lambda: self._override(back, None)) if back is not None else None)
            self._look()
            StationSettings.the().show()

        self.wish(wish, done)

    def _brought(self, report: CalendarReport | str) -> None:
        self._importing = False
        if isinstance(report, str):
            self.put(import_problem=say(_UNREADABLE[report]) if report in _UNREADABLE else report)
            return
        lines = [_year_line(year) for year in report.years]
        bad = [say("第 %1 行看不懂：%2", row.line, row.text) for row in report.bad[:3]]
        self.put(imported=lines + bad)
        self._look()
        StationSettings.the().show()

    def _look(self) -> None:
        month = self._month
        self.ask(Listing(what="calendar", where={"month": month}), lambda rows: self._came(month, rows))

    def _look_again(self) -> None:
        if self._month and Session.the()._page == "station" and self.operator() is not None:
            self._look()

    def _came(self, month: str, rows: list[dict[str, Any]]) -> None:
        if month == self._month:
            self._rows = {row["date"]: row for row in rows if row["month"] == month}
            self._show_month()

    def _show_month(self) -> None:
        first = _first(self._month)
        self._cells.show(self._grid(first))
        self._month_words = say("%1 年 %2", first.year, say(_MONTHS[first.month - 1]))
        self._official = all(row["official"] for row in self._rows.values())
        self._show_day(self._day)

    def _grid(self, first: date) -> list[DayCell]:
        """Whole weeks from Monday on."""
        start = first - timedelta(days=first.weekday())
        last = first.replace(day=monthrange(first.year, first.month)[1])
        count = ((last - start).days // 7 + 1) * 7
        return [self._cell(start + timedelta(days=n), first.month) for n in range(count)]

    def _cell(self, day: date, month: int) -> DayCell:
        row = self._rows.get(day.isoformat())
        today = context.current().clock().date() == day
        if row is None or day.month != month:
            return DayCell(day.isoformat(), str(day.day), "", "", own=False, inside=False, today=False)
        word, tone = _word(day, row)
        return DayCell(
            day.isoformat(), str(day.day), word, tone, own=row["override"], inside=True, today=today
        )

    def _show_day(self, day: str) -> None:
        row = self._rows.get(day)
        if row is None:
            self.put(day="")
            return
        values = {
            "working": _text(row["own_working"]),
            "is_open": _text(row["own_open"]),
            "note": row["note"],
        }
        if self._dirty and day == self._day:
            values = {}
        is_own = row["own_working"] is not None or row["own_open"] is not None or bool(row["note"])
        when = date.fromisoformat(day)
        self.put(day=day, day_text=day_words(when), counts_as=_counts_as(row), own=is_own, **values)


def _first(month: str) -> date:
    return date.fromisoformat(f"{month}-01")


def _word(day: date, row: dict[str, Any]) -> tuple[str, str]:
    name = row["holiday_en"] if language() == "en" else row["holiday"]
    if not row["open"]:
        return say("不开门"), "closed"
    if day.isoweekday() >= _SATURDAY and row["working"]:
        return say("班"), "make_up"
    if row["working"]:
        return "", ""
    is_short = name and language() != "en" and len(name) <= _BEST_NAME
    return (name if is_short else say("放假") if name else say("休息日")), "off"


def _counts_as(row: dict[str, Any]) -> str:
    name = row["holiday_en"] if language() == "en" else row["holiday"]
    parts = [
        say("算工作日") if row["working"] else say("不算工作日"),
        say("开门") if row["open"] else say("不开门"),
    ]
    return " · ".join([*parts, *([name] if name else [])])


def _override(day: str, row: dict[str, Any]) -> OverrideDay:
    return OverrideDay(
        date=date.fromisoformat(day), working=row["own_working"], open=row["own_open"], note=row["note"]
    )


def _text(flag: bool | None) -> str:
    return "" if flag is None else "yes" if flag else "no"


def _flag(text: str) -> bool | None:
    return {"yes": True, "no": False}.get(text)


def _year_line(year: Any) -> str:
    if year.refused:
        return say("%1 年没有导入：%2", year.year, year.refused)
    return say(
        "%1 年导入了 %2 天，%3 天和以前不一样，%4 个预约受影响",
        year.year,
        year.days,
        year.changed,
        len(year.affected),
    )
