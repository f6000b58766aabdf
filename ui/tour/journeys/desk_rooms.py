"""Rooms at the desk: the week, a booking decided, moved and made anew, the ledger of strikes."""

from datetime import timedelta
from typing import Any

from kiosk.commands.base import from_fields
from ui import context
from ui.tour.journey import Drive, journey
from ui.tour.journeys.desk import sign_in_as


@journey("desk_week", who="desk")
def week(desk: Drive) -> None:
    """All rooms, a day of one, one room's week, its booking beside; a time blocked; another week picked."""
    sign_in_as(desk, "clerk")
    desk.tap("预约")
    desk.shot()
    desk.tap("周历")
    desk.sees("党群会议室", "Meeting room")
    desk.shot()
    desk.hit("Right")
    desk.hit("Down")
    desk.shot()
    desk.hit("Return")
    desk.hit("Right")
    desk.shot()
    desk.hit("B")
    desk.write("空调检修", into="写在日历上")
    desk.shot()
    desk.hit("Ctrl+Return")
    desk.shot()
    desk.tap("挑日子")
    desk.shot()
    desk.hit("Escape")
    desk.hit("PageDown")
    desk.shot()


@journey("desk_booking", who="desk")
def booking(desk: Drive) -> None:
    """Found while typing, approved by one key, moved; a new one made at the desk, a series looked at before."""
    sign_in_as(desk, "clerk")
    desk.tap("预约")
    desk.tap("全部预约")
    desk.hit("/")
    desk.write("银龄", into="号码、谁用、联系人、电话后四位")
    desk.hit("Down")
    desk.sees("经过")
    desk.shot()
    desk.tap("等您决定")
    before = desk.touches
    desk.hit("Y")
    assert desk.touches - before <= 2
    desk.shot()
    desk.hit("R")
    desk.sees("或者换成")
    desk.shot()
    desk.hit("Escape")
    desk.tap("改时间房间")
    desk.shot()
    desk.hit("Escape")
    desk.tap("周历")
    desk.hit("PageDown")
    desk.tap("党群会议室", "Meeting room")
    desk.hit("Down")
    desk.hit("N")
    desk.tap("多一点：话筒（共 2）", "More: Microphone (2 there)")
    desk.shot()
    desk.hit("Escape")
    desk.hit("Return")
    desk.tap("重复预约")
    desk.sees("约得上", "free")
    desk.shot()
    desk.tap("多一点：每几周", "More: Weeks apart")
    desk.tap("周四")
    desk.tap("到某一天")
    desk.write("12-31", into="最后一天")
    desk.shot()
    desk.tap("每月第几个周几")
    desk.tap("最后")
    desk.shot()
    desk.hit("Escape")
    desk.at_station(_also_wanted)
    desk.tap("等您决定")
    for _ in range(5):
        desk.hit("Down")
    desk.sees("茶友会")
    desk.shot()


@journey("desk_strikes", who="desk")
def strikes(desk: Drive) -> None:
    """Who did not come, an objection noted, waived by the manager; what the calendar concerns."""
    desk.at_station(_missed)
    sign_in_as(desk)
    desk.tap("预约")
    desk.tap("失信记录")
    desk.sees("银龄读书会")
    desk.tap("银龄读书会")
    desk.shot()
    desk.tap("记下申诉")
    desk.write("那天下暴雨，公交停了", into="对方怎么说")
    desk.shot()
    desk.tap("确定")
    desk.sees("申诉待答复")
    desk.shot()
    desk.tap("免除")
    desk.tap("确定")
    desk.sees("申诉成立")
    desk.shot()
    desk.tap("假期影响")
    desk.shot()


def _also_wanted(station: Any) -> None:
    """Two want the same time: the second one waits."""
    now = context.current().clock()
    clerk = station.find_actor("clerk")
    wish = {
        "room": "dangjian", "date": (now.date() + timedelta(days=3)).isoformat(), "start": "10:00", "end": "11:30",
        "people": 8, "purpose": "下棋", "waitlist": True,
    }  # fmt: skip
    for name, phone in (("棋友会", "13812340001"), ("茶友会", "13812340002")):
        more = {"party": {"kind": "group", "name": name}, "contact_name": "张示明", "contact_phone": phone}
        station.do(from_fields("request_booking", wish | more), clerk)


def _missed(station: Any) -> None:
    """Called off late by the clerk: a strike of the club's."""
    now = context.current().clock()
    clerk = station.find_actor("clerk")
    day = (now.date() + timedelta(days=3)).isoformat()
    wish = {
        "room": "huiyishi", "date": day, "start": "08:30", "end": "10:00", "people": 12, "purpose": "读书",
        "party": {"kind": "group", "name": "银龄读书会"}, "contact_name": "张示明", "contact_phone": "13812341234",
    }  # fmt: skip
    made = station.do(from_fields("request_booking", wish), clerk)
    key = made.result["booking"]
    station.do(from_fields("approve_booking", {"booking": key}), clerk)
    station.do(from_fields("cancel_booking", {"booking": key}), clerk, now + timedelta(days=2, hours=12))
