"""Cards: who gets one, what stays secret, wrong PINs."""

from typing import Any

import pytest
from sqlalchemy import select

from db import tables as t
from db.engines import Database, sqlite_url
from kiosk.commands.people import CardHolder
from kiosk.commands.station import Listing
from tests.builders import DemoStation

ZHANG, OUYANG, CHILD, BLOCKED = "3709152841", "5281639400", "6139704826", "7823406959"
GOOD = {"name": "林试安", "phone": "138 1234 1234", "birth_month": "1990-05", "consent": "zh-1"}


def register(demo: DemoStation, who: str | None = "clerk", **changes: Any) -> Any:
    fields = {name: value for name, value in (GOOD | changes).items() if value is not None}
    return demo.do("register_resident", who=who, **fields)


def test_a_new_resident_gets_a_card_and_a_pin_that_belong_together(demo: DemoStation) -> None:
    result = register(demo).result
    found = demo.station.identify(result["card"], result["pin"], demo.at)
    assert found.holder is not None
    assert (found.holder.resident, found.holder.masked_name) == (result["resident"], "林*安")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"who": None}, "not_allowed"),
        ({"who": ZHANG}, "not_allowed"),
        ({"who": "volunteer"}, "not_allowed"),
        ({"consent": None}, "missing_consent"),
        ({"consent": "zh-99"}, "missing_consent"),
        ({"name": "林"}, "bad_name"),
        ({"name": "林" * 31}, "bad_name"),
        ({"name": "123"}, "bad_name"),
        ({"phone": "12345"}, "bad_phone"),
        ({"birth_month": "2027-01"}, "bad_form"),
        ({"birth_month": "2016-05"}, "guardian_needed"),
        ({"birth_month": "2016-05", "guardian": "1234567897"}, "unknown_resident"),
        ({"birth_month": "2016-05", "guardian": CHILD}, "guardian_needed"),
        ({"guardian": "nobody"}, "unknown_resident"),
    ],
)
def test_a_registration_that_cannot_be_says_why(
    demo: DemoStation, changes: dict[str, Any], reason: str
) -> None:
    assert register(demo, **changes).reason == reason


@pytest.mark.parametrize("name", ["买买提·吐尔逊", "𠮷㐂", "䶮样", "欧阳试", "Ann Lee"])
def test_every_name_that_people_bear_is_accepted(demo: DemoStation, name: str) -> None:
    assert register(demo, name=name).status == "accepted"


def test_a_child_has_a_guardian_and_a_child_card(demo: DemoStation) -> None:
    result = register(demo, birth_month="2016-05", guardian=ZHANG).result
    holder = demo.ask(CardHolder(card=result["card"]), who="clerk")
    assert (holder.kind, holder.limit) == ("child", 3)


def test_what_identifies_a_person_is_kept_in_the_side_table_alone(demo: DemoStation) -> None:
    result = register(demo, name="林独一", phone="13812345678").result
    database = Database(sqlite_url(demo.folder.own_store))
    with database.read() as connection:
        for table in t.domain.sorted_tables:
            text = str([tuple(row) for row in connection.execute(select(table))])
            assert ("林独一" in text) is ("13812345678" in text) is (table is t.resident_details), table.name
            assert result["pin"] not in text or table is not t.cards
    database.close()


def test_a_number_alone_shows_nobodys_name(demo: DemoStation) -> None:
    assert demo.ask(CardHolder(card=ZHANG)) is None
    assert demo.ask(CardHolder(card=ZHANG), who=OUYANG) is None
    assert demo.ask(CardHolder(card=ZHANG), who=ZHANG).masked_name == "张*明"
    assert demo.ask(CardHolder(card=ZHANG), who="clerk").masked_name == "张*明"
    assert demo.ask(CardHolder(card="nobody"), who="clerk") is None


def test_residents_are_listed_masked_except_for_staff(desk: DemoStation) -> None:
    masked = {row["card"]: row for row in desk.ask(Listing(what="residents"))}[ZHANG]
    assert (masked["name"], masked["phone"], masked["birth_month"]) == ("张*明", "134****0001", None)
    plain = {row["card"]: row for row in desk.ask(Listing(what="residents"), who="clerk")}[ZHANG]
    assert (plain["name"], plain["phone"], plain["birth_month"]) == ("张示明", "13490000001", "1968-04")


def test_five_wrong_pins_lock_the_card_until_the_desk_unlocks_it(demo: DemoStation) -> None:
    left = [demo.station.identify(ZHANG, "0000", demo.at).detail["left"] for _ in range(5)]
    assert left == [4, 3, 2, 1, 0]
    assert demo.station.identify(ZHANG, "1234", demo.at).reason == "card_locked"
    assert demo.do("right_pin", card=ZHANG).reason == "card_locked"
    assert demo.do("unlock_card", card=ZHANG).reason == "not_allowed"
    demo.accept("unlock_card", who="clerk", card=ZHANG)
    assert demo.station.identify(ZHANG, "1234", demo.at).holder is not None


def test_pins_tried_at_the_command_line_lock_the_card_as_those_at_the_screen(demo: DemoStation) -> None:
    knows = demo.station.knows_secret
    assert knows("clerk", "demo") and not knows("clerk", "1234") and not knows("nobody", "")
    assert knows(ZHANG, "1234")
    assert not any(knows(ZHANG, pin) for pin in ("0000", "1111", "2222", "3333", "4444"))
    assert not knows(ZHANG, "1234")


def test_the_right_pin_after_wrong_ones_starts_the_count_anew(demo: DemoStation) -> None:
    demo.station.identify(ZHANG, "0000", demo.at)
    assert demo.station.identify(ZHANG, "1234", demo.at).holder is not None
    assert demo.station.identify(ZHANG, "0000", demo.at).detail == {"left": 4}


@pytest.mark.parametrize(
    ("card", "pin", "reason"),
    [
        (BLOCKED, "1234", "revoked_card"),
        ("1234567897", "1234", "unknown_resident"),
        ("", "", "unknown_resident"),
        (ZHANG, "x" * 10_000, "wrong_pin"),
        (ZHANG, "", "wrong_pin"),
    ],
)
def test_card_and_pin_that_do_not_belong_together_say_why(
    demo: DemoStation, card: str, pin: str, reason: str
) -> None:
    assert demo.station.identify(card, pin, demo.at).reason == reason


@pytest.mark.parametrize("kind", ["wrong_pin", "right_pin"])
def test_a_pin_for_an_unknown_card_changes_nothing(demo: DemoStation, kind: str) -> None:
    assert demo.do(kind, card="1234567897").reason == "unknown_resident"
