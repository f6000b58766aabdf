"""Who may get a card: consent, birth month, guardian, card number, organisation code."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from stdnum import luhn
from stdnum.cn import uscc as stdnum_uscc

from kiosk.domain.names import check_name, check_phone
from kiosk.domain.outcomes import Refused
from kiosk.domain.reasons import Reason
from kiosk.domain.texts import narrow

GUARDIAN_UNTIL = 14
GROWN_UP_FROM = 18
CARD_DIGITS = 10
OLDEST = 130
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


class CardKind(StrEnum):
    ADULT = "adult"
    CHILD = "child"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Someone whose card may be made, in the spelling that is kept."""

    name: str
    phone: str | None
    birth_month: str | None
    kind: CardKind


def judge_registration(
    *,
    name: str,
    phone: str | None,
    birth_month: str | None,
    consent: str | None,
    guardian: str | None,
    today: date,
) -> Applicant | Refused:
    """`consent` and `guardian` are already known to exist, or None."""
    if not consent:
        return Refused.because(Reason.MISSING_CONSENT)
    good_name = check_name(name)
    if isinstance(good_name, Refused):
        return good_name
    good_phone = check_phone(phone) if phone and phone.strip() else None
    if isinstance(good_phone, Refused):
        return good_phone
    month = check_birth_month(birth_month, today) if birth_month else None
    if isinstance(month, Refused):
        return month
    if guardian_needed(month, today) and not guardian:
        return Refused.because(Reason.GUARDIAN_NEEDED, under=GUARDIAN_UNTIL)
    return Applicant(good_name, good_phone, month, card_kind(month, today))


def check_birth_month(text: str, today: date) -> str | Refused:
    """`YYYY-MM`, not after this month, not before anyone alive."""
    month = narrow(text).strip()
    match = _MONTH.fullmatch(month)
    if not match or not 0 <= _months_since(month, today) <= OLDEST * 12:
        return Refused.because(
            Reason.BAD_FORM, field="birth_month", label="出生年月", label_en="Month of birth"
        )
    return month


def guardian_needed(birth_month: str | None, today: date) -> bool:
    """Under 14. Only the month is known, so the whole month of the birthday still counts as before it."""
    return birth_month is not None and _months_since(birth_month, today) <= GUARDIAN_UNTIL * 12


def is_minor(birth_month: str | None, today: date) -> bool:
    """Under 18, whose guardian is recorded; the whole month of the birthday counts as before it."""
    return birth_month is not None and _months_since(birth_month, today) <= GROWN_UP_FROM * 12


def card_kind(birth_month: str | None, today: date) -> CardKind:
    return CardKind.CHILD if guardian_needed(birth_month, today) else CardKind.ADULT


def card_number(nine: str) -> str:
    """Nine random digits and their check digit, so that a mistyped card is noticed at once."""
    if len(nine) != CARD_DIGITS - 1 or not _is_digits(nine):
        raise ValueError("a card number is made from nine digits")
    return nine + luhn.calc_check_digit(nine)


def read_card_number(text: str) -> str | None:
    """The card number in a scan or in what was typed, spaces and hyphens aside."""
    digits = re.sub(r"[\s\-\x02\x03]", "", narrow(text))
    return digits if is_card_number(digits) else None


def is_card_number(text: str) -> bool:
    return len(text) == CARD_DIGITS and _is_digits(text) and luhn.is_valid(text)


def check_uscc(text: str) -> str | Refused:
    """The 18 characters of the unified social credit code (GB 32100-2015), capitals, or `bad_uscc`."""
    code = re.sub(r"[\s\-]", "", narrow(text)).upper()
    if not code.isascii() or not stdnum_uscc.is_valid(code):
        return Refused.because(Reason.BAD_USCC)
    return code


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def _months_since(month: str, today: date) -> int:
    year, number = month.split("-")
    return (today.year - int(year)) * 12 + today.month - int(number)
