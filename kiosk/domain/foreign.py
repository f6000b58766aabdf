"""What a scan is that is none of ours, by its looks alone: nobody opens, calls or keeps it."""

import re
import unicodedata
from enum import StrEnum

from stdnum import ean
from stdnum.cn import ric

from kiosk.domain.texts import narrow

_LOOKED_AT = 256
"""Characters; what something is shows at its beginning."""


class Foreign(StrEnum):
    """`damaged`: one of ours, not whole. `isbn_typo`, `copy_typo`, `card_typo`: nearly one of ours."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    DAMAGED = "damaged"
    URL = "url"
    PAYMENT_CODE = "payment_code"
    HEALTH_CODE = "health_code"
    IDENTITY_CARD = "identity_card"
    ISBN_TYPO = "isbn_typo"
    COPY_TYPO = "copy_typo"
    CARD_TYPO = "card_typo"
    PRODUCT = "product"
    THIRTEEN_DIGITS = "thirteen_digits"
    PHONE = "phone"
    CONTACT = "contact"
    WIFI = "wifi"
    DIGITS = "digits"
    TEXT = "text"


_HEALTH = re.compile(r"健康码|健康宝|随申码|行程码|health[-_]?(code|act|qr)|jiankangma|suishenma", re.I)
_PAYMENT_LINK = re.compile(
    r"(wxp://|https?://(qr\.alipay\.com|qr\.95516\.com|wx\.tenpay\.com|payapp\.wechat))", re.I
)
_URL = re.compile(
    r"([a-z][a-z0-9+.-]{1,20}://|www\.|(javascript|data|mailto|smsto|sms|tel|geo|market|intent):)", re.I
)
_CONTACT = re.compile(r"(BEGIN:(VCARD|VEVENT|VCALENDAR)|MECARD:|BIZCARD:)", re.I)
_WIFI = re.compile(r"WIFI:", re.I)
_PAYMENT = re.compile(r"(1[0-5]\d{16}|(2[5-9]|30)\d{14,22})", re.ASCII)
"""WeChat shows 18 digits from 10 to 15, Alipay 16 to 24 from 25 to 30."""
_PHONE = re.compile(r"(\+?86)?1[3-9]\d{9}", re.ASCII)
_BOOK = re.compile(r"(97[89]\d{10}|\d{9}[\dX])", re.ASCII)
_COPY = re.compile(r"S\d{1,12}", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)


def foreign_sort(text: str, prefix: str, longest: int) -> Foreign:
    """Of a scan that reads as nothing of ours; `prefix` begins our codes, `longest` is their length.

    Never raises, and never takes longer for a longer text.
    """
    shown = _shown(text[:_LOOKED_AT])
    if not shown:
        return Foreign.EMPTY if len(text) <= _LOOKED_AT else Foreign.TOO_LONG
    if shown.replace(" ", "").upper().startswith(prefix):
        return Foreign.DAMAGED
    linked = _link(shown)
    if linked is not None:
        return linked
    if len(text) > longest:
        return Foreign.TOO_LONG
    return _number(re.sub(r"[\s-]", "", shown).upper())


def _shown(text: str) -> str:
    """Half-width, without what a scanner adds and no screen can show."""
    kept = (char if unicodedata.category(char)[0] != "C" else " " for char in narrow(text))
    return "".join(kept).strip()


def _link(text: str) -> Foreign | None:
    if _HEALTH.search(text):
        return Foreign.HEALTH_CODE
    if _PAYMENT_LINK.match(text):
        return Foreign.PAYMENT_CODE
    if _WIFI.match(text):
        return Foreign.WIFI
    if _CONTACT.match(text):
        return Foreign.CONTACT
    return Foreign.URL if _URL.match(text) else None


def _number(bare: str) -> Foreign:
    """An identity number may begin as a payment code does: its date and check digit tell them apart."""
    if ric.is_valid(bare):
        return Foreign.IDENTITY_CARD
    if _PAYMENT.fullmatch(bare):
        return Foreign.PAYMENT_CODE
    if _PHONE.fullmatch(bare):
        return Foreign.PHONE
    if _COPY.fullmatch(bare):
        return Foreign.COPY_TYPO
    if bare.startswith("ISBN") or (_BOOK.fullmatch(bare) and len(bare) == 13):
        return Foreign.ISBN_TYPO
    if not _DIGITS.fullmatch(bare):
        return Foreign.ISBN_TYPO if _BOOK.fullmatch(bare) else Foreign.TEXT
    return _plain_digits(bare)


def _plain_digits(bare: str) -> Foreign:
    if len(bare) == 10:
        return Foreign.CARD_TYPO
    if len(bare) == 13 and not ean.is_valid(bare):
        return Foreign.THIRTEEN_DIGITS
    return Foreign.PRODUCT if len(bare) in (8, 12, 13) and ean.is_valid(bare) else Foreign.DIGITS
