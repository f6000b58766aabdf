"""The numbers that people hold: terminal letters, queue numbers, booking numbers."""

import re
from collections.abc import Iterator, Set
from itertools import product

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"  # without I and O, which look like 1 and 0
_TERMINAL = rf"[{LETTERS}]|[{LETTERS}][{LETTERS.replace('B', '')}]"
_QUEUE = re.compile(rf"({_TERMINAL})(\d{{3}}|[1-9]\d{{3,5}})", re.ASCII)
_BOOKING = re.compile(rf"({_TERMINAL})B(\d{{4}}|[1-9]\d{{4,5}})", re.ASCII)


def letters() -> Iterator[str]:
    """A, B ... Z, then AA, AC ...; no pair ends in B, or its number AB1000 could be a booking of A."""
    yield from LETTERS
    for first, second in product(LETTERS, LETTERS.replace("B", "")):
        yield first + second


def next_letter(taken: Set[str]) -> str:
    """The first free terminal letter; a station has room for 576 terminals a day."""
    for letter in letters():
        if letter not in taken:
            return letter
    raise ValueError("all terminal letters are taken")


def is_letter(text: str) -> bool:
    return re.fullmatch(_TERMINAL, text) is not None


def queue_number(letter: str, number: int) -> str:
    """("A", 12) -> A012; the thousandth is A1000."""
    return f"{letter}{number:03d}"


def booking_number(letter: str, number: int) -> str:
    """("A", 12) -> AB0012."""
    return f"{letter}B{number:04d}"


def read_queue_number(text: str) -> str | None:
    """The queue number that was typed, in its one spelling: `a12` is not enough, `a012` is."""
    bare = text.strip().upper()
    return bare if _QUEUE.fullmatch(bare) else None


def read_booking_number(text: str) -> str | None:
    bare = text.strip().upper()
    return bare if _BOOKING.fullmatch(bare) else None
