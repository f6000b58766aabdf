"""Deciding about requests, calling off, strikes and what they cost."""

from datetime import date, timedelta

import pytest

from db import tables as t
from db.work import Work
from tests.builders import DemoStation
from tests.services.bookings import (
    CLUB,
    OUYANG,
    PERSON,
    PHONE,
    THURSDAY,
    ZHANG,
    a_booking,
    an_approved,
    ask_for_room,
    moment,
    show,
    status,
)

LATE = moment(date(2026, 11, 25), "08:31")
IN_TIME = moment(date(2026, 11, 25), "08:30")


def code_of(demo: DemoStation) -> tuple[str, str]:
    answer = ask_for_room(demo)
    return answer.id, str(answer.result["code"])


def test_a_clerk_approves_a_request(demo: DemoStation) -> None:
    booking = a_booking(demo)
    answer = demo.do("approve_booking", who="clerk", booking=booking)
    assert answer.result == {"booking": booking, "status": "approved"}
    assert status(demo, booking) == "approved"
    assert ask_for_room(demo, party=PERSON).reason == "slot_taken"


def test_a_booking_is_found_by_its_number_however_it_is_typed(demo: DemoStation) -> None:
    number = ask_for_room(demo).result["number"]
    assert demo.do("approve_booking", who="manager", booking=f" {number.lower()} ").status == "accepted"


@pytest.mark.parametrize(
    "kind", ["approve_booking", "cancel_booking", "complete_booking", "no_show_booking", "check_in"]
)
def test_an_unknown_booking_is_refused(demo: DemoStation, kind: str) -> None:
    for reference in ("AB9999", "nothing", "'; --"):
        assert demo.do(kind, who="clerk", booking=reference).reason == "unknown_booking"


@pytest.mark.parametrize("who", [None, ZHANG, "librarian", "volunteer"])
def test_only_clerk_and_manager_decide(demo: DemoStation, who: str | None) -> None:
    booking = a_booking(demo)
    assert demo.do("approve_booking", who=who, booking=booking).reason == "not_allowed"
    assert demo.do("reject_booking", who=who, booking=booking, why="改期").reason == "not_allowed"
    assert demo.do("complete_booking", who=who, booking=booking).reason == "not_allowed"


def test_a_request_is_decided_once(demo: DemoStation) -> None:
    booking = an_approved(demo)
    assert demo.do("approve_booking", who="clerk", booking=booking).reason == "already_done"
    assert demo.do("reject_booking", who="clerk", booking=booking, why="改期").reason == "wrong_state"


def test_a_rejected_request_says_why_and_frees_its_slot(demo: DemoStation) -> None:
    booking = a_booking(demo)
    demo.accept("reject_booking", who="clerk", booking=booking, why="当天设备检修")
    assert show(demo, "bookings", id=booking)[0]["why"] == "当天设备检修"
    assert ask_for_room(demo).status == "accepted"
    assert demo.do("approve_booking", who="clerk", booking=booking).reason == "wrong_state"


def test_a_request_that_has_expired_or_begun_cannot_be_approved(demo: DemoStation) -> None:
    booking = a_booking(demo)
    expired = demo.do("approve_booking", who="clerk", booking=booking, at=moment(date(2026, 11, 25), "17:00"))
    assert (expired.reason, expired.detail) == ("too_late", {"until": "2026-11-25T17:00"})
    begun = demo.do("approve_booking", who="clerk", booking=booking, at=moment(THURSDAY, "08:30"))
    assert begun.reason == "too_late"


def test_approving_for_a_year_without_an_official_calendar_warns(demo: DemoStation) -> None:
    asked = moment(date(2031, 3, 3), "09:00")
    booking = a_booking(demo, date=date(2031, 3, 10), at=asked)
    result = demo.accept("approve_booking", who="clerk", booking=booking, at=asked)
    assert result["unofficial"] is True
    assert show(demo, "bookings", id=booking)[0]["unofficial"] is True


def test_approval_looks_again_whether_the_slot_is_free(demo: DemoStation) -> None:
    """Rows that came from elsewhere may already hold it; made by hand here."""
    booking = a_booking(demo)
    taken_by_hand(demo, booking)
    assert demo.do("approve_booking", who="clerk", booking=booking).reason == "occupied"
    assert status(demo, booking) == "requested"


def test_a_cancelled_request_frees_its_slot_without_a_strike(demo: DemoStation) -> None:
    booking = a_booking(demo)
    result = demo.accept("cancel_booking", who="clerk", booking=booking, at=LATE)
    assert "strike" not in result
    assert ask_for_room(demo).status == "accepted"


def test_calling_off_exactly_a_day_before_is_in_time_and_a_minute_later_costs_a_strike(
    demo: DemoStation,
) -> None:
    early, late = an_approved(demo), an_approved(demo, room="dangjian")
    assert "strike" not in demo.accept("cancel_booking", who="clerk", booking=early, at=IN_TIME)
    struck = demo.accept("cancel_booking", who="clerk", booking=late, at=LATE)["strike"]
    row = show(demo, "strikes", id=struck)[0]
    assert (row["party"], row["cause"], row["why"], row["state"]) == (
        "银龄读书会",
        late,
        "late_cancel",
        "counts",
    )
    assert row["expires_at"] == (LATE + timedelta(days=90)).isoformat()


