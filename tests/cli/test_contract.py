"""The fields that scripts use, each through `yizhan do -` and back out of `yizhan show`: one day at the station."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.builders import DemoStation
from tests.cli.test_do import answers, yizhan

MONDAY = "2026-11-23T09:41"
PARTY = {"kind": "organisation", "name": "银龄读书会"}
REQUEST = {
    "kind": "request_booking", "room": "huiyishi", "date": "2026-11-26", "start": "14:00", "end": "15:30", "party": PARTY,
    "contact_name": "张示明", "contact_phone": "13490000001", "purpose": "读书会", "people": 12, "at": MONDAY,
}  # fmt: skip
DAY: list[tuple[dict[str, Any], str]] = [
    ({"kind": "register_resident", "name": "买买提·吐尔逊", "phone": "138 1234 5678", "birth_month": "1950-03",
      "consent": "zh-1", "as": "clerk", "at": MONDAY}, "accepted"),
    ({"kind": "register_resident", "name": "张小样", "birth_month": "2018-03", "consent": "zh-1", "as": "clerk",
      "at": MONDAY}, "guardian_needed"),
    ({"kind": "register_resident", "name": "张小样", "birth_month": "2018-03", "consent": "zh-1", "guardian": "3709152841",
      "as": "clerk", "at": MONDAY}, "accepted"),
    ({"kind": "open_ticket", "item": "gaoling", "at": MONDAY}, "accepted"),
    ({"kind": "open_ticket", "item": "canbao", "form": {"who": "parent"}, "mode": "counter", "priority": True, "at": MONDAY},
     "accepted"),
    ({"kind": "open_ticket", "item": "nosuch", "at": MONDAY}, "unknown_item"),
    ({"kind": "open_ticket", "item": "gaoling", "on_behalf_of": "4597183062", "resident": "3709152841", "as": "clerk",
      "at": MONDAY}, "accepted"),
    ({"kind": "call_next", "counter": "1", "at": MONDAY}, "not_allowed"),
    ({"kind": "call_next", "counter": "1", "as": "clerk", "at": MONDAY}, "accepted"),
    ({"kind": "start_ticket", "ticket": "A002", "as": "clerk", "at": MONDAY}, "accepted"),
    ({"kind": "resolve_ticket", "ticket": "A002", "note": "已办", "as": "clerk", "at": MONDAY}, "accepted"),
    ({"kind": "rate_ticket", "ticket": "A002", "stars": 5, "at": MONDAY}, "accepted"),
    ({"kind": "call_next", "counter": "2", "as": "clerk", "at": MONDAY}, "accepted"),
    ({"kind": "no_show_ticket", "ticket": "A001", "as": "clerk", "at": MONDAY}, "accepted"),
    ({"kind": "reinstate_ticket", "ticket": "A001", "as": "clerk", "at": "2026-11-23T10:30"}, "accepted"),
    ({"kind": "cancel_ticket", "ticket": "A001", "as": "clerk", "at": "2026-11-23T10:31"}, "accepted"),
    (REQUEST, "accepted"),
    (REQUEST, "slot_taken"),
    (REQUEST | {"date": "2026-11-25"}, "too_soon"),
    (REQUEST | {"end": "14:00"}, "bad_times"),
    (REQUEST | {"room": "lanqiu", "party": {"kind": "group", "name": "篮球队"}}, "accepted"),
    (REQUEST | {"room": "menqiu", "party": {"kind": "person", "name": "张示明"}}, "accepted"),
    ({"kind": "approve_booking", "booking": "AB0001", "as": "clerk", "at": "2026-11-24T09:00"}, "accepted"),
    ({"kind": "approve_booking", "booking": "AB0002", "as": "clerk", "at": "2026-11-24T09:00"}, "accepted"),
    ({"kind": "reject_booking", "booking": "AB0003", "why": "场地检修", "as": "clerk", "at": "2026-11-24T09:00"}, "accepted"),
    ({"kind": "check_in", "booking": "AB0001", "as": "volunteer", "at": "2026-11-26T13:50"}, "accepted"),
    ({"kind": "complete_booking", "booking": "AB0001", "as": "clerk", "at": "2026-11-26T15:30"}, "accepted"),
    ({"kind": "no_show_booking", "booking": "AB0002", "as": "clerk", "at": "2026-11-26T14:30"}, "accepted"),
    (REQUEST | {"date": "2026-12-03"}, "accepted"),
    ({"kind": "cancel_booking", "booking": "AB0004", "as": "clerk", "at": "2026-11-27T09:00"}, "accepted"),
    ({"kind": "call_help", "page": "tickets.item", "at": MONDAY}, "accepted"),
    ({"kind": "check_out_copy", "copy": "S0000001", "resident": "3709152841", "as": "librarian", "at": MONDAY}, "accepted"),
    ({"kind": "check_out_copy", "copy": "S0000005", "as": "3709152841", "at": MONDAY}, "accepted"),
    ({"kind": "check_out_copy", "copy": "S0000006", "at": MONDAY}, "not_allowed"),
    ({"kind": "renew_loan", "copy": "S0000001", "as": "3709152841", "at": "2026-12-01T09:00"}, "accepted"),
    ({"kind": "renew_loan", "copy": "S0000001", "as": "3709152841", "at": "2026-12-01T09:00"}, "renewal_limit"),
    ({"kind": "place_hold", "title": "9787540468422", "as": "9164027535", "at": "2026-12-01T09:00"}, "accepted"),
    ({"kind": "return_copy", "copy": "S0000001", "at": "2026-12-02T09:00"}, "accepted"),
]  # fmt: skip


@pytest.fixture(scope="module")
def home(desk_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home after that day."""
    demo = DemoStation(desk_template, tmp_path_factory.mktemp("day") / "home")
    demo.close()
    lines = b"\n".join(json.dumps(line, ensure_ascii=False).encode() for line, _ in DAY)
    run = yizhan(demo.folder.path, "do", "-", lines=lines)
    assert run.returncode == 0, run.stderr.decode()
    heard = [answer["reason"] or answer["status"] for answer in answers(run)]
    assert heard == [expected for _, expected in DAY]
    return demo.folder.path


