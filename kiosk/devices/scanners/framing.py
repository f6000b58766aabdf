"""Where one scan ends and the next begins in what a scanner sends."""

import re
from dataclasses import dataclass

LONGEST = 4096
"""Bytes; more without an end is cut there and answered, the rest is dropped up to its end."""
ENDS = b"\r\n\t\x03"
"""Carriage return, line feed, tab, ETX: what scanners are set to end with, the first by default."""
TERMINATORS = {"auto": ENDS, "cr": b"\r", "lf": b"\n", "crlf": b"\r\n", "tab": b"\t", "etx": b"\x03"}

_EDGES = re.compile(r"^[\x00-\x1f\x7f]+|[\x00-\x1f\x7f]+$")
_SYMBOLOGY = re.compile(r"^\][A-Za-z][0-9A-Za-z]")  # `]Q1`: some scanners say first what kind of code it was


@dataclass(frozen=True, slots=True)
class Frame:
    """What a scanner was set to put around each scan; a prefix or suffix that is missing is not asked for."""

    ends: bytes = ENDS
    prefix: str = ""
    suffix: str = ""

    def bare(self, text: str) -> str:
        """The code alone."""
        text = _EDGES.sub("", text).removeprefix(self.prefix)
        text = text.removesuffix(self.suffix) if self.suffix else text
        return _SYMBOLOGY.sub("", _EDGES.sub("", text))


class Framer:
    """Cuts a stream of bytes into scans."""

    def __init__(self, frame: Frame) -> None:
        self._frame = frame
        self._waiting = bytearray()
        self._is_drowning = False

    @property
    def is_open(self) -> bool:
        """Something has come that no end has followed yet."""
        return bool(self._waiting) or self._is_drowning

    def feed(self, data: bytes) -> list[str]:
        """The scans that end in it."""
        scans = []
        for piece in re.split(b"([" + re.escape(self._frame.ends) + b"])", data):
            if len(piece) == 1 and piece in self._frame.ends:
                scans += self.quiet()
            elif piece:
                scans += self._add(piece)
        return scans

    def quiet(self) -> list[str]:
        """An end came, or nothing for so long that there will be none."""
        text = "" if self._is_drowning else self._text()
        self.reset()
        return [text] if text else []

    def reset(self) -> None:
        """The cable was pulled: half a scan is none."""
        self._waiting.clear()
        self._is_drowning = False

    def _add(self, piece: bytes) -> list[str]:
        if self._is_drowning:
            return []
        self._waiting += piece[: LONGEST + 1]
        if len(self._waiting) <= LONGEST:
            return []
        del self._waiting[LONGEST:]
        cut = self._text()
        self._waiting.clear()
        self._is_drowning = True
        return [cut]

    def _text(self) -> str:
        return self._frame.bare(decoded(bytes(self._waiting)))


def decoded(data: bytes) -> str:
    """Scanners send UTF-8 or, sold in China, GB18030; of anything else the readable part is kept."""
    for encoding in ("utf-8", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", "replace")
