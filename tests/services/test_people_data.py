"""What people agreed to, have corrected, wish to be gone; who is whose guardian; who belongs to what."""

from datetime import timedelta
from typing import Any

import pytest

from db import tables as t
from kiosk.commands.library import CheckOutCopy
from kiosk.commands.people import EraseResident
from kiosk.commands.people_data import CorrectDetails
from tests.builders import DemoStation
from tests.services.people import (
    CHEN,
    CHILD,
    LI,
    OUYANG,
    PIN,
    ZHANG,
    card,
    new_resident,
    resident,
    show,
    stored,
)

DAY = timedelta(days=1)


# Consent


def test_a_consent_that_is_withdrawn_lets_the_cards_rest_until_it_is_given_again(demo: DemoStation) -> None:
    demo.accept("withdraw_consent", who=ZHANG)
    assert card(demo, ZHANG)["state"] == "withdrawn"
    assert demo.station.identify(ZHANG, PIN, demo.at).reason == "revoked_card"
    assert demo.do("issue_card", who="clerk", resident=resident(demo, ZHANG)).reason == "missing_consent"
    demo.accept("record_consent", who="clerk", resident=ZHANG, consent="zh-1")
    assert demo.station.identify(ZHANG, PIN, demo.at).holder is not None


def test_each_consent_is_kept_with_its_text_moment_and_person(demo: DemoStation) -> None:
    demo.accept("withdraw_consent", who=ZHANG)
    demo.accept("record_consent", who="clerk", resident=ZHANG, consent="zh-1", at=demo.at + DAY)
    kept = show(demo, "consents", resident=resident(demo, ZHANG))
    assert [
        (row["consent"], row["given"], row["at"].isoformat(), row["by"].split(":")[0]) for row in kept
    ] == [
        ("zh-1", True, "2000-01-01T09:00:00", "demo"),
        ("zh-1", False, "2026-11-23T09:41:00", "resident"),
        ("zh-1", True, "2026-11-24T09:41:00", "operator"),
    ]
    assert kept[0]["stands"] is True


def test_a_lost_card_stays_lost_whatever_becomes_of_the_consent(demo: DemoStation) -> None:
    demo.accept("block_card", who="clerk", card=ZHANG)
    demo.accept("withdraw_consent", who="clerk", resident=ZHANG)
    assert demo.do("unblock_card", who="clerk", card=ZHANG).reason == "missing_consent"
    demo.accept("record_consent", who="clerk", resident=ZHANG, consent="zh-1")
    assert card(demo, ZHANG)["state"] == "lost"


@pytest.mark.parametrize(
    ("kind", "who", "fields", "reason"),
    [
        ("record_consent", "clerk", {"resident": ZHANG, "consent": "zh-9"}, "missing_consent"),
        ("record_consent", "clerk", {"resident": ZHANG, "consent": "zh-1"}, "already_done"),
        ("record_consent", ZHANG, {"resident": OUYANG, "consent": "zh-1"}, "not_allowed"),
        ("withdraw_consent", ZHANG, {"resident": OUYANG}, "not_allowed"),
        ("withdraw_consent", "clerk", {}, "unknown_resident"),
        ("withdraw_consent", None, {"resident": ZHANG}, "not_allowed"),
    ],
)
def test_a_consent_that_cannot_be_says_why(
    demo: DemoStation, kind: str, who: str | None, fields: dict[str, Any], reason: str
) -> None:
    assert demo.do(kind, who=who, **fields).reason == reason


# Guardians


def test_under_eighteen_a_guardian_is_recorded_and_missed(desk: DemoStation) -> None:
    young = new_resident(desk, birth_month="2010-05")
    assert young["guardian_missing"] is True
    assert "guardian_missing" not in new_resident(desk, birth_month="2010-05", guardian=LI)
    assert "guardian_missing" not in new_resident(desk, birth_month="2000-05")
    desk.accept("set_guardian", who="clerk", resident=young["card"], guardian=LI)
    row = show(desk, "residents", id=young["resident"])[0]
    assert (row["minor"], row["guardian"]) == (True, resident(desk, LI))


@pytest.mark.parametrize(
    ("guardian", "reason"),
    [(CHILD, "guardian_needed"), (ZHANG, "guardian_needed"), ("1234567897", "unknown_resident")],
)
def test_not_everybody_can_be_a_guardian(demo: DemoStation, guardian: str, reason: str) -> None:
    assert demo.do("set_guardian", who="clerk", resident=ZHANG, guardian=guardian).reason == reason


