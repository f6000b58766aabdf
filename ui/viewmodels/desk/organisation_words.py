"""Organisations in words: rows, and the sections of the detail beside the table."""

from typing import Any

from kiosk.commands import records as r
from kiosk.domain.states import SuspendedFor
from ui import context
from ui.viewmodels.days import month_day, short_day, span_words
from ui.viewmodels.desk.pane import line, section
from ui.viewmodels.desk.person_words import KINDS, ROLES, TAGS, in_language, word
from ui.viewmodels.desk.rooms.words import state_words
from ui.viewmodels.desk.table import Line
from ui.words import say

WHYS = {
    SuspendedFor.RULES: "没守场地规则", SuspendedFor.MISUSE: "用途和说的不一样", SuspendedFor.DAMAGE: "损坏了还没处理",
    SuspendedFor.PAPERS: "证照过期或注销", SuspendedFor.ASKED: "单位自己要求", SuspendedFor.OTHER: "其他",
}  # fmt: skip


def organisation_line(row: r.OrganisationRow) -> Line:
    state = say("已暂停") if row.suspended else _verified(row)
    tone = "wait" if row.pending or row.suspended else ""
    return Line(row.id, (organisation_name(row), say(KINDS[row.kind]), state), tone=tone)


def organisation_sections(found: r.Organisation) -> list[dict[str, Any]]:
    row = found.row
    facts = [
        line(say("名称"), organisation_name(row)),
        line(say("种类"), say(KINDS[row.kind])),
        line(say("信用代码"), row.uscc),
        line(say("核验"), _verified(row), "good" if row.verified else "wait"),
        line(say("失约"), say("%1 次", found.strikes) if found.strikes else ""),
    ]
    sections = [
        section("", [one for one in facts if one["value"]]),
        section(say("已暂停预约"), _suspension(found.suspension) if found.suspension else []),
        section(say("还没用的预约"), [_ahead(one) for one in found.ahead]),
        section(say("曾用名"), [line(month_day(until.date()), name) for name, until in found.before]),
        section(say("成员"), [_member(one) for one in found.members]),
    ]
    return [one for one in sections if one["lines"]]


def _suspension(one: r.Suspended) -> list[dict[str, str]]:
    until = say("到 %1（含）", month_day(one.until)) if one.until else say("到恢复为止")
    lines = [
        line(say("为什么"), say(WHYS[one.why]), "error"),
        line(say("多久"), until, "error"),
        line(say("谁暂停的"), " · ".join(filter(None, (one.by, month_day(one.since.date()))))),
        line("", say("新的预约不接受，已经约好的照常用。")),
    ]
    return lines


def _ahead(one: r.BookingRow) -> dict[str, str]:
    when = f"{month_day(one.day)} {span_words(one.start, one.end)}"
    return line(one.number, f"{when}\n{in_language(one.room, one.room_en)} · {state_words(one.state)}")


def _member(one: r.Member) -> dict[str, str]:
    tags = " ".join(word(tag, TAGS) for tag in one.tags)
    said = " ".join(part for part in (word(one.role, ROLES), tags, _term(one)) if part)
    return line(one.person, said if one.active else f"{said} {_why_inactive(one)}")


def _term(one: r.Member) -> str:
    """From when, where that is no matter of course, and until when."""
    since = say("从 %1", short_day(one.from_day)) if one.from_day and _begins_later(one) else ""
    until = say("到 %1", short_day(one.until_day)) if one.until_day else ""
    return f"{since} {until}".strip()


def _why_inactive(one: r.Member) -> str:
    return say("还没开始") if _begins_later(one) else say("已结束")


def _begins_later(one: r.Member) -> bool:
    return one.from_day is not None and one.from_day > context.current().clock().date()


def _verified(row: r.OrganisationRow) -> str:
    return say("已核验") if row.verified else say("未核验")


def organisation_name(row: r.OrganisationRow) -> str:
    """As it is called in the screen's language."""
    return in_language(row.name, row.name_en)
