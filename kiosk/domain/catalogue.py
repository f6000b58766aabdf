"""The ids of books: the same record, or the same label, imported twice is the same title or copy."""

import uuid
from functools import lru_cache

SPACE = uuid.UUID("0d8f6f6e-93a5-5c39-8c7e-3c0c3f2f9b61")


@lru_cache(maxsize=1024)  # one import asks for each row several times
def title_id(key: str) -> str:
    """`key` as `book_key` gives it."""
    return str(uuid.uuid5(SPACE, key))


def copy_id(number: str) -> str:
    return str(uuid.uuid5(SPACE, f"copy:{number}"))
