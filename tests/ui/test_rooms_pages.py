"""Asking for a room at the kiosk, as a person does: what can be had, what goes together, what is forgotten."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.base import from_fields
from kiosk.config import HomeFolder
from kiosk.station import Station
from kiosk.sync.exchange import Message
from kiosk.sync.messages import Decided
from tests.fakes import FakeAnswer
from tests.services.bookings import a_request
from ui import context
from ui.tour.finger import Missing
from ui.tour.journey import Drive
from ui.tour.journeys.rooms import someone_else_is_quicker
from ui.viewmodels.room_calendar import RoomCalendar
from ui.viewmodels.room_party import RoomParty
from ui.viewmodels.room_repeat import RoomRepeat
from ui.viewmodels.room_request import RoomRequest
from ui.viewmodels.room_result import RoomResult
from ui.viewmodels.room_words import SlotRow, tap_slot
from ui.viewmodels.rooms import Rooms

AT = datetime(2026, 11, 23, 9, 41)
SLOTS = [SlotRow(start, start + 90, "", "", True) for start in (510, 600, 840, 930, 1080, 1170)]
OpenKiosk = Callable[..., Drive]


class CutOff(Station):
    """The hub is away."""

    def exchange(self, message: Message | None = None) -> dict[str, Decided]:
        return {}

    def follow(self, *_: Any) -> None:
        """Nor is it found by itself."""


class Refusing(Station):
    """Answers every wish with one refusal."""

    def __init__(self, folder: HomeFolder, answer: FakeAnswer) -> None:
        super().__init__(folder, clock=lambda: AT)
        self._answer = answer

    def do(self, wish: Any, actor: Any = None, at: Any = None) -> Any:
        return self._answer


def choose_slots(drive: Drive, *spans: str) -> None:
    drive.tap("场地预约")
    drive.tap("党群会议室")
    drive.tap("11月27日 可约")
    for span in spans:
        drive.tap(f"{span} 可约")


def request_as_person(drive: Drive, phone: str = "13490000009") -> None:
    choose_slots(drive, "14:00–15:30")
    go_on_as_person(drive, phone)


def go_on_as_person(drive: Drive, phone: str = "13490000009") -> None:
    drive.tap("下一步：14:00–15:30")
    drive.tap("个人或家庭")
    drive.digits(phone)
    drive.tap("下一步")
    drive.tap("开会")
    drive.tap("下一步")
    drive.tap("同意并提交")


def test_a_day_that_is_too_soon_says_so_and_cannot_be_chosen(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("场地预约")
    drive.tap("党群会议室")
    assert drive.can("11月25日 需提前")
    with pytest.raises(Missing, match="disabled"):
        drive.tap("11月25日 需提前")
    drive.sees("需提前 3 个工作日")
    drive.sees("最早可约 11月26日 周四")


def test_a_day_after_the_longest_advance_is_not_open_yet(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    drive.tap("场地预约")
    drive.tap("党群会议室")
    assert drive.can("12月24日 未开放")


def test_slots_that_touch_are_joined_into_one_time(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30", "15:30–17:00")
    assert drive.can("下一步：14:00–17:00")
    assert RoomCalendar.the().times == (840, 1020)


def test_a_slot_apart_from_the_others_begins_anew_and_says_why(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30", "8:30–10:00")
    drive.sees("隔开的时段不能一起约，已改选 8:30–10:00。")
    assert RoomCalendar.the().times == (510, 600)


@pytest.mark.parametrize(
    ("chosen", "tapped", "left", "anew"),
    [
        ([], 840, [840], False),
        ([840], 930, [840, 930], False),
        ([930], 840, [840, 930], False),
        ([600], 840, [840], True),
        ([930], 1080, [1080], True),
        ([840, 930], 930, [840], False),
        ([840, 930], 840, [], False),
    ],
)
def test_only_slots_that_touch_go_together(
    chosen: list[int], tapped: int, left: list[int], anew: bool
) -> None:
    slot = next(slot for slot in SLOTS if slot.start == tapped)
    assert tap_slot(chosen, slot, SLOTS) == (left, anew)


def test_a_person_asks_without_typing_a_single_character(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    request_as_person(drive)
    drive.sees("已提交，待审核")
    drive.sees("主机已确认")
    assert RoomResult.the()._number


def test_a_request_that_the_hub_has_not_answered_is_shown_as_provisional(
    kiosk: OpenKiosk, tmp_path: Path
) -> None:
    drive = kiosk(lambda: CutOff(HomeFolder(tmp_path / "home"), clock=lambda: AT))
    request_as_person(drive)
    drive.sees("已提交，待审核")
    drive.sees("待确认")


def test_back_keeps_every_choice(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    drive.tap("下一步：14:00–15:30")
    drive.tap("银龄读书会")
    drive.digits("1349")
    drive.tap("返回")
    drive.tap("返回")
    assert drive.can("14:00–15:30 已选")
    drive.tap("下一步：14:00–15:30")
    drive.tap("银龄读书会")
    drive.sees("134 9")


def test_the_end_forgets_everything(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    drive.tap("下一步：14:00–15:30")
    drive.tap("名单上没有")
    drive.tap("团体")
    drive.type("abc", into="名称（可不填）")
    RoomRequest.the().type_phone("13490000009")
    assert RoomParty.the()._new_name
    drive.tap("结束并清除")
    assert (Rooms.the()._code, RoomCalendar.the()._day, RoomCalendar.the()._chosen) == ("", "", [])
    assert (RoomParty.the()._key, RoomParty.the()._new_name) == ("", "")
    assert (RoomRequest.the()._phone, RoomRequest.the()._contact, RoomRequest.the()._purpose) == ("", "", "")


def test_a_wrong_phone_number_is_told_under_its_field(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    request_as_person(drive, "10490000009")
    drive.sees("电话号码不对")
    assert drive.page == "rooms.contact"


def test_a_slot_that_was_taken_meanwhile_leads_back_to_a_fresh_day(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    someone_else_is_quicker()
    go_on_as_person(drive)
    drive.sees("没有约成")
    drive.tap("换一天或换个时段")
    assert drive.page == "rooms.day"
    assert drive.can("14:00–15:30 待审，可候补")
    assert drive.can("11月27日 余5段")


def test_what_is_offered_instead_goes_on_with_that_choice_and_all_other_answers(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    someone_else_is_quicker()
    go_on_as_person(drive)
    drive.sees("同一天，换个时间")
    drive.tap("党建活动区")
    drive.sees("都对吗？")
    drive.sees("党建活动区")
    drive.sees("134****0009")
    drive.tap("同意并提交")
    drive.sees("已提交，待审核")
    assert RoomResult.the()._room == "党建活动区"


def test_whoever_came_too_late_may_wait_for_the_time_itself(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    someone_else_is_quicker()
    go_on_as_person(drive)
    drive.tap("排候补，有空出来就给我")
    drive.sees("已提交，候补中")
    drive.sees("您是第 1 位")


def test_a_taken_time_is_chosen_alone_and_waited_for(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    someone_else_is_quicker()
    drive.tap("11月28日 可约")
    drive.tap("11月27日 可约")
    drive.tap("10:00–11:30 可约")
    drive.tap("14:00–15:30 待审，可候补")
    assert RoomCalendar.the().times == (840, 930)
    drive.sees("排上候补")
    assert drive.can("排候补：14:00–15:30")
    drive.tap("15:30–17:00 可约")
    assert drive.can("下一步：15:30–17:00")


def test_every_week_says_which_dates_fail_before_anything_is_sent(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    another_week_is_taken()
    drive.tap("下一步：14:00–15:30")
    drive.tap("个人或家庭")
    drive.digits("13490000009")
    drive.tap("下一步")
    drive.tap("开会")
    drive.tap("下一步")
    drive.tap("每周都来")
    drive.tap("多一点：次数")
    drive.sees("12月4日 周五")
    drive.sees("已约满")
    drive.sees("约不到的那几次不提交。")
    drive.tap("就约 2 次")
    drive.sees("每周一次，共 2 次")
    drive.tap("同意并提交")
    drive.sees("共 2 次，日子看小票")


def test_just_once_is_a_single_request_again(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    choose_slots(drive, "14:00–15:30")
    drive.tap("下一步：14:00–15:30")
    drive.tap("个人或家庭")
    drive.digits("13490000009")
    drive.tap("下一步")
    drive.tap("开会")
    drive.tap("下一步")
    drive.tap("每周都来")
    drive.tap("就约 2 次")
    drive.tap("每周都来")
    drive.tap("只约一次")
    assert RoomRepeat.the().rule == ""
    drive.tap("结束并清除")
    assert RoomRepeat.the()._of == ()


def another_week_is_taken() -> None:
    wish = from_fields(
        "request_booking",
        a_request(date="2026-12-04", start="14:00", end="15:30"),
    )
    context.current().background.run(lambda station: station.do(wish), lambda answer: None)


def test_a_suspended_party_reads_until_when_and_is_led_home(kiosk: OpenKiosk, tmp_path: Path) -> None:
    suspended = FakeAnswer(status="refused", reason="suspended", detail={"until": "2026-12-20"})
    drive = kiosk(lambda: Refusing(HomeFolder(tmp_path / "home"), suspended))
    request_as_person(drive)
    drive.sees("暂停到 12月20日")
    drive.tap("回首页")
    assert drive.page == "home"


def test_four_choices_at_most_in_the_large_version(kiosk: OpenKiosk) -> None:
    drive = kiosk(large=True)
    drive.tap("场地预约")
    assert Rooms.the()._paged.model.rowCount() == 4
    drive.tap("看别的")
    assert drive.can("文化广场")
    assert not drive.can("党群会议室")
