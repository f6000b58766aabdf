"""What a catalogue's fields, first rows and odd lines are called, and what is said when a file is none."""

from dataclasses import dataclass
from typing import Any

from kiosk.domain.texts import clean_line
from kiosk.domain.trouble import KioskError
from kiosk.importing.books import BookRow
from kiosk.importing.rows import BadRow, UnreadableTable
from kiosk.reports.trouble import sentence as text_of
from kiosk.reports.trouble import trouble_text
from ui.viewmodels.sentences import language, sentence

FIELDS = {
    "title": "书名", "author": "作者", "publisher": "出版社", "year": "出版年", "isbn": "ISBN", "price": "定价",
    "pages": "页数", "class_number": "分类号", "location": "馆藏地", "shelf": "架位", "copy_number": "条码",
    "copies": "册数", "audience": "读者对象", "large_print": "大字版",
}  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
READING_TROUBLE = (UnreadableTable, KioskError)
"""What is wrong with a file is said, and is nobody's mistake."""


@dataclass(frozen=True, slots=True)
class ImportLine:
    """A line of the file that was not kept, or kept with something odd."""

    line: str
    words: str
    tone: str


def trouble_words(error: Exception, name: str) -> str:
    """`name` is the file's. Whatever is not READING_TROUBLE is our mistake, and raised."""
    if isinstance(error, UnreadableTable):
        error = KioskError(f"import_{error.reason}", file=name, why=error.text)
    if not isinstance(error, KioskError):
        raise error
    if error.key == "import_refused":
        error = KioskError(error.key, **(error.detail | {"why": sentence(error.detail.get("why"))}))
    return trouble_text(error, language())


def preview_row(row: BookRow | BadRow, unit: str) -> dict[str, Any]:
    if isinstance(row, BadRow):
        return {"line": row.line, "title": reason_words(row, unit), "facts": "", "bad": True}
    numbers = row.copy_numbers or tuple(one.number for one in row.holdings if one.number)
    facts = (
        row.author, row.publisher, row.year, row.isbn or row.isbn_text, row.class_number, row.location, row.shelf,
        " ".join(numbers),
    )  # fmt: skip
    return {
        "line": row.line,
        "title": row.title,
        "facts": " · ".join(str(one) for one in facts if one),
        "bad": False,
    }


def reason_words(row: BadRow, unit: str) -> str:
    lang = language()
    detail = {
        "line": row.line, "reason": row.reason, "text": clean_line(row.text),
        "unit": text_of("import", unit, {}, lang),
    }  # fmt: skip
    said = text_of("import", row.reason, detail, lang)
    return said.replace(f"（{row.reason}）", "").replace(f" ({row.reason})", "")  # the code is for scripts


def plain(text: str) -> str:
    """A cell that a spreadsheet would take for a formula is told to be text."""
    line = clean_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line
