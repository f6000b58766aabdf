"""Cards are given out, stopped, found and replaced; PINs are changed, and only hashes of them go anywhere."""

from typing import Any

import pytest
from sqlalchemy import select

from db import tables as t
from kiosk.commands.cards import ChangePin
from tests.builders import DemoStation
from tests.services.people import BLOCKED, CHILD, LI, OUYANG, PIN, ZHANG, card, new_resident, resident, show


def identify(demo: DemoStation, number: str, pin: str) -> str | None:
    found = demo.station.identify(number, pin, demo.at)
    return found.reason


def test_a_lost_card_is_good_for_nothing_until_it_is_found(demo: DemoStation) -> None:
    demo.accept("block_card", who="clerk", card=ZHANG)
    assert identify(demo, ZHANG, PIN) == "revoked_card"
    assert demo.station.find_actor(ZHANG) is None
    assert (
        demo.do("check_out_copy", who="librarian", copy="S0000001", resident=ZHANG).reason == "revoked_card"
    )
    demo.accept("unblock_card", who="clerk", card=ZHANG)
    assert identify(demo, ZHANG, PIN) is None


def test_residents_stop_their_own_card_and_nobody_elses(demo: DemoStation) -> None:
    assert demo.do("block_card", who=ZHANG, card=OUYANG).reason == "not_allowed"
    demo.accept("block_card", who=ZHANG, card=ZHANG)
    assert card(demo, ZHANG)["state"] == "lost"


def test_a_new_card_in_place_of_a_lost_one_keeps_loans_and_holds_with_their_person(demo: DemoStation) -> None:
    demo.accept("check_out_copy", who=ZHANG, copy="S0000005")
    demo.accept("place_hold", who=ZHANG, title="9787540468422")
    demo.accept("block_card", who="clerk", card=ZHANG)
    given = demo.accept("reissue_card", who="clerk", card=ZHANG)
    assert given["old"] == ZHANG and identify(demo, given["card"], given["pin"]) is None
    assert card(demo, ZHANG)["state"] == "replaced" and identify(demo, ZHANG, PIN) == "revoked_card"
    assert len(show(demo, "loans", resident=resident(demo, given["card"]))) == 1
    assert len(show(demo, "holds", resident=resident(demo, given["card"]))) == 1


def test_a_replaced_card_that_turns_up_stays_what_it_is(demo: DemoStation) -> None:
    demo.accept("reissue_card", who="clerk", card=ZHANG)
    for kind in ("unblock_card", "reissue_card", "block_card"):
        assert demo.do(kind, who="clerk", card=ZHANG).is_refused
    assert card(demo, ZHANG)["state"] == "replaced"


def test_nobody_has_two_good_cards_of_a_kind(demo: DemoStation) -> None:
    assert demo.do("issue_card", who="clerk", resident=ZHANG).reason == "already_done"
    demo.accept("block_card", who="clerk", card=ZHANG)
    given = demo.accept("issue_card", who="clerk", resident=resident(demo, ZHANG))
    assert demo.do("unblock_card", who="clerk", card=ZHANG).reason == "already_done"
    demo.accept("block_card", who="clerk", card=given["card"])
    demo.accept("unblock_card", who="clerk", card=ZHANG)


def test_a_card_that_the_demo_had_blocked_was_lost(demo: DemoStation) -> None:
    assert card(demo, BLOCKED)["state"] == "lost"
    demo.accept("unblock_card", who="librarian", card=BLOCKED)


def test_a_child_that_has_grown_up_gets_a_grown_ups_card(desk: DemoStation) -> None:
    assert desk.accept("reissue_card", who="clerk", card=CHILD)["old"] == CHILD
    young = show(desk, "cards", resident=resident(desk, CHILD), state="good")[0]
    assert young["kind"] == "child"
    desk.at = desk.at.replace(year=2031)
    given = desk.accept("issue_card", who="clerk", resident=young["number"])
    assert card(desk, given["card"])["kind"] == "adult" and card(desk, young["number"])["state"] == "replaced"
    assert show(desk, "residents", id=resident(desk, CHILD))[0]["child"] is False


