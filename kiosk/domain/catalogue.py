"""The ids of books: the same record, or the same label, imported twice is the same title or copy."""

import uuid
from functools import lru_cache
from hashlib import sha1

from kiosk.domain.search_keys import normal

SPACE = uuid.UUID("0d8f6f6e-93a5-5c39-8c7e-3c0c3f2f9b61")
_SPACE = SPACE.bytes


def book_key(title: str, author: str, publisher: str, year: int | None, isbn: str | None) -> str:
    """What makes a book the same book: ISBN and title (numbers get reused), else all that describes it."""
    plain = normal(title) or title
    if isbn:
        return f"isbn:{isbn}|{plain}"
    return "|".join(("text:" + plain, normal(author), normal(publisher), str(year or "")))


@lru_cache(maxsize=1024)  # one import asks for each row several times
def title_id(key: str) -> str:
    """`key` as `book_key` gives it."""
    return _uuid5(key)


def copy_id(number: str) -> str:
    return _uuid5(f"copy:{number}")


def _uuid5(name: str) -> str:
    """str(uuid.uuid5(SPACE, name)), in a third of the time: an import makes two for each book."""
    digest = bytearray(sha1(_SPACE + name.encode(), usedforsecurity=False).digest()[:16])
    digest[6] = digest[6] & 0x0F | 0x50
    digest[8] = digest[8] & 0x3F | 0x80
    text = digest.hex()
    return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"
