"""Refused wishes are explained: who may hear of them, who may say that it was done."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kiosk.commands.explanations import Explanations
from kiosk.commands.records import Explained, Slip
from kiosk.commands.station import SlipOf
from kiosk.station import Answer
from kiosk.sync.hub import StoreHub
from kiosk.sync.verify import store_url
from tests.builders import MONDAY, DemoStation, beside
from tests.services.bookings import OUYANG, ZHANG, ask_for_room, show

DAY = date(2026, 12, 2)


@dataclass
class Town:
    """Two terminals of one station; `demo` is the one that is cut off at times."""

    demo: DemoStation
    rival: DemoStation

    def lose_the_room(self, **wish: Any) -> Answer:
        """`demo` asks for a room while it is cut off, which is somebody else's already."""
        assert ask_for_room(self.rival, date=DAY).status == "accepted"
        with self.demo.cut_off():
            answer = ask_for_room(self.demo, date=DAY, **wish)
            assert answer.status == "pending"
        return answer


@pytest.fixture
def town(demo: DemoStation, tmp_path: Path) -> Iterator[Town]:
    rival = beside(demo, tmp_path / "rival")
    yield Town(demo, rival)
    rival.close()


def unexplained(demo: DemoStation, resident: str, who: str | None) -> list[Explained]:
    found: list[Explained] = demo.ask(Explanations(resident=resident), who=who)
    return found


def test_a_resident_hears_what_was_wished_what_was_said_and_why_not(town: Town) -> None:
    answer = town.lose_the_room(who=ZHANG)
    (one,) = unexplained(town.demo, ZHANG, ZHANG)
    assert (one.id, one.kind, one.reason) == (answer.id, "request_booking", "slot_taken")
    assert (one.number, one.made_at) == (answer.result["number"], MONDAY)
    assert (one.about, one.day, one.start, one.end) == ("党群会议室", DAY, 510, 600)


@pytest.mark.parametrize("who", [None, OUYANG, "volunteer"])
def test_nobody_else_hears_of_it_or_may_say_that_it_was_explained(town: Town, who: str | None) -> None:
    answer = town.lose_the_room(who=ZHANG)
    assert unexplained(town.demo, ZHANG, who) == []
    refused = town.demo.do("explain_outcome", who=who, outcome=answer.id)
    assert refused.reason == "not_allowed"
    assert len(unexplained(town.demo, ZHANG, ZHANG)) == 1


@pytest.mark.parametrize("who", [ZHANG, "clerk", "librarian", "manager"])
def test_the_resident_and_staff_say_it_once_and_every_terminal_knows(town: Town, who: str) -> None:
    answer = town.lose_the_room(who=ZHANG)
    assert len(unexplained(town.demo, ZHANG, "clerk")) == 1
    town.demo.accept("explain_outcome", who=who, outcome=answer.id)
    assert town.demo.do("explain_outcome", who=who, outcome=answer.id).reason == "already_done"
    town.rival.station.exchange()
    for home in (town.demo, town.rival):
        assert unexplained(home, ZHANG, ZHANG) == []
        (row,) = show(home, "inbox", kind="request_booking")
        assert row["explained_at"] == MONDAY


def test_what_two_terminals_have_explained_is_explained_once_and_no_new_trouble(town: Town) -> None:
    answer = town.lose_the_room(who=ZHANG)
    town.rival.station.exchange()
    with town.demo.cut_off():
        assert town.demo.do("explain_outcome", who=ZHANG, outcome=answer.id).status == "pending"
        assert unexplained(town.demo, ZHANG, ZHANG) == []
        town.demo.folder.path.joinpath("away.db").rename(town.demo.folder.own_store)
        town.rival.accept("explain_outcome", who="clerk", outcome=answer.id)
        town.demo.folder.own_store.rename(town.demo.folder.path / "away.db")
    (said,) = show(town.demo, "outbox", kind="explain_outcome")
    assert said["status"] == "accepted"
    assert [row["kind"] for row in show(town.demo, "inbox")] == ["request_booking"]


