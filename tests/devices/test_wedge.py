"""A scanner that types is told from people by its pace, and what people type is never lost."""

from collections.abc import Sequence
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.scanners.framing import LONGEST, Frame
from kiosk.devices.scanners.wedge import APART_MS, QUICK_MS, STUTTER_MS, Press, Ways, Wedge

SLIP = "YZ1:ABCDEFGHIJKLMNOPQRSTUVWXYZ"
NOW = datetime(2026, 11, 23, 9, 41)
codes = st.text(st.sampled_from("YZ1:ABS0237/?=-. x"), min_size=6, max_size=40).filter(
    lambda text: text == text.strip()
)


class Desk:
    """A text field behind a wedge, and what the scanner said."""

    def __init__(self, ways: Ways | None = None) -> None:
        self.scans: list[str] = []
        self.field = ""
        self.at = 1000
        self.wedge: Wedge[str] = Wedge(self._hear, self._type, ways, lambda: NOW)

    def keys(self, text: str, gaps: Sequence[int]) -> "Desk":
        """Each key so long after the one before; a long gap is a pause that the wedge hears of."""
        for letter, gap in zip(text, gaps, strict=True):
            patience = self.wedge.patience
            if patience is not None and gap > patience:
                self.wedge.pause()
            self.at += gap
            if not self.wedge.press(Press(letter, self.at), letter):
                self._type(letter)
        return self

    def scan(self, text: str, gap: int = 5) -> "Desk":
        return self.keys(text, [500, *[gap] * (len(text) - 1)])

    def rest(self) -> "Desk":
        if self.wedge.patience is not None:
            self.wedge.pause()
        return self

    def _hear(self, text: str, us: str) -> None:
        self.scans.append(text)

    def _type(self, letter: str) -> None:
        self.field += letter


@pytest.mark.parametrize("end", ["\r", "\n", "\t", "\x03", "\r\n"])
def test_a_scan_is_heard_at_its_terminator_and_nothing_reaches_the_field(end: str) -> None:
    desk = Desk().scan(SLIP + end)
    assert (desk.scans, desk.field, desk.wedge.patience) == ([SLIP], "", None)
    assert desk.wedge.last_scan == NOW


def test_a_scanner_without_terminator_is_heard_after_a_pause() -> None:
    desk = Desk().scan("3709152841")
    assert desk.scans == []
    assert desk.rest().scans == ["3709152841"]
    assert desk.field == ""


def test_prefix_suffix_and_the_kind_of_code_are_taken_off_where_they_are() -> None:
    ways = Ways(Frame(prefix="~", suffix="#"))
    desk = Desk(ways).scan(f"~{SLIP}#\r").scan(f"{SLIP}\r").scan(f"\x02~]Q1{SLIP}#\r")
    assert desk.scans == [SLIP] * 3


@given(codes, st.lists(st.integers(0, QUICK_MS), min_size=40, max_size=40), st.sampled_from("\r\n\t\x03"))
def test_whatever_a_quick_scanner_types_is_one_scan(code: str, gaps: list[int], end: str) -> None:
    desk = Desk().keys(code + end, [500, *gaps[: len(code)]])
    assert (desk.scans, desk.field) == ([code], "")


@given(codes, st.data())
def test_a_scanner_without_cable_may_stumble(code: str, data: st.DataObject) -> None:
    """Once it is known to be one; its keys are quick but for every third."""
    gaps = [3, 3, 3] + [
        data.draw(st.integers(0, STUTTER_MS)) if n % 3 == 0 else 4 for n in range(len(code) - 3)
    ]
    desk = Desk().keys(code + "\r", [500, *gaps])
    assert (desk.scans, desk.field) == ([code], "")


@given(
    st.text(st.sampled_from("abcS0123: \r\t"), max_size=40),
    st.lists(st.integers(30, 400), min_size=40, max_size=40),
)
def test_a_typist_of_30_ms_is_no_scanner_and_loses_no_key(text: str, gaps: list[int]) -> None:
    desk = Desk().keys(text, gaps[: len(text)]).rest()
    assert (desk.scans, desk.field) == ([], text)


