"""The demo station and the words of the product: complete, consistent, and nobody real."""

import csv
import re
import tomllib
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Any

import phonenumbers
import pytest
from stdnum import luhn
from stdnum.cn import uscc

from assets import FOLDER
from kiosk.domain import states
from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.classification import MAIN_CLASSES, main_class
from kiosk.domain.hours import Hours
from kiosk.domain.loan_policy import LoanPolicy, LoanTerms
from kiosk.domain.reasons import Reason
from kiosk.domain.tickets import TicketPolicy

DEMO = FOLDER / "demo"
ICONS = FOLDER / "icons"
COLOURS = {"red", "green", "blue", "teal", "orange", "amber", "purple"}
BOOKABLE = {"huiyishi", "dangjian", "rongshu", "lanqiu", "menqiu", "guangchang"}
CLI_CODES = {"bad_json", "unknown_kind", "missing_field", "bad_field"}
INVENTED = re.compile("[示样例试范]")

WORDS: dict[str, type[StrEnum]] = {
    "booking": states.BookingState,
    "ticket": states.TicketState,
    "loan": states.LoanState,
    "hold": states.HoldState,
    "copy": states.CopyState,
    "outcome": states.OutcomeStatus,
    "role": states.Role,
    "terminal": states.TerminalRole,
    "mode": states.Mode,
    "party_kind": states.PartyKind,
    "why": states.Why,
}


def load(path: str) -> dict[str, Any]:
    with (FOLDER / path).open("rb") as file:
        return tomllib.load(file)


STATION = load("demo/station.toml")
AREAS = load("demo/areas.toml")["area"]
ITEMS = load("demo/items.toml")["item"]
COUNTERS = load("demo/counters.toml")["counter"]
ROOMS = load("demo/rooms.toml")["room"]
SERIES = load("demo/rooms.toml")["series"]
PEOPLE = load("demo/people.toml")
POLICY = load("demo/policy.toml")
HOLDINGS = load("demo/holdings.toml")["holding"]
REASONS = load("texts/reasons.toml")
STATES = load("texts/states.toml")


