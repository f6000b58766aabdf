"""Whatever a scanner or a finger gives, a code is read as itself or not at all."""

from itertools import islice

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.codes import (
    ScanKind,
    classify,
    code_hash,
    copy_number,
    parse_code,
    read_copy_number,
    readings,
    slip_code,
)
from kiosk.domain.isbn import isbn13
from kiosk.domain.numbers import (
    booking_number,
    is_letter,
    letters,
    next_letter,
    queue_number,
    read_booking_number,
    read_queue_number,
)
from kiosk.domain.people import card_number, is_card_number, read_card_number

ALL_LETTERS = tuple(letters())


@given(st.binary(min_size=16, max_size=16))
def test_a_slip_code_is_read_back_through_case_spaces_and_scanner_noise(secret: bytes) -> None:
    code = slip_code(secret)
    assert len(code) == 30
    noisy = f"\x02 {code[:9].lower()} {code[9:].lower()}\r\n".replace(":", "：")
    assert parse_code(noisy) == code
    assert classify(noisy) == classify(code)
    assert code_hash(noisy) == code_hash(code)


@given(st.binary(min_size=16, max_size=16), st.integers(4, 29))
def test_a_shortened_slip_code_is_none(secret: bytes, length: int) -> None:
    assert parse_code(slip_code(secret)[:length]) is None


@given(st.text(max_size=300))
def test_any_text_may_be_scanned(text: str) -> None:
    for scan in readings(text):
        assert classify(scan.value) is not None
    code_hash(text)
    isbn13(text)


@pytest.mark.parametrize(
    "text", ["", "\ud800", "YZ1:", "YZ1:" + "A" * 27, "YZ1:" + "Z" * 26, "²³" * 5, "٣" * 13]
)
def test_what_is_not_ours_is_not_read(text: str) -> None:
    assert classify(text) is None
    assert len(code_hash(text)) == 64


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("s0000123\r", ScanKind.COPY, "S0000123"),
        ("978-7-5442-5860-9", ScanKind.ISBN, "9787544258609"),
        ("1234567897", ScanKind.CARD, "1234567897"),
        ("7020008720", ScanKind.ISBN, "9787020008728"),
        ("a012", ScanKind.QUEUE_NUMBER, "A012"),
        ("AC1000", ScanKind.QUEUE_NUMBER, "AC1000"),
        ("ab0012", ScanKind.BOOKING_NUMBER, "AB0012"),
    ],
)
def test_each_kind_of_scan_is_known_by_its_form(text: str, kind: ScanKind, value: str) -> None:
    scan = classify(text)
    assert scan is not None and (scan.kind, scan.value) == (kind, value)


@given(st.integers(0, 9_999_999))
def test_a_copy_number_reads_back(number: int) -> None:
    assert read_copy_number(copy_number(number).lower()) == copy_number(number)


@given(st.from_regex(r"\A[0-9]{9}\Z"), st.integers(0, 9), st.integers(1, 9))
def test_one_wrong_digit_of_a_card_is_noticed(nine: str, place: int, shift: int) -> None:
    card = card_number(nine)
    assert is_card_number(card) and read_card_number(f"{card[:5]} {card[5:]}") == card
    wrong = str((int(card[place]) + shift) % 10)
    assert not is_card_number(card[:place] + wrong + card[place + 1 :])


def test_letters_leave_out_i_and_o_and_then_come_in_pairs() -> None:
    assert "".join(islice(letters(), 24)) == "ABCDEFGHJKLMNPQRSTUVWXYZ"
    assert list(islice(letters(), 24, 27)) == ["AA", "AC", "AD"]
    assert next_letter({"A", "C"}) == "B"
    assert next_letter(set(ALL_LETTERS[:24])) == "AA"
    assert all(map(is_letter, ALL_LETTERS)) and not is_letter("O")


def test_numbers_have_three_digits_then_four() -> None:
    assert queue_number("A", 12) == "A012"
    assert queue_number("A", 1000) == "A1000"
    assert booking_number("A", 12) == "AB0012"


@given(st.sampled_from(ALL_LETTERS), st.integers(0, 99_999))
def test_a_queue_number_is_never_a_booking_number(letter: str, number: int) -> None:
    queue, booking = queue_number(letter, number), booking_number(letter, number)
    assert read_queue_number(queue.lower()) == queue and read_booking_number(queue) is None
    assert read_booking_number(booking) == booking and read_queue_number(booking) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("7-02-000872-0", "9787020008728"),
        ("ISBN 978 7020008728", "9787020008728"),
        ("９７８７０２０００８７２８", "9787020008728"),
        ("9787020008728" + "51", "9787020008728"),
        ("979-10-90636-07-1", "9791090636071"),
        ("9787020008729", None),
        ("10019·1979", None),
        ("", None),
    ],
)
def test_any_valid_isbn_becomes_its_thirteen_digits(text: str, expected: str | None) -> None:
    assert isbn13(text) == expected
