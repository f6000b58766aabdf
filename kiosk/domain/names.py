"""A person's name and phone: what is a good one, and what a screen may show of it."""

import re
import unicodedata

from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.texts import composed, is_shown, narrow

NAME_LEAST, NAME_MOST = 2, 30
HIDDEN = "*"
PHONE_HIDDEN = "****"
_SURNAMES = """
欧阳 司马 诸葛 上官 东方 皇甫 尉迟 公孙 慕容 令狐 长孙 宇文 司徒 司空 端木 夏侯 轩辕 百里
呼延 南宫 东郭 西门 独孤 澹台 公冶 宗政 濮阳 淳于 单于 太叔 申屠 钟离 闾丘 鲜于 第五 赫连
万俟 闻人 歐陽 司馬 諸葛 東方 尉遲 公孫 長孫 軒轅 南宮 東郭 獨孤 鍾離 赫連
"""
COMPOUND_SURNAMES = frozenset(_SURNAMES.split())
_DOTS = re.compile(r"\s*[·•‧・･᛫⋅∙●\u0387]\s*")
_PHONE = re.compile(r"\+?\d{5,15}")
_PHONE_SIGNS = re.compile(r"[\s\-‐-―()（）.·]+")


def check_name(text: str) -> str | Refused:
    """The name as it is kept (composed, one kind of middle dot), or `bad_name` with the limits."""
    name = _DOTS.sub("·", " ".join(composed(text).split()))
    if not NAME_LEAST <= len(name) <= NAME_MOST:
        return _bad_name("length")
    if not all(map(is_shown, name)) or not any(_is_letter(char) for char in name):
        return _bad_name("characters")
    return name


def mask_name(name: str) -> str:
    """Hides letters and their number: 张小明 -> 张*明, 张明 -> 张*, 欧阳小华 -> 欧阳*华,
    买买提·吐尔逊 -> 买*·吐*, Mary Ann -> M* A*.
    """
    if "·" in name or " " in name:
        return re.sub(r"[^· ]+", lambda part: _mask_part(part[0]), name)
    letters = _letters(name)
    if len(letters) < 3 or not all(_is_han(letter) for letter in letters):
        return _mask_part(name)
    surname = "".join(letters[:2])
    if surname in COMPOUND_SURNAMES:
        return surname + HIDDEN + ("" if len(letters) == 3 else letters[-1])
    return letters[0] + HIDDEN + letters[-1]


def check_phone(text: str) -> str | Refused:
    """`13812341234`, `02088881234` (a landline needs its area code), abroad `+85291234567`; else `bad_phone`.

    +86, 0086, hyphens, spaces and full-width digits are welcome.
    """
    import phonenumbers  # 50 ms that a screen without a phone field need not wait for

    digits = _PHONE_SIGNS.sub("", narrow(text))
    if not (digits.isascii() and _PHONE.fullmatch(digits)):
        return Refused.because(Reason.BAD_PHONE)
    try:
        number = phonenumbers.parse(digits, "CN")
    except phonenumbers.NumberParseException:
        return Refused.because(Reason.BAD_PHONE)
    kind = phonenumbers.number_type(number)
    if kind == phonenumbers.PhoneNumberType.UNKNOWN:
        return Refused.because(Reason.BAD_PHONE)
    if number.country_code != 86:
        return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
    landline = kind == phonenumbers.PhoneNumberType.FIXED_LINE
    return ("0" if landline else "") + str(number.national_number)


def mask_phone(phone: str) -> str:
    """13812341234 -> 138****1234; of a short number less is shown, never more than half."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) >= 11:
        return digits[:3] + PHONE_HIDDEN + digits[-4:]
    if len(digits) >= 7:
        return PHONE_HIDDEN + digits[-3:]
    return PHONE_HIDDEN


def _bad_name(problem: str) -> Refused:
    return Refused.because(Reason.BAD_NAME, problem=problem, least=NAME_LEAST, most=NAME_MOST)


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] == "L" or _is_han(char)


def _is_han(letter: str) -> bool:
    point = ord(letter[0])
    return 0x3400 <= point <= 0x9FFF or 0xF900 <= point <= 0xFAFF or 0x20000 <= point <= 0x3FFFF


def _letters(name: str) -> list[str]:
    """What the eye counts: a mark or variation selector stays with its letter."""
    letters: list[str] = []
    for char in name:
        if letters and unicodedata.category(char)[0] == "M":
            letters[-1] += char
        else:
            letters.append(char)
    return letters


def _mask_part(part: str) -> str:
    letters = _letters(part)
    return letters[0] + HIDDEN if len(letters) > 1 else HIDDEN
