"""The ids of residents who were erased, kept beside the store and beside its backups: no restore brings anybody back.

One id a line. A backup knows nothing of later erasures, so the store remembers where its backups lie and adds to their
lists, too.
"""

import os
from collections.abc import Iterable
from pathlib import Path

NAME = "erased.txt"
PLACES = "backups.txt"


def add_erased(store: Path, ids: Iterable[str]) -> None:
    """Beside the store, and beside each backup whose folder is still there."""
    wanted = list(ids)
    for folder in (store.parent, *_places(store)):
        if folder.is_dir():
            _append(folder / NAME, wanted)


def known_erased(*folders: Path) -> set[str]:
    return {line for folder in folders for line in _lines(folder / NAME)}


def remember_place(store: Path, folder: Path) -> None:
    """A backup lies there now, together with what was erased so far."""
    if str(folder) not in _lines(store.parent / PLACES) and folder != store.parent:
        _append(store.parent / PLACES, [str(folder)])
    _append(folder / NAME, sorted(known_erased(store.parent) - known_erased(folder)))


def _places(store: Path) -> list[Path]:
    return [Path(line) for line in _lines(store.parent / PLACES)]


def _lines(file: Path) -> list[str]:
    return file.read_text("utf-8").split("\n")[:-1] if file.exists() else []


def _append(file: Path, lines: list[str]) -> None:
    """On the disk before it returns; a line that was cut off is closed first."""
    if not lines:
        return
    with file.open("a+b") as out:
        if out.tell():
            out.seek(-1, os.SEEK_END)
            lines = lines if out.read(1) == b"\n" else ["", *lines]
        out.write("".join(f"{line}\n" for line in lines).encode())
        out.flush()
        os.fsync(out.fileno())