def test_the_old_pin_opens_the_way_to_a_new_one(demo: DemoStation) -> None:
    demo.accept("change_pin", who=ZHANG, old_pin=PIN, new_pin="7305")
    assert identify(demo, ZHANG, "7305") is None
    assert identify(demo, ZHANG, PIN) == "wrong_pin"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"old_pin": "9999", "new_pin": "7305"}, "wrong_pin"),
        ({"old_pin": PIN, "new_pin": "1111"}, "bad_pin"),
        ({"old_pin": PIN, "new_pin": "4567"}, "bad_pin"),
        ({"old_pin": PIN, "new_pin": "73"}, "bad_pin"),
        ({"old_pin": PIN, "new_pin": "7305", "card": OUYANG}, "not_allowed"),
        ({"old_pin": PIN, "new_pin": "7305", "card": "1234567897"}, "unknown_resident"),
        ({}, "wrong_pin"),
    ],
)  # fmt: skip
def test_a_pin_that_cannot_be_changed_says_why(
    demo: DemoStation, fields: dict[str, Any], reason: str
) -> None:
    assert demo.do("change_pin", who=ZHANG, **fields).reason == reason
    assert identify(demo, ZHANG, PIN) is None


def test_the_same_pin_again_is_no_new_one(demo: DemoStation) -> None:
    demo.accept("change_pin", who=ZHANG, old_pin=PIN, new_pin="7305")
    assert demo.do("change_pin", who=ZHANG, old_pin="7305", new_pin="7305").reason == "bad_pin"


def test_guessing_the_old_pin_locks_the_card_as_anywhere_else(demo: DemoStation) -> None:
    left = [demo.do("change_pin", who=ZHANG, old_pin="0000", new_pin="7305").detail["left"] for _ in range(5)]
    assert left == [4, 3, 2, 1, 0]
    assert demo.do("change_pin", who=ZHANG, old_pin=PIN, new_pin="7305").reason == "card_locked"


def test_of_two_terminals_that_were_cut_off_the_second_change_of_a_pin_is_refused(shared: Any) -> None:
    stations = [shared["a"], shared["b"]]
    shared.hide()
    for station, pin in zip(stations, ("7305", "8416"), strict=True):
        answer = station.do(ChangePin(old_pin=PIN, new_pin=pin), station.find_actor(ZHANG))
        assert answer.status == "pending"
    shared.show()
    for station in stations:
        station.exchange()
    shared["a"].exchange()
    assert shared["a"].identify(ZHANG, "7305").holder is not None
    assert shared["b"].identify(ZHANG, "8416").holder is None
    assert shared.wrongs() == []


def test_the_desk_gives_a_new_pin_once_and_unlocks_the_card(demo: DemoStation) -> None:
    for _ in range(5):
        identify(demo, ZHANG, "0000")
    assert demo.do("reset_pin", who=ZHANG, card=ZHANG).reason == "not_allowed"
    pin = demo.accept("reset_pin", who="clerk", card=ZHANG)["pin"]
    assert identify(demo, ZHANG, pin) is None
    assert demo.do("reset_pin", who="clerk", card=BLOCKED).reason == "revoked_card"


def test_no_pin_is_stored_anywhere_but_as_a_hash(desk: DemoStation) -> None:
    given = new_resident(desk)
    pins = [given["pin"], desk.accept("reset_pin", who="clerk", card=ZHANG)["pin"], "7305"]
    pins.append(desk.accept("reissue_card", who="clerk", card=OUYANG)["pin"])
    desk.accept("change_pin", who=LI, old_pin=PIN, new_pin="7305")
    with desk.station._database.read() as connection:
        payloads = connection.execute(select(t.outbox.c.payload, t.outbox.c.result, t.outbox.c.told)).all()
        hashes = connection.execute(select(t.cards.c.pin_hash)).scalars().all()
    for pin in pins:
        assert f'"{pin}"'.encode() not in b"".join(row.payload for row in payloads)
        assert not any(f"'{pin}'" in f"{row.result} {row.told}" for row in payloads)
    assert all(kept.startswith("$argon2id$") or kept == "" for kept in hashes)


@pytest.mark.parametrize("kind", ["block_card", "unblock_card", "reissue_card", "reset_pin"])
def test_a_card_that_does_not_exist_is_not_found(demo: DemoStation, kind: str) -> None:
    assert demo.do(kind, who="clerk", card="1234567897").reason == "unknown_resident"
    assert demo.do("issue_card", who="clerk", resident="1234567897").reason == "unknown_resident"
