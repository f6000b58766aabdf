"""The station's terminals as the hub last saw them, and shutting one out."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from kiosk.commands.house import RevokeTerminal
from ui import context
from ui.viewmodels.days import clock_words, relative_day, short_day
from ui.viewmodels.desk.fields import Action
from ui.viewmodels.desk.rows import lasting
from ui.viewmodels.desk.stationset.house import House, row_of
from ui.viewmodels.desk.stationset.rows import SettingRow, Thing
from ui.viewmodels.desk.stationset.section import Chosen, ReadHouse, Section
from ui.viewmodels.scanners import ScannerNow, Scanners, name_words
from ui.words import say

_ROLES = {"kiosk": "自助机", "desk": "前台", "stand": "签到台", "board": "叫号屏"}
_QUIET_SECONDS = 10 * 60
_DAY_SECONDS = 24 * 3600
_CLOCK_SECONDS = 60


class Terminals(Section):
    key, words, icon = "terminals", "终端", "monitor"

    def things(self, house: House) -> Sequence[Thing]:
        ordered = sorted(house.terminals, key=lambda row: (row["revoked"], row["id"]))
        return [
            Thing(row["id"], _name(row), _state(house, row), "muted" if row["revoked"] else "")
            for row in ordered
        ]

    def rows(self, house: House, key: str) -> Sequence[SettingRow]:
        row = row_of(house.terminals, key)
        if not row:
            return ()
        seen = _seen(house, key)
        facts = {
            "letter": (say("号码字母"), (seen.letter if seen else None) or row["id"]),
            "role": (say("做什么用"), say(_ROLES.get(row["role"], row["role"]))),
            "place": (say("在哪里"), row["place"] or say("没有写")),
            "seen": (say("最近联系"), _when(house, seen)),
            "clock": (say("时钟"), _clock(seen)),
            "waiting": (say("等着发送"), _waiting(house, key)),
            "version": (say("程序版本"), (seen.version if seen else "") or say("还不知道")),
        }
        if key == house.own:
            plugged = enumerate(Scanners.the().now())
            facts |= {f"scanner{n}": (name_words(one), _scanner(one)) for n, one in plugged}
        return [SettingRow(name, words, "read", value) for name, (words, value) in facts.items()]

    def actions(self, house: ReadHouse, chosen: Chosen, is_open: Callable[[], bool]) -> Sequence[Action]:
        def can_go() -> bool:
            row = row_of(house().terminals, chosen())
            return is_open() and bool(row) and not row["revoked"] and row["id"] != house().own

        return (
            Action(
                "revoke_terminal", "停用这台终端", RevokeTerminal, offered=can_go, icon="ban", tone="error", told="停用了",
                fixed=lambda: {"terminal": chosen()},
                confirm="停用后主机不再收它的任何东西，它还没发出来的就丢了，也不能撤销。丢了或被偷时才这样做。",
            ),
        )  # fmt: skip


def _name(row: dict[str, Any]) -> str:
    return f"{row['id']} · {say(_ROLES.get(row['role'], row['role']))}"


def _state(house: House, row: dict[str, Any]) -> str:
    if row["revoked"]:
        return say("已被停用")
    return say("这一台") if row["id"] == house.own else _when(house, _seen(house, row["id"]))


def _seen(house: House, key: str) -> Any:
    """Of its homes the one that was here last."""
    of = [one for one in house.seen or () if one.terminal == key]
    return max(of, key=lambda one: (one.last_seen or datetime.min, one.id), default=None)


def _when(house: House, seen: Any) -> str:
    if house.seen is None:
        return say("主机不在，看不到")
    if seen is None or seen.last_seen is None:
        return say("还没有联系过")
    now = context.current().clock()
    ago = (now - seen.last_seen).total_seconds()
    if ago < _QUIET_SECONDS:
        return say("刚刚还在")
    if ago < _DAY_SECONDS:
        return say("%1没有联系了", lasting(seen.last_seen, now))
    return say("%1 起没有联系了", short_day(seen.last_seen.date()))


def _scanner(one: ScannerNow) -> str:
    """Whether it is there, since when, and its last scan; of a keyboard the last scan alone."""
    now = context.current().clock()
    last = say("上次扫码 %1", _moment(one.last_scan, now)) if one.last_scan else say("还没有扫过码")
    if one.state is None:
        return last
    if not one.state.is_ready:
        return say("%1 起没连上", _moment(one.state.since, now))
    return " · ".join((say("连上了"), last))


def _moment(moment: datetime, now: datetime) -> str:
    return f"{relative_day(moment.date(), now.date())} {clock_words(moment)}"


def _clock(seen: Any) -> str:
    if seen is None or seen.clock_ahead is None:
        return say("还不知道")
    if abs(seen.clock_ahead) < _CLOCK_SECONDS:
        return say("准")
    minutes = abs(seen.clock_ahead) // 60
    return say("快 %1 分钟", minutes) if seen.clock_ahead > 0 else say("慢 %1 分钟", minutes)


def _waiting(house: House, key: str) -> str:
    """Nobody else knows what a terminal still holds."""
    return say("%1 件", house.waiting) if key == house.own else say("只有它自己知道")
