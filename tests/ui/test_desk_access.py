"""Who may work at the desk: the first manager, a forgotten password, colleagues, volunteers."""

from pathlib import Path

import pytest

from kiosk.commands.operators import ChangeOperator
from kiosk.config import HomeFolder, Settings
from kiosk.domain.states import OperatorRole
from kiosk.station_setup import init
from tests.ui.conftest import AT, OpenDesk
from ui.tour.finger import Missing
from ui.viewmodels.desk.entrance import Entrance
from ui.viewmodels.desk.operators import Operators
from ui.viewmodels.desk.session import Session
from ui.viewmodels.desk.today import Today

GOOD = "三江汇流到海边去"


@pytest.fixture
def service(tmp_path: Path) -> Path:
    """A station in service, with nobody in it."""
    home = tmp_path / "service"
    init(HomeFolder(home), Settings(terminal="", role="desk", demo=False), clock=lambda: AT).close()
    return home


def test_the_first_start_makes_the_manager_who_comes_back_by_the_code_alone(
    front: OpenDesk, service: Path
) -> None:
    desk = front("", home=service)
    desk.waits_for("先设一位站长")
    Entrance.the().make_first("he", "何试工", GOOD, GOOD + "x")
    desk.waits_for("两次密码不一样，请再填一次")
    Entrance.the().make_first("he", "何试工", GOOD, GOOD)
    desk.waits_for("恢复码，只显示这一次")
    code = Entrance.the()._code
    desk.tap("抄好了，去登录")
    desk.write("he", into="登录名")
    desk.write("wrong password", into="登录密码")
    desk.tap("登录")
    desk.waits_for("前台登录")
    desk.tap("忘记密码")
    Entrance.the().recover("he", code, GOOD[::-1], GOOD[::-1])
    desk.waits_for("恢复码，只显示这一次")
    assert Entrance.the()._code != code
    desk.tap("抄好了，去登录")
    desk.write("he", into="登录名")
    desk.write(GOOD[::-1], into="登录密码")
    desk.tap("登录")
    desk.waits_for("工作人员")


def test_whoever_was_stopped_meanwhile_is_sent_away_with_the_next_wish(front: OpenDesk) -> None:
    desk = front("clerk", ("open_ticket", {"item": "gaoling"}))
    stop = ChangeOperator(operator="clerk", active=False)
    desk.at_station(lambda station: station.do(stop, station.find_actor("manager")))
    desk.hit("F9")
    desk.waits_for("您的账号已停用，请找站长")
    assert Session.the().actor is None


def test_the_last_manager_cannot_lock_themselves_out(front: OpenDesk) -> None:
    desk = front("manager")
    desk.tap("工作人员")
    desk.tap("郑管例")
    desk.tap("停用")
    desk.tap("确定")
    desk.waits_for("这是最后一位在岗的站长，不能改。请先再设一位站长。")


def test_a_password_typed_twice_differently_is_not_sent_nor_kept_as_a_draft(front: OpenDesk) -> None:
    desk = front("manager")
    desk.tap("改我的密码")
    for name, value in (("password", GOOD), ("_again", "另一个")):
        Operators.the()._own.fill(name, value)
    desk.tap("确定")
    desk.sees("两次密码不一样，请再填一次")
    Operators.the()._own._keep_draft()
    kept: list[str] = []
    desk.at_station(lambda station: kept.append(str(station.drafts.of("manager"))))
    assert kept == ["{}"]


def test_a_volunteer_sees_one_page_and_nothing_personal(front: OpenDesk) -> None:
    desk = front("volunteer")
    desk.sees("还书和签到")
    assert [one["page"] for one in Session.the()._pages] == ["helping"]
    desk.write("S9999999", into="扫码，或输入图书编号、预约号")
    desk.tap("办")
    desk.waits_for("这本书还没登")


def test_a_role_that_changed_meanwhile_takes_what_was_seen_off_the_screen(front: OpenDesk) -> None:
    desk = front("clerk")
    desk.tap("居民")
    demote = ChangeOperator(operator="clerk", role=OperatorRole.VOLUNTEER)
    desk.at_station(lambda station: station.do(demote, station.find_actor("manager")))
    Today.the().refresh()
    desk.waits_for("还书和签到")
    assert [one["page"] for one in Session.the()._pages] == ["helping"]


def test_after_three_wrong_passwords_the_seconds_are_counted_down(front: OpenDesk) -> None:
    desk = front("")
    desk.write("clerk", into="登录名")
    for _ in range(3):
        desk.write("no such word", into="登录密码")
        desk.tap("登录")
        desk.waits_for("前台登录")
    desk.waits_for("密码不对，请等 5 秒再试")
    desk.waits_for("密码不对，请等 4 秒再试")
    with pytest.raises(Missing):
        desk.tap("登录")
