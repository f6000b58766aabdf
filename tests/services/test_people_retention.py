"""Nothing that identifies a person outlives its purpose: not in the store, not at a desk, not at a kiosk."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from db import tables as t
from kiosk.domain.retention import RetentionPolicy
from tests.builders import MONDAY, DemoStation, beside
from tests.services.housekeeping import keep_house
from tests.services.people import ZHANG, new_resident, resident, show, stored

NAME, PHONE, OTHER_PHONE, WORDS = "李密语", "13811112222", "13811113333", "打球的悄悄话"
PARTY = {"kind": "person", "name": NAME}
ROOM = {
    "room": "menqiu",
    "date": "2026-11-26",
    "start": "08:30",
    "end": "10:00",
    "people": 4,
    "purpose": WORDS,
}
YEAR = timedelta(days=3 + 365)
"""The room was used three days later."""


@pytest.fixture
def terminals(desk: DemoStation, tmp_path: Path) -> Iterator[tuple[DemoStation, DemoStation]]:
    """The desk with its store, and a kiosk beside it."""
    kiosk = beside(desk, tmp_path / "kiosk", "kiosk")
    yield desk, kiosk
    kiosk.close()


def come_by(terminal: DemoStation, clerk: DemoStation) -> None:
    """Without a card: a number with a phone, notes on it, a room."""
    ticket = terminal.accept("open_ticket", item="gaoling", phone=PHONE)["ticket"]
    clerk.station.exchange()
    clerk.accept("call_next", who="clerk", counter="1")
    clerk.accept("start_ticket", who="clerk", ticket=ticket)
    clerk.accept("resolve_ticket", who="clerk", ticket=ticket, note=f"{NAME} {WORDS}")
    terminal.accept("request_booking", party=PARTY, contact_name=NAME, contact_phone=PHONE, **ROOM)


def files(*terminals: DemoStation) -> dict[str, bytes]:
    """Every byte of each home and of the store."""
    found = {}
    for terminal in terminals:
        for path in sorted(terminal.folder.path.glob("*.db*")):
            found[f"{path.parent.name}/{path.name}"] = path.read_bytes()
    return found


def left_of(words: list[str], *terminals: DemoStation) -> list[tuple[str, str]]:
    return [
        (name, word) for name, content in files(*terminals).items() for word in words if word.encode() in content
    ]  # fmt: skip


def close(*terminals: DemoStation) -> None:
    """As at the end of a day: SQLite's logs go into the files."""
    for terminal in terminals:
        terminal.station.exchange()
        terminal.close()


def test_a_year_after_somebody_came_without_a_card_nothing_tells_who_it_was(terminals: Any) -> None:
    desk, kiosk = terminals
    come_by(kiosk, desk)
    desk.station.exchange()
    assert {word for _, word in left_of([NAME, PHONE, WORDS], desk)} == {NAME, PHONE, WORDS}
    keep_house(desk, MONDAY + YEAR)
    close(kiosk, desk)
    assert left_of([NAME, PHONE, WORDS, "李*语"], desk, kiosk) == []


def test_what_was_typed_at_the_desk_itself_goes_from_its_own_papers_too(terminals: Any) -> None:
    desk, kiosk = terminals
    come_by(desk, desk)
    keep_house(desk, MONDAY + timedelta(days=200))
    desk.station.exchange()
    with desk.station._database.read() as connection:
        payloads = {row.kind: row.payload for row in connection.execute(t.outbox.select())}
    assert payloads["open_ticket"] == payloads["resolve_ticket"] == b""
    assert PHONE.encode() in payloads["request_booking"]
    keep_house(desk, MONDAY + YEAR)
    close(kiosk, desk)
    assert left_of([NAME, PHONE, WORDS, "李*语"], desk, kiosk) == []


def test_a_cardholder_who_wished_it_is_gone_from_everywhere(terminals: Any) -> None:
    desk, kiosk = terminals
    card = new_resident(desk, NAME, PHONE)["card"]
    kiosk.station.exchange()
    kiosk.accept("correct_details", who=card, phone=OTHER_PHONE)
    kiosk.accept("check_out_copy", who=card, copy="S0000005")
    kiosk.accept("open_ticket", who=card, item="gaoling", phone=PHONE)
    kiosk.accept("request_booking", who=card, party=PARTY, contact_name=NAME, contact_phone=PHONE, **ROOM)
    wish = kiosk.accept("request_erasure", who=card)["wish"]
    kiosk.accept("return_copy", copy="S0000005")
    desk.station.exchange()
    desk.accept("correct_details", who="clerk", resident=card, name=NAME, phone=OTHER_PHONE)
    desk.accept(
        "erase_resident", who="manager", resident=show(desk, "erasure_requests", id=wish)[0]["resident"]
    )
    keep_house(desk, MONDAY + YEAR)
    close(kiosk, desk)
    assert left_of([NAME, PHONE, OTHER_PHONE, WORDS, "李*语"], desk, kiosk) == []


def test_a_person_of_two_rows_leaves_as_one(terminals: Any) -> None:
    desk, kiosk = terminals
    kept, other = new_resident(desk, NAME, PHONE), new_resident(desk, NAME, OTHER_PHONE)
    desk.accept("merge_residents", who="clerk", resident=kept["card"], other=other["card"])
    desk.accept("erase_resident", who="manager", resident=kept["card"])
    keep_house(desk, MONDAY + YEAR)
    close(kiosk, desk)
    assert left_of([NAME, PHONE, OTHER_PHONE], desk, kiosk) == []


def test_what_somebody_wished_is_forgotten_half_a_year_after_it_was_done(desk: DemoStation) -> None:
    wish = desk.accept("request_correction", who=ZHANG, what="name")["wish"]
    assert keep_house(desk, MONDAY + timedelta(days=400)) == {}
    desk.accept("withdraw_data_wish", who=ZHANG, wish=wish)
    assert keep_house(desk, MONDAY + timedelta(days=179)) == {}
    assert keep_house(desk, MONDAY + timedelta(days=180)) == {"forget_details": 1}
    assert stored(desk, t.data_wishes, wish).resident is None


def test_who_agreed_to_what_is_proof_for_three_years_after_their_data_is_gone(desk: DemoStation) -> None:
    desk.accept("withdraw_consent", who=ZHANG)
    assert keep_house(desk, MONDAY + timedelta(days=2000)) == {}
    desk.accept("erase_resident", who="manager", resident=resident(desk, ZHANG))
    assert keep_house(desk, MONDAY + timedelta(days=1094)) == {}
    assert keep_house(desk, MONDAY + timedelta(days=1095)) == {"forget_details": 1}


def test_where_nobody_has_said_otherwise_contacts_are_kept_a_year() -> None:
    policy = RetentionPolicy()
    assert (policy.answers_days, policy.contacts_days, policy.loans_days) == (180, 365, 30)
