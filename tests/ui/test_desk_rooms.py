"""Rooms at the desk as an operator presses them: the week, a booking decided, found, moved, made; the ledger."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.base import KINDS, spec_of
from kiosk.commands.records import Equipment
from kiosk.commands.station import Listing
from kiosk.domain.states import Role
from tests.ui.conftest import OpenDesk, listed
from ui.tour.journey import Drive
from ui.viewmodels.desk.compound import WrongPart
from ui.viewmodels.desk.rooms import bookings as page
from ui.viewmodels.desk.rooms.bookings import Bookings
from ui.viewmodels.desk.rooms.repeat import RepeatField
from ui.viewmodels.desk.rooms.strikes import Strikes
from ui.viewmodels.desk.rooms.things import ThingsField
from ui.viewmodels.desk.rooms.week import Week

REQUEST = {
    "room": "huiyishi", "date": "2026-11-30", "start": "14:00", "end": "15:30",
    "party": {"kind": "group", "name": "银龄读书会"}, "contact_name": "张小明", "contact_phone": "13812341234",
    "purpose": "读书", "people": 12,
}  # fmt: skip
SEARCH = "号码、谁用、联系人、电话后四位"


def latest(desk: Drive, what: str = "bookings") -> dict[str, Any]:
    found: list[Any] = []
    desk.at_station(lambda station: found.extend(station.ask(Listing(what=what))))
    return dict(found[-1])


def test_a_party_is_found_by_its_phone_and_approved_by_one_key(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    desk.hit("Ctrl+3")
    desk.tap("全部预约")
    desk.write("1234", into=SEARCH)
    desk.hit("Down")
    desk.sees("13812341234")
    desk.hit("Y")
    desk.sees("已通过")
    assert latest(desk)["status"] == "approved"


def test_the_week_opens_who_is_there_and_takes_what_is_free(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    desk.hit("Ctrl+3")
    desk.tap("周历")
    desk.hit("PageDown")
    desk.tap("党群会议室")
    desk.tap("14:00–15:30 周一 30 银龄读书会")
    desk.sees("张小明")
    desk.hit("Right")
    desk.hit("B")
    desk.write("装空调", into="写在日历上")
    desk.tap("确定")
    block = latest(desk, "occupations")
    assert (block["date"], block["start"], block["end"], block["title"]) == (
        "2026-12-01",
        "14:00",
        "15:30",
        "装空调",
    )
    desk.tap("放开这个时间")
    assert not latest(desk, "occupations")["live"]


def test_who_is_declined_may_be_offered_another_time_instead(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    desk.hit("Ctrl+3")
    Bookings.the().seek(latest(desk)["number"])
    desk.sees("张小明")
    desk.hit("R")
    desk.sees("或者换成")
    desk.tap(Bookings.the()._instead[0])
    moved = latest(desk)
    assert moved["status"] == "requested" and (moved["date"], moved["start"]) != ("2026-11-30", "14:00")


def test_a_booking_made_at_the_desk_says_what_is_wrong_and_keeps_what_was_typed(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    desk.hit("Ctrl+3")
    desk.hit("N")
    form = Week.the()._making
    values = {
        "room": "huiyishi",
        "date": "2026-11-30",
        "start": "14:00",
        "end": "15:30",
        "party.name": "棋社",
        "people": "8",
    }
    for name, value in values.items():
        form.fill(name, value)
    desk.sees("14:00–15:30 待审核")
    form.fill("contact_phone", "13800005678")
    desk.tap("确定")
    desk.sees("刚被别人约了")
    form.fill("start", "15:30")
    form.fill("end", "17:00")
    desk.tap("确定")
    assert (latest(desk)["start"], latest(desk)["status"]) == ("15:30", "requested")


def test_a_booking_comes_back_on_chosen_weekdays_with_the_rooms_equipment(front: OpenDesk) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    desk.hit("Ctrl+3")
    desk.tap("周历")
    desk.tap("重复预约")
    form = Week.the()._making
    for name, value in {"room": "huiyishi", "date": "2026-11-30", "start": "14:00", "end": "15:30"}.items():
        form.fill(name, value)
    desk.sees("4 天里约得上 3 天")
    desk.tap("多一点：每几周")
    desk.tap("周三")
    desk.tap("到某一天")
    desk.write("12-17", into="最后一天")
    desk.sees("4 天里约得上 3 天")
    desk.sees("12月16日 周三 约得上")
    desk.tap("投影")
    desk.tap("多一点：话筒（共 2）")
    for name, value in {"party.name": "棋社", "people": "8", "contact_phone": "13800005678"}.items():
        form.fill(name, value)
    desk.tap("确定")
    desk.sees("有 1 天没约上")
    found = [row for row in listed(desk, "bookings") if row["party"] == "棋社"]
    assert [row["date"] for row in found] == ["2026-12-02", "2026-12-14", "2026-12-16"]
    assert all(row["equipment"] == {"投影": 1, "话筒": 1} for row in found)


def test_what_is_repeated_follows_its_date_until_it_is_chosen(front: OpenDesk) -> None:
    front("")  # words go by its language and its day
    field, values = RepeatField(), {"date": "2026-11-30"}
    assert field.sent("", values) == field.sent("FREQ=DAILY", values) == "FREQ=WEEKLY;BYDAY=MO;COUNT=4"
    text = field.change("", "every", "nth", values)
    assert field.sent(text, values) == "FREQ=MONTHLY;BYDAY=-1MO;COUNT=4"
    assert field.sent(text, {"date": "2026-12-09"}) == "FREQ=MONTHLY;BYDAY=2WE;COUNT=4"
    for changes in (
        {"days": "0"},
        {"end": "until", "until": "12-40"},
        {"end": "until", "until": "2026-11-01"},
    ):
        wrong = ""
        for part, value in changes.items():
            wrong = field.change(wrong, part, value, values)
        with pytest.raises(WrongPart):
            field.sent(wrong, values)


def test_of_equipment_only_what_the_rooms_have_is_asked_for(front: OpenDesk) -> None:
    front("")
    there = {"a": [Equipment("话筒", "", 2)], "b": [Equipment("话筒", "", 1), Equipment("投影", "")]}
    field = ThingsField(lambda codes: [one for code in codes for one in there.get(code, ())])
    both = {"room": "a", "also": "b"}
    text = field.change(field.change("", "话筒", "3", both), "投影", "1", both)
    assert field.sent(text, both) == [{"name": "投影", "count": 1}, {"name": "话筒", "count": 3}]
    assert field.sent(text, {"room": "a"}) == [{"name": "话筒", "count": 2}]
    assert field.sent(text, {"room": "c"}) is None and not field.parts(text, {})


def test_the_rooms_calendar_is_saved_as_a_file(
    front: OpenDesk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = front("clerk", ("request_booking", REQUEST))
    monkeypatch.setattr(page, "user_documents_path", lambda: tmp_path / "papers")
    desk.hit("Ctrl+3")
    desk.tap("周历")
    desk.tap("存日历")
    desk.sees("存好了")
    (saved,) = (tmp_path / "papers").iterdir()
    assert "银龄读书会" in saved.read_text("utf-8")


def test_every_command_about_rooms_that_staff_may_send_has_its_button(front: OpenDesk) -> None:
    front("manager")
    files = {"bookings", "booking_changes", "booking_series", "integrity"}
    wanted = {
        kind
        for kind, command in KINDS.items()
        if command.__module__.rpartition(".")[2] in files and spec_of(command).by & {Role.CLERK, Role.MANAGER}
    }
    books = [Bookings.the()._actions, Week.the()._making, Week.the()._block_actions, Strikes.the()._actions]
    offered = {spec_of(action.command).kind for book in books for action in book.all}
    assert wanted - offered == {"reject_booking"} - offered  # it has a dialog of its own