# Corrections


def test_the_desk_corrects_what_is_wrong(desk: DemoStation) -> None:
    fields = {"name": "张示朋", "phone": "138-1111-2222", "birth_month": "1968-05"}
    assert desk.accept("correct_details", who="clerk", resident=ZHANG, **fields)["corrected"] == sorted(
        fields
    )
    row = show(desk, "residents", id=resident(desk, ZHANG))[0]
    assert (row["name"], row["masked_name"], row["phone"], row["birth_month"]) == (
        "张示朋", "张*朋", "13811112222", "1968-05",
    )  # fmt: skip


def test_residents_correct_their_phone_alone(desk: DemoStation) -> None:
    desk.accept("correct_details", who=ZHANG, phone="13811112222")
    assert show(desk, "residents", id=resident(desk, ZHANG))[0]["phone"] == "13811112222"
    assert desk.do("correct_details", who=ZHANG, name="张三").reason == "not_allowed"
    assert desk.do("correct_details", who=ZHANG, resident=OUYANG, phone="13811112222").reason == "not_allowed"


def test_a_phone_corrected_at_a_kiosk_reaches_the_desk_and_stays_nowhere_else(shared: Any) -> None:
    kiosk, desk = shared["a"], shared["c"]
    answer = kiosk.do(CorrectDetails(phone="13811112222"), kiosk.find_actor(ZHANG))
    assert answer.status == "accepted"
    desk.exchange()
    assert "13811112222" in {row.phone for row in shared.in_home("c", t.resident_details)}
    assert shared.in_home("a", t.resident_details) == []
    assert shared.wrongs() == []


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, "bad_form"),
        ({"name": "1"}, "bad_name"),
        ({"phone": "123"}, "bad_phone"),
        ({"birth_month": "2027-01"}, "bad_form"),
        ({"birth_month": "2018-01"}, "guardian_needed"),
    ],
)
def test_a_correction_is_checked_like_a_registration(
    desk: DemoStation, fields: dict[str, Any], reason: str
) -> None:
    assert desk.do("correct_details", who="clerk", resident=ZHANG, **fields).reason == reason


def test_an_empty_phone_takes_it_away(desk: DemoStation) -> None:
    desk.accept("correct_details", who=ZHANG, phone="")
    assert show(desk, "residents", id=resident(desk, ZHANG))[0]["phone"] is None


def test_a_wish_for_a_correction_is_answered_by_correcting_that(desk: DemoStation) -> None:
    for what in ("name", "birth_month"):
        desk.accept("request_correction", who=ZHANG, what=what)
    assert desk.do("request_correction", who=ZHANG, what="name").reason == "already_done"
    desk.accept("correct_details", who="clerk", resident=ZHANG, name="张示朋")
    assert {row["what"]: row["status"] for row in show(desk, "correction_requests")} == {
        "name": "done", "birth_month": "open",
    }  # fmt: skip


# Erasure


def test_a_wish_for_erasure_waits_at_the_desk_for_its_answer(desk: DemoStation) -> None:
    desk.accept("check_out_copy", who=ZHANG, copy="S0000005")
    wish = desk.accept("request_erasure", who=ZHANG)["wish"]
    row = show(desk, "erasure_requests", id=wish)[0]
    assert (row["name"], row["status"], row["books_out"]) == ("张示明", "open", 1)
    assert desk.do("erase_resident", who="manager", resident=ZHANG).reason == "books_out"
    desk.accept("return_copy", copy="S0000005")
    desk.accept("erase_resident", who="manager", resident=ZHANG)
    row = show(desk, "erasure_requests", id=wish)[0]
    assert (row["name"], row["phone"], row["status"]) == ("", None, "done")
    assert show(desk, "memberships", resident=row["resident"]) == []
    assert card(desk, ZHANG)["state"] == "ended"


