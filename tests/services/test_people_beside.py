"""Two records beside each other: what is announced is what merging does."""

from typing import Any

import pytest
from sqlalchemy import select

from db import tables as t
from kiosk.commands.people_desk import MergeOf, PersonOf
from tests.builders import DemoStation
from tests.services.people import CHILD, LI, ZHANG, new_resident

PAIRS = [
    ({}, {"phone": "", "birth_month": "1990-05"}),
    ({"phone": ""}, {"phone": "13800009999"}),
    ({"phone": "13800001111"}, {"phone": "13800009999"}),
    ({"guardian": LI, "birth_month": "2018-01"}, {}),
]


def beside(desk: DemoStation, kept: str, other: str, who: str = "clerk") -> Any:
    return desk.ask(MergeOf(resident=kept, other=other), who=who)


def make_busy(desk: DemoStation, one: dict[str, Any], two: dict[str, Any]) -> None:
    for who in (one, two):
        desk.accept("place_hold", who=who["card"], title="9787540468422")
    desk.accept("check_out_copy", who=two["card"], copy="S0000005")
    desk.accept("withdraw_consent", who=two["card"])


@pytest.mark.parametrize(("first", "second"), PAIRS)
@pytest.mark.parametrize("swapped", [False, True])
def test_what_is_announced_is_what_merging_does(
    desk: DemoStation, first: dict[str, Any], second: dict[str, Any], swapped: bool
) -> None:
    one, two = new_resident(desk, **first), new_resident(desk, **second)
    make_busy(desk, one, two)
    kept, other = (two, one) if swapped else (one, two)
    for who in (kept, other):
        desk.accept("open_person", who="clerk", resident=who["resident"])
    said = beside(desk, kept["card"], other["card"])
    desk.accept("merge_residents", who="clerk", resident=kept["card"], other=other["card"])
    now = desk.ask(PersonOf(resident=kept["resident"], opened=True), who="clerk")
    assert (said.phone, said.birth_month, said.consents) == (now.phone, now.birth_month, now.consents)
    assert said.guardian == now.guardian
    assert set(said.cards_end) == {card.number for card in now.cards if card.state == "replaced"}
    with desk.station._database.read() as connection:
        ended = connection.execute(select(t.holds.c.id).where(t.holds.c.state == "cancelled")).all()
    assert said.holds_end == len(ended)


def test_both_are_masked_until_both_were_opened_by_who_asks(desk: DemoStation) -> None:
    one, two = new_resident(desk), new_resident(desk, phone="13800009999")
    desk.accept("open_person", who="clerk", resident=two["resident"])
    half = beside(desk, one["card"], two["card"])
    assert (half.kept.opened, half.other.opened, "*" in half.phone) == (False, True, True)
    assert not beside(desk, one["card"], two["card"], who="librarian").other.opened


@pytest.mark.parametrize("other", [ZHANG, "nobody"])
def test_nobody_stands_beside_themselves_or_somebody_unknown(desk: DemoStation, other: str) -> None:
    assert beside(desk, ZHANG, other) is None


@pytest.mark.parametrize("who", ["volunteer", CHILD, None])
def test_it_is_for_staff_alone(desk: DemoStation, who: str | None) -> None:
    assert desk.ask(MergeOf(resident=ZHANG, other=LI), who=who) is None
