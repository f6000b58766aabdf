"""The rules as numbers and switches: the station's, those of a room, of a kind of card or of book."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from kiosk.commands.base import Command
from kiosk.commands.rules import SetPolicy
from kiosk.domain.booking_policy import DEFAULT_DATA
from kiosk.domain.loan_policy import LoanTerms
from kiosk.domain.retention import RetentionPolicy
from kiosk.domain.settings import LOAN_OF_CARD, LOAN_OF_KIND, SETTINGS, Setting
from kiosk.domain.stand import StandPolicy
from kiosk.domain.states import Topic
from kiosk.domain.tickets import TicketPolicy
from ui.viewmodels.desk.fields import Action, Field
from ui.viewmodels.desk.stationset.house import House, named
from ui.viewmodels.desk.stationset.rows import SettingRow, Thing
from ui.viewmodels.desk.stationset.section import Chosen, ReadHouse, Section
from ui.viewmodels.sentences import language
from ui.words import say

_TOPICS = {
    Topic.BOOKING: "预约场地", Topic.LOAN: "借书", Topic.TICKET: "办事取号", Topic.RETENTION: "资料留多久",
    Topic.CARD: "借书卡密码", Topic.STAND: "签到台",
}  # fmt: skip
_KINDS = {"child": "儿童卡", "adult": "成人卡", "reference": "工具书", "magazine": "期刊"}
_KIND = {
    "switch": "switch",
    "choice": "choice",
    "choices": "choices",
    "spans": "slots",
    "time": "time",
    "count": "number",
}
_USUAL: Mapping[str, Mapping[str, Any]] = {
    "booking": DEFAULT_DATA,
    "loan": {name: getattr(LoanTerms(), name) for name in LoanTerms.__slots__} | {"children_overdue": "warn"},
    "ticket": {name: getattr(TicketPolicy(), name) for name in TicketPolicy.__slots__},
    "retention": {name: getattr(RetentionPolicy(), name) for name in RetentionPolicy.__slots__},
    "card": {"pin_tries": 5},
    "stand": {name: getattr(StandPolicy(), name) for name in StandPolicy.__slots__},
}
_ROOM, _CARD, _COPY = "room", "card_kind", "copy_kind"


class Policies(Section):
    key, words, icon = "policies", "规则", "clipboard-list"

    def things(self, house: House) -> Sequence[Thing]:
        loan = house.numbers("loan", "station")
        rooms = [row for row in house.rooms if row["bookable"]]
        kinds = [(_CARD, "child")] + [(_COPY, kind) for kind in loan.get("kinds", {})]
        return [
            Thing("booking", say(_TOPICS[Topic.BOOKING]), say("全部场地")),
            *(_of_room(house, row) for row in rooms),
            Thing("loan", say(_TOPICS[Topic.LOAN]), say("成人卡、普通书")),
            *(Thing(f"loan:{of}:{kind}", _kind(kind), say("只写不一样的")) for of, kind in kinds),
            *(
                Thing(topic.value, say(_TOPICS[topic]))
                for topic in (Topic.TICKET, Topic.RETENTION, Topic.CARD, Topic.STAND)
            ),
        ]

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        topic, of, _ = _parts(key)
        own, above = _own(house, key), _above(house, key)
        return [_row(one, own, above, is_own=not of) for one in _settings(topic, of)]

    def save(self, house: House, key: str, row: SettingRow, value: Any) -> Command:
        if row.kind == "choices" and not value:
            value = None
        return SetPolicy(numbers={row.name: value}, **_target(key))

    def drop(self, house: House, key: str, row: SettingRow) -> Command | None:
        return SetPolicy(drop=(row.name,), **_target(key))

    def actions(self, house: ReadHouse, chosen: Chosen, is_open: Callable[[], bool]) -> Sequence[Action]:
        return (
            Action(
                "add_copy_kind", "加一类书", SetPolicy, icon="plus", offered=is_open, told="加好了",
                fixed=lambda: {"topic": "loan"},
                fields=(Field("copy_kind", "这类书的代号", hint="小写字母和数字，例如 newspaper", maximum=20),),
            ),
        )  # fmt: skip


def _of_room(house: House, row: dict[str, Any]) -> Thing:
    count = len(house.numbers("booking", row["id"]))
    sub = say("另有 %1 条规则", count) if count else say("跟全部场地一样")
    return Thing(f"booking:{_ROOM}:{row['id']}", named(row), sub, icon_name=row["icon"])


def _kind(kind: str) -> str:
    return say(_KINDS[kind]) if kind in _KINDS else kind


def _parts(key: str) -> tuple[str, str, str]:
    topic, of, which = (*key.split(":", 2), "", "")[:3]
    return topic, of, which


def _target(key: str) -> dict[str, Any]:
    topic, of, which = _parts(key)
    return {"topic": Topic(topic)} | ({of: which} if of else {})


def _settings(topic: str, of: str) -> Sequence[Setting]:
    return {_CARD: LOAN_OF_CARD, _COPY: LOAN_OF_KIND}.get(of) or SETTINGS[topic]


def _own(house: House, key: str) -> dict[str, Any]:
    topic, of, which = _parts(key)
    if of in (_CARD, _COPY):
        layers = house.numbers(topic, "station").get("cards" if of == _CARD else "kinds", {})
        return dict(layers.get(which, {}))
    return house.numbers(topic, which or "station")


def _above(house: House, key: str) -> dict[str, Any]:
    """What counts where it says nothing itself."""
    topic, of, _ = _parts(key)
    return {**_USUAL[topic], **(house.numbers(topic, "station") if of else {})}


def _row(one: Setting, own: Mapping[str, Any], above: Mapping[str, Any], *, is_own: bool) -> SettingRow:
    english, says = language() == "en", one.key in own
    note = say("这里另定") if says and not is_own else ""
    return SettingRow(
        one.key, one.label_en if english else one.label, _KIND[one.kind], own.get(one.key, above.get(one.key)),
        unit=one.unit_en if english else one.unit, hint=say("空着就是不限") if one.free else "", note=note, own=says or is_own,
        drops=says and not is_own,
        options=tuple((value, in_english if english else words) for value, words, in_english in one.choices),
    )  # fmt: skip
