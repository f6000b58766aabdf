"""Asking for a room, further: waiting for a taken time, taking what is offered instead, coming every week."""

from ui.tour.journey import Drive, journey
from ui.tour.journeys.rooms import (
    PHONE,
    choose_times,
    open_room,
    say_purpose,
    see_result,
    someone_else_is_quicker,
)


@journey("rooms_waiting")
def rooms_waiting(kiosk: Drive) -> None:
    _be_too_late(kiosk, "大榕树党建课堂", "Banyan tree classroom", "8:30–10:00")
    kiosk.shot()
    kiosk.tap("排候补，有空出来就给我")
    kiosk.sees("已提交，候补中")
    kiosk.shot()
    kiosk.tap("完成")
    kiosk.sees("场地预约")


@journey("rooms_instead")
def rooms_instead(kiosk: Drive) -> None:
    _be_too_late(kiosk, "大榕树党建课堂", "Banyan tree classroom", "8:30–10:00")
    kiosk.tap("10:00–11:30", "10:00–11:30")
    kiosk.sees("都对吗？")
    kiosk.shot()
    kiosk.tap("同意并提交")
    see_result(kiosk)


@journey("rooms_weekly")
def rooms_weekly(kiosk: Drive) -> None:
    open_room(kiosk, "门球场", "Gateball court")
    choose_times(kiosk, 0, "8:30–10:00")
    _go_on_as_person(kiosk)
    kiosk.tap("每周都来")
    kiosk.sees("每周都来，几次？")
    kiosk.tap("多一点：次数", "More: Times")
    kiosk.shot()
    kiosk.tap("就约 3 次", "Book 3 dates")
    kiosk.sees("每周一次，共 3 次", "Weekly, 3 dates")
    kiosk.shot()
    kiosk.tap("同意并提交")
    see_result(kiosk)


def _be_too_late(kiosk: Drive, name: str, english: str, span: str) -> None:
    open_room(kiosk, name, english)
    choose_times(kiosk, 0, span)
    _go_on_as_person(kiosk)
    someone_else_is_quicker()
    kiosk.tap("同意并提交")
    kiosk.sees("同一天，换个时间")


def _go_on_as_person(kiosk: Drive) -> None:
    if kiosk.large:
        kiosk.tap("看别的")
    kiosk.tap("个人或家庭")
    kiosk.digits(PHONE)
    kiosk.tap("下一步")
    say_purpose(kiosk, "打球")
