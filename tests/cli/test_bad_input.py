"""Well-formed commands about what is not there, not possible or not sensible: refused with a reason, nothing changed."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.station import Listing
from kiosk.domain.names import mask_name
from kiosk.services.registry import LISTINGS
from tests.builders import MONDAY as MONDAY_MORNING
from tests.builders import DemoStation
from tests.cli.hostile import BLOCKED, MONDAY, REQUEST, WHO, ZHANG, Hostile, check_sentences, hostile_user

SQL = "'; DROP TABLE bookings; --"
LI, CHILD = "2048573618", "6139704826"
ODD_REFERENCES = [
    "nosuch",
    SQL,
    "<b>x</b>",
    "😀",
    "A999",
    "AB9999",
    "S9999999",
    "9780000000002",
    "%",
    "x" * 100,
    "\\",
    "0",
]


DESK: list[tuple[str, dict[str, Any]]] = [
    *((kind, {}) for kind in ("recall_ticket", "hold_ticket", "request_materials", "materials_received", "give_up",
      "close_ticket", "uphold_complaint", "dismiss_complaint", "fix_complaint", "assign_ticket")),
    *((kind, {"item": "canbao"}) for kind in ("change_item", "add_item", "open_subticket", "transfer_ticket")),
    ("set_priority", {"priority": True}), ("link_for", {"on_behalf_of": ZHANG}), ("add_note", {"note": "x"}),
    ("attach_file", {"file": "x"}), ("schedule_visit", {"date": "2026-11-25", "start": "10:00"}),
]  # fmt: skip


@pytest.fixture(scope="module")
def user(desk_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    """The same for all, since a refusal changes nothing."""
    demo = DemoStation(desk_template, tmp_path_factory.mktemp("bad") / "home")
    with hostile_user(demo) as hostile:
        yield hostile
    demo.close()


@pytest.fixture
def fresh(desk: DemoStation) -> Iterator[Hostile]:
    with hostile_user(desk) as hostile:
        yield hostile


@pytest.mark.parametrize("reference", ODD_REFERENCES)
@pytest.mark.parametrize(
    ("line", "field", "reason"),
    [
        (REQUEST, "room", "unknown_room"),
        ({"kind": "open_ticket"}, "item", "unknown_item"),
        ({"kind": "open_ticket", "item": "gaoling", "as": "clerk"}, "resident", "unknown_resident"),
        ({"kind": "open_ticket", "item": "gaoling", "as": "clerk"}, "on_behalf_of", "unknown_resident"),
        (REQUEST | {"as": "clerk"}, "resident", "unknown_resident"),
        ({"kind": "call_next", "as": "clerk"}, "counter", "unknown_counter"),
        ({"kind": "start_ticket", "as": "clerk"}, "ticket", "unknown_ticket"),
        ({"kind": "resolve_ticket", "as": "clerk"}, "ticket", "unknown_ticket"),
        *(({"kind": kind, "as": "clerk"} | more, "ticket", "unknown_ticket") for kind, more in DESK),
        ({"kind": "call_number", "as": "clerk", "number": "A001"}, "counter", "unknown_counter"),
        ({"kind": "call_number", "as": "clerk", "counter": "1"}, "number", "unknown_ticket"),
        ({"kind": "complete_visit", "as": "clerk"}, "visit", "unknown_visit"),
        ({"kind": "miss_visit", "as": "clerk"}, "visit", "unknown_visit"),
        ({"kind": "cancel_visit", "as": "clerk"}, "visit", "unknown_visit"),
        ({"kind": "change_operator", "as": "manager", "active": False}, "operator", "unknown_operator"),
        ({"kind": "set_password", "as": "manager", "password": "gaoling-1953"}, "operator", "unknown_operator"),
        ({"kind": "answer_help", "as": "volunteer"}, "call", "unknown_help_call"),
        ({"kind": "close_help", "as": "clerk"}, "call", "unknown_help_call"),
        ({"kind": "leave_phone", "phone": "13490000001"}, "ticket", "unknown_ticket"),
        ({"kind": "leave_phone", "phone": "13490000001"}, "code", "unknown_code"),
        ({"kind": "cancel_ticket"}, "ticket", "unknown_ticket"),
        ({"kind": "cancel_ticket"}, "code", "unknown_code"),
        ({"kind": "rate_ticket", "stars": 5}, "ticket", "unknown_ticket"),
        ({"kind": "approve_booking", "as": "clerk"}, "booking", "unknown_booking"),
        ({"kind": "cancel_booking"}, "booking", "unknown_booking"),
        ({"kind": "check_in"}, "booking", "unknown_booking"),
        ({"kind": "check_in"}, "code", "unknown_code"),
        ({"kind": "check_out_copy", "as": "librarian", "resident": ZHANG}, "copy", "unknown_copy"),
        ({"kind": "check_out_copy", "as": "librarian", "copy": "S0000001"}, "resident", "unknown_resident"),
        ({"kind": "return_copy"}, "copy", "unknown_copy"),
        ({"kind": "renew_loan", "as": ZHANG}, "copy", "unknown_copy"),
        ({"kind": "place_hold", "as": ZHANG}, "title", "unknown_title"),
        ({"kind": "unlock_card", "as": "clerk"}, "card", "unknown_resident"),
        ({"kind": "block_room", "as": "manager", "date": "2026-12-01", "start": "08:30", "end": "10:00",
          "why": "class", "title": "x"}, "room", "unknown_room"),
    ],
)  # fmt: skip
def test_what_nobody_knows_is_refused_by_its_name(
    user: Hostile, line: dict[str, Any], field: str, reason: str, reference: str
) -> None:
    assert user.reason({"at": MONDAY} | line, **{field: reference}) == reason


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"start": "15:30", "end": "14:00"}, "bad_times"),
        ({"end": "14:00"}, "bad_times"),
        ({"start": "14:01"}, "bad_times"),
        ({"end": "15:29"}, "bad_times"),
        ({"start": "10:00", "end": "15:30"}, "bad_times"),
        ({"start": "00:00", "end": "24:00"}, "bad_times"),
        ({"start": "24:00", "end": "24:00"}, "bad_times"),
        ({"end": "24:01"}, "bad_field"),
        ({"end": "25:00"}, "bad_field"),
        ({"start": "14:00:00"}, "bad_field"),
        ({"start": "-1:00"}, "bad_field"),
        ({"start": "１４:００"}, "bad_field"),
        ({"start": "下午两点"}, "bad_field"),
        ({"date": "2026-11-22"}, "past_date"),
        ({"date": "0001-01-01"}, "past_date"),
        ({"date": "2026-11-23"}, "too_soon"),
        ({"date": "2026-11-23", "start": "08:30", "end": "10:00"}, "past_date"),
        ({"date": "2026-11-25"}, "too_soon"),
        ({"date": "2026-12-24"}, "too_far_ahead"),
        ({"date": "9999-12-31"}, "too_far_ahead"),
        ({"date": "2027-02-29"}, "bad_field"),
        ({"date": "2028-02-29"}, "too_far_ahead"),
        ({"date": "2026-11-31"}, "bad_field"),
        ({"date": "2026-11-26T14:00"}, "bad_field"),
        ({"date": "２０２６-11-26"}, "bad_field"),
        ({"date": "26.11.2026"}, "bad_field"),
        ({"people": 0}, "bad_field"),
        ({"people": -1}, "bad_field"),
        ({"people": 10**18}, "bad_field"),
        ({"people": 1001}, "over_capacity"),
        ({"purpose": "长" * 10_000}, "bad_field"),
        ({"party": {"kind": "person"}}, "missing_field"),
        ({"party": {"kind": "king", "name": "王"}}, "bad_field"),
        ({"party": {"kind": "person", "name": "王"}}, "bad_name"),
        ({"party": {"kind": "person", "name": "王" * 31}}, "bad_name"),
        ({"party": {"kind": "person", "name": "😀😀"}}, "bad_name"),
        ({"party": {"kind": "person", "name": "张\u200b样"}}, "bad_name"),
        ({"party": {"kind": "group", "name": ""}}, "bad_name"),
        ({"party": {"kind": "group", "name": "。" * 5}}, "bad_name"),
        ({"party": {"kind": "group", "name": "队" * 61}}, "bad_name"),
        ({"party": {"kind": "organisation", "name": "读书会", "uscc": "51460100MJ00000181"}}, "bad_uscc"),
        ({"party": {"kind": "organisation", "name": "读书会", "uscc": "５１"}}, "bad_uscc"),
        ({"contact_name": "王"}, "bad_name"),
        ({"contact_phone": None}, "bad_phone"),
        ({"contact_phone": ""}, "bad_phone"),
        ({"contact_phone": "12345678901"}, "bad_phone"),
        ({"contact_phone": "1349000000"}, "bad_phone"),
        ({"contact_phone": "+1 555 0100"}, "bad_phone"),
        ({"contact_phone": "+999123456789"}, "bad_phone"),
        ({"contact_phone": SQL}, "bad_phone"),
        ({"contact_phone": "☎" * 11}, "bad_phone"),
        ({"resident": ZHANG}, "not_allowed"),
        ({"as": ZHANG, "resident": LI}, "not_allowed"),
        ({"as": "clerk", "resident": BLOCKED}, "revoked_card"),
        ({"as": BLOCKED}, "revoked_card"),
        ({"room": "tushushi"}, "unknown_room"),
    ],
)
def test_a_room_request_that_cannot_be_says_why(user: Hostile, fields: dict[str, Any], reason: str) -> None:
    assert user.reason(REQUEST, **fields) == reason


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ({"kind": "open_ticket", "item": "yanglaochaxun", "mode": "home_visit"}, "bad_form"),
        ({"kind": "open_ticket", "item": "gaoling", "form": {"nosuch\u202e": "<b>"}}, "bad_form"),
        ({"kind": "open_ticket", "item": "gaoling", "form": {SQL: [1]}}, "bad_form"),
        ({"kind": "open_ticket", "item": "gaoling", "phone": "1"}, "bad_phone"),
        ({"kind": "open_ticket", "item": "gaoling", "resident": BLOCKED, "as": "clerk"}, "revoked_card"),
        ({"kind": "open_ticket", "item": "gaoling", "resident": LI, "as": ZHANG}, "not_allowed"),
        ({"kind": "open_ticket", "item": "gaoling", "at": "2026-11-23T23:00"}, "counter_closed"),
        ({"kind": "call_next", "counter": "1", "as": "clerk"}, "nobody_waiting"),
        ({"kind": "open_ticket", "item": "gaoling", "mode": "callback"}, "bad_phone"),
        ({"kind": "open_ticket", "item": "gaoling", "relation": "king"}, "bad_field"),
        ({"kind": "call_number", "counter": "1", "number": "A" * 101, "as": "clerk"}, "bad_field"),
        ({"kind": "add_note", "ticket": "A001", "note": "长" * 2001, "as": "clerk"}, "bad_field"),
        ({"kind": "attach_file", "ticket": "A001", "file": "", "as": "clerk"}, "bad_field"),
        ({"kind": "set_priority", "ticket": "A001", "priority": "yes", "as": "clerk"}, "bad_field"),
        ({"kind": "schedule_visit", "ticket": "A001", "date": "2027-02-29", "start": "10:00", "as": "clerk"}, "bad_field"),
        ({"kind": "schedule_visit", "ticket": "A001", "date": "2026-12-01", "start": "25:00", "as": "clerk"}, "bad_field"),
        ({"kind": "rate_ticket", "ticket": "A001", "stars": 0}, "bad_field"),
        ({"kind": "rate_ticket", "ticket": "A001", "stars": 6}, "bad_field"),
        ({"kind": "check_out_copy", "copy": "S0000001", "resident": BLOCKED, "as": "librarian"}, "revoked_card"),
        ({"kind": "check_out_copy", "copy": "S0000001", "resident": LI, "as": ZHANG}, "not_allowed"),
        ({"kind": "check_out_copy", "copy": "S0000001", "as": "librarian"}, "unknown_resident"),
        ({"kind": "return_copy", "copy": "S0000001"}, "not_on_loan"),
        ({"kind": "renew_loan", "copy": "S0000001", "as": ZHANG}, "not_on_loan"),
        ({"kind": "block_room", "room": "huiyishi", "date": "2026-12-01", "start": "10:00", "end": "10:00",
          "why": "class", "title": "课", "as": "manager"}, "bad_times"),
        ({"kind": "block_room", "room": "huiyishi", "date": "2026-11-01", "start": "10:00", "end": "11:00",
          "why": "class", "title": "课", "as": "manager"}, "past_date"),
        ({"kind": "block_room", "room": "huiyishi", "date": "2026-12-01", "start": "10:00", "end": "11:00",
          "why": "booking", "title": "课", "as": "manager"}, "bad_form"),
        ({"kind": "seed_station", "rows": {"bookings": [{}]}, "as": "manager"}, "already_done"),
        ({"kind": "join_terminal", "name": SQL, "role": "kiosk"}, "already_done"),
    ],
)  # fmt: skip
def test_other_wishes_that_cannot_be_say_why(user: Hostile, line: dict[str, Any], reason: str) -> None:
    assert user.reason({"at": MONDAY} | line) == reason


REGISTER = {"kind": "register_resident", "name": "张三样", "consent": "zh-1", "as": "clerk", "at": MONDAY}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"name": ""}, "bad_name"),
        ({"name": "\u202e\x00 "}, "bad_name"),
        ({"name": "1234"}, "bad_name"),
        ({"name": "<b>" + "x" * 40}, "bad_name"),
        ({"name": "名" * 101}, "bad_field"),
        ({"consent": None}, "missing_consent"),
        ({"consent": "zh-99"}, "missing_consent"),
        ({"consent": SQL}, "missing_consent"),
        ({"phone": "110"}, "bad_phone"),
        ({"birth_month": "2026-13"}, "bad_field"),
        ({"birth_month": "1968-4"}, "bad_field"),
        ({"birth_month": "2026-12"}, "bad_form"),
        ({"birth_month": "2020-01"}, "guardian_needed"),
        ({"birth_month": "2020-01", "guardian": "0000000000"}, "unknown_resident"),
        ({"birth_month": "2020-01", "guardian": CHILD}, "guardian_needed"),
    ],
)
def test_a_registration_that_cannot_be_says_why(user: Hostile, fields: dict[str, Any], reason: str) -> None:
    assert user.reason(REGISTER, **fields) == reason


@pytest.mark.parametrize(
    "name",
    ["𠮷田样", "㐂样", "䶮示例", "买买提·吐尔逊", "欧阳试演", "Mary Ann", "张样<b>", "邓😀样", "O'Neil--"],
)
def test_a_rare_name_is_kept_exactly_and_masked_for_others(fresh: Hostile, name: str) -> None:
    answer = fresh.say(REGISTER | {"name": name})
    assert answer["status"] == "accepted"

    def shown(who: str | None) -> list[str]:
        rows = fresh.demo.ask(Listing(what="residents"), who=who)
        return [row["name"] for row in rows if row["id"] == answer["result"]["resident"]]

    assert shown("clerk") == [name]
    assert shown(None) == [mask_name(name)] != [name]


def test_a_purpose_is_kept_as_it_was_written_but_for_what_nobody_can_see(fresh: Hostile) -> None:
    purpose = f"读书会😀𠮷㐂䶮 <b>{SQL}</b>\n第二行 {{0}} %s"
    line = REQUEST | {"purpose": f" \x07{purpose}\u202e\x00 "}
    assert fresh.reason(line) == "accepted"
    (booking,) = fresh.demo.ask(Listing(what="bookings"), who="clerk")
    assert booking["purpose"] == purpose
    assert fresh.reason(line) == "slot_taken"


@pytest.mark.parametrize("purpose", ["", " ", "\x00"])
def test_a_purpose_may_be_left_out(fresh: Hostile, purpose: str) -> None:
    assert fresh.reason(REQUEST | {"purpose": purpose}) == "accepted"


@pytest.mark.parametrize("card", ["３７０９１５２８４１", "3709 1528 41", "3709-1528-41", " 3709152841\r"])
def test_a_card_is_read_however_it_is_typed(fresh: Hostile, card: str) -> None:
    assert fresh.reason(REQUEST | {"as": card, "contact_phone": None}) == "accepted"
    line = {
        "kind": "check_out_copy",
        "copy": "Ｓ０００ ０００１",
        "resident": card,
        "as": "librarian",
        "at": MONDAY,
    }
    assert fresh.reason(line) == "accepted"


@pytest.mark.parametrize(
    "phone", ["１３４９００００００１", "+86 134-9000-0001", "０８９８ 6822 2222", "+852 9123 4567"]
)
def test_a_phone_is_read_however_it_is_typed(fresh: Hostile, phone: str) -> None:
    assert fresh.reason(REQUEST | {"contact_phone": phone}) == "accepted"


def test_the_last_copy_number_leaves_the_rest_of_an_import_standing(fresh: Hostile) -> None:
    line = {"kind": "import_books", "as": "librarian"}
    last = {"key": "a", "title": "甲", "copies": [{"number": "S9999999"}]}
    assert fresh.reason(line | {"rows": [last]}) == "accepted"
    result = fresh.say(line | {"rows": [{"key": "b", "title": "乙", "copies": [{}]}]})["result"]
    assert (result["added"], result["copies"], result["bad"][0]["reason"]) == (1, 0, "bad_copy_number")


@pytest.mark.parametrize(
    "row",
    [{"key": "", "title": "x"}, {"key": "k", "title": " "}, {"key": "k", "title": "x" * 2001},
     {"key": "k", "title": "x", "year": 10**18}, {"key": "k", "title": "x", "pages": -1},
     {"key": "k", "title": "x", "copies": [{"number": 5}]}],
)  # fmt: skip
def test_a_book_without_key_or_sense_is_no_book(user: Hostile, row: dict[str, Any]) -> None:
    assert user.reason({"kind": "import_books", "as": "manager", "rows": [row]}) == "bad_field"


def test_states_limits_and_own_books_are_said_in_words(fresh: Hostile) -> None:
    day = [
        REQUEST,
        {"kind": "approve_booking", "booking": "AB0001", "as": "clerk"},
        {"kind": "open_ticket", "item": "gaoling"},
        {"kind": "check_out_copy", "copy": "S0000001", "as": ZHANG},
        *({"kind": "check_out_copy", "copy": f"S000000{n}", "as": LI} for n in range(2, 7)),
    ]
    assert [fresh.reason({"at": MONDAY} | line) for line in day] == ["accepted"] * len(day)
    refused = {
        "already_done": {"kind": "approve_booking", "booking": "AB0001", "as": "clerk"},
        "wrong_state": {"kind": "complete_booking", "booking": "AB0001", "as": "clerk"},
        "too_early": {"kind": "no_show_booking", "booking": "AB0001", "as": "clerk"},
        "copy_on_loan": {"kind": "check_out_copy", "copy": "S0000001", "as": ZHANG},
        "limit_reached": {"kind": "check_out_copy", "copy": "S0000007", "as": LI},
        "not_for_you": {"kind": "renew_loan", "copy": "S0000001", "as": LI},
        "unknown_operator": {
            "kind": "assign_ticket",
            "ticket": "A001",
            "operator": "volunteer",
            "as": "clerk",
        },
        "unknown_file": {"kind": "attach_file", "ticket": "A001", "file": "/dev/null", "as": "clerk"},
        "too_far_ahead": {
            "kind": "schedule_visit",
            "ticket": "A001",
            "date": "2028-01-01",
            "start": "10:00",
            "as": "clerk",
        },
    }
    for reason, line in refused.items():
        assert fresh.reason({"at": MONDAY} | line) == reason
    assert fresh.reason({"kind": "rate_ticket", "ticket": "A001", "stars": 5, "at": MONDAY}) == "wrong_state"
    assert (
        fresh.reason({"kind": "start_ticket", "ticket": "A001", "as": "clerk", "at": MONDAY}) == "wrong_state"
    )


@pytest.mark.parametrize(
    ("reason", "detail"),
    [
        ("still_open", {"count": 2}), ("too_large", {"most": 10}), ("wrong_state", {"of": "complaint", "state": "upheld"}),
        ("wrong_state", {"of": "visit", "state": "missed"}), ("limit_reached", {"what": "items", "limit": 3}),
        ("limit_reached", {"what": "notes", "limit": 100}), ("limit_reached", {"what": "attachments", "limit": 20}),
        ("limit_reached", {"what": "visits", "limit": 20}), ("wrong_state", {"of": "booking", "state": "no_show"}),
        ("limit_reached", {"what": "requests", "limit": 2}),
        ("too_late", {"until": "2026-11-26T14:00"}), ("bad_name", {"least": 2, "most": 60}),
        ("copy_on_loan", {"yours": True}), ("copy_on_loan", {"due": "2026-12-23"}), ("occupied", {"title": "四点半课堂"}),
    ],
)  # fmt: skip
def test_a_detail_fills_its_sentence(reason: str, detail: dict[str, Any]) -> None:
    check_sentences(reason, detail)


@pytest.mark.parametrize("what", sorted(LISTINGS))
def test_every_listing_answers_everyone_whatever_is_asked_of_it(user: Hostile, what: str) -> None:
    odd: list[dict[str, str]] = [
        {}, {"q": "'\"%_*( NEAR AND ^"}, {"q": SQL}, {"q": "x" * 10_000}, {"q": "\x00"},
        {name: "'" for name in ("id", "number", "date", "day", "room", "status", "item", "resident")},
        {"date": "0001-01-01"}, {"date": "9999-12-31"}, {"date": "2027-02-29"}, {"day": "２０２６"}, {"": ""},
    ]  # fmt: skip
    for who in WHO.values():
        for where in odd:
            assert isinstance(
                user.demo.ask(Listing(what=what, where=where), who=who, at=MONDAY_MORNING), list
            )
