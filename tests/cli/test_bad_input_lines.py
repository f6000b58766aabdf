"""Lines that are no commands, fields of the wrong kind, people of the wrong role: each gets one answer that says so."""

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.commands.base import HUB, KINDS, spec_of
from kiosk.domain.states import Role
from tests.builders import DemoStation
from tests.cli.hostile import EXAMPLES, MONDAY, WHO, Hostile, every_field, good_fields, hostile_user


@pytest.fixture(scope="module")
def user(desk_template: Any, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hostile]:
    demo = DemoStation(desk_template, tmp_path_factory.mktemp("lines") / "home")
    with hostile_user(demo) as hostile:
        yield hostile
    demo.close()


def nested(open_: bytes, close: bytes, depth: int) -> bytes:
    return (
        b'{"kind": "open_ticket", "item": "gaoling", "form": {"a": '
        + open_ * depth
        + b"1"
        + close * depth
        + b"}}"
    )


@pytest.mark.parametrize(
    "line",
    [
        b"{", b"}", b"null", b"1", b'"x"', b"[]", b"\x00", b"\xff\xfe", b'{"kind": "call_help", "page": "x"} x',
        b'{"kind": "call_help", "page": NaN}', b'{"kind": "call_help", "page": Infinity}',
        b'{"kind": "call_help", "page": 1e400}', b'{"kind": "call_help", "page": ' + b"9" * 5000 + b"}",
        b'{"kind": "call_help", "page": "\\ud800"}', b'{"kind": "call_help", "page": "\xed\xa0\x80"}',
        b'{"kind": "call_help", "page": "\xc0\xaf"}', b'{"kind": "call_help", "page": "a\tb"}',
        b"{'kind': 'call_help'}", '{"kind": "call_help", "page": "中"}'.encode("gb18030"),
        '{"kind": "call_help", "page": "x"}'.encode("utf-16"), '{"kind": "call_help"}'.encode("utf-16-le"),
        b"[" * 100_000, b'{"kind":' * 50_000,
    ],
)  # fmt: skip
def test_what_is_not_a_json_object_is_bad_json(user: Hostile, line: bytes) -> None:
    assert user.reason(line) == "bad_json"


@pytest.mark.parametrize("depth", [5, 400, 470, 600, 950, 5000])
@pytest.mark.parametrize(("open_", "close"), [(b'{"a": ', b"}"), (b"[", b"]")])
def test_deep_nesting_is_refused_or_invalid(user: Hostile, open_: bytes, close: bytes, depth: int) -> None:
    assert user.reason(nested(open_, close, depth)) in ("bad_form", "bad_json")


@pytest.mark.parametrize(
    ("line", "reason", "field"),
    [
        ({}, "missing_field", "kind"),
        ({"kind": None}, "missing_field", "kind"),
        ({"kind": 5}, "bad_field", "kind"),
        ({"kind": "call_help", "page": "x", "at": 5}, "bad_field", "at"),
        ({"kind": "call_help", "page": "x", "at": "yesterday"}, "bad_field", "at"),
        ({"kind": "call_help", "page": "x", "at": "0001-01-01T00:00"}, "bad_field", "at"),
        ({"kind": "call_help", "page": "x", "at": "0001-01-01T00:00+14:00"}, "bad_field", "at"),
        ({"kind": "call_help", "page": "x", "at": "9999-12-31T23:59"}, "bad_field", "at"),
        ({"kind": "call_help", "page": "x", "at": "9999-12-31T23:59-12:00"}, "bad_field", "at"),
        ({"kind": "call_help", "page": "x", "as": ["clerk"]}, "bad_field", "as"),
        ({"kind": "call_help", "page": "x", "as": ""}, "bad_field", "as"),
        ({"kind": "call_help", "page": "x", "as": "nobody"}, "bad_field", "as"),
        ({"kind": "call_help", "page": "x", "as": "clerk'; DROP TABLE operators;--"}, "bad_field", "as"),
        ({"kind": "call_help", "page": "x", "pa\x00ge": "x"}, "bad_field", "pa\x00ge"),
        ({"kind": "call_help", "page": "x", "told": {}}, "bad_field", "told"),
    ],
)
def test_what_is_wrong_around_a_command_is_named(
    user: Hostile, line: dict[str, Any], reason: str, field: str
) -> None:
    answer = user.say(line)
    assert (answer["status"], answer["reason"], answer["detail"]["field"]) == ("invalid", reason, field)


@pytest.mark.parametrize(
    "kind", ["", "no_such_thing", "Call_Help", " call_help", "𠮷", "\x00", "request_booking;"]
)
def test_an_unknown_kind_is_said_back(user: Hostile, kind: str) -> None:
    answer = user.say({"kind": kind})
    assert (answer["reason"], answer["kind"]) == ("unknown_kind", kind)


def test_the_same_key_twice_is_one_command_and_one_answer(user: Hostile) -> None:
    assert user.reason(b'{"kind": "call_help", "page": "a", "page": "b"}') == "accepted"


