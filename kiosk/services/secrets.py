"""What is drawn at random and what is kept of it: slip codes, card numbers, PINs."""

import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from kiosk.domain.recovery import SECRET_BYTES

_HASHER = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_secret(text: str) -> str:
    """argon2id with OWASP's smallest recommended parameters: a kiosk verifies PINs while people wait."""
    return _HASHER.hash(text)


def is_secret(kept: str, text: str) -> bool:
    try:
        return _HASHER.verify(kept, text)
    except (VerifyMismatchError, InvalidHashError):
        return False


def draw_pin() -> str:
    return f"{secrets.randbelow(10_000):04d}"


def draw_bytes() -> bytes:
    """128 bits for a slip's code."""
    return secrets.token_bytes(16)


def draw_recovery_secret() -> bytes:
    """120 bits: nobody guesses that, so a plain hash of it may lie on every terminal."""
    return secrets.token_bytes(SECRET_BYTES)


def draw_card_stem() -> str:
    """Nine digits; the tenth is the check digit."""
    return f"{secrets.randbelow(10**9):09d}"


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
