"""How catalogues of each kind were read at this terminal, so that the next one of the kind begins as the last one did."""

from pathlib import Path

from kiosk.catalogue_import import Preview, Wishes, preview_books
from kiosk.importing.rows import UnreadableTable
from kiosk.small_file import SmallFile

_MOST = 50
"""Kinds; the one that was used longest ago goes first."""


class ImportMemory:
    """A small file of the home. By the kind of a catalogue (its dialect of MARC, its header): the wishes."""

    def __init__(self, file: Path) -> None:
        self._file = SmallFile[dict[str, Wishes]](file, dict[str, Wishes])

    def of(self, kind: str) -> Wishes:
        return self._read().get(kind, Wishes())

    def keep(self, kind: str, wishes: Wishes) -> None:
        """Nothing wished is nothing to remember. A sheet and an encoding are of one file alone."""
        held = {name: one for name, one in self._read().items() if name != kind}
        if wishes.columns or wishes.dialect:
            held[kind] = Wishes(dict(wishes.columns), None, wishes.dialect)
        self._file.write(dict(list(held.items())[-_MOST:]))

    def _read(self) -> dict[str, Wishes]:
        return self._file.read({})


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
