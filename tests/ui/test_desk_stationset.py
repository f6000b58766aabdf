"""Setting up the station at the desk, as its manager presses it."""

from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.station import Listing
from tests.ui.conftest import OpenDesk
from ui.tour.journey import Drive
from ui.viewmodels.desk.stationset.form_editor import FormEditor
from ui.viewmodels.desk.stationset.page import SECTIONS, StationSettings
from ui.viewmodels.desk.stationset.questions import changed, form_wish, new_question
from ui.viewmodels.desk.stationset.rows import SettingRow, text_of, value_of

OPTIONS = {"key": "who", "kind": "choice", "label": "给谁办？", "options": [
    {"value": "self", "label": "自己", "label_en": "Myself"}, {"value": "child", "label": "孩子", "label_en": ""}]}  # fmt: skip


def listed(desk: Drive, what: str, key: str, by: str = "code", **where: str) -> dict[str, Any]:
    found: list[Any] = []
    desk.at_station(lambda station: found.extend(station.ask(Listing(what=what, where=where))))
    return next(row for row in found if row[by] == key)


def opened(front: OpenDesk, section: str) -> Drive:
    desk = front("manager")
    desk.tap("驿站设置")
    desk.tap(section)
    return desk


def retype(desk: Drive, field: str, text: str) -> None:
    desk.tap(field)
    desk.hit("Ctrl+A")
    desk.write(text)


def test_a_room_is_changed_line_by_line_and_back_again(front: OpenDesk) -> None:
    desk = opened(front, "房间和场地")
    retype(desk, "最多人数", "0")
    desk.hit("Return")
    desk.sees("“最多人数”要填 1 到 10000 之间的数。")
    retype(desk, "最多人数", "36")
    desk.write(" 大会议室", into="名称")
    desk.tap("保存 最多人数")
    desk.sees("36 人 · 可约")
    assert desk.can("保存 名称")  # what was typed elsewhere is still there
    desk.tap("撤销")
    assert listed(desk, "rooms", "huiyishi")["seats"] == 30


def test_a_thing_that_was_added_is_open_to_be_set(front: OpenDesk) -> None:
    desk = opened(front, "办事窗口")
    desk.tap("加一个窗口")
    desk.write("3", into="代号")
    desk.write("3 号窗口", into="名称")
    desk.tap("确定")
    desk.tap("开着 否")
    assert listed(desk, "counters", "3")["active"] is False


def test_a_room_that_was_retired_comes_back_as_it_was(front: OpenDesk) -> None:
    desk = opened(front, "房间和场地")
    desk.tap("停用这个场地")
    desk.tap("确定")
    room = listed(desk, "rooms", "huiyishi")
    assert (room["active"], room["bookable"]) == (False, False)
    desk.tap("撤销")
    room = listed(desk, "rooms", "huiyishi")
    assert (room["active"], room["bookable"]) == (True, True)


def test_hours_that_overlap_are_refused_where_they_were_typed(front: OpenDesk) -> None:
    desk = opened(front, "开放时间")
    retype(desk, "周三", "8:30-12:00，11:00-17:30")
    desk.hit("Return")
    desk.sees("有两段时间重叠了")
    retype(desk, "周三", "8:30–12:00、14:00–17:30")
    desk.hit("Return")
    hours = listed(desk, "hours", "station", by="whose")["hours"]
    assert hours["3"] == ["08:30-12:00", "14:00-17:30"] and hours["2"] == ["08:30-21:00"]


def test_a_rooms_own_rule_goes_back_to_the_stations(front: OpenDesk) -> None:
    desk = opened(front, "规则")
    desk.tap("党群会议室")
    retype(desk, "提前几天约", "7")
    desk.hit("Return")
    room = listed(desk, "rooms", "huiyishi")["id"]
    assert listed(desk, "policies", room, by="scope")["numbers"] == {"notice_days": 7}
    desk.tap("恢复 提前几天约")
    assert listed(desk, "policies", room, by="scope")["numbers"] == {}


