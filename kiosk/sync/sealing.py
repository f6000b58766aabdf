"""What a kiosk keeps of a decided command: sealed to the station's key, so that only the hub can read it, at a recovery.

Sealed boxes of libsodium (https://doc.libsodium.org/public-key_cryptography/sealed_boxes).
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nacl.public import PublicKey, SealedBox


def draw_key() -> bytes:
    """A new private key of 32 bytes: it belongs to the store and never leaves it."""
    from nacl.public import PrivateKey  # takes longer to import than a home to open

    return bytes(PrivateKey.generate())


def public_key(private: bytes) -> bytes:
    """What terminals seal with."""
    from nacl.public import PrivateKey

    return bytes(PrivateKey(private).public_key)


def sealer(public: bytes) -> "SealedBox[PublicKey]":
    """Its `encrypt(payload)` cannot be undone by whoever has this alone."""
    from nacl.public import PublicKey, SealedBox

    return SealedBox(PublicKey(public))


def opened(private: bytes, sealed: bytes) -> bytes | None:
    """The payload; None for what was sealed to another key, or damaged."""
    from nacl.exceptions import CryptoError
    from nacl.public import PrivateKey, SealedBox

    try:
        return SealedBox(PrivateKey(private)).decrypt(sealed)
    except CryptoError:
        return None
