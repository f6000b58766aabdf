"""Rooms and courts, and the rules of who may book each."""

from collections.abc import Callable, Sequence
from typing import Any

from kiosk.commands.base import Command
from kiosk.commands.house import AddRoom, ChangeRoom
from kiosk.commands.house import Thing as Equipment
from ui.viewmodels.desk.fields import Action, Field
from ui.viewmodels.desk.stationset.house import House, named, row_of
from ui.viewmodels.desk.stationset.rows import SettingRow, Thing
from ui.viewmodels.desk.stationset.section import Chosen, ReadHouse, Section
from ui.words import say

_NEW = (
    Field("name", "名称", maximum=30),
    Field("name_en", "英文名称", required=False, maximum=60),
    Field("code", "代号", hint="小写字母和数字，例如 shufa", maximum=20),
    Field("seats", "最多人数", "number", default="10"),
    Field("bookable", "可以预约", "switch", default="yes"),
)


class Rooms(Section):
    key, words, icon = "rooms", "房间和场地", "building"

    def things(self, house: House) -> Sequence[Thing]:
        return [
            Thing(row["id"], named(row), _state(row), "" if row["active"] else "muted", icon_name=row["icon"])
            for row in sorted(house.rooms, key=lambda row: not row["active"])
        ]

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        room = row_of(house.rooms, key)
        if not room:
            return ()
        wholes = [(row["code"], named(row)) for row in house.rooms if row["active"] and row["id"] != key]
        return (
            SettingRow("name", say("名称"), raw=room["name"], heading=say("代号 %1", room["code"])),
            SettingRow("name_en", say("英文名称"), raw=room["name_en"]),
            SettingRow("seats", say("最多人数"), "number", room["seats"], unit=say("人")),
            SettingRow("area_m2", say("面积"), "number", _plain(room["area_m2"]), unit=say("平方米")),
            SettingRow("bookable", say("可以预约"), "switch", room["bookable"]),
            SettingRow("indoor", say("室内"), "switch", room["indoor"]),
            SettingRow(
                "part_of", say("属于哪个大场地"), "choice", room["part_of"] or "",
                options=(("", say("独立")), *wholes), note=say("大场地被约了，里面的也约不了"),
            ),
            SettingRow(
                "equipment", say("设备"), "things", room["equipment"], hint=say("每行写：名称 | 英文 | 数量")
            ),
            SettingRow("about", say("说明"), raw=room["about"]),
            SettingRow("about_en", say("英文说明"), raw=room["about_en"]),
            SettingRow("way", say("怎么走"), raw=room["way"]),
            SettingRow("way_en", say("英文怎么走"), raw=room["way_en"]),
        )  # fmt: skip

    def save(self, house: House, key: str, row: SettingRow, value: Any) -> Command:
        if row.name == "equipment":
            value = tuple(Equipment(**one) for one in value)
        if row.name == "area_m2":
            value = float(value or 0)
        return ChangeRoom(room=key, **{row.name: value})

    def actions(self, house: ReadHouse, chosen: Chosen, is_open: Callable[[], bool]) -> Sequence[Action]:
        def active() -> bool | None:
            return row_of(house().rooms, chosen()).get("active") if is_open() else None

        return (
            Action("add_room", "加一个场地", AddRoom, _NEW, offered=is_open, icon="plus", told="加好了"),
            Action(
                "retire_room", "停用这个场地", ChangeRoom, offered=lambda: active() is True, icon="ban", told="停用了",
                fixed=lambda: {"room": chosen(), "active": False},
                confirm="停用后不能再约，已经约好的不变。随时可以恢复。",
            ),
            Action(
                "revive_room", "恢复这个场地", ChangeRoom, offered=lambda: active() is False, icon="rotate-cw",
                told="恢复了", fixed=lambda: {"room": chosen(), "active": True},
            ),
        )  # fmt: skip


def _plain(size: float | None) -> int | float | None:
    return int(size) if size is not None and size == int(size) else size


def _state(row: dict[str, Any]) -> str:
    if not row["active"]:
        return say("不再使用")
    return say("%1 人 · 可约", row["seats"]) if row["bookable"] else say("%1 人", row["seats"])
