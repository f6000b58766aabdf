"""What the board says aloud: the number letter by letter and digit by digit, and the counter. Never a name."""

from kiosk.commands import records
from ui.words import english

_DIGITS = "零一二三四五六七八九"
_CALL, _CALL_ANYWHERE = "请%1号到%2", "请%1号到窗口"


def spoken(call: records.BoardCall) -> dict[str, str]:
    """The announcement in each language that a voice may have."""
    sentence = _CALL if call.counter else _CALL_ANYWHERE
    return {
        "zh": _filled(sentence, _spelt(call.number, _DIGITS), call.counter),
        "en": _filled(english()[sentence], _spelt(call.number, english()[_DIGITS]), call.counter_en),
    }


def _filled(sentence: str, number: str, counter: str) -> str:
    return sentence.replace("%1", number).replace("%2", counter)


def _spelt(number: str, digits: str) -> str:
    """A012 -> A 零 一 二: read as a word it would be “A twelve”, which is another number."""
    return " ".join(digits[int(sign)] if sign.isdecimal() else sign for sign in number)
