"""Counters that people are called to, and areas that errands are sorted into."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.commands.base import Command
from kiosk.commands.house import AddArea, AddConsent, AddCounter, ChangeArea, ChangeCounter, ChangeStation
from kiosk.domain.palette import PALETTE
from ui.viewmodels.desk.fields import Action, Field
from ui.viewmodels.desk.stationset.house import House, named, row_of
from ui.viewmodels.desk.stationset.rows import SettingRow, Thing
from ui.viewmodels.desk.stationset.section import Chosen, ReadHouse, Section
from ui.words import say

_COLOURS = {
    "red": "红", "green": "绿", "blue": "蓝", "teal": "青", "orange": "橙", "amber": "褐", "purple": "紫",
}  # fmt: skip
_ICONS = {
    "heart-pulse": "健康", "hand-heart": "关爱", "flag": "党旗", "stamp": "印章", "bike": "跑腿", "house": "上门",
    "message-square-text": "诉求", "baby": "儿童", "briefcase": "就业", "school": "学校", "landmark": "政务",
    "users": "邻里", "star": "其他",
}  # fmt: skip
_NAMES = (Field("name", "名称", maximum=30), Field("name_en", "英文名称", required=False, maximum=60))


class Identity(Section):
    key, words, icon = "identity", "名称和电话", "landmark"

    def things(self, house: House) -> Sequence[Thing]:
        return [Thing(row["id"], named(row), row["phone"]) for row in house.station]

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        row = row_of(house.station, key)
        if not row:
            return ()
        return (
            SettingRow("name", say("名称"), raw=row["name"]),
            SettingRow("name_en", say("英文名称"), raw=row["name_en"]),
            SettingRow(
                "short_name", say("简称"), raw=row["short_name"], note=say("小票和前台上写，最多 10 个字")
            ),
            SettingRow("address", say("地址"), raw=row["address"]),
            SettingRow(
                "phone", say("电话"), raw=row["phone"], note=say("没人应叫人帮忙时，屏幕请居民打这个电话")
            ),
        )

    def save(self, house: House, key: str, row: SettingRow, value: Any) -> Command:
        return ChangeStation(**{row.name: value})


class Counters(Section):
    key, words, icon = "counters", "办事窗口", "concierge-bell"

    def things(self, house: House) -> Sequence[Thing]:
        return [
            Thing(
                row["id"], named(row), "" if row["active"] else say("已关"), "" if row["active"] else "muted"
            )
            for row in sorted(house.counters, key=lambda row: not row["active"])
        ]

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        row = row_of(house.counters, key)
        if not row:
            return ()
        return (
            SettingRow("name", say("名称"), raw=row["name"], heading=say("代号 %1", row["code"])),
            SettingRow("name_en", say("英文名称"), raw=row["name_en"]),
            SettingRow("active", say("开着"), "switch", row["active"], note=say("关了就不再往这里叫号")),
        )

    def save(self, house: House, key: str, row: SettingRow, value: Any) -> Command:
        return ChangeCounter(counter=key, **{row.name: value})

    def actions(self, house: ReadHouse, chosen: Chosen, is_open: Callable[[], bool]) -> Sequence[Action]:
        code = Field("code", "代号", hint="例如 3", maximum=20)
        new = (code, *_NAMES)
        return (
            Action("add_counter", "加一个窗口", AddCounter, new, offered=is_open, icon="plus", told="加好了"),
        )


class Areas(Section):
    key, words, icon = "areas", "分类和颜色", "layout-grid"

    def things(self, house: House) -> Sequence[Thing]:
        return [
            Thing(
                row["id"],
                named(row),
                named(row, "about"),
                colour=PALETTE.get(row["colour"], ""),
                icon_name=row["icon"],
            )
            for row in house.areas
        ]

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        row = row_of(house.areas, key)
        if not row:
            return ()
        icons = {**_ICONS} if row["icon"] in _ICONS else {row["icon"]: "现在的", **_ICONS}
        return (
            SettingRow("name", say("名称"), raw=row["name"], heading=say("代号 %1", row["code"])),
            SettingRow("name_en", say("英文名称"), raw=row["name_en"]),
            SettingRow("about", say("说明"), raw=row["about"]),
            SettingRow("about_en", say("英文说明"), raw=row["about_en"]),
            SettingRow("colour", say("颜色"), "colours", row["colour"], options=_words(_COLOURS)),
            SettingRow("icon", say("图标"), "icons", row["icon"], options=_words(icons)),
        )

    def save(self, house: House, key: str, row: SettingRow, value: Any) -> Command:
        return ChangeArea(area=key, **{row.name: value})

    def actions(self, house: ReadHouse, chosen: Chosen, is_open: Callable[[], bool]) -> Sequence[Action]:
        new = (
            *_NAMES,
            Field("code", "代号", hint="小写字母和数字，例如 shufa", maximum=20),
            Field("colour", "颜色", "choice", options=tuple(_COLOURS.items()), default="red"),
        )
        return (Action("add_area", "加一个分类", AddArea, new, offered=is_open, icon="plus", told="加好了"),)


class Texts(Section):
    key, words, icon = "texts", "告知文本", "file-check"

    def things(self, house: House) -> Sequence[Thing]:
        newest = house.consent_texts[-1]["id"] if house.consent_texts else ""
        return [
            Thing(
                row["id"],
                named(row, "title"),
                say("第 %1 版 · 现在用的", row["id"]) if row["id"] == newest else say("第 %1 版", row["id"]),
                "" if row["id"] == newest else "muted",
            )
            for row in reversed(house.consent_texts)
        ]

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        row = row_of(house.consent_texts, key)
        if not row:
            return ()
        note = say("同意过的版本不能改。要改就写新的一版。")
        return (
            SettingRow("text", say("正文"), "read", row["text"].strip(), heading=note),
            SettingRow("agree", say("同意按钮"), "read", row["agree"]),
            SettingRow("text_en", say("英文正文"), "read", row["text_en"].strip()),
            SettingRow("agree_en", say("英文同意按钮"), "read", row["agree_en"]),
        )

    def actions(self, house: ReadHouse, chosen: Chosen, is_open: Callable[[], bool]) -> Sequence[Action]:
        def now(name: str) -> Callable[[], str]:
            return lambda: str(house().consent_texts[-1][name]).strip() if house().consent_texts else ""

        fields = (
            Field("title", "标题", default=now("title"), maximum=30),
            Field("text", "正文", "long", default=now("text"), maximum=2000),
            Field("agree", "同意按钮", default=now("agree"), maximum=20),
            Field("title_en", "英文标题", required=False, default=now("title_en"), maximum=60),
            Field("text_en", "英文正文", "long", required=False, default=now("text_en"), maximum=4000),
            Field("agree_en", "英文同意按钮", required=False, default=now("agree_en"), maximum=40),
        )
        return (
            Action(
                "add_consent", "写新的一版", AddConsent, fields, offered=is_open, icon="plus", told="加好了"
            ),
        )


def _words(words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((value, say(text)) for value, text in words.items())


assert _COLOURS.keys() == PALETTE.keys()
