"""A period's figures as a PDF to print and hand in: a month on two or three sheets of A4."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.commands.records import Figures
from kiosk.domain.figures import cut, month_of, total_cases, total_lending
from kiosk.reports.figures_tables import Share, Table, Value, figure_tables, words
from kiosk.reports.pdf_text import BOLD, REGULAR, fitted, load_fonts, width_of, write_line

_WIDE, _HIGH = float(A4[0]), float(A4[1])
_MARGIN, _FOOT = 16 * mm, 18 * mm
_ROW, _TEXT, _HEAD = 6.2 * mm, 9.0, 13.0
_CHART_HIGH = 38 * mm
_INK, _MUTED, _LINE, _RED, _BLUE = "#201A17", "#55493F", "#E4DACB", "#A3161D", "#123F7C"
_BY_DAY = ("day", "taken", "done", "missed", "wait", "rating", "booked", "no_shows", "lent", "returned")
"""Of the table by day: more columns do not fit on a sheet; the spreadsheet has all."""
Bar = tuple[str, int]


def month_report(found: Figures, lang: str) -> bytes:
    load_fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1)
    canvas.setTitle(report_title(found, lang))
    paper = _Paper(canvas, lang)
    paper.heading(report_title(found, lang), found)
    tables = {one.key: one for one in figure_tables(found, lang)}
    paper.pairs(tables["summary"])
    for title, color, bars in _charts(found, lang):
        paper.chart(title, color, bars)
    for key in ("by_item", "by_hour", "stars_sheet", "by_room", "by_class", "by_day"):
        if key in tables:
            paper.table(_narrow(tables[key]) if key == "by_day" else tables[key])
    paper.finish()
    canvas.save()
    return out.getvalue()


def report_title(found: Figures, lang: str) -> str:
    """A month's own name where it is a whole one, or this one up to today."""
    station = found.station if lang == "zh" else found.station_en
    first, last = month_of(found.first)
    if found.first == first and found.last in (last, found.made_at.date()) and found.last <= last:
        return words("month_title", lang, station=station, year=first.year, month=first.month)
    return words("title", lang, station=station)


def _charts(found: Figures, lang: str) -> list[tuple[str, str, list[Bar]]]:
    parts = cut(found.first, found.last)
    within = [[one for one in found.days if first <= one.day <= last] for first, last in parts]
    labels = [_day_label(first, last) for first, last in parts]
    charts: list[tuple[str, str, list[Bar]]] = []
    if found.counter:
        taken = [total_cases(one.cases for one in days).taken for days in within]
        charts.append((words("cases_chart", lang), _RED, list(zip(labels, taken, strict=True))))
    if found.library:
        lent = [total_lending(one.loans for one in days).lent for days in within]
        charts.append((words("loans_chart", lang), _BLUE, list(zip(labels, lent, strict=True))))
    return charts


def _narrow(table: Table) -> Table:
    kept = [n for n, key in enumerate(table.keys) if key in _BY_DAY]
    heads, keys = tuple(table.heads[n] for n in kept), tuple(table.keys[n] for n in kept)
    return Table(
        table.key, table.title, keys, heads, tuple(tuple(row[n] for n in kept) for row in table.rows)
    )


def _day_label(first: date, last: date) -> str:
    return str(first.day) if first == last else f"{first.month}/{first.day}"


