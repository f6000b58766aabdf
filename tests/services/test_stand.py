"""What the check-in stand is told between two scans: rooms and times, nobody's name."""

from datetime import datetime, timedelta

from kiosk.commands import records as r
from kiosk.commands.stand import StandNow
from kiosk.domain.stand import UseState
from tests.builders import MONDAY, DemoStation

BEFORE = MONDAY - timedelta(days=7)


def stand(demo: DemoStation, at: datetime = MONDAY) -> r.StandNow:
    now: r.StandNow = demo.ask(StandNow(), at=at)
    return now


def booked(demo: DemoStation, start: str, end: str, *, room: str = "huiyishi", approve: bool = True) -> str:
    key = demo.accept(
        "request_booking", room=room, date=MONDAY.date().isoformat(), start=start, end=end, people=12, at=BEFORE,
        party={"kind": "person", "name": "张小明"}, contact_name="张小明", contact_phone="13812341234", purpose="读书",
    )["booking"]  # fmt: skip
    if approve:
        demo.accept("approve_booking", who="clerk", booking=key, at=BEFORE)
    return str(key)


def room_of(now: r.StandNow, name: str = "党群会议室") -> r.StandRoom:
    return next(room for room in now.rooms if room.name == name)


def test_a_room_is_free_then_may_be_checked_in_for_then_in_use(demo: DemoStation) -> None:
    key = booked(demo, "10:00", "11:30")
    early = room_of(stand(demo, MONDAY.replace(hour=9, minute=0)))
    assert early.now is None and early.next is not None
    assert (early.next.state, early.next.opens) == (UseState.LATER, 570)
    now = room_of(stand(demo))
    assert now.now is not None and (now.now.state, now.next) == (UseState.OPEN, None)
    demo.accept("check_in", who="clerk", booking=key)
    now = room_of(stand(demo, MONDAY.replace(hour=10, minute=5)))
    assert now.now is not None and now.now.state is UseState.IN_USE
    assert room_of(stand(demo, MONDAY.replace(hour=11, minute=30))).now is None


def test_who_has_come_before_the_time_is_not_asked_for_again(demo: DemoStation) -> None:
    key = booked(demo, "10:00", "11:30")
    demo.accept("check_in", who="clerk", booking=key)
    (use,) = (use for use in stand(demo).uses if use.id == key)
    assert (use.state, use.opens) == (UseState.LATER, None)


def test_requests_that_nobody_has_agreed_to_and_names_are_left_out(demo: DemoStation) -> None:
    booked(demo, "14:00", "15:30")
    undecided = booked(demo, "18:00", "19:30", approve=False)
    now = stand(demo)
    assert undecided not in [use.id for use in now.uses]
    assert "小明" not in str(now) and "138" not in str(now)


def test_the_rules_of_its_screen_are_the_managers(demo: DemoStation) -> None:
    assert (stand(demo).answer_seconds, stand(demo).repeat_seconds) == (12, 5)
    demo.accept("set_policy", who="manager", topic="stand", numbers={"answer_seconds": 20})
    assert stand(demo).answer_seconds == 20
    answer = demo.do("set_policy", who="manager", topic="stand", numbers={"answer_seconds": 0})
    assert (answer.status, answer.reason) == ("refused", "bad_setting")
