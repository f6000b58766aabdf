"""Codes at the door on a real store: what each of them is answered, who comes in by it, and what comes of that."""

from datetime import timedelta
from pathlib import Path

import pytest

from db import tables as t
from kiosk.code_reading import read_code
from kiosk.commands.checkin import ReadCode
from kiosk.commands.records import CodeRead
from kiosk.domain.codes import SLIP_PREFIX
from kiosk.reports.code_words import told
from tests.builders import MONDAY, DemoStation
from tests.services.bookings import (
    CLUB,
    OUYANG,
    THURSDAY,
    ZHANG,
    ask_for_room,
    moment,
    set_rule,
    show,
    status,
)

COMING = moment(THURSDAY, "08:20")
BLOCKED = "7823406959"


def read(demo: DemoStation, text: str, at=COMING, who: str | None = None) -> CodeRead:
    found: CodeRead = demo.ask(ReadCode(text=text), who=who, at=at)
    assert "{" not in told(found, "zh") + told(found, "en") and "?" not in told(found, "zh")
    return found


def approved(demo: DemoStation, **changes) -> tuple[str, str]:
    """The id of a booking and its slip's code."""
    answer = ask_for_room(demo, **changes)
    demo.accept("approve_booking", who="clerk", booking=answer.id)
    return answer.id, answer.result["code"]


def a_member(demo: DemoStation, card: str) -> None:
    """Of the reading club."""
    demo.accept("add_membership", who="clerk", resident=card, organisation=CLUB["name"], role="member")


@pytest.mark.parametrize(
    ("at", "state", "says"),
    [
        (MONDAY, "wrong_day", "11月26日"), (moment(THURSDAY, "07:59"), "too_early", "08:00"),
        (COMING, "ok", "党群会议室"), (moment(THURSDAY, "08:40"), "late", "已经开始"),
        (moment(THURSDAY, "08:46"), "too_late", "08:45"), (COMING + timedelta(days=1), "expired", "11月26日"),
    ],
)  # fmt: skip
def test_a_slip_is_told_when_it_opens_the_door(demo: DemoStation, at, state: str, says: str) -> None:
    booking, code = approved(demo)
    found = read(demo, code.lower() + "\r\n", at)
    assert (found.kind, found.state) == ("booking", state) and says in told(found, "zh")
    assert found.booking is not None and (found.booking.id, found.booking.seats) == (booking, 30)
    assert found.lets_in == (demo.do("check_in", code=code, at=at).status == "accepted")


def test_window_and_grace_are_the_stations_own(demo: DemoStation) -> None:
    _, code = approved(demo)
    set_rule(demo, check_in_before=60, check_in_after=30)
    assert read(demo, code, moment(THURSDAY, "07:30")).lets_in
    assert read(demo, code, moment(THURSDAY, "09:00")).state == "late"


def test_every_other_end_of_a_booking_has_its_answer(demo: DemoStation) -> None:
    answer = ask_for_room(demo)
    code = answer.result["code"]
    assert read(demo, code).state in ("not_approved", "expired")
    assert read(demo, code, MONDAY).state == "not_approved"
    demo.accept("approve_booking", who="clerk", booking=answer.id)
    demo.accept("cancel_booking", who="clerk", booking=answer.id)
    assert read(demo, code).state == "cancelled"
    second = ask_for_room(demo, room="dangjian")
    demo.accept("reject_booking", who="clerk", booking=second.id, why="另有安排")
    assert read(demo, second.result["code"]).state == "rejected"
    third, its_code = approved(demo, room="dangjian")
    demo.accept("no_show_booking", who="clerk", booking=third, at=moment(THURSDAY, "08:46"))
    assert read(demo, its_code, moment(THURSDAY, "08:50")).state == "too_late"


def test_who_is_in_already_hears_when_and_where(demo: DemoStation) -> None:
    booking, code = approved(demo)
    result = demo.accept("check_in", code=code, at=COMING)
    assert {name: result[name] for name in ("booking", "at", "on", "arrival", "minutes")} == {
        "booking": booking, "at": "2026-11-26T08:20:00", "on": "A", "arrival": "in_time", "minutes": 10,
    }  # fmt: skip
    found = read(demo, code, moment(THURSDAY, "08:41"))
    assert found.state == "already_in" and found.booking is not None
    assert (found.booking.in_at, found.booking.in_on) == (COMING, "A")
    assert "08:20" in told(found, "zh") and "08:20" in told(found, "en")
    again = demo.do("check_in", code=code, at=moment(THURSDAY, "08:41"))
    assert (again.reason, again.detail["at"], again.detail["on"]) == (
        "already_done",
        "2026-11-26T08:20:00",
        "A",
    )
    assert [row["on"] for row in show(demo, "check_ins")] == ["A"]


def test_the_leaders_card_and_any_members_open_the_door(demo: DemoStation) -> None:
    booking, _ = approved(demo, who=ZHANG)
    assert read(demo, ZHANG).lets_in and not read(demo, OUYANG).booking
    assert demo.do("check_in", code=OUYANG, at=COMING).reason == "unknown_booking"
    a_member(demo, OUYANG)
    found = read(demo, OUYANG)
    assert found.kind == "card" and found.lets_in and found.booking is not None
    assert (found.booking.leader, found.booking.party) == ("张*明", "银龄读书会")
    assert demo.accept("check_in", code=OUYANG, at=COMING)["booking"] == booking
    assert read(demo, OUYANG).state == "already_in"
    assert b"5281639400" not in demo_payloads(demo)


