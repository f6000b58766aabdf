"""A count in words: each scanned book, each missing one, the counts of before."""

from dataclasses import dataclass
from typing import Any

from kiosk.commands import records
from ui.viewmodels.desk.library.counting import Seen
from ui.viewmodels.desk.library.words import moment
from ui.viewmodels.ticket_rows import in_language
from ui.words import say

_WORDS = {
    "here": "在这里", "on_loan": "记录是借出，书在这里", "lost": "记录是遗失，找到了", "held": "该在预约架，有人等着",
    "damaged": "待修补，先别上架", "withdrawn": "已下架，不该在架上", "elsewhere": "放错了，应在 %1",
    "unknown": "馆里没有这个编号", "missing": "架上没有扫到",
}  # fmt: skip
_FIXES = {"on_loan": "办归还", "lost": "记为找到", "elsewhere": "改到这里"}
_TONES = {"here": "good", "unknown": "error", "missing": "error"}


@dataclass(frozen=True, slots=True)
class StockLine:
    """`fix`: words of the button that sets it right; empty where there is none."""

    number: str
    title: str
    words: str
    tone: str
    fix: str


def stock_line(seen: Seen) -> StockLine:
    words = say("已改好") if seen.settled else say(_WORDS[seen.status], seen.place)
    fix = "" if seen.settled or seen.status not in _FIXES else say(_FIXES[seen.status])
    tone = "good" if seen.is_right else _TONES.get(seen.status, "wait")
    return StockLine(seen.number, seen.title or seen.number, words, tone, fix)


def missing_line(copy: records.StockCopy) -> StockLine:
    return StockLine(copy.number, copy.title, say(_WORDS["missing"]), "error", "")


def past_count(done: records.StocktakeDone, english: bool) -> dict[str, Any]:
    place_of = " · ".join(filter(None, (in_language(done, "location", english), done.shelf)))
    counts = say("在架 %1 / 应有 %2 · 缺 %3 · %4", done.seen, done.expected, done.missing, done.by)
    return {"title": place_of, "lines": [{"label": moment(done.finished_at), "value": counts}]}
