"""Numbers, hours, forms, codes and colours that a manager may set, and those that nobody may."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.booking_policy import DEFAULT_DATA, BookingPolicy
from kiosk.domain.form_design import KEPT_FORMS, form_at, judge_form, with_old
from kiosk.domain.hours import Hours, judge_week, open_intervals
from kiosk.domain.outcomes import Refused
from kiosk.domain.palette import LEAST_CONTRAST, PALETTE, WHITE, contrast
from kiosk.domain.settings import BOOKING, SETTINGS, judge_booking, judge_number, judge_numbers
from kiosk.domain.station_names import read_code

ROOT = Path(__file__).parents[2]
CHOICE = {"key": "who", "kind": "choice", "label": "给谁办？", "options": [
    {"value": "a", "label": "自己"}, {"value": "b", "label": "家人"}]}  # fmt: skip
anything = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.text(max_size=12)
    | st.lists(st.text(max_size=12), max_size=3)
)


def case(refused: Refused | None) -> Any:
    return (
        next((name for name, value in refused.detail.items() if value is True), "plain") if refused else None
    )


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("notice_days", 3, None), ("notice_days", -1, "range"), ("notice_days", 61, "range"), ("notice_days", "3", "range"),
        ("notice_days", None, "empty"), ("notice_days", True, "range"), ("days_ahead", None, None), ("days_ahead", 0, "range"),
        ("notice_latest", "17:00", None), ("notice_latest", None, None), ("decide_by", "25:00", "time"),
        ("slots", ["08:30-10:00", "10:00-11:30"], None), ("slots", ["08:30-10:00", "09:00-11:00"], "overlap"),
        ("slots", ["08:30"], "spans"), ("slots", [], "empty"), ("slots", ["10:00-08:30"], "spans"),
        ("parties", ["group", "person"], None), ("parties", None, None),
        ("parties", ["king"], "choice"), ("parties", [], "choice"),
        ("verified_only", True, None), ("verified_only", 1, "plain"), ("notice_kind", "moon", "choice"), ("nothing", 1, "plain"),
    ],
)  # fmt: skip
def test_a_number_is_taken_or_refused_by_its_kind(key: str, value: Any, expected: str | None) -> None:
    assert case(judge_numbers(BOOKING, {key: value})) == expected


@given(st.sampled_from(BOOKING), anything)
def test_what_is_taken_makes_a_policy(setting: Any, value: Any) -> None:
    if judge_number(setting, value) is None:
        BookingPolicy.from_data(dict(DEFAULT_DATA), {setting.key: value})


def test_every_number_of_a_policy_can_be_set_and_the_usual_ones_are_taken() -> None:
    assert {one.key for one in BOOKING} == set(DEFAULT_DATA)
    assert judge_numbers(BOOKING, DEFAULT_DATA) is None
    assert all(one.label and one.label_en for known in SETTINGS.values() for one in known)


def test_rules_that_leave_no_day_are_refused() -> None:
    assert case(judge_booking({"notice_days": 10, "days_ahead": 7})) == "never"
    assert judge_booking({"notice_days": 10, "days_ahead": None}) is None


@pytest.mark.parametrize(
    ("week", "expected"),
    [
        ({"every_day": ["08:30-12:00", "14:00-17:30"], "7": [], "holidays": []}, None),
        ({"every_day": ["08:30-24:00"]}, None),
        ({"1": ["08:30-12:00", "11:00-13:00"]}, "overlap"),
        ({"8": ["08:30-12:00"]}, "spans"),
        ({"1": "08:30-12:00"}, "spans"),
        ({"1": ["12:00-08:30"]}, "spans"),
        ({"1": [f"{hour:02d}:00-{hour:02d}:30" for hour in range(13)]}, "many"),
        ({"closed": ["tomorrow"]}, "spans"),
    ],
)
def test_a_week_of_hours_is_taken_or_refused(week: dict[str, Any], expected: str | None) -> None:
    assert case(judge_week(week)) == expected
    if expected is None:
        Hours.from_data(week)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ([CHOICE], None),
        ([], None),
        ([CHOICE, CHOICE], "question"),
        ([CHOICE | {"label": " "}], "question"),
        ([CHOICE | {"kind": "magic"}], "question"),
        ([CHOICE | {"label": "问" * 41}], "question"),
        ([CHOICE | {"options": CHOICE["options"][:1]}], "options"),
        ([CHOICE | {"options": [CHOICE["options"][0]] * 2}], "options"),
        ([{"key": "n", "kind": "number", "label": "几个人？", "min": 5, "max": 2}], "limits"),
        ([{"key": "n", "kind": "number", "label": "几个人？", "min": -1}], "limits"),
        ([CHOICE | {"key": str(n)} for n in range(13)], "fields"),
    ],
)
def test_a_form_is_taken_or_refused(fields: list[dict[str, Any]], expected: str | None) -> None:
    judged = judge_form(fields)
    assert case(judged if isinstance(judged, Refused) else None) == expected


def test_an_answer_is_shown_with_the_questions_that_it_was_given_to() -> None:
    old: dict[str, Any] = {}
    for version in range(1, KEPT_FORMS + 5):
        old = with_old(old, version, [{"key": str(version)}])
    now = [{"key": "now"}]
    assert form_at(now, 30, old, None) == form_at(now, 30, old, 30) == now
    assert form_at(now, 30, old, KEPT_FORMS + 4) == [{"key": str(KEPT_FORMS + 4)}]
    assert form_at(now, 30, old, 1) == () and len(old) == KEPT_FORMS


@pytest.mark.parametrize(("text", "code"), [("Wenhua", "wenhua"), (" ３ ", "3"), ("a-1_b", "a-1_b")])
def test_codes_are_kept_in_one_spelling(text: str, code: str) -> None:
    assert read_code(text) == code


@pytest.mark.parametrize("text", ["", "会议室", "a b", "a" * 21, "-a", "../etc"])
def test_what_is_no_code_is_refused(text: str) -> None:
    assert isinstance(read_code(text), Refused)


def test_white_letters_are_good_to_read_on_every_colour_and_the_theme_has_them_all() -> None:
    assert all(contrast(colour, WHITE) >= LEAST_CONTRAST for colour in PALETTE.values())
    theme = (ROOT / "ui" / "qml" / "Yizhan" / "Theme.qml").read_text("utf-8")
    services = re.search(r"services: \(\{(.*?)\}\)", theme, re.S)
    assert services is not None and set(PALETTE.values()) <= set(re.findall(r"#[0-9A-F]{6}", services[1]))


def test_public_holidays_may_have_hours_of_their_own() -> None:
    new_year, monday = date(2027, 1, 1), date(2027, 1, 4)
    usual = Hours.from_data({"every_day": ["08:30-21:00"], "holidays": ["10:00-16:00"]})
    hours = replace(usual, is_holiday=lambda day: day == new_year)
    assert open_intervals(hours, new_year) == ((600, 960),) and open_intervals(hours, monday) == (
        (510, 1260),
    )
    assert open_intervals(replace(hours, holidays=None), new_year) == ((510, 1260),)
