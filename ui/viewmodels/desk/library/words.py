"""Books, copies, loans and holds in the words of the librarian's lists."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from kiosk.commands import records
from kiosk.commands.library import Locations
from kiosk.domain.states import HoldState
from kiosk.reports.sentences import tone, word
from ui import context
from ui.viewmodels.days import clock_words, month_day
from ui.viewmodels.desk.table import Line
from ui.viewmodels.sentences import language
from ui.viewmodels.ticket_rows import in_language
from ui.words import say

_TONES = {"good": "good", "wait": "wait", "bad": "error"}
_EVENTS = {
    "lent": "借出", "returned": "归还", "report_lost": "报失", "found_copy": "找到", "mark_damaged": "送修",
    "repair_copy": "修好", "withdraw_copy": "下架", "move_copy": "换位置", "set_copy_kind": "改种类",
}  # fmt: skip
_REASONS_SHOWN = 60
_FAR = 200  # days: within them a month is only one
KINDS = (("book", "普通图书"), ("reference", "只限馆内看"), ("magazine", "期刊"))
AUDIENCES = (("", "不限"), ("children", "少儿"), ("teens", "青少年"), ("adults", "成人"))


@dataclass(frozen=True, slots=True)
class LoanLine:
    """Of the reader at the desk. `renew`: words of what renewing brings, empty where it cannot be (then `why`)."""

    copy: str
    title: str
    due: str
    tone: str
    renew: str
    why: str
    pending: bool


@dataclass(frozen=True, slots=True)
class HoldLine:
    hold: str
    title: str
    words: str
    tone: str
    copy: str


@dataclass(frozen=True, slots=True)
class DoneLine:
    """One scan and what came of it. `tone`: good, wait (something is to be done with the book) or error (refused)."""

    key: str
    title: str
    words: str
    tone: str
    icon: str


def state_words(of: str, state: str) -> str:
    """`of` is copy, loan, hold, copy_kind or card."""
    return word(of, state, language())


def state_tone(of: str, state: str) -> str:
    return _TONES.get(tone(of, state), "")


def day(value: date | None) -> str:
    """11月26日; a far one says which year."""
    if value is None:
        return ""
    far = abs((value - context.current().clock().date()).days) > _FAR
    return value.isoformat() if far else month_day(value)


def iso_day(text: str) -> str:
    """Of an answer's result."""
    return day(date.fromisoformat(text))


def moment(value: datetime) -> str:
    return f"{day(value.date())} {clock_words(value)}"


def place(record: Any) -> str:
    """Room and shelf of a copy."""
    parts = (in_language(record, "location", language() == "en"), record.shelf)
    return " · ".join(part for part in parts if part)


def due_words(due: date, days_left: int) -> tuple[str, str]:
    """What a due day means today, and its tone."""
    if days_left < 0:
        return say("逾期 %1 天", -days_left), "error"
    if days_left == 0:
        return say("今天该还"), "wait"
    return say("%1还", day(due)), "wait" if days_left <= 2 else ""


def loan_line(loan: records.Loan) -> LoanLine:
    from ui.viewmodels.sentences import sentence

    words, colour = due_words(loan.due, loan.days_left)
    renew = say("续借到 %1", day(loan.renewable_to)) if loan.renewable_to else ""
    why = (
        ""
        if renew
        else short_reason(
            sentence(loan.reason, {"due": loan.due.isoformat(), "limit": loan.renewals, "count": 1})
        )
    )
    return LoanLine(loan.copy, loan.title, words, colour, renew, why, loan.pending)


def short_reason(text: str) -> str:
    """The first sentence of a refusal: the list has one line for it."""
    first = text.replace("! ", "。").split("。")[0].split(". ")[0].strip()
    return first[:_REASONS_SHOWN]


def hold_line(hold: records.Hold) -> HoldLine:
    if hold.status == HoldState.READY:
        words = say("可取，留到 %1 · %2", day(hold.ready_until), hold.copy or "")
        return HoldLine(hold.id, hold.title, words, "good", hold.copy or "")
    return HoldLine(hold.id, hold.title, say("排第 %1", hold.position), "", "")


def title_line(title: records.Title) -> Line:
    stock = f"{title.available} / {title.total}"
    cells = (title.title, title.author, title.class_number, str(title.year or ""), stock)
    return Line(title.id, cells, "" if title.available else "muted")


def copy_line(copy: records.DeskCopyRow) -> Line:
    state = state_words("copy", copy.state)
    if copy.due is not None:
        state = say("借出，%1还", day(copy.due))
    return Line(copy.number, (copy.number, copy.title, state, copy.shelf or place(copy)),
                state_tone("copy", copy.state) if copy.state in {"lost", "damaged"} else "")  # fmt: skip


def desk_loan_line(loan: records.DeskLoan) -> Line:
    left = (loan.due - context.current().clock().date()).days
    words = (
        say("逾期 %1 天", -left) if left < 0 else say("今天该还") if left == 0 else say("还有 %1 天", left)
    )
    cells = (words, loan.title, loan.copy, loan.reader or say("不再记得"), day(loan.due))
    return Line(loan.copy, cells, "error" if left < 0 else "")


def desk_hold_line(hold: records.DeskHold) -> Line:
    if hold.status == "waiting":
        when = say("排第 %1", hold.position)
    elif hold.status == "expired":
        when = say("过期未取（%1）", day(hold.ready_until))
    else:
        when = say("留到 %1", day(hold.ready_until))
    tone_of = {"ready": "good", "expired": "error"}.get(str(hold.status), "")
    cells = (when, hold.title, hold.reader, hold.copy or "")
    return Line(hold.id, cells, tone_of)


def event_lines(events: Iterable[records.CopyEvent]) -> list[dict[str, str]]:
    found = [
        {
            "label": moment(event.at),
            "value": " · ".join(filter(None, (say(_EVENTS.get(event.what, event.what)), event.who))),
        }
        for event in events
    ]
    return found or [{"label": "", "value": say("还没有借过")}]


class Rooms:
    """The station's locations, asked for once by whoever offers them to choose from."""

    def __init__(self, owner: Any) -> None:
        self._owner = owner
        self.rows: list[records.Location] = []

    def ask(self) -> None:
        self._owner.ask(Locations(), self._came)

    def options(self) -> list[tuple[str, str]]:
        english = language() == "en"
        return [("", say("不定")), *((one.code, in_language(one, "name", english)) for one in self.rows)]

    def _came(self, found: list[records.Location]) -> None:
        self.rows = found