def test_whoever_holds_the_slip_says_it_by_its_code_and_the_code_is_not_kept(town: Town) -> None:
    code = town.lose_the_room().result["code"]
    slip: Slip = town.demo.ask(SlipOf(code=code))
    assert slip.refused is not None and slip.refused.reason == "slot_taken"
    assert slip.refused.number == "AB0001"
    town.demo.accept("explain_outcome", code=code)
    assert code.encode() not in b"".join(path.read_bytes() for path in town.demo.folder.path.glob("*.db*"))
    assert show(town.demo, "inbox")[0]["explained_at"] is not None
    assert town.demo.do("explain_outcome", code=code).reason == "already_done"


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"outcome": "no-such-command"}, "unknown_outcome"),
        ({}, "unknown_outcome"),
        ({"code": "YZ1:AAAAAAAAAAAAAAAAAAAAAAAAAA"}, "unknown_code"),
        ({"code": "A001"}, "unknown_code"),
    ],
)
def test_what_nobody_knows_cannot_be_explained(
    demo: DemoStation, fields: dict[str, str], reason: str
) -> None:
    assert demo.do("explain_outcome", who="clerk", **fields).reason == reason


def test_a_code_explains_its_own_request_only(town: Town) -> None:
    answer = town.lose_the_room()
    refused = town.demo.do("explain_outcome", code=answer.result["code"], outcome="another")
    assert refused.reason == "unknown_code"


def test_a_refused_hold_and_renewal_name_their_book(town: Town) -> None:
    demo, rival = town.demo, town.rival
    demo.accept("check_out_copy", copy="S0000001", who=ZHANG)
    (copy,) = show(demo, "copies", number="S0000001")
    rival.accept("place_hold", title=copy["title_id"], who=OUYANG)
    with demo.cut_off():
        assert demo.do("renew_loan", copy="S0000001", who=ZHANG).status == "pending"
        assert demo.do("place_hold", title=copy["title_id"], who=OUYANG).status == "pending"
    (loan,), (hold,) = unexplained(demo, ZHANG, ZHANG), unexplained(demo, OUYANG, OUYANG)
    assert (loan.reason, loan.about, loan.due) == ("copy_held", copy["title"], date(2027, 1, 7))
    assert (hold.reason, hold.about) == ("already_held", copy["title"])


def test_what_was_typed_is_not_in_the_outcome(town: Town) -> None:
    town.lose_the_room(who=ZHANG)
    (row,) = show(town.demo, "inbox")
    assert row["told"].keys() == {"booking", "number", "room", "date", "start", "end"}


def test_what_a_store_says_otherwise_after_it_was_put_back_is_in_the_inbox_of_both_homes(town: Town) -> None:
    """Each had heard what the other hears now: the store does not wait for them."""
    before = copied(town.demo.folder.own_store, town.demo.folder.path / "before.db")
    answer = town.lose_the_room(who=ZHANG)
    copied(before, town.demo.folder.own_store)
    wait_for_nobody(town)
    for home in (town.demo, town.rival):
        home.station.exchange()
    (now_given,) = show(town.demo, "inbox", id=answer.id)
    assert (now_given["status"], now_given["reason"]) == ("accepted", "store_restored")
    assert now_given["detail"] == {"before": "refused", "reason": None}
    assert now_given["told"]["number"] == answer.result["number"]
    (now_refused,) = show(town.rival, "inbox")
    assert (now_refused["reason"], now_refused["flags"]) == ("slot_taken", ["store_restored"])
    town.demo.accept("explain_outcome", who="clerk", outcome=answer.id)
    assert show(town.demo, "inbox", id=answer.id)[0]["explained_at"] == MONDAY


def wait_for_nobody(town: Town) -> None:
    with closing(StoreHub(store_url(town.demo.folder))) as hub:
        hub.begin_recovery()
        for home in (town.demo, town.rival):
            hub.go_on_without(home.station.settings.terminal)


def copied(source: Path, target: Path) -> Path:
    """A store as a backup holds it, also onto one that is open."""
    with closing(sqlite3.connect(source)) as one, closing(sqlite3.connect(target)) as other:
        one.backup(other)
    return target
