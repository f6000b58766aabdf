"""The official list of a year comes in: days count by it, and bookings that it concerns are named."""

from datetime import date, timedelta
from typing import Any

import pytest

from db import home as rows
from db.work import Work
from kiosk.services.house import calendar_of
from tests.builders import DemoStation
from tests.services.people import show

OFF = ["2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11",
       "2027-04-05", "2027-05-03", "2027-06-09", "2027-10-01"]  # fmt: skip
AT_WORK = ["2027-01-30", "2027-02-20"]


def a_list(off: list[str] = OFF, at_work: list[str] = AT_WORK) -> list[dict[str, Any]]:
    return [{"date": day, "working": False, "name": "春节"} for day in off] + [
        {"date": day, "working": True, "name": "春节"} for day in at_work
    ]


def calendar(demo: DemoStation) -> Any:
    with demo.station._database.read() as connection:
        return calendar_of(
            Work(connection, demo.station._database.books, rows.read_home(connection).book).book
        )


def book(demo: DemoStation, day: str, at: Any, room: str = "huiyishi") -> str:
    party = {"kind": "group", "name": "墨香社"}
    fields = {
        "start": "08:30",
        "end": "10:00",
        "purpose": "练字",
        "people": 5,
        "contact_phone": "13490000003",
    }
    return str(demo.accept("request_booking", room=room, date=day, party=party, **fields, at=at)["booking"])


def test_a_year_counts_as_published_once_its_list_is_in(demo: DemoStation) -> None:
    assert not calendar(demo).is_official(2027)
    result = demo.accept("import_calendar", who="manager", year=2027, days=a_list())
    assert (result["days"], result["changed"], result["affected"]) == (14, 12, [])
    now = calendar(demo)
    assert now.is_official(2027)
    assert not now.is_working(date(2027, 2, 8)) and now.is_working(date(2027, 1, 30))
    assert now.name(date(2027, 2, 8)) == "春节" and now.name(date(2027, 1, 30)) is None


def test_the_same_list_again_changes_nothing_and_another_takes_its_place(demo: DemoStation) -> None:
    demo.accept("import_calendar", who="manager", year=2027, days=a_list())
    again = demo.accept("import_calendar", who="manager", year=2027, days=list(reversed(a_list())))
    assert again["changed"] == 0
    other = demo.accept("import_calendar", who="manager", year=2027, days=a_list(at_work=["2027-02-27"]))
    assert other["changed"] == 3
    assert calendar(demo).is_working(date(2027, 2, 27)) and not calendar(demo).is_working(date(2027, 1, 30))
    assert [row["year"] for row in show(demo, "calendar_years")] == [2027]


def test_an_imported_list_stands_above_what_the_program_knew(demo: DemoStation) -> None:
    off = [day.replace("2027", "2026") for day in OFF]
    demo.accept("import_calendar", who="manager", year=2026, days=a_list(off, []))
    assert calendar(demo).is_working(date(2026, 10, 2)) and not calendar(demo).is_working(date(2026, 10, 10))


def test_the_managers_word_for_a_day_stays_above_the_list(demo: DemoStation) -> None:
    demo.accept("override_day", who="manager", date="2027-02-08", working=True)
    demo.accept("import_calendar", who="manager", year=2027, days=a_list())
    assert calendar(demo).is_working(date(2027, 2, 8))


def test_bookings_of_changed_days_are_named_and_none_is_cancelled(demo: DemoStation) -> None:
    """Make-up days declared after the approval."""
    asked = demo.at.replace(year=2027, month=1, day=11)
    changed, other = book(demo, "2027-02-08", asked), book(demo, "2027-01-29", asked)
    demo.accept("approve_booking", who="clerk", booking=changed, at=asked + timedelta(days=1))
    result = demo.accept(
        "import_calendar", who="manager", year=2027, days=a_list(), at=asked + timedelta(days=2)
    )
    assert result["affected"] == [changed]
    assert {row["id"]: row["status"] for row in show(demo, "bookings")} == {
        changed: "approved",
        other: "requested",
    }


def test_a_booking_that_was_early_enough_and_is_no_longer_is_named(demo: DemoStation) -> None:
    asked = demo.at.replace(year=2027, month=2, day=1)
    near = book(
        demo, "2027-02-12", asked.replace(day=9)
    )  # Tuesday to Friday: three days, as long as they are workdays
    result = demo.accept("import_calendar", who="manager", year=2027, days=a_list(), at=asked.replace(day=9))
    assert result["affected"] == [near]


@pytest.mark.parametrize(
    ("year", "days", "detail"),
    [
        (2027, [], {"year": 2027, "few": True, "off": 0}),
        (2027, a_list(OFF[:3]), {"year": 2027, "few": True, "off": 3}),
        (2027, a_list(["2026-11-30", *OFF]), {"year": 2027, "date": "2026-11-30"}),
        (2027, a_list(["2028-01-01", *OFF]), {"year": 2027, "date": "2028-01-01"}),
        (2027, a_list([OFF[0], *OFF]), {"year": 2027, "twice": True}),
    ],
)
def test_what_is_no_list_of_that_year_is_refused(
    demo: DemoStation, year: int, days: Any, detail: dict[str, Any]
) -> None:
    refused = demo.do("import_calendar", who="manager", year=year, days=days)
    assert (refused.reason, refused.detail) == ("bad_calendar", detail)


def test_the_last_days_of_december_may_begin_the_list(demo: DemoStation) -> None:
    demo.accept(
        "import_calendar", who="manager", year=2027, days=a_list(["2026-12-31", *OFF], ["2026-12-27"])
    )
    assert not calendar(demo).is_working(date(2026, 12, 31)) and calendar(demo).is_working(date(2026, 12, 27))
    assert not calendar(demo).is_working(date(2026, 10, 2))  # what is known of 2026 stays


@pytest.mark.parametrize("who", [None, "clerk", "librarian", "volunteer"])
def test_only_a_manager_brings_a_calendar_and_only_to_the_hub(demo: DemoStation, who: str | None) -> None:
    assert demo.do("import_calendar", who=who, year=2027, days=a_list()).reason == "not_allowed"
    with demo.cut_off():
        refused = demo.do("import_calendar", who="manager", year=2027, days=a_list())
    assert refused.reason == "hub_unreachable"
