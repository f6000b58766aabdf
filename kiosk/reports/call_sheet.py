"""The call list on paper: A4, a line for each person with a box to tick, phone and sentence in full."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from kiosk.reports.pdf_text import BOLD, REGULAR, load_fonts, width_of, write_line
from kiosk.reports.sentences import day_text, time_text
from kiosk.reports.wrapping import wrap

WIDTH, HEIGHT = (float(side) for side in A4)
MARGIN, BOX = 18 * mm, 5 * mm
TITLE, NAME, TEXT, SMALL = 18.0, 13.0, 11.0, 9.0
LEADING = 1.5
_WORDS = {
    "zh": {"title": "打电话名单", "page": "第 {page} 页", "none": "没有留电话", "care": "用完请收好或销毁，名单上有个人信息。"},
    "en": {"title": "Call list", "page": "Page {page}", "none": "no phone", "care": "Personal data: destroy after use."},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Message:
    """What one person is told: `name` calls the kind of news, `text` is read out."""

    notice: str
    name: str
    who: str
    phone: str
    text: str


def call_sheet(messages: Sequence[Message], station: str, now: datetime, lang: str) -> bytes:
    """A PDF. Nobody is split over two pages."""
    load_fonts()
    out = BytesIO()
    canvas = Canvas(out, pagesize=A4, pageCompression=1)
    canvas.setTitle(_WORDS[lang]["title"])
    sheet = _Sheet(canvas, lang)
    sheet.begin(f"{_WORDS[lang]['title']} · {station}", f"{day_text(now.date(), lang)} {time_text(now)}")
    for message in messages:
        sheet.add(message)
    sheet.end()
    canvas.save()
    return out.getvalue()


@dataclass
class _Sheet:
    canvas: Canvas
    lang: str
    top: float = HEIGHT - MARGIN
    page: int = 1

    def begin(self, title: str, when: str) -> None:
        write_line(self.canvas, MARGIN, self.top - TITLE, title, BOLD, TITLE)
        left = WIDTH - MARGIN - width_of(when, REGULAR, TEXT)
        write_line(self.canvas, left, self.top - TITLE, when, REGULAR, TEXT)
        self.top -= TITLE * 2

    def add(self, message: Message) -> None:
        indent = MARGIN + BOX * 2
        lines = wrap(message.text, WIDTH - MARGIN - indent, lambda part: float(width_of(part, REGULAR, TEXT)))
        high = NAME * LEADING + TEXT * LEADING * len(lines) + TEXT
        if self.top - high < MARGIN * 1.5:
            self._turn()
        self.canvas.line(MARGIN, self.top, WIDTH - MARGIN, self.top)
        self.top -= NAME * LEADING
        self.canvas.rect(MARGIN, self.top - 1, BOX, BOX, stroke=1, fill=0)
        head = "   ".join(filter(None, (message.phone or _WORDS[self.lang]["none"], message.who)))
        write_line(self.canvas, indent, self.top, head, BOLD, NAME)
        left = WIDTH - MARGIN - width_of(message.name, REGULAR, TEXT)
        write_line(self.canvas, left, self.top, message.name, REGULAR, TEXT)
        for line in lines:
            self.top -= TEXT * LEADING
            write_line(self.canvas, indent, self.top, line, REGULAR, TEXT)
        self.top -= TEXT

    def end(self) -> None:
        words = _WORDS[self.lang]
        write_line(self.canvas, MARGIN, MARGIN * 0.7, words["care"], REGULAR, SMALL)
        number = words["page"].format(page=self.page)
        left = WIDTH - MARGIN - width_of(number, REGULAR, SMALL)
        write_line(self.canvas, left, MARGIN * 0.7, number, REGULAR, SMALL)

    def _turn(self) -> None:
        self.end()
        self.canvas.showPage()
        self.page += 1
        self.top = HEIGHT - MARGIN
