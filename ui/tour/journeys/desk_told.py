"""待通知: who is called, what is said, ticked when they know."""

from typing import Any

from kiosk.commands.base import from_fields
from kiosk.commands.desk import RequestsToDecide
from ui.tour.journey import Drive, journey
from ui.tour.journeys.desk import sign_in_as

_WHY = "那天社区有公共活动，抱歉让您白跑了。"


def _decide(station: Any) -> None:
    """Three requests are decided, and somebody asks to be called back."""
    clerk = station.find_actor("manager")
    agreed, declined, other = (row.booking for row in station.ask(RequestsToDecide(), clerk)[:3])
    for kind, fields in (
        ("approve_booking", {"booking": agreed}),
        ("reject_booking", {"booking": declined, "why": _WHY}),
        ("approve_booking", {"booking": other}),
    ):
        station.do(from_fields(kind, fields), clerk)
    message = {"item": "gaoling", "mode": "callback", "phone": "13812341234"}
    station.do(from_fields("open_ticket", message))


@journey("desk_told", who="desk")
def told(desk: Drive) -> None:
    """Look at the phone, call, tick; nobody answers; tomorrow's bookings; one is fetched back."""
    sign_in_as(desk, "manager")
    desk.at_station(_decide)
    desk.tap("待通知")
    desk.waits_for("预约同意了", "Room approved")
    desk.shot()
    desk.hit("Return")
    assert not desk.can("看电话")
    desk.shot()
    desk.hit("Y")
    desk.waits_for("预约没同意", "Room declined")
    desk.hit("N")
    desk.waits_for("1 次没打通", "No answer: 1")
    desk.shot()
    desk.tap("打印名单")
    desk.tap("图书逾期")
    desk.shot()
    desk.tap("告诉过的")
    desk.sees("这两周告诉过的")
    desk.shot()
    desk.tap("还没告诉，放回去")
    desk.sees("这两周还没有")


@journey("desk_announcement", who="desk")
def announcement(desk: Drive) -> None:
    """Put one up for everybody, take it down, put it back."""
    sign_in_as(desk, "clerk")
    desk.tap("待通知")
    desk.tap("公告")
    desk.sees("还没有公告")
    desk.shot()
    desk.hit("N")
    desk.write("周六上午义诊，在一楼大厅", into="公告")
    desk.write("Free check-ups on Saturday morning", into="英文公告")
    desk.shot()
    desk.tap("确定")
    desk.tap("周六上午义诊，在一楼大厅")
    desk.shot()
    desk.tap("撤下")
    desk.waits_for("已撤下", "Taken down")
    desk.tap("恢复")
    desk.waits_for("正在显示", "Shown now")
    desk.shot()
