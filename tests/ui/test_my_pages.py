"""我的 at the kiosk: what one has, what is kept, phone and PIN changed, data corrected or wished gone, and all of it wiped."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import pytest

from kiosk.commands.base import TimeOfDay
from kiosk.commands.bookings import ApproveBooking, NoShowBooking, Party, RequestBooking
from kiosk.commands.cards import BlockCard
from kiosk.commands.library import CheckOutCopy
from kiosk.commands.people_data import MergeResidents
from kiosk.commands.station import Listing
from kiosk.config import HomeFolder
from kiosk.domain.states import PartyKind
from kiosk.station import Station
from ui import context
from ui.tour.journey import Drive
from ui.viewmodels.base import all_made
from ui.viewmodels.identity import Identity
from ui.viewmodels.my import My
from ui.viewmodels.my_data import MyData
from ui.viewmodels.my_pin import MyPin
from ui.viewmodels.shell import Shell

AT = datetime(2026, 11, 23, 9, 41)
CARD, OTHER, PIN = "3709152841", "5281639400", "1234"
PAGES = [
    f"kiosk/my/{page}Page.qml"
    for page in ("My", "MyList", "Data", "Kept", "Phone", "Pin", "Wrong", "Erase", "Done")
]
OpenKiosk = Callable[..., Drive]


def open_my(kiosk: OpenKiosk, **look: Any) -> Drive:
    drive = kiosk(**look)
    drive.tap("我的")
    drive.digits(CARD)
    drive.tap("下一步")
    drive.digits(PIN)
    drive.tap("确定")
    return drive


def on_station(act: Callable[[Any], Any]) -> Any:
    done: SimpleQueue[Any] = SimpleQueue()
    context.current().background.run(lambda station: done.put(act(station)), lambda _: None)
    return done.get(timeout=20)


def shown(what: str) -> list[dict[str, Any]]:
    return list(on_station(lambda station: station.ask(Listing(what=what), station.find_actor("clerk"))))


@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_opens_empty_without_a_warning(kiosk: OpenKiosk, language: str, large: bool) -> None:
    drive = kiosk(language=language, large=large)
    for page in PAGES:
        Shell.the().open(page)
        drive.can("")
        Shell.the().home()
        drive.can("")


def test_my_page_is_shown_after_card_and_pin(kiosk: OpenKiosk) -> None:
    drive = open_my(kiosk)
    drive.sees("看哪一样？")
    drive.sees("张*明")
    drive.sees("现在没有号")
    drive.sees("手上没有书")
    drive.tap("我的号")
    drive.sees("最近没有取号")
    drive.tap("去取号")
    assert drive.page.startswith("tickets")


def test_what_is_kept_is_told_with_purpose_and_end(kiosk: OpenKiosk) -> None:
    drive = open_my(kiosk)
    drive.tap("我的资料")
    drive.tap("存了什么")
    drive.sees("张*明 · 全文只存在服务台")
    drive.sees("保留到：您要求删除为止")
    drive.sees("****841")


def test_a_new_phone_goes_to_the_desk(kiosk: OpenKiosk, tmp_path: Path) -> None:
    drive = open_my(kiosk)
    drive.tap("我的资料")
    drive.tap("改电话")
    drive.digits("10000000000")
    assert not drive.can("改成这个号") or not MyData.the()._phone_good
    for _ in range(11):
        drive.tap("删除一位")
    drive.digits("13811112222")
    drive.tap("改成这个号")
    drive.sees("电话改好了")
    outbox = shown("outbox")
    assert (outbox[-1]["kind"], outbox[-1]["status"]) == ("correct_details", "accepted")


def test_a_pin_is_changed_in_three_steps(kiosk: OpenKiosk) -> None:
    drive = open_my(kiosk)
    drive.tap("我的资料")
    drive.tap("改密码")
    for pin, button in ((PIN, "下一步"), ("7305", "下一步"), ("7306", "确定")):
        drive.digits(pin)
        drive.tap(button)
    drive.sees("两次输的不一样，请重新设一个。")
    for button in ("下一步", "确定"):
        drive.digits("7305")
        drive.tap(button)
    drive.sees("密码改好了")
    found = on_station(lambda station: station.identify(CARD, "7305"))
    assert found.holder is not None
    assert "7305" not in str(vars(MyPin.the()))


def test_guessing_the_old_pin_ends_the_visit(kiosk: OpenKiosk) -> None:
    drive = open_my(kiosk)
    drive.tap("我的资料")
    drive.tap("改密码")
    for _ in range(5):
        drive.digits("9876")
        drive.tap("下一步")
    drive.sees("这张卡现在用不了")
    assert not Identity.the()._known


def test_a_wish_for_erasure_is_made_and_taken_back(kiosk: OpenKiosk) -> None:
    drive = open_my(kiosk)
    for button, state in (("申请删除", "open"), ("不删了", "withdrawn")):
        drive.tap("我的资料")
        drive.tap("更正或删除")
        drive.tap("删除我的资料")
        drive.tap(button)
        assert [row["status"] for row in shown("erasure_requests")] == [state]
        drive.tap("回到“我的”")


def test_something_wrong_is_told_to_the_desk_without_typing(kiosk: OpenKiosk) -> None:
    drive = open_my(kiosk)
    drive.tap("我的资料")
    drive.tap("更正或删除")
    drive.tap("出生年月不对")
    drive.sees("请带证件来服务台改")
    assert [row["what"] for row in shown("correction_requests")] == ["birth_month"]


def test_a_strike_is_appealed_with_a_finger(kiosk: OpenKiosk) -> None:
    drive = kiosk()
    on_station(miss_a_room)
    drive.tap("我的")
    for digits, button in ((CARD, "下一步"), (PIN, "确定")):
        drive.digits(digits)
        drive.tap(button)
    drive.tap("我的预约")
    drive.tap("不是这样的 门球场 11月9日 周一")
    drive.sees("您说了有误，等答复")
    assert not drive.can("不是这样的 门球场 11月9日 周一")


def miss_a_room(station: Any) -> None:
    early, day = datetime(2026, 11, 2, 9), date(2026, 11, 9)
    party = Party(kind=PartyKind.PERSON, name="张示明")
    asked = station.do(
        RequestBooking(room="menqiu", date=day, start=TimeOfDay(510), end=TimeOfDay(600), party=party, people=2),
        station.find_actor(CARD), early,
    )  # fmt: skip
    clerk = station.find_actor("clerk")
    station.do(ApproveBooking(booking=asked.result["booking"]), clerk, early)
    station.do(NoShowBooking(booking=asked.result["booking"]), clerk, datetime(2026, 11, 9, 12))


def test_what_was_borrowed_is_remembered_for_who_wants_that(kiosk: OpenKiosk) -> None:
    drive = open_my(kiosk)
    for button, said in (("请帮我一直记着", "会一直记着"), ("不再记了", "还书一个月后自动抹去")):
        drive.tap("我的资料")
        drive.tap("借过的书")
        drive.tap(button)
        drive.sees(said)
        drive.tap("回到“我的”")


def test_a_card_that_is_stopped_meanwhile_ends_the_visit(kiosk: OpenKiosk) -> None:
    drive = open_my(kiosk)
    on_station(lambda station: station.do(BlockCard(card=CARD), station.find_actor("clerk")))
    Identity.the().look_at_card()
    drive.waits_for("这张卡停用了")
    assert not Identity.the()._known and My.the()._page is None


def test_who_is_merged_while_standing_there_goes_on(kiosk: OpenKiosk) -> None:
    drive = open_my(kiosk)

    def merge(station: Any) -> Any:
        return station.do(MergeResidents(resident=CARD, other=OTHER), station.find_actor("clerk"))

    on_station(lambda station: station.do(CheckOutCopy(copy="S0000005"), station.find_actor(OTHER)))
    assert on_station(merge).status == "accepted"
    drive.tap("我的资料")
    drive.tap("返回")
    drive.sees("1 本，最早 12月23日 还")


def test_offline_a_wish_is_noted_and_says_so(kiosk: OpenKiosk, tmp_path: Path) -> None:
    drive = open_my(kiosk, station=lambda: _Away(HomeFolder(tmp_path / "home"), clock=lambda: AT))
    drive.tap("我的资料")
    drive.tap("更正或删除")
    drive.tap("名字不对")
    drive.sees("先记下了，联网后生效")


class _Away(Station):
    """Its line is down."""

    def exchange(self, message: Any = None) -> Any:
        return {}


@pytest.mark.parametrize("end", ["结束并清除", "首页"])
def test_nothing_of_it_stays(kiosk: OpenKiosk, end: str) -> None:
    drive = open_my(kiosk)
    drive.tap("我的资料")
    drive.tap("存了什么")
    drive.tap("返回")
    drive.tap("改电话")
    drive.digits("13811112222")
    drive.tap(end)
    drive.sees("办事取号")
    held = " ".join(repr(vars(model)) for model in all_made())
    assert "张*明" not in held and "13811112222" not in held and CARD not in held
    assert MyData.the()._kept.rowCount() == My.the()._rows.rowCount() == 0
