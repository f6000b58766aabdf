"""Lines break where a reader breathes."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.reports.wrapping import wrap


def measure(text: str) -> float:
    return sum(2 if ord(char) > 0x2E80 else 1 for char in text)


def lines(text: str, width: int) -> list[str]:
    return wrap(text, width, measure)


def test_a_short_text_stays_on_one_line() -> None:
    assert lines("请等叫号", 8) == ["请等叫号"]


def test_a_sentence_breaks_after_its_comma() -> None:
    assert lines("来不了就取消，扫码就行", 16) == ["来不了就取消，", "扫码就行"]


def test_no_last_character_stands_alone() -> None:
    assert all(len(line) > 2 for line in lines("一二三四五六七八九", 16))


def test_no_line_begins_with_a_sign() -> None:
    assert all(line[0] not in "，。" for line in lines("一二三四，五六七八。九十", 8))


def test_a_number_stays_with_its_unit() -> None:
    assert "15 分钟" in " / ".join(lines("开始前 30 分钟到开始后 15 分钟", 20))


def test_english_breaks_between_words() -> None:
    assert lines("Medical insurance: join and pay", 18) == ["Medical insurance:", "join and pay"]


def test_a_word_wider_than_the_paper_is_cut() -> None:
    assert "".join(lines("x" * 50, 20)) == "x" * 50


@given(st.text("一二三，。 ab1（）", max_size=60), st.integers(6, 40))
def test_nothing_is_lost_and_everything_fits(text: str, width: int) -> None:
    broken = lines(text, width)
    assert "".join("".join(broken).split()) == "".join(text.split())