def test_a_form_is_drawn_and_kept_as_a_new_version(front: OpenDesk) -> None:
    desk = opened(front, "办事事项")
    desk.tap("取号时问的表单")
    desk.tap("加一问")
    desk.write("要开发票吗？", into="怎么问")
    desk.tap("选一个")
    desk.write("要\n不要", into="选项，每行一个：中文 | 英文")
    desk.sees("不要")
    desk.hit("Ctrl+S")
    item = listed(desk, "items", "canbao")
    assert item["form_version"] == 2 and [one["label"] for one in item["form"]][-1] == "要开发票吗？"
    assert [one["label"] for one in item["form"][-1]["options"]] == ["要", "不要"]
    desk.tap("撤销")
    assert len(listed(desk, "items", "canbao")["form"]) == 2


def test_a_form_that_will_not_do_stays_open_with_what_was_drawn(front: OpenDesk) -> None:
    desk = opened(front, "办事事项")
    desk.tap("取号时问的表单")
    desk.tap("加一问")
    desk.hit("Ctrl+S")
    desk.sees("第 3 个问题没写好")
    FormEditor.the()._keep()
    FormEditor.the().reset()  # the screen went dark
    desk.tap("取号时问的表单")
    desk.sees("上次没发出去的内容已找回，请核对。")
    desk.tap("不改了")
    desk.tap("取号时问的表单")
    assert not any("3." in text for text in desk._finger.texts())


def test_a_day_is_closed_with_a_reason(front: OpenDesk) -> None:
    desk = opened(front, "日历")
    desk.tap("27")
    desk.tap("不开门")
    desk.write("消防演练", into="为什么（屏幕上会写）")
    desk.tap("这样定")
    day = listed(desk, "calendar", "2026-11-27", by="date", month="2026-11")
    assert (day["open"], day["note"], day["working"]) == (False, "消防演练", True)
    desk.tap("撤销")
    assert listed(desk, "calendar", "2026-11-27", by="date", month="2026-11")["open"] is True


def test_the_official_list_comes_from_a_file(front: OpenDesk, tmp_path: Path) -> None:
    desk = opened(front, "日历")
    desk.write(str(tmp_path / "missing.csv"), into="文件路径")
    desk.hit("Return")
    desk.waits_for("这个文件打不开")
    lines = [f"2027-{month:02d}-01,放假" for month in range(1, 13)]
    (tmp_path / "list.csv").write_text("日期,安排\n" + "\n".join(lines), "utf-8")
    retype(desk, "文件路径", str(tmp_path / "list.csv"))
    desk.hit("Return")
    desk.waits_for("2027 年导入了 12 天")


@pytest.mark.parametrize("kind", ["text", "number", "spans", "slots", "time", "switch", "things", "papers"])
def test_what_a_line_shows_is_read_back_as_it_was(kind: str) -> None:
    raw: dict[str, Any] = {
        "text": "会议室", "number": 30, "spans": ["08:30-12:00", "14:00-17:30"], "slots": ["08:30-10:00"], "time": "17:00",
        "switch": True, "things": [{"name": "话筒", "name_en": "Microphone", "count": 2}],
        "papers": [
            {"name": "身份证", "name_en": "", "required": True}, {"name": "户口本", "name_en": "Register", "required": False},
        ],
    }  # fmt: skip
    row = SettingRow("x", "x", kind, raw[kind])
    assert value_of(row, text_of(row)) == raw[kind]


def test_an_option_that_is_worded_anew_keeps_its_value() -> None:
    reworded = changed(OPTIONS, "options", "我自己 | Me\n孩子")["options"]
    assert [(one["value"], one["label"]) for one in reworded] == [("self", "我自己"), ("child", "孩子")]
    swapped = changed(OPTIONS, "options", "孩子\n自己\n老人")["options"]
    assert [one["value"] for one in swapped] == ["child", "self", "o1"]
    asked = form_wish("x", [OPTIONS | {"min": 1}, new_question([OPTIONS])]).fields
    assert asked[0].min is None and asked[1].key == "q1"


def test_only_managers_find_the_settings_and_every_line_can_be_saved_as_it_stands(front: OpenDesk) -> None:
    desk = front("clerk")
    assert not desk.can("驿站设置")
    desk.tap("退出登录")
    desk.write("manager", into="登录名")
    desk.tap("登录")
    desk.tap("驿站设置")
    page = StationSettings.the()
    for section in SECTIONS:
        for thing in section.things(page.house):
            for row in section.rows(page.house, thing.key):
                if row.kind != "read":
                    assert section.save(page.house, thing.key, row, row.raw)
