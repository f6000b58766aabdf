"""Every refusal is a sentence that a person understands."""

from datetime import date, datetime

import pytest

from kiosk.domain.reasons import Reason
from kiosk.domain.states import (
    AppealState,
    BookingState,
    CardState,
    ComplaintState,
    CopyState,
    HelpState,
    HoldState,
    LineStage,
    LoanState,
    Mode,
    OutcomeStatus,
    Relation,
    Role,
    StrikeState,
    TicketState,
    VisitState,
    WishState,
)
from kiosk.reports.sentences import (
    day_text,
    sentence,
    short,
    short_day_text,
    span_text,
    time_text,
    tone,
    word,
)

LANGUAGES = ("zh", "en")
KINDS = {
    "ticket": TicketState,
    "booking": BookingState,
    "strike": StrikeState,
    "appeal": AppealState,
    "loan": LoanState,
    "hold": HoldState,
    "copy": CopyState,
    "card": CardState,
    "wish": WishState,
    "outcome": OutcomeStatus,
    "role": Role,
    "line": LineStage,
    "mode": Mode,
    "visit": VisitState,
    "help_call": HelpState,
    "complaint": ComplaintState,
    "relation": Relation,
}


@pytest.mark.parametrize("reason", Reason)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_reason_is_a_whole_sentence_even_without_its_detail(reason: Reason, lang: str) -> None:
    said = sentence(reason.value, {}, lang)
    assert said.endswith("。" if lang == "zh" else ".")
    assert "{" not in said
    assert "{" not in short(reason.value, lang)


def test_a_request_that_is_too_soon_names_the_first_possible_day() -> None:
    detail = {"earliest": "2026-11-26"}
    assert sentence("too_soon", detail, "zh") == "这一天太近了，来不及安排。最早可以约 11月26日 周四。"
    assert (
        sentence("too_soon", detail, "en") == "That day is too soon to arrange. The earliest is Thu 26 Nov."
    )


def test_a_moment_is_told_with_its_day() -> None:
    said = sentence("counter_closed", {"opens": "2026-11-24T08:30"}, "zh")
    assert said.startswith("窗口下班了，11月24日 周二 08:30 再开，")


def test_slots_are_joined_as_each_language_joins_them() -> None:
    detail = {"slots": ["08:30-10:00", "10:00-11:30"]}
    assert "08:30–10:00、10:00–11:30" in sentence("bad_times", detail, "zh")
    assert "08:30–10:00, 10:00–11:30" in sentence("bad_times", detail, "en")


def test_a_missed_ticket_and_a_missed_booking_have_each_their_own_word() -> None:
    assert "“过号”" in sentence("wrong_state", {"state": "no_show", "of": "ticket"}, "zh")
    assert "“未到场”" in sentence("wrong_state", {"state": "no_show", "of": "booking"}, "zh")


def test_a_form_field_is_called_by_its_label() -> None:
    detail = {"field": "who", "label": "给谁办？", "label_en": "For whom?"}
    assert "给谁办？" in sentence("bad_form", detail, "zh")
    assert "For whom?" in sentence("bad_form", detail, "en")


def test_an_empty_detail_gets_the_plain_sentence() -> None:
    assert "课" in sentence("occupied", {"title": ""}, "zh")
    assert sentence("suspended", None, "en") == sentence("suspended", {}, "en")


def test_braces_in_a_detail_stay_what_they_are() -> None:
    assert "{0.__class__}" in sentence("occupied", {"title": "{0.__class__}"}, "zh")


def test_a_day_that_does_not_exist_is_told_as_it_was_typed() -> None:
    assert "2026-02-30" in sentence("bad_field", {"field": "2026-02-30"}, "zh")


def test_an_unknown_reason_sends_people_to_the_desk() -> None:
    assert sentence("no_such_reason", {}, "zh") == sentence("fault", {}, "zh")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_state_has_a_word(kind: str, lang: str) -> None:
    for value in KINDS[kind]:
        assert word(kind, value.value, lang) != value.value
        assert tone(kind, value.value) in {"good", "wait", "bad", "quiet"}


def test_days_and_times_are_written_for_each_language() -> None:
    day = date(2026, 11, 26)
    assert (day_text(day, "zh"), day_text(day, "en")) == ("11月26日 周四", "Thu 26 Nov")
    assert (short_day_text(day, "zh"), short_day_text(day, "en")) == ("11月26日", "26 Nov")
    assert (time_text(datetime(2026, 11, 26, 9, 41)), time_text(1440)) == ("09:41", "24:00")
    assert span_text(840, 930) == "14:00–15:30"


def test_a_case_has_its_own_wording_and_anything_else_the_usual_one() -> None:
    assert "已经在您名下" in sentence("copy_on_loan", {"yours": True}, "zh")
    assert "预约 3 本" in sentence("limit_reached", {"what": "holds", "limit": 3}, "zh")
    assert "场地申请" in sentence("limit_reached", {"what": "requests", "limit": 3}, "zh")
    assert sentence("copy_on_loan", {"yours": False}, "zh") == sentence("copy_on_loan", {}, "zh")
    assert sentence("too_soon", {"room": "short"}, "zh") == sentence("too_soon", {}, "zh")
