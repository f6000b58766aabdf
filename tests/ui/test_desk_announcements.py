"""公告 as a clerk presses it: put up, changed, taken down, each with its way back."""

from tests.ui.conftest import OpenDesk, listed
from ui.tour.journey import Drive

TEXT = "<b>周五</b>上午九点一楼义诊"


def rewrite(desk: Drive, field: str, text: str) -> None:
    desk.tap(field)
    desk.hit("Ctrl+A")
    desk.hit("Delete")
    desk.write(text)


def kept(desk: Drive) -> list[tuple[str, str, str, str]]:
    return [
        (row["text"], row["text_en"], row["until_day"], row["state"]) for row in listed(desk, "announcements")
    ]


def test_a_clerk_puts_one_up_changes_it_and_takes_it_down_and_takes_each_back(front: OpenDesk) -> None:
    desk = front("clerk")
    desk.tap("待通知")
    desk.tap("公告")
    desk.hit("N")
    desk.write(TEXT, into="公告")
    desk.write("Free check", into="英文公告")
    rewrite(desk, "到哪天", "2026-11-20")
    desk.hit("Ctrl+Return")
    assert kept(desk) == []  # it would end before it begins
    rewrite(desk, "到哪天", "2026-11-27")
    desk.tap("确定")
    posted = (TEXT, "Free check", "2026-11-27", "shown")
    assert kept(desk) == [posted]
    desk.tap(TEXT)  # as it was typed: no bold letters
    desk.tap("修改")
    rewrite(desk, "英文公告", "")
    desk.tap("确定")
    assert kept(desk) == [(TEXT, "", "2026-11-27", "shown")]
    desk.hit("Ctrl+Z")
    assert kept(desk) == [posted]
    desk.tap("撤下")
    assert kept(desk)[0][-1] == "withdrawn" and not desk.can("修改")
    desk.hit("Ctrl+Z")
    assert kept(desk) == [posted]