def test_who_has_changed_their_mind_says_so(demo: DemoStation) -> None:
    wish = demo.accept("request_erasure", who=ZHANG)["wish"]
    assert demo.do("request_erasure", who=ZHANG).reason == "already_done"
    assert demo.do("withdraw_data_wish", who=OUYANG, wish=wish).reason == "not_allowed"
    demo.accept("withdraw_data_wish", who=ZHANG, wish=wish)
    assert demo.do("withdraw_data_wish", who=ZHANG, wish=wish).reason == "wrong_state"
    assert demo.do("withdraw_data_wish", who=ZHANG, wish="none").reason == "unknown_wish"
    demo.accept("request_erasure", who=ZHANG)


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("issue_card", {}), ("record_consent", {"consent": "zh-1"}), ("withdraw_consent", {}),
        ("correct_details", {"name": "张示明"}), ("request_erasure", {}), ("request_correction", {"what": "name"}),
        ("add_membership", {"organisation": "墨香社"}), ("set_guardian", {"guardian": LI}),
        ("merge_residents", {"other": LI}),
    ],
)  # fmt: skip
def test_no_erased_person_gets_anything_back(desk: DemoStation, kind: str, fields: dict[str, Any]) -> None:
    key = desk.accept("erase_resident", who="manager", resident=CHEN)["resident"]
    assert desk.do(kind, who="clerk", resident=key, **fields).reason == "erased"
    row = stored(desk, t.resident_details, key)
    assert (row.name, row.phone, row.birth_month, row.deleted) == ("", None, None, True)


def test_a_book_lent_elsewhere_to_somebody_erased_meanwhile_is_the_desks_to_look_for(shared: Any) -> None:
    """A resident erased in mid-loan: nothing of them comes back, and the desk hears of the book."""
    kiosk, desk = shared["a"], shared["c"]
    shared.hide()
    kiosk.do(CheckOutCopy(copy="S0000005"), kiosk.find_actor(CHEN))
    shared.show()
    assert desk.do(EraseResident(resident=CHEN), desk.find_actor("manager")).status == "accepted"
    kiosk.exchange()
    refused = shared.stored(t.outcomes)[-1]
    assert (refused.kind, refused.reason, refused.attention) == ("check_out_copy", "erased", True)
    assert shared.stored(t.loans) == []
    assert shared.wrongs() == []


# Memberships


def test_a_membership_has_its_role_days_and_tags(demo: DemoStation) -> None:
    more = {
        "role": "leader",
        "from_day": "2026-12-01",
        "until_day": "2027-05-31",
        "tags": ["volunteer", "volunteer"],
    }
    made = demo.accept("add_membership", who="clerk", resident=ZHANG, organisation="墨香社", **more)
    row = show(demo, "memberships", id=made["membership"])[0]
    assert (row["organisation_name"], row["role"], row["tags"], row["active"]) == (
        "墨香社",
        "leader",
        ["volunteer"],
        False,
    )
    demo.at += DAY * 10
    assert show(demo, "memberships", id=made["membership"])[0]["active"] is True


def test_nobody_belongs_twice_at_the_same_time(demo: DemoStation) -> None:
    fields = {"resident": ZHANG, "organisation": "墨香社"}
    made = demo.accept("add_membership", who="clerk", **fields)
    assert demo.do("add_membership", who="clerk", **fields).reason == "already_done"
    demo.accept("end_membership", who="clerk", membership=made["membership"])
    assert demo.do("end_membership", who="clerk", membership=made["membership"]).reason == "already_done"
    assert demo.do("add_membership", who="clerk", **fields).reason == "already_done"
    demo.accept("add_membership", who="clerk", **fields, at=demo.at + DAY)


@pytest.mark.parametrize(
    ("kind", "fields", "reason"),
    [
        ("add_membership", {"resident": ZHANG, "organisation": "没有这个"}, "unknown_organisation"),
        ("add_membership", {"resident": "1234567897", "organisation": "墨香社"}, "unknown_resident"),
        (
            "add_membership",
            {"resident": ZHANG, "organisation": "墨香社", "until_day": "2026-11-01"},
            "bad_form",
        ),
        ("end_membership", {"membership": "none"}, "unknown_membership"),
    ],
)
def test_a_membership_that_cannot_be_says_why(
    demo: DemoStation, kind: str, fields: dict[str, Any], reason: str
) -> None:
    assert demo.do(kind, who="clerk", **fields).reason == reason


def test_an_organisation_is_found_by_its_credit_code(demo: DemoStation) -> None:
    made = demo.accept("add_membership", who="clerk", resident=OUYANG, organisation="51460100MJ0000018X")
    assert show(demo, "memberships", id=made["membership"])[0]["organisation_name"] == "银龄读书会"


def test_who_belongs_where_is_for_staff_and_for_themselves(demo: DemoStation) -> None:
    mine = [row for row in show(demo, "memberships", who=ZHANG) if row["resident"]]
    assert [row["organisation_name"] for row in mine] == ["银龄读书会"]
    assert all(row["resident"] is None for row in show(demo, "memberships", who=None))
