"""ISO 2709, as real catalogues write it: cut at each record terminator, so that no broken record costs the next one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

LONGEST = 99_999  # what the five digits of a leader can say
LEADER = 24
ENTRY = 12
BEGINNING = 120
FIELD_END, RECORD_END = b"\x1e", b"\x1d"
_BETWEEN = (
    b"\r\n\0 \t\x1a\xef\xbb\xbf"  # line ends, an old system's end of file, a mark: what others put there
)
_CHUNK = 65536
_DIRECTORY = re.compile(rb"((?:[0-9A-Za-z]{3}\d{9})+)\x1e")


@dataclass(frozen=True, slots=True)
class RawRecord:
    """`notes`: bad_length, mended_directory."""

    leader: bytes
    fields: tuple[tuple[str, bytes], ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoRecord:
    """`reason`: too_long, truncated, empty_record, bad_directory; and how it begins."""

    reason: str
    beginning: bytes = b""


def raw_records(file: BinaryIO) -> Iterator[RawRecord | NoRecord]:
    """One answer for each record terminator."""
    for piece, is_whole in _pieces(file):
        found = "too_long" if piece is None else read_record(piece) if is_whole else "truncated"
        yield NoRecord(found, _beginning(piece or b"")) if isinstance(found, str) else found


def _beginning(piece: bytes) -> bytes:
    """Of its data: leader and directory tell nobody which book it is."""
    head, _, data = piece.partition(FIELD_END)
    return (data or head)[:BEGINNING]


def _pieces(file: BinaryIO) -> Iterator[tuple[bytes | None, bool]]:
    """What stands before each terminator, None where that is too much; and whether there was one."""
    rest, is_too_long = b"", False
    while chunk := file.read(_CHUNK):
        *whole, rest = (rest + chunk).split(RECORD_END)
        for piece in whole:
            yield (None if is_too_long or len(piece) >= LONGEST else piece), True
            is_too_long = False
        if len(rest) > LONGEST:
            rest, is_too_long = b"", True
    if is_too_long or rest.strip(_BETWEEN):
        yield (None if is_too_long else rest), False


def read_record(piece: bytes) -> RawRecord | str:
    piece = piece.lstrip(_BETWEEN)
    if not piece:
        return "empty_record"
    if len(piece) <= LEADER:
        return "truncated"
    leader, entries, data = _parts(piece)
    if not entries:
        return "bad_directory"
    notes = [] if _says(leader[:5], len(piece) + 1) else ["bad_length"]
    fields = _by_place(entries, data)
    if fields is None:
        fields = _by_order(entries, data)
        notes.append("mended_directory")
    if fields is None:
        return "bad_directory"
    return RawRecord(leader, tuple(fields), tuple(notes))


def _parts(piece: bytes) -> tuple[bytes, list[bytes], bytes]:
    """Leader, entries of the directory, data; the directory is sought where the leader is too short or too long."""
    found = _DIRECTORY.match(piece, LEADER) or _DIRECTORY.search(piece)
    if found is None:
        return piece[:LEADER], [], b""
    directory = found[1]
    entries = [directory[at : at + ENTRY] for at in range(0, len(directory), ENTRY)]
    return piece[: found.start()].ljust(LEADER), entries, piece[found.end() :]


def _says(digits: bytes, number: int) -> bool:
    return digits.isdigit() and int(digits) == number


Fields = list[tuple[str, bytes]] | None


def _by_place(entries: list[bytes], data: bytes) -> Fields:
    """As the directory says; None if it says of any field what is not so."""
    fields = []
    for entry in entries:
        start = int(entry[7:])
        end = start + int(entry[3:7])
        field = data[start:end]
        if field.find(FIELD_END) != end - start - 1 or end <= start:
            return None
        fields.append((entry[:3].decode("ascii"), field[:-1]))
    return fields


def _by_order(entries: list[bytes], data: bytes) -> Fields:
    """Lengths counted in characters, or before someone changed the encoding: the terminators still tell the fields."""
    parts = data.split(FIELD_END)
    if not parts[-1].strip():
        parts.pop()
    if len(parts) != len(entries):
        return None
    in_order = sorted(entries, key=lambda entry: int(entry[7:]))
    return [(entry[:3].decode("ascii"), part) for entry, part in zip(in_order, parts, strict=True)]
