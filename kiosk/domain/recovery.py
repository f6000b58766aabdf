"""Recovery codes: printed once when a manager is made, for the day when nobody knows a manager's password."""

import base64
import binascii
import re

from kiosk.domain.codes import LOOK_ALIKES
from kiosk.domain.texts import narrow

SECRET_BYTES = 15
_GROUP = 4
_BETWEEN = re.compile(r"[\s\-‐-―]+")


def recovery_code(secret: bytes) -> str:
    """`ABCD-EFGH-...`: six groups that can be read out and typed, from 15 random bytes."""
    if len(secret) != SECRET_BYTES:
        raise ValueError("a recovery code is made from 15 bytes")
    body = base64.b32encode(secret).decode("ascii")
    return "-".join(body[n : n + _GROUP] for n in range(0, len(body), _GROUP))


def read_recovery_code(text: str) -> str | None:
    """As it was printed, whatever its case, blanks and look-alikes; None if it is no such code."""
    body = _BETWEEN.sub("", narrow(text)).upper().translate(LOOK_ALIKES)
    try:
        secret = base64.b32decode(body)
    except (binascii.Error, ValueError):
        return None
    return recovery_code(secret) if len(secret) == SECRET_BYTES else None
