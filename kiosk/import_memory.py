"""How catalogues of each kind were read at this terminal, so that the next one of the kind begins as the last one did."""

import logging
import os
from pathlib import Path

import msgspec

from kiosk.catalogue_import import Preview, Wishes, preview_books
from kiosk.importing.rows import UnreadableTable

log = logging.getLogger(__name__)
_MOST = 50
"""Kinds; the one that was used longest ago goes first."""


class ImportMemory:
    """A small file of the home. By the kind of a catalogue (its dialect of MARC, its header): the wishes."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def of(self, kind: str) -> Wishes:
        return self._read().get(kind, Wishes())

    def keep(self, kind: str, wishes: Wishes) -> None:
        """Nothing wished is nothing to remember. A sheet and an encoding are of one file alone."""
        held = {name: one for name, one in self._read().items() if name != kind}
        if wishes.columns or wishes.dialect:
            held[kind] = Wishes(dict(wishes.columns), None, wishes.dialect)
        staged = self._file.with_suffix(".new")
        staged.write_bytes(msgspec.json.encode(dict(list(held.items())[-_MOST:])))
        os.replace(staged, self._file)

    def _read(self) -> dict[str, Wishes]:
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=dict[str, Wishes])
        except FileNotFoundError:
            return {}
        except (OSError, msgspec.MsgspecError):
            log.warning("how catalogues were read cannot be read and is begun anew", exc_info=True)
            return {}


def preview_as_before(path: Path, memory: ImportMemory) -> tuple[Preview, Wishes]:
    """As a file of this kind was read before, and what was wished then. Raises UnreadableTable."""
    preview = preview_books(path)
    wishes = memory.of(preview.kind)
    if not (wishes.columns or wishes.dialect):
        return preview, Wishes()
    try:
        return preview_books(path, wishes), wishes
    except UnreadableTable:  # an older release may have known other fields
        return preview, Wishes()