@dataclass
class _Paper:
    """Writes from the top down, on the next page where this one ends."""

    canvas: Canvas
    lang: str
    top: float = _HIGH - _MARGIN
    page: int = 1
    _room: float = field(default=_WIDE - 2 * _MARGIN, init=False)

    def heading(self, title: str, found: Figures) -> None:
        self._text(_MARGIN, self.top - 20, fitted(title, BOLD, 20, self._room, 1)[0], BOLD, 20)
        period = words("period", self.lang, first=found.first, last=found.last)
        made_at = words("made_at", self.lang, at=f"{found.made_at:%Y-%m-%d %H:%M}")
        self._text(_MARGIN, self.top - 38, f"{period}    {made_at}", REGULAR, _TEXT, _MUTED)
        self.top -= 50

    def pairs(self, table: Table) -> None:
        """Name and value, in two columns."""
        self._title(table.title, _ROW * 4)
        half = (len(table.rows) + 1) // 2
        for n in range(half):
            self._line()
            for side, row in enumerate(table.rows[n::half]):
                left = _MARGIN + side * (self._room / 2 + 4 * mm)
                self._text(left, self.top + 5, str(row[0]), REGULAR, _TEXT)
                self._right(left + self._room / 2 - 4 * mm, self.top + 5, _written(row[1]), BOLD)

    def chart(self, title: str, color: str, bars: Sequence[Bar]) -> None:
        """Each bar with its number above and its day below."""
        self._title(title, _CHART_HIGH + _ROW)
        most = max((count for _, count in bars), default=0) or 1
        base, step = self.top - _CHART_HIGH, self._room / max(len(bars), 1)
        for n, (label, count) in enumerate(bars):
            left, high = _MARGIN + n * step, (_CHART_HIGH - 16) * count / most
            self.canvas.setFillColor(color)
            self.canvas.rect(left + step * 0.15, base, step * 0.7, high, stroke=0, fill=1)
            self._middle(left + step / 2, base + high + 3, str(count) if count else "", _INK)
            self._middle(left + step / 2, base - 9, label, _MUTED)
        self.top = base - 18

    def table(self, table: Table) -> None:
        """Heads again on each page."""
        heads = table.heads
        self._title(table.title, _ROW * 3)
        if not table.rows:
            self.top -= _ROW
            self._text(_MARGIN, self.top + 5, words("nothing", self.lang), REGULAR, _TEXT, _MUTED)
        else:
            self._heads(heads)
        for row in table.rows:
            if self.top - _ROW < _FOOT:
                self._next_page()
                self._heads(heads)
            self._row(row)

    def finish(self) -> None:
        text = words("page", self.lang, page=self.page)
        self._middle(_WIDE / 2, _FOOT / 2, text, _MUTED, 8)

    def _title(self, text: str, least: float) -> None:
        """Never alone at the foot of a page: `least` must fit below."""
        if self.top - 36 - least < _FOOT:
            self._next_page()
        self.top -= 32
        self._text(_MARGIN, self.top + 6, text, BOLD, _HEAD)

    def _heads(self, heads: Sequence[str]) -> None:
        self.top -= _ROW * 1.7
        for n, head in enumerate(heads):
            left, room = self._place(n, len(heads))
            lines = fitted(head, REGULAR, 8, room - 4, 2)
            for m, line in enumerate(reversed(lines)):
                x = left if n == 0 else left + room - width_of(line, REGULAR, 8)
                self._text(x, self.top + 4 + m * 10, line, REGULAR, 8, _MUTED)
        self._rule(_MUTED)

    def _row(self, row: Sequence[Value]) -> None:
        self._line()
        for n, value in enumerate(row):
            left, room = self._place(n, len(row))
            if n == 0:
                text = fitted(_written(value), REGULAR, _TEXT, room - 4, 1)
                self._text(left, self.top + 5, text[0] if text else "", REGULAR, _TEXT)
            else:
                self._right(left + room, self.top + 5, _written(value), REGULAR)

    def _place(self, n: int, count: int) -> tuple[float, float]:
        """Left and width of the n-th column; the first is the widest."""
        first = self._room * (0.5 if count <= 3 else 0.34 if count <= 9 else 0.16)
        other = (self._room - first) / max(count - 1, 1)
        return (_MARGIN, first) if n == 0 else (_MARGIN + first + (n - 1) * other, other)

    def _line(self) -> None:
        if self.top - _ROW < _FOOT:
            self._next_page()
        self.top -= _ROW
        self._rule(_LINE)

    def _rule(self, color: str) -> None:
        self.canvas.setStrokeColor(color)
        self.canvas.setLineWidth(0.6)
        self.canvas.line(_MARGIN, self.top, _WIDE - _MARGIN, self.top)

    def _next_page(self) -> None:
        self.finish()
        self.canvas.showPage()
        self.page += 1
        self.top = _HIGH - _MARGIN

    def _right(self, right: float, baseline: float, text: str, font: str) -> None:
        self._text(right - width_of(text, font, _TEXT), baseline, text, font, _TEXT)

    def _middle(self, middle: float, baseline: float, text: str, color: str, size: float = 7) -> None:
        self._text(middle - width_of(text, REGULAR, size) / 2, baseline, text, REGULAR, size, color)

    def _text(self, x: float, baseline: float, text: str, font: str, size: float, color: str = _INK) -> None:
        self.canvas.setFillColor(color)
        write_line(self.canvas, x, baseline, text, font, size)


def _written(value: Value) -> str:
    if value is None:
        return "–"
    if isinstance(value, Share):
        return f"{value:.0%}"
    return f"{value:%Y-%m-%d}" if isinstance(value, (date, datetime)) else str(value)
