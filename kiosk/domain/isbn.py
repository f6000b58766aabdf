"""International standard book numbers: any valid spelling becomes the 13 digits that the bar code holds."""

import re

from stdnum import isbn as stdnum_isbn

from kiosk.domain.texts import narrow

_SIGNS = re.compile(r"[\s\-‐-―\x00-\x1f]+")
_LABEL = re.compile(r"^ISBN(1[03])?:?", re.IGNORECASE)
_IS_13 = re.compile(r"97[89]\d{10}", re.ASCII)
_WITH_ADD_ON = re.compile(r"(97[89]\d{10})\d{2}(\d{3})?", re.ASCII)  # a price add-on beside the bar code


def isbn13(text: str) -> str | None:
    """The ISBN-13, or None if the number is not a valid ISBN-10 or ISBN-13."""
    digits = _LABEL.sub("", _SIGNS.sub("", narrow(text))).upper()
    if _IS_13.fullmatch(digits):
        return digits if _checks(digits) else None
    if add_on := _WITH_ADD_ON.fullmatch(digits):
        digits = add_on[1]
    if not digits.isascii() or not stdnum_isbn.is_valid(digits):
        return None
    return stdnum_isbn.to_isbn13(digits)


def _checks(digits: str) -> bool:
    numbers = [*map(int, digits)]
    return (sum(numbers[::2]) + 3 * sum(numbers[1::2])) % 10 == 0
