"""Opening hours of the station, its counters, the library, and of rooms that have their own."""

from collections.abc import Sequence
from typing import Any

from kiosk.commands.base import Command
from kiosk.commands.rules import SetHours
from kiosk.domain.states import HoursOf
from ui.viewmodels.desk.stationset.house import House, named, row_of
from ui.viewmodels.desk.stationset.rows import SettingRow, Thing
from ui.viewmodels.desk.stationset.section import Section
from ui.words import say

_WHOSE = {HoursOf.STATION: "驿站", HoursOf.COUNTER: "办事窗口", HoursOf.LIBRARY: "图书"}
_DAYS = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_HOLIDAYS, _FOLLOWS = "holidays", "follows"


class OpeningHours(Section):
    key, words, icon = "hours", "开放时间", "clock"

    def things(self, house: House) -> Sequence[Thing]:
        return [_thing(house, one) for one in house.hours]

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        one = _chosen(house, key)
        if not one:
            return ()
        hours, is_room = _hours(house, one), one["whose"] == HoursOf.ROOM
        hint = say("空着就是不开门")
        days = [
            SettingRow(str(n), say(day), "spans", _on(hours, str(n)), hint=hint, note="")
            for n, day in enumerate(_DAYS, 1)
        ]
        holidays = SettingRow(
            _HOLIDAYS, say("法定节假日"), "spans", hours.get(_HOLIDAYS), own=_HOLIDAYS in hours,
            drops=_HOLIDAYS in hours, hint=say("和平时一样") if _HOLIDAYS not in hours else hint,
        )  # fmt: skip
        follows = SettingRow(_FOLLOWS, say("跟驿站一样"), "switch", one["hours"] is None)
        return [*([follows] if is_room else []), *days, holidays]

    def save(self, house: House, key: str, row: SettingRow, value: Any) -> Command:
        one = _chosen(house, key)
        hours = _spelt_out(_hours(house, one))
        if row.name == _FOLLOWS:
            return _set(one, None if value else hours)
        return _set(one, hours | {row.name: tuple(value or ())})

    def drop(self, house: House, key: str, row: SettingRow) -> Command | None:
        one = _chosen(house, key)
        hours = _spelt_out(_hours(house, one))
        return _set(one, {day: spans for day, spans in hours.items() if day != row.name})


def _thing(house: House, one: dict[str, Any]) -> Thing:
    if one["room"] is None:
        return Thing(one["whose"], say(_WHOSE[one["whose"]]), _today(_hours(house, one)))
    room = row_of(house.rooms, one["room"], by="code")
    sub = say("跟驿站一样") if one["hours"] is None else _today(one["hours"])
    return Thing(f"room:{one['room']}", named(room), sub, icon_name=room.get("icon", ""))


def _today(hours: dict[str, list[str]]) -> str:
    """Monday's, which mostly are everyday's."""
    spans = _on(hours, "1")
    return ", ".join(span.replace("-", "–") for span in spans) or say("周一不开门")


def _chosen(house: House, key: str) -> dict[str, Any]:
    whose, _, room = key.partition(":")
    return next((one for one in house.hours if one["whose"] == whose and (one["room"] or "") == room), {})


def _hours(house: House, one: dict[str, Any]) -> dict[str, list[str]]:
    """Its own, else the station's."""
    station: dict[str, list[str]] = row_of(house.hours, HoursOf.STATION, by="whose")["hours"]
    return one["hours"] if one["hours"] is not None else station


def _on(hours: dict[str, list[str]], day: str) -> list[str]:
    return list(hours.get(day, hours.get("every_day", [])))


def _spelt_out(hours: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    """A line for each weekday: everyday's is not changed with one of them."""
    days = {str(n): tuple(_on(hours, str(n))) for n in range(1, 8)}
    kept = {name: tuple(hours[name]) for name in (_HOLIDAYS, "closed") if name in hours}
    return days | kept


def _set(one: dict[str, Any], hours: dict[str, tuple[str, ...]] | None) -> Command:
    return SetHours(whose=HoursOf(one["whose"]), room=one["room"], hours=hours)
