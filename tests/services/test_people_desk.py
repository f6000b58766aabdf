"""People at the desk: found by a part of the name, masked until opened, opening on record."""

from datetime import timedelta

import pytest

from kiosk.commands.desk_lists import DeskList
from kiosk.commands.people_desk import OrganisationOf, PersonOf
from tests.builders import DemoStation


@pytest.fixture
def ma(desk: DemoStation) -> str:
    """A person with a name in traditional letters."""
    who = {"name": "馬志遠", "phone": "13812345678", "birth_month": "1950-06", "consent": "zh-1"}
    return str(desk.accept("register_resident", **who, who="clerk")["resident"])


def found(desk: DemoStation, q: str, who: str = "clerk", what: str = "people") -> list[str]:
    return [row.id for row in desk.ask(DeskList(what=what, q=q), who=who).rows]


@pytest.mark.parametrize("typed", ["马志", "馬", "志远", "mzy", "MZ", "ｍｚ", "5678", "13812345678"])
def test_a_person_is_found_in_any_script_by_initials_and_by_the_end_of_the_phone(
    desk: DemoStation, ma: str, typed: str
) -> None:
    assert ma in found(desk, typed)


@pytest.mark.parametrize("typed", ["志马", "zy", "123", "%", "_", "<b>"])
def test_signs_and_pieces_that_are_not_there_find_nobody(desk: DemoStation, ma: str, typed: str) -> None:
    assert ma not in found(desk, typed)


def test_the_list_is_masked_and_for_staff_alone(desk: DemoStation, ma: str) -> None:
    (row,) = desk.ask(DeskList(what="people", q="馬"), who="librarian").rows
    assert (row.name, row.phone) == ("馬*遠", "138****5678")
    assert found(desk, "馬", who="volunteer") == []


def test_nobody_is_shown_in_full_before_being_opened_and_opening_stays_on_record(
    desk: DemoStation, ma: str
) -> None:
    shut = desk.ask(PersonOf(resident=ma), who="clerk")
    assert (shut.name, shut.phone, shut.birth_month, shut.kept) == ("馬*遠", "138****5678", "", ())
    assert desk.ask(PersonOf(resident=ma, opened=True), who="clerk").phone == "138****5678"
    desk.accept("open_person", resident=ma, who="clerk")
    opened = desk.ask(PersonOf(resident=ma, opened=True), who="clerk")
    assert (opened.name, opened.phone, opened.birth_month) == ("馬志遠", "13812345678", "1950-06")
    assert opened.looks == ()
    assert not desk.ask(PersonOf(resident=ma, opened=True), who="librarian").opened
    later = desk.at + timedelta(minutes=11)
    assert desk.ask(PersonOf(resident=ma, opened=True), who="clerk", at=later).phone == "138****5678"
    looks = desk.ask(PersonOf(resident=ma), who="manager").looks
    assert [look.by for look in looks] == ["周示岚"]


def test_who_may_be_the_same_person_is_pointed_out(desk: DemoStation, ma: str) -> None:
    again = desk.accept("register_resident", name="马志远", phone="13812345678", consent="zh-1", who="clerk")[
        "resident"
    ]
    assert [row.id for row in desk.ask(PersonOf(resident=ma), who="clerk").alike] == [again]
    desk.accept("merge_residents", resident=ma, other=again, who="clerk")
    assert found(desk, "马志远") == [ma]


def test_whoever_wishes_something_of_their_data_or_may_be_there_twice_is_listed(
    desk: DemoStation, ma: str
) -> None:
    def listed(which: str, q: str = "") -> list[str]:
        return [
            row.id for row in desk.ask(DeskList(what="people", q=q, where={"which": which}), who="clerk").rows
        ]

    again = desk.accept(
        "register_resident", name="马志远", birth_month="1950-06", consent="zh-1", who="clerk"
    )
    assert ma not in listed("wishes") and set(listed("alike", "mzy")) == {ma, again["resident"]}
    desk.accept("request_erasure", resident=ma, who="clerk")
    assert ma in listed("wishes") and listed("wishes", "mzy") == [ma]
    desk.accept("merge_residents", resident=ma, other=again["resident"], who="clerk")
    assert listed("alike", "mzy") == []


def test_an_organisation_is_found_by_the_name_it_had(desk: DemoStation, ma: str) -> None:
    made = desk.accept("register_organisation", party_kind="group", name="晨练队", who="clerk")[
        "organisation"
    ]
    desk.accept("rename_organisation", organisation=made, name="太極拳社", who="clerk")
    assert made in found(desk, "晨练", what="organisations") and made in found(
        desk, "太极", what="organisations"
    )
    desk.accept(
        "add_membership", resident=ma, organisation=made, role="leader", tags=["first_aid"], who="clerk"
    )
    shown = desk.ask(OrganisationOf(organisation=made), who="clerk")
    assert [(one.person, one.role, one.tags) for one in shown.members] == [
        ("馬*遠", "leader", ("first_aid",))
    ]
    assert [name for name, _ in shown.before] == ["晨练队"]
    assert desk.ask(OrganisationOf(organisation=made), who="librarian") is None
