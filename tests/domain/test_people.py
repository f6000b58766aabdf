"""Names, phones, cards: every real person is accepted, and no mask tells who it is."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.names import check_name, check_phone, mask_name, mask_phone
from kiosk.domain.outcomes import Refused
from kiosk.domain.people import (
    Applicant,
    CardKind,
    check_birth_month,
    check_uscc,
    guardian_needed,
    judge_registration,
)
from kiosk.domain.reasons import Reason
from kiosk.domain.texts import clean_line, clean_text

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("张明", "张明"),
        (" 欧阳小华 ", "欧阳小华"),
        ("买买提•吐尔逊", "买买提·吐尔逊"),
        ("阿依古丽 · 买买提", "阿依古丽·买买提"),
        ("𠮷㐂", "𠮷㐂"),
        ("䶮小\U00031350", "䶮小\U00031350"),
        ("Jose\u0301  Martí", "José Martí"),
        ("王\ue863", "王䶮"),
        ("<b>王</b>", "<b>王</b>"),
    ],
)
def test_a_real_name_is_kept_as_it_is_written(typed: str, kept: str) -> None:
    assert check_name(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "张", "张" * 31, "张\0明", "张\u202e明", "张\u200b明", "\ud800张明", "--", "12", "😀😀"]
)
def test_what_no_one_is_called_is_a_bad_name(typed: str) -> None:
    refused = check_name(typed)
    assert isinstance(refused, Refused) and refused.reason is Reason.BAD_NAME


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("张小明", "张*明"),
        ("张明", "张*"),
        ("欧阳小华", "欧阳*华"),
        ("欧阳华", "欧阳*"),
        ("爱新觉罗溥仪", "爱*仪"),
        ("买买提·吐尔逊", "买*·吐*"),
        ("阿·吐尔逊", "*·吐*"),
        ("Mary Ann", "M* A*"),
        ("Li", "L*"),
        ("𠮷㐂䶮", "𠮷*䶮"),
        ("张小明\U000e0100", "张*明\U000e0100"),
    ],
)
def test_a_name_is_shown_masked(name: str, shown: str) -> None:
    assert mask_name(name) == shown


@given(st.text(st.characters(categories=["L"]), min_size=2, max_size=30))
def test_a_mask_never_tells_the_whole_name_nor_its_length(name: str) -> None:
    shown = mask_name(name)
    assert "*" in shown and shown.replace("*", "") != name and len(shown) <= 4


@given(st.text(max_size=60))
def test_masks_and_checks_stand_any_text(text: str) -> None:
    mask_name(text)
    mask_phone(text)
    check_phone(text)
    check_uscc(text)
    check_birth_month(text, TODAY)
    kept = check_name(text)
    if isinstance(kept, str):
        assert unicodedata.is_normalized("NFC", kept) and check_name(kept) == kept
        kept.encode("utf-8")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13812341234", "13812341234"),
        ("＋８６ 138-1234-1234", "13812341234"),
        ("0086 13812341234", "13812341234"),
        ("（020）8888 1234", "02088881234"),
        ("+86 20 8888 1234", "02088881234"),
        ("+852 9123 4567", "+85291234567"),
    ],
)
def test_a_phone_is_kept_in_one_spelling(typed: str, kept: str) -> None:
    assert check_phone(typed) == kept
    assert check_phone(kept) == kept


@pytest.mark.parametrize(
    "typed", ["", "88881234", "10000000000", "1381234123", "1-800-FLOWERS", "²³", "1" * 99]
)
def test_what_cannot_be_called_is_a_bad_phone(typed: str) -> None:
    assert check_phone(typed) == Refused(Reason.BAD_PHONE)


@given(st.from_regex(r"\A\+?[0-9]{0,15}\Z"))
def test_a_masked_phone_shows_at_most_seven_digits(phone: str) -> None:
    shown = mask_phone(phone)
    digits = sum(char.isdigit() for char in shown)
    assert "****" in shown and digits <= 7 and digits < max(1, len(phone))


def test_a_mobile_is_masked_in_its_middle() -> None:
    assert mask_phone("13812341234") == "138****1234"


def test_an_organisation_code_is_checked_and_put_in_capitals() -> None:
    assert check_uscc("９１１１００００ 600037341l") == "91110000600037341L"
    assert check_uscc("911100006000373410") == Refused(Reason.BAD_USCC)


@pytest.mark.parametrize(
    ("month", "needed"),
    [("2012-10", False), ("2012-11", True), ("2012-12", True), ("2020-01", True), ("1950-01", False)],
)
def test_a_guardian_is_needed_until_the_month_of_the_fourteenth_birthday_is_over(
    month: str, needed: bool
) -> None:
    assert guardian_needed(month, TODAY) is needed


@pytest.mark.parametrize("month", ["2026-12", "1800-01", "2012-13", "2012-1", "", "2012-00", "0000-01"])
def test_a_month_in_which_no_one_here_was_born_is_refused(month: str) -> None:
    assert isinstance(check_birth_month(month, TODAY), Refused)


def register(**changes: str | None) -> Applicant | Refused:
    said: dict[str, str | None] = {"phone": None, "birth_month": None, "consent": "zh-1", "guardian": None}
    said |= changes
    return judge_registration(
        name=said.get("name") or "张小明",
        phone=said["phone"],
        birth_month=said["birth_month"],
        consent=said["consent"],
        guardian=said["guardian"],
        today=TODAY,
    )


def test_a_name_and_consent_suffice_for_a_card() -> None:
    assert register() == Applicant("张小明", None, None, CardKind.ADULT)


def test_without_consent_there_is_no_card() -> None:
    assert register(consent=None) == Refused(Reason.MISSING_CONSENT)


def test_a_child_needs_a_guardian_and_gets_a_child_card() -> None:
    assert register(birth_month="2018-05") == Refused(Reason.GUARDIAN_NEEDED, {"under": 14})
    child = register(birth_month="2018-05", guardian="1234567897")
    assert isinstance(child, Applicant) and child.kind is CardKind.CHILD


def test_a_bad_phone_or_name_is_named() -> None:
    assert register(phone="123") == Refused(Reason.BAD_PHONE)
    name = register(name="张")
    assert isinstance(name, Refused) and name.reason is Reason.BAD_NAME


@given(st.text())
def test_clean_text_is_storable_and_stays_clean(text: str) -> None:
    for clean in (clean_line, clean_text):
        once = clean(text)
        once.encode("utf-8")
        assert clean(once) == once
