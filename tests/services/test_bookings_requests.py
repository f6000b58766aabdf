"""Asking for a room: every way to be refused, and what is kept of a request that was taken."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, select

from db import tables as t
from kiosk.domain.calendar import WorkingCalendar
from kiosk.domain.notice import NoticePolicy, earliest_day
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import (
    CLUB,
    OUYANG,
    PERSON,
    THURSDAY,
    ZHANG,
    a_booking,
    ask_for_room,
    moment,
    set_rule,
    show,
)  # fmt: skip

LONG = ("读书会😀𠮷㐂䶮" * 300)[:2000]


def refused(demo: DemoStation, **changes: Any) -> tuple[str | None, dict[str, Any]]:
    answer = ask_for_room(demo, **changes)
    assert answer.status == "refused", answer
    return answer.reason, answer.detail


def test_a_walk_in_request_is_taken_and_answered_with_its_number_and_code(demo: DemoStation) -> None:
    answer = ask_for_room(demo)
    assert answer.status == "accepted"
    assert answer.result["booking"] == answer.id
    assert answer.result["number"].startswith("AB0")
    assert answer.result["code"].startswith("YZ1:")
    row = show(demo, "bookings", id=answer.id)[0]
    assert (row["room"], row["date"], row["start"], row["end"]) == (
        "huiyishi",
        "2026-11-26",
        "08:30",
        "10:00",
    )
    assert (row["status"], row["pending"], row["party"]) == ("requested", False, "银龄读书会")
    assert (row["decide_by"], row["expires_at"]) == ("2026-11-24T17:00:00", "2026-11-25T17:00:00")


def test_booking_numbers_go_up_and_a_refused_request_uses_none(demo: DemoStation) -> None:
    first = ask_for_room(demo).result["number"]
    ask_for_room(demo)
    second = ask_for_room(demo, start="10:00", end="11:30").result["number"]
    assert int(second[2:]) == int(first[2:]) + 1


def test_monday_request_for_thursday_is_taken(demo: DemoStation) -> None:
    assert ask_for_room(demo, date=THURSDAY, at=MONDAY).status == "accepted"


def test_wednesday_request_for_saturday_is_refused_with_the_first_possible_date(demo: DemoStation) -> None:
    wednesday, saturday = moment(date(2026, 11, 25), "09:00"), date(2026, 11, 28)
    assert refused(demo, date=saturday, at=wednesday) == ("too_soon", {"earliest": "2026-11-30"})


def test_tuesday_request_for_saturday_is_taken(demo: DemoStation) -> None:
    tuesday = moment(date(2026, 11, 24), "20:59")
    assert ask_for_room(demo, date=date(2026, 11, 28), at=tuesday).status == "accepted"


def test_more_than_thirty_days_ahead_is_refused_with_the_last_possible_date(demo: DemoStation) -> None:
    assert refused(demo, date=date(2026, 12, 24)) == ("too_far_ahead", {"latest": "2026-12-23"})


@pytest.mark.parametrize("day", ["2026-11-22", "2000-01-01", "0001-01-01"])
def test_a_past_date_is_refused(demo: DemoStation, day: str) -> None:
    assert refused(demo, date=day)[0] == "past_date"


def test_the_end_of_time_is_merely_too_far_ahead(demo: DemoStation) -> None:
    assert refused(demo, date="9999-12-31")[0] == "too_far_ahead"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("10:00", "08:30"),
        ("08:30", "08:30"),
        ("09:00", "10:00"),
        ("10:00", "15:30"),
        ("19:30", "24:00"),
        ("24:00", "24:00"),
    ],
)
def test_times_off_the_slots_are_refused_with_the_slots(demo: DemoStation, start: str, end: str) -> None:
    reason, detail = refused(demo, start=start, end=end)
    assert reason == "bad_times"
    assert detail["slots"][0] == "08:30-10:00"


def test_slots_that_touch_may_be_asked_for_together(demo: DemoStation) -> None:
    assert ask_for_room(demo, start="08:30", end="11:30").status == "accepted"


def test_leap_day_of_2028_can_be_had(demo: DemoStation) -> None:
    asked = moment(date(2028, 2, 22), "09:00")
    assert ask_for_room(demo, date=date(2028, 2, 29), at=asked).status == "accepted"


def test_an_unknown_room_is_refused(demo: DemoStation) -> None:
    assert refused(demo, room="wudaguan")[0] == "unknown_room"


def test_a_room_for_walking_in_is_not_bookable(demo: DemoStation) -> None:
    assert refused(demo, room="yuelan")[0] == "not_bookable"


def test_more_people_than_seats_are_refused_with_the_seats(demo: DemoStation) -> None:
    assert refused(demo, people=31) == ("over_capacity", {"seats": 30})
    assert ask_for_room(demo, people=30).status == "accepted"


@pytest.mark.parametrize("people", [0, -1, "twelve", 1.5])
def test_no_people_at_all_is_not_a_request(demo: DemoStation, people: Any) -> None:
    with pytest.raises(msgspec.ValidationError):
        ask_for_room(demo, people=people)


def test_a_day_on_which_the_station_is_closed_is_refused(demo: DemoStation) -> None:
    demo.accept("override_day", who="manager", date=THURSDAY.isoformat(), open=False)
    assert refused(demo)[0] == "closed_day"


def test_a_slot_that_is_asked_for_already_is_refused_with_its_times(demo: DemoStation) -> None:
    a_booking(demo, start="08:30", end="11:30")
    assert refused(demo, start="10:00", end="11:30", party=PERSON) == (
        "slot_taken",
        {"start": "08:30", "end": "11:30"},
    )
    assert ask_for_room(demo, start="14:00", end="15:30").status == "accepted"
    assert ask_for_room(demo, room="dangjian").status == "accepted"


def test_a_part_cannot_be_had_while_its_whole_is_in_use_nor_the_other_way_round(demo: DemoStation) -> None:
    block = {"room": "jianshen", "date": "2026-11-26", "why": "maintenance", "title": "换地胶"}
    demo.accept("block_room", who="manager", start="08:30", end="10:00", **block)
    reason, detail = refused(demo, room="lanqiu")
    assert (reason, detail["title"]) == ("occupied", "换地胶")
    a_booking(demo, room="lanqiu", start="10:00", end="11:30")
    answer = demo.do("block_room", who="manager", start="11:00", end="12:00", **block)
    assert answer.reason == "slot_taken"
    assert ask_for_room(demo, room="menqiu", start="10:00", end="11:30").status == "accepted", (
        "a sister is free"
    )


def test_a_blocked_room_says_what_occupies_it(demo: DemoStation) -> None:
    demo.accept(
        "block_room", who="manager", room="huiyishi", date="2026-11-26", start="00:00", end="24:00",
        why="class", title="消防培训",
    )  # fmt: skip
    assert refused(demo)[1]["title"] == "消防培训"


def test_a_weekly_class_is_in_the_way_of_a_block(demo: DemoStation) -> None:
    answer = demo.do(
        "block_room", who="manager", room="sidianban", date="2026-11-26", start="18:00", end="20:00",
        why="maintenance", title="粉刷",
    )  # fmt: skip
    assert (answer.reason, answer.detail["title"]) == ("occupied", "四点半课堂")


@pytest.mark.parametrize("phone", ["12345", "abc", "138-0000", "+99 12345678"])
def test_a_phone_that_nobody_can_call_is_refused(demo: DemoStation, phone: str) -> None:
    assert refused(demo, contact_phone=phone)[0] == "bad_phone"


def test_a_walk_in_leaves_a_phone_and_a_card_holder_need_not(demo: DemoStation) -> None:
    assert refused(demo, contact_phone=None)[0] == "bad_phone"
    answer = ask_for_room(
        demo, contact_phone=None, contact_name=None, party={"kind": "person", "name": ""}, who=ZHANG
    )
    assert answer.status == "accepted"
    assert show(demo, "bookings", id=answer.id)[0]["party"] == "张*明"


def test_a_contact_name_may_be_left_to_the_desk_but_not_be_nonsense(demo: DemoStation) -> None:
    assert refused(demo, contact_name="??")[0] == "bad_name"
    assert ask_for_room(demo, contact_name=None).status == "accepted"


@pytest.mark.parametrize(
    "party", [{"kind": "person", "name": "1"}, {"kind": "group", "name": ""}, {"kind": "group", "name": "——"}]
)
def test_a_party_without_a_readable_name_is_refused(demo: DemoStation, party: dict[str, str]) -> None:
    assert refused(demo, party=party)[0] == "bad_name"


def test_a_wrong_credit_code_is_refused(demo: DemoStation) -> None:
    assert refused(demo, party=CLUB | {"uscc": "51460100MJ0000018Y"})[0] == "bad_uscc"


@pytest.mark.parametrize("party", [{"name": "银龄读书会"}, {"name": "读书会", "uscc": "51460100mj0000018x"}])
def test_a_known_organisation_is_found_by_its_name_or_its_code(
    demo: DemoStation, party: dict[str, str]
) -> None:
    booking = a_booking(demo, party={"kind": "organisation", **party})
    row = show(demo, "bookings", id=booking)[0]
    assert row["party"] == "银龄读书会"
    assert row["organisation"]


def test_only_staff_may_ask_for_somebody_else(demo: DemoStation) -> None:
    assert refused(demo, resident=OUYANG)[0] == "not_allowed"
    assert refused(demo, resident=OUYANG, who=ZHANG)[0] == "not_allowed"
    assert refused(demo, resident="nobody", who="clerk")[0] == "unknown_resident"
    assert ask_for_room(demo, resident=OUYANG, who="clerk", contact_phone=None).status == "accepted"


def test_a_rule_that_limits_open_requests_holds(demo: DemoStation) -> None:
    set_rule(demo, max_open_requests=1)
    a_booking(demo)
    assert refused(demo, room="dangjian") == ("limit_reached", {"what": "requests", "limit": 1})


def test_a_long_purpose_with_rare_signs_is_kept_exactly(desk: DemoStation) -> None:
    booking = a_booking(desk, purpose=LONG)
    assert len(LONG) == 2000
    assert show(desk, "bookings", who="clerk", id=booking)[0]["purpose"] == LONG
    with pytest.raises(msgspec.ValidationError):
        ask_for_room(desk, purpose="字" * 2001)


@pytest.mark.parametrize("text", ["'; DROP TABLE bookings; --", "<b>hi</b>&amp;", "%s {0} \\n"])
def test_signs_of_other_languages_are_only_text(desk: DemoStation, text: str) -> None:
    booking = a_booking(desk, purpose=text)
    assert show(desk, "bookings", who="clerk", id=booking)[0]["purpose"] == text


def test_what_identifies_people_stands_in_the_details_alone(demo: DemoStation) -> None:
    a_booking(demo, party=PERSON, contact_name="李范本", contact_phone="13487654321", purpose="家长会悄悄话")
    for name in ("bookings", "occupations", "ledger"):
        with demo.station._database.read() as connection:
            kept = str(connection.execute(select(t.domain.tables[name])).all())
        assert not any(secret in kept for secret in ("张示范", "李范本", "13487654321", "家长会悄悄话")), name
    assert show(demo, "bookings")[0]["party"] == "张*范"


def test_deciding_needs_the_slot_of_a_room_by_its_index(demo: DemoStation) -> None:
    with demo.station._database.read() as connection:
        begins = [set(index["column_names"][:2]) for index in inspect(connection).get_indexes("occupations")]
    assert {"day", "room"} in begins


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(asked=st.dates(date(2020, 1, 1), date(2026, 12, 31)), ahead=st.integers(0, 20))
def test_no_day_can_be_asked_for_before_three_working_days_have_passed(
    demo: DemoStation, asked: date, ahead: int
) -> None:
    day = asked + timedelta(days=ahead)
    answer = ask_for_room(demo, date=day, at=moment(asked, "08:00"))
    earliest = earliest_day(NoticePolicy(), WorkingCalendar(), moment(asked, "08:00"))
    assert (answer.reason == "too_soon") == (day < earliest), answer
