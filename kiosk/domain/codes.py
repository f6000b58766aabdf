"""What a scanner reads: slip codes, cards, copy labels, ISBNs, queue and booking numbers."""

import base64
import binascii
import hashlib
import re
from dataclasses import dataclass
from enum import StrEnum

from kiosk.domain.isbn import isbn13
from kiosk.domain.numbers import read_booking_number, read_queue_number
from kiosk.domain.people import read_card_number
from kiosk.domain.texts import narrow

SLIP_PREFIX = "YZ1:"
PAIRING_PREFIX = "YZP1:"
SLIP_BYTES = 16
COPY_PREFIX = "S"
COPY_DIGITS = 7
LONGEST_SCAN = 200
_COPY = re.compile(r"S(\d{7})", re.ASCII)
_NOISE = re.compile(r"[\s\x00-\x1f\x7f]+")  # a scanner ends with CR or ETX, some add STX
LOOK_ALIKES = str.maketrans("018", "OIB")  # base32 has no 0, 1, 8: someone typed what they saw


class ScanKind(StrEnum):
    SLIP = "slip"
    CARD = "card"
    COPY = "copy"
    ISBN = "isbn"
    QUEUE_NUMBER = "queue_number"
    BOOKING_NUMBER = "booking_number"


class CodeKind(StrEnum):
    """What a scan turned out to be, once somebody has looked it up."""

    SLIP = "slip"
    BOOKING = "booking"
    CARD = "card"
    COPY = "copy"
    ISBN = "isbn"
    PAIRING = "pairing"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


class CodeState(StrEnum):
    """What would come of it now. `late`: after the start, within the grace. `over`: used, and done with. `provisional`: asked
    for on this terminal, which waits for the hub. `refused`: the slip was given while the hub was away, and then it said no.
    `not_here_yet`: the line is cut, another terminal may know it. `needs_code`: a number that anybody can read is no key.
    `nothing_pairs`: nobody waits for a pairing code.
    """

    OK = "ok"
    LATE = "late"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"
    ALREADY_IN = "already_in"
    WRONG_DAY = "wrong_day"
    NOT_APPROVED = "not_approved"
    PROVISIONAL = "provisional"
    REJECTED = "rejected"
    CANCELLED = "cancelled"
    OVER = "over"
    EXPIRED = "expired"
    BLOCKED = "blocked"
    REFUSED = "refused"
    NEEDS_CODE = "needs_code"
    NOT_HERE_YET = "not_here_yet"
    NOTHING_PAIRS = "nothing_pairs"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Scan:
    """What was read, in the spelling that the store keeps."""

    kind: ScanKind
    value: str


def slip_code(secret: bytes) -> str:
    """The text of a slip's QR code, from 16 random bytes."""
    if len(secret) != SLIP_BYTES:
        raise ValueError("a slip code is made from 16 bytes")
    return SLIP_PREFIX + base64.b32encode(secret).decode("ascii").rstrip("=")


def parse_code(text: str) -> str | None:
    """The slip code in a scan, whatever its case, spaces and scanner noise; None if it is not ours."""
    if len(text) > LONGEST_SCAN:
        return None
    code = _bare(text)
    if not code.startswith(SLIP_PREFIX):
        return None
    body = code.removeprefix(SLIP_PREFIX).translate(LOOK_ALIKES)
    try:
        secret = base64.b32decode(body + "=" * (-len(body) % 8))
    except (binascii.Error, ValueError):
        return None
    if len(secret) != SLIP_BYTES or slip_code(secret) != SLIP_PREFIX + body:
        return None
    return SLIP_PREFIX + body


def is_pairing_code(text: str) -> bool:
    """Whether this would pair a device: the same secret after another prefix."""
    bare = _bare(text[:LONGEST_SCAN])
    return (
        bare.startswith(PAIRING_PREFIX)
        and parse_code(SLIP_PREFIX + bare.removeprefix(PAIRING_PREFIX)) is not None
    )


def code_hash(code: str) -> str:
    """What the store keeps of a slip code: whoever reads the store cannot print slips."""
    return hashlib.sha256((parse_code(code) or code).encode("utf-8", "surrogatepass")).hexdigest()


def copy_number(number: int) -> str:
    """123 -> `S0000123`."""
    if not 0 <= number < 10**COPY_DIGITS:
        raise ValueError("a copy number has seven digits")
    return f"{COPY_PREFIX}{number:0{COPY_DIGITS}d}"


def read_copy_number(text: str) -> str | None:
    if _COPY.fullmatch(text):
        return text
    bare = _bare(text).replace("-", "")
    return bare if _COPY.fullmatch(bare) else None


def readings(text: str) -> tuple[Scan, ...]:
    """Everything that a scan may mean, the likeliest first: ten digits may be a card and an old ISBN."""
    if len(text) > LONGEST_SCAN:
        return ()
    tried = (
        (ScanKind.SLIP, parse_code(text)),
        (ScanKind.COPY, read_copy_number(text)),
        (ScanKind.CARD, read_card_number(text)),
        (ScanKind.ISBN, isbn13(text)),
        (ScanKind.BOOKING_NUMBER, read_booking_number(_bare(text))),
        (ScanKind.QUEUE_NUMBER, read_queue_number(_bare(text))),
    )
    return tuple(Scan(kind, value) for kind, value in tried if value is not None)


def classify(text: str) -> Scan | None:
    """The likeliest meaning of a scan, or None."""
    return next(iter(readings(text)), None)


def _bare(text: str) -> str:
    return _NOISE.sub("", narrow(text)).upper()
