"""The letters of a MARC record: UTF-8, GB18030 or MARC-8, found by what stands there and not by what the leader says."""

from contextlib import redirect_stderr
from io import StringIO
from typing import NamedTuple

from pymarc.marc8 import marc8_to_unicode

UTF8, GB18030, MARC8 = "utf-8", "gb18030", "marc-8"
_ESCAPE = b"\x1b"


class Decoded(NamedTuple):
    """The fields' texts, in what encoding most of them were; None: they are in none."""

    texts: list[str] | None
    encoding: str


def decode_fields(fields: list[bytes]) -> Decoded:
    """Each record by itself: catalogues are put together from several."""
    whole = b"\x1e".join(fields)
    if whole.isascii():
        return Decoded(_as_marc8(fields), MARC8) if _ESCAPE in whole else Decoded(_all(fields, "ascii"), UTF8)
    if (texts := _all(fields, UTF8)) is not None:
        return Decoded(texts, UTF8)
    if 2 * sum(_is_utf8(field) for field in fields if not field.isascii()) > sum(
        not field.isascii() for field in fields
    ):
        return Decoded(_mixed(fields), UTF8)
    if _ESCAPE in whole or not _in_pairs(whole):
        return Decoded(_as_marc8(fields), MARC8)
    return Decoded(_all(fields, GB18030), GB18030)


def _all(fields: list[bytes], encoding: str) -> list[str] | None:
    try:
        return [field.decode(encoding) for field in fields]
    except UnicodeDecodeError:
        return None


def _mixed(fields: list[bytes]) -> list[str] | None:
    """Mostly UTF-8, with fields that somebody pasted in."""
    try:
        return [field.decode(UTF8 if _is_utf8(field) else GB18030) for field in fields]
    except UnicodeDecodeError:
        return None


def _is_utf8(field: bytes) -> bool:
    return _all([field], UTF8) is not None


def _in_pairs(whole: bytes) -> bool:
    """Chinese in GB18030 is pairs of high bytes; ANSEL has single ones: a mark, then the letter below it."""
    high = paired = run = 0
    for byte in (*whole, 0):
        if byte >= 0x80:
            run += 1
            continue
        high += run
        paired += run if run > 1 else 0
        run = 0
    return 10 * paired >= 6 * high


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