def test_a_member_signed_in_checks_in_too_and_one_who_left_does_not(demo: DemoStation) -> None:
    booking, _ = approved(demo)
    assert demo.do("check_in", who=OUYANG, booking=booking, at=COMING).reason == "not_allowed"
    a_member(demo, OUYANG)
    (member,) = [row for row in show(demo, "memberships") if row["role"] == "member"][-1:]
    demo.accept("end_membership", who="clerk", membership=member["id"], at=MONDAY + timedelta(days=1))
    assert demo.do("check_in", who=OUYANG, booking=booking, at=COMING).reason == "not_allowed"


def test_heads_are_counted_once_they_are_in_and_the_last_count_stands(demo: DemoStation) -> None:
    booking, code = approved(demo)
    assert demo.do("count_people", code=code, people=9, at=COMING).reason == "wrong_state"
    demo.accept("check_in", code=code, at=COMING)
    for people in (9, 41):
        demo.accept("count_people", code=code, people=people, at=COMING)
    assert show(demo, "bookings", id=booking)[0]["attended"] == 41
    assert demo.do("count_people", booking=booking, people=9, at=COMING).reason == "not_allowed"


def test_checking_out_gives_the_rest_of_the_time_back_at_once(demo: DemoStation) -> None:
    booking, _ = approved(demo)
    a_member(demo, OUYANG)
    demo.accept("check_in", code=OUYANG, at=COMING)
    left = demo.accept("release_booking", code=OUYANG, at=moment(THURSDAY, "09:10"))
    assert (left["status"], left["end"]) == ("completed", "09:11")
    block = {"room": "huiyishi", "date": "2026-11-26", "why": "maintenance", "title": "检修"}
    demo.accept(
        "block_room", who="manager", start="09:15", end="10:00", at=moment(THURSDAY, "09:11"), **block
    )
    assert status(demo, booking) == "completed"
    assert read(demo, OUYANG, moment(THURSDAY, "09:12")).booking is None


def test_a_member_gives_nothing_back_before_anybody_came(demo: DemoStation) -> None:
    approved(demo, who=ZHANG)
    a_member(demo, OUYANG)
    early = moment(THURSDAY, "08:10")
    assert demo.do("release_booking", code=OUYANG, at=early, end="09:00").reason == "not_allowed"
    assert demo.do("release_booking", code=ZHANG, at=early, end="09:00").reason in (None, "bad_times")


def test_cards_books_numbers_and_slips_are_told_apart(demo: DemoStation) -> None:
    ticket = demo.accept("open_ticket", item="gaoling")
    cases = {
        ticket["code"]: ("slip", "ok"), ZHANG: ("card", "ok"), BLOCKED: ("card", "blocked"), "S0000001": ("copy", "ok"),
        "9787540468422": ("isbn", "ok"), "S9999999": ("copy", "unknown"), "9787111111115": ("isbn", "unknown"),
        "AB0001": ("booking", "needs_code"), "A001": ("slip", "needs_code"), "YZP1:" + "A" * 26: ("pairing", "nothing_pairs"),
        SLIP_PREFIX + "A" * 26: ("unknown", "unknown"), "https://a.cn": ("foreign", "unknown"),
    }  # fmt: skip
    for text, answer in cases.items():
        found = read(demo, text, MONDAY)
        assert (found.kind, found.state) == answer, text
    assert read(demo, ticket["code"], MONDAY + timedelta(days=1)).state == "expired"


def test_staff_may_go_by_a_bookings_number(demo: DemoStation) -> None:
    booking, _ = approved(demo)
    number = show(demo, "bookings", id=booking)[0]["number"]
    assert read(demo, number).state == "needs_code" and not read(demo, number).lets_in
    for who in ("volunteer", "clerk"):
        assert read(demo, number, who=who).lets_in
    assert read(demo, "AB9999", who="clerk").state == "unknown"


def test_nothing_that_was_scanned_is_stored(demo: DemoStation) -> None:
    before = [file.read_bytes() for file in (demo.folder.database, demo.folder.own_store)]
    for text in (
        "134567890123456789",
        "11010519491231002X",
        "https://a.cn/secret",
        "x" * 10**6,
        "\x00'\"\\",
        SLIP_PREFIX,
    ):
        assert read(demo, text).kind == "foreign"
    assert [file.read_bytes() for file in (demo.folder.database, demo.folder.own_store)] == before


def test_a_store_holds_no_code_but_its_hash(demo: DemoStation) -> None:
    _, code = approved(demo)
    demo.accept("check_in", code=code, at=COMING)
    folder = Path(demo.folder.path)
    kept = b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())
    assert code.removeprefix(SLIP_PREFIX).encode() not in kept


def test_a_code_that_is_nowhere_here_is_asked_of_the_hub(demo: DemoStation) -> None:
    asked = []
    exchange = demo.station.exchange
    demo.station.exchange = lambda message=None: asked.append(1) or exchange(message)  # type: ignore[method-assign]
    assert read_code(demo.station, SLIP_PREFIX + "A" * 26).state == "unknown" and len(asked) == 1
    assert read_code(demo.station, "https://a.cn").kind == "foreign" and len(asked) == 1


def demo_payloads(demo: DemoStation) -> bytes:
    with demo.station._database.read() as connection:
        return b"".join(
            row.payload for row in connection.execute(t.outbox.select()) if row.kind == "check_in"
        )
