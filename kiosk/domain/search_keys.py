"""How books and people are found: one spelling of a text, its full pinyin and its initials."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from kiosk.domain.texts import composed

# Everyday characters with two readings. In these the phrase decides (重庆 chongqing), and the other reading
# is a second key. One table for both: a character that is not here has its most usual reading.
_OTHER_READING = {
    "长": ("chang", "zhang"),
    "重": ("zhong", "chong"),
    "行": ("xing", "hang"),
    "乐": ("le", "yue"),
    "曾": ("ceng", "zeng"),
    "单": ("dan", "shan"),
    "区": ("qu", "ou"),
    "解": ("jie", "xie"),
    "翟": ("zhai", "di"),
    "朴": ("pu", "piao"),
    "藏": ("cang", "zang"),
    "传": ("chuan", "zhuan"),
    "朝": ("chao", "zhao"),
    "调": ("diao", "tiao"),
    "弹": ("dan", "tan"),
    "都": ("du", "dou"),
    "会": ("hui", "kuai"),
    "还": ("hai", "huan"),
    "降": ("jiang", "xiang"),
    "校": ("xiao", "jiao"),
    "宿": ("su", "xiu"),
    "仇": ("chou", "qiu"),
    "查": ("cha", "zha"),
    "盖": ("gai", "ge"),
    "尉": ("wei", "yu"),
    "柏": ("bai", "bo"),
    "薄": ("bao", "bo"),
    "率": ("lv", "shuai"),
    "盛": ("sheng", "cheng"),
    "乘": ("cheng", "sheng"),
    "系": ("xi", "ji"),
    "车": ("che", "ju"),
    "奇": ("qi", "ji"),
    "圈": ("quan", "juan"),
    "强": ("qiang", "jiang"),
    "参": ("can", "shen"),
    "差": ("cha", "chai"),
    "省": ("sheng", "xing"),
    "露": ("lu", "lou"),
    "色": ("se", "shai"),
    "似": ("si", "shi"),
    "什": ("shen", "shi"),
    "说": ("shuo", "shui"),
    "觉": ("jue", "jiao"),
    "种": ("zhong", "chong"),
    "便": ("bian", "pian"),
    "屏": ("ping", "bing"),
    "血": ("xue", "xie"),
    "角": ("jiao", "jue"),
    "贾": ("jia", "gu"),
    "缪": ("miao", "mou"),
    "隗": ("wei", "kui"),
    "厦": ("sha", "xia"),
    "佛": ("fo", "fu"),
    "伽": ("jia", "ga"),
    "洞": ("dong", "tong"),
    "给": ("gei", "ji"),
    "数": ("shu", "shuo"),
    "吐": ("tu", "yu"),
}
_KEPT = frozenset("乾")  # 干 only when it means dry, and the 乾 of books is 乾隆, 乾坤


@dataclass(frozen=True, slots=True)
class SearchKeys:
    """What an index holds of one text. `pinyin` and `initials` are one or two readings, parted by a space."""

    normal: str
    pinyin: str
    initials: str


def search_keys(text: str) -> SearchKeys:
    plain = normal(text)
    readings = _readings(plain)
    return SearchKeys(plain, _joined("".join(one) for one in readings), _joined(map(_initials_of, readings)))


def normal(text: str) -> str:
    """Simplified, half-width, small, ü as v, no signs or spaces; letter by letter: a part finds the whole."""
    return composed(text).translate(_NORMAL)


def pinyin_full(text: str) -> str:
    """`三国演义` -> `sanguoyanyi`, digits and Latin letters kept."""
    return "".join(_readings(normal(text))[0])


def initials(text: str) -> str:
    """`三国演义` -> `sgyy`, digits and Latin letters kept."""
    return _initials_of(_readings(normal(text))[0])


class _Normal(dict[int, str]):
    """One character's search spelling, worked out when first met."""

    def __missing__(self, point: int) -> str:
        self[point] = spelling = _spelling(chr(point))
        return spelling


class _Pinyin(dict[str, str]):
    """One character's most usual reading, or itself."""

    def __missing__(self, char: str) -> str:
        from pypinyin import lazy_pinyin  # takes 0.25 s: not before the first frame

        usual = char if char.isascii() else normal("".join(lazy_pinyin(char))) or char
        self[char] = usual
        return usual


_NORMAL = _Normal()
_PINYIN = _Pinyin({"𠮷": "ji", "㐂": "xi"})  # the library knows no reading


def _spelling(char: str) -> str:
    small = unicodedata.normalize("NFKC", char).casefold()
    return "".join(_letter(one) for one in unicodedata.normalize("NFC", small))


def _letter(char: str) -> str:
    if unicodedata.category(char)[0] not in "LN":
        return ""
    if char.isascii():
        return char
    if char >= "\u3400":
        return _simplified(char)
    marks = unicodedata.normalize("NFD", char)
    return "v" if marks.startswith("u\u0308") else marks[0]


def _simplified(char: str) -> str:
    return char if char in _KEPT else _to_simplified()(char)


@cache
def _to_simplified() -> Callable[[str], str]:
    from opencc import OpenCC

    convert: Callable[[str], str] = OpenCC("t2s").convert
    return convert


def _readings(plain: str) -> list[list[str]]:
    """The usual reading of each character and, where some have a second one, all of those together."""
    usual = [_PINYIN[char] for char in plain]
    twofold = [place for place, char in enumerate(plain) if char in _OTHER_READING]
    if not twofold:
        return [usual]
    by_phrase = _read_as_phrases(plain, usual)
    other = list(by_phrase)
    for place in twofold:
        first, second = _OTHER_READING[plain[place]]
        other[place] = second if by_phrase[place] == first else first
    return [by_phrase, other]


def _read_as_phrases(plain: str, usual: list[str]) -> list[str]:
    from pypinyin import lazy_pinyin

    read = " ".join(lazy_pinyin(plain, errors=" ".join)).split(" ")
    if len(read) != len(usual):
        return usual
    return [
        known if one == char else normal(one) for char, one, known in zip(plain, read, usual, strict=True)
    ]


def _initials_of(reading: list[str]) -> str:
    return "".join(one if one.isdigit() else one[:1] for one in reading)


def _joined(keys: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(keys))
