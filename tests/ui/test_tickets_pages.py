"""办事取号 as a person finds it: touches counted, closed hours, refusals, the form, and nothing left behind."""

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.base import Command
from kiosk.config import HomeFolder
from kiosk.station import Station
from tests.fakes import FakeAnswer, FakeStation
from ui import context, slips
from ui.app import Look, Screens
from ui.context import Patience
from ui.tour.camera import Camera
from ui.tour.finger import Finger
from ui.tour.journey import Drive
from ui.viewmodels.ticket_form import TicketForm
from ui.viewmodels.ticket_number import TicketNumber
from ui.viewmodels.ticket_rows import leaf, leaves, more_words, refusal_words
from ui.viewmodels.tickets import Tickets

MORNING = datetime(2026, 11, 23, 9, 41)
EVENING = datetime(2026, 11, 23, 20, 0)


class Heard(Station):
    """A real station that remembers what was wished, and may lose its hub or refuse."""

    refusal: FakeAnswer | None = None
    away = False

    def __init__(self, folder: HomeFolder, now: datetime) -> None:
        super().__init__(folder, clock=lambda: now)
        self.done: list[Any] = []

    def do(self, wish: Command, actor: Any = None, at: datetime | None = None) -> Any:
        self.done.append(wish)
        return self.refusal or super().do(wish, actor, at)

    def exchange(self, *message: Any) -> Any:
        return {} if self.away else super().exchange(*message)

    def follow(self, *_: Any) -> None:
        """It meets its hub only when it is told to."""


Opened = tuple[Drive, Heard]
Open = Callable[..., Opened]


@pytest.fixture
def open_kiosk(demo_template: Path, tmp_path: Path) -> Iterator[Open]:
    opened: list[Screens] = []

    def start(now: datetime = MORNING, language: str = "zh", large: bool = False) -> Opened:
        shutil.copytree(demo_template, tmp_path / "home")
        made: list[Heard] = []

        def open_station() -> Heard:
            made.append(Heard(HomeFolder(tmp_path / "home"), now))
            return made[0]

        drive = _show(opened, open_station, now, language, large, tmp_path)
        return drive, made[0]

    yield start
    for screens in opened:
        screens.close()


def _show(
    opened: list[Screens], station: Callable[[], Any], now: datetime, language: str, large: bool, out: Path
) -> Drive:
    look = Look(language=language, large=large, size=(1080, 1920), pace=0)
    screens = Screens(station, "kiosk", look, lambda: now, Patience(apology=0.05))
    opened.append(screens)
    camera = Camera(screens.window, screens.background, out, "tickets")
    camera.rest()
    return Drive(Finger(screens.window), camera, language, large)


def go_to_gaoling(kiosk: Drive) -> None:
    kiosk.tap("办事取号")
    kiosk.tap("养老优待", "Older people and support")
    kiosk.tap("高龄老人补贴", "Age 80+ allowance")


@pytest.mark.parametrize(("language", "large"), [("zh", False), ("en", False), ("zh", True)])
def test_two_touches_after_the_area_give_a_number(open_kiosk: Open, language: str, large: bool) -> None:
    kiosk, _ = open_kiosk(language=language, large=large)
    kiosk.tap("办事取号")
    kiosk.tap("养老优待", "Older people and support")
    before = kiosk.touches
    kiosk.tap("高龄老人补贴", "Age 80+ allowance")
    kiosk.tap("取号")
    assert kiosk.touches - before == 2
    assert kiosk.page == "tickets.number"
    kiosk.sees("A001")
    kiosk.sees("前面没有人")


