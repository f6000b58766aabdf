"""What may be done with a person or a card, as buttons and their forms."""

from collections.abc import Callable
from typing import Any

from kiosk.commands import cards, library, people, people_data
from kiosk.commands import records as r
from kiosk.commands.housekeeping import EndGuardianship
from kiosk.commands.people_desk import OpenPerson
from kiosk.domain.states import CardState
from ui import context
from ui.viewmodels.desk.case_actions import resident
from ui.viewmodels.desk.fields import Action, Field, Options
from ui.viewmodels.desk.person_words import CORRECTABLE, ROLES, TAGS

GetPerson = Callable[[], r.Person | None]
GetConsents = Callable[[], Options]
_BORN = Field("birth_month", "出生年月", required=False, hint="1950-06", maximum=7)
UNTIL = Field("until_day", "到哪天为止", "date", required=False)
MEMBERSHIP = (
    Field("role", "身份", "choice", options=ROLES, default="member"),
    Field("tags", "特长和职责", "many", options=TAGS, required=False),
    Field("from_day", "从哪天起", "date", default=lambda: context.current().clock().date().isoformat()),
    UNTIL,
)
"""As what somebody belongs to an organisation, and for how long."""


def newcomers(consents: GetConsents) -> tuple[Action, ...]:
    return (
        Action(
            "register",
            "登记居民",
            people.RegisterResident,
            icon="plus",
            shortcut="N",
            told="已登记",
            fields=(
                Field("name", "姓名", maximum=30),
                Field("phone", "电话", required=False, maximum=20),
                _BORN,
                Field("consent", "本人看过并同意", "choice", options=consents),
                resident("guardian", "监护人（14 岁以下要有）", required=False),
            ),
        ),
    )


def person_actions(person: GetPerson, consents: GetConsents, merge: Callable[[], None]) -> tuple[Action, ...]:
    """`person` is the one in the detail; `merge` opens what shows two of them beside each other."""
    return (*_data(person, consents), *_cards(person), *_ties(person), *_endings(person, merge))


def _data(person: GetPerson, consents: GetConsents) -> tuple[Action, ...]:
    act = _maker(person)
    return (
        act(
            "open",
            "看全名和电话",
            OpenPerson,
            lambda one: not one.opened,
            icon="eye",
            told="已打开，有记录",
            shortcut="O",
        ),
        act(
            "correct",
            "更正资料",
            people_data.CorrectDetails,
            icon="pencil",
            fields=(
                Field("name", "姓名", required=False, maximum=30),
                Field("phone", "电话", required=False, maximum=20),
                _BORN,
            ),
        ),
        act(
            "consent",
            "记下同意",
            people_data.RecordConsent,
            lambda one: not one.consents,
            fields=(Field("consent", "本人看过并同意", "choice", options=consents),),
        ),
        act(
            "unconsent",
            "撤回同意",
            people_data.WithdrawConsent,
            lambda one: one.consents,
            confirm="撤回后卡就停用，直到再次同意。",
            minor=True,
        ),
        act(
            "history",
            "借阅记录",
            library.KeepHistory,
            fields=(Field("on", "还书后还保留记录", "switch"),),
            minor=True,
        ),
        act(
            "wants_correction",
            "本人要更正",
            people_data.RequestCorrection,
            fields=(Field("what", "哪一项", "choice", options=CORRECTABLE),),
            minor=True,
        ),
    )