def shown(home: Path, what: str, *words: str) -> list[dict[str, Any]]:
    run = yizhan(home, "show", what, *words)
    assert run.returncode == 0, run.stderr.decode()
    found: list[dict[str, Any]] = json.loads(run.stdout)
    return found


def test_the_days_tickets_are_shown_with_number_item_and_status(home: Path) -> None:
    found = {
        row["number"]: (row["item"], row["status"])
        for row in shown(home, "tickets", "--where", "day=2026-11-23")
    }
    assert found == {
        "A001": ("gaoling", "cancelled"),
        "A002": ("canbao", "resolved"),
        "A003": ("gaoling", "waiting"),
    }


def test_the_days_bookings_are_shown_with_room_times_and_status(home: Path) -> None:
    fields = ("number", "room", "date", "start", "end", "status", "pending")
    found = [tuple(row[name] for name in fields) for row in shown(home, "bookings")]
    assert sorted(found) == [
        ("AB0001", "huiyishi", "2026-11-26", "14:00", "15:30", "completed", False),
        ("AB0002", "lanqiu", "2026-11-26", "14:00", "15:30", "no_show", False),
        ("AB0003", "menqiu", "2026-11-26", "14:00", "15:30", "rejected", False),
        ("AB0004", "huiyishi", "2026-12-03", "14:00", "15:30", "cancelled", False),
    ]
    assert (
        shown(home, "bookings", "--where", "room=huiyishi", "--where", "status=completed")[0]["number"]
        == "AB0001"
    )


def test_the_no_show_left_a_strike(home: Path) -> None:
    (strike,) = shown(home, "strikes")
    assert strike["booking"] == "AB0002"


def test_loans_and_holds_are_shown(home: Path) -> None:
    loans = {row["copy"]: (row["status"], row["due"]) for row in shown(home, "loans")}
    assert loans == {"S0000001": ("returned", "2027-01-07"), "S0000005": ("open", "2026-12-23")}
    assert [row["status"] for row in shown(home, "holds")] == ["ready"]


def test_people_are_masked_unless_the_one_who_asks_may_see_them(home: Path) -> None:
    masked = [row["name"] for row in shown(home, "residents")]
    assert "张*明" in masked and "张示明" not in masked
    assert "张示明" in [row["name"] for row in shown(home, "residents", "--as", "clerk")]
    assert "13812345678" not in yizhan(home, "show", "residents").stdout.decode()


@pytest.mark.parametrize(
    ("what", "fields"),
    [
        ("rooms", {"id", "code", "name", "bookable", "seats", "part_of"}),
        ("titles", {"id", "title", "author", "isbn"}),
        ("tickets", {"id", "number", "item", "status"}),
        ("bookings", {"id", "room", "date", "start", "end", "status", "pending"}),
        ("outbox", {"id", "kind", "status", "reason", "result"}),
    ],
)
def test_records_have_the_promised_fields(home: Path, what: str, fields: set[str]) -> None:
    assert all(fields <= row.keys() for row in shown(home, what))


@pytest.mark.parametrize(
    "what",
    [
        "items",
        "counters",
        "availability",
        "copies",
        "residents",
        "organisations",
        "calendar",
        "terminals",
        "inbox",
        "areas",
        "policies",
        "operators",
        "hours",
        "consent_texts",
        "station",
    ],
)
def test_every_listing_answers(home: Path, what: str) -> None:
    assert isinstance(shown(home, what), list)


@pytest.mark.parametrize("q", ["三国", "sgyy", "sanguo", "罗贯中", "9787020008728"])
def test_titles_are_found_as_the_screen_finds_them(home: Path, q: str) -> None:
    assert "三国演义（全二册）" in [row["title"] for row in shown(home, "titles", "--where", f"q={q}")]
