"""Which encoding a text file is in, found by reading it once."""

import codecs
from pathlib import Path
from typing import BinaryIO

SAMPLE = 65536
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def detect_encoding(path: Path) -> str:
    """`utf-8-sig`, `utf-16`, `utf-16-le`, `utf-16-be`, `utf-8` or `gb18030`.

    Chinese in GB18030 is hardly ever valid UTF-8, so a file where at least half of the lines beyond ASCII
    are valid UTF-8 is UTF-8 with broken lines; the reverse guess would turn every title into nonsense.
    """
    with path.open("rb") as file:
        head = file.read(SAMPLE)
        for mark, encoding in _MARKS:
            if head.startswith(mark):
                return encoding
        if wide := _wide(head):
            return wide
        file.seek(0)
        good, bad = _count_utf8(file)
    return "gb18030" if bad > good else "utf-8"


def _count_utf8(file: BinaryIO) -> tuple[int, int]:
    """How many lines beyond ASCII are UTF-8, and how many are not; a huge line comes and counts in pieces."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    good = bad = 0
    while line := file.readline(SAMPLE):
        if line.isascii() and not decoder.getstate()[0]:
            continue
        try:
            decoder.decode(line, final=line.endswith(b"\n"))
            good += 1
        except UnicodeDecodeError:
            decoder.reset()
            bad += 1
    return good, bad


def wide_encoding(head: bytes) -> str | None:
    """Which UTF-16 this is, with its mark or without."""
    if head[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        return "utf-16"
    return _wide(head[:SAMPLE])


def _wide(head: bytes) -> str | None:
    """UTF-16 without its mark: commas, digits and line ends put zeros on one side of the pairs."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    enough = len(head) / 20
    if odd > enough and odd > 20 * even:
        return "utf-16-le"
    if even > enough and even > 20 * odd:
        return "utf-16-be"
    return None
