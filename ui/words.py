"""The two languages: Chinese is the source text, English comes from assets/translations/en/*.json.

One small file per group of pages, `{"中文": "English"}`, found by the text alone: the same words mean the
same everywhere. Qt gets them in its own format, made in memory when English is first asked for: a translator
written in Python would be called from QML's loader thread while the GUI thread waits for that, and both stop.
"""

import json
import struct
from functools import cache
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTranslator

FOLDER = Path(__file__).parents[1] / "assets" / "translations" / "en"
_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES = 0x42, 0x69
_END, _TRANSLATION, _SOURCE = 1, 3, 6


@cache
def english() -> dict[str, str]:
    texts: dict[str, str] = {}
    for path in sorted(FOLDER.glob("*.json")):
        texts.update(json.loads(path.read_text(encoding="utf-8")))
    return texts


@cache
def translator() -> QTranslator:
    """English, to be installed while it is spoken."""
    made = QTranslator()
    if not made.load(_english_file()):
        raise RuntimeError("Qt does not take our translations")
    return made


@cache
def _english_file() -> bytes:
    """Kept: Qt reads from these bytes as long as the translator lives."""
    return qm_file(english())


def qm_file(texts: dict[str, str]) -> bytes:
    """Qt's .qm format without contexts, so that a text is found wherever it is said."""
    hashes: list[tuple[int, int]] = []
    messages = bytearray()
    for source, translation in texts.items():
        key = source.encode()
        hashes.append((_elf_hash(key), len(messages)))
        said = translation.encode("utf-16-be")
        messages += struct.pack(">BI", _TRANSLATION, len(said)) + said
        messages += struct.pack(">BI", _SOURCE, len(key)) + key + bytes([_END])
    table = b"".join(struct.pack(">II", *pair) for pair in sorted(hashes))
    return _MAGIC + _block(_HASHES, table) + _block(_MESSAGES, bytes(messages))


def say(text: str, *values: object) -> str:
    """A sentence of a view-model in the language of the moment: `say("前面 %1 人", 3)`."""
    said = QCoreApplication.translate("", text)
    for number, value in enumerate(values, start=1):
        said = said.replace(f"%{number}", str(value))
    return said


def _block(tag: int, data: bytes) -> bytes:
    return struct.pack(">BI", tag, len(data)) + data


def _elf_hash(key: bytes) -> int:
    value = 0
    for byte in key:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ (high >> 24)) & ~high & 0xFFFFFFFF
    return value or 1
