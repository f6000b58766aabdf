"""The letters of a MARC record: UTF-8, GB18030 or MARC-8, found by what stands there and not by what the leader says."""

import re
from contextlib import redirect_stderr
from io import StringIO
from typing import NamedTuple

from pymarc.marc8 import marc8_to_unicode

from kiosk.importing.rows import UnreadableTable

UTF8, GB18030, MARC8 = "utf-8", "gb18030", "marc-8"
_ESCAPE = b"\x1b"
_BETWEEN = b"\x1e"  # what ends a field, and so stands in none
_SEPARATORS = re.compile(rb"[\x1b-\x1f]+[0-9a-z]?")
_HIGH = re.compile(rb"[\x80-\xff]+")


ENCODINGS = (UTF8, GB18030, "big5", MARC8, "latin-1")
"""Those that can be told; Big5 and Latin-1 are never guessed."""


class Decoded(NamedTuple):
    """The fields' texts, in what encoding most of them were; None: they are in none."""

    texts: list[str] | None
    encoding: str


def encoding_named(name: str) -> str:
    """As one of ENCODINGS. Raises UnreadableTable: unknown_encoding."""
    plain = name.strip().lower().replace("_", "-")
    found = {"gbk": GB18030, "gb2312": GB18030, "utf8": UTF8}.get(plain, plain)
    if found not in ENCODINGS:
        raise UnreadableTable("unknown_encoding", name)
    return found


def decode_fields(fields: list[bytes], told: str = "") -> Decoded:
    """Each record by itself: catalogues are put together from several. `told`: in this encoding and no other."""
    whole = _BETWEEN.join(fields)
    if told:
        return Decoded(_as_marc8(fields) if told == MARC8 else _all(whole, told), told)
    if whole.isascii():
        return Decoded(_as_marc8(fields), MARC8) if _ESCAPE in whole else Decoded(_all(whole, "ascii"), UTF8)
    if (texts := _all(whole, UTF8)) is not None:
        return Decoded(texts, UTF8)
    if _is_mostly_utf8([field for field in fields if not field.isascii()]):
        return Decoded(_mixed(fields), UTF8)
    if _ESCAPE in whole or not _in_pairs(whole):
        return Decoded(_as_marc8(fields), MARC8)
    return Decoded(_all(whole, GB18030), GB18030)


def roughly(some: bytes) -> str:
    """What can be read of something broken, so that a person finds the record again; every letter of it may be wrong."""
    plain = _SEPARATORS.sub(b" ", some)
    texts = [plain.decode(encoding, "replace") for encoding in (UTF8, GB18030)]
    return min(texts, key=lambda text: text.count("\ufffd"))


def _all(whole: bytes, encoding: str) -> list[str] | None:
    try:
        return whole.decode(encoding).split(_BETWEEN.decode())
    except UnicodeDecodeError:
        return None


def _is_mostly_utf8(fields: list[bytes]) -> bool:
    return 2 * sum(_is_utf8(field) for field in fields) > len(fields)


def _mixed(fields: list[bytes]) -> list[str] | None:
    """Mostly UTF-8, with fields that somebody pasted in."""
    try:
        return [field.decode(UTF8 if _is_utf8(field) else GB18030) for field in fields]
    except UnicodeDecodeError:
        return None


def _is_utf8(field: bytes) -> bool:
    return _all(field, UTF8) is not None


def _in_pairs(whole: bytes) -> bool:
    """Chinese in GB18030 is pairs of high bytes; ANSEL has single ones: a mark, then the letter below it."""
    runs = [len(run) for run in _HIGH.findall(whole)]
    return 10 * sum(run for run in runs if run > 1) >= 6 * sum(runs)


def _as_marc8(fields: list[bytes]) -> list[str] | None:
    """pymarc writes what it cannot read to standard error, and goes on with a blank."""
    said = StringIO()
    try:
        with redirect_stderr(said):
            texts = [field.decode("ascii") if _is_plain(field) else _from_marc8(field) for field in fields]
    except (UnicodeError, ValueError, LookupError, TypeError):
        return None
    return None if said.getvalue() else texts


def _from_marc8(field: bytes) -> str:
    """Each subfield begins in the basic sets again; pymarc drops the separators."""
    return "\x1f".join(str(marc8_to_unicode(part)) for part in field.split(b"\x1f"))


def _is_plain(field: bytes) -> bool:
    return field.isascii() and _ESCAPE not in field
