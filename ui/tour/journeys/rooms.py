"""Asking for a room: for an organisation, for a person, and when somebody else was quicker."""

from datetime import date

from kiosk.commands import bookings
from kiosk.commands.base import TimeOfDay
from kiosk.domain.states import PartyKind
from ui import context
from ui.tour.journey import Drive, journey
from ui.viewmodels.room_calendar import RoomCalendar
from ui.viewmodels.room_words import possible
from ui.viewmodels.rooms import Rooms
from ui.words import say

PHONE = "13490000009"
WRONG_PHONE = "10490000009"


@journey("rooms")
def rooms(kiosk: Drive) -> None:
    open_room(kiosk, "党群会议室", "Meeting room")
    choose_times(kiosk, 0, "14:00–15:30")
    kiosk.shot()
    kiosk.tap("银龄读书会", "银龄读书会")
    kiosk.digits(PHONE)
    kiosk.shot()
    kiosk.tap("下一步")
    say_purpose(kiosk, "读书会", ("话筒 ×2", "Microphone ×2"))
    kiosk.sees("诚信约定")
    kiosk.shot()
    kiosk.tap("同意并提交")
    see_result(kiosk)


@journey("rooms_person")
def rooms_person(kiosk: Drive) -> None:
    open_room(kiosk, "篮球场", "Basketball court")
    choose_times(kiosk, 1, "18:00–19:30", "19:30–21:00")
    if kiosk.large:
        kiosk.tap("看别的")
        kiosk.shot()
    kiosk.tap("个人或家庭")
    kiosk.digits(PHONE)
    _type_name(kiosk)
    kiosk.shot()
    kiosk.tap("下一步")
    say_purpose(kiosk, "打球")
    kiosk.shot()
    kiosk.tap("同意并提交")
    see_result(kiosk)


@journey("rooms_refused")
def rooms_refused(kiosk: Drive) -> None:
    open_room(kiosk, "党建活动区", "Party activity area")
    choose_times(kiosk, 2, "8:30–10:00")
    if kiosk.large:
        kiosk.tap("看别的")
    kiosk.tap("名单上没有")
    kiosk.tap("团体")
    kiosk.shot()
    kiosk.tap("下一步")
    kiosk.digits(WRONG_PHONE)
    kiosk.tap("下一步")
    say_purpose(kiosk, "开会")
    kiosk.tap("同意并提交")
    kiosk.sees("电话号码不对", "phone number")
    kiosk.shot()
    for _ in WRONG_PHONE:
        kiosk.tap("删除一位")
    kiosk.digits(PHONE)
    someone_else_is_quicker()
    _on_to_the_rules(kiosk)
    kiosk.tap("同意并提交")
    kiosk.sees("没有约成")
    kiosk.shot()
    kiosk.tap("换一天或换个时段")
    kiosk.shot()


def open_room(kiosk: Drive, name: str, english: str) -> None:
    kiosk.tap("场地预约")
    kiosk.shot()
    if kiosk.large and not kiosk.can(name, english):
        kiosk.tap("看别的")
    kiosk.tap(name, english)
    kiosk.shot()


def choose_times(kiosk: Drive, which: int, *spans: str) -> None:
    """Each journey, language and size has a day of its own, so that none meets the other's requests."""
    day = _free_day(which + (3 if kiosk.language == "en" else 0))
    kiosk.tap(day, day)
    for span in spans:
        name = f"{span} {say('可约')}"
        if kiosk.large and not kiosk.can(name, name):
            kiosk.shot()
            kiosk.tap("看别的时段")
        kiosk.tap(name, name)
    kiosk.shot()
    whole = RoomCalendar.the()._span
    following = f"{whole} {say('下一步')}" if kiosk.large else say("下一步：%1", whole)
    kiosk.tap(following, following)
    kiosk.sees("谁来用？")


def _free_day(which: int) -> str:
    days = RoomCalendar.the()._days
    assert days is not None, "the day page is open"
    return [row for row in possible(days.days, days.today) if row.word == say("可约")][which].spoken


def _type_name(kiosk: Drive) -> None:
    kiosk.type("zhang", into="联系人（可不填，到服务台再说）")
    if kiosk.language == "zh":
        kiosk.candidate("张")
        kiosk.type("ming")
        kiosk.shot()
        kiosk.candidate("明")
    kiosk.enter()


def say_purpose(kiosk: Drive, purpose: str, thing: tuple[str, str] | None = None) -> None:
    kiosk.tap(purpose)
    if kiosk.large:
        kiosk.shot()
        kiosk.tap("下一步")
    kiosk.tap("20 人" if kiosk.can("20 人", "20 people") else "12 人", _people(kiosk))
    if thing:
        kiosk.tap(*thing)
    kiosk.shot()
    kiosk.tap("下一步")


def _people(kiosk: Drive) -> str:
    return "20 people" if kiosk.can("20 人", "20 people") else "12 people"


def _on_to_the_rules(kiosk: Drive) -> None:
    """All answers are still there."""
    kiosk.tap("下一步")
    kiosk.tap("下一步")
    if kiosk.large:
        kiosk.tap("下一步")


def someone_else_is_quicker() -> None:
    """Another resident asks for the same slots while this one still types."""
    calendar = RoomCalendar.the()
    times = calendar.times
    assert times is not None, "slots were chosen"
    wish = bookings.RequestBooking(
        room=Rooms.the()._code,
        date=date.fromisoformat(calendar._day),
        start=TimeOfDay(times[0]),
        end=TimeOfDay(times[1]),
        party=bookings.Party(kind=PartyKind.PERSON, name=""),
        people=2,
        contact_phone="13490000008",
    )
    context.current().background.run(lambda station: station.do(wish), lambda answer: None)


def see_result(kiosk: Drive) -> None:
    kiosk.sees("已提交，待审核")
    kiosk.shot()
    if kiosk.large:
        kiosk.tap("看小票")
        kiosk.shot()
        kiosk.tap("返回")
    kiosk.tap("完成")
    kiosk.sees("场地预约")
