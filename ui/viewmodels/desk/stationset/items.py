"""Service items: what the counter does. Their forms are drawn in the editor beside."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.commands.base import Command
from kiosk.commands.house import AddServiceItem, ChangeServiceItem, Paper
from kiosk.domain.palette import PALETTE
from kiosk.domain.states import Mode
from ui.viewmodels.desk.fields import Action, Field
from ui.viewmodels.desk.stationset.house import House, named, row_of
from ui.viewmodels.desk.stationset.rows import SettingRow, Thing
from ui.viewmodels.desk.stationset.section import Chosen, ReadHouse, Section
from ui.words import say

_MODES = {Mode.COUNTER: "到窗口办", Mode.ERRAND: "跑腿代办", Mode.HOME_VISIT: "上门服务"}


class Items(Section):
    key, words, icon = "items", "办事事项", "file-text"

    def things(self, house: House) -> Sequence[Thing]:
        areas = {row["code"]: row for row in house.areas}
        place = {code: n for n, code in enumerate(areas)}
        ordered = sorted(house.items, key=lambda row: (not row["active"], place.get(row["area"], len(place))))
        return [
            Thing(
                row["id"], named(row), named(areas.get(row["area"], {})) if row["active"] else say("已停办"),
                "" if row["active"] else "muted", colour=PALETTE.get(areas.get(row["area"], {}).get("colour", ""), ""),
            )
            for row in ordered
        ]  # fmt: skip

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        item = row_of(house.items, key)
        if not item:
            return ()
        modes = tuple((mode.value, say(words)) for mode, words in _MODES.items())
        areas = tuple((row["code"], named(row)) for row in house.areas)
        return (
            SettingRow("name", say("名称"), raw=item["name"], heading=say("代号 %1", item["code"])),
            SettingRow("name_en", say("英文名称"), raw=item["name_en"]),
            SettingRow("area", say("办事区"), "choice", item["area"], options=areas),
            SettingRow("modes", say("办理方式"), "choices", item["modes"], options=modes),
            SettingRow(
                "promised_days", say("承诺办结"), "number", item["promised_days"], unit=say("个工作日")
            ),
            SettingRow("minutes", say("窗口一般要"), "number", item["minutes"], unit=say("分钟")),
            SettingRow(
                "materials",
                say("要带的材料"),
                "papers",
                item["materials"],
                hint=say("每行写：名称 | 英文 | 选带"),
            ),
            SettingRow("short", say("小票上的短名"), raw=item["short"], note=say("最多 8 个字")),
            SettingRow("short_en", say("英文短名"), raw=item["short_en"]),
            SettingRow("about", say("说明"), raw=item["about"]),
            SettingRow("about_en", say("英文说明"), raw=item["about_en"]),
            SettingRow("guide", say("取号前的提示"), raw=item["guide"]),
            SettingRow("guide_en", say("英文提示"), raw=item["guide_en"]),
        )

    def save(self, house: House, key: str, row: SettingRow, value: Any) -> Command:
        if row.name == "materials":
            value = tuple(Paper(**one) for one in value)
        if row.name == "modes":
            value = tuple(Mode(mode) for mode in value)
        return ChangeServiceItem(item=key, **{row.name: value})

    def actions(self, house: ReadHouse, chosen: Chosen, is_open: Callable[[], bool]) -> Sequence[Action]:
        def active() -> bool | None:
            return row_of(house().items, chosen()).get("active") if is_open() else None

        new = (
            Field("name", "名称", maximum=30),
            Field("name_en", "英文名称", required=False, maximum=60),
            Field("code", "代号", hint="小写字母和数字，例如 shufa", maximum=20),
            Field(
                "area",
                "办事区",
                "choice",
                options=lambda: [(row["code"], named(row)) for row in house().areas],
            ),
            Field("promised_days", "承诺几个工作日", "number", default="5"),
        )
        return (
            Action("add_item", "加一件事", AddServiceItem, new, offered=is_open, icon="plus", told="加好了"),
            Action(
                "stop_item", "停办这件事", ChangeServiceItem, offered=lambda: active() is True, icon="ban", told="停办了",
                fixed=lambda: {"item": chosen(), "active": False}, confirm="停办后不能再取号，已经取的号照办。随时可以恢复。",
            ),
            Action(
                "revive_item", "恢复这件事", ChangeServiceItem, offered=lambda: active() is False, icon="rotate-cw",
                told="恢复了", fixed=lambda: {"item": chosen(), "active": True},
            ),
        )  # fmt: skip
