"""What is offered instead of a refusal: other times, other rooms, other days, each of which may really be had."""

from datetime import date
from typing import Any

import pytest

from kiosk.commands.base import TimeOfDay
from kiosk.commands.bookings import AlternativesFor
from kiosk.domain.times import clock_text, minutes
from tests.builders import DemoStation
from tests.services.bookings import THURSDAY, a_booking, ask_for_room, set_rule, show


def offers(
    demo: DemoStation, start: str = "08:30", end: str = "10:00", day: date = THURSDAY, **more: Any
) -> list[Any]:
    question = AlternativesFor(
        room=more.pop("room", "huiyishi"),
        date=day,
        start=TimeOfDay(minutes(start)),
        end=TimeOfDay(minutes(end)),
        **more,
    )
    found: list[Any] = demo.ask(question)
    return found


def test_a_taken_time_offers_the_nearest_time_room_and_day(demo: DemoStation) -> None:
    a_booking(demo)
    first = offers(demo)[:3]
    assert [one.how for one in first] == ["other_time", "other_room", "other_day"]
    assert (first[0].date, first[0].start) == (THURSDAY, minutes("10:00"))
    assert (first[1].room, first[1].date, first[1].start) == ("dangjian", THURSDAY, minutes("08:30"))
    assert (first[2].room, first[2].date) == ("huiyishi", date(2026, 11, 27))


@pytest.mark.parametrize(("start", "end"), [("08:30", "10:00"), ("08:30", "11:30"), ("14:00", "17:00")])
@pytest.mark.parametrize("day", ["2026-11-24", "2026-11-26", "2026-12-31"])
def test_whatever_is_offered_may_be_had(demo: DemoStation, start: str, end: str, day: str) -> None:
    a_booking(demo, start=start, end=end)
    found = offers(demo, start, end, date.fromisoformat(day), people=10)
    assert found
    for one in found:
        answer = ask_for_room(
            demo,
            room=one.room,
            date=one.date,
            start=clock_text(one.start),
            end=clock_text(one.end),
            people=10,
        )
        assert answer.status == "accepted", (one, answer)
        demo.accept("cancel_booking", who="clerk", booking=answer.result["booking"])


def test_as_long_as_was_wished_for(demo: DemoStation) -> None:
    assert {one.end - one.start for one in offers(demo, "08:30", "11:30", people=2)} == {180}


def test_no_room_is_offered_that_does_not_hold_them_or_is_not_for_everybody(demo: DemoStation) -> None:
    rooms = {one.room for one in offers(demo, people=25, most=20) if one.how == "other_room"}
    assert rooms == {"rongshu", "lanqiu", "guangchang"}
    set_rule(demo, verified_only=True)
    assert {one.how for one in offers(demo, people=25, most=20)} == {"other_time", "other_day"}


def test_too_soon_offers_the_first_day_that_is_not(demo: DemoStation) -> None:
    found = offers(demo, day=date(2026, 11, 24))
    assert {one.how for one in found} == {"other_day"}
    assert found[0].date == THURSDAY


def test_an_unknown_room_offers_nothing(demo: DemoStation) -> None:
    assert offers(demo, room="nowhere") == []


def test_scripts_read_the_same(demo: DemoStation) -> None:
    where = {"room": "huiyishi", "date": "2026-11-26", "start": "08:30", "end": "10:00"}
    found = show(demo, "alternatives", **where)
    assert len(found) == 6
    assert (found[0]["how"], found[0]["new_start"]) == ("other_time", "10:00")
    assert (
        show(demo, "alternatives", **where | {"date": "soon"})
        == show(demo, "alternatives", room="huiyishi")
        == []
    )
