"""What went wrong: on the day's page, one touch from what to do about it."""

from ui.tour.journey import Drive, journey
from ui.tour.journeys.desk import sign_in_as
from ui.tour.journeys.library import LATE_CARD
from ui.tour.journeys.told import _OTHER_CARD, _TITLE, _room


@journey("desk_trouble", who="desk")
def trouble(desk: Drive) -> None:
    """A cut-off terminal had promised a room and a book that others had by then; another terminal is silent."""
    sign_in_as(desk, "manager")
    desk.promise_too_late(
        [("request_booking", _room("墨香社"), None), ("place_hold", {"title": _TITLE}, _OTHER_CARD)],
        [
            ("request_booking", _room("银龄读书会"), LATE_CARD),
            ("renew_loan", {"copy": "S0000001"}, LATE_CARD),
        ],
    )
    desk.tap("待通知")
    desk.tap("今日")
    desk.waits_for("2 件没办成", "2 not done")
    desk.shot()
    desk.hit("F7")
    desk.sees("告诉谁")
    desk.shot()
    before = desk.touches
    desk.hit("Y")
    desk.waits_for("记下了：已经说明")
    assert desk.touches - before == 1
    desk.shot()
    desk.hit("Y")
    desk.hit("F7")
    desk.sees("请去看看电源和网线", "Please look at its power")
    desk.shot()
    desk.tap("去驿站设置")
    desk.sees("号码字母")
