"""Organisations: entered once, verified by their credit code, renamed; their strikes go with them."""

from datetime import date, timedelta
from typing import Any

import pytest
from stdnum.cn.uscc import calc_check_digit

from tests.builders import DemoStation
from tests.services.bookings import CLUB, THURSDAY, ZHANG, an_approved, ask_for_room, moment, show

CHOIR = {"kind": "group", "name": "红星合唱队"}
LATER = {"at": moment(date(2026, 11, 30), "09:00"), "date": "2026-12-10"}


@pytest.fixture(scope="module")
def uscc() -> str:
    body = "51460100MJ0000999"
    return body + calc_check_digit(body)


def register(demo: DemoStation, **changes: Any) -> str:
    fields = {"party_kind": "group", "name": CHOIR["name"]} | changes
    return str(demo.accept("register_organisation", who="clerk", **fields)["organisation"])


def refused(demo: DemoStation, kind: str, **fields: Any) -> str | None:
    return demo.do(kind, who="clerk", **fields).reason


def known(demo: DemoStation, key: str) -> dict[str, Any]:
    return show(demo, "organisations", id=key)[0]


def miss_twice(demo: DemoStation, **changes: Any) -> None:
    """Suspended from Thursday on."""
    for start, end in (("08:30", "10:00"), ("10:00", "11:30")):
        booking = an_approved(demo, start=start, end=end, **changes)
        demo.accept("no_show_booking", who="clerk", booking=booking, at=moment(THURSDAY, "20:00"))


def test_an_organisation_is_entered_and_verified_by_its_code(demo: DemoStation, uscc: str) -> None:
    key = register(demo)
    assert (known(demo, key)["verified"], known(demo, key)["uscc"]) == (False, None)
    assert demo.accept("verify_organisation", who="clerk", organisation=key, uscc=uscc) == {
        "organisation": key,
        "uscc": uscc,
    }
    assert (known(demo, key)["verified"], known(demo, key)["uscc"]) == (True, uscc)
    assert refused(demo, "verify_organisation", organisation=uscc) == "already_done"


def test_one_code_is_one_organisation(demo: DemoStation, uscc: str) -> None:
    key = register(demo, uscc=uscc)
    other = register(demo, name="别的合唱队")
    assert (
        refused(demo, "register_organisation", party_kind="group", name="又一个队", uscc=uscc)
        == "already_done"
    )
    assert refused(demo, "verify_organisation", organisation=other, uscc=uscc) == "already_done"
    assert refused(demo, "register_organisation", party_kind="group", name="别的合唱队") == "already_done"
    assert known(demo, key)["uscc"] == uscc


def test_bad_names_codes_and_kinds_are_refused(demo: DemoStation) -> None:
    assert refused(demo, "register_organisation", party_kind="group", name="x" * 61) == "bad_name"
    assert refused(demo, "register_organisation", party_kind="group", name="\u202e队") == "bad_name"
    assert refused(demo, "register_organisation", party_kind="group", name="好队", uscc="12345") == "bad_uscc"
    assert refused(demo, "register_organisation", party_kind="person", name="张三") == "bad_form"
    key = register(demo)
    assert refused(demo, "verify_organisation", organisation=key) == "bad_uscc"
    assert refused(demo, "rename_organisation", organisation=key, name="") == "bad_name"
    assert refused(demo, "rename_organisation", organisation="nobody", name="好队") == "unknown_organisation"


@pytest.mark.parametrize("who", [None, ZHANG, "librarian", "volunteer"])
def test_only_clerk_and_manager_keep_the_list(demo: DemoStation, who: str | None) -> None:
    assert demo.do("verify_organisation", who=who, organisation=CLUB["name"]).reason == "not_allowed"
    assert (
        demo.do("rename_organisation", who=who, organisation=CLUB["name"], name="新名").reason
        == "not_allowed"
    )


def test_a_suspended_organisation_is_told_until_when(demo: DemoStation) -> None:
    miss_twice(demo)
    answer = ask_for_room(demo, **LATER)
    assert (answer.reason, answer.detail) == ("suspended", {"until": "2026-12-26"})
    demo.at = LATER["at"]
    (row,) = show(demo, "organisations", name=CLUB["name"])
    assert row["suspended_until"] == "2026-12-26"


def test_strikes_follow_the_code_not_the_name(demo: DemoStation) -> None:
    miss_twice(demo)
    demo.accept("rename_organisation", who="clerk", organisation=CLUB["name"], name="金龄读书会")
    for party in (
        CLUB,
        CLUB | {"name": "金龄读书会"},
        CLUB | {"name": "又改了名"},
        {"kind": "organisation", "name": "金龄读书会"},
    ):
        assert ask_for_room(demo, party=party, contact_phone="13812349999", **LATER).reason == "suspended", (
            party
        )


def test_its_old_name_still_finds_a_renamed_organisation(demo: DemoStation) -> None:
    demo.accept("rename_organisation", who="clerk", organisation=CLUB["name"], name="金龄读书会")
    booking = an_approved(demo, party={"kind": "organisation", "name": CLUB["name"]})
    (row,) = show(demo, "bookings", id=booking)
    assert row["party"] == "金龄读书会"
    assert row["organisation"] == show(demo, "organisations", name="金龄读书会")[0]["id"]


def test_who_has_the_name_now_comes_before_who_had_it(demo: DemoStation) -> None:
    demo.accept("rename_organisation", who="clerk", organisation=CLUB["name"], name="金龄读书会")
    new = register(demo, party_kind="organisation", name=CLUB["name"])
    booking = an_approved(demo, party={"kind": "organisation", "name": CLUB["name"]})
    assert show(demo, "bookings", id=booking)[0]["organisation"] == new


def test_without_a_code_a_new_name_with_the_same_phone_is_still_the_same(demo: DemoStation) -> None:
    key = register(demo)
    miss_twice(demo, party=CHOIR)
    assert ask_for_room(demo, party=CHOIR, **LATER).reason == "suspended"
    demo.accept("rename_organisation", who="clerk", organisation=key, name="新星合唱队")
    for name in ("红星合唱队", "新星合唱队"):
        assert ask_for_room(demo, party=CHOIR | {"name": name}, **LATER).reason == "suspended"


def test_what_was_noted_before_the_code_was_known_counts_on(demo: DemoStation, uscc: str) -> None:
    key = register(demo)
    miss_twice(demo, party=CHOIR)
    demo.accept("verify_organisation", who="clerk", organisation=key, uscc=uscc)
    assert ask_for_room(demo, party=CHOIR, **LATER).reason == "suspended"
    assert ask_for_room(demo, party=CHOIR | {"uscc": uscc}, **LATER).reason == "suspended"
    after = moment(THURSDAY + timedelta(days=30), "20:01")
    assert ask_for_room(demo, party=CHOIR, at=after, date="2027-01-08").status == "accepted"
