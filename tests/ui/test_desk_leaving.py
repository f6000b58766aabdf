"""Whoever signs out leaves nothing behind at the desk: nothing of theirs is seen, and nothing stands still."""

import threading

from tests.ui.conftest import OpenDesk
from ui.viewmodels.desk.counter import Counter
from ui.viewmodels.desk.told import Told

NUMBER = ("open_ticket", {"item": "gaoling"})


def test_a_wish_that_was_on_its_way_does_not_stop_the_next_operator(front: OpenDesk) -> None:
    desk = front("clerk", NUMBER, NUMBER)
    held = threading.Event()
    background = desk._camera._background
    background.run(lambda station: held.wait(5), lambda nothing: None, aside=True)
    Counter.the().call_next()
    desk._finger.tap(desk._finger.find("退出登录"))
    held.set()
    desk.sees("前台登录")
    desk.write("manager", into="登录名")
    desk.tap("登录")
    desk.hit("F10")
    desk.waits_for("正在办")


def test_what_was_told_is_gone_with_who_was_told(front: OpenDesk) -> None:
    desk = front("clerk")
    Told.the().say("张小明 已登记", lambda: None)
    desk.tap("退出登录")
    assert (Told.the()._words, Told.the()._undoable) == ("", False)
