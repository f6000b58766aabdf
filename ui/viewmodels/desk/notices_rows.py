"""Whom to tell what, in words."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from kiosk.commands import records
from kiosk.reports.notices import notice_name, notice_text
from ui.viewmodels.days import clock_words, relative_day
from ui.viewmodels.sentences import language
from ui.words import say


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One line: `what` is the news, `who` and `phone` are masked, `tries` says how often nobody answered."""

    notice: str = ""
    what: str = ""
    who: str = ""
    phone: str = ""
    since: str = ""
    tries: str = ""
    pending: bool = False


def notice_row(line: records.NoticeLine, now: datetime) -> NoticeRow:
    return NoticeRow(
        notice=line.id,
        what=notice_name(line.what, language()),
        who=line.who or say("没有留名字"),
        phone=line.phone,
        since=_when(line.told_at or line.since, now),
        tries=_tries(line, now),
        pending=line.pending,
    )


def pane(line: records.NoticeLine, opened: records.OpenNotice | None, now: datetime) -> dict[str, Any]:
    """What stands beside the list: masked until it was opened."""
    of: records.NoticeLine | records.OpenNotice = opened or line
    return {
        "notice": line.id,
        "what": notice_name(line.what, language()),
        "who": of.who or say("没有留名字"),
        "phone": _grouped(opened.phone) if opened else line.phone,
        "has_phone": bool(of.phone),
        "opened": opened is not None,
        "text": notice_text(line.what, of.detail, language()),
        "tries": _tries(line, now),
        "told": line.told_at is not None,
        "since": _since(line, now),
    }


def _since(line: records.NoticeLine, now: datetime) -> str:
    if line.told_at is not None:
        return say("%1 已告知", _when(line.told_at, now))
    return say("%1 起要告诉", _when(line.since, now))


def _tries(line: records.NoticeLine, now: datetime) -> str:
    if not line.tries or line.tried_at is None:
        return ""
    return say("%1 次没打通，上次 %2", line.tries, _when(line.tried_at, now))


def _when(moment: datetime, now: datetime) -> str:
    """9:41 of today, else the day; midnight stands for a day that has no hour."""
    clock = clock_words(moment)
    if moment.date() == now.date() and clock != "00:00":
        return clock
    return relative_day(moment.date(), now.date())


def _grouped(phone: str) -> str:
    """138 1234 1234, as it is dialled."""
    if len(phone) == 11 and phone.isdigit():
        return f"{phone[:3]} {phone[3:7]} {phone[7:]}"
    return phone
