"""When the calendar changes, the bookings that it concerns are named, and none is called off by itself."""

from datetime import date
from typing import Any

from tests.builders import DemoStation
from tests.services.bookings import PERSON, THURSDAY, a_booking, an_approved, moment, show, status

SATURDAY = date(2026, 11, 28)
DECEMBER = moment(date(2026, 12, 24), "09:00")


def affected(demo: DemoStation) -> list[tuple[str, list[str]]]:
    return [(row["id"], row["because"]) for row in show(demo, "affected")]


def override(demo: DemoStation, day: date, **what: Any) -> None:
    demo.accept("override_day", who="manager", date=day.isoformat(), **what)


def test_where_nothing_has_changed_nobody_is_affected(demo: DemoStation) -> None:
    a_booking(demo)
    a_booking(demo, date=SATURDAY)
    assert affected(demo) == []


def test_a_make_up_day_declared_after_approval_is_named_and_nothing_called_off(demo: DemoStation) -> None:
    booking = an_approved(demo, date=SATURDAY)
    override(demo, SATURDAY, working=True)
    assert affected(demo) == [(booking, ["now_a_working_day"])]
    assert status(demo, booking) == "approved"
    override(demo, SATURDAY, working=None)
    assert affected(demo) == []


def test_a_working_day_that_became_a_holiday_is_named(demo: DemoStation) -> None:
    booking = a_booking(demo)
    override(demo, THURSDAY, working=False)
    assert affected(demo) == [(booking, ["now_a_day_off"])]


def test_a_day_that_was_closed_is_named(demo: DemoStation) -> None:
    booking = an_approved(demo)
    override(demo, THURSDAY, open=False)
    assert affected(demo) == [(booking, ["closed_day"])]
    demo.accept("cancel_booking", who="clerk", booking=booking)
    assert affected(demo) == []


def test_by_the_official_list_a_booking_of_an_unpublished_year_may_have_come_too_soon(
    demo: DemoStation,
) -> None:
    """31 December for 6 January was four working days ahead, until 4 and 5 January were declared off."""
    asked = {"at": moment(date(2026, 12, 31), "09:00")}
    booking = a_booking(demo, date="2027-01-06", **asked)
    other = a_booking(demo, date="2027-01-11", party=PERSON, **asked)
    demo.at = asked["at"]
    (row,) = show(demo, "bookings", id=booking)
    assert row["unofficial"] is True
    for day in (4, 5):
        demo.accept("override_day", who="manager", date=f"2027-01-0{day}", working=False)
    assert affected(demo) == [(booking, ["too_soon"])]
    assert (status(demo, booking), status(demo, other)) == ("requested", "requested")


def test_what_is_over_is_nobodys_trouble(demo: DemoStation) -> None:
    an_approved(demo)
    override(demo, THURSDAY, open=False)
    demo.at = moment(date(2026, 11, 27), "09:00")
    assert affected(demo) == []
