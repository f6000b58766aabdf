"""Whichever way people write or shorten a title, they find it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.domain.search_keys import initials, normal, pinyin_full, search_keys


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("三国演义", "sanguoyanyi", "sgyy"),
        ("三國演義", "sanguoyanyi", "sgyy"),
        ("剑指Offer", "jianzhioffer", "jzoffer"),
        ("４分33秒", "4fen33miao", "4f33m"),
        ("重庆", "chongqing", "cq"),
        ("音乐", "yinyue", "yy"),
        ("吕布", "lvbu", "lb"),
        ("乾隆", "qianlong", "ql"),
        ("𠮷㐂䶮", "jixiyan", "jxy"),
        ("", "", ""),
        ("！？", "", ""),
    ],
)
def test_a_title_has_its_pinyin_and_its_initials(text: str, full: str, short: str) -> None:
    assert (pinyin_full(text), initials(text)) == (full, short)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("後宮", "后宫"),
        ("ＡＢｃ", "abc"),
        ("Café", "cafe"),
        ("lǚ lü", "lvlv"),
        ("三体Ⅱ", "三体ii"),
        ("[日] 乙一", "日乙一"),
        ("活著", "活着"),
        ("瞭解臺灣", "了解台湾"),
        ("裏應外合", "里应外合"),
        ("大沢在昌", "大泽在昌"),
        ("二○一八", "二零一八"),
        ("峯羣眾綫", "峰群众线"),
        ("⼈⽣", "人生"),
        ("ｶﾌｶ", "カフカ"),
        ("１９８４ ①", "19841"),
    ],
)
def test_two_spellings_of_the_same_are_the_same(one: str, other: str) -> None:
    assert normal(one) == normal(other) == other


@pytest.mark.parametrize(
    ("title", "typed"),
    [
        ("长夜难明", "cynm"),
        ("长夜难明", "zynm"),
        ("曾国藩", "zgf"),
        ("行者", "xz"),
        ("了解", "lj"),
        ("名著", "mz"),
    ],
)
def test_both_readings_of_a_character_find_the_title(title: str, typed: str) -> None:
    assert typed in search_keys(title).initials.split()


@given(st.text(max_size=40))
def test_any_text_has_keys_that_are_stable_and_storable(text: str) -> None:
    keys = search_keys(text)
    assert normal(keys.normal) == keys.normal
    assert len(keys.initials.split()) <= 2 and len(keys.pinyin.split()) <= 2
    f"{keys.normal}{keys.pinyin}{keys.initials}".encode()


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF), max_size=20), st.data())
def test_any_part_of_a_chinese_title_finds_it(title: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(title)))
    assert normal(title[start:]) in normal(title)


@pytest.mark.parametrize(
    ("title", "typed"), [("名著导读", "mingzhudaodu"), ("活著", "huozhe"), ("了解自己", "liaojieziji")]
)
def test_what_two_characters_share_is_read_both_ways(title: str, typed: str) -> None:
    assert typed in search_keys(title).pinyin.split()
