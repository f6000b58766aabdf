"""The front desk as its operators press it: signing in, the counter, decisions, the lock."""

import pytest

from kiosk.commands.base import from_fields
from kiosk.commands.station import Listing
from kiosk.station import Station
from tests.ui.conftest import OpenDesk, listed
from ui.tour.finger import Missing
from ui.viewmodels.desk.requests import Requests

REQUEST = {
    "room": "huiyishi", "date": "2026-11-30", "start": "14:00", "end": "15:30",
    "party": {"kind": "group", "name": "银龄读书会"}, "contact_name": "张小明", "contact_phone": "13812341234",
    "purpose": "读书", "people": 12,
}  # fmt: skip


NUMBER = ("open_ticket", {"item": "gaoling"})


def test_nobody_is_let_in_without_a_name(front: OpenDesk) -> None:
    desk = front("")
    desk.tap("登录")
    desk.sees("前台登录")
    desk.write("nobody", into="登录名")
    desk.tap("登录")
    desk.sees("前台登录")


def test_one_number_is_called_served_and_ended_with_three_keys(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER, NUMBER)
    for key in ("F9", "F10", "F10"):
        desk.hit(key)
    desk.sees("窗口空着")
    desk.sees("今天已办 1 件")
    assert [row["status"] for row in listed(desk, "tickets")] == ["resolved", "waiting"]


def test_while_one_is_served_nobody_else_is_called(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER, NUMBER)
    desk.tap("叫下一位")
    with pytest.raises(Missing):
        desk.tap("叫下一位")
    desk.hit("F9")
    assert [row["status"] for row in listed(desk, "tickets")] == ["called", "waiting"]


def test_who_did_not_come_can_be_fetched_back(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER)
    desk.tap("叫下一位")
    desk.hit("F6")
    desk.tap("工单")
    desk.tap("接着办")
    assert [row["status"] for row in listed(desk, "tickets")] == ["waiting"]


def test_a_typed_number_is_called_at_the_chosen_counter(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER)
    desk.hit("Ctrl+2")
    desk.tap("2 号窗口")
    desk.write("a001", into="号码，例如 A012")
    desk.tap("叫号")
    (ticket,) = listed(desk, "tickets")
    assert (ticket["status"], ticket["counter"]) == ("called", "2")


def test_a_request_is_agreed_to_by_one_key(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    desk.sees("银龄读书会 · 张小明 · 12 人")
    desk.hit("Y")
    desk.sees("同意了")
    desk.sees("都定好了")
    assert listed(desk, "bookings")[-1]["status"] == "approved"


def test_whoever_is_declined_is_told_why(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    desk.hit("R")
    desk.write("那天装空调", into="或者自己写一句")
    desk.tap("这样回复")
    booking = listed(desk, "bookings")[-1]
    assert (booking["status"], booking["why"]) == ("rejected", "那天装空调")


def test_what_a_colleague_decided_meanwhile_is_said(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    booking = listed(desk, "bookings")[-1]["id"]
    desk.at_station(_approve_all)
    Requests.the().reject_now(booking, "那天装空调")  # pressed before the news came
    desk.sees("已通过")
    desk.sees("同事 ")


def _approve_all(station: Station) -> None:
    for row in station.ask(Listing(what="bookings")):
        station.do(from_fields("approve_booking", {"booking": row["id"]}), station.find_actor("manager"))


def test_letters_typed_into_a_field_decide_nothing(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    desk.hit("Ctrl+3")
    desk.hit("R")
    desk.tap("或者自己写一句")
    desk.hit("Y")
    assert listed(desk, "bookings")[-1]["status"] == "requested"


def test_a_librarian_sees_no_counter(front: OpenDesk) -> None:
    desk = front("librarian")
    desk.sees("今日")
    assert not desk.can("工单")


def test_the_lock_keeps_what_is_open(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER)
    desk.hit("Ctrl+2")
    desk.hit("Ctrl+L")
    assert not desk.can("叫下一位")
    desk.tap("登录")
    assert desk.can("叫下一位") and desk.can("2 号窗口")


def test_who_signs_out_leaves_nothing_on_the_screen(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    desk.tap("退出登录")
    desk.sees("前台登录")
    assert not any("张小明" in text for text in desk._finger.texts())