def test_the_priority_switch_goes_with_the_number(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk()
    go_to_gaoling(kiosk)
    kiosk.tap("70岁以上·行动不便")
    kiosk.tap("取号")
    assert station.done[-1].priority
    assert station.done[-1].phone is None


def test_the_slip_is_shown_and_forgotten_with_the_person(open_kiosk: Open) -> None:
    kiosk, _ = open_kiosk()
    go_to_gaoling(kiosk)
    kiosk.tap("取号")
    address = TicketNumber.the()._slip.removeprefix("image://slip/")
    assert slips._kept[address].width() == 576
    kiosk.tap("完成")
    assert kiosk.page == "home"
    assert address not in slips._kept
    assert TicketNumber.the()._number == TicketNumber.the()._code == ""


def test_a_number_is_to_be_confirmed_until_the_hub_has_answered(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk()
    go_to_gaoling(kiosk)
    station.away = True
    kiosk.tap("取号")
    kiosk.sees("待确认")
    unconfirmed = TicketNumber.the()._slip
    station.away = False
    context.current().background.run(lambda worker: worker.exchange(), lambda decided: None)
    TicketNumber.the()._look_again()
    kiosk.sees("主机已确认")
    assert TicketNumber.the()._slip != unconfirmed


def test_back_keeps_what_was_chosen_for_the_same_item(open_kiosk: Open) -> None:
    kiosk, _ = open_kiosk()
    go_to_gaoling(kiosk)
    kiosk.tap("跑腿代办")
    kiosk.tap("返回")
    kiosk.tap("高龄老人补贴")
    assert Tickets.the()._mode == "errand"
    kiosk.tap("返回")
    kiosk.tap("老年人优待证")
    assert Tickets.the()._mode == "counter"


@pytest.mark.parametrize("way_out", ["首页", "结束并清除"])
def test_leaving_clears_all_that_was_chosen_and_typed(open_kiosk: Open, way_out: str) -> None:
    kiosk, _ = open_kiosk()
    go_to_gaoling(kiosk)
    kiosk.tap("先填几项，窗口更快")
    kiosk.tap("自己")
    kiosk.digits("13800138000")
    kiosk.tap("填好了")
    kiosk.tap("上门服务")
    assert TicketForm.the().answers == {"who": "self", "phone": "13800138000"}
    kiosk.tap(way_out)
    assert TicketForm.the().answers == {}
    model = Tickets.the()
    assert (model._item, model._phone, model._mode, model._priority) == (None, "", "", False)


def test_a_phone_given_in_the_form_is_not_asked_for_again(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk()
    go_to_gaoling(kiosk)
    kiosk.tap("先填几项，窗口更快")
    kiosk.tap("跳过")
    kiosk.digits("13800138000")
    kiosk.tap("填好了")
    kiosk.tap("跑腿代办")
    kiosk.tap("下一步")
    kiosk.sees("138****8000")
    assert station.done[-1].phone == "13800138000"


def test_a_half_typed_phone_cannot_be_left_but_none_can(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk()
    go_to_gaoling(kiosk)
    kiosk.tap("上门服务")
    kiosk.tap("下一步")
    kiosk.digits("1380013")
    assert not Tickets.the()._phone_good
    kiosk.tap("不留电话，到窗口再说")
    kiosk.sees("请到窗口说一声怎么找您。")
    assert station.done[-1].phone is None


def test_a_number_outside_the_forms_bounds_is_said_at_once(open_kiosk: Open) -> None:
    kiosk, _ = open_kiosk()
    kiosk.tap("办事取号")
    kiosk.tap("医保社保")
    kiosk.tap("基本医保参保缴费")
    kiosk.tap("先填几项，窗口更快")
    kiosk.tap("自己")
    kiosk.digits("25")
    kiosk.sees("请填 1 到 20")
    assert not TicketForm.the()._good


def test_after_hours_one_leaves_a_phone_and_is_called(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk(now=EVENING)
    kiosk.tap("办事取号")
    kiosk.sees("窗口下班了，明天 8:30 再开，可以留电话。")
    kiosk.tap("养老优待")
    kiosk.tap("高龄老人补贴")
    kiosk.sees("明天 8:30 起打给您")
    kiosk.tap("下一步")
    kiosk.sees("给您回哪个电话？")
    assert not kiosk.can("不留电话，到窗口再说")
    kiosk.digits("13800138000")
    kiosk.tap("就留这个电话")
    kiosk.sees("登记好了")
    kiosk.sees("我们打 138****8000 跟您联系。")
    kiosk.sees("最晚 11月24日 周二")
    (wish,) = station.done
    assert (wish.mode, wish.phone) == ("callback", "13800138000")


def test_after_hours_an_errand_is_still_asked_for_without_a_phone(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk(now=EVENING)
    kiosk.tap("办事取号")
    kiosk.tap("养老优待")
    kiosk.tap("高龄老人补贴")
    kiosk.tap("跑腿代办")
    kiosk.tap("下一步")
    kiosk.tap("不留电话，到窗口再说")
    assert len(station.done) == 1


def test_in_hours_nobody_is_offered_a_call_in_place_of_a_number(open_kiosk: Open) -> None:
    kiosk, _ = open_kiosk()
    go_to_gaoling(kiosk)
    assert not kiosk.can("留言回电")


def test_a_second_number_for_the_same_thing_is_asked_about(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk()
    go_to_gaoling(kiosk)
    kiosk.tap("取号")
    kiosk.tap("再办一件")
    kiosk.tap("养老优待")
    kiosk.tap("高龄老人补贴")
    kiosk.tap("取号")
    kiosk.sees("您刚取了 A001，\n再取一个？")
    kiosk.tap("不用了")
    assert (kiosk.page, len(station.done)) == ("tickets.item", 1)
    kiosk.tap("取号")
    kiosk.tap("再取一个")
    assert (kiosk.page, len(station.done)) == ("tickets.number", 2)


def test_another_thing_or_another_person_is_not_asked(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk()
    go_to_gaoling(kiosk)
    kiosk.tap("取号")
    kiosk.tap("再办一件")
    kiosk.tap("医保社保")
    kiosk.tap("基本医保参保缴费")
    kiosk.tap("取号")
    assert len(station.done) == 2
    kiosk.tap("完成")
    go_to_gaoling(kiosk)
    kiosk.tap("取号")
    assert (kiosk.page, len(station.done)) == ("tickets.number", 3)


def test_a_refusal_says_why_and_offers_one_way_on(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk()
    go_to_gaoling(kiosk)
    station.refusal = FakeAnswer("refused", "too_many_numbers", {"limit": 3})
    kiosk.tap("取号")
    kiosk.sees("刚刚取了好几个号。")
    kiosk.sees("请等一分钟再取，或叫人帮忙。")
    assert not kiosk.can("取号")
    station.refusal = None
    kiosk.tap("再试一次")
    assert kiosk.page == "tickets.number"


def test_counters_that_close_meanwhile_are_a_refusal_that_staff_can_help_with(open_kiosk: Open) -> None:
    kiosk, station = open_kiosk()
    go_to_gaoling(kiosk)
    station.refusal = FakeAnswer("refused", "counter_closed", {"opens": "2026-11-24T08:30"})
    kiosk.tap("取号")
    kiosk.sees("窗口下班了，11月24日 周二 08:30 再开")


def test_another_errand_begins_with_nothing_of_the_last(open_kiosk: Open) -> None:
    kiosk, _ = open_kiosk()
    go_to_gaoling(kiosk)
    kiosk.tap("70岁以上·行动不便")
    kiosk.tap("取号")
    kiosk.tap("再办一件")
    assert kiosk.page == "tickets.areas"
    assert not Tickets.the()._priority
    kiosk.tap("返回")
    assert kiosk.page == "home"


def test_a_station_without_areas_says_something_kind(tmp_path: Path) -> None:
    opened: list[Screens] = []
    queue = type("Queue", (), {"ahead": 0, "minutes": 0, "open": True, "opens": None})()
    fake = FakeStation(shows={"Areas": [], "QueueNow": queue})
    kiosk = _show(opened, lambda: fake, MORNING, "zh", False, tmp_path)
    kiosk.tap("办事取号")
    kiosk.sees("这里还没有可以办的事")
    opened[0].close()


def test_elder_pages_show_at_most_four_choices(open_kiosk: Open) -> None:
    kiosk, _ = open_kiosk(large=True)
    around = {"返回", "首页", "叫人帮忙", "结束并清除"}
    kiosk.tap("办事取号")
    first = [name for name in _buttons(kiosk) if name not in around]
    assert first == ["医保社保", "养老优待", "党群服务", "还有更多（3 项）"]
    kiosk.tap("还有更多（3 项）")
    assert [name for name in _buttons(kiosk) if name not in around][-1] == "回到前面的"


def _buttons(kiosk: Drive) -> list[str]:
    return kiosk._finger.names()


@pytest.mark.parametrize("count", [1, 4, 5, 6, 7, 11, 12])
def test_leaves_show_every_row_once_and_then_begin_again(count: int) -> None:
    rows = list(range(count))
    shown = [row for number in range(leaves(rows, 4)) for row in leaf(rows, number, 4)]
    assert shown == rows
    assert leaf(rows, leaves(rows, 4), 4) == leaf(rows, 0, 4)
    assert bool(more_words(rows, 0, 4)) == (count > 4)


def test_a_refusal_is_what_happened_and_what_to_do() -> None:
    assert refusal_words("too_many_numbers", {}, "en") == (
        "Several numbers were just taken here.",
        "Please wait a minute or call staff.",
    )
