"""The id of a book: the same record imported twice is the same title."""

import uuid

SPACE = uuid.UUID("0d8f6f6e-93a5-5c39-8c7e-3c0c3f2f9b61")


def title_id(key: str) -> str:
    """`key` as `book_key` gives it."""
    return str(uuid.uuid5(SPACE, key))
