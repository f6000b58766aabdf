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
    "着": ("zhe", "zhu"),  # 着 and 著 are one letter here
    "了": ("le", "liao"),
}
# What the conversion from Traditional leaves: it depends on the word (活著, 瞭解), or is another way to write the same,
# as Japanese authors and older catalogues do. None of the left ones is a character of its own in Chinese.
_VARIANTS = """
著着 瞭了 妳你 祂他 牠它 〇零 ○零 戸户 靑青 馀余 読读 図图 竜龙 沢泽 広广 辺边 斎斋 桜樱 鉄铁 駅驿 歴历 徳德 恵惠
栄荣 営营 楽乐 気气 検检 権权 県县 顕显 験验 厳严 砕碎 剤剂 済济 実实 釈释 従从 縦纵 処处 渋涩 獣兽 粛肃 焼烧 剰剩
畳叠 縄绳 嬢娘 譲让 醸酿 囲围 穂穗 斉齐 摂摄 専专 戦战 繊纤 纎纤 銭钱 壊坏 捜搜 挿插 巣巢 蔵藏 臓脏 続续 対对 帯带 滝泷
択择 単单 弾弹 遅迟 鋳铸 庁厅 聴听 鎮镇 転转 伝传 稲稻 悩恼 脳脑 覇霸 廃废 拝拜 発发 抜拔 髪发 黒黑 仏佛 払拂 変变
豊丰 毎每 満满 黙默 訳译 薬药 揺摇 様样 頼赖 覧览 隷隶 齢龄 歓欢 関关 観观 亀龟 帰归 犠牺 拠据 郷乡 暁晓 勲勋 渓溪
経经 継继 軽轻 鶏鸡 撃击 剣剑 険险 圏圈 鉱矿 両两 緑绿 涙泪 錬炼 労劳 亜亚 悪恶 圧压 隠隐 衛卫
駆驱 桟栈 賛赞 児儿 塩盐 応应 仮假 価价 絵绘 拡扩 覚觉 陥陷 勧劝 巻卷 漢汉
"""
_SAME = {pair[0]: pair[1] for pair in _VARIANTS.split() if pair[0] != pair[1]}
_TWOFOLD = frozenset(_OTHER_READING)
_LONGEST_PHRASE = 4
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
    if len(readings) == 1:
        return SearchKeys(plain, "".join(readings[0]), _initials_of(readings[0]))
    return SearchKeys(plain, _joined(map("".join, readings)), _joined(map(_initials_of, readings)))


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
    if char in _SAME:
        return _SAME[char]
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
    if _TWOFOLD.isdisjoint(plain):
        return [usual]
    twofold = [place for place, char in enumerate(plain) if char in _OTHER_READING]
    first, second = list(usual), list(usual)
    for place in twofold:
        one, other = _OTHER_READING[plain[place]]
        told = _in_phrase(plain, place) or usual[place]
        first[place], second[place] = told, other if told == one else one
    return [first, second]


def _in_phrase(plain: str, place: int) -> str | None:
    """How a character is read in the longest known phrase around it."""
    phrases = _phrases()
    for length in range(_LONGEST_PHRASE, 1, -1):
        for start in range(max(place - length + 1, 0), min(place, len(plain) - length) + 1):
            if told := phrases.get((plain[start : start + length], place - start)):
                return told
    return None


@cache
def _phrases() -> dict[tuple[str, int], str]:
    """(phrase, place in it) -> reading, for the characters with two: asking for these alone is ten times as quick as
    having the library read whole titles.
    """
    from pypinyin.constants import PHRASES_DICT

    return {
        (phrase.replace("著", "着"), place): normal(read[place][0])
        for phrase, read in PHRASES_DICT.items()
        if len(phrase) == len(read) and len(phrase) <= _LONGEST_PHRASE
        for place, char in enumerate(phrase)
        if _SAME.get(char, char) in _OTHER_READING
    }


def _initials_of(reading: list[str]) -> str:
    return "".join([one if one.isdigit() else one[:1] for one in reading])


def _joined(keys: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(keys))
