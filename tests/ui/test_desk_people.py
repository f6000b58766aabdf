"""People at the desk as an operator presses them."""

from datetime import date

from kiosk.commands.base import from_fields
from tests.ui.conftest import OpenDesk, listed
from ui.tour.journey import Drive
from ui.viewmodels.desk.merging import Merging
from ui.viewmodels.desk.persons import Persons


def test_a_name_typed_anywhere_opens_the_person_masked_and_one_key_shows_all(front: OpenDesk) -> None:
    desk = front("clerk")
    desk.hit("/")
    desk.write("王")
    desk.hit("Return")
    desk.sees("134****0006")
    desk.hit("O")
    desk.sees("13490000006")
    desk.tap("今日")
    desk.tap("居民")
    assert Persons.the()._person.phone == "134****0006"
    desk.hit("O")
    desk.sees("13490000006")
    Persons.the()._look.timeout.emit()
    desk.sees("134****0006")


def test_a_newcomer_gets_a_card_whose_pin_is_shown_once(front: OpenDesk) -> None:
    desk = front("clerk")
    desk.tap("居民")
    desk.tap("登记居民")
    desk.tap("确定")
    desk.sees("这一项要填")
    desk.write("买买提·吐尔逊", into="姓名")
    desk.tap("办卡前请看一下")
    desk.tap("确定")
    desk.sees("请抄给居民，只显示这一次")
    desk.tap("抄好了")
    assert (Persons.the()._handed_pin, Persons.the()._name) == ("", "买*·吐*")
    assert any(row["name"] == "买买提·吐尔逊" for row in listed(desk, "residents"))


AGAIN = {"name": "王卦试", "phone": "13490000006", "birth_month": "1958-04", "consent": "zh-1"}


def test_duplicates_stand_beside_each_other_opened_on_record_before_they_become_one(front: OpenDesk) -> None:
    desk = front("manager")
    desk.at_station(
        lambda station: station.do(from_fields("register_resident", AGAIN), station.find_actor("clerk"))
    )
    desk.hit("/")
    desk.write("王挂")
    desk.hit("Return")
    desk.sees("134****0006")
    desk.hit("M")
    desk.write("谁也不是")
    desk.sees("没有找到别人，换几个字试试")
    Merging.the().seek("王")
    desk.sees("王*试 · 134****0006")
    desk.tap(Merging.the()._found[0]["words"])
    desk.sees("王卦试")
    assert len(asked_to_see(desk)) == 2
    assert [row["label"] for row in Merging.the()._rows if row["differs"]] == ["姓名", "出生年月"]
    desk.hit("X")
    desk.tap("合并成一个人")
    desk.sees("合并成一个人了")
    assert (Persons.the()._person.name, Persons.the()._person.birth_month) == ("王卦试", "1958-04")
    assert [row["merged_into"] is None for row in listed(desk, "residents") if row["name"] == "王卦试"] == [
        True
    ]


def asked_to_see(desk: Drive) -> list[str]:
    """Whose data were opened, as the manager's audit list has it."""
    return [row["id"] for row in listed(desk, "outbox") if row["kind"] == "open_person"]


def test_nobody_is_erased_by_a_slip_of_the_hand(front: OpenDesk) -> None:
    desk = front("manager")
    desk.hit("/")
    desk.write("王")
    desk.hit("Return")
    desk.sees("134****0006")
    persons = Persons.the()
    assert "erase" not in [one["key"] for one in persons._actions._offered]  # nobody has looked at whom
    desk.hit("O")
    desk.sees("13490000006")
    persons._actions.begin("erase")
    persons._actions.fill("_named", "李四")
    desk.tap("确定")
    desk.sees("和打开的这个人对不上，没有删除")
    persons._actions.fill("_named", "王挂试")
    desk.tap("确定")
    desk.waits_for("删除这个人")
    assert not any(row["name"] == "王挂试" for row in listed(desk, "residents"))


def test_a_manager_suspends_an_organisation_and_takes_it_back_by_one_touch(front: OpenDesk) -> None:
    desk = front("manager")
    desk.tap("居民")
    desk.tap("单位和社团")
    desk.hit("/")
    desk.write("银龄合唱")
    desk.hit("Return")
    desk.sees("欧阳*演")
    Persons.the()._group_actions.begin("suspend")
    desk.tap("没守场地规则")
    desk.tap("确定")
    desk.sees("新的预约不接受，已经约好的照常用。")
    desk.hit("Ctrl+Z")
    desk.sees("撤销了，照常预约")
    assert not Persons.the()._group.row.suspended


def test_a_membership_begins_today_unless_another_day_is_said(front: OpenDesk) -> None:
    desk = front("clerk")
    desk.tap("居民")
    desk.tap("单位和社团")
    desk.hit("/")
    desk.write("银龄合唱")
    desk.hit("Return")
    desk.sees("欧阳*演")
    desk.tap("加成员")
    form = Persons.the()._group_actions
    assert form._filled["from_day"].value == "2026-11-23"
    form.take("resident", "3709152841", "张*明")
    form.fill("from_day", "2026-12-01")
    desk.tap("确定")
    desk.sees("还没开始")
    assert any(row["from"] == date(2026, 12, 1) for row in listed(desk, "memberships"))
