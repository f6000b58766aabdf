"""People and organisations in words: rows, and the sections of the detail beside the table."""

from datetime import date, datetime
from typing import Any

from kiosk.commands import records as r
from kiosk.domain.states import CardState, PartyKind
from ui.viewmodels.days import month_day, short_day, span_words
from ui.viewmodels.desk.person_kept import kept_lines
from ui.viewmodels.desk.table import Line
from ui.viewmodels.sentences import language
from ui.words import say

_CARDS = {
    CardState.GOOD: "可用", CardState.LOST: "已挂失", CardState.WITHDRAWN: "已停用", CardState.REPLACED: "已换新卡",
    CardState.ENDED: "已注销",
}  # fmt: skip
KINDS = {
    PartyKind.ORGANISATION: "单位", PartyKind.GROUP: "社团", PartyKind.PARTY_BRANCH: "党支部", PartyKind.PERSON: "个人",
}  # fmt: skip
ROLES = (
    ("member", "成员"), ("contact", "联系人"), ("leader", "负责人"), ("volunteer", "志愿者"),
)  # fmt: skip
TAGS = (
    ("volunteer", "志愿服务"), ("building_chief", "楼组长"), ("party_member", "党员"), ("first_aid", "急救"),
    ("repair", "水电维修"), ("driving", "开车"), ("calligraphy", "书法"), ("dialect", "方言翻译"), ("it_help", "教用手机"),
)  # fmt: skip
Lines = list[dict[str, str]]


def person_line(row: r.PersonRow) -> Line:
    kind = say("少儿") if row.child else ""
    return Line(row.id, (row.name, row.phone, row.card, kind), tone="wait" if row.pending else "")


def organisation_line(row: r.OrganisationRow) -> Line:
    verified = say("已核验") if row.verified else say("未核验")
    return Line(row.id, (_named(row), say(KINDS[row.kind]), verified), tone="wait" if row.pending else "")


def person_sections(person: r.Person) -> list[dict[str, Any]]:
    found = [
        _section("", _contact(person)),
        _section(say("卡"), [_line(one.number, card_words(one)) for one in person.cards]),
        *(_here(person.page) if person.page else []),
        _section(say("可能是同一个人"), [_line(one.phone, one.name, "wait") for one in person.alike]),
        _section(say("存了什么，做什么用，留多久"), kept_lines(person.kept)),
        _section(say("谁看过"), [_line(_moment(one.at), one.by) for one in person.looks]),
    ]
    return [one for one in found if one["lines"]]


def _here(page: r.MyPage) -> list[dict[str, Any]]:
    """What they have at the station."""
    tickets = [_line(one.number, _in_language(one.item_name, one.item_name_en)) for one in page.tickets]
    return [
        _section(say("借着的书"), [_line(month_day(one.due), one.title) for one in page.loans]),
        _section(say("工单"), tickets),
        _section(say("场地预约"), [_booking(one) for one in page.bookings]),
        _section(say("失约"), [_line(month_day(one.made_at.date()), one.booking) for one in page.strikes]),
        _section(say("单位和社团"), [_membership(one) for one in page.memberships]),
        _section(say("本人提出"), [_line(month_day(one.made_at.date()), _wish(one)) for one in page.wishes]),
    ]


def organisation_sections(found: r.Organisation) -> list[dict[str, Any]]:
    row = found.row
    facts = [
        _line(say("名称"), _named(row)),
        _line(say("种类"), say(KINDS[row.kind])),
        _line(say("信用代码"), row.uscc),
        _line(
            say("核验"), say("已核验") if row.verified else say("未核验"), "good" if row.verified else "wait"
        ),
        _line(say("失约"), say("%1 次", found.strikes) if found.strikes else ""),
    ]
    sections = [
        _section("", [one for one in facts if one["value"]]),
        _section(say("曾用名"), [_line(month_day(until.date()), name) for name, until in found.before]),
        _section(say("成员"), [_member(one) for one in found.members]),
    ]
    return [one for one in sections if one["lines"]]


def _contact(person: r.Person) -> Lines:
    row = person.row
    agreed = f"{person.consented_at:%Y-%m-%d}" if person.consented_at else ""
    consent = f"{_in_language(person.consent, person.consent_en)} {agreed}".strip()
    guardian, children = person.guardian, "、".join(one.name for one in person.children)
    lines = [
        _line(say("姓名"), person.name),
        _line(say("电话"), person.phone),
        _line(say("出生年月"), person.birth_month),
        _line(
            say("同意书"),
            consent if person.consents else say("没有同意，或已撤回"),
            "" if person.consents else "wait",
        ),
        _line(
            say("监护人"),
            f"{guardian.name} {guardian.phone}" if guardian else say("还没有登记") if row.child else "",
        ),
        _line(say("孩子"), children),
        _line(say("借阅记录"), say("本人要求保留") if person.keeps_history else ""),
    ]
    return [one for one in lines if one["value"]]


def card_words(card: r.PersonCard) -> str:
    """Its state."""
    return say(_CARDS[card.state]) + (say("，密码输错锁住了") if card.locked else "")


def _booking(one: r.Booking) -> dict[str, str]:
    when = f"{short_day(one.date)} {span_words(one.start, one.end)}"
    return _line(one.number, f"{_in_language(one.room_name, one.room_name_en)} {when}")


def _membership(one: r.MyMembership) -> dict[str, str]:
    tags = " ".join(_word(tag, TAGS) for tag in one.tags)
    return _line(one.organisation, f"{_word(one.role, ROLES)} {tags}".strip())


def _member(one: r.Member) -> dict[str, str]:
    tags = " ".join(_word(tag, TAGS) for tag in one.tags)
    until = say("到 %1", short_day(one.until_day)) if one.until_day else ""
    said = " ".join(part for part in (_word(one.role, ROLES), tags, until) if part)
    return _line(one.person, said if one.active else f"{said} {say('已结束')}")


def _wish(one: r.MyWish) -> str:
    return (
        say("要求删除自己的资料")
        if one.kind == "erasure"
        else say("要求更正：%1", _word(one.what, CORRECTABLE))
    )


CORRECTABLE = (("name", "姓名"), ("phone", "电话"), ("birth_month", "出生年月"), ("other", "其他"))


def _word(value: str, words: tuple[tuple[str, str], ...]) -> str:
    """A scripts' own role or tag is shown as it is spelt."""
    return next((say(said) for key, said in words if key == value), value)


def _named(row: r.OrganisationRow) -> str:
    return _in_language(row.name, row.name_en)


def _in_language(name: str, name_en: str) -> str:
    return name_en if language() == "en" and name_en else name


def _moment(moment: datetime) -> str:
    return f"{_day(moment.date())} {moment:%H:%M}"


def _day(day: date) -> str:
    return f"{day.month}/{day.day}"


def _section(title: str, lines: Lines) -> dict[str, Any]:
    return {"title": title, "lines": lines}


def _line(label: str, value: str, tone: str = "") -> dict[str, str]:
    return {"label": label, "value": value, "tone": tone}
