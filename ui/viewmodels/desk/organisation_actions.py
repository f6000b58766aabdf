"""What may be done with an organisation, as buttons and their forms."""

from collections.abc import Callable
from typing import Any

from kiosk.commands import organisations, people_data
from kiosk.commands import records as r
from ui.viewmodels.desk.case_actions import resident
from ui.viewmodels.desk.fields import Action, Field, Options
from ui.viewmodels.desk.organisation_words import WHYS
from ui.viewmodels.desk.person_actions import MEMBERSHIP, UNTIL
from ui.viewmodels.desk.person_words import KINDS

GetOrganisation = Callable[[], r.Organisation | None]
_KINDS: Options = tuple((str(kind), words) for kind, words in KINDS.items() if kind != "person")
_USCC = Field("uscc", "统一社会信用代码", required=False, maximum=18)


def new_organisations() -> tuple[Action, ...]:
    return (
        Action(
            "organisation",
            "登记单位或社团",
            organisations.RegisterOrganisation,
            icon="plus",
            shortcut="N",
            told="已登记",
            fields=(
                Field("party_kind", "种类", "choice", options=_KINDS),
                Field("name", "名称", maximum=60),
                Field("name_en", "英文名", required=False, maximum=80),
                _USCC,
            ),
        ),
    )


def organisation_actions(organisation: GetOrganisation) -> tuple[Action, ...]:
    def whose() -> dict[str, Any]:
        found = organisation()
        return {"organisation": found.row.id} if found else {}

    def there(test: Callable[[r.Organisation], bool]) -> Callable[[], bool]:
        return lambda: (found := organisation()) is not None and test(found)

    name = Field(
        "name", "名称", maximum=60, default=lambda: found.row.name if (found := organisation()) else ""
    )
    return (
        Action(
            "verify",
            "核验证照",
            organisations.VerifyOrganisation,
            (_USCC,),
            whose,
            there(lambda one: not one.row.verified),
            tone="good",
        ),
        Action(
            "rename",
            "改名",
            organisations.RenameOrganisation,
            (name, Field("name_en", "英文名", required=False)),
            whose,
            there(lambda one: True),
        ),
        Action(
            "add_member",
            "加成员",
            people_data.AddMembership,
            (resident("resident", "哪位居民", required=True), *MEMBERSHIP),
            whose,
            there(lambda one: True),
        ),
        Action(
            "end_member",
            "结束成员身份",
            people_data.EndMembership,
            (Field("membership", "谁", "choice", options=lambda: _members(organisation())), UNTIL),
            offered=there(lambda one: any(member.active for member in one.members)),
        ),
        Action(
            "suspend",
            "暂停预约",
            organisations.SuspendOrganisation,
            (
                Field(
                    "why", "为什么", "choice", options=tuple((str(why), words) for why, words in WHYS.items())
                ),
                Field("until_day", "停到哪天", "date", required=False, hint="最后一天；不填就停到恢复为止"),
            ),
            whose,
            there(lambda one: not one.row.suspended),
            tone="error",
            minor=True,
            confirm="新的预约先不接受，请他们来服务台说。已经约好的照常用。",
            told="已暂停",
        ),
        Action(
            "reinstate",
            "恢复预约",
            organisations.ReinstateOrganisation,
            fixed=whose,
            offered=there(lambda one: one.row.suspended),
            tone="good",
            told="可以预约了",
        ),
    )


def _members(found: r.Organisation | None) -> Options:
    return [(one.id, one.person) for one in found.members if one.active] if found else []
