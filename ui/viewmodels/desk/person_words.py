"""People in words: rows, and the sections of the detail beside the table."""

from typing import Any

from kiosk.commands import records as r
from kiosk.domain.states import CardState, PartyKind
from ui.viewmodels.days import moment_words, month_day, short_day, span_words
from ui.viewmodels.desk.pane import line, section
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


def person_sections(person: r.Person) -> list[dict[str, Any]]:
    found = [
        section("", _contact(person)),
        section(say("卡"), [line(one.number, card_words(one)) for one in person.cards]),
        *(_here(person.page) if person.page else []),
        section(say("可能是同一个人"), [line(one.phone, one.name, "wait") for one in person.alike]),
        section(say("存了什么，做什么用，留多久"), kept_lines(person.kept)),
        section(say("谁看过"), [line(moment_words(one.at), one.by) for one in person.looks]),
    ]
    return [one for one in found if one["lines"]]


def _here(page: r.MyPage) -> list[dict[str, Any]]:
    """What they have at the station."""
    tickets = [line(one.number, in_language(one.item_name, one.item_name_en)) for one in page.tickets]
    return [
        section(say("借着的书"), [line(month_day(one.due), one.title) for one in page.loans]),
        section(say("办过的事项"), tickets),
        section(say("场地预约"), [_booking(one) for one in page.bookings]),
        section(say("失约"), [line(month_day(one.made_at.date()), one.booking) for one in page.strikes]),
        section(say("单位和社团"), [_membership(one) for one in page.memberships]),
        section(say("本人提出"), [line(month_day(one.made_at.date()), _wish(one)) for one in page.wishes]),
    ]


def _contact(person: r.Person) -> Lines:
    row = person.row
    agreed = f"{person.consented_at:%Y-%m-%d}" if person.consented_at else ""
    consent = f"{in_language(person.consent, person.consent_en)} {agreed}".strip()
    guardian, children = person.guardian, "、".join(one.name for one in person.children)
    lines = [
        line(say("姓名"), person.name),
        line(say("电话"), person.phone),
        line(say("出生年月"), person.birth_month),
        line(
            say("同意书"),
            consent if person.consents else say("没有同意，或已撤回"),
            "" if person.consents else "wait",
        ),
        line(
            say("监护人"),
            f"{guardian.name} {guardian.phone}" if guardian else say("还没有登记") if row.child else "",
        ),
        line(say("孩子"), children),
        line(say("借阅记录"), say("本人要求保留") if person.keeps_history else ""),
    ]
    return [one for one in lines if one["value"]]


def card_words(card: r.PersonCard) -> str:
    """Its state."""
    return say(_CARDS[card.state]) + (say("，密码输错锁住了") if card.locked else "")


def _booking(one: r.Booking) -> dict[str, str]:
    when = f"{short_day(one.date)} {span_words(one.start, one.end)}"
    return line(one.number, f"{in_language(one.room_name, one.room_name_en)} {when}")


def _membership(one: r.MyMembership) -> dict[str, str]:
    tags = " ".join(word(tag, TAGS) for tag in one.tags)
    return line(one.organisation, f"{word(one.role, ROLES)} {tags}".strip())


def _wish(one: r.MyWish) -> str:
    return (
        say("要求删除自己的资料")
        if one.kind == "erasure"
        else say("要求更正：%1", word(one.what, CORRECTABLE))
    )


CORRECTABLE = (("name", "姓名"), ("phone", "电话"), ("birth_month", "出生年月"), ("other", "其他"))


def word(value: str, words: tuple[tuple[str, str], ...]) -> str:
    """A scripts' own role or tag is shown as it is spelt."""
    return next((say(said) for key, said in words if key == value), value)


def in_language(name: str, name_en: str) -> str:
    return name_en if language() == "en" and name_en else name
