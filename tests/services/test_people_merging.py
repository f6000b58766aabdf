"""Two rows of one person become one, and nothing of either is lost."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from db import tables as t
from db.people_links import person_columns
from kiosk.commands.library import CheckOutCopy
from kiosk.commands.people_data import MergeResidents
from kiosk.services import people_merging
from kiosk.sync.erased_list import known_erased
from tests.builders import DemoStation
from tests.services.people import CHILD, LI, OUYANG, ZHANG, card, new_resident, resident, show, stored

PARTY = {"kind": "person", "name": "林试安"}
ROOM = {
    "room": "menqiu",
    "date": "2026-11-26",
    "start": "08:30",
    "end": "10:00",
    "purpose": "打球",
    "people": 2,
}


@pytest.fixture
def pair(desk: DemoStation) -> tuple[dict[str, Any], dict[str, Any]]:
    """The same person, registered twice."""
    return new_resident(desk), new_resident(desk, phone="", birth_month="1990-05")


def merge(desk: DemoStation, kept: dict[str, Any], other: dict[str, Any]) -> dict[str, Any]:
    return desk.accept("merge_residents", who="clerk", resident=kept["card"], other=other["card"])


def give_everything(desk: DemoStation, who: str) -> None:
    desk.accept("check_out_copy", who=who, copy="S0000005")
    desk.accept("place_hold", who=who, title="9787540468422")
    desk.accept("open_ticket", who=who, item="gaoling")
    desk.accept("open_ticket", item="gaoling", resident=OUYANG, on_behalf_of=who)
    desk.accept("request_booking", who=who, party=PARTY, **ROOM)
    desk.accept("add_membership", who="clerk", resident=who, organisation="墨香社")
    desk.accept(
        "register_resident", who="clerk", name="林小安", birth_month="2018-01", guardian=who, consent="zh-1"
    )
    desk.accept("request_correction", who=who, what="name")


def test_all_that_named_the_other_names_the_one_that_is_kept(desk: DemoStation, pair: Any) -> None:
    kept, other = pair
    give_everything(desk, other["card"])
    merge(desk, kept, other)
    for what in ("loans", "holds", "memberships", "correction_requests"):
        assert len(show(desk, what, resident=kept["resident"])) == 1, what
    assert len(show(desk, "tickets", resident=kept["resident"])) == 1
    assert len(show(desk, "tickets", on_behalf_of=kept["resident"])) == 1
    assert len(show(desk, "residents", guardian=kept["resident"])) == 1
    with desk.station._database.read() as connection:
        for table, column in person_columns():
            named = connection.execute(select(table.c.id).where(table.c[column] == other["resident"])).all()
            assert named == [], (table.name, column)
        keys = connection.execute(select(t.bookings.c.party_key, t.bookings.c.resident)).all()
    assert [tuple(key) for key in keys if key.resident] == [
        (f"resident:{kept['resident']}", kept["resident"])
    ]


def test_the_other_row_is_bare_and_points_to_the_one_that_is_kept(desk: DemoStation, pair: Any) -> None:
    kept, other = pair
    merge(desk, kept, other)
    bare = stored(desk, t.residents, other["resident"])
    assert (bare.masked_name, bare.guardian, bare.merged_into) == ("", None, kept["resident"])
    details = stored(desk, t.resident_details, other["resident"])
    assert (details.name, details.deleted) == ("", True)
    assert stored(desk, t.resident_details, kept["resident"]).birth_month == "1990-05"


def test_whoever_is_named_by_the_old_row_is_still_found(desk: DemoStation, pair: Any) -> None:
    kept, other = pair
    merge(desk, kept, other)
    desk.accept("check_out_copy", who="librarian", copy="S0000005", resident=other["resident"])
    desk.accept("open_ticket", item="gaoling", resident=other["resident"])
    assert len(show(desk, "loans", resident=kept["resident"])) == 1
    assert len(show(desk, "tickets", resident=kept["resident"])) == 1
    assert (
        desk.do("merge_residents", who="clerk", resident=kept["card"], other=other["resident"]).reason
        == "already_done"
    )


def test_of_two_good_cards_the_kept_rows_stays_and_the_other_is_replaced(
    desk: DemoStation, pair: Any
) -> None:
    kept, other = pair
    merge(desk, kept, other)
    assert [card(desk, one["card"])["state"] for one in pair] == ["good", "replaced"]
    assert {card(desk, one["card"])["resident"] for one in pair} == {kept["resident"]}


def test_the_only_good_card_stays_good_whoever_had_it(desk: DemoStation, pair: Any) -> None:
    kept, other = pair
    desk.accept("block_card", who="clerk", card=kept["card"])
    merge(desk, kept, other)
    assert [card(desk, one["card"])["state"] for one in pair] == ["lost", "good"]
    assert desk.station.identify(other["card"], other["pin"], desk.at).holder.resident == kept["resident"]


def test_who_had_withdrawn_their_consent_as_one_has_as_both(desk: DemoStation, pair: Any) -> None:
    kept, other = pair
    desk.accept("withdraw_consent", who="clerk", resident=other["card"])
    merge(desk, kept, other)
    assert {card(desk, one["card"])["state"] for one in pair} == {"withdrawn", "replaced"}
    desk.accept("record_consent", who="clerk", resident=kept["card"], consent="zh-1")
    assert [card(desk, one["card"])["state"] for one in pair] == ["good", "replaced"]


def test_nobody_waits_twice_for_a_book_and_a_copy_kept_twice_goes_on(desk: DemoStation, pair: Any) -> None:
    """Two holds ready at once."""
    kept, other = pair
    title, copies = "9787506365437", ("S0000002", "S0000003")
    for copy, reader in zip(copies, (ZHANG, OUYANG), strict=True):
        desk.accept("check_out_copy", who=reader, copy=copy)
    for one in pair:
        desk.accept("place_hold", who=one["card"], title=title)
    for copy in copies:
        desk.accept("return_copy", copy=copy)
    assert [row["status"] for row in show(desk, "holds")] == ["ready", "ready"]
    merge(desk, kept, other)
    assert sorted(row["status"] for row in show(desk, "holds")) == ["cancelled", "ready"]
    assert sorted(show(desk, "copies", number=copy)[0]["state"] for copy in copies) == ["on_hold", "on_shelf"]


def test_strikes_of_both_count_together(desk: DemoStation, pair: Any) -> None:
    kept, other = pair
    for n, one in enumerate(pair):
        times = ROOM | {"room": ("menqiu", "huiyishi")[n]}
        booking = desk.accept("request_booking", who=one["card"], party=PARTY, **times)["booking"]
        desk.accept("approve_booking", who="clerk", booking=booking)
        desk.accept("no_show_booking", who="clerk", booking=booking, at=desk.at.replace(day=26))
    merge(desk, kept, other)
    later = ROOM | {"date": "2026-12-10"}
    asked = desk.do("request_booking", who=kept["card"], party=PARTY, **later, at=desk.at.replace(day=30))
    assert asked.reason == "suspended"


def test_a_loan_made_elsewhere_meanwhile_is_the_kept_persons(shared: Any) -> None:
    """A resident merged in mid-loan."""
    kiosk, desk = shared["a"], shared["c"]
    ids = {row.number: row.resident for row in shared.in_home("c", t.cards)}
    shared.hide()
    kiosk.do(CheckOutCopy(copy="S0000005"), kiosk.find_actor(OUYANG))
    shared.show()
    desk.do(MergeResidents(resident=ZHANG, other=OUYANG), desk.find_actor("clerk"))
    kiosk.exchange()
    assert [row.resident for row in shared.stored(t.loans)] == [ids[ZHANG]]
    assert shared.wrongs() == []


def test_erasing_the_kept_one_erases_both_for_good(desk: DemoStation, pair: Any) -> None:
    kept, other = pair
    merge(desk, kept, other)
    result = desk.accept("erase_resident", who="manager", resident=other["resident"])
    assert result == {"resident": kept["resident"], "also": [other["resident"]]}
    assert {kept["resident"], other["resident"]} <= known_erased(desk.folder.own_store.parent)
    assert stored(desk, t.residents, other["resident"]).erased
    assert desk.do("issue_card", who="clerk", resident=other["resident"]).reason == "erased"


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        (ZHANG, ZHANG, "already_done"),
        (ZHANG, "1234567897", "unknown_resident"),
        ("x", ZHANG, "unknown_resident"),
    ],
)
def test_what_is_not_two_people_cannot_become_one(
    desk: DemoStation, one: str, other: str, reason: str
) -> None:
    assert desk.do("merge_residents", who="clerk", resident=one, other=other).reason == reason


def test_a_guardian_who_was_the_child_all_along_is_nobodys_guardian(desk: DemoStation) -> None:
    desk.accept("merge_residents", who="clerk", resident=LI, other=CHILD)
    assert stored(desk, t.residents, resident(desk, LI)).guardian is None


def test_more_than_one_command_may_change_is_not_merged(
    desk: DemoStation, pair: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, other = pair
    give_everything(desk, other["card"])
    monkeypatch.setattr(people_merging, "MOST_ROWS", 25)
    refused = desk.do("merge_residents", who="clerk", resident=kept["card"], other=other["card"])
    assert (refused.reason, refused.detail) == ("limit_reached", {"what": "rows", "limit": 5})


def test_only_with_the_hub(desk: DemoStation, pair: Any) -> None:
    kept, other = pair
    with desk.cut_off():
        refused = desk.do("merge_residents", who="clerk", resident=kept["card"], other=other["card"])
    assert refused.reason == "hub_unreachable"


def test_who_stands_there_with_the_other_card_goes_on(desk: DemoStation, pair: Any) -> None:
    kept, other = pair
    actor = desk.station.find_actor(other["card"])
    merge(desk, kept, other)
    answer = desk.station.do(CheckOutCopy(copy="S0000005"), actor, desk.at + timedelta(minutes=1))
    assert answer.status == "accepted" and show(desk, "loans", resident=kept["resident"])
