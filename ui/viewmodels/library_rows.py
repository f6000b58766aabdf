"""What the pages of 图书借还 list and say, made from the library's records in the language of the moment."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from kiosk.commands import records
from kiosk.domain.loan_policy import BOOK
from kiosk.domain.states import CopyState
from kiosk.reports.sentences import word
from ui.viewmodels.days import short_day
from ui.viewmodels.ticket_rows import in_language
from ui.words import say

_SOON = 3  # days before the due day from which we point it out


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A title in a list; `marked` and `author` are styled text, the part that was looked for made a link."""

    id: str
    title: str
    marked: str
    author: str
    place: str
    badge: str
    tone: str
    icon: str
    note: str


@dataclass(frozen=True, slots=True)
class FactRow:
    label: str
    value: str


@dataclass(frozen=True, slots=True)
class CopyRow:
    number: str
    place: str
    badge: str
    tone: str
    icon: str


@dataclass(frozen=True, slots=True)
class BookLine:
    """A book just lent or returned, and what comes next."""

    key: str
    title: str
    words: str
    tone: str
    icon: str
    pending: bool = False


@dataclass(frozen=True, slots=True)
class LoanRow:
    """`renew` are the words of its button, empty when it cannot be renewed (then `why` says so)."""

    copy: str
    title: str
    due: str
    badge: str
    tone: str
    icon: str
    renew: str
    until: str
    why: str
    renewed: str
    pending: bool
    reader: str


def title_row(title: records.Title, marked: str, author: str, english: bool) -> TitleRow:
    badge, tone, icon = stock_words(title, english)
    return TitleRow(
        id=title.id, title=title.title, marked=marked, author=author, place=short_place(title, english),
        badge=badge, tone=tone, icon=icon, note=back_words(title),
    )  # fmt: skip


def stock_words(title: records.Title, english: bool) -> tuple[str, str, str]:
    if title.available:
        return say("可借 %1 本", title.available), "good", "circle-check"
    if not title.lendable:
        return word("copy_kind", "reference", "en" if english else "zh"), "plain", "book-open"
    if title.total:
        return say("已借出"), "plain", "clock"
    return say("暂不外借"), "plain", "ban"


def back_words(title: records.Title) -> str:
    return say("%1还", plain_day(title.due)) if title.due is not None and not title.available else ""


def plain_day(day: date) -> str:
    """11月30日 / 30 Nov"""
    return say("%1%2日", say(f"{day.month}月"), day.day)


def short_place(shelved: Any, english: bool) -> str:
    """The shelf; its room only where there is no shelf."""
    return in_language(shelved, "shelf", english) or in_language(shelved, "location", english)


def full_place(shelved: Any, english: bool) -> str:
    parts = (in_language(shelved, "location", english), in_language(shelved, "shelf", english))
    return " · ".join(part for part in parts if part)


def fact_rows(title: records.Title) -> list[FactRow]:
    facts = (
        ("出版社", title.publisher),
        ("出版年", str(title.year or "")),
        ("ISBN", title.isbn or ""),
        ("页数", say("%1 页", title.pages) if title.pages else ""),
    )
    return [FactRow(say(label), value) for label, value in facts if value]


def copy_row(copy: records.Copy, english: bool) -> CopyRow:
    language = "en" if english else "zh"
    if copy.state == CopyState.ON_SHELF and copy.kind != BOOK:
        badge, tone, icon = word("copy_kind", copy.kind, language), "plain", "book-open"
    elif copy.state == CopyState.ON_SHELF:
        badge, tone, icon = say("在架"), "good", "circle-check"
    elif copy.due is not None:
        badge, tone, icon = say("%1还", plain_day(copy.due)), "plain", "clock"
    else:
        badge, tone, icon = word("copy", copy.state, language), "plain", "clock"
    return CopyRow(copy.number, full_place(copy, english), badge, tone, icon)


def due_words(due: date) -> str:
    return say("%1 前还", short_day(due))


def lent_line(key: str, title: str, due: date) -> BookLine:
    return BookLine(key, title, due_words(due), "good", "circle-check")


def returned_line(key: str, title: str, is_held: bool) -> BookLine:
    if is_held:
        return BookLine(key, title, say("有人预约，请交给工作人员"), "wait", "user-check")
    return BookLine(key, title, say("请放到还书车"), "good", "circle-check")


def loan_row(loan: records.Loan, why: str, renewed: bool) -> LoanRow:
    badge, tone, icon = left_words(loan.days_left)
    until = loan.renewable_to
    return LoanRow(
        copy=loan.copy, title=loan.title, due=say("%1 到期", short_day(loan.due)), badge=badge, tone=tone, icon=icon,
        renew=say("续借") if until else "", until=say("续到 %1", plain_day(until)) if until else "",
        why="" if until or renewed else why, renewed=say("续借好了") if renewed else "", pending=loan.pending,
        reader=loan.reader,
    )  # fmt: skip


def left_words(days: int) -> tuple[str, str, str]:
    """How long one may keep it: words, tone, icon."""
    if days < 0:
        return say("过期 %1 天", -days), "error", "circle-alert"
    if days == 0:
        return say("今天到期"), "wait", "clock"
    return say("还有 %1 天", days), "wait" if days <= _SOON else "good", "clock"


def why_not_renewed(reason: str | None) -> str:
    """Shorter than the refusal's sentence: it stands beside every book."""
    words = {
        "renewal_limit": "已经续过，请按时还",
        "overdue_items": "过期了，请先还",
        "copy_held": "有人在等，请按时还",
        "revoked_card": "卡已停用，请到服务台",
    }
    return say(words.get(reason or "", "现在不能续借"))