def test_the_holder_of_the_slip_cancels_with_its_code(demo: DemoStation) -> None:
    booking, code = code_of(demo)
    assert demo.do("cancel_booking", booking=booking).reason == "not_allowed"
    assert demo.do("cancel_booking", code="YZ1:AAAAAAAAAAAAAAAAAAAAAAAAAA").reason == "unknown_code"
    assert demo.do("cancel_booking", code="hello").reason == "unknown_code"
    assert demo.do("cancel_booking").reason == "unknown_booking"
    assert demo.accept("cancel_booking", code=code.lower())["booking"] == booking


def test_a_code_opens_no_other_booking(demo: DemoStation) -> None:
    _, code = code_of(demo)
    other = a_booking(demo, room="dangjian")
    assert demo.do("cancel_booking", booking=other, code=code).reason == "unknown_code"
    assert status(demo, other) == "requested"


def test_a_slip_code_is_kept_nowhere(demo: DemoStation) -> None:
    _, code = code_of(demo)
    demo.accept("cancel_booking", code=code)
    demo.close()
    secret = code.removeprefix("YZ1:").encode()
    files = [path for path in demo.folder.path.rglob("*") if path.is_file()]
    assert files and not any(secret in path.read_bytes() for path in files)


def test_residents_cancel_their_own_and_nobody_elses(demo: DemoStation) -> None:
    booking = a_booking(demo, who=ZHANG)
    assert demo.do("cancel_booking", who=OUYANG, booking=booking).reason == "not_allowed"
    assert demo.do("cancel_booking", who="librarian", booking=booking).reason == "not_allowed"
    assert demo.accept("cancel_booking", who=ZHANG, booking=booking)["status"] == "cancelled"


def two_strikes(demo: DemoStation, **party: object) -> None:
    for room in ("huiyishi", "dangjian"):
        booking = an_approved(demo, room=room, **party)
        demo.accept("cancel_booking", who="clerk", booking=booking, at=LATE)


def test_two_strikes_suspend_an_organisation_by_its_code_whatever_it_calls_itself(demo: DemoStation) -> None:
    two_strikes(demo)
    demo.at = LATE
    again = {"date": date(2026, 12, 7), "contact_phone": "13900001111"}
    for party in (CLUB, CLUB | {"name": "读书会"}, {"kind": "organisation", "name": "银龄读书会"}):
        answer = ask_for_room(demo, party=party, **again)
        assert (answer.reason, answer.detail) == ("suspended", {"until": "2026-12-25"})
    other = {"kind": "organisation", "name": "三八志愿队", "uscc": "51460100MJ0000026Q"}
    assert ask_for_room(demo, party=other, **again).status == "accepted"


def test_without_a_code_strikes_belong_to_name_and_phone_together(demo: DemoStation) -> None:
    two_strikes(demo, party=PERSON)
    demo.at = LATE
    again = {"date": date(2026, 12, 7), "party": PERSON}
    assert ask_for_room(demo, **again, contact_phone=f"+86 {PHONE}").reason == "suspended"
    assert ask_for_room(demo, **again, contact_phone="13900001111").status == "accepted"


def test_a_card_holder_without_phone_is_suspended_as_the_person(demo: DemoStation) -> None:
    mine = {
        "party": {"kind": "person", "name": ""},
        "contact_name": None,
        "contact_phone": None,
        "who": ZHANG,
    }
    two_strikes(demo, **mine)
    demo.at = LATE
    assert ask_for_room(demo, date=date(2026, 12, 7), **mine).reason == "suspended"
    assert ask_for_room(demo, date=date(2026, 12, 7), **(mine | {"who": OUYANG})).status == "accepted"


def test_a_card_holder_is_suspended_whatever_phone_is_typed(demo: DemoStation) -> None:
    alone = {"party": PERSON, "who": ZHANG}
    two_strikes(demo, **alone)
    again = {"at": LATE, "date": date(2026, 12, 7), "party": PERSON}
    assert ask_for_room(demo, **again, who=ZHANG, contact_phone="13987654321").reason == "suspended"
    assert ask_for_room(demo, **again, who=OUYANG, contact_phone="13987654321").status == "accepted"


def test_strikes_from_before_the_card_was_shown_count_with_it(demo: DemoStation) -> None:
    two_strikes(demo, party=PERSON)
    again = {"at": LATE, "date": date(2026, 12, 7), "party": PERSON}
    assert ask_for_room(demo, **again, who=ZHANG).reason == "suspended"


def test_one_strike_suspends_nobody_and_a_suspension_ends(demo: DemoStation) -> None:
    booking = an_approved(demo)
    demo.accept("cancel_booking", who="clerk", booking=booking, at=LATE)
    assert ask_for_room(demo, at=LATE, date=date(2026, 12, 7)).status == "accepted"
    other = an_approved(demo, room="dangjian")
    demo.accept("cancel_booking", who="clerk", booking=other, at=LATE)
    assert ask_for_room(demo, room="dangjian", at=LATE, date=date(2026, 12, 7)).reason == "suspended"
    after = LATE + timedelta(days=30)
    assert ask_for_room(demo, at=after, date=date(2027, 1, 5)).status == "accepted"


def taken_by_hand(demo: DemoStation, booking: str) -> None:
    held = show(demo, "occupations", booking=booking)[0]
    row = {"id": "by hand", "room": held["room_id"], "day": THURSDAY, "start": 540, "end": 560}
    with demo.station._database.write() as connection:
        Work(connection, demo.station._database.books, 1).add_many(
            t.occupations, [row | {"why": "class", "title": "讲座"}]
        )