def books() -> list[dict[str, str]]:
    with (DEMO / "books.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def codes(things: list[dict[str, Any]], key: str = "code") -> set[str]:
    return {thing[key] for thing in things}


def tables(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for part in value.values():
            yield from tables(part)
    elif isinstance(value, list):
        for part in value:
            yield from tables(part)


def placeholders(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize(
    "things", [AREAS, ITEMS, COUNTERS, ROOMS, SERIES, PEOPLE["resident"], PEOPLE["organisation"]]
)
def test_every_code_is_unique_and_plain(things: list[dict[str, Any]]) -> None:
    assert len(codes(things)) == len(things)
    assert all(re.fullmatch(r"[a-z]+|\d", code) for code in codes(things))


def test_every_text_has_its_english() -> None:
    for path in ("station", "areas", "items", "counters", "rooms", "people", "holdings"):
        for table in tables(load(f"demo/{path}.toml")):
            for key in ("name", "about", "label", "short", "guide", "way", "text", "shelf"):
                assert key not in table or table[f"{key}_en"], (path, table)


def test_what_is_referred_to_exists() -> None:
    rooms, residents = codes(ROOMS), codes(PEOPLE["resident"])
    assert {item["area"] for item in ITEMS} == codes(AREAS)
    assert {series["room"] for series in SERIES} <= rooms
    assert {room["part_of"] for room in ROOMS if "part_of" in room} == {"jianshen"}
    assert {thing["room"] for thing in COUNTERS + STATION["location"]} <= rooms
    assert {one["guardian"] for one in PEOPLE["resident"] if "guardian" in one} <= residents
    for membership in PEOPLE["membership"]:
        assert membership["resident"] in residents
        assert membership["organisation"] in codes(PEOPLE["organisation"])
    assert {one["consent"] for one in PEOPLE["resident"]} == codes(STATION["consent"], "id")


def test_icons_are_shipped_and_colours_are_the_themes() -> None:
    for thing in AREAS + ROOMS:
        assert (ICONS / f"{thing['icon']}.svg").is_file(), thing["icon"]
    assert {area["colour"] for area in AREAS} <= COLOURS


def test_rooms_fill_the_station_and_the_named_ones_can_be_booked() -> None:
    assert sum(room["area_m2"] for room in ROOMS if room["indoor"]) == STATION["station"]["indoor_m2"] == 92
    square = [room for room in ROOMS if not room["indoor"] and "part_of" not in room]
    assert sum(room["area_m2"] for room in square) == STATION["station"]["square_m2"] == 2833
    assert {room["code"] for room in ROOMS if room["bookable"]} == BOOKABLE


def test_items_promise_something_and_never_insist() -> None:
    for item in ITEMS:
        assert item["promised_days"] > 0 and item["minutes"] > 0 and item["form_version"] == 1
        assert len(item["short"]) <= 8
        assert item["modes"] and set(item["modes"]) <= set(states.Mode)
        for field in item["fields"]:
            assert field["kind"] in {"choice", "phone", "number", "date"}, "nobody has to type Chinese"
            assert field["required"] is False
            assert ("options" in field) == (field["kind"] == "choice")


def test_no_form_asks_for_an_identity_card_number() -> None:
    for item in ITEMS:
        for field in item["fields"]:
            assert not re.search("身份证|证件号|identity", field["label"] + field["label_en"].lower())
            assert field["key"] not in {"id", "id_card", "identity"}


def test_cards_phones_and_credit_codes_have_valid_check_digits() -> None:
    cards = [one["card"] for one in PEOPLE["resident"]]
    assert len(set(cards)) == len(cards)
    assert all(len(card) == 10 and luhn.is_valid(card) for card in cards)
    assert all(re.fullmatch(r"\d{4}", one["pin"]) for one in PEOPLE["resident"])
    phones = [one["phone"] for one in PEOPLE["resident"] if "phone" in one]
    for phone in phones + [one["contact_phone"] for one in PEOPLE["organisation"]]:
        assert phonenumbers.is_valid_number(phonenumbers.parse(phone, "CN"))
    given = [one["uscc"] for one in PEOPLE["organisation"] if "uscc" in one]
    assert given and all(uscc.is_valid(code) for code in given)
    assert {one["kind"] for one in PEOPLE["organisation"]} <= set(states.PartyKind)


def test_everybody_is_visibly_invented() -> None:
    for person in PEOPLE["resident"] + PEOPLE["operator"]:
        assert INVENTED.search(person["name"]), person["name"]


def test_there_is_someone_for_every_rule() -> None:
    residents = PEOPLE["resident"]
    assert any(one["birth_month"] < "1946-01" for one in residents)
    assert any(one["birth_month"] > "2013-01" and "guardian" in one for one in residents)
    assert [one["card_state"] for one in residents].count("blocked") == 1
    assert {"clerk", "librarian", "manager", "volunteer"} == {one["role"] for one in PEOPLE["operator"]}


def test_policies_and_hours_are_what_the_rules_read_and_default_to() -> None:
    assert BookingPolicy.from_data(POLICY["booking"]) == BookingPolicy()
    loans = LoanPolicy.from_data(POLICY["loan"])
    assert loans.terms() == LoanTerms() and loans.children_overdue is LoanPolicy().children_overdue
    assert loans.limit_for("child") == 3
    assert TicketPolicy(**POLICY["ticket"]) == TicketPolicy()
    for hours in STATION["hours"].values():
        assert all(Hours.from_data(hours["times"]).week)


def test_classes_last_from_the_first_day_of_demo_data() -> None:
    for series in SERIES:
        assert date.fromisoformat(series["from"]) == date(2000, 1, 1)
        assert set(series["weekdays"]) <= set(range(1, 8)) and series["start"] < series["end"]


def test_every_title_stands_somewhere_and_some_have_two_copies() -> None:
    catalogue = books()
    assert [holding["row"] for holding in HOLDINGS] == list(range(1, len(catalogue) + 1))
    assert [holding["isbn"] for holding in HOLDINGS] == [book["ISBN"] for book in catalogue]
    assert {holding["location"] for holding in HOLDINGS} == codes(STATION["location"])
    kinds = LoanPolicy.from_data(POLICY["loan"]).known_kinds
    assert {holding.get("kind", "book") for holding in HOLDINGS} <= kinds
    assert {main_class(book["分类号"]) for book in catalogue} <= set(MAIN_CLASSES)
    copies = [copy for holding in HOLDINGS for copy in holding["copies"]]
    assert len(set(copies)) == len(copies) and all(re.fullmatch(r"S\d{7}", copy) for copy in copies)
    assert 10 <= sum(len(holding["copies"]) == 2 for holding in HOLDINGS) <= 20


def test_every_reason_has_its_sentence_in_both_languages() -> None:
    assert set(REASONS) == set(Reason) | CLI_CODES


@pytest.mark.parametrize("code", REASONS)
def test_a_reason_reads_well_without_its_detail(code: str) -> None:
    words = REASONS[code]
    assert placeholders(words["zh"]) == placeholders(words["en"])
    for lang in ("zh", "en"):
        plain = words.get(f"{lang}_plain", words[lang])
        assert plain and not placeholders(plain)


@pytest.mark.parametrize("name", WORDS)
def test_every_state_has_its_word_in_both_languages(name: str) -> None:
    assert set(STATES[name]) == set(WORDS[name])
    assert all(words["zh"] and words["en"] for words in STATES[name].values())


def test_slips_say_the_same_in_both_languages() -> None:
    for section in load("texts/slip.toml").values():
        for words in section.values():
            assert words["zh"] and words["en"] and type(words["zh"]) is type(words["en"])
