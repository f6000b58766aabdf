"""What a code is by its looks, and who is let in at which moment."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.booking_policy import BookingPolicy
from kiosk.domain.bookings import may_check_in
from kiosk.domain.checkin import Arrival, Use, arrival_of, booking_at_door
from kiosk.domain.codes import LONGEST_SCAN, SLIP_PREFIX, CodeState, is_pairing_code, parse_code, slip_code
from kiosk.domain.foreign import Foreign, foreign_sort
from kiosk.domain.states import BookingState
from kiosk.domain.times import at
from kiosk.reports.sentences import placeholders
from kiosk.reports.trouble import _texts

POLICY = BookingPolicy.from_data({})
THURSDAY = date(2026, 11, 26)
TEN = 600


def door(state: BookingState, moment: str) -> CodeState:
    return booking_at_door(POLICY, Use(state, THURSDAY, TEN, TEN + 90), datetime.fromisoformat(moment))


@pytest.mark.parametrize(
    ("moment", "answer"),
    [
        ("2026-11-25T10:00", "wrong_day"),
        ("2026-11-26T09:29:59", "too_early"),
        ("2026-11-26T09:30", "ok"),
        ("2026-11-26T10:00", "ok"),
        ("2026-11-26T10:00:01", "late"),
        ("2026-11-26T10:15", "late"),
        ("2026-11-26T10:15:01", "too_late"),
        ("2026-11-27T10:00", "expired"),
    ],
)
def test_an_approved_booking_opens_in_its_window_alone(moment: str, answer: str) -> None:
    assert door(BookingState.APPROVED, moment) == answer


@pytest.mark.parametrize(
    ("state", "answer"),
    [
        ("requested", "not_approved"), ("waitlisted", "not_approved"), ("rejected", "rejected"), ("cancelled", "cancelled"),
        ("completed", "over"), ("no_show", "too_late"), ("expired", "expired"), ("checked_in", "already_in"),
    ],
)  # fmt: skip
def test_each_state_has_an_answer_of_its_own(state: str, answer: str) -> None:
    assert door(BookingState(state), "2026-11-26T10:00") == answer


def test_who_came_yesterday_is_not_in_today() -> None:
    assert door(BookingState.CHECKED_IN, "2026-11-26T11:30") == "over"


@given(
    offset=st.integers(-3000, 3000), before=st.integers(0, 240), after=st.integers(0, 240),
    start=st.integers(0, 1380), state=st.sampled_from(BookingState),
)  # fmt: skip
def test_the_door_says_welcome_exactly_when_a_check_in_is_accepted(
    offset: int, before: int, after: int, start: int, state: BookingState
) -> None:
    policy = BookingPolicy.from_data({"check_in_before": before, "check_in_after": after})
    now = at(THURSDAY, start) + timedelta(minutes=offset, seconds=offset % 60)
    answer = booking_at_door(policy, Use(state, THURSDAY, start, start + 60), now)
    opens = state is BookingState.APPROVED and may_check_in(policy, now, THURSDAY, start) is None
    assert (answer in (CodeState.OK, CodeState.LATE)) == opens


@pytest.mark.parametrize(
    ("moment", "arrival", "minutes"),
    [("09:45", Arrival.IN_TIME, 15), ("10:00", Arrival.IN_TIME, 0), ("10:07", Arrival.LATE, 7)],
)
def test_an_arrival_says_how_early_or_late_it_is(moment: str, arrival: Arrival, minutes: int) -> None:
    assert arrival_of(datetime.fromisoformat(f"2026-11-26T{moment}"), THURSDAY, TEN) == (arrival, minutes)


WHOLE = slip_code(bytes(range(16)))


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("", "empty"), ("\x00\x01\x02\r\n", "empty"), ("\ufeff\u200b", "empty"), ("https://a.example/x?y=1", "url"),
        ("HTTP://A.EXAMPLE", "url"), ("www.example.cn", "url"), ("javascript:alert(1)", "url"), ("mailto:a@b.cn", "url"),
        ("134567890123456789", "payment_code"), ("１３４５６７８９０１２３４５６７８９", "payment_code"),
        ("280123456789012345", "payment_code"), ("2801234567890123", "payment_code"), ("30" + "1" * 22, "payment_code"),
        ("wxp://f2f0abc", "payment_code"), ("https://qr.alipay.com/abc", "payment_code"),
        ("https://h5.example.cn/healthCode?x=1", "health_code"), ("我的健康码：绿", "health_code"),
        ("11010519491231002X", "identity_card"), ("9787540468423", "isbn_typo"), ("754046842X", "isbn_typo"),
        ("ISBN 7-5404-6842-1", "isbn_typo"), ("6901234567892", "product"), ("6901234567893", "thirteen_digits"),
        ("S123", "copy_typo"), ("S00000001", "copy_typo"), ("3709152842", "card_typo"), ("13812341234", "phone"),
        ("BEGIN:VCARD\nFN:张三", "contact"), ("WIFI:T:WPA;S:x;P:y;;", "wifi"), ("12345", "digits"), ("你好", "text"),
        (WHOLE[:-1], "damaged"), (WHOLE + "A", "damaged"), ("yz1:", "damaged"), ("x" * 10**6, "too_long"),
        ("\x00" * 10**6, "too_long"), ("https://a.cn/" + "x" * 10**6, "url"), ("\ud800", "empty"), ("'; DROP TABLE--", "text"),
    ],
)  # fmt: skip
def test_what_is_not_ours_is_told_by_its_looks(text: str, sort: str) -> None:
    assert foreign_sort(text, SLIP_PREFIX, LONGEST_SCAN) == sort


@given(st.text() | st.binary().map(lambda data: data.decode("latin-1")))
def test_whatever_a_scanner_sends_has_a_name_and_a_sentence_in_both_languages(text: str) -> None:
    words = _texts("codes")[f"foreign_{foreign_sort(text, SLIP_PREFIX, LONGEST_SCAN).value}"]
    assert words["zh"] and words["en"]


def test_every_sort_has_its_own_words() -> None:
    words = {sort: _texts("codes")[f"foreign_{sort.value}"] for sort in Foreign}
    assert len({text["zh"] for text in words.values()}) == len(Foreign)
    assert not any(placeholders(text[lang]) for text in words.values() for lang in ("zh", "en"))


def test_every_answer_about_a_booking_has_its_own_words() -> None:
    about = set(CodeState) - {CodeState.BLOCKED, CodeState.REFUSED, CodeState.NOTHING_PAIRS}
    words = [_texts("codes")[f"booking_{state.value}"]["zh"] for state in about]
    assert len(set(words)) == len(about)


def test_a_pairing_code_is_told_from_a_slips() -> None:
    pairing = "YZP1:" + WHOLE.removeprefix(SLIP_PREFIX)
    assert is_pairing_code(pairing.lower() + "\r")
    assert not is_pairing_code(WHOLE) and not is_pairing_code("YZP1:ABC") and parse_code(pairing) is None