def _cards(person: GetPerson) -> tuple[Action, ...]:
    def card(*states: CardState) -> str | None:
        found = person()
        return next((one.number for one in found.cards if one.state in states), None) if found else None

    def act(key: str, words: str, command: Any, *states: CardState, **more: Any) -> Action:
        return Action(
            key,
            words,
            command,
            fixed=lambda: {"card": card(*states)},
            offered=lambda: card(*states) is not None,
            **more,
        )

    def is_locked() -> bool:
        found = person()
        return found is not None and any(one.locked and one.state is CardState.GOOD for one in found.cards)

    good = CardState.GOOD
    return (
        _maker(person)(
            "issue",
            "发卡",
            cards.IssueCard,
            lambda one: card(good) is None and one.consents,
            icon="credit-card",
        ),
        act("block", "挂失", cards.BlockCard, good),
        act("unblock", "找到了，解挂", cards.UnblockCard, CardState.LOST),
        act(
            "reissue", "补新卡", cards.ReissueCard, good, CardState.LOST, confirm="旧卡从此作废。", minor=True
        ),
        act("pin", "新密码", cards.ResetPin, good, confirm="核对过本人了吗？新密码只显示一次。"),
        Action("unlock", "解锁", people.UnlockCard, fixed=lambda: {"card": card(good)}, offered=is_locked),
    )


def _ties(person: GetPerson) -> tuple[Action, ...]:
    act = _maker(person)
    organisation = Field(
        "organisation", "单位或社团", "find", find="organisations", find_words=lambda one: str(one.name)
    )
    return (
        act(
            "guardian",
            "登记监护人",
            people_data.SetGuardian,
            lambda one: one.row.child or one.minor,
            fields=(resident("guardian", "监护人", required=True),),
        ),
        act(
            "no_guardian",
            "解除监护",
            EndGuardianship,
            lambda one: one.guardian is not None,
            confirm="满 14 岁才可以。以后监护人看不到孩子借的书，卡改成成人卡。",
            told="监护解除了",
            minor=True,
        ),
        act(
            "membership",
            "加入单位或社团",
            people_data.AddMembership,
            fields=(organisation, *MEMBERSHIP),
            minor=True,
        ),
        Action(
            "unmember",
            "退出单位或社团",
            people_data.EndMembership,
            (Field("membership", "哪一个", "choice", options=lambda: _memberships(person())), UNTIL),
            offered=lambda: bool(_memberships(person())),
            minor=True,
        ),
    )


def _endings(person: GetPerson, merge: Callable[[], None]) -> tuple[Action, ...]:
    act = _maker(person)

    def wish() -> str | None:
        found = person()
        page = found.page if found else None
        return next((one.id for one in page.wishes if one.status == "open"), None) if page else None

    return (
        act(
            "merge",
            "合并重复的人",
            people_data.MergeResidents,
            icon="users",
            shortcut="M",
            elsewhere=merge,
        ),
        act("wants_erasure", "本人要删除资料", people_data.RequestErasure, minor=True),
        Action(
            "no_wish",
            "本人不要求了",
            people_data.WithdrawDataWish,
            fixed=lambda: {"wish": wish()},
            offered=lambda: wish() is not None,
            minor=True,
        ),
        act(
            "erase",
            "删除这个人",
            people.EraseResident,
            lambda one: one.opened,
            fields=(Field("_named", "抄一遍姓名或卡号，免得删错人", maximum=40),),
            check=lambda values: _why_another(person(), values["_named"]),
            tone="error",
            minor=True,
            confirm="姓名、电话、卡和表单在所有机器上删掉，不能恢复；没有名字的统计留着。还没还的书要先还。",
        ),
    )


def _maker(person: GetPerson) -> Callable[..., Action]:
    def make(
        key: str, words: str, command: Any, test: Callable[[r.Person], bool] = lambda one: True, **more: Any
    ) -> Action:
        return Action(
            key,
            words,
            command,
            fixed=lambda: {"resident": found.row.id} if (found := person()) else {},
            offered=lambda: (found := person()) is not None and test(found),
            **more,
        )

    return make


def _memberships(found: r.Person | None) -> Options:
    return [(one.id, one.organisation) for one in found.page.memberships] if found and found.page else []


def _why_another(found: r.Person | None, typed: str) -> str:
    """Whoever erases somebody has looked at whom."""
    known = {found.name, *(one.number for one in found.cards)} if found else set()
    return "" if typed.strip() in known else "和打开的这个人对不上，没有删除"