@pytest.mark.parametrize("frame", [(b"\xef\xbb\xbf", b""), (b"", b"\r"), (b"  ", b" \t\r")])
def test_byte_order_marks_and_line_ends_of_other_systems_do_no_harm(
    user: Hostile, frame: tuple[bytes, bytes]
) -> None:
    before, after = frame
    assert user.reason(before + b'{"kind": "call_help", "page": "x"}' + after) == "accepted"


TITLES = {("block_room", "title"), ("add_book", "title")}
"""What is written there, not which one is meant."""


def test_every_field_of_every_kind_refuses_what_is_of_another_kind(user: Hostile) -> None:
    for kind, field, accepted in every_field():
        for name in EXAMPLES.keys() - accepted - ({"integer"} if "number" in accepted else set()):
            answer = user.say({"kind": kind} | good_fields(kind) | {field: EXAMPLES[name]})
            assert (answer["status"], answer["reason"]) == ("invalid", "bad_field"), (kind, field, name)
            assert answer["detail"]["field"].split(".")[0].split("[")[0] == field, answer


def test_every_field_that_is_needed_is_missed_by_name(user: Hostile) -> None:
    for kind in KINDS:
        good = good_fields(kind)
        for field in good:
            answer = user.say({"kind": kind} | {name: value for name, value in good.items() if name != field})
            assert (answer["status"], answer["reason"]) == ("invalid", "missing_field"), (kind, field)
            assert answer["detail"]["field"] == field


def test_no_kind_takes_a_field_that_it_does_not_have(user: Hostile) -> None:
    for kind in KINDS:
        answer = user.say({"kind": kind} | good_fields(kind) | {"surprise": 1})
        assert (answer["reason"], answer["detail"]["field"]) == ("bad_field", "surprise"), kind


@pytest.mark.parametrize("nothing", ["", " ", "\u3000", "\t\n", "\x00\x01", "\u202e\u200f"])
def test_a_reference_that_says_nothing_is_never_taken_for_none(user: Hostile, nothing: str) -> None:
    references = {
        "room",
        "item",
        "ticket",
        "booking",
        "copy",
        "title",
        "resident",
        "on_behalf_of",
        "guardian",
        "card",
        "operator",
        "call",
    }
    for kind, field, accepted in every_field():
        if field in references and "string" in accepted and (kind, field) not in TITLES:
            answer = user.say(
                {"kind": kind, "as": "manager", "at": MONDAY} | good_fields(kind) | {field: nothing}
            )
            assert (answer["reason"], answer["detail"]["field"]) == ("bad_field", field), (kind, field)


@pytest.mark.parametrize("role", WHO)
def test_whoever_may_not_do_it_is_told_so_before_anything_is_looked_up(user: Hostile, role: str) -> None:
    who = {"as": WHO[role]} if WHO[role] else {}
    for kind, cls in KINDS.items():
        allowed = Role(role) in spec_of(cls).by
        if allowed and not spec_of(cls).needs_hub:
            continue  # what they may do is tried elsewhere
        answer = user.say({"kind": kind, "at": MONDAY} | who | good_fields(kind))
        assert (answer["reason"] == "not_allowed") is not allowed, (kind, role, answer)


PROMISED = {
    "open_ticket": "terminal resident clerk librarian volunteer manager",
    "request_booking": "terminal resident clerk librarian volunteer manager",
    "rate_ticket": "terminal resident clerk librarian volunteer manager",
    "call_help": "terminal resident clerk librarian volunteer manager",
    "first_manager": "terminal", "recover_manager": "terminal", "draw_recovery": "manager",
    "add_operator": "manager", "change_operator": "manager",
    "set_password": "clerk librarian volunteer manager",
    "answer_help": "clerk librarian volunteer manager", "close_help": "clerk librarian volunteer manager",
    "call_next": "clerk manager", "start_ticket": "clerk manager", "resolve_ticket": "clerk manager",
    "approve_booking": "clerk manager", "reject_booking": "clerk manager", "register_resident": "clerk librarian manager",
    "check_out_copy": "resident librarian manager", "place_hold": "resident librarian manager",
    "import_books": "librarian manager", "override_day": "manager",
    "no_show_booking": "clerk manager", "complete_booking": "clerk manager", "block_room": "clerk manager",
    "unlock_card": "clerk librarian manager", "renew_loan": "resident librarian manager",
    "renew_loans": "resident librarian manager", "cancel_hold": "resident librarian manager",
    "report_lost": "resident librarian manager", "found_copy": "clerk librarian volunteer manager",
    "mark_damaged": "librarian manager", "repair_copy": "librarian manager", "withdraw_copy": "librarian manager",
    "set_copy_kind": "librarian manager", "keep_history": "resident clerk librarian manager",
}  # fmt: skip


@pytest.mark.parametrize("kind", PROMISED)
def test_the_promised_roles_are_the_ones_in_the_book(kind: str) -> None:
    assert {role.value for role in spec_of(KINDS[kind]).by - HUB} == set(PROMISED[kind].split())