@given(st.text(st.sampled_from("abcdefgh"), max_size=40), st.data())
def test_a_typist_who_rolls_pairs_of_keys_is_no_scanner(text: str, data: st.DataObject) -> None:
    """Two fingers may fall at once; between such pairs a hand needs its time."""
    gaps = [data.draw(st.integers(1, 20) if n % 2 else st.integers(60, 300)) for n in range(len(text))]
    desk = Desk().keys(text, gaps).rest()
    assert (desk.scans, desk.field) == ([], text)


@given(
    st.text(st.sampled_from("abc123YZ:\r\t"), max_size=60),
    st.lists(st.integers(0, 600), min_size=60, max_size=60),
)
def test_no_key_is_both_typed_and_scanned_and_none_is_lost(text: str, gaps: list[int]) -> None:
    desk = Desk().keys(text, gaps[: len(text)]).rest()
    assert written(desk.field + "".join(desk.scans)) == written(text)


def written(text: str) -> list[str]:
    """Its letters without what ends a scan."""
    return sorted(text.replace("\r", "").replace("\t", ""))


def test_typing_before_and_after_a_scan_stays_typing() -> None:
    desk = Desk().keys("王ab", [200, 150, 90]).scan(SLIP + "\r").keys("cd\r", [200, 90, 90]).rest()
    assert (desk.scans, desk.field) == ([SLIP], "王abcd\r")


@pytest.mark.parametrize("text", ["A", "ABC"])
def test_a_hand_that_slips_over_some_keys_is_no_scanner(text: str) -> None:
    assert Desk().scan(text + "\r").scans == []


def test_a_return_long_after_quick_keys_was_a_hand() -> None:
    desk = Desk().keys("abcde\r", [500, 5, 5, 5, 5, STUTTER_MS + 1])
    assert (desk.scans, desk.field) == ([], "abcde\r")


def test_a_key_alone_waits_no_longer_than_a_blink() -> None:
    desk = Desk().keys("a", [500])
    assert (desk.field, desk.wedge.patience) == ("", APART_MS)
    assert desk.rest().field == "a"


def test_a_scanner_told_to_type_slowly_is_heard_when_the_settings_say_so() -> None:
    assert Desk().scan(SLIP + "\r", gap=40).scans == []
    assert Desk(Ways(quick_ms=45)).scan(SLIP + "\r", gap=40).scans == [SLIP]


def test_keys_without_end_are_one_cut_scan_and_the_next_is_heard() -> None:
    desk = Desk()
    desk.keys("7" * 50_000, [500] + [1] * 49_999)
    assert [len(text) for text in desk.scans] == [LONGEST + 1]
    desk.keys("\r", [1]).scan(SLIP + "\r")
    assert (desk.scans[1:], desk.field) == ([SLIP], "")


def test_a_shift_and_keys_let_go_stay_in_their_order() -> None:
    desk = Desk()
    desk.keys("a", [500])
    assert desk.wedge.beside("^")
    desk.keys("B", [40])
    assert desk.rest().field == "a^B"
    assert not desk.wedge.beside("^")


def test_a_shift_before_the_first_letter_is_kept_with_it() -> None:
    desk = Desk()
    desk.at += 500
    desk.wedge.lead("^", desk.at)
    desk.keys("YZ1:AB\r", [5] * 7)
    assert (desk.scans, desk.field) == (["YZ1:AB"], "")
    desk.wedge.lead("^", desk.at + 500)
    assert desk.rest().field == "^"


def test_both_readings_are_told_where_the_layout_is_another() -> None:
    heard: list[tuple[str, str]] = []
    wedge: Wedge[str] = Wedge(lambda text, us: heard.append((text, us)), lambda _: None)
    for n, (text, us) in enumerate(
        [("Z", "Y"), ("Y", "Z"), ("1", "1"), ("Ö", ":"), ("A", "A"), ("\r", "\r")]
    ):
        wedge.press(Press(text, n, us), text)
    assert heard == [("ZY1ÖA", "YZ1:A")]
